import type { Clock } from '../foundation/clock.ts';
import type { Database, ReadHandle, WriteHandle } from '../foundation/database.ts';
import type { Loop } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { writeEntries } from './entry-rows.ts';
import type { StreamRef } from './model.ts';
import type { SearchSource } from './source.ts';
import { heldStatistics, refreshStatistics } from './statistics.ts';

export interface IndexerDeps {
  readonly database: Database;
  readonly sources: readonly SearchSource[];
  readonly clock: Clock;
}

export interface IndexingDone {
  /** Changed records taken up; what depends on them is looked at as well. */
  readonly changes: number;
  /** Entries that differed and were written. */
  readonly written: number;
}

/** Records taken up in one transaction. The embedded database answers nobody meanwhile, so its batches are small. */
const batchSizes = { embedded: 250, server: 5_000 } as const;
/** Any two indexers agree on this number. */
const indexerLock = 7_305_190_025;

/**
 * Writes the entries of everything that changed, in the order of change, until nothing is left; one indexer at a time.
 * A killed indexer loses nothing: what it took up and what it wrote are one transaction.
 */
export async function drainIndexing(
  deps: IndexerDeps,
  onProgress?: (done: IndexingDone) => void,
): Promise<IndexingDone> {
  const done = { changes: 0, written: 0 };
  for (;;) {
    const batch = await deps.database.transaction((tx) => indexBatch(tx, deps));
    if (batch === 'busy' || batch.changes === 0) {
      await keepStatistics(deps.database, done.written);
      return done;
    }
    done.changes += batch.changes;
    done.written += batch.written;
    await mergeQueuedWords(deps.database);
    onProgress?.({ ...done });
  }
}

/** Changes not yet in the index, counted up to 100,000. */
export async function indexingBacklog(read: ReadHandle): Promise<number> {
  const row = await read.first<{ readonly n: number }>(
    sql`select count(*) as n from (select from changed_stream limit 100000) as waiting`,
  );
  return row?.n ?? 0;
}

/** Queues every record of some kinds, after a restore or when the rules of the index changed. */
export async function queueEverything(tx: WriteHandle, kinds: readonly string[]): Promise<number> {
  return tx.run(sql`insert into changed_stream (kind, home_id, stream_id)
    select kind, home_id, stream_id from event where kind = any(${kinds}::text[]) and version = 1 order by seq`);
}

async function indexBatch(tx: WriteHandle, deps: IndexerDeps): Promise<IndexingDone | 'busy'> {
  const lock = await tx.first<{ readonly held: boolean }>(
    sql`select pg_try_advisory_xact_lock(${indexerLock}) as held`,
  );
  if (!lock?.held) return 'busy';
  const today = deps.clock.today();
  const kinds = deps.sources.map((source) => source.kind);
  const taken = await takeChanges(tx, { size: batchSizes[deps.database.kind], today, kinds });
  // Changes of kinds that nobody searches are taken up and need nothing.
  const done = { changes: [...taken.values()].flat().length, written: 0 };
  for (const source of deps.sources) {
    const changed = taken.get(source.kind) ?? [];
    if (changed.length === 0) continue;
    const streams = distinct([...changed, ...(await source.dependents(tx, changed))]);
    const entries = await source.entries(tx, streams, today);
    done.written += await writeEntries(tx, { streams, entries, today });
  }
  return done;
}

/** The next changes in their order, and what changes its status because a day has come. */
async function takeChanges(
  tx: WriteHandle,
  work: { readonly size: number; readonly today: string; readonly kinds: readonly string[] },
): Promise<ReadonlyMap<string, readonly StreamRef[]>> {
  const rows =
    await tx.all<ChangedRow>(sql`with taken as (select seq from changed_stream order by seq limit ${work.size})
    delete from changed_stream c using taken where c.seq = taken.seq returning c.kind, c.home_id, c.stream_id`);
  const turned =
    rows.length < work.size
      ? await tx.all<ChangedRow>(sql`select kind, home_id, stream_id from search_entry
          where next_turn_on <= ${work.today}::date and kind = any(${work.kinds}::text[]) order by next_turn_on limit ${work.size - rows.length}`)
      : [];
  const byKind = Map.groupBy([...rows, ...turned], (row) => row.kind);
  return new Map([...byKind].map(([kind, changed]) => [kind, distinct(changed.map(refOf))]));
}

interface ChangedRow {
  readonly kind: string;
  readonly home_id: string;
  readonly stream_id: string;
}

const refOf = (row: ChangedRow): StreamRef => ({ homeId: row.home_id, streamId: row.stream_id });

function distinct(streams: readonly StreamRef[]): readonly StreamRef[] {
  return [...new Map(streams.map((stream) => [stream.streamId, stream])).values()];
}

/** After this many entries written, whatever their share, what is known of the index is counted anew. */
const manyWritten = 2_000;

/** What the searches know of the index follows large changes; small ones change no decision. */
async function keepStatistics(database: Database, written: number): Promise<void> {
  const known = heldStatistics(database);
  const isStale = known === undefined || written >= Math.max(manyWritten, known.entries / 10);
  if (!isStale) return;
  if (written > 0) {
    await database.asOwner(async (tx) => {
      await tx.script('analyze search_entry; analyze search_sample');
    });
  }
  await refreshStatistics(database);
}

/** Words queued by a batch are merged in bulk, so that no search has to read the queue. */
async function mergeQueuedWords(database: Database): Promise<void> {
  await database.asOwner(async (tx) => {
    await tx.all(
      sql`select gin_clean_pending_list('search_entry_words'), gin_clean_pending_list('search_sample_words')`,
    );
  });
}

/** The indexer of a running server. */
export function indexerLoop(deps: IndexerDeps): Loop {
  return {
    name: 'search-index',
    everyMilliseconds: 1_000,
    run: async () => {
      await drainIndexing(deps);
    },
  };
}
