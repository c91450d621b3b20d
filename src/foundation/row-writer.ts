import { type CopyRow, type CopyValue, copyText } from './copy-text.ts';
import type { WriteHandle } from './database.ts';
import type { FoldedStream, ProjectedRow, Projection, Validity } from './projection.ts';
import { type Statement, sql } from './sql.ts';
import { turnOfTheLoop } from './turn-of-the-loop.ts';

/** From this many rows on, COPY is faster than INSERT. */
const copyFrom = 20;

/** Collects rows by table and writes each table once: INSERT for a few rows, COPY for many. */
export class RowWriter {
  readonly #added = new Map<string, { readonly columns: readonly string[]; readonly rows: CopyRow[] }>();
  readonly #ended = new Map<
    string,
    { readonly projection: Projection; readonly keys: [string, string, number, string][] }
  >();
  readonly #removed = new Map<string, { readonly projection: Projection; readonly keys: [string, string, number][] }>();

  add(table: string, columns: readonly string[], row: CopyRow): void {
    const held = this.#added.get(table);
    if (held) held.rows.push(row);
    else this.#added.set(table, { columns, rows: [row] });
  }

  /** The register stops holding a row for true. */
  end(projection: Projection, stream: FoldedStream, change: { readonly row: ProjectedRow }): void {
    const held = this.#ended.get(projection.table) ?? { projection, keys: [] };
    held.keys.push([stream.homeId, stream.streamId, change.row.rowNo, knownRange(change.row)]);
    this.#ended.set(projection.table, held);
  }

  /** A row that the running act itself had opened. */
  remove(projection: Projection, stream: FoldedStream, rowNo: number): void {
    const held = this.#removed.get(projection.table) ?? { projection, keys: [] };
    held.keys.push([stream.homeId, stream.streamId, rowNo]);
    this.#removed.set(projection.table, held);
  }

  /** Sends what a table has to get so far, while rows of others are still collected; `arrived` waits for it. */
  send(tx: WriteHandle, table: string): void {
    const held = this.#added.get(table);
    if (!held) return;
    this.#added.delete(table);
    if (held.rows.length < copyFrom) {
      insertRows(tx, table, held);
      return;
    }
    // Not waited for: what fails fails the transaction.
    tx.copy(table, held.columns, copyText(held.rows)).catch(() => {});
  }

  /** Sends everything that is left. */
  async flush(tx: WriteHandle): Promise<void> {
    for (const { projection, keys } of this.#removed.values()) tx.send(removal(projection, keys));
    for (const { projection, keys } of this.#ended.values()) tx.send(ending(projection, keys));
    // The text of the next table is made while the database takes the one before.
    for (const [table, { rows }] of [...this.#added]) {
      this.send(tx, table);
      if (rows.length >= copyFrom) await turnOfTheLoop();
    }
  }
}

function insertRows(
  tx: WriteHandle,
  table: string,
  work: { readonly columns: readonly string[]; readonly rows: readonly CopyRow[] },
): void {
  tx.send({ text: insertText(table, work.columns, work.rows.length), parameters: work.rows.flat().map(parameter) });
}

const insertTexts = new Map<string, string>();

/** The text is made once for a table and a number of rows. */
function insertText(table: string, columns: readonly string[], rows: number): string {
  const into = `insert into ${table} (${columns.join(', ')}) values `;
  const key = `${rows} ${into}`;
  const known = insertTexts.get(key);
  if (known !== undefined) return known;
  const places = Array.from({ length: rows }, (_, row) => columns.map((_, at) => `$${row * columns.length + at + 1}`));
  const text = into + places.map((row) => `(${row.join(', ')})`).join(', ');
  insertTexts.set(key, text);
  return text;
}

/** A value as the driver takes it: JSON as its text, arrays of text as arrays. */
function parameter(value: CopyValue): unknown {
  if (typeof value === 'object' && value !== null && 'json' in value) return JSON.stringify(value.json);
  if (value instanceof Uint8Array) return Buffer.from(value);
  return value ?? null;
}

function removal(projection: Projection, keys: readonly (readonly [string, string, number])[]): Statement<unknown> {
  return sql`delete from ${sql.table(projection.table)} as t
    using unnest(${keys.map((key) => key[0])}::uuid[], ${keys.map((key) => key[1])}::uuid[], ${keys.map((key) => key[2])}::int[]) as gone (home_id, id, row_no)
    where t.home_id = gone.home_id and t.${sql.ref(projection.idColumn)} = gone.id and t.row_no = gone.row_no`;
}

function ending(
  projection: Projection,
  keys: readonly (readonly [string, string, number, string])[],
): Statement<unknown> {
  return sql`update ${sql.table(projection.table)} as t set known = ended.known
    from unnest(${keys.map((key) => key[0])}::uuid[], ${keys.map((key) => key[1])}::uuid[], ${keys.map((key) => key[2])}::int[],
      ${keys.map((key) => key[3])}::tstzrange[]) as ended (home_id, id, row_no, known)
    where t.home_id = ended.home_id and t.${sql.ref(projection.idColumn)} = ended.id and t.row_no = ended.row_no`;
}

/** The columns of a projected row in the order home, id, row_no, contents, valid, known. */
export function projectedRow(projection: Projection, stream: FoldedStream, row: ProjectedRow): CopyRow {
  return [
    stream.homeId,
    stream.streamId,
    row.rowNo,
    ...projection.columns.map((name) => row.content[name]),
    validRange(row.valid),
    knownRange(row),
  ];
}

export function validRange(valid: Validity): string {
  return `${valid.from === undefined ? '(' : `[${valid.from}`},${valid.until ?? ''})`;
}

function knownRange(row: ProjectedRow): string {
  return `[${row.knownFrom},${row.knownUntil ?? ''})`;
}
