import { describe, expect, test } from 'vitest';
import { gb18030, utf8, utf16be, utf16le } from '../sample-files/encodings.ts';
import { type ReadTables, readTables } from './index.ts';

function read(bytes: Uint8Array | string, name = ''): ReadTables {
  const result = readTables(typeof bytes === 'string' ? utf8(bytes) : bytes, { name });
  if (!result.ok) throw new Error(result.code);
  return result;
}

function rows(result: ReadTables): readonly (readonly string[])[] {
  return result.tables[0]?.rows.map((row) => row.map((cell) => cell.text)) ?? [];
}

const list = '标准编号,标准名称,发布日期\r\nGB 1-2020,虚构的标准,2020.1.1\r\nGB 2-2020,另一虚构标准,2020年2月\r\n';
const listRows = [
  ['标准编号', '标准名称', '发布日期'],
  ['GB 1-2020', '虚构的标准', '2020.1.1'],
  ['GB 2-2020', '另一虚构标准', '2020年2月'],
];

describe('encodings', () => {
  test.each([
    ['utf-8', utf8(list)],
    ['utf-8', utf8(`\ufeff${list}`)],
    ['gb18030', gb18030(list)],
    ['utf-16le', utf16le(`\ufeff${list}`)],
    ['utf-16be', utf16be(`\ufeff${list}`)],
    ['utf-16le', utf16le(list)],
    ['utf-16be', utf16be(list)],
  ] as const)('a list in %s is recognized by its bytes (case %#)', (encoding, bytes) => {
    const result = read(bytes);
    expect([result.encoding, result.format, rows(result)]).toEqual([encoding, 'csv', listRows]);
    expect(result.problems).toEqual([]);
  });

  test('text of another encoding that happens to be valid GB18030 is marked as guessed', () => {
    const result = read(
      Uint8Array.from([...'Norme fran'].map((c) => c.charCodeAt(0)).concat([0xe7, 0x61, 0x69, 0x73, 0x65, 0x0a])),
    );
    expect(result.problems.map(({ code }) => code)).toEqual(['office-tables.encoding-guessed']);
  });
});

describe('delimiters and quotes', () => {
  test.each([
    ['semicolon', 'a;b;c\n1;2;3\n', 'csv'],
    ['tab', 'a\tb\tc\n1\t2\t3\n', 'tsv'],
    ['bar', 'a|b|c\n1|2|3\n', 'csv'],
    ['line ends of old Macintosh', 'a,b,c\r1,2,3\r', 'csv'],
    ['a stated separator', 'sep=;\r\na;b;c\r\n1;2;3', 'csv'],
    ['quotes', '"a","b","c"\n"1","2","3"', 'csv'],
  ])('%s', (_, text, format) => {
    const result = read(text);
    expect([result.format, rows(result)]).toEqual([
      format,
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ]);
  });

  test('quoted cells hold delimiters, quotes and line ends', () => {
    expect(rows(read('编号,名称\n"GB 1, 2",\x22他说""好""\n第二行\x22\nGB 3,x\n'))).toEqual([
      ['编号', '名称'],
      ['GB 1, 2', '他说"好"\n第二行'],
      ['GB 3', 'x'],
    ]);
  });

  test('title rows and a note do not hide the delimiter', () => {
    const text =
      '某市地方标准目录（虚构）\n\n编号,名称,日期\nDB1,a,2020\nDB2,b,2021\nDB3,c,2022\nDB4,d,2023\nDB5,e,2024\n';
    expect(read(text).tables[0]?.rows.length).toBe(8);
  });

  test('short rows are filled up with blank cells and trailing blank rows are left out', () => {
    expect(rows(read('a,b,c\n1,2\n3,4,5\n,,\n,,\n'))).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', ''],
      ['3', '4', '5'],
    ]);
  });

  test('numbers are numbers, but leading zeros and dotted numbers stay text', () => {
    const [, row] = read('a,b,c,d\n42,007,2020.1.1,-3.5\n').tables[0]?.rows ?? [];
    expect(row?.map(({ kind, text }) => [kind, text])).toEqual([
      ['number', '42'],
      ['text', '007'],
      ['text', '2020.1.1'],
      ['number', '-3.5'],
    ]);
  });
});

