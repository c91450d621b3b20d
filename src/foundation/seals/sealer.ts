import type { ReadHandle, WriteHandle } from '../database.ts';
import { Refusal, refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import { signCheckpoint } from './checkpoint.ts';
import { hashLength } from './merkle-tree.ts';
import type { SealerDeps } from './sealer-deps.ts';
import { type LockMode, locked } from './sealer-lock.ts';
import { later, settleAgain, settledInstant } from './settling.ts';
import { newestCheckpoint, readEdge, recordedAfter, type StoredCheckpoint, writeTiles } from './tile-store.ts';
import { appendLeaves, rootOfEdge } from './tiles.ts';

export interface Sealer {
  /**
   * Seals all events of finished transactions and answers how many. Waits while another process seals.
   *
   * @throws Refusal `seals.sealing-failed`
   */
  readonly sealNow: () => Promise<number>;
  /** Seals every second until stopped. */
  readonly start: () => void;
  /** Ends the loop after the round under way. */
  readonly stop: () => Promise<void>;
}

/** Gives events their places in the log, stores the tiles of the tree and signs checkpoints (DESIGN 10, rule 9). */
export function sealer(deps: SealerDeps): Sealer {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();

  const sealAll = async (lock: LockMode): Promise<number> => {
    let sealed = 0;
    while (await hasUnsealed(deps.database)) {
      const settledAt = await settledInstant(deps.database);
      const count = await deps.database.transaction((tx) => sealBatch(tx, deps, { lock, settledAt }));
      if (count === 0) break;
      sealed += count;
    }
    if (sealed === 0) await settleAgain(deps);
    return sealed;
  };
  // Rounds of one process follow each other: two would only wait for each other's lock.
  const inTurn = (lock: LockMode): Promise<number> => {
    const next = round.then(() => sealAll(lock));
    round = next.catch(() => {});
    return next;
  };
  const again = (): void => {
    timer = setTimeout(() => {
      inTurn('try')
        .catch((fault: unknown) => deps.onFault?.(fault))
        .finally(() => timer && again());
    }, everySecond).unref();
  };

  return {
    sealNow: () =>
      inTurn('wait').catch((fault: unknown) => {
        if (fault instanceof Refusal) throw fault;
        throw refusal('seals.sealing-failed', { reason: String(fault) });
      }),
    start: () => {
      if (timer === undefined) again();
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      await round;
    },
  };
}

const everySecond = 1_000;
const defaultBatch = 50_000;

async function sealBatch(
  tx: WriteHandle,
  deps: SealerDeps,
  work: { readonly lock: LockMode; readonly settledAt: string },
): Promise<number> {
  if (!(await locked(tx, work.lock))) return 0;
  const before = await newestCheckpoint(tx);
  const size = before?.treeSize ?? 0;
  const batch = await placeLeaves(tx, before, deps.batch ?? defaultBatch);
  if (batch === undefined) return 0;
  const count = batch.hashes.length / hashLength;
  if (count !== batch.count) throw new Error(`A leaf hash among those from leaf ${size} on has not 32 bytes.`);
  const { edge, tiles } = appendLeaves(await readEdge(tx, size), batch.hashes);
  await writeTiles(tx, tiles);
  const root = rootOfEdge(edge);
  const settledAt = later(work.settledAt, before?.settledAt);
  const state = { origin: deps.origin, treeSize: edge.size, root, settledAt };
  const note = signCheckpoint(state, await deps.signers({ tx, sizeBefore: size, treeSize: edge.size }));
  await tx.run(sql`insert into checkpoint (tree_size, root, settled_at, note, last_xid, last_seq)
    values (${edge.size}, ${Buffer.from(root)}, ${settledAt}, ${note}, ${batch.lastXid}::xid8, ${batch.lastSeq})`);
  return count;
}

interface PlacedLeaves {
  readonly count: number;
  readonly hashes: Uint8Array;
  readonly lastXid: string;
  readonly lastSeq: number;
}

/**
 * Takes the next events in the order (xid, seq) and writes their places. Transactions below the snapshot's xmin are all
 * finished, so none can later put an event before the last one taken; one still running keeps everything from its own
 * number on waiting, and is not waited for.
 */
async function placeLeaves(
  tx: WriteHandle,
  before: StoredCheckpoint | undefined,
  limit: number,
): Promise<PlacedLeaves | undefined> {
  const size = before?.treeSize ?? 0;
  const placed = await tx.first<PlacedLeaves>(sql`with batch as materialized (
      select home_id, stream_id, version, leaf_hash, xid, seq from event
      where ${unsealedAfter(before)} order by xid, seq limit ${limit}),
    placed as (insert into leaf (leaf_index, home_id, stream_id, version)
      select ${size}::bigint + row_number() over (order by xid, seq) - 1, home_id, stream_id, version from batch)
    select count(*)::int as count, string_agg(leaf_hash, ''::bytea order by xid, seq) as hashes,
      (select xid from batch order by xid desc, seq desc limit 1) as "lastXid",
      (select seq from batch order by xid desc, seq desc limit 1) as "lastSeq" from batch`);
  return placed !== undefined && placed.count > 0 ? placed : undefined;
}

async function hasUnsealed(database: ReadHandle): Promise<boolean> {
  const before = await newestCheckpoint(database);
  const found = await database.first<{ readonly found: boolean }>(
    sql`select exists (select from event where ${unsealedAfter(before)}) as found`,
  );
  return found?.found ?? false;
}

/**
 * Looked up event by event, so that the planner never reads all leaves for it: an event whose transaction number was
 * changed stands behind the last one sealed and has its place already; `verify` names it.
 */
function unsealedAfter(before: StoredCheckpoint | undefined) {
  return sql`${recordedAfter(before)} and xid < pg_snapshot_xmin(pg_current_snapshot())
    and (select l.leaf_index from leaf l
      where l.home_id = event.home_id and l.stream_id = event.stream_id and l.version = event.version) is null`;
}
