import { beforeEach, describe, expect, test } from 'vitest';
import { aWorkbook } from '../../../packages/office-tables/sample-files/workbooks.ts';
import { emptyImportDesk, type ImportDesk } from '../../../tests/support/import-desk.ts';
import { workbookOf } from '../../../tests/support/office-sheets.ts';
import {
  type ReviewSheets,
  reviewOf as reviewOfFile,
  savedReview,
  titlesOf,
} from '../../../tests/support/sender-review.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await emptyImportDesk();
});

const columns = '列 columns';
const cells = '单元格 cells';
const correctField = '改为字段 correct field';
const correctText = '改为 correct text';

const reviewOf = (path: string, review?: string): Promise<ReviewSheets> => reviewOfFile(desk, path, review);
const saved = (sheets: ReviewSheets): string => savedReview(desk, sheets);
const take = (path: string, review?: string) =>
  desk.take({ format: 'standards', path, ...(review === undefined ? {} : { review }) });

describe('a review workbook that cannot be used is refused and nothing is written', () => {
  const path = () =>
    desk.file(
      'list.xlsx',
      workbookOf({
        name: '目录',
        headings: ['标准编号', '名目'],
        rows: [
          ['GB/T 1-2020', '虚构一'],
          ['见附件', '虚构二'],
        ],
      }),
    );
  const correcting = async (change: (sheets: ReviewSheets) => void): Promise<string> => {
    const sheets = await reviewOf(path());
    change(sheets);
    return saved(sheets);
  };
  const cases: readonly (readonly [string, (sheets: ReviewSheets) => void, string])[] = [
    ['without its sheets', (sheets) => void delete sheets[cells], 'standards.review-not-ours'],
    [
      'without the column for corrections',
      (sheets) => sheets[columns]?.forEach((row) => void delete row[correctField]),
      'standards.review-not-ours',
    ],
    [
      'with a field that does not exist',
      (sheets) => void Object.assign(sheets[columns]?.[1] ?? {}, { [correctField]: 'titel' }),
      'standards.review-field-unknown',
    ],
    [
      'with one field for two columns',
      (sheets) => sheets[columns]?.forEach((row) => void Object.assign(row, { [correctField]: 'titleZh' })),
      'standards.review-field-twice',
    ],
    [
      'with a header row that is no row',
      (sheets) => void Object.assign(sheets[columns]?.[0] ?? {}, { '标题行改为 correct header row': '第一' }),
      'standards.review-header-unclear',
    ],
    [
      'with a row that the file does not have',
      (sheets) => void Object.assign(sheets[cells]?.[0] ?? {}, { '行 row': '999', [correctText]: 'x' }),
      'standards.review-row-unknown',
    ],
    [
      'with a row number that is none',
      (sheets) => void Object.assign(sheets[cells]?.[0] ?? {}, { '行 row': '二', [correctText]: 'x' }),
      'standards.review-row-unknown',
    ],
    [
      'with a field of a cell that does not exist',
      (sheets) => void Object.assign(sheets[cells]?.[0] ?? {}, { '字段 field': '__proto__', [correctText]: 'x' }),
      'standards.review-field-unknown',
    ],
    [
      'of another file',
      (sheets) =>
        sheets[columns]?.forEach(
          (row) =>
            void Object.assign(row, {
              '标识 fingerprint': 'x',
              [correctField]: row['标题 heading'] === '名目' ? 'titleZh' : '',
            }),
        ),
      'standards.review-of-other-file',
    ],
    [
      'that corrects one cell in two ways',
      (sheets) => {
        const [row] = sheets[cells] ?? [];
        sheets[cells] = [
          { ...row, [correctText]: 'GB/T 2-2020' },
          { ...row, [correctText]: 'GB/T 3-2020' },
        ];
      },
      'standards.review-contradicts',
    ],
  ];

  test.each(cases)('%s', async (_, change, code) => {
    const review = await correcting(change);
    await expect(take(path(), review)).rejects.toMatchObject({ code });
    expect(await desk.count('act')).toBe(0);
  });

  test('with a formula in the place of a correction', async () => {
    const sheets = Object.entries(await reviewOf(path())).map(([name, rows]) => {
      const titles = titlesOf(name, rows);
      const body = rows.map((row) =>
        titles.map((title) => (title === correctText ? { formula: 'A1', value: 'GB/T 2-2020' } : (row[title] ?? ''))),
      );
      return { name, rows: [titles, ...body] };
    });
    await expect(take(path(), desk.file('formula.xlsx', aWorkbook({ sheets })))).rejects.toMatchObject({
      code: 'standards.review-formula',
    });
  });

  test('that is no office file, or one made to do harm', async () => {
    await expect(take(path(), desk.file('harm.xlsx', 'PK\u0003\u0004 broken'))).rejects.toMatchObject({
      code: 'standards.file-refused',
    });
    await expect(take(path(), `${desk.folder}/none.xlsx`)).rejects.toMatchObject({
      code: 'standards.file-not-readable',
    });
  });

  test('for a format that has no columns', async () => {
    const rows = desk.file('rows.jsonl', '{}\n');
    await expect(desk.take({ format: 'iso-open-data', path: rows, review: rows })).rejects.toMatchObject({
      code: 'standards.review-not-for-table',
    });
  });
});
