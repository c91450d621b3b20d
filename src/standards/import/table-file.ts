import {
  type Cell,
  type ColumnMapping,
  explainTableProblem,
  type ReadTables,
  readTables,
  type Table,
  type TableProblem,
  type Understanding,
  understandTable,
} from '@guiju/office-tables';
import type { Deps } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { readTemplateRow } from '../sources/standards-template.ts';
import { templateFields } from '../sources/template-fields.ts';
import type { CodeChecks } from '../sources/template-row.ts';
import { keptMapping, keptMappings } from './column-mapping.ts';
import { columnNames, unreadColumns } from './column-names.ts';
import type { PlacedProblem, ReadRecord } from './import-records.ts';
import { notJson } from './json-records.ts';
import { fileRefused } from './refusals.ts';

/** A sheet of an office file with how its columns were understood. */
export interface UnderstoodSheet {
  readonly table: Table;
  readonly understanding: Understanding;
  /** Its name where the file has several sheets with records: row numbers begin anew in each. */
  readonly sheet?: string;
  /** A sheet without a column of numbers holds no standards. */
  readonly isRead: boolean;
  /** The sender's own mapping, when he corrected the columns of this sheet. */
  readonly corrected?: ColumnMapping;
}

/** An office file as it was understood. */
export interface UnderstoodFile {
  readonly sheets: readonly UnderstoodSheet[];
  /** What the sender should know of the file: formulas not read, hidden sheets, sheets without numbers. */
  readonly remarks: readonly PlacedProblem[];
  /** Lines that are no records at all, by their row. */
  readonly broken: readonly ReadRecord[];
}

/** What the sender corrected: the columns of a sheet, and the text of single cells by sheet, row and field. */
export interface Corrections {
  readonly mappings: readonly ColumnMapping[];
  readonly cells: ReadonlyMap<string, CorrectedCell>;
}

export interface CorrectedCell {
  readonly sheet: string;
  readonly row: number;
  readonly field: string;
  readonly text: string;
}

export const noCorrections: Corrections = { mappings: [], cells: new Map() };

export const cellKey = (cell: Pick<CorrectedCell, 'sheet' | 'row' | 'field'>): string =>
  JSON.stringify([cell.sheet, cell.row, cell.field]);

/**
 * Reads an office file (XLSX, CSV, JSON Lines) as its office keeps it and understands each sheet: by the sender's review,
 * else by the mapping kept for such a header, else by itself.
 *
 * @throws Refusal `standards.file-refused` when the file cannot or must not be read, `standards.no-number-column`
 */
export async function understandFile(
  deps: Pick<Deps, 'database'>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  corrections: Corrections,
): Promise<UnderstoodFile> {
  const understood = await understandSheets(deps, file, corrections);
  if (understood.sheets.some(({ isRead }) => isRead)) return understood;
  const headings = understood.sheets.flatMap(({ understanding }) =>
    understanding.columns.map((column) => column.heading),
  );
  throw refusal('standards.no-number-column', { headings: headings.join('、').slice(0, 200) });
}

/** What of a sheet was passed over: columns without a field, and lines taken for notes and totals. */
function notRead(one: UnderstoodSheet): readonly PlacedProblem[] {
  const sheet = one.sheet === undefined ? {} : { sheet: one.sheet };
  const columns = unreadColumns(one).join(', ');
  const lines = one.understanding.skipped
    .filter(({ why }) => why === 'note' || why === 'total')
    .map(({ row }) => row)
    .join(', ');
  return [
    ...(columns === '' ? [] : [{ code: 'standards.columns-not-read', ...sheet, details: { columns: shown(columns) } }]),
    ...(lines === '' ? [] : [{ code: 'standards.lines-not-read', ...sheet, details: { lines: shown(lines) } }]),
  ];
}

const shown = (list: string): string => (list.length > 500 ? `${list.slice(0, 500)}…` : list);

/** The same for a preview, where a file whose numbers were not found is exactly what has to be shown. */
export async function understandSheets(
  deps: Pick<Deps, 'database'>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  corrections: Corrections,
): Promise<UnderstoodFile> {
  const read = readTables(file.bytes, { name: file.name });
  if (!read.ok) throw fileRefused(read);
  const found: UnderstoodSheet[] = [];
  for (const table of read.tables) {
    const how = await understood(deps, table, corrections.mappings);
    found.push({ table, ...how, isRead: !how.understanding.missing.includes('number') });
  }
  const isOneOfSeveral = found.filter(({ isRead }) => isRead).length > 1;
  const sheets = found.map((one) => (isOneOfSeveral ? { ...one, sheet: one.table.name } : one));
  const unread = sheets.filter(({ isRead, understanding }) => !isRead && understanding.rows.length > 0);
  return {
    sheets,
    remarks: [
      ...read.problems.filter(({ code }) => code !== 'office-tables.line-not-json').map(remark),
      ...unread.map(({ table }) => ({
        code: 'standards.sheet-not-read',
        sheet: table.name,
        details: { sheet: table.name },
      })),
      ...sheets.filter(({ isRead }) => isRead).flatMap(notRead),
    ],
    broken: brokenLines(read),
  };
}

