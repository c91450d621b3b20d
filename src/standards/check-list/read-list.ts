import { columnLetter, type Limits, type ReadTables, readTables, type Table } from '@guiju/office-tables';
import { refusal } from '../../foundation/refusal.ts';
import { fileRefused } from '../import/refusals.ts';
import { type CellText, joinedCells } from './joined-cells.ts';
import { entriesOf, type ListText, numbersGiven } from './list-entries.ts';
import { type ListEntry, type ListPlace, mostMegabytes, mostNumbers, type ReadList } from './list-entry.ts';

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

/**
 * The numbers of a file as offices keep them: any cell or paragraph, several in one, in any spelling. Formulas count by
 * the value stored with them, because nothing of a list is kept as data.
 *
 * @throws Refusal `standards.file-refused`, `standards.list-too-long`, `standards.list-without-numbers`
 */
export function readListFile(bytes: Uint8Array, name: string): ReadList {
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
export function readListText(text: string): ReadList {
  if (text.length > longestPaste)
    throw refusal('standards.list-text-too-long', { length: text.length, longest: longestPaste });
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\P{C}\t\n\r]/gu, '');
  // Without a tab the text is one of lines; with tabs it was copied from a spreadsheet program.
  const kind = clean.includes('\t') ? 'cell' : 'line';
  const rows = clean.split(/\r\n?|\n/).map((line, index) =>
    line.split('\t').map(
      (cell, column): CellText => ({
        place: { line: index + 1 },
        text: cell,
        group: `column ${column}`,
        kind,
        column,
      }),
    ),
  );
  return entriesOf(joinedCells(rows));
}

/** Numbers given one by one, as a program sends them; words around a number are passed over as in a text. */
export function readListNumbers(numbers: readonly string[]): readonly ListEntry[] {
  const entries = numbers.flatMap((text, index) =>
    numbersGiven(text.toWellFormed().normalize('NFC').replace(/\p{C}/gu, ' ')).map((number) => ({
      place: { line: index + 1 },
      text: number,
    })),
  );
  if (entries.length > mostNumbers) throw refusal('standards.list-too-long', { most: mostNumbers });
  return entries;
}

function textsOf(read: ReadTables): readonly ListText[] {
  return read.order.flatMap((block) => {
    if ('table' in block) {
      const table = read.tables[block.table];
      return table === undefined ? [] : cellsOf(table, { index: block.table, isSheet: read.format === 'xlsx' });
    }
    const place = read.format === 'text' ? { line: block.paragraph + 1 } : { paragraph: block.paragraph + 1 };
    return (read.paragraphs[block.paragraph] ?? '')
      .split('\n')
      .map((text) => ({ place, text, group: 'text', kind: 'line' as const }));
  });
}

function cellsOf(table: Table, of: { readonly index: number; readonly isSheet: boolean }): readonly ListText[] {
  const rows = table.rows.map((cells, row) =>
    cells.flatMap((cell, column): readonly CellText[] => {
      // A merged range is one cell. What a program took for a number or a day counts only where numbers are listed.
      const isValue = cell.kind === 'number' || cell.kind === 'date';
      if (cell.mergedFrom !== undefined || !(isValue || cell.kind === 'text')) return [];
      const place: ListPlace = {
        ...(of.isSheet ? { sheet: table.name } : { table: of.index + 1 }),
        row: table.firstRow + row,
        column: columnLetter(table.firstColumn + column),
      };
      return [{ place, text: cell.text, group: `${of.index}/${column}`, kind: isValue ? 'value' : 'cell', column }];
    }),
  );
  return joinedCells(rows);
}
