import type { Database, WriteHandle } from '../foundation/database.ts';
import { compared, type Difference, type Found, type Pair } from '../foundation/projection-check.ts';
import { sql } from '../foundation/sql.ts';
import { copyEntries, removeEntries, streamTable } from './entry-rows.ts';
import { drainIndexing, type IndexerDeps } from './indexer.ts';
import { addWords } from './latin-words.ts';
import type { StreamRef } from './model.ts';
import type { SearchSource } from './source.ts';

export interface CheckingIndex extends IndexerDeps {
  readonly onProgress?: (records: number) => void;
  /** So many differences are named; all are counted. */
  readonly namedAtMost?: number;
}

/** Records compared in one transaction; the embedded database answers nobody meanwhile. */
const batchSizes = { embedded: 250, server: 2_000 } as const;

/** Compares every entry of the search index with what its source says of the record today, page by page. */
export async function checkIndex(deps: CheckingIndex): Promise<Found> {
  const atMost = deps.namedAtMost ?? 100;
  const differences: Difference[] = [];
  let count = 0;
  await drainIndexing(deps);
  for await (const found of batches(deps)) {
    count += found.count;
    differences.push(...found.differences.slice(0, atMost - differences.length));
  }
  return { differences, count };
}

/** Writes the entries anew that differ from what their source says. Answers how many. */
export async function mendIndex(deps: CheckingIndex): Promise<number> {
  let mended = 0;
  await drainIndexing(deps);
  for await (const { differences, kind } of batches(deps)) {
    if (differences.length === 0) continue;
    const differing = new Map(
      differences.flatMap(({ homeId, streamId }) =>
        streamId === undefined ? [] : [[`${homeId}/${streamId}`, { homeId, streamId }] as const],
      ),
    );
    const streams = [...differing.values()];
    const words = differences.filter(({ table }) => table === 'search_word').map(({ place }) => place);
    await deps.database.transaction(async (tx) => {
      await removeEntries(tx, streams);
      await addWords(tx, words);
      await tx.run(sql`insert into changed_stream (kind, home_id, stream_id)
        select ${kind}, home_id, stream_id from ${streamTable(streams)}`);
    });
    mended += streams.length + words.length;
  }
  await drainIndexing(deps);
  return mended;
}

interface ComparedBatch extends Found {
  readonly kind: string;
}

async function* batches(deps: CheckingIndex): AsyncGenerator<ComparedBatch> {
  const size = batchSizes[deps.database.kind];
  let done = 0;
  for (const source of deps.sources) {
    for await (const streams of streamsOf(deps.database, source.kind, size)) {
      const today = deps.clock.today();
      yield {
        kind: source.kind,
        ...(await atOneSnapshot(deps.database, (tx) => batchThatDiffers(tx, { source, streams, today }))),
      };
      done += streams.length;
      deps.onProgress?.(done);
    }
    yield { kind: source.kind, ...(await atOneSnapshot(deps.database, (tx) => ofNoRecord(tx, source.kind))) };
  }
}

function atOneSnapshot<T>(database: Database, work: (tx: WriteHandle) => Promise<T>): Promise<T> {
  return database.asOwner(async (tx) => {
    await tx.script('set transaction isolation level repeatable read');
    return work(tx);
  });
}

/** Every record of a kind, in the order of the key of its events. */
async function* streamsOf(database: Database, kind: string, size: number): AsyncGenerator<readonly StreamRef[]> {
  let last: StreamRef | undefined;
  for (;;) {
    const after =
      last === undefined ? sql`true` : sql`(home_id, stream_id) > (${last.homeId}::uuid, ${last.streamId}::uuid)`;
    const page = await database.all<StreamRef>(sql`select home_id as "homeId", stream_id as "streamId" from event
      where version = 1 and kind = ${kind} and ${after} order by home_id, stream_id limit ${size}`);
    if (page.length === 0) return;
    yield page;
    last = page.at(-1);
  }
}

