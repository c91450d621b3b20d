import {
  type Cell,
  type ColumnMapping,
  type HeaderChoice,
  type MappedColumn,
  type ReadTables,
  readTables,
} from '@guiju/office-tables';
import { refusal } from '../../foundation/refusal.ts';
import { templateFields } from '../sources/template-fields.ts';
import { fileRefused } from './refusals.ts';
import { cellTitles, columnTitles, notRead, reviewSheets } from './review-sheets.ts';
import { type CorrectedCell, type Corrections, cellKey } from './table-file.ts';

const fieldNames: ReadonlySet<string> = new Set(templateFields.map(({ field }) => field));

/**
 * What the sender corrected in a review workbook. Sheets and columns are found by their titles, so that sorting,
 * filtering and moving them does no harm.
 *
 * @throws Refusal `standards.file-refused`, `standards.review-not-ours`, `standards.review-field-unknown`,
 *   `standards.review-field-twice`, `standards.review-contradicts`, `standards.review-formula`, `standards.review-header-unclear`
 */
export function readReview(bytes: Uint8Array): Corrections {
  const read = readTables(bytes, { name: 'review.xlsx' });
  if (!read.ok) throw fileRefused(read);
  return {
    mappings: mappingsIn(titledRows(read, reviewSheets.columns, columnTitles)),
    cells: cellsIn(titledRows(read, reviewSheets.cells, cellTitles)),
  };
}

/** A row by the names of its titles, with its number as the sender's program shows it. */
type TitledRow<Titles> = { readonly line: number } & { readonly [Name in keyof Titles]: Cell };

function titledRows<Titles extends Readonly<Record<string, string>>>(
  read: ReadTables,
  name: string,
  titles: Titles,
): readonly TitledRow<Titles>[] {
  const table = read.tables.find((one) => one.name === name);
  const head = table?.rows[0]?.map((cell) => cell.text.trim()) ?? [];
  const places = Object.entries(titles).map(([key, title]) => {
    const place = head.indexOf(title);
    if (place < 0) throw refusal('standards.review-not-ours', { sheet: name, column: title });
    return [key, place] as const;
  });
  return (table?.rows ?? []).slice(1).map((cells, index) => {
    const named = Object.fromEntries(places.map(([key, place]) => [key, cells[place]]));
    // One cast at the typed edge: the keys are those of the titles.
    return { ...named, line: (table?.firstRow ?? 1) + index + 1 } as unknown as TitledRow<Titles>;
  });
}

/** The words of the sender; a date he typed is a date cell. */
function written(cell: Cell, line: number): string {
  if (cell.kind === 'formula' || cell.kind === 'error') throw refusal('standards.review-formula', { row: line });
  return (cell.iso ?? cell.text).trim();
}

interface ColumnRow extends MappedColumn {
  readonly fingerprint: string;
  readonly header: string;
  readonly isCorrected: boolean;
}

/** One mapping for each header that was corrected; a header nobody touched is understood anew with the next reading. */
function mappingsIn(rows: readonly TitledRow<typeof columnTitles>[]): readonly ColumnMapping[] {
  const columns = rows.map(columnRow);
  const touched = new Set(
    columns.filter(({ isCorrected, header }) => isCorrected || header !== '').map(({ fingerprint }) => fingerprint),
  );
  return [...touched].map((fingerprint) => {
    const own = columns.filter((column) => column.fingerprint === fingerprint);
    const byPlace = Map.groupBy(own, ({ heading, occurrence }) => JSON.stringify([heading, occurrence]));
    const header = headerIn(own);
    return {
      fingerprint,
      columns: withoutDoubles([...byPlace.values()].flatMap(agreed)),
      ...(header === undefined ? {} : { header }),
    };
  });
}

function columnRow(row: TitledRow<typeof columnTitles>): ColumnRow {
  const correction = written(row.correction, row.line);
  const field = correction || row.field.text.trim();
  const isNone = field === '' || field === notRead;
  if (!isNone && !fieldNames.has(field)) throw refusal('standards.review-field-unknown', { field, row: row.line });
  return {
    fingerprint: row.fingerprint.text.trim(),
    header: written(row.correctHeader, row.line),
    heading: row.heading.text,
    occurrence: Number(row.occurrence.text) || 1,
    field: isNone ? null : field,
    isCorrected: correction !== '',
  };
}

function headerIn(columns: readonly ColumnRow[]): HeaderChoice | undefined {
  const [one, other] = [...new Set(columns.map(({ header }) => header).filter((header) => header !== ''))];
  if (one === undefined) return undefined;
  if (other !== undefined) throw refusal('standards.review-contradicts', { one, other });
  if (one === notRead) return 'none';
  const rows = /^(\d{1,7})(?:\s*[-–—]\s*(\d{1,7}))?$/.exec(one.normalize('NFKC'));
  if (!rows) throw refusal('standards.review-header-unclear', { value: one });
  return { from: Number(rows[1]), to: Number(rows[2] ?? rows[1]) };
}

/** Sheets with the same header share its mapping: corrected in one of them is corrected in all, but only in one way. */
function agreed(same: readonly ColumnRow[]): readonly ColumnRow[] {
  const corrected = same.filter(({ isCorrected }) => isCorrected);
  const [first] = corrected.length > 0 ? corrected : same;
  const other = corrected.find(({ field }) => field !== first?.field);
  if (first && other)
    throw refusal('standards.review-contradicts', { one: first.field ?? notRead, other: other.field ?? notRead });
  return first ? [first] : [];
}

/** A field the sender gives to one column is taken from the one that was thought to hold it; he cannot give it to two. */
function withoutDoubles(columns: readonly ColumnRow[]): readonly MappedColumn[] {
  const given = columns.filter(({ isCorrected }) => isCorrected).flatMap(({ field }) => field ?? []);
  const double = given.find((field, place) => given.indexOf(field) !== place);
  if (double !== undefined) throw refusal('standards.review-field-twice', { field: double });
  return columns.map(({ heading, occurrence, field, isCorrected }) => {
    const isTaken = field !== null && !isCorrected && given.includes(field);
    return { heading, occurrence, field: isTaken ? null : field };
  });
}

function cellsIn(rows: readonly TitledRow<typeof cellTitles>[]): ReadonlyMap<string, CorrectedCell> {
  const found = new Map<string, CorrectedCell>();
  for (const row of rows) {
    const text = written(row.correction, row.line);
    if (text === '') continue;
    const field = row.field.text.trim();
    if (!fieldNames.has(field)) throw refusal('standards.review-field-unknown', { field, row: row.line });
    const cell = { sheet: row.sheet.text, row: Number(row.row.text), field, text };
    const before = found.get(cellKey(cell));
    if (before && before.text !== text)
      throw refusal('standards.review-contradicts', { one: before.text, other: text });
    found.set(cellKey(cell), cell);
  }
  return found;
}
