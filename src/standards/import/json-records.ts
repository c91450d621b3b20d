import type { Deps } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { readGbRecord } from '../sources/gb-record.ts';
import { readIsoDeliverable } from '../sources/iso-open-data.ts';
import { problem } from '../sources/reading.ts';
import type { ReadRecord } from './import-records.ts';
import { linesOf } from './lines.ts';

/** Rows of ISO Open Data. Relations there name ids; the file itself and then the register say which numbers these are. */
export async function isoRecords(deps: Pick<Deps, 'database'>, file: string, sourceName: string): Promise<() => AsyncGenerator<ReadRecord>> {
  const references = await isoReferences(deps, file, sourceName);
  return async function* () {
    for await (const { row, text } of linesOf(file)) {
      const value = parsedJson(text);
      yield 'error' in value
        ? notJson(row, text)
        : { row, original: value.json, reading: readIsoDeliverable(value.json, { row, sourceName, referenceOf: (id) => references.get(id) }) };
    }
  };
}

/** Rows of the founding file of Chinese standards. */
export async function* gbRecords(file: string): AsyncGenerator<ReadRecord> {
  for await (const { row, text } of linesOf(file)) {
    const value = parsedJson(text);
    yield 'error' in value ? notJson(row, text) : { row, original: value.json, reading: readGbRecord(value.json, { row }) };
  }
}

async function isoReferences(deps: Pick<Deps, 'database'>, file: string, sourceName: string): Promise<ReadonlyMap<number, string>> {
  const references = new Map<number, string>();
  const wanted = new Set<number>();
  for await (const { text } of linesOf(file)) {
    const value = parsedJson(text);
    if ('error' in value || typeof value.json !== 'object' || value.json === null) continue;
    const row: Readonly<Record<string, unknown>> = { ...value.json };
    if (typeof row['id'] === 'number' && typeof row['reference'] === 'string') references.set(row['id'], row['reference']);
    for (const id of [row['replaces'], row['replacedBy']].flat()) if (typeof id === 'number') wanted.add(id);
  }
  const unknown = [...wanted].filter((id) => !references.has(id));
  if (unknown.length === 0) return references;
  const registered = await deps.database.all<{ readonly id: string; readonly number: string }>(
    sql`select s.source_key as id, t.number from standard_source s
      join standard t on t.home_id = s.home_id and t.standard_id = s.standard_id and upper_inf(t.known)
      where s.source = ${sourceName} and s.source_key = any(${unknown.map(String)}::text[]) and upper_inf(s.known)`,
  );
  for (const { id, number } of registered) references.set(Number(id), number);
  return references;
}

/** A line as JSON, or that it is none. */
export function parsedJson(text: string): { readonly json: unknown } | { readonly error: true } {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { error: true };
  }
}

export function notJson(row: number, text: string): ReadRecord {
  const value = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return { row, original: value, reading: { outcome: 'refused', problems: [problem({ row }, 'standards.line-not-json', { details: { value } })] } };
}
