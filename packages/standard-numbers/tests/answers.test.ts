import { describe, expect, it } from 'vitest';
import { compare, explain, findNumbers, naturalOrder, parse, render, type StandardNumber, slug } from '../src/index.ts';

describe('numbers in running text', () => {
  it('a cell with several numbers gives each of them with its place', () => {
    const cell = 'GB 9706.1-2007、YY/T 0708-2009';
    expect(findNumbers(cell)).toMatchObject([
      { start: 0, end: 14, text: 'GB 9706.1-2007' },
      { start: 15, end: 29, text: 'YY/T 0708-2009' },
    ]);
  });

  it('a paragraph gives its numbers without the words around them', () => {
    const paragraph =
      '按GB/T 1.1—2020给出的规则，参照ISO 9001:2015和IEC 60601-1:2005+AMD1:2012 CSV编写。见《GB 7718-2011》第1号修改单。';
    expect(texts(paragraph)).toEqual([
      'GB/T 1.1—2020',
      'ISO 9001:2015',
      'IEC 60601-1:2005+AMD1:2012 CSV',
      'GB 7718-2011',
    ]);
  });

  it('a number is found in front of the title glued to it, and full-width ones where they stand', () => {
    expect(texts('1. GB 9706.1-2020医用电气设备')).toEqual(['GB 9706.1-2020']);
    expect(texts('ＧＢ／Ｔ　１９００１—２０１６（质量）')).toEqual(['ＧＢ／Ｔ　１９００１—２０１６']);
  });

  it('a customs heading and a clause are no standards', () => {
    expect(texts('HS 8471, see SC 27 and TS 5; PD 12')).toEqual([]);
  });

  it('a misspelt dated number is reported, not lost', () => {
    expect(findNumbers('见 GX/T 12-2020')).toMatchObject([
      { text: 'GX/T 12-2020', reading: { outcome: 'unknown-prefix', prefix: 'GX' } },
    ]);
  });

  it('a list of three hundred lines gives three hundred numbers', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `${index + 1}\tGB/T ${index + 1000}.1—2019\t名称`);
    expect(findNumbers(lines.join('\r\n'))).toHaveLength(300);
  });
});

describe('relations told by the numbers alone', () => {
  it.each([
    ['GB/T 1.1-2020', 'GB/T 1.1-2020', 'same', undefined],
    ['GB 8923-88', 'GB 8923-1988', 'same-edition-other-spelling', undefined],
    ['GB 9706.1-2007', 'GB 9706.1-2020', 'other-edition', 'b'],
    ['GB 9706.1', 'GB 9706.1-2020', 'undated-reference', 'b'],
    ['GB 7718-2011', 'GB 7718-2011/XG1-2013', 'amendment-of', 'b'],
    ['GB 9706.1-2007', 'GB/T 9706.1-2007', 'nature-changed', undefined],
    ['GB/T 1.1-2020', 'GB/T 1.2-2020', 'other-part', undefined],
    ['ISO 8601-1:2019', 'ISO 8601-1:2019/Amd 1:2022', 'amendment-of', 'b'],
    ['ISO 9001:2015', 'ISO/DIS 9001', 'draft-of', 'b'],
    ['ISO/IEC 27001:2022', 'ISO 27001:2022', 'same-edition-other-spelling', undefined],
    ['GB/T 19001-2016', 'GB/T 19001-2016/ISO 9001:2015', 'same-edition-other-spelling', undefined],
    ['GBZ 1-2010', 'GB/Z 1-2010', 'different', undefined],
    ['JB/T 1-2010', 'T/JB 1-2010', 'different', undefined],
  ] as const)('%s and %s: %s', (a, b, relation, later) => {
    expect(compare(number(a), number(b))).toEqual({ relation, later });
  });
});

