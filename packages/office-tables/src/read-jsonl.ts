import { emptyCell } from './cell-grid.ts';
import { isNestedDeeperThan } from './nesting.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import type { Cell, FilePlace, ReadTables } from './table.ts';

/**
 * JSON Lines as a table: the first row holds the member names in order of appearance, an inner object gives columns such
 * as `title.zh`, a list of values becomes one cell with a line each, a list
 * that holds objects a nested cell. Row n + 1 of the table is line n of the file.
 */
export function readJsonLines(
  text: string,
  reading: Reading,
): Pick<ReadTables, 'format' | 'tables' | 'paragraphs' | 'order'> {
  const columns = new Map<string, number>();
  const lines: ReadonlyMap<number, Cell>[] = [];
  text.split(/\r\n?|\n/).forEach((line, index) => {
    if (lines.push(readLine(line, { columns, reading, row: index + 1 })) > reading.limits.rows)
      refuse('office-tables.too-many-rows', { row: index + 1 }, { rows: lines.length, limit: reading.limits.rows });
  });
  while (lines.at(-1)?.size === 0) lines.pop();
  if (lines.length === 0) refuse('office-tables.nothing-inside');
  reading.countCells((lines.length + 1) * columns.size, {});
  const header = [...columns.keys()].map((name): Cell => ({ text: name, kind: 'text' }));
  const rows = lines.map((cells) => header.map((_, column) => cells.get(column) ?? emptyCell));
  const table = { name: '', rows: [header, ...rows], firstRow: 0, firstColumn: 1, dateBase: 1900 } as const;
  return { format: 'jsonl', tables: [table], paragraphs: [], order: [{ table: 0 }] };
}

interface LineContext {
  readonly columns: Map<string, number>;
  readonly reading: Reading;
  readonly row: number;
}

function readLine(line: string, context: LineContext): ReadonlyMap<number, Cell> {
  const cells = new Map<number, Cell>();
  if (line.trim() === '') return cells;
  const value = parsed(line);
  if (!isObject(value) || isNestedDeeperThan(value, deepestRecord)) {
    context.reading.remark('office-tables.line-not-json', { row: context.row }, { begins: line.slice(0, 40) });
    return cells;
  }
  addMembers(cells, value, { ...context, prefix: '', depth: 0 });
  return cells;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // A broken line is remarked with its number; the parser's words are about characters.
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** No record of a standard is nested so deep; what is, was made to exhaust the reader. */
const deepestRecord = 50;

/** Levels that become columns of their own. */
const deepest = 4;

function addMembers(
  cells: Map<number, Cell>,
  object: object,
  context: LineContext & { readonly prefix: string; readonly depth: number },
): void {
  const { columns, reading, row, prefix, depth } = context;
  for (const [member, value] of Object.entries(object)) {
    const name = reading.clean(prefix + member, { row });
    if (isObject(value) && depth < deepest)
      addMembers(cells, value, { ...context, prefix: `${name}.`, depth: depth + 1 });
    else {
      const column = columns.get(name) ?? columns.size;
      columns.set(name, column);
      if (columns.size > reading.limits.columns)
        refuse('office-tables.too-many-columns', { row }, { columns: columns.size, limit: reading.limits.columns });
      cells.set(column, valueCell(value, { row, column: column + 1 }, reading));
    }
  }
}

function valueCell(value: unknown, place: FilePlace, reading: Reading): Cell {
  if (value === null || value === undefined) return emptyCell;
  if (typeof value === 'number') return { text: String(value), kind: 'number', number: value };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', kind: 'boolean' };
  const plain = plainText(value);
  const text = reading.clean(plain ?? JSON.stringify(value), place);
  if (text === '') return emptyCell;
  return plain === undefined ? { text, kind: 'text', nested: true } : { text, kind: 'text' };
}

/** A text, or a list of texts and numbers with a line each; nothing for what holds objects. */
function plainText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isPlainList =
    Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number');
  return isPlainList ? value.join('\n') : undefined;
}