type HowUnderstood = Pick<UnderstoodSheet, 'understanding' | 'corrected'>;

/** By the sender's review, else by what was kept for such a header, else by itself. */
async function understood(
  deps: Pick<Deps, 'database'>,
  table: Table,
  reviewed: readonly ColumnMapping[],
): Promise<HowUnderstood> {
  const first = understandTable(table, templateFields);
  const told = byMapping(table, first, reviewed);
  if (told) return told;
  const same = await keptMapping(deps.database, first.fingerprint);
  if (same) return { understanding: understandTable(table, templateFields, same) };
  // A header of which no heading is known is not found; a mapping that names these headings finds it.
  const kept = first.missing.includes('number')
    ? byMapping(table, first, await keptMappings(deps.database))
    : undefined;
  return { understanding: kept?.understanding ?? first };
}

function byMapping(table: Table, first: Understanding, mappings: readonly ColumnMapping[]): HowUnderstood | undefined {
  for (const mapping of mappings) {
    const understanding = understandTable(table, templateFields, mapping);
    if (first.fingerprint === mapping.fingerprint || understanding.fingerprint === mapping.fingerprint)
      return { understanding, corrected: mapping };
  }
  return undefined;
}

function remark(found: TableProblem): PlacedProblem {
  const { zh, en } = explainTableProblem(found);
  const { row, sheet } = found.place;
  return {
    code: 'standards.file-remark',
    ...(row === undefined ? {} : { row }),
    ...(sheet === undefined ? {} : { sheet }),
    details: { reason: found.code, zh: zh.what, en: en.what, remedyZh: zh.remedy, remedyEn: en.remedy },
  };
}

/** A line that is no JSON is no blank line: it is rejected like any other row that cannot be read. */
function brokenLines(read: ReadTables): readonly ReadRecord[] {
  return read.problems
    .filter(({ code }) => code === 'office-tables.line-not-json')
    .map(({ place, details }) => notJson(place.row ?? 0, String(details['begins'] ?? '')));
}

export interface RowWork {
  readonly sourceName: string;
  readonly corrections: Corrections;
  readonly isCreditCode: (code: string) => boolean;
}

/** The records of understood sheets, with the sender's corrections of single cells in their places. */
export function* tableRecords(
  deps: Pick<Deps, 'definitions' | 'clock'>,
  file: UnderstoodFile,
  work: RowWork,
): Generator<ReadRecord> {
  const checks = codeChecks(deps, work.isCreditCode);
  const corrected = Map.groupBy(work.corrections.cells.values(), ({ sheet, row }) => JSON.stringify([sheet, row]));
  yield* file.broken;
  for (const { table, understanding, sheet, isRead } of file.sheets) {
    const columnOf = columnNames({ table, understanding });
    for (const body of isRead ? understanding.rows : []) {
      const fields = new Map<string, Cell>(body.fields);
      for (const { field, text } of corrected.get(JSON.stringify([table.name, body.row])) ?? [])
        fields.set(field, { text, kind: 'text' });
      const place = { row: body.row, ...(sheet === undefined ? {} : { sheet }) };
      const reading = readTemplateRow(
        { row: body.row, fields },
        { dateBase: table.dateBase, sourceName: work.sourceName, checks },
      );
      yield {
        ...place,
        columnOf,
        original: textsOf(body.fields),
        reading: sheet === undefined ? reading : onSheet(sheet, reading),
      };
    }
  }
}

/** Where in the file a statement stands is kept with it, and a row number alone would not tell. */
function onSheet(sheet: string, reading: ReadRecord['reading']): ReadRecord['reading'] {
  if (reading.outcome === 'refused') return reading;
  const records = reading.records.map((record) => ({
    ...record,
    source: { ...record.source, locator: `${sheet}, ${record.source.locator ?? ''}` },
  }));
  return { ...reading, records };
}

function textsOf(fields: ReadonlyMap<string, Cell>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fields].filter(([, cell]) => cell.text !== '').map(([field, cell]) => [field, cell.text]),
  );
}

function codeChecks(deps: Pick<Deps, 'definitions' | 'clock'>, isCreditCode: (code: string) => boolean): CodeChecks {
  const today = deps.clock.today();
  const lists = Object.fromEntries(
    (['ics', 'ccs', 'industries', 'regions'] as const).map((name) => [name, deps.definitions.codelist(name).at(today)]),
  );
  return { isCreditCode, isKnown: (list, code) => lists[list]?.get(code) !== undefined };
}
