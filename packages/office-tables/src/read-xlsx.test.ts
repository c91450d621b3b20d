import { describe, expect, test } from 'vitest';
import { aSheet, aWorkbook } from '../sample-files/workbooks.ts';
import type { ReadTables, Table } from './index.ts';
import { type ReadOptions, readTables } from './index.ts';

function read(bytes: Uint8Array, options: ReadOptions = {}): ReadTables {
  const result = readTables(bytes, options);
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result)}`);
  return result;
}

function onlyTable(bytes: Uint8Array, options: ReadOptions = {}): Table {
  const { tables } = read(bytes, options);
  const [table] = tables;
  if (!table || tables.length !== 1) throw new Error(`${tables.length} tables`);
  return table;
}

function texts(table: Table): readonly (readonly string[])[] {
  return table.rows.map((row) => row.map((cell) => cell.text));
}

describe('cells of a workbook', () => {
  test('text, number, truth value and blank cells are told apart', () => {
    const [row] = onlyTable(aSheet([['虚构标准', 3.5, true, null, 'end']])).rows;
    expect(row?.map((cell) => cell.kind)).toEqual(['text', 'number', 'boolean', 'empty', 'text']);
    expect(row?.[1]?.number).toBe(3.5);
  });

  test('numbers read as spreadsheet programs show them: 15 digits, whole numbers in full, leading zeros of the format', () => {
    const bytes = aWorkbook({
      formats: ['00000'],
      sheets: [{ rows: [[0.1 + 0.2, 123456789012345680, { value: 42, style: 1 }, -7]] }],
    });
    expect(texts(onlyTable(bytes))).toEqual([['0.3', '123456789012345680', '00042', '-7']]);
  });

  test('rich text is joined and reading aids are left out', () => {
    const strings =
      '<si><r><t>医用</t></r><r><rPr><b/></rPr><t>电气</t></r><rPh sb="0" eb="2"><t>イヨウ</t></rPh></si>';
    const bytes = aWorkbook({ strings, sheets: [{ rows: [[{ type: 's', value: '0' }]] }] });
    expect(texts(onlyTable(bytes))).toEqual([['医用电气']]);
  });

  test('a line end inside a cell is kept, whichever way it was written', () => {
    const bytes = aSheet([['GB 1-2020\r\nGB 2-2020', { value: 'GB 3_x000D_\nGB 4' }]]);
    expect(texts(onlyTable(bytes))).toEqual([['GB 1-2020\nGB 2-2020', 'GB 3\nGB 4']]);
  });

  test('an error cell stays an error and is remarked with its place', () => {
    const result = read(aSheet([['a'], [{ type: 'e', value: '#N/A' }]]));
    expect(result.tables[0]?.rows[1]?.[0]).toEqual({ text: '#N/A', kind: 'error' });
    expect(result.problems).toEqual([
      { code: 'office-tables.error-cell', place: { sheet: 'Sheet1', row: 2, column: 1 }, details: { value: '#N/A' } },
    ]);
  });

  test('control and bidi characters are removed and remarked, the text is composed to NFC', () => {
    const result = read(aSheet([['GB\u202e 0202-1\u0007', 'e\u0301tude', '\ufeffGB 1\u200b']]));
    expect(texts(result.tables[0] ?? onlyTable(aSheet([])))).toEqual([['GB 0202-1', 'étude', 'GB 1']]);
    expect(result.problems.map(({ code, details }) => [code, details['count']])).toEqual([
      ['office-tables.characters-removed', 2],
    ]);
  });

  test('markup in a title is only text', () => {
    expect(texts(onlyTable(aSheet([['<script>alert(1)</script>&amp;']])))).toEqual([
      ['<script>alert(1)</script>&amp;'],
    ]);
  });
});

describe('dates of a workbook', () => {
  test('a date cell gives the day, by built-in and by Chinese formats', () => {
    const bytes = aWorkbook({
      formats: [14, 'yyyy"年"m"月"d"日";@', '[$-804]yyyy\\-mm\\-dd', 31],
      sheets: [{ rows: [[1, 2, 3, 4].map((style) => ({ value: 45047, style }))] }],
    });
    const [row] = onlyTable(bytes).rows;
    expect(row?.map((cell) => [cell.kind, cell.iso])).toEqual(Array(4).fill(['date', '2023-05-01']));
  });

  test('a date shown as month or year is no more precise than shown', () => {
    const bytes = aWorkbook({
      formats: ['yyyy"年"m"月"', 57, 'yyyy', 'yyyy/m/d h:mm'],
      sheets: [{ rows: [[1, 2, 3, 4].map((style) => ({ value: 45047.5, style }))] }],
    });
    expect(texts(onlyTable(bytes))).toEqual([['2023-05', '2023-05', '2023', '2023-05-01T12:00']]);
  });

  test('a Macintosh workbook counts its days from 1904', () => {
    const bytes = aWorkbook({ date1904: true, formats: [14], sheets: [{ rows: [[{ value: 43585, style: 1 }]] }] });
    const table = onlyTable(bytes);
    expect(table.dateBase).toBe(1904);
    expect(texts(table)).toEqual([['2023-05-01']]);
  });

  test('the day that never was, 29 February 1900, is remarked and stays a number', () => {
    const bytes = aWorkbook({
      formats: [14],
      sheets: [
        {
          rows: [
            [
              { value: 60, style: 1 },
              { value: 61, style: 1 },
              { value: 59, style: 1 },
            ],
          ],
        },
      ],
    });
    const result = read(bytes);
    expect(result.tables[0]?.rows[0]?.map((cell) => cell.text)).toEqual(['60', '1900-03-01', '1900-02-28']);
    expect(result.problems.map(({ code }) => code)).toEqual(['office-tables.impossible-date']);
  });

  test('a time of day, an amount and a percentage are no dates', () => {
    const bytes = aWorkbook({
      formats: ['h:mm', '#,##0.00 "yd"', '0.0%', '[Red]0.00'],
      sheets: [{ rows: [[1, 2, 3, 4].map((style) => ({ value: 0.5, style }))] }],
    });
    expect(onlyTable(bytes).rows[0]?.map((cell) => cell.kind)).toEqual(Array(4).fill('number'));
  });

  test('a cell of date type is read as written', () => {
    expect(onlyTable(aSheet([[{ type: 'd', value: '2023-05-01T00:00:00' }]])).rows[0]?.[0]?.iso).toBe('2023-05-01');
  });
});

describe('formulas', () => {
  const bytes = aSheet([
    ['编号'],
    [{ formula: 'A9&"-2020"', value: 'GB 1-2020' }],
    [{ formula: 'SUM(1,2)', value: 3 }],
  ]);

  test('are refused: the cell is a formula without text, remarked with its place', () => {
    const result = read(bytes);
    expect(result.tables[0]?.rows.map(([cell]) => [cell?.kind, cell?.text])).toEqual([
      ['text', '编号'],
      ['formula', ''],
      ['formula', ''],
    ]);
    expect(result.problems.map(({ code, place }) => [code, place.row])).toEqual([
      ['office-tables.formula-refused', 2],
      ['office-tables.formula-refused', 3],
    ]);
  });

  test('give their stored result when a list is only checked', () => {
    const result = read(bytes, { formulas: 'cached' });
    expect(result.tables[0]?.rows.map(([cell]) => cell?.text)).toEqual(['编号', 'GB 1-2020', '3']);
    expect(result.problems.map(({ code }) => code)).toEqual(Array(2).fill('office-tables.formula-value-taken'));
  });

  test('an array formula makes its whole range formulas, not only its first cell', () => {
    const sheetData =
      '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row></sheetData>';
    const table = onlyTable(aSheet([], { sheetData }));
    expect(table.rows[0]?.map((cell) => cell.kind)).toEqual(['formula', 'formula', 'number']);
  });
});

describe('sheets', () => {
  test('blank rows above and blank columns left of a table are not part of it, and rows keep their numbers', () => {
    const table = onlyTable(aSheet([[], [], [null, null, 'a', 'b'], [], [null, null, 'c']]));
    expect([table.firstRow, table.firstColumn]).toEqual([3, 3]);
    expect(texts(table)).toEqual([
      ['a', 'b'],
      ['', ''],
      ['c', ''],
    ]);
  });

  test('merged cells all show what their first cell holds', () => {
    const table = onlyTable(
      aSheet(
        [
          ['2023 年目录（虚构）', null, null],
          ['国家', 'GB 1', 'x'],
          [null, 'GB 2', 'y'],
        ],
        { merges: ['A1:C1', 'A2:A3'] },
      ),
    );
    expect(texts(table)).toEqual([
      ['2023 年目录（虚构）', '2023 年目录（虚构）', '2023 年目录（虚构）'],
      ['国家', 'GB 1', 'x'],
      ['国家', 'GB 2', 'y'],
    ]);
    expect(table.rows[2]?.[0]?.mergedFrom).toEqual({ row: 1, column: 0 });
  });

  test('hidden sheets and filtered rows are read and remarked', () => {
    const result = read(
      aWorkbook({
        sheets: [
          { sheetData: '<sheetData><row r="1" hidden="1"><c r="A1"><v>1</v></c></row></sheetData>' },
          { name: '旧', state: 'veryHidden', rows: [['x']] },
        ],
      }),
    );
    expect(result.tables.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Sheet1', undefined],
      ['旧', true],
    ]);
    expect(result.problems.map(({ code }) => code)).toEqual([
      'office-tables.hidden-rows',
      'office-tables.hidden-sheet',
    ]);
  });

  test('hidden columns that hold something are read and remarked', () => {
    const cells =
      '<sheetData><row r="1"><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c><c r="E1"><v>3</v></c></row></sheetData>';
    const columns = (spans: string) =>
      read(aWorkbook({ sheets: [{ sheetData: `<cols>${spans}</cols>${cells}` }] })).problems;
    const hidden =
      '<col min="1" max="1" width="9"/><col min="3" max="4" width="9" hidden="1"/><col min="5" max="5" width="0"/>';
    expect(columns(hidden)).toEqual([
      { code: 'office-tables.hidden-columns', place: { sheet: 'Sheet1' }, details: { count: 2, columns: 'C, E' } },
    ]);
    expect(columns('<col min="4" max="4" hidden="1"/><col min="6" max="16384" hidden="1"/>')).toEqual([]);
  });

  test('blank sheets are left out', () => {
    expect(
      read(aWorkbook({ sheets: [{ rows: [] }, { name: '数据', rows: [['a']] }] })).tables.map(({ name }) => name),
    ).toEqual(['数据']);
  });

  test('prefixed elements, cells without references and UTF-16 parts are read', () => {
    const part =
      '<x:worksheet xmlns:x="urn"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...part].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]),
    ]);
    expect(texts(onlyTable(aSheet([], { part })))).toEqual([
      ['甲', '2'],
      ['3', ''],
    ]);
    const wide = aWorkbook({ sheets: [{}], parts: { 'xl/worksheets/sheet1.xml': utf16 } });
    expect(texts(onlyTable(wide))).toEqual([
      ['甲', '2'],
      ['3', ''],
    ]);
  });

  test('macros are ignored and remarked', () => {
    const bytes = aWorkbook({ sheets: [{ rows: [['a']] }], parts: { 'xl/vbaProject.bin': 'x' } });
    expect(read(bytes).problems.map(({ code }) => code)).toEqual(['office-tables.macros-ignored']);
  });

  test('a declared size of the whole sheet is not believed', () => {
    expect(onlyTable(aSheet([['a']], { before: '<dimension ref="A1:XFD1048576"/>' })).rows).toHaveLength(1);
  });

  test('comments, CDATA sections and processing instructions do not disturb', () => {
    const sheetData =
      '<sheetData><!-- <row> --><?x <row> ?><row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c></row></sheetData>';
    expect(texts(onlyTable(aSheet([], { sheetData })))).toEqual([['a<b']]);
  });
});
