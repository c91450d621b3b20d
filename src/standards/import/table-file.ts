import type { Cell, ColumnMapping, Table, Understanding } from '@guiju/office-tables';
import { readTables, understandTable } from '@guiju/office-tables';
import type { Deps } from '../../foundation/part.ts';
import { Refusal } from '../../foundation/refusal.ts';
import { type CodeChecks, readTemplateRow } from '../sources/standards-template.ts';
import { templateFields } from '../sources/template-fields.ts';
import { keptMapping } from './column-mapping.ts';
import { fileRefused } from './refusals.ts';
import type { ReadRecord } from './import-records.ts';

/** A sheet of an office file with how its columns were understood. */
export interface UnderstoodSheet {
  readonly table: Table;
  readonly understanding: Understanding;
}

/** What the sender corrected: the columns of a sheet, and the text of single cells. */
export interface Corrections {
  readonly mappings: readonly ColumnMapping[];
  readonly cells: ReadonlyMap<string, string>;
}

export const noCorrections: Corrections = { mappings: [], cells: new Map() };

export const cellKey = (sheet: string, row: number, field: string): string => JSON.stringify([sheet, row, field]);

/**
 * Reads an office file (XLSX, CSV, JSON Lines) as its office keeps it and understands each sheet that has a number column.
 *
 * @throws Refusal with the code of `@guiju/office-tables` when the file cannot or must not be read
 */
export async function understandFile(
  deps: Pick<Deps, 'database'>,
  file: { readonly bytes: Uint8Array; readonly name: string },
  corrections: Corrections,
): Promise<readonly UnderstoodSheet[]> {
  const read = readTables(file.bytes, { name: file.name });
  if (!read.ok) throw fileRefused(read);
  const sheets: UnderstoodSheet[] = [];
  for (const table of read.tables) {
    const first = understandTable(table, templateFields);
    const corrected = corrections.mappings.find((mapping) => mapping.fingerprint === first.fingerprint);
    const saved = corrected ?? (await keptMapping(deps.database, first.fingerprint));
    const understanding = saved === undefined ? first : understandTable(table, templateFields, saved);
    if (read.tables.length === 1 || !understanding.missing.includes('number')) sheets.push({ table, understanding });
  }
  const first = sheets[0];
  if (!first || sheets.every(({ understanding }) => understanding.missing.includes('number'))) {
    throw new Refusal('standards.no-number-column', { headings: first?.understanding.columns.map((column) => column.heading).join('、').slice(0, 200) });
  }
  return sheets;
}

/** The records of understood sheets, with the sender's corrections of single cells in their places. */
export function* tableRecords(
  deps: Pick<Deps, 'definitions' | 'clock'>,
  sheets: readonly UnderstoodSheet[],
  work: { readonly sourceName: string; readonly corrections: Corrections; readonly isCreditCode: (code: string) => boolean },
): Generator<ReadRecord> {
  const checks = codeChecks(deps, work.isCreditCode);
  for (const { table, understanding } of sheets) {
    for (const body of understanding.rows) {
      const fields = new Map([...body.fields].map(([field, cell]) => [field, corrected(cell, work.corrections.cells.get(cellKey(table.name, body.row, field)))]));
      yield {
        row: body.row,
        original: Object.fromEntries([...body.fields].map(([field, cell]) => [field, cell.text])),
        reading: readTemplateRow({ row: body.row, fields }, { dateBase: table.dateBase, sourceName: work.sourceName, checks }),
      };
    }
  }
}

function corrected(cell: Cell, text: string | undefined): Cell {
  return text === undefined ? cell : { text, kind: 'text' };
}

function codeChecks(deps: Pick<Deps, 'definitions' | 'clock'>, isCreditCode: (code: string) => boolean): CodeChecks {
  const today = deps.clock.today();
  return {
    isCreditCode,
    isKnown: (list, code) => deps.definitions.codelist(list).at(today).get(code) !== undefined,
  };
}
