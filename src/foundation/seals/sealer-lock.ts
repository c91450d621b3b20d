import type { WriteHandle } from '../database.ts';
import { sql } from '../sql.ts';

export type LockMode = 'wait' | 'try';

/** Takes the sealer's lock until the transaction ends: one sealer in all processes of an installation. */
export async function locked(tx: WriteHandle, lock: LockMode): Promise<boolean> {
  if (lock === 'wait') {
    await tx.all(sql`select pg_advisory_xact_lock(${sealerLock})`);
    return true;
  }
  return (
    (await tx.first<{ readonly got: boolean }>(sql`select pg_try_advisory_xact_lock(${sealerLock}) as got`))?.got ??
    false
  );
}

/** The number only has to differ from other advisory locks. */
const sealerLock = 6962;
