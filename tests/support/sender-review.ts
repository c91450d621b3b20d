import { readFileSync } from 'node:fs';
import { readTables, type Table, writeXlsx } from '@guiju/office-tables';
import { previewFile, writeReviewFile } from '../../src/standards/import/import-file.ts';
import { cellTitles, columnTitles, reviewSheets } from '../../src/standards/import/review-sheets.ts';
import type { ImportDesk } from './import-desk.ts';

/** A sheet of a review as the sender has it before him: a list of its rows by the titles of the columns. */
export type ReviewRow = Record<string, string>;
export type ReviewSheets = Record<string, ReviewRow[]>;

/** The review workbook of a file, read as a spreadsheet program shows it. */
export async function reviewOf(desk: ImportDesk, path: string, review?: string): Promise<ReviewSheets> {
  const out = `${path}.review.xlsx`;
  const file = { format: 'standards', path, ...(review === undefined ? {} : { review }) } as const;
  await writeReviewFile(out, await previewFile(desk.deps, file));
  const read = readTables(readFileSync(out), { name: 'review.xlsx' });
  if (!read.ok) throw new Error(read.code);
  return Object.fromEntries(read.tables.map((table) => [table.name, rowsOf(table)]));
}

function rowsOf(table: Table): ReviewRow[] {
  const titles = table.rows[0]?.map((cell) => cell.text) ?? [];
  return table.rows
    .slice(1)
    .map((row) => Object.fromEntries(titles.map((title, place) => [title, row[place]?.text ?? ''])));
}

/** The titles of a sheet, also of one without rows. */
export function titlesOf(name: string, rows: readonly ReviewRow[]): readonly string[] {
  const blank: Readonly<Record<string, readonly string[]>> = {
    [reviewSheets.columns]: Object.values(columnTitles),
    [reviewSheets.cells]: Object.values(cellTitles),
  };
  return rows[0] ? Object.keys(rows[0]) : (blank[name] ?? []);
}

/** The workbook as the sender saves it; answers its path. */
export function savedReview(desk: ImportDesk, sheets: ReviewSheets): string {
  const named = Object.entries(sheets).map(([name, rows]) => {
    const titles = titlesOf(name, rows);
    return {
      name,
      columns: titles.map((title) => ({ title, kind: 'text' as const })),
      rows: rows.map((row) => titles.map((title) => row[title] ?? '')),
    };
  });
  return desk.file('corrected.xlsx', writeXlsx({ sheets: named }));
}

/** The row that has a text under a title. */
export function rowWhere(rows: readonly ReviewRow[] | undefined, title: string, text: string): ReviewRow {
  const found = rows?.find((row) => row[title]?.includes(text));
  if (!found) throw new Error(`No row of the review has ${text} under ${title}.`);
  return found;
}
