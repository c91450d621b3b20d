import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { stopwatch } from '../../foundation/clock.ts';
import { readSettings } from '../../foundation/settings.ts';
import { examine } from '../intake/take-content.ts';
import { type Clause, clauseOf } from './clause.ts';
import { compareTexts } from './compare.ts';
import { comparisonDocx, comparisonText } from './comparison-file.ts';
import { extractText } from './extract.ts';
import { clausesOfDocx } from './extract-docx.ts';
import { paragraphsOf } from './extract-pdf.ts';
import { clausesOfSts } from './extract-sts.ts';
import { type Piece, wordChanges, wordsOf } from './words.ts';

const settings = readSettings({}, '/nowhere').documents;
const clauses = (...lines: readonly string[]): readonly Clause[] => lines.map(clauseOf);
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind]).join('');
const kinds = (before: readonly Clause[], after: readonly Clause[]) =>
  compareTexts(before, after).clauses.map(({ kind, after: now, before: was }) =>
    `${kind} ${now?.label ?? was?.label ?? ''}`.trim(),
  );

describe('words', () => {
  test.each([
    ['按GB/T 1.1—2020的规定', ['GB/T 1.1—2020']],
    ['符合ISO 9001:2015和GB 9706.1-2020', ['ISO 9001:2015', 'GB 9706.1-2020']],
    ['额定电压为220 V±10 %，频率50 Hz～60 Hz', ['220 V±10 %']],
    ['间隙不小于0.5 mm', ['0.5 mm']],
    ['使用state-of-the-art设备', ['state-of-the-art']],
    ['温度为23 ℃±2 ℃', ['23 ℃±2 ℃']],
    ['速度不大于1.5 m/s', ['1.5 m/s']],
  ])('of %s keep together %j', (text, whole) => {
    const words = wordsOf(text).map((word) => word.trim());
    expect(words).toEqual(expect.arrayContaining(whole));
  });

  test('put together again are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'规定GB/T 1.-—2020 V±%mm，。ab') }), (text) => {
        expect(wordsOf(text).join('')).toBe(text);
      }),
    );
  });
});

describe('a change within a paragraph', () => {
  test.each([
    [
      '本文件按照GB/T 1.1—2009的规定起草。',
      '本文件按照GB/T 1.1—2020的规定起草。',
      '本文件按照[-GB/T 1.1—2009-]{+GB/T 1.1—2020+}的规定起草。',
    ],
    ['额定电压为220 V。', '额定电压为380 V。', '额定电压为[-220 V-]{+380 V+}。'],
    ['产品应符合要求。', '产品应当符合安全要求。', '产品[-应-]{+应当+}符合{+安全+}要求。'],
    [
      'The device shall stop within 5 s.',
      'The device shall stop within 10 s.',
      'The device shall stop within [-5 s-]{+10 s+}.',
    ],
  ])('%s becomes %s', (before, after, expected) => {
    expect(shown(wordChanges(before, after))).toBe(expected);
  });

  test('of nearly everything is shown as one text after the other', () => {
    expect(shown(wordChanges('本条规定试验方法。', '参数见表三，另有约定除外；'))).toMatch(
      /^\[-本条规定试验方法。-\]\{\+/,
    );
  });

  test('gives both texts back, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('电压', '不', '应', '220 V', 'GB/T 1.1', '。', '，', ' ', 'a') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after);
        expect(
          pieces
            .filter(({ kind }) => kind !== 'added')
            .map((piece) => piece.text)
            .join(''),
        ).toBe(before);
        expect(
          pieces
            .filter(({ kind }) => kind !== 'removed')
            .map((piece) => piece.text)
            .join(''),
        ).toBe(after);
      }),
    );
  });
});