describe('formulas in CSV', () => {
  test.each([
    '=1+1',
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
    '+SUM(1)',
    '-A1!B2',
    '@SUM(A1)',
    "+cmd|'x'!A0",
    '＝1',
  ])('%s is refused', (formula) => {
    const result = read(`编号,值\nGB 1,"${formula.replaceAll('"', '""')}"\nGB 2,1\n`);
    expect(result.tables[0]?.rows[1]?.[1]).toEqual({ text: '', kind: 'formula' });
    expect(result.problems.map(({ code }) => code)).toEqual(['office-tables.formula-refused']);
  });

  test.each([
    ['-', '-'],
    ['+86 10 1234 5678', '+86 10 1234 5678'],
    ['@名', '@名'],
    ['="0012"', '0012'],
    ["'=1+1", '=1+1'],
    ["'-x", '-x'],
    ["'quoted'", "'quoted'"],
    ['-（无）', '-（无）'],
  ])('%s is text %s', (written, text) => {
    const result = read(`编号,值\nGB 1,"${written.replaceAll('"', '""')}"\nGB 2,1\n`);
    expect(result.tables[0]?.rows[1]?.[1]).toMatchObject({ text });
    expect(result.problems).toEqual([]);
  });
});

describe('lines', () => {
  test('a list of numbers without columns is read as lines', () => {
    const result = read('GB 9706.1-2020\n\n  GB/T 42061-2022  \r\nYY/T 0740—2009');
    expect([result.format, result.paragraphs]).toEqual([
      'text',
      ['GB 9706.1-2020', 'GB/T 42061-2022', 'YY/T 0740—2009'],
    ]);
  });

  test('running text with some commas is no table', () => {
    expect(read('This part, which is fictitious, cites GB 1-2020.\nNothing else.\nOne more, perhaps.\n').format).toBe(
      'text',
    );
  });

  test('only the name tells that one column is a CSV', () => {
    expect(read('编号\nGB 1\nGB 2\n', 'list.CSV').tables[0]?.rows).toHaveLength(3);
    expect(read('编号\nGB 1\nGB 2\n', 'list.txt').tables).toEqual([]);
  });
});

describe('JSON Lines', () => {
  test('members become columns, inner objects dotted ones, lists one line each', () => {
    const result = read(
      '{"number":"GB 1-2020","title":{"zh":"虚构","en":"fictitious"}}\n\n{"number":"GB 2-2020","replaces":["GB 2-2010","GB 3-2010"],"pages":12}\n',
    );
    expect(result.format).toBe('jsonl');
    expect(rows(result)).toEqual([
      ['number', 'title.zh', 'title.en', 'replaces', 'pages'],
      ['GB 1-2020', '虚构', 'fictitious', '', ''],
      ['', '', '', '', ''],
      ['GB 2-2020', '', '', 'GB 2-2010\nGB 3-2010', '12'],
    ]);
    expect(result.tables[0]?.firstRow).toBe(0);
  });

  test('a broken line is remarked with its number and the others are read', () => {
    const result = read('{"number":"GB 1"}\n{"number":\n[1]\n{"number":"GB 4"}');
    expect(result.problems.map(({ code, place }) => [code, place.row])).toEqual([
      ['office-tables.line-not-json', 2],
      ['office-tables.line-not-json', 3],
    ]);
    expect(rows(result).at(-1)).toEqual(['GB 4']);
  });

  test('member names of objects in the language itself are only names', () => {
    expect(rows(read('{"__proto__":{"x":"1"},"constructor":"2"}'))).toEqual([
      ['__proto__.x', 'constructor'],
      ['1', '2'],
    ]);
  });
});
