import { describe, expect, it } from 'vitest';
import { explain, parse, type StandardNumber } from '../src/index.ts';

describe('a standard number in any spelling', () => {
  it.each([
    ['gb9706.1', 'GB 9706.1'],
    ['gbt42061', 'GB/T 42061'],
    ['yy/t0740', 'YY/T 0740'],
    ['iso 14971', 'ISO 14971'],
    ['GB／T19001—2016', 'GB/T 19001-2016'],
    ['ＧＢ／Ｔ　１９００１－２０１６', 'GB/T 19001-2016'],
    ['GB T 19001 – 2016', 'GB/T 19001-2016'],
    ['GB-T-19001-2016', 'GB/T 19001-2016'],
    ['GB 9706.1一2020', 'GB 9706.1-2020'],
    ['GB 8923-88', 'GB 8923-88'],
    ['CECS 279：2010', 'CECS 279-2010'],
    ['ISO 9001-2015', 'ISO 9001:2015'],
    ['iso/iec 27001：2022', 'ISO/IEC 27001:2022'],
    ['ISO TS 19115-3:2016', 'ISO/TS 19115-3:2016'],
    ['IEC60601-1', 'IEC 60601-1'],
    ['《GB 7718-2011》', 'GB 7718-2011'],
    ['GB 50016-2014（2018 年版）', 'GB 50016-2014(2018年版)'],
    ['GB/T 1（所有部分）', 'GB/T 1(所有部分)'],
    ['GB/T 1 (all parts)', 'GB/T 1(所有部分)'],
    ['HG/T 20592～20635—2009', 'HG/T 20592-20635-2009'],
    ['DB11/ 501-2017', 'DB11 501-2017'],
    ['DB 44/T 1-2010', 'DB44/T 1-2010'],
    ['T/CAS290-2017', 'T/CAS 290-2017'],
    ['Q/GDW10766-2015', 'Q/GDW 10766-2015'],
  ])('%s is %s', (text, canonical) => {
    expect(number(text).canonical).toBe(canonical);
  });

  it('a title glued behind is told apart from the number', () => {
    const reading = parse('GB 9706.1—2020 医用电气设备　第1部分：通用要求 ');
    expect(reading).toMatchObject({ outcome: 'recognized', rest: '医用电气设备　第1部分：通用要求' });
  });
});

