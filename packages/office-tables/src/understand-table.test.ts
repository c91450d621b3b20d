import { describe, expect, test } from 'vitest';
import { assigned, fields, numbers, reasons, sheet } from '../sample-files/catalogues.ts';
import { aWorkbook } from '../sample-files/workbooks.ts';
import { type ColumnMapping, oneLine, readTables, type Understanding, understandTable } from './index.ts';

describe('rows that are no records are left out and listed', () => {
  const header = ['标准编号', '标准名称', '发布日期', '归口部门'];

  test('units, numbering, blank rows, totals, notes and signatures', () => {
    const understood = understandTable(
      sheet([
        header,
        ['(1)', '(2)', '(3)', '(4)'],
        ['（必填）', '（必填）', 'yyyy-mm-dd', '（选填）'],
        ['GB 1-2020', '虚构', '2020', '甲'],
        [],
        ['合计', null, null, 1],
        ['注：以上标准均为虚构。'],
        ['填表人：某某（虚构）', null, '填表日期：2023.5.1'],
        ['GB 2-2020', '虚构二', '2020', '乙'],
      ]),
      fields,
    );
    expect(numbers(understood)).toEqual(['GB 1-2020', 'GB 2-2020']);
    expect(reasons(understood)).toEqual([
      [1, 'header'],
      [2, 'numbering'],
      [3, 'units'],
      [5, 'blank'],
      [6, 'total'],
      [7, 'note'],
      [8, 'note'],
    ]);
  });

  const rowsAfter = (...rows: readonly (readonly (string | number | null)[])[]) => {
    const understood = understandTable(
      sheet([['序号', '标准编号', '标准名称', '发布日期'], [1, 'GB 1-2020', '虚构', '2020'], ...rows]),
      fields,
    );
    return reasons(understood).filter(([row]) => row > 2);
  };

  test.each([
    ['合计', '2 项', null, null],
    ['合计', null, '1项', null],
    ['总计：', null, '共14个标准', null],
    ['合计', null, '国家标准 2 项，行业标准 3 项', null],
    [null, '小计', 3, null],
    ['共计2项', null, null, null],
  ])('a total in words or digits: %s %s %s', (...row) => {
    expect(rowsAfter(row)).toEqual([[3, 'total']]);
  });

  test.each([
    ['合计', 'GB 2-2020', null, null],
    ['合计', 'GB 2', '虚构二', '2020'],
    [2, null, '合计算法', '2020'],
    ['合计装置', null, '虚构二', '2020'],
  ])('a row that could be a record is none of them: %s %s %s', (...row) => {
    expect(rowsAfter(row)).toEqual([]);
  });

  test('a signature that stands alone, wherever it stands', () => {
    expect(rowsAfter([null, null, null, '经办人：某某（虚构）'])).toEqual([[3, 'note']]);
    expect(rowsAfter([null, null, '审核：某某', null])).toEqual([[3, 'note']]);
  });

  test('the further items of a note', () => {
    const note = ['注：1. 数据为虚构。', null, null, null];
    expect(rowsAfter(note, ['2. GB 99-2024正在编制。', null, null, null], [], ['（3）完。', null, null, null])).toEqual(
      [
        [3, 'note'],
        [4, 'note'],
        [5, 'blank'],
        [6, 'note'],
      ],
    );
    expect(rowsAfter(['2. 虚构二', null, null, null])).toEqual([]);
    expect(rowsAfter(note, [null, 'GB 2-2020', null, null])).toEqual([[3, 'note']]);
    expect(rowsAfter(note, ['2', 'GB 2-2020', '虚构二', null])).toEqual([[3, 'note']]);
  });

  test('a header repeated on each page, and section headings over the whole width', () => {
    const understood = understandTable(
      sheet(
        [
          header,
          ['一、强制性标准', null, null, null],
          ['GB 1-2020', '虚构', '2020', '甲'],
          header,
          ['GB 2-2020', '虚构', '2020', '乙'],
        ],
        ['A2:D2'],
      ),
      fields,
    );
    expect([numbers(understood), reasons(understood)]).toEqual([
      ['GB 1-2020', 'GB 2-2020'],
      [
        [1, 'header'],
        [2, 'note'],
        [4, 'repeated-header'],
      ],
    ]);
  });

  test('a standard whose title begins like a total is a record', () => {
    const understood = understandTable(
      sheet([header, ['GB 1-2020', '合计规则（虚构）', '2020', '甲'], ['总数 1', '有名称', 'x', 'y']]),
      fields,
    );
    expect(understood.rows).toHaveLength(2);
  });

  test('a record with only its number is a record', () => {
    expect(
      numbers(understandTable(sheet([header, ['GB 1-2020'], ['GB 2-2020', '虚构', '2020', '甲']]), fields)),
    ).toEqual(['GB 1-2020', 'GB 2-2020']);
  });
});

