import { type ColumnMapping, type OutValue, readTables, type Table, writeXlsx } from '@guiju/office-tables';
import { type Problem, Refusal, refusalMessage, type RefusalTexts } from '../../foundation/refusal.ts';
import { templateFields } from '../sources/template-fields.ts';
import { fileRefused } from './refusals.ts';
import { cellKey, type Corrections, type UnderstoodSheet } from './table-file.ts';

const columnsSheet = '列 columns';
const cellsSheet = '单元格 cells';
const fieldsSheet = '字段 fields';

/** Titles of the columns that the sender fills in. */
const correctField = '改为字段 correct field';
const correctText = '改为 correct text';

export interface Review {
  readonly sheets: readonly UnderstoodSheet[];
  /** Doubts and problems by row and field. */
  readonly problems: readonly Problem[];
  readonly texts: RefusalTexts;
}

/**
 * A workbook that shows the sender how each column and each doubtful cell was understood. What he writes into the last
 * column of either sheet is read back by `readReview`; an empty cell leaves everything as it was understood.
 */
export function writeReview(review: Review): Uint8Array {
  const text = { kind: 'text' } as const;
  return writeXlsx({
    sheets: [
      {
        name: columnsSheet,
        columns: ['工作表 sheet', '标识 fingerprint', '列 column', '标题 heading', '第几个 occurrence', '理解为 understood as', '把握 confidence', '为何 why', '样例 samples', correctField].map((title) => ({ title, width: 18, ...text })),
        rows: review.sheets.flatMap(columnRows),
      },
      {
        name: cellsSheet,
        columns: ['工作表 sheet', '行 row', '字段 field', '文件中 in the file', '情况 remark', 'Remark', correctText].map((title) => ({ title, width: 24, ...text })),
        rows: review.problems.flatMap((problem) => cellRow(problem, review)),
      },
      {
        name: fieldsSheet,
        columns: ['字段 field', '标题 headings', '含义', 'meaning', '样例 example'].map((title) => ({ title, width: 24, ...text })),
        rows: templateFields.map((field) => [field.field, field.names.join('、'), field.meaning.zh, field.meaning.en, field.example]),
      },
    ],
  });
}

function columnRows({ table, understanding }: UnderstoodSheet): readonly (readonly OutValue[])[] {
  return understanding.columns.map((column) => [
    table.name, understanding.fingerprint, column.letter, column.heading, String(column.occurrence), column.field ?? '',
    column.confidence, column.why, column.samples.join(' | '), '',
  ]);
}

function cellRow(problem: Problem, review: Review): readonly (readonly OutValue[])[] {
  const { row, field } = problem;
  if (row === undefined || field === undefined) return [];
  const sheet = review.sheets.find(({ understanding }) => understanding.rows.some((body) => body.row === row));
  const cell = sheet?.understanding.rows.find((body) => body.row === row)?.fields.get(field);
  const [zh, en] = (['zh-Hans', 'en'] as const).map((lang) => refusalMessage(review.texts, problem, lang));
  return [[sheet?.table.name ?? '', String(row), field, cell?.text ?? '', `${zh?.text ?? ''}${zh?.remedy ?? ''}`, `${en?.text ?? ''} ${en?.remedy ?? ''}`, '']];
}

/** What the sender corrected in a review workbook. @throws Refusal `standards.review-not-ours` */
export function readReview(bytes: Uint8Array): Corrections {
  const read = readTables(bytes, { name: 'review.xlsx' });
  if (!read.ok) throw fileRefused(read);
  const columns = read.tables.find((table) => table.name === columnsSheet);
  const cells = read.tables.find((table) => table.name === cellsSheet);
  if (!columns || !cells) throw new Refusal('standards.review-not-ours');
  return { mappings: mappingsIn(columns), cells: correctedCells(cells) };
}

function mappingsIn(table: Table): readonly ColumnMapping[] {
  const rows = table.rows.slice(1).map((row) => row.map((cell) => cell.text.trim()));
  // A header nobody corrected keeps no mapping: the next reading of the file understands it anew.
  const touched = new Set(rows.filter((row) => (row[9] ?? '') !== '').map((row) => row[1] ?? ''));
  const known = new Set<string>(templateFields.map((field) => field.field));
  return [...touched].map((fingerprint) => ({
    fingerprint,
    columns: rows
      .filter((row) => row[1] === fingerprint)
      .map((row) => {
        const wanted = row[9] || row[5] || '';
        if (wanted !== '' && wanted !== '-' && !known.has(wanted)) throw new Refusal('standards.review-field-unknown', { field: wanted });
        return { heading: row[3] ?? '', occurrence: Number(row[4] ?? 1), field: wanted === '' || wanted === '-' ? null : wanted };
      }),
  }));
}

function correctedCells(table: Table): ReadonlyMap<string, string> {
  return new Map(
    table.rows.slice(1).flatMap((row): [string, string][] => {
      const [sheet = '', number = '', field = '', , , , text = ''] = row.map((cell) => cell.text.trim());
      return text === '' ? [] : [[cellKey(sheet, Number(number), field), text]];
    }),
  );
}
