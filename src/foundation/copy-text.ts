/** A value of a COPY row in PostgreSQL's text format. Objects are written as JSON, arrays of text as `{...}`. */
export type CopyValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Uint8Array
  | readonly string[]
  | { readonly json: unknown };
export type CopyRow = readonly CopyValue[];

/** Rows in the text format of COPY: tab between columns, newline after each row, `\N` for null. */
export function copyText(rows: readonly CopyRow[]): string {
  let text = '';
  for (const row of rows) {
    for (let column = 0; column < row.length; column++) {
      if (column > 0) text += '\t';
      text += copyValue(row[column]);
    }
    text += '\n';
  }
  return text;
}

function copyValue(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  if ('json' in value) return escaped(JSON.stringify(value.json));
  return escaped(arrayText(value));
}

const special = /[\\\t\n\r]/;
const replacements: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => replacements[found] ?? found) : text;
}

/** An array of text as a PostgreSQL literal. */
function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
