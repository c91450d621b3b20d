import { describe, expect, test } from 'vitest';
import { assigned, fields, firstTable, numbers, reasons, sheet } from '../sample-files/catalogues.ts';
import { utf8 } from '../sample-files/encodings.ts';
import type { SampleValue } from '../sample-files/workbooks.ts';
import { understandTable } from './index.ts';

const body: readonly (readonly SampleValue[])[] = [
  ['GB 1-2020', '虚构一', '2020.1.1'],
  ['GB 2-2020', '虚构二', '2020.2.1'],
];

describe('the header is found', () => {
  test('in the first row', () => {
    const understood = understandTable(sheet([['标准编号', '标准名称', '发布日期'], ...body]), fields);
    expect(assigned(understood)).toEqual({ A: 'number', B: 'title', C: 'publishedOn' });
    expect(understood.columns.map(({ confidence, why }) => [confidence, why])).toEqual(
      Array(3).fill(['certain', 'name']),
    );
    expect([understood.header, understood.missing, numbers(understood)]).toEqual([
      { from: 1, to: 1 },
      [],
      ['GB 1-2020', 'GB 2-2020'],
    ]);
  });

  test('under title rows, merged and not', () => {
    const understood = understandTable(
      sheet(
        [
          ['2023 年度国家标准目录（虚构）', null, null],
          [],
          ['编制单位：虚构所', null, '日期：2023.5'],
          ['标准编号', '标准名称', '发布日期'],
          ...body,
        ],
        ['A1:C1'],
      ),
      fields,
    );
    expect([understood.header, numbers(understood)]).toEqual([{ from: 4, to: 4 }, ['GB 1-2020', 'GB 2-2020']]);
    expect(reasons(understood)).toEqual([
      [1, 'title'],
      [2, 'blank'],
      [3, 'title'],
      [4, 'header'],
    ]);
  });

  test('in two rows with merged group headings', () => {
    const understood = understandTable(
      sheet(
        [
          ['标准编号', '标准名称', '日期', null, '备注'],
          [null, null, '发布', '实施', null],
          ['GB 1-2020', '虚构', '2020.1.1', '2020.7.1', 'x'],
        ],
        ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'],
      ),
      fields,
    );
    expect(assigned(understood)).toEqual({ A: 'number', B: 'title', C: 'publishedOn', D: 'implementedOn' });
    expect([understood.header, numbers(understood), understood.columns[2]?.heading]).toEqual([
      { from: 1, to: 2 },
      ['GB 1-2020'],
      '日期 发布',
    ]);
  });

  test('in two rows of a CSV, where merged cells are blank', () => {
    const understood = understandTable(
      firstTable(
        utf8(
          '标准编号,标准名称,日期,,备注\n,,发布,实施,\nGB 1-2020,虚构,2020.1.1,2020.7.1,x\nGB 2-2020,虚构,2020.1.1,2020.7.1,x\n',
        ),
      ),
      fields,
    );
    expect(assigned(understood)).toEqual({ A: 'number', B: 'title', C: 'publishedOn', D: 'implementedOn' });
    expect(numbers(understood)).toEqual(['GB 1-2020', 'GB 2-2020']);
  });

  test('in English, in any order and with words turned around', () => {
    const understood = understandTable(
      sheet([
        ['Date of publication', 'Title', 'Standard No.'],
        ['2020-01-01', 'Fictitious', 'GB 1-2020'],
      ]),
      fields,
    );
    expect(assigned(understood)).toEqual({ A: 'publishedOn', B: 'title', C: 'number' });
  });

  test('with spaces, line breaks, stars, brackets and both languages in the headings', () => {
    const understood = understandTable(
      sheet([
        ['标 准\n编 号 *', '标准名称（必填）', '发布日期\nPublication date', '※实施日期(yyyy-mm-dd)'],
        ['GB 1-2020', 'x', '2020', '2021'],
      ]),
      fields,
    );
    expect(assigned(understood)).toEqual({ A: 'number', B: 'title', C: 'publishedOn', D: 'implementedOn' });
    expect(understood.columns.map(({ confidence }) => confidence)).toEqual(Array(4).fill('certain'));
  });

  test('by a name among other words, said to be likely only', () => {
    const understood = understandTable(sheet([['标准编号', '国家标准名称全称', '批准发布日期'], ...body]), fields);
    expect(understood.columns.map(({ field, confidence, why }) => [field, confidence, why])).toEqual([
      ['number', 'certain', 'name'],
      ['title', 'likely', 'name-and-more'],
      ['publishedOn', 'likely', 'name-and-more'],
    ]);
  });

  test('of one column when it names the required field', () => {
    const understood = understandTable(sheet([['标准号'], ['GB 1-2020'], ['GB 2-2020']]), fields);
    expect([understood.header, numbers(understood)]).toEqual([{ from: 1, to: 1 }, ['GB 1-2020', 'GB 2-2020']]);
  });
});

describe('a table without a header', () => {
  test('is understood by what stands in its cells, as a guess', () => {
    const understood = understandTable(
      sheet([
        [1, 'GB 1-2020', '甲', '2020.1.1'],
        [2, 'DB31/T 2-2020', '乙', '2020.2.1'],
        [3, '不详', '丙', '2020-3'],
      ]),
      [
        { ...(fields[0] ?? { field: 'number', names: [] }), looksLike: (text) => /[A-Z].*\d-\d{4}/.test(text) },
        ...fields.slice(1),
      ],
    );
    expect(understood.header).toBeUndefined();
    expect(understood.columns.map(({ field, confidence }) => [field, confidence])).toEqual([
      [undefined, 'none'],
      [undefined, 'none'],
      [undefined, 'none'],
      ['publishedOn', 'guess'],
    ]);
    expect(understood.missing).toEqual(['number', 'title']);
    expect(understood.rows).toHaveLength(3);
  });

  test('of numbers alone is a list whose first entry counts', () => {
    const understood = understandTable(sheet([['GB 1-2020'], ['T/CAS 2-2021'], ['YY/T 3-2009']]), fields);
    expect([understood.header, numbers(understood)]).toEqual([undefined, ['GB 1-2020', 'T/CAS 2-2021', 'YY/T 3-2009']]);
  });
});
