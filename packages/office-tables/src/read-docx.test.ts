import { Document, FootnoteReferenceRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { aDocument, paragraph, run, table, tableCell } from '../sample-files/documents.ts';
import { type ReadTables, readTables } from './index.ts';

function read(bytes: Uint8Array): ReadTables {
  const result = readTables(bytes);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.place)}`);
  return result;
}

function texts(result: ReadTables, index = 0): readonly (readonly string[])[] {
  return result.tables[index]?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
}

test('paragraphs and tables come in reading order', () => {
  const result = read(
    aDocument(
      paragraph('引用文件（虚构）') +
        table(['编号', '名称'], ['GB 1-2020', '虚构']) +
        paragraph('') +
        paragraph('GB/T ', '2-2021'),
    ),
  );
  expect(result.paragraphs).toEqual(['引用文件（虚构）', 'GB/T 2-2021']);
  expect(result.order).toEqual([{ paragraph: 0 }, { table: 0 }, { paragraph: 1 }]);
  expect(texts(result)).toEqual([
    ['编号', '名称'],
    ['GB 1-2020', '虚构'],
  ]);
});

test('a number broken over runs, with a non-breaking hyphen and tabs, is one text', () => {
  const body = `<w:p>${run('GB/T')}<w:r><w:tab/></w:r>${run('9706.1')}<w:r><w:noBreakHyphen/></w:r>${run('2020')}<w:r><w:br/></w:r>${run('次行')}</w:p>`;
  expect(read(aDocument(body)).paragraphs).toEqual(['GB/T\t9706.1-2020\n次行']);
});

test('cells merged across and down all show their text', () => {
  const down = (how: string, text: string) => tableCell(text, `<w:vMerge w:val="${how}"/>`);
  const body = table(
    [tableCell('标题（虚构）', '<w:gridSpan w:val="3"/>')],
    [down('restart', '国家'), 'GB 1', 'a'],
    [tableCell('', '<w:vMerge/>'), 'GB 2', 'b'],
    [down('restart', '地方'), 'DB 1', 'c'],
  );
  expect(texts(read(aDocument(body)))).toEqual([
    ['标题（虚构）', '标题（虚构）', '标题（虚构）'],
    ['国家', 'GB 1', 'a'],
    ['国家', 'GB 2', 'b'],
    ['地方', 'DB 1', 'c'],
  ]);
});

test('a column merged down over a thousand rows costs no more than its cells', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => [
    tableCell(index === 0 ? '国家' : '', `<w:vMerge${index === 0 ? ' w:val="restart"' : ''}/>`),
    `GB ${index}`,
  ]);
  expect(texts(read(aDocument(table(...rows)))).at(-1)).toEqual(['国家', 'GB 999']);
});

test('a table inside a cell is a table of its own, after the outer one', () => {
  const body = table(['外', tableCell(`${table(['内 1', '内 2'])}${paragraph('旁')}`)]);
  const result = read(aDocument(body));
  expect([texts(result, 0), texts(result, 1)]).toEqual([[['外', '旁']], [['内 1', '内 2']]]);
});

test('several paragraphs of a cell are lines of its text', () => {
  expect(texts(read(aDocument(table([tableCell(paragraph('GB 1') + paragraph('GB 2')), 'x']))))).toEqual([
    ['GB 1\nGB 2', 'x'],
  ]);
});

test('deleted text is left out, inserted text is read, and the document is said to hold changes', () => {
  const body = `<w:p><w:ins>${run('GB 2-2021')}</w:ins><w:del><w:r><w:delText>GB 1-2020</w:delText></w:r></w:del></w:p>`;
  const result = read(aDocument(body));
  expect([result.paragraphs, result.problems.map(({ code }) => code)]).toEqual([
    ['GB 2-2021'],
    ['office-tables.tracked-changes'],
  ]);
});

test('a text box is read once, though the file holds it twice', () => {
  const box = `<w:txbxContent>${paragraph('GB 3-2022')}</w:txbxContent>`;
  const body = `<w:p>${run('正文')}<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:p>`;
  expect(read(aDocument(body)).paragraphs).toEqual(['GB 3-2022', '正文']);
});

test('footnotes follow the text; field codes and tab stops are not text', () => {
  const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r>${run('GB 1')}</w:p>`;
  expect(read(aDocument(body, `<w:footnote>${paragraph('见 GB 9-2020')}</w:footnote>`)).paragraphs).toEqual([
    'GB 1',
    '见 GB 9-2020',
  ]);
});

test('a document made by another program is read', async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('脚注 GB 5-2020（虚构）')] } },
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('规范性引用文件（虚构）'), new FootnoteReferenceRun(1)] }),
          new Table({
            rows: [
              new TableRow({ children: [cell('编号'), cell('名称')] }),
              new TableRow({ children: [cell('GB 1-2020'), cell('虚构')] }),
            ],
          }),
        ],
      },
    ],
  });
  const result = read(new Uint8Array(await Packer.toBuffer(document)));
  expect(result.format).toBe('docx');
  expect(texts(result)).toEqual([
    ['编号', '名称'],
    ['GB 1-2020', '虚构'],
  ]);
  expect(result.paragraphs).toEqual(['规范性引用文件（虚构）', '脚注 GB 5-2020（虚构）']);
});