describe('columns', () => {
  test('of the same name: the first holds the field, the other is shown as taken', () => {
    const understood = understandTable(
      sheet([
        ['标准编号', '标准名称', '标准编号'],
        ['GB 1-2020', '虚构', 'GB 1-2010'],
      ]),
      fields,
    );
    expect(understood.columns.map(({ field, why, occurrence }) => [field, why, occurrence])).toEqual([
      ['number', 'name', 1],
      ['title', 'name', 1],
      [undefined, 'taken', 2],
    ]);
  });

  test('that nobody knows are shown with samples, blank ones as blank', () => {
    const understood = understandTable(
      sheet([
        ['标准编号', '标准名称', '页数', '空'],
        ['GB 1-2020', '虚构', 12],
        ['GB 2-2020', '虚构', 13],
      ]),
      fields,
    );
    expect(
      understood.columns.slice(2).map(({ letter, heading, why, samples }) => [letter, heading, why, samples]),
    ).toEqual([
      ['C', '页数', 'unknown', ['12', '13']],
      ['D', '空', 'blank', []],
    ]);
  });

  test('keep the letters of a table that does not begin in column A', () => {
    expect(
      assigned(
        understandTable(
          sheet([
            [null, null, '标准编号', '标准名称'],
            [null, null, 'GB 1-2020', '虚构'],
          ]),
          fields,
        ),
      ),
    ).toEqual({ C: 'number', D: 'title' });
  });
});

describe('what the sender corrected is kept for the next file', () => {
  const table = (title = '目录（虚构）') =>
    sheet([[title], ['代号及年号', '名 目', '发布日期', '页数'], ['GB 1-2020', '虚构', '2020', 3]]);
  const corrected = (understood: Understanding, more: Partial<ColumnMapping> = {}): ColumnMapping => ({
    ...understood.mapping,
    columns: understood.mapping.columns.map((column) =>
      column.heading === '名 目'
        ? { ...column, field: 'title' }
        : column.heading === '发布日期'
          ? { ...column, field: null }
          : column,
    ),
    ...more,
  });

  test('by the headings, wherever they stand and in whatever order', () => {
    const first = understandTable(
      sheet([
        ['标准号', '名 目', '发布日期'],
        ['GB 1-2020', '虚构', '2020'],
      ]),
      fields,
    );
    expect(first.missing).toEqual(['title']);
    const next = understandTable(
      sheet([['新的目录（虚构）'], [], ['发布日期', '标准号', '名 目'], ['2021', 'GB 2-2021', '虚构二']]),
      fields,
      corrected(first),
    );
    expect(next.fingerprint).toBe(first.fingerprint);
    expect(next.columns.map(({ field, why }) => [field, why])).toEqual([
      [undefined, 'not-read'],
      ['number', 'saved'],
      ['title', 'saved'],
    ]);
    expect(next.missing).toEqual([]);
  });

  test('but not for a file with other headings', () => {
    const first = understandTable(
      sheet([
        ['标准号', '名 目', '发布日期'],
        ['GB 1-2020', '虚构', '2020'],
      ]),
      fields,
    );
    const other = understandTable(
      sheet([
        ['标准号', '名 目', '实施日期'],
        ['GB 1-2020', '虚构', '2020'],
      ]),
      fields,
      corrected(first),
    );
    expect(assigned(other)).toEqual({ A: 'number', C: 'implementedOn' });
  });

  test('the place of the header too, when it was not found', () => {
    const first = understandTable(table(), fields);
    expect(first.header).toBeUndefined();
    const told: ColumnMapping = {
      fingerprint: first.fingerprint,
      header: { from: 2, to: 2 },
      columns: [
        { heading: '代号及年号', occurrence: 1, field: 'number' },
        { heading: '名 目', occurrence: 1, field: 'title' },
      ],
    };
    const second = understandTable(table(), fields, told);
    expect([second.header, assigned(second), numbers(second)]).toEqual([
      { from: 2, to: 2 },
      { A: 'number', B: 'title', C: 'publishedOn' },
      ['GB 1-2020'],
    ]);
    const later = understandTable(
      sheet([['另一目录'], ['虚构'], ['代号及年号', '名 目', '发布日期', '页数'], ['GB 3-2020', '虚构', '2020', 3]]),
      fields,
      second.mapping,
    );
    expect([later.header, numbers(later)]).toEqual([{ from: 3, to: 3 }, ['GB 3-2020']]);
  });

  test('also that a table has no header', () => {
    const list = sheet([
      ['标准号', '名称'],
      ['GB 1-2020', '虚构'],
    ]);
    const first = understandTable(list, fields);
    const second = understandTable(list, fields, { ...first.mapping, header: 'none', columns: [] });
    expect([second.header, second.rows.length]).toEqual([undefined, 2]);
  });

  test('a mapping survives being stored as JSON', () => {
    const first = understandTable(table(), fields);
    const stored: ColumnMapping = JSON.parse(JSON.stringify(first.mapping));
    expect(understandTable(table(), fields, stored)).toEqual(understandTable(table(), fields, first.mapping));
  });
});

test('a title with line breaks can be put on one line by the one who reads it', () => {
  expect(oneLine('医用电气设备\n第 1 部分：\n  基本要求')).toBe('医用电气设备第 1 部分：基本要求');
  expect(oneLine('Medical electrical\r\nequipment'.replace('\r', ''))).toBe('Medical electrical equipment');
});

test('a header is found in a document table and in each sheet by itself', () => {
  const result = readTables(
    aWorkbook({
      sheets: [
        {
          rows: [
            ['标准编号', '标准名称'],
            ['GB 1', 'a'],
          ],
        },
        { rows: [['说明'], ['本表为虚构']] },
      ],
    }),
  );
  expect(result.ok && result.tables.map((table) => understandTable(table, fields).header)).toEqual([
    { from: 1, to: 1 },
    undefined,
  ]);
});
