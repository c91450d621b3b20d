import { type OutColumn, type OutValue, writeXlsx } from '@guiju/office-tables';
import { refusalMessage } from '../../foundation/refusal.ts';
import { templateFields } from '../sources/template-fields.ts';
import { templateFieldOf } from './column-names.ts';
import type { PlacedProblem } from './import-records.ts';
import { importTexts } from './problem-texts.ts';
import { cellTitles, columnTitles, notRead, reviewSheets } from './review-sheets.ts';
import type { UnderstoodSheet } from './table-file.ts';

export interface Review {
  readonly sheets: readonly UnderstoodSheet[];
  /** Why rows are rejected. */
  readonly problems: readonly PlacedProblem[];
  /** What was understood, but should be looked at. */
  readonly doubts: readonly PlacedProblem[];
}

/**
 * A workbook that shows the sender how each column and each doubtful cell was understood. What he writes into the last
 * column of either sheet is read back by `readReview`; an empty cell leaves everything as it was understood.
 */
export function writeReview(review: Review): Uint8Array {
  const cells = [
    ...review.problems.map((problem) => cellRow(problem, '拒收 rejected', review)),
    ...review.doubts.map((doubt) => cellRow(doubt, '存疑 doubtful', review)),
  ];
  return writeXlsx({
    sheets: [
      {
        name: reviewSheets.columns,
        columns: titled(Object.values(columnTitles)),
        rows: review.sheets.flatMap(columnRows),
      },
      { name: reviewSheets.cells, columns: titled(Object.values(cellTitles)), rows: cells },
      {
        name: reviewSheets.left,
        columns: titled(['工作表 sheet', '行 row', '为何 why', '内容 text']),
        rows: review.sheets.flatMap(leftRows),
      },
      {
        name: reviewSheets.fields,
        columns: titled(['字段 field', '标题 headings', '含义', 'meaning', '样例 example']),
        rows: templateFields.map((field) => [
          field.field,
          field.names.join('、'),
          field.meaning.zh,
          field.meaning.en,
          field.example,
        ]),
      },
    ],
  });
}

function titled(titles: readonly string[]): readonly OutColumn[] {
  return titles.map((title) => ({ title, width: 20, kind: 'text' }));
}

function columnRows({ table, understanding }: UnderstoodSheet): readonly (readonly OutValue[])[] {
  const { header } = understanding;
  const rows = header && header.from !== header.to ? `${header.from}-${header.to}` : String(header?.from ?? notRead);
  return understanding.columns.map((column) => [
    table.name,
    understanding.fingerprint,
    rows,
    '',
    column.letter,
    column.heading,
    String(column.occurrence),
    column.field ?? '',
    column.confidence,
    column.why,
    column.samples.join(' | '),
    '',
  ]);
}

function leftRows({ table, understanding }: UnderstoodSheet): readonly (readonly OutValue[])[] {
  return understanding.skipped
    .filter(({ why }) => why !== 'blank')
    .map(({ row, why, text }) => [table.name, String(row), why, text]);
}

function cellRow(problem: PlacedProblem, outcome: string, review: Review): readonly OutValue[] {
  const read = review.sheets.filter(({ isRead }) => isRead);
  const sheet = read.find(({ table }) => table.name === problem.sheet) ?? read[0];
  const fields = sheet?.understanding.rows.find(({ row }) => row === problem.row)?.fields;
  const field = templateFieldOf(problem.field ?? '');
  const [zh, en] = (['zh-Hans', 'en'] as const).map((lang) => refusalMessage(importTexts, problem, lang));
  return [
    problem.sheet ?? sheet?.table.name ?? '',
    problem.row === undefined ? '' : String(problem.row),
    fields?.get('number')?.text ?? '',
    field,
    outcome,
    fields?.get(field)?.text ?? '',
    problem.understood ?? '',
    `${zh?.text ?? ''}${zh?.remedy ?? ''}`,
    `${en?.text ?? ''} ${en?.remedy ?? ''}`,
    '',
  ];
}