describe('order and writing', () => {
  it('numbers stand by value, a base document before its amendment, Chinese tiers before ISO', () => {
    const shuffled = [
      'ISO 9001:2015',
      'GB/T 10-2010',
      'GB 7718-2011/XG1-2013',
      'GB/T 2-2010',
      'GB 7718-2011',
      'T/CAS 1-2017',
      'YY 0068.10-2009',
      'YY 0068.4-2009',
    ];
    expect(
      shuffled
        .map(number)
        .toSorted(naturalOrder)
        .map((each) => each.canonical),
    ).toEqual([
      'GB/T 2-2010',
      'GB/T 10-2010',
      'GB 7718-2011',
      'GB 7718-2011/XG1-2013',
      'YY 0068.4-2009',
      'YY 0068.10-2009',
      'T/CAS 1-2017',
      'ISO 9001:2015',
    ]);
  });

  it('the cover prints an em dash, ISO a colon', () => {
    expect(render(number('GB/T 1.1-2020'), 'typographic')).toBe('GB/T 1.1—2020');
    expect(render(number('ISO 9001:2015'), 'typographic')).toBe('ISO 9001:2015');
  });

  it.each([
    ['GB/T 19001-2016', 'GB-T-19001-2016'],
    ['ISO/IEC 27001:2022', 'ISO-IEC-27001-2022'],
    ['DB11/T 1322.65-2019', 'DB11-T-1322.65-2019'],
    ['DBS44/ 006-2016', 'DBS44-006-2016'],
    ['GB/T 42061-2022/ISO 13485:2016', 'GB-T-42061-2022'],
  ])('%s has the address %s, which is read back', (text, address) => {
    expect(slug(number(text))).toBe(address);
    expect(number(address).key).toBe(number(text).key);
  });
});

describe('explanations', () => {
  it('each part of a number is named in both languages', () => {
    const sentences = explain(parse('YY 0068.4-2009/XG1-2023'));
    expect(sentences.map((sentence) => sentence.en)).toEqual([
      'YY: a mandatory sectoral standard: medicine.',
      '0068: the serial; 4: part 4.',
      '2009: the year of publication.',
      'amendment sheet 1, published in 2023; number and year of the standard stay as they are.',
    ]);
    expect(sentences.map((sentence) => sentence.zh)).toContain('第1号修改单，2023年发布；标准编号和年份不变。');
  });

  it('a local standard names its region, a metrology document says that it is no standard', () => {
    expect(english('DB4403/T 1-2019')[0]).toBe('DB4403/T: a voluntary local standard of Shenzhen.');
    expect(english('JJG 1-2009')[0]).toContain('not a standard');
    expect(english('GBZ 1-2010')[0]).toContain('not GB/Z');
  });

  it.each(['GB 50016-2014', 'GB/T 51028-2015', 'GB 55037-2022'])('%s is named as engineering construction', (text) => {
    expect(english(text).join(' ')).toContain('national engineering-construction standard');
    expect(
      explain(parse(text))
        .map(({ zh }) => zh)
        .join(''),
    ).toContain('工程建设国家标准');
  });

  it.each(['GB/T 5001-2020', 'GB/T 42061-2022', 'GB/Z 50000-2020', 'GB/T 53000-2020', 'YY 50001-2020'])(
    '%s is none of engineering construction',
    (text) => {
      expect(english(text).join(' ')).not.toContain('engineering-construction');
    },
  );

  it.each(['T/GB 1-2020', 'T/ISO 1-2020', 'T/QB 1-2020', 'T/DB 1-2020'])(
    '%s has a code that an association must not choose',
    (text) => {
      expect(english(text)[1]).toMatch(/existing code of standards.*Association Standards Regulation/);
    },
  );

  it('a code of an association that only looks like one with a suffix is its own', () => {
    for (const text of ['T/CAS 1-2020', 'T/CECS 1-2020', 'T/CYZ 1-2020', 'T JB 1-2018'])
      expect(english(text).join(' ')).not.toContain('existing code');
  });

  it('regions that issue no local standards are said to issue none', () => {
    for (const text of ['DB71/T 1-2020', 'DB81 1-2020', 'DBJ82/T 1-2020'])
      expect(english(text)[1]).toContain('issues no DB standards');
    expect(english('DB31/T 1-2020').join(' ')).not.toContain('issues no');
  });

  it('what is not recognized is explained with a remedy', () => {
    expect(english('GX/T 1-2020').join(' ')).toMatch(/not a known prefix.*GB/);
    expect(english('GB/T')).toContain(
      'A serial (digits) should stand behind the prefix. Add it, for example GB/T 1.1.',
    );
    expect(english('9706.1').join(' ')).toMatch(/prefix is missing.*GB 9706\.1/);
  });
});

function english(text: string): readonly string[] {
  return explain(parse(text)).map((sentence) => sentence.en);
}

function texts(text: string): readonly string[] {
  return findNumbers(text).map((found) => found.text);
}

function number(text: string): StandardNumber {
  const reading = parse(text);
  if (reading.outcome !== 'recognized') throw new Error(`${text} is ${reading.outcome}`);
  return reading.number;
}
