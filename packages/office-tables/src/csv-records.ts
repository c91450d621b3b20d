import { refuse } from './refused.ts';

export interface CsvRecord {
  readonly fields: readonly CsvField[];
  /** Line number, from 1, on which the record begins. */
  readonly line: number;
}

export interface CsvField {
  readonly text: string;
  readonly quoted: boolean;
}

export interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Splits a text into records (RFC 4180), each character looked at once. Line ends are LF, CRLF or CR; a quote inside an
 * unquoted field is an ordinary character, and text after a closing quote is kept, as office programs read it.
 */
export function readCsvRecords(text: string, delimiter: string, limits: CsvLimits): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let fields: CsvField[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const { field, end, lines } =
      text.charCodeAt(at) === quote ? quotedField(text, at, { delimiter, line }) : bareField(text, at, delimiter);
    if (fields.push(field) > limits.columns)
      refuse('office-tables.too-many-columns', { row: line }, { columns: fields.length, limit: limits.columns });
    at = end + 1;
    const isLast = text[end] !== delimiter;
    // A delimiter that ends the text still opens one more, empty field.
    if (!isLast && at >= text.length) fields.push({ text: '', quoted: false });
    if (!isLast && at < text.length) {
      line += lines;
      continue;
    }
    if (records.push({ fields, line }) > limits.rows)
      refuse('office-tables.too-many-rows', { row: line }, { rows: records.length, limit: limits.rows });
    line += lines + 1;
    fields = [];
    if (text[end] === '\r' && text[at] === '\n') at++;
  }
  return records;
}

const quote = 34;

interface FoundField {
  readonly field: CsvField;
  /** Position of the delimiter or line end behind the field. */
  readonly end: number;
  /** Line ends inside the field. */
  readonly lines: number;
}

function bareField(text: string, start: number, delimiter: string): FoundField {
  const stop = delimiter.charCodeAt(0);
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === stop || code === 10 || code === 13) break;
  }
  return { field: { text: text.slice(start, end), quoted: false }, end, lines: 0 };
}

function quotedField(
  text: string,
  start: number,
  { delimiter, line }: { delimiter: string; line: number },
): FoundField {
  let from = start + 1;
  let content = '';
  for (;;) {
    const next = text.indexOf('"', from);
    if (next === -1) return refuse('office-tables.quote-not-closed', { row: line, offset: start });
    content += text.slice(from, next);
    from = next + 1;
    if (text.charCodeAt(from) !== quote) break;
    content += '"';
    from++;
  }
  const rest = bareField(text, from, delimiter);
  const lines = content.match(/\r\n?|\n/g)?.length ?? 0;
  return { field: { text: content + rest.field.text.trimEnd(), quoted: true }, end: rest.end, lines };
}
