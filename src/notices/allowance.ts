import { hash } from 'node:crypto';
import type { Deps } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';

export interface Allowance {
  /** What is counted. */
  readonly kind: string;
  /** Whose: an address, a sender. Kept for the day as a hash alone. */
  readonly of: string;
  readonly most: number;
}

/**
 * Takes one from what a sender, or an address, may ask of a public tool in a day; false when nothing is left. The count
 * outlives a restart, and goes with its day.
 */
export async function takeAllowance(
  deps: Pick<Deps, 'database' | 'clock' | 'installation'>,
  allowance: Allowance,
): Promise<boolean> {
  const day = deps.clock.today();
  const subject = hash('sha256', JSON.stringify([deps.installation.id, day, allowance.kind, allowance.of]), 'buffer');
  return deps.database.transaction(async (tx) => {
    const row = await tx.first<{
      readonly used: number;
    }>(sql`insert into public_allowance (day, kind, subject_hash, used)
      values (${day}, ${allowance.kind}, ${subject}, 1)
      on conflict (day, kind, subject_hash) do update set used = public_allowance.used + 1 returning used`);
    return (row?.used ?? 0) <= allowance.most;
  });
}

/** Forgets the counts of earlier days. */
export async function forgetAllowances(deps: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  await deps.database.transaction((tx) => tx.run(sql`delete from public_allowance where day < ${deps.clock.today()}`));
}