describe('prefixes that are easily confused', () => {
  it('GBZ is occupational health and GB/Z a guiding document', () => {
    expect(number('GBZ 1-2010')).toMatchObject({ scheme: 'cn-health', kind: 'special-regime', prefix: 'GBZ' });
    expect(number('GB/Z 1-2010')).toMatchObject({ scheme: 'cn-national', nature: 'guiding', prefix: 'GB/Z' });
    expect(number('gb z 1-2010').prefix).toBe('GB/Z');
    expect(number('gbz1-2010').prefix).toBe('GBZ');
  });

  it('DB/T is the earthquake sector, DB with region digits a local standard', () => {
    expect(number('DB/T 1-2008')).toMatchObject({ scheme: 'cn-sectoral', publisher: 'DB' });
    expect(number('DB31/T 1-2008')).toMatchObject({ scheme: 'cn-local', region: '31' });
    expect(number('DB4403/T 1-2019')).toMatchObject({ scheme: 'cn-local', region: '4403' });
    expect(number('DB/T 29-88-2014')).toMatchObject({ scheme: 'cn-local', region: '12' });
  });

  it.each([
    ['DBJ15-31-2016', 'DBJ 15-31-2016'],
    ['DBJ14-071-2010', 'DBJ 14-071-2010'],
    ['DBJ01-602-2004', 'DBJ 01-602-2004'],
    ['DBJ 15-60', 'DBJ 15-60'],
    ['DBJ04/T 226-2015', 'DBJ04/T 226-2015'],
    ['DBJ-15-31-2016', 'DBJ 15-31-2016'],
  ])(
    '%s has an old number of the construction authorities, which names no province of GB/T 2260',
    (text, canonical) => {
      expect(number(text)).toMatchObject({ canonical, tier: 'local', region: undefined });
      expect(number(canonical).key).toBe(number(text).key);
      expect(explain(parse(text))[0]?.en).not.toContain(' of ');
    },
  );

  it('DBJ with a code of GB/T 2260 names its province', () => {
    expect(number('DBJ50-255-2017')).toMatchObject({ canonical: 'DBJ50 255-2017', region: '50' });
    expect(number('DBJ41/T 087-2017').region).toBe('41');
  });

  it('DB without region and suffix is answered with its readings', () => {
    expect(parse('DB 1-2008')).toMatchObject({ outcome: 'ambiguous', why: 'local-or-earthquake' });
  });

  it('a lost slash between T and a sector code is answered with both readings', () => {
    const reading = parse('T JB 1-2018');
    expect(reading.outcome === 'ambiguous' && reading.readings.map((read) => read.canonical)).toEqual([
      'T/JB 1-2018',
      'JB/T 1-2018',
    ]);
  });

  it('a bare number is never guessed', () => {
    const reading = parse('9706.1');
    expect(reading.outcome === 'ambiguous' && reading.readings.map((read) => read.canonical)).toEqual([
      'GB 9706.1',
      'GB/T 9706.1',
    ]);
    expect(parse('19001')).toMatchObject({ outcome: 'ambiguous', why: 'prefix-missing' });
  });

  it('military, metrology and food-safety documents are named as what they are', () => {
    expect(number('GJB/Z 299C-2006')).toMatchObject({ tier: undefined, kind: 'military', serial: '299C' });
    expect(number('JJF 1226-2009')).toMatchObject({ tier: undefined, kind: 'metrology', nature: undefined });
    expect(number('JJG(京) 12-2004')).toMatchObject({ kind: 'metrology', publisher: 'JJG(京)' });
    expect(number('DBS44/ 006-2016')).toMatchObject({ tier: 'local', kind: 'special-regime', region: '44' });
    expect(number('GBW(E) 080119')).toMatchObject({ tier: undefined, kind: 'metrology', publisher: 'GBW(E)' });
    expect(number('GSB 01-1234-2010')).toMatchObject({ tier: 'national', kind: 'reference-material' });
    expect(explain(parse('GBW 08301'))[0]?.zh).toContain('国家标准物质');
  });
});

