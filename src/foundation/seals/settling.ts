import type { Database, WriteHandle } from '../database.ts';
import { sql } from '../sql.ts';
import { signCheckpoint } from './checkpoint.ts';
import type { SealerDeps } from './sealer-deps.ts';
import { locked } from './sealer-lock.ts';
import { newestCheckpoint, recordedAfter, type StoredCheckpoint } from './tile-store.ts';

/**
 * Signs the newest checkpoint anew when nothing was recorded for a while, with a later instant before which answers are
 * settled: otherwise an answer as known after the last act would never become final (DESIGN 10, rule 5). The tree, and so
 * size and root, stay; the row is written over, so an idle register does not grow. Answers whether it did.
 */
export async function settleAgain(deps: SealerDeps): Promise<boolean> {
  if (!(await isDue(deps))) return false;
  // Asked before the events are: what was recorded before it is then either visible or still open.
  const settledAt = await settledInstant(deps.database);
  return deps.database.transaction(async (tx) => {
    if (!(await locked(tx, 'try'))) return false;
    const newest = await newestCheckpoint(tx);
    if (newest === undefined || settledAt <= newest.settledAt || (await hasWaiting(tx, newest))) return false;
    const { treeSize, root } = newest;
    // The act by which a key took over stands in this tree already: only the key in office signs it again.
    const signers = await deps.signers({ tx, sizeBefore: treeSize, treeSize });
    const note = signCheckpoint({ origin: deps.origin, treeSize, root, settledAt }, signers);
    await tx.run(
      sql`update checkpoint set settled_at = ${settledAt}, note = ${note} where tree_size = ${treeSize} and settled_at < ${settledAt}::timestamptz`,
    );
    return true;
  });
}

/** What one checkpoint promised holds for those after it: the later of two instants is as true as each. */
export function later(settledAt: string, before: string | undefined): string {
  return before !== undefined && before > settledAt ? before : settledAt;
}

async function isDue({ database, settleAfter }: SealerDeps): Promise<boolean> {
  if (settleAfter === undefined) return false;
  const row = await database.first<{ readonly due: boolean }>(
    sql`select settled_at <= clock_timestamp() - make_interval(secs => ${settleAfter}) as due from checkpoint order by tree_size desc limit 1`,
  );
  return row?.due ?? false;
}

async function hasWaiting(tx: WriteHandle, newest: StoredCheckpoint): Promise<boolean> {
  const row = await tx.first<{ readonly found: boolean }>(
    sql`select exists (select from event where ${recordedAfter(newest)}) as found`,
  );
  return row?.found ?? true;
}

/**
 * The start of the oldest transaction that may still write: nothing can be recorded before it any more. It is asked
 * before sealing, so whatever was then finished is visible now. A transaction that only reads counts too, as none
 * tells beforehand. Rounded down to the millisecond, as recordedAt is.
 * Asked by the account itself, not in the server's role: that one does not see when others' transactions began.
 */
export async function settledInstant(database: Database): Promise<string> {
  const row = await database.first<{ readonly at: string }>(sql`select date_trunc('milliseconds',
      least(clock_timestamp(), min(xact_start) filter (where pid <> pg_backend_pid()))) as at
    from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`);
  if (row === undefined) throw new Error('The database gave no time.');
  return row.at;
}
