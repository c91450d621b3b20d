import { isNestedDeeperThan } from '@guiju/office-tables';
import type { Deps } from '../../foundation/part.ts';
import { readGbRecord } from '../sources/gb-record.ts';
import { readIsoDeliverable } from '../sources/iso-open-data.ts';
import { problem, type RecordReading, type StatedRecord, shown } from '../sources/reading.ts';
import type { ReadRecord } from './import-records.ts';
import { registeredReferences } from './iso-targets.ts';
import { linesOf } from './lines.ts';

/** The records of a file, to be read as often as needed, and how many rows they make for the command. */
export interface RecordFile<Stated = StatedRecord> {
  readonly records: () => AsyncIterable<ReadRecord<Stated>> | Iterable<ReadRecord<Stated>>;
  readonly count: number;
}

type ReadingDeps = Pick<Deps, 'database' | 'types'>;

/** Rows of ISO Open Data. Relations there name ids; the file itself and then the register say which numbers these are. */
export async function isoRecords(deps: ReadingDeps, file: string, sourceName: string): Promise<RecordFile> {
  const { references, count } = await isoReferences(deps, file);
  const referenceOf = (id: number): string | undefined => references.get(id);
  const read = (row: number, value: unknown): RecordReading =>
    readIsoDeliverable(value, { row, sourceName, referenceOf });
  return { count, records: () => jsonRecords(file, read) };
}

/** Rows of the founding file of Chinese standards. Each names its own source, which speaks up to a day of its own. */
export async function gbRecords({ definitions }: Pick<Deps, 'definitions'>, file: string): Promise<RecordFile> {
  const onItsDay = (record: StatedRecord): StatedRecord => {
    const statedOn = definitions.sources.get(record.source.name)?.statedOn;
    return statedOn === undefined ? record : { ...record, statedOn };
  };
  const read = (row: number, value: unknown): RecordReading => {
    const reading = readGbRecord(value, { row });
    return reading.outcome === 'read' ? { ...reading, records: reading.records.map(onItsDay) } : reading;
  };
  const records = () => jsonRecords(file, read);
  // A row with conflicts is several records, so lines alone would count too few.
  let count = 0;
  for await (const { reading } of records()) count += reading.outcome === 'read' ? reading.records.length : 1;
  return { count, records };
}

/** The rows of a file of JSON Lines, each as its reader understands it. */
export async function* jsonRecords<Stated>(
  file: string,
  read: (row: number, value: unknown) => RecordReading<Stated>,
): AsyncGenerator<ReadRecord<Stated>> {
  for await (const { row, text } of linesOf(file)) {
    const value = parsedJson(text);
    yield 'error' in value ? notJson(row, text) : { row, original: value.json, reading: read(row, value.json) };
  }
}

/** What each id of the file is called: by the file, else by the register. */
async function isoReferences(
  deps: ReadingDeps,
  file: string,
): Promise<{ readonly references: ReadonlyMap<number, string>; readonly count: number }> {
  const references = new Map<number, string>();
  const wanted = new Set<number>();
  let count = 0;
  for await (const { text } of linesOf(file)) {
    count++;
    const value = parsedJson(text);
    if ('error' in value || typeof value.json !== 'object' || value.json === null) continue;
    const row: Readonly<Record<string, unknown>> = { ...value.json };
    if (typeof row['id'] === 'number' && typeof row['reference'] === 'string')
      references.set(row['id'], row['reference']);
    for (const id of [row['replaces'], row['replacedBy']].flat()) if (typeof id === 'number') wanted.add(id);
  }
  const unknown = [...wanted].filter((id) => !references.has(id));
  for (const [id, reference] of await registeredReferences(deps, unknown)) references.set(id, reference);
  return { references, count };
}

/** No record is nested so deep; what is, was made to exhaust whoever reads or reports it. */
const deepestRecord = 50;

export function parsedJson(text: string): { readonly json: unknown } | { readonly error: true } {
  try {
    const json: unknown = JSON.parse(text);
    return isNestedDeeperThan(json, deepestRecord) ? { error: true } : { json };
  } catch {
    return { error: true };
  }
}

/** A line that is no JSON, as a record that cannot be taken. */
export function notJson(row: number, text: string): ReadRecord<never> {
  const details = { value: shown(text) };
  return {
    row,
    original: text.slice(0, 2_000),
    reading: { outcome: 'refused', problems: [problem({ row }, 'standards.line-not-json', { details })] },
  };
}
