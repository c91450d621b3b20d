import { emptyCell } from './cell-grid.ts';
import { unescapeCsvCell } from './csv-escape.ts';
import { type CsvRecord, readCsvRecords } from './csv-records.ts';
import { type DecodedText, mostlyEveryday } from './decode-text.ts';
import { readJsonLines } from './read-jsonl.ts';
import type { Reading } from './reading.ts';
import { refuse } from './refused.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';
import type { Cell, FilePlace, ReadTables, Table } from './table.ts';

type TextContent = Pick<ReadTables, 'format' | 'tables' | 'paragraphs' | 'order'>;

/** A text without archive: JSON Lines, a table with delimiters, or lines. The name decides only what the content leaves open. */
export function readText({ text: raw, encoding, everyday }: DecodedText, name: string, reading: Reading): TextContent {
  if (everyday < mostlyEveryday) reading.remark('office-tables.encoding-guessed', {}, { encoding });
  const text = raw.replace(/^\ufeff/, '');
  const start = text.trimStart();
  if (start === '') refuse('office-tables.nothing-inside');
  if (/^\{\s*"/.test(start)) return readJsonLines(text, reading);
  if (/^\[\s*[[{]/.test(start)) refuse('office-tables.json-not-lines');
  const declared = /^sep=([,;|\t])\r?\n/.exec(text);
  const delimiter = declared?.[1] ?? sniffDelimiter(text) ?? delimiterByName(name);
  if (delimiter === undefined) return readLines(text, reading);
  const table = readCsv(declared ? text.slice(declared[0].length) : text, delimiter, reading);
  if (table.rows.length === 0) refuse('office-tables.nothing-inside');
  return { format: delimiter === '\t' ? 'tsv' : 'csv', tables: [table], paragraphs: [], order: [{ table: 0 }] };
}

/** One column has no delimiter at all; then only the name can say that its lines are rows. */
function delimiterByName(name: string): string | undefined {
  if (/\.csv$/i.test(name)) return ',';
  return /\.(tsv|tab)$/i.test(name) ? '\t' : undefined;
}

function readLines(text: string, reading: Reading): TextContent {
  const paragraphs: string[] = [];
  text.split(/\r\n?|\n/).forEach((line, index) => {
    const read = reading.clean(line, { row: index + 1 });
    if (read !== '' && paragraphs.push(read) > reading.limits.paragraphs)
      refuse('office-tables.too-many-paragraphs', { row: index + 1 }, { limit: reading.limits.paragraphs });
  });
  return { format: 'text', tables: [], paragraphs, order: paragraphs.map((_, paragraph) => ({ paragraph })) };
}

function readCsv(text: string, delimiter: string, reading: Reading): Table {
  const records = readCsvRecords(text, delimiter, reading.limits);
  const width = records.reduce((widest, { fields }) => Math.max(widest, fields.length), 0);
  reading.countCells(width * records.length, {});
  const rows = records.map((record, index) => readRecord(record, { width, row: index + 1, reading }));
  const first = rows.findIndex(isUsed);
  if (first === -1) return { name: '', rows: [], firstRow: 1, firstColumn: 1, dateBase: 1900 };
  const used = rows.slice(first, rows.findLastIndex(isUsed) + 1);
  // A quoted cell may span lines, so a row number is the record's, as a spreadsheet program shows the file.
  return { name: '', rows: used, firstRow: first + 1, firstColumn: 1, dateBase: 1900 };
}

function isUsed(row: readonly Cell[]): boolean {
  return row.some((cell) => cell.kind !== 'empty');
}

interface RecordContext {
  readonly width: number;
  readonly row: number;
  readonly reading: Reading;
}

function readRecord({ fields }: CsvRecord, { width, row, reading }: RecordContext): readonly Cell[] {
  const cells: Cell[] = fields.map((field, index) => readField(field.text, { row, column: index + 1 }, reading));
  while (cells.length < width) cells.push(emptyCell);
  return cells;
}

function readField(raw: string, place: FilePlace, reading: Reading): Cell {
  // ="0012" is how programs keep leading zeros in CSV: a constant, not a calculation.
  const constant = /^="([^"]*)"$/.exec(raw)?.[1];
  const unescaped = unescapeCsvCell(raw);
  const text = reading.clean(constant ?? unescaped, place);
  if (text === '') return emptyCell;
  if (constant !== undefined || unescaped !== raw) return { text, kind: 'text' };
  if (isFormula(raw)) {
    reading.remark('office-tables.formula-refused', place, { formula: text.slice(0, 60) });
    return { text: '', kind: 'formula' };
  }
  if (/^[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/.test(text)) return { text, kind: 'number', number: Number(text) };
  return { text, kind: 'text' };
}

/**
 * What a spreadsheet program would calculate on opening the file. `-`, `+86 10 1234` and `@name` are text of the trade;
 * a sign in front of a call, a reference to another sheet or a DDE command (`|`, `!`) is not.
 */
function isFormula(raw: string): boolean {
  // Tabs and line ends before the sign are skipped by some programs; a space makes it text in all of them.
  const text = raw.replace(/^[\t\r\n]+/, '');
  if (/^[=＝]/.test(text)) return text.length > 1;
  return /^[+\-@＋－＠]/.test(text) && /^.[^\s一-鿿]*[(!|]/.test(text);
}
