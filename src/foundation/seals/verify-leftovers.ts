import type { Database, ReadHandle } from '../database.ts';
import { sql } from '../sql.ts';
import type { Findings } from './findings.ts';
import { newestCheckpoint, type StoredCheckpoint } from './tile-store.ts';
import { tileWidth } from './tiles.ts';
import { endsOfCheckpoints, eventsOfNoTransaction } from './verify-order.ts';

/**
 * Looks for what no walk along the leaves meets: events that should have been sealed and are not, leaves and tiles beyond
 * the newest checkpoint. Answers how many events still wait for the sealer.
 */
export function whatIsTooMuch(database: Database, found: Findings): Promise<number> {
  // One snapshot: the sealer may go on meanwhile, and its checkpoint, leaves and tiles appear together.
  return database.snapshot(async (read) => {
    const newest = await newestCheckpoint(read);
    const treeSize = newest?.treeSize ?? 0;
    await leavesBeyond(read, treeSize, found);
    await tilesBeyond(read, treeSize, found);
    await endsOfCheckpoints(read, found);
    return unsealedEvents(read, newest, found);
  });
}

const named = 100;

async function leavesBeyond(read: ReadHandle, treeSize: number, found: Findings): Promise<void> {
  const leaves = await read.all<{ readonly leafIndex: number }>(
    sql`select leaf_index as "leafIndex" from leaf where leaf_index >= ${treeSize} or leaf_index < 0 order by leaf_index limit ${named}`,
  );
  for (const { leafIndex } of leaves) found.add('seals.leaf-too-much', { leafIndex, treeSize });
}

async function tilesBeyond(read: ReadHandle, treeSize: number, found: Findings): Promise<void> {
  const tiles = await read.all<{
    readonly level: number;
    readonly index: number;
  }>(sql`select level, tile_index as index from tile
    where level < 0 or tile_index < 0 or level > 6
      or tile_index * ${tileWidth} >= floor(${treeSize}::numeric / power(${tileWidth}::numeric, least(greatest(level, 0), 6)))
    order by level, tile_index limit ${named}`);
  for (const { level, index } of tiles) found.add('seals.tile-too-much', { level, index, treeSize });
}

async function unsealedEvents(
  read: ReadHandle,
  newest: StoredCheckpoint | undefined,
  found: Findings,
): Promise<number> {
  const sealedUntil = sql`(${newest?.lastXid ?? '0'}::xid8, ${newest?.lastSeq ?? -1}::bigint)`;
  const counts = await read.first<{ readonly all: number; readonly due: number }>(
    sql`select count(*) as all, count(*) filter (where (xid, seq) <= ${sealedUntil}) as due from event`,
  );
  const { all = 0, due = 0 } = counts ?? {};
  const treeSize = newest?.treeSize ?? 0;
  const neverDue = await eventsOfNoTransaction(read, found);
  // Each leaf was seen to have its event, at its place, and no event has two: equal numbers mean that none is left out.
  if (due === treeSize && found.count() === 0) return all - due;
  const missing = await read.all<{ readonly homeId: string; readonly streamId: string; readonly version: number }>(sql`
    select home_id as "homeId", stream_id as "streamId", version from event e
    where (xid, seq) <= ${sealedUntil}
      and not exists (select from leaf l where l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version)
    order by home_id, stream_id, version limit ${named}`);
  for (const event of missing) found.add('seals.event-not-sealed', { ...event });
  return Math.max(0, all - treeSize - missing.length - neverDue);
}
