import { dayIn } from './clock.ts';
import type { Database, ReadHandle, WriteHandle } from './database.ts';
import { readStreams, readStreamsAfter } from './event-store.ts';
import type { EventTypes, RecordedEvent } from './events.ts';
import type { Projection } from './projection.ts';
import { refusal } from './refusal.ts';
import { projectedRow, RowWriter } from './row-writer.ts';
import { createShadows, dropShadows, indexShadows, shadowOf, swapShadows } from './shadow-tables.ts';
import { sql } from './sql.ts';
import { consequencesOf, type FoldingRules, type StreamConsequences } from './stream-fold.ts';

export interface RebuildDeps {
  readonly types: EventTypes;
  readonly projections: readonly Projection[];
  /** Time zone of the installation: decides the day on which an act became known. */
  readonly timeZone: string;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Streams read at a time. */
  readonly pageSize?: number;
  /** Gets the streams whose events cannot be understood; without it they end the work. */
  readonly onUnreadable?: (stream: UnreadableStream) => void;
}

/** A stream whose history was changed past the register, so that nothing follows from it any more. */
export interface UnreadableStream {
  readonly homeId: string;
  readonly streamId: string;
  readonly reason: string;
}

export interface RebuildProgress {
  readonly streams: number;
  readonly events: number;
}

/**
 * Makes the rows of all projections, the claims and the ledger of counts anew from the events and puts them in the place of
 * those that stand there. The register stays readable and writable meanwhile; what is written meanwhile is caught up with
 * before the tables change places, for which writers wait.
 *
 * @throws Error when the history itself does not allow it, for example when two things claim one number.
 */
export async function rebuild(database: Database, deps: RebuildDeps): Promise<RebuildProgress> {
  return withShadow(database, deps, async (shadow) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await database.asOwner(async (tx) => {
          await lockWriters(tx, shadow.tables);
          await shadow.catchUp(tx);
          await swapShadows(tx, shadow.tables);
        });
        return shadow.progress;
      } catch (error) {
        if (!isLockTrouble(error) || attempt >= locksAtMost) throw error;
      }
    }
  });
}

const locksAtMost = 20;

/** Acts under way hold one table and want the next: rather than wait for each other, the rebuild steps back and asks again. */
async function lockWriters(tx: WriteHandle, tables: readonly string[]): Promise<void> {
  await tx.script(`set local lock_timeout = '500ms'; lock table event in share mode;
    ${tables.map((table) => `lock table public.${table} in access exclusive mode;`).join(' ')} set local lock_timeout = 0`);
}

function isLockTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01');
}

/** The shadow of everything that follows from the events, filled up to an instant. */
export interface Shadow {
  readonly tables: readonly string[];
  readonly progress: RebuildProgress;
  /** Brings it up to what the transaction sees. */
  readonly catchUp: (tx: WriteHandle) => Promise<void>;
}

/** Fills a shadow, hands it over, and leaves none behind. */
export async function withShadow<T>(
  database: Database,
  deps: RebuildDeps,
  work: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  try {
    return await work(await fillShadow(database, deps));
  } finally {
    await database.asOwner(dropShadows);
  }
}

/** Fills the shadow tables page by page, each page in a transaction of its own, all from one snapshot of the history. */
async function fillShadow(database: Database, deps: RebuildDeps): Promise<Shadow> {
  const tables = [...new Set(deps.projections.map((projection) => projection.table)), 'claim', 'count_entry'];
  await database.asOwner((tx) => createShadows(tx, tables));
  const from = await database.first<{ readonly snapshot: string }>(sql`select pg_current_snapshot()::text as snapshot`);
  const work: Filling = { deps, rules: foldingRules(deps), snapshot: from?.snapshot ?? '' };
  let progress: RebuildProgress = { streams: 0, events: 0 };
  for await (const page of pages(database, work)) {
    await database.asOwner((tx) =>
      writeConsequences(
        tx,
        page.flatMap((events) => consequences(events, work)),
        deps,
      ),
    );
    progress = {
      streams: progress.streams + page.length,
      events: progress.events + page.reduce((sum, events) => sum + events.length, 0),
    };
    deps.onProgress?.(progress);
  }
  await database.asOwner((tx) => indexShadows(tx, tables));
  return { tables, progress, catchUp: (tx) => catchUp(tx, work) };
}