describe('the parts of a number', () => {
  it('an amendment sheet belongs to the number and changes neither serial nor year', () => {
    const printed = number('YY 0068.4-2009/XG1-2023');
    expect(printed.supplements).toMatchObject([{ kind: 'XG', number: '1', year: 2023 }]);
    expect(number('GB 7718-2011 第1号修改单').key).toBe('GB 7718-2011/XG1');
    expect(number('GB 7718-2011《第一号修改单》').key).toBe('GB 7718-2011/XG1');
    expect(number('GB 7718-2011《预包装食品标签通则》第1号修改单').key).toBe('GB 7718-2011/XG1');
    expect(number('GB/T 1.1-2020 国家标准第1号修改单').key).toBe('GB/T 1.1-2020/XG1');
    expect(number('YY 0505-2012《医用电气设备》国家标准 第2号修改单').key).toBe('YY 0505-2012/XG2');
    expect(parse('GB 7718-2011《预包装食品标签通则》')).toMatchObject({ rest: '《预包装食品标签通则》' });
    expect(printed.seriesKey).toBe(number('YY 0068.4-2009').seriesKey);
  });

  it('a two-digit year is kept as printed and claimed as four digits', () => {
    expect(number('GB 8923-88')).toMatchObject({
      year: 1988,
      yearAsPrinted: '88',
      key: 'GB 8923-1988',
      typographic: 'GB 8923—88',
    });
  });

  it('GB and GB/T share one serial pool and so one work', () => {
    expect(number('GB 9706.1-2020').workKey).toBe(number('GB/T 9706.1').workKey);
    expect(number('GB 9706.1').workKey).not.toBe(number('GB 9706.2').workKey);
    expect(number('GBZ 1').workKey).not.toBe(number('GB 1').workKey);
  });

  it('a dual number carries the number of the adopted document and is claimed by its own', () => {
    const dual = number('GB/T 20988-2025/ISO 22301:2019');
    expect(dual.dual?.canonical).toBe('ISO 22301:2019');
    expect(dual.canonical).toBe('GB/T 20988-2025/ISO 22301:2019');
    expect(dual.typographic).toBe('GB/T 20988—2025/ISO 22301:2019');
    expect(dual.key).toBe('GB/T 20988-2025');
    expect(number('GB 9706.1-2020/XG1-2023/IEC 60601-1:2012').key).toBe('GB 9706.1-2020/XG1-2023');
    expect(number('GB/T 19001-2016/ISO 9001:2015/XG1-2020').key).toBe('GB/T 19001-2016/XG1-2020');
    expect(number('GB/T 19001-2016/ISO 9001:2015 第1号修改单').key).toBe('GB/T 19001-2016/XG1');
    expect(parse('GB/T 19001-2016/ISO 9001:2015 质量')).toMatchObject({ rest: '质量' });
    expect(number('GB/T 19001-2016/ISO 9001:2015').key).toBe(number('GB/T 19001-2016').key);
  });

  it('a draft has a stage and shares the series of its edition', () => {
    expect(number('ISO/DIS 9001')).toMatchObject({ stage: 'DIS', seriesKey: 'ISO 9001' });
    expect(number('ISO/CD TS 13208')).toMatchObject({
      stage: 'CD',
      kind: 'technical-specification',
      seriesKey: 'ISO/TS 13208',
    });
    expect(number('GB/T 1.1-2020（征求意见稿）').stage).toBe('征求意见稿');
  });

  it('leading zeros and letters of serials are kept', () => {
    expect(number('T/CHEAA 0001—2017').serial).toBe('0001');
    expect(number('JTG/T D65-04-2007').serial).toBe('D65-04');
    expect(number('Q/HDH 0001S-2020').serial).toBe('0001S');
    expect(number('GSB 01-1234-2010').serial).toBe('01-1234');
    expect(number('T/CECS G:D69-01-2020').serial).toBe('G:D69-01');
  });
});

describe('what is not a number is answered, never thrown', () => {
  it('an unknown prefix comes with the nearest known ones', () => {
    expect(parse('GX/T 1-2020')).toMatchObject({
      outcome: 'unknown-prefix',
      prefix: 'GX',
      nearest: expect.arrayContaining(['GB']),
    });
    expect(parse('IOS 9001:2015')).toMatchObject({ nearest: expect.arrayContaining(['ISO']) });
    expect(parse('6B/T 1.1-2020')).toMatchObject({ prefix: '6B/T', nearest: expect.arrayContaining(['GB/T']) });
    expect(parse('6B 7718-2011')).toMatchObject({ prefix: '6B', nearest: expect.arrayContaining(['GB']) });
    expect(parse('TCAS 290-2017')).toMatchObject({ nearest: ['T/CAS'] });
  });

  it.each([
    ['', 'text', 0],
    ['GB/T', 'serial', 4],
    ['GB/T XXXXX', 'serial', 5],
    ['GB 9706.1-20200', 'year', 10],
    ['GB 9706.1-1066', 'year-in-range', 10],
    ['ISO 1234:1899', 'year-in-range', 9],
    ['ISO/IEC 27001: 2150', 'year-in-range', 15],
    ['DB99/T 1-2008', 'region-code', 2],
    ['T/ 1-2008', 'organization-code', 3],
    ['  ＧＢ　', 'serial', 5],
    ['ISO 9001:2015x', 'end', 13],
    ['GB'.repeat(2000), 'shorter-text', 2000],
  ] as const)('%j lacks %s at %i', (text, expected, position) => {
    expect(parse(text)).toEqual({ outcome: 'malformed', expected, position });
  });
});

function number(text: string): StandardNumber {
  const reading = parse(text);
  if (reading.outcome !== 'recognized') throw new Error(`${text} is ${reading.outcome}`);
  return reading.number;
}
