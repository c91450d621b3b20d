import { type CellGrid, columnLetter, readRange, startGrid } from './cell-grid.ts';
import { generalFormat, type NumberFormat } from './number-formats.ts';
import { type OfficeParts, scanPart } from './office-parts.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import type { Cell, FilePlace, Table } from './table.ts';
import { type CellContext, readXlsxCell } from './xlsx-cell.ts';
import { collectText } from './xlsx-strings.ts';
import { formatOf, isTrue, type SheetEntry } from './xlsx-workbook.ts';
import type { XmlHandler } from './xml-scanner.ts';

export interface SheetContext extends CellContext {
  readonly formats: readonly NumberFormat[];
}

/** Reads one sheet (ISO/IEC 29500-1, 18.3): the cells that hold something, merged ranges filled, formulas as told. */
export function readSheet(parts: OfficeParts, sheet: SheetEntry, context: SheetContext): Table {
  const place: FilePlace = { sheet: sheet.name };
  const { reading } = context;
  if (sheet.hidden) reading.remark('office-tables.hidden-sheet', place);
  const grid = startGrid(reading, place);
  const cells = cellReader(grid, place, context);
  let hiddenRows = 0;
  const hiddenColumns: ColumnSpan[] = [];
  scanPart(parts, sheet.part, {
    open(name, attributes) {
      if (name === 'row') {
        cells.startRow(attributes().get('r'));
        if (isTrue(attributes().get('hidden'))) hiddenRows++;
      } else if (name === 'col') {
        const span = hiddenSpan(attributes());
        if (span) hiddenColumns.push(span);
      } else if (name === 'mergeCell') {
        const range = readRange(attributes().get('ref') ?? '');
        if (range) grid.merge(range);
      } else cells.open(name, attributes);
    },
    close: cells.close,
    text: cells.text,
  });
  if (hiddenRows > 0) reading.remark('office-tables.hidden-rows', place, { count: hiddenRows });
  const table = grid.finish();
  remarkHiddenColumns(table, hiddenColumns, { place, reading });
  const hidden = sheet.hidden ? ({ hidden: true } as const) : {};
  return { name: sheet.name, ...table, ...hidden, dateBase: context.dateBase };
}

interface ColumnSpan {
  readonly min: number;
  readonly max: number;
}

/** `col` speaks for a span of columns (18.3.1.13). A width of nothing hides them as well. */
function hiddenSpan(found: ReadonlyMap<string, string>): ColumnSpan | undefined {
  const isHidden = isTrue(found.get('hidden')) || found.get('width') === '0';
  const [min, max] = [Number(found.get('min')), Number(found.get('max'))];
  return isHidden && Number.isInteger(min) && Number.isInteger(max) ? { min, max } : undefined;
}

/** Programs hide all columns to the right of the table as well; only those that hold something are told. */
function remarkHiddenColumns(
  { rows, firstColumn }: Pick<Table, 'rows' | 'firstColumn'>,
  spans: readonly ColumnSpan[],
  { place, reading }: { readonly place: FilePlace; readonly reading: Reading },
): void {
  if (spans.length === 0) return;
  const letters = Array.from(rows[0] ?? [], (_, index) => index)
    .filter((index) => spans.some(({ min, max }) => min <= firstColumn + index && firstColumn + index <= max))
    .filter((index) => rows.some((cells) => cells[index] !== undefined && cells[index].kind !== 'empty'))
    .map((index) => columnLetter(firstColumn + index));
  if (letters.length === 0) return;
  const columns = letters.slice(0, 20).join(', ') + (letters.length > 20 ? ' …' : '');
  reading.remark('office-tables.hidden-columns', place, { count: letters.length, columns });
}

interface OpenCell {
  type: string;
  format: NumberFormat;
  value: string;
  inline: string;
  hasFormula: boolean;
  formula: string;
}

function cellReader(grid: CellGrid, place: FilePlace, context: SheetContext) {
  let row = 0;
  let column = 0;
  let inside: 'value' | 'formula' | undefined;
  let cell: OpenCell | undefined;
  const inline = collectText('is', (text) => {
    if (cell) cell.inline = text;
  });
  return {
    startRow(reference: string | undefined) {
      row = reference === undefined ? row + 1 : Number(reference);
      column = 0;
      if (!Number.isInteger(row) || row < 1 || row > 1_048_576) refuse('office-tables.xml-broken', place);
    },
    open(name: string, attributes: () => ReadonlyMap<string, string>) {
      if (name === 'c') {
        const found = attributes();
        ({ row, column } = placeOf(found.get('r'), { row, column }, place));
        cell = openCell(found, context.formats);
      } else if (name === 'v') inside = 'value';
      else if (name === 'f' && cell) {
        inside = 'formula';
        cell.hasFormula = true;
        const range = readRange(attributes().get('ref') ?? '');
        // One formula may fill a range (t="array", a data table); its other cells look like plain values.
        if (range && attributes().get('t') !== 'shared' && context.reading.formulas === 'refuse') grid.spoil(range);
      } else inline.open(name);
    },
    close(name: string) {
      if (name === 'c' && cell) {
        const read = finishCell(cell, { ...place, row, column }, context);
        if (read.kind !== 'empty') grid.put(row, column, read);
        cell = undefined;
      } else if (name === 'v' || name === 'f') inside = undefined;
      else inline.close(name);
    },
    text(text: string) {
      if (!cell) return;
      if (inside === 'value') cell.value += text;
      else if (inside === 'formula') cell.formula += text;
      else inline.text(text);
    },
  } satisfies XmlHandler & { startRow(reference: string | undefined): void };
}

function openCell(found: ReadonlyMap<string, string>, formats: readonly NumberFormat[]): OpenCell {
  const format = formats.length === 0 ? generalFormat : formatOf(formats, found.get('s'));
  return { type: found.get('t') ?? 'n', format, value: '', inline: '', hasFormula: false, formula: '' };
}

/** A cell without a reference follows the one before it. */
function placeOf(reference: string | undefined, last: { row: number; column: number }, place: FilePlace) {
  if (reference === undefined) {
    if (last.column >= 16_384 || last.row < 1) refuse('office-tables.xml-broken', { ...place, ...last });
    return { row: last.row, column: last.column + 1 };
  }
  const range = readRange(reference);
  if (!range)
    return refuse('office-tables.xml-broken', { ...place, row: last.row }, { reference: reference.slice(0, 20) });
  return { row: range.top, column: range.left };
}

function finishCell(cell: OpenCell, place: FilePlace, context: SheetContext): Cell {
  if (!cell.hasFormula) return readXlsxCell(cell, place, context);
  const formula = `=${cell.formula.slice(0, 60).replace(/[^\x20-\x7e\u3000-\u9fff]/g, '?')}`;
  if (context.reading.formulas === 'refuse') {
    context.reading.remark('office-tables.formula-refused', place, { formula });
    return { text: '', kind: 'formula' };
  }
  context.reading.remark('office-tables.formula-value-taken', place, { formula });
  return readXlsxCell(cell, place, context);
}