interface Filling {
  readonly deps: RebuildDeps;
  readonly rules: FoldingRules;
  /** The transactions whose events belong to the filling; later ones are caught up with. */
  readonly snapshot: string;
}

function foldingRules(deps: RebuildDeps): FoldingRules {
  const byKind = Map.groupBy(deps.projections, (projection) => projection.kind);
  return { types: deps.types, projectionsOf: (kind) => byKind.get(kind) ?? [], dayOf: dayIn(deps.timeZone) };
}

/** Pages of whole streams. The next page is read while the present one is folded and written. */
async function* pages(read: ReadHandle, work: Filling): AsyncGenerator<readonly (readonly RecordedEvent[])[]> {
  const limit = work.deps.pageSize ?? 2_000;
  const after = (last: RecordedEvent | undefined) =>
    readStreamsAfter(read, last, { limit, types: work.deps.types, snapshot: work.snapshot });
  let page = await after(undefined);
  while (page.length > 0) {
    const next = after(page.at(-1)?.[0]);
    // A failure of the next page is told when its turn comes, also when this one fails first.
    next.catch(() => {});
    yield page;
    page = await next;
  }
}

async function writeConsequences(
  tx: WriteHandle,
  consequences: readonly StreamConsequences[],
  deps: RebuildDeps,
): Promise<void> {
  const rows = new RowWriter();
  const byTable = new Map(deps.projections.map((projection) => [projection.table, projection]));
  for (const { stream, entries, claims } of consequences) {
    for (const [table, folded] of stream.rows) {
      const target = byTable.get(table);
      if (!target) continue;
      const columns = ['home_id', target.idColumn, 'row_no', ...target.columns, 'valid', 'known'];
      for (const row of folded) rows.add(shadowOf(table), columns, projectedRow(target, stream, row));
    }
    for (const entry of entries) rows.add(shadowOf('count_entry'), entry.columns, entry.values);
    for (const claim of claims) {
      rows.add(
        shadowOf('claim'),
        ['kind', 'value', 'home_id', 'stream_id'],
        [claim.kind, claim.value, stream.homeId, stream.streamId],
      );
    }
  }
  await rows.flush(tx);
}

/** Folds again the streams that were written to since, and adds what their new acts count. */
async function catchUp(tx: WriteHandle, work: Filling): Promise<void> {
  const changed = await tx.all<{ readonly homeId: string; readonly streamId: string; readonly counted: number }>(sql`
    select home_id as "homeId", stream_id as "streamId", min(version) - 1 as counted from event
    where xid >= pg_snapshot_xmin(${work.snapshot}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${work.snapshot}::pg_snapshot)
    group by home_id, stream_id`);
  if (changed.length === 0) return;
  const [homes, streams] = [changed.map((stream) => stream.homeId), changed.map((stream) => stream.streamId)];
  for (const [table, column] of [
    ...work.deps.projections.map((projection) => [projection.table, projection.idColumn] as const),
    ['claim', 'stream_id'] as const,
  ]) {
    await tx.run(sql`delete from ${sql.table(shadowOf(table))} as t using unnest(${homes}::uuid[], ${streams}::uuid[]) as gone (home_id, id)
      where t.home_id = gone.home_id and t.${sql.ref(column)} = gone.id`);
  }
  const counted = new Map(changed.map((stream) => [stream.streamId, stream.counted]));
  const histories = await readStreams(tx, changed, work.deps.types);
  const following = [...histories.values()].flatMap((events) =>
    consequences(events, work, counted.get(events[0]?.streamId ?? '')),
  );
  await writeConsequences(tx, following, work.deps);
}

/** @throws Refusal `foundation.history-unreadable` */
function consequences(
  events: readonly RecordedEvent[],
  { deps, rules }: Filling,
  counted?: number,
): readonly StreamConsequences[] {
  try {
    const found = consequencesOf(events, rules, counted);
    return found ? [found] : [];
  } catch (error) {
    const { homeId = '', streamId = '' } = events[0] ?? {};
    const unreadable = { homeId, streamId, reason: error instanceof Error ? error.message : String(error) };
    if (deps.onUnreadable === undefined) throw refusal('foundation.history-unreadable', { ...unreadable });
    deps.onUnreadable(unreadable);
    return [];
  }
}
