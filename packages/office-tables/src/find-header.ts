import { oneLine } from './clean-text.ts';
import { type FindField, headingKey, type NameMatch } from './headings.ts';
import type { Cell, Table } from './table.ts';
import type { FieldSpec } from './understanding.ts';

/** A header: where it stands (indexes into `table.rows`) and what it says of each column. */
export interface Header {
  readonly from: number;
  readonly to: number;
  readonly headings: readonly string[];
  readonly matches: readonly (NameMatch | undefined)[];
}

/** Title rows, addresses and instructions come before a header; beyond this many rows no office form has one. */
const searchedRows = 40;
const highest = 3;

/**
 * Finds the header: the row, or up to three rows with group headings, in which most columns name a field. Nothing when
 * no row names at least two fields, or one required field, so that a plain list has no header.
 */
export function findHeader(table: Table, fields: readonly FieldSpec[], find: FindField): Header | undefined {
  const required = new Set(fields.filter((field) => field.required).map(({ field }) => field));
  let best: { readonly header: Header; readonly score: number } | undefined;
  for (const header of candidates(table, find)) {
    const score = scoreOf(header, table, required);
    if (score > (best?.score ?? 0)) best = { header, score };
  }
  return best?.header;
}

/** Every place where a header can be, flat ones first, then top down. */
export function* candidates(table: Table, find: FindField): Generator<Header> {
  const last = Math.min(table.rows.length, searchedRows);
  for (let height = 1; height <= highest; height++)
    for (let from = 0; from + height <= last; from++) yield readHeader(table, { from, to: from + height - 1 }, find);
}

/** Joins the rows of a header to one heading per column: group heading, then its parts. */
export function readHeader(table: Table, at: { readonly from: number; readonly to: number }, find: FindField): Header {
  const rows = table.rows.slice(at.from, at.to + 1).map((row) => row.map((cell) => oneLine(cell.text)));
  const width = rows[0]?.length ?? 0;
  const parts = Array.from({ length: width }, (_, column) => partsOf(rows, column));
  return {
    ...at,
    headings: parts.map((steps) => steps.join(' ')),
    // `日期 | 发布` means 发布日期: groups are read from both sides.
    matches: parts.map((steps) => find([steps.join(''), steps.toReversed().join(''), ...steps.toReversed()])),
  };
}

/** The texts above one another in a column; without merged cells (CSV) a group heading reaches over the blanks to its right. */
function partsOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const steps: string[] = [];
  rows.forEach((row, index) => {
    let text = row[column] ?? '';
    const below = rows.slice(index + 1).some((lower) => (lower[column] ?? '') !== '');
    for (let left = column - 1; text === '' && below && left >= 0; left--) text = row[left] ?? '';
    if (text !== '' && steps.at(-1) !== text) steps.push(text);
  });
  return steps;
}

function scoreOf(header: Header, table: Table, required: ReadonlySet<string>): number {
  const byField = new Map<string, number>();
  for (const match of header.matches) {
    if (!match) continue;
    const worth = match.why === 'name' ? 1 : 0.6;
    byField.set(match.field, Math.max(byField.get(match.field) ?? 0, worth));
  }
  const hasRequired = [...required].some((field) => byField.get(field) === 1);
  const isNarrow = distinctTexts(table.rows[header.to] ?? []) <= 2;
  if (byField.size < 2 && !(hasRequired && byField.size === 1)) return 0;
  if (byField.size === 1 && !isNarrow && header.from > 5) return 0;
  // A title merged over the whole width is one text, not a heading of each column.
  if (distinctTexts(table.rows[header.from] ?? []) === 1 && header.to > header.from) return 0;
  return [...byField.values()].reduce((sum, worth) => sum + worth, 0);
}

export function distinctTexts(row: readonly Cell[]): number {
  return new Set(row.filter((cell) => cell.kind !== 'empty').map((cell) => cell.text)).size;
}

/**
 * The mark of a header, the same for the next file of the same make: headings and how often each occurs, in any order.
 * FNV-1a, 64 bits: it distinguishes forms, it protects nothing.
 */
export function fingerprintOf(headings: readonly string[]): string {
  const text = headings.map(headingKey).toSorted().join('\u0001');
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at++)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
