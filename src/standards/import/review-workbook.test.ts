import { beforeEach, describe, expect, test } from 'vitest';
import { emptyImportDesk, type ImportDesk } from '../../../tests/support/import-desk.ts';
import { workbookOf } from '../../../tests/support/office-sheets.ts';
import {
  type ReviewSheets,
  reviewOf as reviewOfFile,
  rowWhere,
  savedReview,
} from '../../../tests/support/sender-review.ts';
import { sql } from '../../foundation/sql.ts';

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

describe('a column that nobody knows', () => {
  const headings = ['标准编号', '名目全文', '发布日期'];
  const first = () =>
    desk.file('first.xlsx', workbookOf({ name: '目录', headings, rows: [['GB/T 1-2020', '虚构一', '2020.1.1']] }));

  test('is mapped by hand, and the mapping is kept for the next file of the same header in any order', async () => {
    expect(await take(first())).toMatchObject({ written: 0, rejected: 1 });
    const sheets = await reviewOf(first());
    expect(rowWhere(sheets[columns], '标题 heading', '名目全文')).toMatchObject({
      '理解为 understood as': '',
      '为何 why': 'unknown',
      '样例 samples': '虚构一',
    });
    rowWhere(sheets[columns], '标题 heading', '名目全文')[correctField] = 'titleZh';
    expect(await take(first(), saved(sheets))).toMatchObject({ written: 1, rejected: 0 });
    const next = desk.file(
      'next.xlsx',
      workbookOf({ name: '另一目录', headings: headings.toReversed(), rows: [['2021.1.1', '虚构二', 'GB/T 2-2021']] }),
    );
    expect(await take(next)).toMatchObject({ written: 1, rejected: 0 });
    expect(await desk.held('GB/T 2-2021')).toMatchObject({ title: '虚构二', publishedAs: '2021-01-01' });
  });

  test('takes its field away from the column that was thought to hold it, and “-” leaves a column unread', async () => {
    const path = desk.file(
      'taken.xlsx',
      workbookOf({
        name: '目录',
        headings: ['标准编号', '标准名称', '正式名', '备注'],
        rows: [['GB/T 1-2020', '旧', '新', '内部']],
      }),
    );
    const sheets = await reviewOf(path);
    rowWhere(sheets[columns], '标题 heading', '正式名')[correctField] = 'titleZh';
    rowWhere(sheets[columns], '标题 heading', '备注')[correctField] = '-';
    await take(path, saved(sheets));
    expect(await desk.held('GB/T 1-2020')).toMatchObject({ title: '新' });
    expect(await desk.deps.database.first(sql`select remarks from standard`)).toEqual({ remarks: null });
  });

  test('the same correction again makes no second event, and an earlier one can be brought back', async () => {
    const correct = async (field: string): Promise<void> => {
      const sheets = await reviewOf(first());
      rowWhere(sheets[columns], '标题 heading', '名目全文')[correctField] = field;
      await take(first(), saved(sheets));
    };
    await correct('titleZh');
    const kept = await desk.count('column_mapping');
    await correct('titleZh');
    expect(await desk.count('column_mapping')).toBe(kept);
    await correct('titleEn');
    await correct('titleZh');
    expect(await take(first())).toMatchObject({ rejected: 0 });
  });

  test('a header of which no heading is known is pointed out by its row, then mapped, and found by itself the next time', async () => {
    const odd = (name: string, row: readonly string[]) =>
      desk.file(
        name,
        workbookOf({ name: '表', headings: ['虚构的目录', '', ''], rows: [['代号及年号', '名目全文', '日子'], row] }),
      );
    const path = odd('odd.xlsx', ['见封面 GB/T 1-2020', '虚构一', '2020.1.1']);
    const pointed = await reviewOf(path);
    for (const row of pointed[columns] ?? []) row['标题行改为 correct header row'] = '2';
    const mapped = await reviewOf(path, saved(pointed));
    rowWhere(mapped[columns], '标题 heading', '代号及年号')[correctField] = 'number';
    rowWhere(mapped[columns], '标题 heading', '名目全文')[correctField] = 'titleZh';
    expect(await take(path, saved(mapped))).toMatchObject({ rows: 1, rejected: 1 });
    expect(await take(odd('next.xlsx', ['GB/T 2-2021', '虚构二', '']))).toMatchObject({ written: 1, rejected: 0 });
  });
});

