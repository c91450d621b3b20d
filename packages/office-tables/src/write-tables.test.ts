import { strFromU8, unzipSync } from 'fflate';
import { readXlsx as readWithOther, writeXlsx as writeWithOther } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csvLine, readTables, unescapeCsvCell, writeCsv, writeXlsx } from './index.ts';

const columns = [
  { title: '标准编号', width: 20 },
  { title: '发布日期', kind: 'date' },
  { title: '页数', kind: 'number' },
] as const;
const rows = [
  ['=1+1', '2020-01-31', 12],
  ['GB 1-2020 <虚构> & "x"', '2020-01', null],
  ['_x0041_ 🀄\n次行', '', 0.5],
];
const workbook = writeXlsx({
  sheets: [
    { name: '标准[目录]:?', columns, rows },
    { name: '标准 目录', columns, rows: [] },
  ],
  notes: { name: '说明', lines: [['来源', '虚构']] },
  title: '虚构',
  writtenAt: '2026-01-31T00:00:00Z',
});

describe('a workbook that we write', () => {
  test('is read back as it was given, text as text, dates as dates', () => {
    const read = readTables(workbook);
    if (!read.ok) throw new Error(read.code);
    expect(read.problems).toEqual([]);
    expect(read.tables[0]?.rows.map((row) => row.map(({ text, kind }) => [text, kind]))).toEqual([
      [
        ['标准编号', 'text'],
        ['发布日期', 'text'],
        ['页数', 'text'],
      ],
      [
        ['=1+1', 'text'],
        ['2020-01-31', 'date'],
        ['12', 'number'],
      ],
      [
        ['GB 1-2020 <虚构> & "x"', 'text'],
        ['2020-01', 'text'],
        ['', 'empty'],
      ],
      [
        ['_x0041_ 🀄\n次行', 'text'],
        ['', 'empty'],
        ['0.5', 'number'],
      ],
    ]);
  });

  test('is read alike by another program', async () => {
    const { sheets } = await readWithOther(workbook);
    expect(sheets.map(({ name }) => name)).toEqual(['标准 目录', '标准 目录 (2)', '说明']);
    expect(sheets[0]?.rows[1]?.[0]).toBe('=1+1');
    expect(sheets[0]?.rows[1]?.[1]).toEqual(new Date('2020-01-31T00:00:00Z'));
    expect(sheets[0]?.rows[1]?.[2]).toBe(12);
    expect(sheets[2]?.rows).toEqual([
      ['说明', ''],
      ['来源', '虚构'],
    ]);
  });

  test('holds no formula, keeps its header in view and can be filtered', () => {
    const sheet = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A1:C4"/>');
  });

  test('is the same, byte for byte, each time', () => {
    const again = writeXlsx({ sheets: [{ name: 'a', columns, rows }] });
    expect(writeXlsx({ sheets: [{ name: 'a', columns, rows }] })).toEqual(again);
  });

  test('cuts a text that no cell can hold, instead of making a damaged file', () => {
    const read = readTables(writeXlsx({ sheets: [{ name: 'a', columns, rows: [['长'.repeat(40_000)]] }] }));
    expect(read.ok && read.tables[0]?.rows[1]?.[0]?.text).toMatch(/^长{32766}…$/);
  });

  test('leaves out characters that XML cannot hold', () => {
    const read = readTables(writeXlsx({ sheets: [{ name: '\u0000', columns, rows: [['a\u0001b\ud800']] }] }));
    expect(read.ok && read.tables[0]?.rows[1]?.[0]?.text).toBe('ab\ufffd');
  });
});

test('a workbook that another program wrote is read alike', async () => {
  const bytes = await writeWithOther({
    sheets: [
      {
        name: '标准',
        columns: [
          { header: '标准编号', key: 'number' },
          { header: '发布日期', key: 'publishedOn', numFmt: 'yyyy-mm-dd' },
        ],
        data: [{ number: 'GB 1-2020', publishedOn: new Date('2020-01-31T00:00:00Z') }],
      },
    ],
  });
  const read = readTables(new Uint8Array(bytes));
  expect(read.ok && read.tables[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['标准编号', '发布日期'],
    ['GB 1-2020', '2020-01-31'],
  ]);
});

describe('a CSV that we write', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', "'=1", '＝1'])(
    'puts an apostrophe before %j, and reading takes it off',
    (text) => {
      const written = csvLine([text]).replace(/^"|"?\r\n$/g, '');
      expect(written.startsWith("'")).toBe(true);
      expect(unescapeCsvCell(written)).toBe(text);
    },
  );

  test('keeps numbers as numbers and quotes what needs quotes', () => {
    expect(csvLine([-5, 'a,b', 'say "x"', '两\n行', true, null, undefined, ' x'])).toBe(
      '-5,"a,b","say ""x""","两\n行",TRUE,,," x"\r\n',
    );
  });

  test('has a byte order mark unless told otherwise', () => {
    expect([...writeCsv(columns, []).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(writeCsv(columns, [['a', 'b', 1]], { bom: false, delimiter: ';' }))).toBe(
      '标准编号;发布日期;页数\r\na;b;1\r\n',
    );
  });
});
