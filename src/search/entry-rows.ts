import { createHash } from 'node:crypto';
import { type CopyRow, copyText } from '../foundation/copy-text.ts';
import type { ReadHandle, WriteHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { ccsLevels, icsLevels, withLevels } from './filter-words.ts';
import { keepWords, latinWords } from './latin-words.ts';
import type { SearchEntry, StreamRef } from './model.ts';
import { nextTurn } from './status-sql.ts';
import { vectorOf } from './vector.ts';

const columns = [
  'home_id',
  'stream_id',
  'kind',
  'number_key',
  'series_key',
  'work_key',
  'serial',
  'prominence',
  'sort_on',
  'tier',
  'nature',
  'document_kind',
  'year',
  'ics',
  'ccs',
  'region',
  'sector',
  'department',
  'committee',
  'adopted',
  'published_on',
  'in_force_on',
  'superseded_on',
  'withdrawn_on',
  'cancelled_on',
  'reported_state',
  'reported_on',
  'next_turn_on',
  'words',
  'content_hash',
] as const;

export const unknownDay = '0001-01-01';

/**
 * Brings the index to what the entries say: what differs is written anew, what has no entry any more is taken out, what
 * is the same is left alone. Answers how many entries were written.
 */
export async function writeEntries(
  tx: WriteHandle,
  work: { readonly streams: readonly StreamRef[]; readonly entries: readonly SearchEntry[]; readonly today: string },
): Promise<number> {
  const held = await hashesOf(tx, work.streams, work.today);
  const rows = work.entries.map((entry) => entryRow(entry, work.today));
  const changed = rows.filter((row) => held.get(row.streamId) !== row.hash);
  const wanted = new Set(work.entries.map((entry) => entry.streamId));
  const replaced = new Set(changed.map((row) => row.streamId));
  const gone = work.streams.filter(
    ({ streamId }) => held.has(streamId) && (replaced.has(streamId) || !wanted.has(streamId)),
  );
  await removeEntries(tx, gone);
  await copyRows(tx, changed);
  return changed.length;
}

/** Rows of an index that holds none of these entries yet. */
export async function addEntries(tx: WriteHandle, entries: readonly SearchEntry[], today: string): Promise<void> {
  await copyRows(
    tx,
    entries.map((entry) => entryRow(entry, today)),
  );
}

interface EntryRow {
  readonly streamId: string;
  readonly hash: string;
  readonly vector: string;
  readonly values: CopyRow;
}

async function copyRows(tx: WriteHandle, rows: readonly EntryRow[]): Promise<void> {
  await copyInto(tx, rows, { entries: 'search_entry', sample: 'search_sample' });
  await keepWords(
    tx,
    rows.map((row) => row.vector),
  );
}

async function copyInto(
  tx: WriteHandle,
  rows: readonly EntryRow[],
  tables: { readonly entries: string; readonly sample: string },
): Promise<void> {
  await tx.copy(
    tables.entries,
    columns,
    rows.map((row) => row.values),
  );
  await tx.copy(
    tables.sample,
    columns,
    rows.filter((row) => isSampled(row.streamId)).map((row) => row.values),
  );
}

/** Writes entries into other tables of the same columns, to be compared with the index. Answers their Latin words. */
export async function copyEntries(
  tx: WriteHandle,
  entries: readonly SearchEntry[],
  { today, ...tables }: { readonly today: string; readonly entries: string; readonly sample: string },
): Promise<readonly string[]> {
  const rows = entries.map((entry) => entryRow(entry, today));
  await copyInto(tx, rows, tables);
  return latinWords(rows.map((row) => row.vector));
}

/** One entry in 32, by the last digits of its identifier, which are random (RFC 9562). */
export function isSampled(streamId: string): boolean {
  return (Number.parseInt(streamId.slice(-2), 16) & 31) === 0;
}

function entryRow(entry: SearchEntry, today: string): EntryRow {
  const { number, facets, status } = entry;
  const days = [status.publishedOn, status.inForceOn, status.supersededOn, status.withdrawnOn, status.cancelledOn];
  const vector = vectorOf(entry);
  const values: CopyRow = [
    entry.homeId,
    entry.streamId,
    entry.kind,
    number?.number,
    number?.series,
    number?.work,
    number?.serial,
    entry.prominence,
    entry.sortOn ?? unknownDay,
    facets.tier,
    facets.nature,
    facets.documentKind,
    facets.year,
    withLevels(facets.ics, icsLevels),
    withLevels(facets.ccs, ccsLevels),
    facets.region,
    facets.sector,
    facets.department,
    facets.committee,
    facets.adopted,
    ...days,
    status.reportedState,
    status.reportedOn,
    nextTurn(days, today),
    vector,
  ];
  const hash = createHash('md5')
    .update(copyText([values]))
    .digest();
  return { streamId: entry.streamId, hash: hash.toString('hex'), vector, values: [...values, hash] };
}

/** An entry whose status has turned since it was written is never the same, or it would be taken up for ever. */
async function hashesOf(
  read: ReadHandle,
  streams: readonly StreamRef[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await read.all<{ readonly stream_id: string; readonly hash: string }>(
    sql`select e.stream_id, case when e.next_turn_on <= ${today}::date then '' else encode(e.content_hash, 'hex') end as hash
      from ${streamTable(streams)} join search_entry e on e.home_id = asked.home_id and e.stream_id = asked.stream_id`,
  );
  return new Map(rows.map((row) => [row.stream_id, row.hash]));
}

/** Takes entries out of the index. */
export async function removeEntries(tx: WriteHandle, streams: readonly StreamRef[]): Promise<void> {
  if (streams.length === 0) return;
  await tx.run(sql`delete from search_entry e using ${streamTable(streams)}
    where e.home_id = asked.home_id and e.stream_id = asked.stream_id`);
  const sampled = streams.filter((stream) => isSampled(stream.streamId));
  await tx.run(sql`delete from search_sample e using ${streamTable(sampled)}
    where e.home_id = asked.home_id and e.stream_id = asked.stream_id`);
}

/** Records as a table named `asked`. */
export function streamTable(streams: readonly StreamRef[]) {
  return sql`unnest(${streams.map((stream) => stream.homeId)}::uuid[], ${streams.map((stream) => stream.streamId)}::uuid[]) as asked (home_id, stream_id)`;
}