describe('clauses', () => {
  test.each([
    ['5.2.1 外观', { label: '5.2.1', text: '外观' }],
    ['附 录 A （规范性）试验方法', { label: '附录A', text: '（规范性）试验方法' }],
    ['A.3.1 总则', { label: 'A.3.1', text: '总则' }],
    ['第十二条 本办法自发布之日起施行', { label: '第十二条', text: '本办法自发布之日起施行' }],
    ['a) 外壳', { label: 'a)', text: '外壳' }],
    ['5 mm的间隙', { text: '5 mm的间隙' }],
    ['2020年发布', { text: '2020年发布' }],
    ['本文件规定了要求', { text: '本文件规定了要求' }],
  ])('%s', (line, clause) => {
    expect(clauseOf(line)).toEqual(clause);
  });

  test('that were only counted on are renumbered, not changed', () => {
    const before = clauses('5.1 外观应当平整无划痕', '5.2 尺寸应当符合表1的规定', '5.3 材料应当符合GB/T 700的规定');
    const after = clauses(
      '5.1 外观应当平整无划痕',
      '5.2 颜色应当均匀一致，没有色差',
      '5.3 尺寸应当符合表1的规定',
      '5.4 材料应当符合GB/T 700的规定',
    );
    expect(kinds(before, after)).toEqual(['same 5.1', 'added 5.2', 'renumbered 5.3', 'renumbered 5.4']);
  });

  test('that stand elsewhere are moved, also when they were changed a little', () => {
    const before = clauses(
      '4 术语和定义适用于本文件',
      '5 试验应当在标准大气条件下进行，温度为23 ℃±2 ℃',
      '6 检验规则按批次进行抽样检查',
      '7 标志应当清晰耐久',
    );
    const after = clauses(
      '4 术语和定义适用于本文件',
      '5 检验规则按批次进行抽样检查',
      '6 标志应当清晰耐久',
      '7 试验应当在标准大气条件下进行，温度为25 ℃±2 ℃',
    );
    expect(kinds(before, after)).toEqual(['same 4', 'renumbered 5', 'renumbered 6', 'moved 7']);
    const moved = compareTexts(before, after).clauses[3];
    expect(shown(moved?.pieces ?? [])).toBe('试验应当在标准大气条件下进行，温度为[-23 ℃±2 ℃-]{+25 ℃±2 ℃+}');
  });

  test('of a comparison are all those of both texts, each once', () => {
    const line = fc.constantFrom(
      '1 范围',
      '2 术语适用于本文件的规定',
      '3 要求应当满足下列各项',
      '应当满足',
      '试验方法按照规定进行',
      '检验规则',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), fc.array(line, { maxLength: 14 }), (one, other) => {
        const [before, after] = [clauses(...one), clauses(...other)];
        const found = compareTexts(before, after).clauses;
        expect(found.flatMap((clause) => clause.after ?? [])).toEqual(after);
        const was = found.flatMap((clause) => clause.before ?? []).map((clause) => JSON.stringify(clause));
        expect(was.toSorted()).toEqual(before.map((clause) => JSON.stringify(clause)).toSorted());
        if (one.join() === other.join()) expect(found.every(({ kind }) => kind === 'same')).toBe(true);
      }),
    );
  });
});

describe('a document of 300 pages', () => {
  /** Some twenty paragraphs a page, of eighty characters. */
  const long = (edition: number): readonly Clause[] =>
    Array.from({ length: 6_000 }, (_, place) => {
      const isChanged = edition === 2 && place % 7 === 0;
      return clauseOf(
        `${Math.floor(place / 20) + 1}.${(place % 20) + 1} 第${place}项样品在${23 + (place % 5)} ℃的条件下放置${isChanged ? 48 : 24} h后，应当按照GB/T ${1000 + place}—2020的规定进行外观、尺寸和性能的检查，并记录结果${isChanged ? '和不确定度' : ''}。`,
      );
    });

  test('is compared within two seconds, also when every third paragraph is new', () => {
    const [before, after] = [
      long(1),
      long(2).flatMap((clause, place) =>
        place % 9 === 0 ? [{ text: `新增的说明${place}，供使用者参考。` }, clause] : [clause],
      ),
    ];
    const elapsed = stopwatch();
    const { counts } = compareTexts(before, after);
    const milliseconds = elapsed();
    expect(counts.changed).toBe(858);
    expect(counts.added).toBe(667);
    expect(counts.removed).toBe(0);
    // Measured alone it takes a fourth of this; the limit only ends what has become quadratic.
    expect(milliseconds).toBeLessThan(8_000);
  });

  test('beside one that has nothing in common does not take for ever', () => {
    const elapsed = stopwatch();
    const other = long(1).map((_, place) => ({ text: `Paragraph ${place} of another text altogether.` }));
    expect(compareTexts(long(1), other).counts.same).toBe(0);
    expect(elapsed()).toBeLessThan(20_000);
  });
});

const word = (body: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries({
          '[Content_Types].xml':
            '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
          'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
          ...parts,
        }).map(([name, text]) => [name, strToU8(text)]),
      ),
    ),
  );
