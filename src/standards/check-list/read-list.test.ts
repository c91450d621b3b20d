import { describe, expect, test } from 'vitest';
import { aDocument, paragraph, table, tableCell } from '../../../packages/office-tables/sample-files/documents.ts';
import { gb18030 } from '../../../packages/office-tables/sample-files/encodings.ts';
import { hostileArchives } from '../../../packages/office-tables/sample-files/hostile-archives.ts';
import { hostileContents } from '../../../packages/office-tables/sample-files/hostile-contents.ts';
import { aSheet, aWorkbook } from '../../../packages/office-tables/sample-files/workbooks.ts';
import { Refusal } from '../../foundation/refusal.ts';
import type { ReadList } from './list-entry.ts';
import { readListFile, readListNumbers, readListText } from './read-list.ts';

const texts = ({ entries }: ReadList) => entries.map(({ text }) => text);

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'read';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('a workbook as offices keep it', () => {
  const bytes = aWorkbook({
    sheets: [
      {
        name: '合同清单',
        merges: ['A1:C1'],
        rows: [
          ['2023 年采购合同引用标准'],
          ['序号', '标准编号', '名称'],
          [1, 'GB9706.1—2007、YY/T 0708-2009', '医用电气设备 第1部分'],
          [2, 'ＧＢ／Ｔ 19001—2016', '质量管理体系'],
          [3, 'GBB 1-2020', ''],
          [4, 'YY 0505', '2012 年版'],
          [5, '无', '共 12 项'],
        ],
      },
    ],
  });

  test('gives each number with its sheet and cell, several of one cell as several rows', () => {
    const read = readListFile(bytes, 'list.xlsx');
    expect(texts(read)).toEqual([
      'GB9706.1—2007',
      'YY/T 0708-2009',
      'ＧＢ／Ｔ 19001—2016'.normalize('NFC'),
      'GBB 1-2020',
      'YY 0505',
      '无',
    ]);
    expect(read.entries[1]?.place).toEqual({ sheet: '合同清单', row: 3, column: 'B' });
  });

  test('takes the stored value of a formula and never the formula', () => {
    const formulas = aSheet([
      [{ formula: 'CONCAT("GB ","1-2020")', value: 'GB 1-2020', type: 'str' }],
      [{ formula: 'HYPERLINK("https://x.example","GB 2-2020")', type: 'str' }],
      ['GB 3-2020'],
    ]);
    expect(texts(readListFile(formulas, 'list.xlsx'))).toEqual(['GB 1-2020', 'GB 3-2020']);
  });
});

test('a number that the program of the sheet took for a quantity is answered in a column of numbers, and nowhere else', () => {
  const bytes = aSheet([
    ['标准编号', '数量'],
    ['GB 1-2020', 42062],
    [42061, 12],
    ['YY 0505', 3],
  ]);
  const read = readListFile(bytes, 'list.xlsx');
  expect(texts(read)).toEqual(['GB 1-2020', '42061', 'YY 0505']);
  expect(read.withoutNumber).toBe(1);
});

describe('a number whose prefix or year has a cell of its own', () => {
  test('is one number, in a document and in what a spreadsheet program copies', () => {
    const cells = (...row: readonly string[]) => row.map((text) => tableCell(paragraph(text)));
    const body =
      table(cells('1', 'GB 9706.1', '2007'), cells('2', 'GB/T', '42061-2022')) +
      '<w:p><w:r><w:t>GB</w:t><w:tab/><w:t>9706.1</w:t><w:br/><w:t>-2020</w:t></w:r></w:p>';
    const read = readListFile(aDocument(body), 'contract.docx');
    expect(texts(read)).toEqual(['GB 9706.1-2007', 'GB/T 42061-2022', 'GB 9706.1-2020']);
    expect(read.entries[1]?.place).toEqual({ table: 1, row: 2, column: 'B' });
    expect(texts(readListText('标准编号\t年代号\nGB 9706.1\t2007\nGB 1-2020\t'))).toEqual([
      'GB 9706.1-2007',
      'GB 1-2020',
    ]);
  });

  test('takes no year from a quantity or from a year of something else', () => {
    const numbers = (heading: string, beside: readonly (string | number)[]) =>
      texts(readListFile(aSheet([['编号', heading], ...beside.map((value) => ['GB 9706.1', value])]), 'list.xlsx'));
    expect(numbers('采购年份', [2007, 2008])).toEqual(['GB 9706.1', 'GB 9706.1']);
    expect(numbers('数量', [2007, 12])).toEqual(['GB 9706.1', 'GB 9706.1']);
    expect(numbers('年号', [2007, 2008])).toEqual(['GB 9706.1-2007', 'GB 9706.1-2008']);
  });
});

test('numbers are read out of paragraphs and tables of a document, with their places', () => {
  const body =
    paragraph('本标准引用 GB/T 1.1—2020 和 ISO 9001:2015。') +
    table(
      [tableCell(paragraph('编号')), tableCell(paragraph('名称'))],
      [tableCell(paragraph('YY/T 0740-2022')), tableCell(paragraph('缝合材料'))],
    );
  const read = readListFile(aDocument(body), 'contract.docx');
  expect(texts(read)).toEqual(['GB/T 1.1—2020', 'ISO 9001:2015', 'YY/T 0740-2022']);
  expect(read.entries.map(({ place }) => place)).toEqual([
    { paragraph: 1 },
    { paragraph: 1 },
    { table: 1, row: 2, column: 'A' },
  ]);
});

