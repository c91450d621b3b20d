import { type CellGrid, startGrid } from './cell-grid.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import type { ReadTables, Table } from './table.ts';

export type DocumentBlocks = Pick<ReadTables, 'tables' | 'paragraphs' | 'order'>;

/** Builds paragraphs and tables from the events of a document; every table and text box opens a level of its own. */
export interface BlockBuilder {
  open(element: string): void;
  close(element: string): void;
  text(text: string): void;
  span(columns: number): void;
  /** Grid columns that a row leaves free before its first cell. */
  indent(columns: number): void;
  continueMerge(how: string): void;
  finish(): DocumentBlocks;
}

interface OpenTable {
  readonly number: number;
  readonly grid: CellGrid;
  row: number;
  column: number;
  width: number;
  /** The anchor row of a vertically merged column, by column. */
  readonly anchors: Map<number, number>;
  merge: string | undefined;
  cell: string[];
}

export function startBlocks(reading: Reading): BlockBuilder {
  const paragraphs: string[] = [];
  const tables: (Table | undefined)[] = [];
  const order: ReadTables['order'][number][] = [];
  const openTables: OpenTable[] = [];
  const openParagraphs: string[] = [];
  const text = (more: string) => {
    const last = openParagraphs.length - 1;
    if (last >= 0) openParagraphs[last] += more;
  };
  const endParagraph = () => {
    const raw = openParagraphs.pop() ?? '';
    const table = openTables.at(-1);
    if (table) return void table.cell.push(raw);
    const read = reading.clean(raw, { row: paragraphs.length + 1 });
    if (read === '') return;
    order.push({ paragraph: paragraphs.length });
    if (paragraphs.push(read) > reading.limits.paragraphs)
      refuse('office-tables.too-many-paragraphs', {}, { limit: reading.limits.paragraphs });
  };
  const startTable = () => {
    const number = tables.push(undefined);
    if (number > reading.limits.sheets * 10)
      refuse('office-tables.too-many-sheets', {}, { limit: reading.limits.sheets * 10 });
    order.push({ table: number - 1 });
    openTables.push(newTable(number, startGrid(reading, { sheet: tableName(number) })));
  };
  const endTable = () => {
    const table = openTables.pop();
    if (table) tables[table.number - 1] = { name: tableName(table.number), ...table.grid.finish(), dateBase: 1900 };
  };
  return {
    open(element) {
      const table = openTables.at(-1);
      if (element === 'p') openParagraphs.push('');
      else if (element === 'tbl') startTable();
      else if (element === 'tr' && table) startRow(table);
      else if (element === 'tc' && table) startCell(table);
    },
    close(element) {
      const table = openTables.at(-1);
      if (element === 'p') endParagraph();
      else if (element === 'tbl') endTable();
      else if (element === 'tc' && table) endCell(table, reading);
    },
    text,
    span(columns) {
      const table = openTables.at(-1);
      if (table && Number.isInteger(columns) && columns > 1) table.width = Math.min(columns, reading.limits.columns);
    },
    indent(columns) {
      const table = openTables.at(-1);
      if (table && Number.isInteger(columns) && columns > 0) table.column += Math.min(columns, reading.limits.columns);
    },
    continueMerge(how) {
      const table = openTables.at(-1);
      if (table) table.merge = how;
    },
    finish: () => withoutBlankTables({ tables, paragraphs, order }),
  };
}

/** Tables of a document have no name; they are counted in reading order. */
function tableName(number: number): string {
  return String(number);
}

function newTable(number: number, grid: CellGrid): OpenTable {
  return { number, grid, row: 0, column: 1, width: 1, anchors: new Map(), merge: undefined, cell: [] };
}

function startRow(table: OpenTable): void {
  table.row++;
  table.column = 1;
}

function startCell(table: OpenTable): void {
  table.width = 1;
  table.merge = undefined;
  table.cell = [];
}

function endCell(table: OpenTable, reading: Reading): void {
  const place = { sheet: tableName(table.number), row: table.row, column: table.column };
  if (table.column + table.width - 1 > reading.limits.columns)
    refuse('office-tables.too-many-columns', place, { columns: table.column, limit: reading.limits.columns });
  const text = reading.clean(table.cell.join('\n'), place);
  const range = { top: table.row, left: table.column, bottom: table.row, right: table.column + table.width - 1 };
  const anchor = table.anchors.get(table.column);
  const isContinued = table.merge === 'continue' && anchor !== undefined;
  if (isContinued) table.grid.merge(range, { row: anchor, column: table.column });
  else {
    if (text !== '') table.grid.put(table.row, table.column, { text, kind: 'text' });
    if (table.width > 1) table.grid.merge(range);
  }
  if (table.merge === 'restart') table.anchors.set(table.column, table.row);
  else if (!isContinued) table.anchors.delete(table.column);
  table.column += table.width;
  table.cell = [];
}

function withoutBlankTables(blocks: {
  readonly tables: readonly (Table | undefined)[];
  readonly paragraphs: readonly string[];
  readonly order: ReadTables['order'];
}): DocumentBlocks {
  const kept = new Map<number, number>();
  const tables: Table[] = [];
  blocks.tables.forEach((table, index) => {
    if (table && table.rows.length > 0) kept.set(index, tables.push(table) - 1);
  });
  const order = blocks.order.flatMap((block): ReadTables['order'] => {
    if ('paragraph' in block) return [block];
    const table = kept.get(block.table);
    return table === undefined ? [] : [{ table }];
  });
  return { tables, paragraphs: blocks.paragraphs, order };
}
