import { escapeCsvCell } from './csv-escape.ts';
import type { OutColumn, OutValue } from './out-table.ts';

export interface CsvOptions {
  /** Byte order mark, by which spreadsheet programs recognize UTF-8; on unless told. */
  readonly bom?: boolean;
  readonly delimiter?: ',' | ';' | '\t';
}

/**
 * A table as CSV (RFC 4180, UTF-8, CRLF). Text cells that a spreadsheet program would calculate get an apostrophe, which
 * `readTables` takes off again; numbers in `number` values stay numbers.
 *
 * @example writeCsv([{ title: '标准编号' }], [['GB 1-2020'], ['=1+1']])
 */
export function writeCsv(
  columns: readonly OutColumn[],
  rows: Iterable<readonly OutValue[]>,
  { bom = true, delimiter = ',' }: CsvOptions = {},
): Uint8Array {
  const lines = [
    csvLine(
      columns.map((column) => column.title),
      delimiter,
    ),
  ];
  for (const row of rows)
    lines.push(
      csvLine(
        columns.map((_, index) => row[index]),
        delimiter,
      ),
    );
  return new TextEncoder().encode((bom ? '\ufeff' : '') + lines.join(''));
}

/** One record with its line end, for exports that are written row by row. */
export function csvLine(values: readonly OutValue[], delimiter: ',' | ';' | '\t' = ','): string {
  return `${values.map((value) => csvField(value, delimiter)).join(delimiter)}\r\n`;
}

function csvField(value: OutValue, delimiter: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = escapeCsvCell(value.toWellFormed().replace(controls, ''));
  const needsQuotes = /["\r\n\t,;|]|^\s|\s$/.test(text) || text.includes(delimiter);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Programs take a text with such characters for binary; tab and line ends stay. */
const controls = /[\x00-\x08\x0e-\x1f\x7f]/g;
