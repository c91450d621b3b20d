import { hash } from 'node:crypto';
import { endOfDay, secondsBetween } from '../foundation/clock.ts';
import type { Deps } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';

export interface Allowance {
  /** What is counted. */
  readonly kind: string;
  /** Whose: an address, a sender. Kept for the day as a hash alone. */
  readonly of: string;
  readonly most: number;
  /** How much is taken; one when absent. */
  readonly amount?: number;
  /** The time in which at most so much is granted: the calendar day when absent, or the full hour. */
  readonly per?: 'day' | 'hour';
}

export interface Taken {
  readonly isGranted: boolean;
  /** What may still be taken in this day or hour. */
  readonly left: number;
  /** Until the day or hour is over and everything may be taken again. */
  readonly seconds: number;
}

/**
 * Takes from what a sender, or an address, may ask of a public tool; what is more than is left is not granted and takes
 * nothing. The count outlives a restart, and goes with its day.
 */
export async function takeAllowance(
  deps: Pick<Deps, 'database' | 'clock' | 'installation'>,
  allowance: Allowance,
): Promise<Taken> {
  const { kind, most, amount = 1 } = allowance;
  const day = deps.clock.today();
  const { name, end } = periodOf(deps.clock, allowance.per ?? 'day');
  const subject = hash('sha256', JSON.stringify([deps.installation.id, name, kind, allowance.of]), 'buffer');
  const seconds = Math.max(1, Math.ceil(secondsBetween(deps.clock.now(), end)));
  return deps.database.transaction(async (tx) => {
    const row = await tx.first<{
      readonly used: number;
    }>(sql`insert into public_allowance (day, kind, subject_hash, used)
      values (${day}, ${kind}, ${subject}, ${amount})
      on conflict (day, kind, subject_hash) do update set used = public_allowance.used + ${amount} returning used`);
    const left = most - (row?.used ?? 0);
    if (left >= 0) return { isGranted: true, left, seconds };
    await tx.run(sql`update public_allowance set used = used - ${amount}
      where day = ${day} and kind = ${kind} and subject_hash = ${subject}`);
    return { isGranted: false, left: left + amount, seconds };
  });
}

/** The day or hour that now is, and its last instant. */
function periodOf(clock: Deps['clock'], per: 'day' | 'hour'): { readonly name: string; readonly end: string } {
  const day = clock.today();
  if (per === 'day') return { name: day, end: endOfDay(day, clock.timeZone) };
  const hour = clock.now().slice(0, 'yyyy-mm-ddThh'.length);
  return { name: hour, end: `${hour}:59:59.999Z` };
}

/** Forgets the counts of earlier days. */
export async function forgetAllowances(deps: Pick<Deps, 'database' | 'clock'>): Promise<void> {
  await deps.database.transaction((tx) => tx.run(sql`delete from public_allowance where day < ${deps.clock.today()}`));
}
