import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../foundation/settings.ts';
import { examine } from '../intake/take-content.ts';
import { type Clause, clauseOf } from './clause.ts';
import { compareTexts } from './compare.ts';
import { comparisonDocx, comparisonText } from './comparison-file.ts';
import { extractText } from './extract.ts';
import { clausesOfDocx } from './extract-docx.ts';
import { paragraphsOf } from './extract-pdf.ts';
import { clausesOfSts } from './extract-sts.ts';

const settings = readSettings({}, '/nowhere').documents;
const clauses = (...lines: readonly string[]): readonly Clause[] => lines.map(clauseOf);

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