const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const level = (place: number, text: string, format = 'decimal'): string =>
  `<w:lvl w:ilvl="${place}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const listed = (list: number, place: number): string =>
  `<w:numPr><w:ilvl w:val="${place}"/><w:numId w:val="${list}"/></w:numPr>`;

describe('the text of a file', () => {
  test('of a word processor has the numbers that the program writes, without contents and deleted words', () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, '%1')}${level(1, '%1.%2')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, '第%1条', 'chineseCounting')}${level(1, '%2)', 'lowerLetter')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/><w:pPr>${listed(1, 0)}</w:pPr></w:style><w:style w:styleId="H1b"><w:name w:val="章"/><w:basedOn w:val="H1"/></w:style><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>`;
    const body = [
      p('1 范围 ...... 3', '<w:pStyle w:val="T"/>'),
      p('范围', '<w:pStyle w:val="H1"/>'),
      p('要求', '<w:pStyle w:val="H1b"/>'),
      p('外观', listed(1, 1)),
      p('尺寸', listed(1, 1)),
      p('总则', listed(2, 0)),
      p('外壳', listed(2, 1)),
      p('适用', listed(2, 0)),
      '<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>新增</w:t></w:r></w:ins></w:p>',
      `<w:tbl><w:tr><w:tc>${p('项目')}</w:tc><w:tc>${p('指标')}</w:tc></w:tr></w:tbl>`,
    ].join('');
    expect(clausesOfDocx(word(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }), settings)).toEqual(
      [
        { label: '1', text: '范围' },
        { label: '2', text: '要求' },
        { label: '2.1', text: '外观' },
        { label: '2.2', text: '尺寸' },
        { label: '第一条', text: '总则' },
        { label: 'a)', text: '外壳' },
        { label: '第二条', text: '适用' },
        { text: '保留新增' },
        { text: '项目 | 指标' },
      ],
    );
  });

  test('of NISO STS has labels and rows of tables, and no data about the text', () => {
    const text =
      '<standard><front><std-meta><title-wrap><main>不读</main></title-wrap></std-meta></front><body><sec><label>1</label><title>范围</title><p>本文件规定了<xref>要求</xref>。</p></sec><table><tr><th>项目</th><td>5 mm</td></tr></table></body></standard>';
    expect(clausesOfSts(Buffer.from(text), 'a.xml')).toEqual([
      { label: '1', text: '范围' },
      { text: '本文件规定了要求。' },
      { text: '项目 | 5 mm' },
    ]);
  });

  test('of a PDF loses running heads and page numbers, and lines become paragraphs again', () => {
    const page = (body: string, number: number): string => `GB/T 1.1—2020\n\n${body}\n\n${number}`;
    const text = [
      page('1 范围\n本文件规定了样例产品\n的要求。', 1),
      page('2 术语\nThe device shall\nstop at once.', 2),
      page('3 要求\n应当平整。', 3),
      page('4 试验\n按规定。', 4),
    ].join('\f');
    expect(paragraphsOf(text).map(({ label, text: words }) => `${label ?? '-'} ${words}`)).toEqual([
      '1 范围本文件规定了样例产品的要求。',
      '2 术语The device shall stop at once.',
      '3 要求应当平整。',
      '4 试验按规定。',
    ]);
  });

  test('that cannot be compared says why', async () => {
    expect(await extractText(Buffer.from('x'), 'image/png', settings)).toEqual({ reason: 'not-comparable' });
    const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(await extractText(Buffer.from('x'), docx, settings)).toEqual({ reason: 'unreadable' });
    expect(await extractText(Buffer.from('1 范围\r\n\r\n要求'), 'text/plain; charset=utf-8', settings)).toEqual({
      clauses: [{ label: '1', text: '范围' }, { text: '要求' }],
    });
    // A PDF without any text: a scan, or no reader on this machine.
    expect(await extractText(Buffer.from('%PDF-1.4\n%%EOF'), 'application/pdf', settings)).toMatchObject({
      reason: expect.stringMatching(/no-text|no-reader/),
    });
  });
});

describe('a comparison as a file', () => {
  const head = {
    title: '样例产品 <总则>',
    lines: ['第1版 → 第2版'],
    words: { same: '相同', changed: '改动', renumbered: '重新编号', added: '新增', removed: '删去', moved: '移动' },
    madeAt: '2026-06-30T04:00:00Z',
    author: 'Guiju & 规矩',
  };
  const comparison = compareTexts(
    clauses('1 范围适用于全部产品', '2 电压为220 V的设备', '3 要求应当满足'),
    clauses('1 范围适用于全部产品', '1.1 新增的一条 <b>', '2 电压为380 V的设备', '4 要求应当满足'),
  );

  test('of plain text marks what came and went', () => {
    expect(comparisonText(head, comparison).split('\n').slice(2)).toEqual([
      '',
      '1 范围适用于全部产品',
      '[新增] 1.1 {+新增的一条 <b>+}',
      '[改动] 2 电压为[-220 V-]{+380 V+}的设备',
      '[重新编号] [-3-]{+4+} 要求应当满足',
      '',
    ]);
  });

  test('of a word processor has tracked changes, and accepted is the later text', () => {
    const bytes = Buffer.from(comparisonDocx(head, comparison));
    expect(examine({ name: 'a.docx', bytes }, settings).ending).toBe('docx');
    const accepted = clausesOfDocx(bytes, settings).map(({ label, text }) => `${label ?? ''} ${text}`.trim());
    expect(accepted.slice(2)).toEqual([
      '1 范围适用于全部产品',
      '1.1 新增的一条 <b>',
      '2 电压为380 V的设备',
      '4 要求应当满足',
    ]);
  });
});