test('a text file in GB18030 is read', () => {
  expect(texts(readListFile(gb18030('标准编号\nGB 9706.1-2020 医用电气设备\n'), 'list.txt'))).toEqual([
    'GB 9706.1-2020',
  ]);
});

describe('pasted text', () => {
  test('is read by lines and by cells parted with tabs', () => {
    const { entries } = readListText('1\tGB9706.1-2007\t2008-07-01\n2\tgb/t42061\t\r\n\r\n3\tyy/t0740');
    expect(entries).toEqual([
      { place: { line: 1 }, text: 'GB9706.1-2007' },
      { place: { line: 2 }, text: 'gb/t42061' },
      { place: { line: 4 }, text: 'yy/t0740' },
    ]);
  });

  test('that lists numbers has every line answered, understood or not', () => {
    const lines = [
      ...['42061', 'GB/T 42O61-2022', '没有编号', 'DB99/T 1-2020', '2023-05-01', '9706.1', '国标42061', 'YY0505'],
      ...['GBT', '约 30 项', '电话 010-12345678', 'GB 9706.1-20201'],
    ];
    expect(readListText(lines.join('\n'))).toEqual({
      entries: lines.map((text, index) => ({ place: { line: index + 1 }, text })),
      withoutNumber: 0,
    });
    expect(texts(readListText('42061'))).toEqual(['42061']);
  });

  test('loses its headings and row numbers, and says how many lines were passed over', () => {
    const read = readListText('合同引用标准\n\n1 GB 1-2020\n2 19001-2016\n3) 国标42061');
    expect(texts(read)).toEqual(['GB 1-2020', '19001-2016', '国标42061']);
    expect(read.withoutNumber).toBe(1);
  });

  test('that is prose gives its numbers alone, and says how many lines hold none', () => {
    const prose = ['第一条 质量', '供方按 GB 1-2020 供货。', '交货期为 2023-05-01 前。', '共 3 台，单价 42061 元。'];
    const read = readListText(prose.join('\n'));
    expect(texts(read)).toEqual(['GB 1-2020']);
    expect(read.withoutNumber).toBe(3);
  });

  test('joins a year that was broken into the next line, and shares a prefix', () => {
    const read = readListText('GB 9706.1\n-2020\nGB/T 1.1、1.2');
    expect(read.entries).toEqual([
      { place: { line: 1 }, text: 'GB 9706.1-2020' },
      { place: { line: 3 }, text: 'GB/T 1.1' },
      { place: { line: 3 }, text: 'GB/T 1.2' },
    ]);
  });

  test('does not let digits glued behind a number pass for it', () => {
    expect(texts(readListText('ISO 9001:20155'))).toEqual(['ISO 9001:20155']);
  });

  test('loses control and bidi characters and is cut where a number cannot go on', () => {
    expect(texts(readListText('GB\u202e 1-\u00002020'))).toEqual(['GB 1-2020']);
    const long = readListText(`GB 1-2020\nGB/T ${'1'.repeat(59)}-2020`);
    expect(long.entries.every(({ text }) => text.length <= 200)).toBe(true);
  });
});

test('an entry given as one number that holds several is answered number by number, in its place', () => {
  const given = ['GB 9706.1-2007、YY/T 0708-2009', 'GB/T 1.1、1.2', 'nonsense', 'GB/T 19001-2016/ISO 9001:2015'];
  expect(readListNumbers(given)).toEqual([
    { place: { line: 1 }, text: 'GB 9706.1-2007' },
    { place: { line: 1 }, text: 'YY/T 0708-2009' },
    { place: { line: 2 }, text: 'GB/T 1.1' },
    { place: { line: 2 }, text: 'GB/T 1.2' },
    { place: { line: 3 }, text: 'nonsense' },
    { place: { line: 4 }, text: 'GB/T 19001-2016/ISO 9001:2015' },
  ]);
});

describe('what is no list is refused with a reason', () => {
  test.each([
    ['nothing that is a number', () => readListText('采购合同\n共三页'), 'standards.list-without-numbers'],
    [
      '11,000 numbers',
      () => readListText(Array.from({ length: 11_000 }, (_, index) => `GB ${index + 1}-2020`).join('\n')),
      'standards.list-too-long',
    ],
    ['a text of 10 MB in one line', () => readListText('GB 1-2020 '.repeat(1_000_000)), 'standards.list-text-too-long'],
    [
      'a file of 10 MB in one line',
      () => readListFile(Buffer.from('GB 1-2020 '.repeat(1_000_000)), 'list.txt'),
      'standards.file-refused',
    ],
    ['an empty file', () => readListFile(new Uint8Array(), 'list.xlsx'), 'standards.file-refused'],
  ])('%s', (_, work, code) => {
    expect(codeOf(work)).toBe(code);
  });

  const hostile = [...hostileArchives(), ...hostileContents()].filter(({ limits }) => limits === undefined);
  test.each(hostile.map((file) => [file.what, file] as const))('%s', (_, file) => {
    // Formulas count by their stored values here, so a sheet of formulas alone holds nothing instead of too much.
    expect(['standards.file-refused', 'standards.list-without-numbers']).toContain(
      codeOf(() => readListFile(file.bytes, 'list')),
    );
  });
});