describe('cells', () => {
  const path = () =>
    desk.file(
      'cells.xlsx',
      workbookOf({
        name: '目录',
        headings: ['标准编号', '标准名称', '发布日期', '规范性引用文件'],
        rows: [
          ['GB/T 1-2020', '虚构一', '01/02/2020', '附录乙'],
          ['见附件', '虚构二', '2020-01-01', ''],
          ['GB/T 3-2020', '', '2020-01-01', ''],
        ],
      }),
    );

  test('a doubtful date is shown as it stands and taken as the sender corrects it', async () => {
    const sheets = await reviewOf(path());
    const doubtful = rowWhere(sheets[cells], '文件中 in the file', '01/02/2020');
    expect(doubtful).toMatchObject({
      '行 row': '2',
      '字段 field': 'publishedOn',
      '标准编号 number': 'GB/T 1-2020',
      '结果 outcome': '存疑 doubtful',
      '理解为 understood as': '2020-02-01',
    });
    doubtful[correctText] = '2020-01-02';
    const report = await take(path(), saved(sheets));
    expect(await desk.held('GB/T 1-2020')).toMatchObject({ publishedAs: '2020-01-02' });
    expect(report.doubts.filter(({ field }) => field === 'publishedOn')).toEqual([]);
  });

  test('rejected rows that the sender corrects are entered, also where the cell was empty', async () => {
    const sheets = await reviewOf(path());
    rowWhere(sheets[cells], '文件中 in the file', '见附件')[correctText] = 'GB/T 2-2020';
    rowWhere(sheets[cells], '字段 field', 'titleZh')[correctText] = '虚构三';
    expect(await take(path(), saved(sheets))).toMatchObject({ written: 3, rejected: 0 });
    expect(await desk.held('GB/T 3-2020')).toMatchObject({ title: '虚构三' });
  });

  test('“-” empties a cell, and the doubt about it is gone', async () => {
    const sheets = await reviewOf(path());
    rowWhere(sheets[cells], '字段 field', 'normativeReferences')[correctText] = '-';
    const report = await take(path(), saved(sheets));
    expect(report.doubts.map(({ field }) => field)).toEqual(['publishedOn']);
    expect(await desk.held('GB/T 1-2020')).toMatchObject({ relations: null });
  });

  test('a review in which nothing is corrected changes nothing of how the file is understood', async () => {
    const without = await take(path());
    const review = saved(await reviewOf(path()));
    expect(await take(path(), review)).toMatchObject({
      rejected: without.rejected,
      written: 0,
      unchanged: without.written,
    });
    expect(await desk.count('column_mapping')).toBe(0);
  });

  test('rows of the same number on two sheets are corrected each on its own sheet', async () => {
    const headings = ['标准编号', '标准名称'];
    const two = desk.file(
      'two.xlsx',
      workbookOf(
        { name: '甲', headings, rows: [['见附件', '虚构一']] },
        { name: '乙', headings, rows: [['见附录', '虚构二']] },
      ),
    );
    const sheets = await reviewOf(two);
    rowWhere(sheets[cells], '工作表 sheet', '甲')[correctText] = 'GB/T 1-2020';
    rowWhere(sheets[cells], '工作表 sheet', '乙')[correctText] = 'GB/T 2-2020';
    expect(await take(two, saved(sheets))).toMatchObject({ written: 2, rejected: 0 });
    expect(await desk.held('GB/T 2-2020')).toMatchObject({ title: '虚构二' });
  });
});
