import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import type { Cell, FilePlace } from './table.ts';

export const emptyCell: Cell = { text: '', kind: 'empty' };

/** A range of cells with both corners included, counted from 1. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

interface MergedRange extends CellRange {
  readonly anchor: GridPlace;
}

interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Collects the cells that hold something, wherever they stand, and makes the rectangle between the first and the last.
 * What the file declares about its size is never believed, and blank styled cells do not count.
 */
export interface CellGrid {
  put(row: number, column: number, cell: Cell): void;
  /** Fills the range with what the anchor (its first cell, unless told) holds, as offices mean it when they merge cells. */
  merge(range: CellRange, anchor?: GridPlace): void;
  /** Cells of the range are results of one array formula. */
  spoil(range: CellRange): void;
  finish(): { readonly rows: readonly (readonly Cell[])[]; readonly firstRow: number; readonly firstColumn: number };
}

export function startGrid(reading: Reading, place: FilePlace): CellGrid {
  const found = new Map<number, Map<number, Cell>>();
  const merges: MergedRange[] = [];
  const spoiled: CellRange[] = [];
  let count = 0;
  const used = { top: Number.POSITIVE_INFINITY, left: Number.POSITIVE_INFINITY, bottom: 0, right: 0 };
  return {
    put(row, column, cell) {
      // Counted while reading as well: the rectangle is known only at the end, and the memory would be gone by then.
      if (++count > reading.limits.cells)
        refuse('office-tables.too-many-cells', place, { limit: reading.limits.cells });
      const cells = found.get(row) ?? new Map<number, Cell>();
      found.set(row, cells.set(column, cell));
      used.top = Math.min(used.top, row);
      used.bottom = Math.max(used.bottom, row);
      used.left = Math.min(used.left, column);
      used.right = Math.max(used.right, column);
      // At once, so that a sheet of millions of rows is not read to its end.
      checkSize(used, reading, place);
    },
    merge: (range, anchor = { row: range.top, column: range.left }) =>
      collect(merges, { ...range, anchor }, { reading, place }),
    spoil: (range) => collect(spoiled, range, { reading, place }),
    finish() {
      if (found.size === 0) return { rows: [], firstRow: 1, firstColumn: 1 };
      reading.countCells((used.bottom - used.top + 1) * (used.right - used.left + 1), place);
      const rows = Array.from({ length: used.bottom - used.top + 1 }, (_, index) =>
        denseRow(found.get(used.top + index), used),
      );
      const fill = startFill(rows, used, { reading, place });
      for (const range of spoiled) fill.spoil(range);
      for (const range of merges) fill.merge(range);
      return { rows, firstRow: used.top, firstColumn: used.left };
    },
  };
}

function collect<Range>(ranges: Range[], range: Range, { reading, place }: { reading: Reading; place: FilePlace }) {
  if (ranges.push(range) > reading.limits.rows)
    refuse('office-tables.too-many-cells', place, { limit: reading.limits.rows });
}

function checkSize(used: CellRange, reading: Reading, place: FilePlace): void {
  const { limits } = reading;
  const height = used.bottom - used.top + 1;
  const width = used.right - used.left + 1;
  if (height > limits.rows)
    refuse('office-tables.too-many-rows', { ...place, row: used.bottom }, { rows: height, limit: limits.rows });
  if (width > limits.columns)
    refuse(
      'office-tables.too-many-columns',
      { ...place, column: used.right },
      { columns: width, limit: limits.columns },
    );
}

function denseRow(cells: ReadonlyMap<number, Cell> | undefined, used: CellRange): Cell[] {
  return Array.from({ length: used.right - used.left + 1 }, (_, index) => cells?.get(used.left + index) ?? emptyCell);
}

/** Fills ranges, each cell once: ranges that overlap, as no office program writes them, cannot make work without end. */
function startFill(rows: Cell[][], used: CellRange, { reading, place }: { reading: Reading; place: FilePlace }) {
  let left = rows.length * (used.right - used.left + 1);
  const eachCell = (range: CellRange, change: (cells: Cell[], column: number) => void) => {
    const bottom = Math.min(range.bottom, used.bottom);
    const right = Math.min(range.right, used.right);
    for (let row = Math.max(range.top, used.top); row <= bottom; row++) {
      const cells = rows[row - used.top];
      for (let column = Math.max(range.left, used.left); cells && column <= right; column++) {
        if (left-- <= 0) refuse('office-tables.too-many-cells', place, { limit: reading.limits.cells });
        change(cells, column - used.left);
      }
    }
  };
  return {
    spoil: (range: CellRange) =>
      eachCell(range, (cells, column) => {
        if (cells[column] !== emptyCell) cells[column] = { text: '', kind: 'formula' };
      }),
    merge(range: MergedRange) {
      const mergedFrom = { row: range.anchor.row - used.top, column: range.anchor.column - used.left };
      const anchor = rows[mergedFrom.row]?.[mergedFrom.column];
      if (!anchor || anchor.kind === 'empty') return;
      const covered: Cell = { ...anchor, mergedFrom };
      eachCell(range, (cells, column) => {
        if (cells[column] !== anchor) {
          cells[column] = covered;
          reading.countText(covered.text, place);
        }
      });
    },
  };
}

/** `B7` or `B7:D9`, as sheets write places (ISO/IEC 29500-1, 18.18.62). */
export function readRange(reference: string): CellRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?$/.exec(reference);
  if (!match) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const range = { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
  const isInSheet = range.top >= 1 && range.bottom <= 1_048_576 && range.right <= 16_384;
  return isInSheet && range.top <= range.bottom && range.left <= range.right ? range : undefined;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** The letters of a column counted from 1: 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
