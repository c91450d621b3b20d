import { assignColumns, type NamedColumn } from './assign-columns.ts';
import { readBody } from './body-rows.ts';
import { columnLetter } from './cell-grid.ts';
import { oneLine } from './clean-text.ts';
import { candidates, findHeader, fingerprintOf, type Header, readHeader } from './find-header.ts';
import { type FindField, fieldFinder } from './headings.ts';
import type { Table } from './table.ts';
import type { ColumnMapping, FieldSpec, HeaderChoice, Understanding } from './understanding.ts';

/**
 * Understands a table as offices keep it: finds the header under title rows, joins merged group headings, assigns each
 * column to a field by its heading (any language, any order) or by what stands in it, and parts records from units,
 * notes and totals. Each column says how sure that is and why. `saved` is an earlier understanding's `mapping`, kept or
 * corrected by the sender; it counts when the header has the same fingerprint, wherever the header stands.
 *
 * @example
 * const understood = understandTable(table, [{ field: 'number', names: ['标准编号', '标准号', 'standard number'], required: true }]);
 * for (const row of understood.rows) row.fields.get('number')?.text;
 */
export function understandTable(table: Table, fields: readonly FieldSpec[], saved?: ColumnMapping): Understanding {
  const find = fieldFinder(fields);
  const { header, chosen } = chooseHeader(table, { fields, find, saved });
  const named = nameColumns(table, header);
  const fingerprint = fingerprintFor(table, header);
  const body = table.rows.slice(header ? header.to + 1 : 0);
  const known = saved && (saved.fingerprint === fingerprint || chosen) ? saved : undefined;
  const columns = assignColumns(named, { body, fields, header, saved: known });
  const held = new Set(columns.map((column) => column.field));
  return {
    ...(header ? { header: { from: table.firstRow + header.from, to: table.firstRow + header.to } } : {}),
    fingerprint,
    columns,
    missing: fields.filter(({ field, required }) => required && !held.has(field)).map(({ field }) => field),
    ...readBody(table, { header, columns, fields }),
    mapping: {
      fingerprint,
      columns: columns.map(({ heading, occurrence, field }) => ({ heading, occurrence, field: field ?? null })),
      ...(chosen && saved?.header ? { header: saved.header } : {}),
    },
  };
}

interface HeaderSearch {
  readonly fields: readonly FieldSpec[];
  readonly find: FindField;
  readonly saved: ColumnMapping | undefined;
}

/** `chosen` says that the sender said where the header is. */
function chooseHeader(
  table: Table,
  { fields, find, saved }: HeaderSearch,
): { readonly header: Header | undefined; readonly chosen: boolean } {
  const found = findHeader(table, fields, find);
  if (!saved) return { header: found, chosen: false };
  if (saved.header) {
    const told = toldHeader(table, saved.header, find);
    const isKnown = fingerprintFor(table, told) === saved.fingerprint;
    // The fingerprint of what was found: the sender corrects this very file.
    if (isKnown || fingerprintFor(table, found) === saved.fingerprint) return { header: told, chosen: true };
  }
  for (const header of candidates(table, find))
    if (fingerprintOf(header.headings) === saved.fingerprint) return { header, chosen: false };
  return { header: found, chosen: false };
}

function toldHeader(table: Table, choice: HeaderChoice, find: FindField): Header | undefined {
  if (choice === 'none') return undefined;
  const from = choice.from - table.firstRow;
  const to = choice.to - table.firstRow;
  const isInside = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to < table.rows.length;
  return isInside && to - from < 10 ? readHeader(table, { from, to }, find) : undefined;
}

function fingerprintFor(table: Table, header: Header | undefined): string {
  return header ? fingerprintOf(header.headings) : fingerprintOf([`no header, ${table.rows[0]?.length ?? 0} columns`]);
}

function nameColumns(table: Table, header: Header | undefined): readonly NamedColumn[] {
  const seen = new Map<string, number>();
  return Array.from({ length: table.rows[0]?.length ?? 0 }, (_, column) => {
    const heading = oneLine(header?.headings[column] ?? '').slice(0, 200);
    const occurrence = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, occurrence);
    return { column, letter: columnLetter(table.firstColumn + column), heading, occurrence };
  });
}