interface Batch {
  readonly source: SearchSource;
  readonly streams: readonly StreamRef[];
  readonly today: string;
}

async function batchThatDiffers(tx: WriteHandle, { source, streams, today }: Batch): Promise<Found> {
  const waiting = await waitingForIndexer(tx, source);
  const settled = streams.filter(({ streamId }) => !waiting.has(streamId));
  const entries = await source.entries(tx, settled, today);
  await tx.script(`create temporary table expected_entry (like search_entry) on commit drop;
    create temporary table expected_sample (like search_entry) on commit drop`);
  const words = await copyEntries(tx, entries, { today, entries: 'expected_entry', sample: 'expected_sample' });
  const found = [
    await entriesThatDiffer(tx, settled, ['search_entry', 'expected_entry']),
    await entriesThatDiffer(tx, settled, ['search_sample', 'expected_sample']),
    await wordsMissing(tx, words, settled[0]),
  ];
  return {
    differences: found.flatMap(({ differences }) => differences),
    count: found.reduce((sum, { count }) => sum + count, 0),
  };
}

/** What changed since the indexer last looked, and what follows from it: it is not wrong, only not written yet. */
async function waitingForIndexer(tx: WriteHandle, source: SearchSource): Promise<ReadonlySet<string>> {
  const changed = await tx.all<StreamRef>(
    sql`select distinct home_id as "homeId", stream_id as "streamId" from changed_stream where kind = ${source.kind}`,
  );
  if (changed.length === 0) return new Set();
  const all = [...changed, ...(await source.dependents(tx, changed))];
  return new Set(all.map(({ streamId }) => streamId));
}

function entriesThatDiffer(
  tx: WriteHandle,
  streams: readonly StreamRef[],
  [held, expected]: readonly [held: string, expected: string],
): Promise<Found> {
  return compared(
    held,
    tx.all<Pair>(sql`select coalesce(h.home_id, e.home_id) as "homeId", coalesce(h.stream_id, e.stream_id) as "streamId",
        coalesce(h.number_key, e.number_key, '') as place, to_jsonb(h) as held, to_jsonb(e) as expected, count(*) over ()::int as total
      from (select i.* from ${sql.table(held)} i join ${streamTable(streams)} on i.home_id = asked.home_id and i.stream_id = asked.stream_id) h
      full join ${sql.table(expected)} e on e.home_id = h.home_id and e.stream_id = h.stream_id
      where h.* is distinct from e.* order by 1, 2`),
  );
}

/** Words that no entry has any more are left in their table; one that is missing would not be offered for a slip of the hand. */
async function wordsMissing(tx: WriteHandle, words: readonly string[], first: StreamRef | undefined): Promise<Found> {
  const missing = await tx.all<{ readonly word: string }>(
    sql`select word from unnest(${words}::text[]) as expected (word) where not exists (select from search_word w where w.word = expected.word)`,
  );
  const differences = missing.map(({ word }) => ({
    table: 'search_word',
    homeId: first?.homeId ?? '',
    place: word,
    kind: 'missing' as const,
    fields: [],
  }));
  return { differences, count: differences.length };
}

/** Entries of records that the history does not know. */
async function ofNoRecord(tx: WriteHandle, kind: string): Promise<Found> {
  const found: Found[] = [];
  for (const table of ['search_entry', 'search_sample'])
    found.push(
      await compared(
        table,
        tx.all<Pair>(sql`select h.home_id as "homeId", h.stream_id as "streamId", coalesce(h.number_key, '') as place,
            to_jsonb(h) as held, null as expected, count(*) over ()::int as total
          from ${sql.table(table)} h where h.kind = ${kind} and not exists (
            select from event e where e.home_id = h.home_id and e.stream_id = h.stream_id and e.version = 1 and e.kind = ${kind})
          order by 1, 2 limit 1000`),
      ),
    );
  return {
    differences: found.flatMap(({ differences }) => differences),
    count: found.reduce((sum, { count }) => sum + count, 0),
  };
}
