import { columnLetter, type Limits, oneLine, type ReadTables, readTables, type Table } from '@guiju/office-tables';
import { findNumbers } from '@guiju/standard-numbers';
import { refusal } from '../../foundation/refusal.ts';
import { fileRefused } from '../import/refusals.ts';
import { type ListEntry, type ListPlace, longestNumber, mostMegabytes, mostNumbers } from './list-entry.ts';
import { looksLikeNumber, saysNumber } from './looks-like-number.ts';

/** Smaller than what an import may hold: anybody may send a list, and it is read while others wait. */
const limits: Partial<Limits> = {
  fileBytes: mostMegabytes * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  rows: 60_000,
  columns: 200,
  cells: 600_000,
  paragraphs: 60_000,
  characters: 8_000_000,
  sheets: 50,
};

/** A text with the group it belongs to: a column, or the running text. */
interface ListText {
  readonly place: ListPlace;
  readonly text: string;
  readonly group: string;
}

/**
 * The numbers of a file as offices keep them: any cell or paragraph, several in one, in any spelling. Formulas count by
 * the value stored with them, because nothing of a list is kept as data.
 *
 * @throws Refusal `standards.file-refused`, `standards.list-too-long`, `standards.list-without-numbers`
 */
export function readListFile(bytes: Uint8Array, name: string): readonly ListEntry[] {
  const read = readTables(bytes, { name, formulas: 'cached', limits });
  if (!read.ok) throw fileRefused(read);
  return entriesOf(textsOf(read));
}

/** Longest text that is pasted into a form. */
const longestPaste = 2_000_000;

/**
 * The numbers of a pasted text: lines, or cells parted by tabs as a spreadsheet program copies them.
 *
 * @throws Refusal `standards.list-text-too-long`, `standards.list-too-long`, `standards.list-without-numbers`
 */
export function readListText(text: string): readonly ListEntry[] {
  if (text.length > longestPaste)
    throw refusal('standards.list-text-too-long', { length: text.length, longest: longestPaste });
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{C}\t\n\r]/gu, '');
  return entriesOf(
    clean
      .split(/\r\n?|\n/)
      .flatMap((line, index) =>
        line.split('\t').map((cell, column) => ({ place: { line: index + 1 }, text: cell, group: `column ${column}` })),
      ),
  );
}

/** Numbers given one by one, as a program sends them. */
export function readListNumbers(numbers: readonly string[]): readonly ListEntry[] {
  if (numbers.length > mostNumbers) throw refusal('standards.list-too-long', { most: mostNumbers });
  return numbers.map((text, index) => ({
    place: { line: index + 1 },
    text: cut(text.toWellFormed().normalize('NFC').replace(/\p{C}/gu, ' ')),
  }));
}

function textsOf(read: ReadTables): readonly ListText[] {
  return read.order.flatMap((block) => {
    if ('table' in block) {
      const table = read.tables[block.table];
      return table === undefined ? [] : cellsOf(table, { index: block.table, isSheet: read.format === 'xlsx' });
    }
    const place = read.format === 'text' ? { line: block.paragraph + 1 } : { paragraph: block.paragraph + 1 };
    return (read.paragraphs[block.paragraph] ?? '').split('\n').map((text) => ({ place, text, group: 'text' }));
  });
}

function cellsOf(table: Table, of: { readonly index: number; readonly isSheet: boolean }): readonly ListText[] {
  return table.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column): readonly ListText[] => {
      // A merged range is one cell, and what a program took for a number or a day is no standard number.
      if (cell.mergedFrom !== undefined || cell.kind !== 'text') return [];
      const place: ListPlace = {
        ...(of.isSheet ? { sheet: table.name } : { table: of.index + 1 }),
        row: table.firstRow + row,
        column: columnLetter(table.firstColumn + column),
      };
      return [{ place, text: cell.text, group: `${of.index}/${column}` }];
    }),
  );
}

/** A group is a column of numbers when so many of its texts hold one. */
const shareOfNumbers = 0.3;

function entriesOf(texts: readonly ListText[]): readonly ListEntry[] {
  const written = texts
    .filter(({ text }) => text.trim() !== '')
    .map((one) => ({ ...one, found: findNumbers(one.text) }));
  const columns = new Set<string>();
  for (const [group, members] of Map.groupBy(written, (one) => one.group)) {
    const withNumber = members.filter(({ found, text }) => found.length > 0 || saysNumber(text)).length;
    if (withNumber >= members.length * shareOfNumbers) columns.add(group);
  }
  const entries: ListEntry[] = [];
  for (const { place, text, group, found } of written) {
    for (const number of found) entries.push({ place, text: cut(number.text + gluedTo(text, number.end)) });
    for (const misspelt of misspeltBeside(text, found)) entries.push({ place, text: cut(misspelt) });
    if (found.length === 0 && looksLikeNumber(text, columns.has(group))) entries.push({ place, text: cut(text) });
    if (entries.length > mostNumbers) throw refusal('standards.list-too-long', { most: mostNumbers });
  }
  if (entries.length === 0) throw refusal('standards.list-without-numbers');
  return entries;
}

/** A dated number of running text: letters, digits, a dash or colon, and a year in which a letter may stand for a digit. */
const datedShape =
  /(?<![A-Za-z0-9/])[A-Z]{2,6}(?:\/[A-Z]{1,3})? ?\d{1,6}(?:[.-]\d{1,4}){0,3}[:—–-](?=[12I])[\dOIl]{4}(?![A-Za-z0-9])/gu;

/** In a text that holds numbers, what has the shape of a further one and could not be read: told, not passed over. */
function misspeltBeside(
  text: string,
  found: readonly { readonly start: number; readonly end: number }[],
): readonly string[] {
  if (found.length === 0) return [];
  return [...text.matchAll(datedShape)]
    .filter(({ index, 0: shape }) => !found.some(({ start, end }) => index < end && start < index + shape.length))
    .map(([shape]) => shape);
}

/** Digits glued behind a number show that it was mistyped: `ISO 9001:20155` must not pass for ISO 9001. */
function gluedTo(text: string, end: number): string {
  return /^[.:：·\-—–－−]{1,2}[\d０-９][\d０-９.\-—–]*/u.exec(text.slice(end, end + 40))?.[0] ?? '';
}

function cut(text: string): string {
  return oneLine(text).slice(0, longestNumber).toWellFormed();
}
