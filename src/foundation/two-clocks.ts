import { endOfDay } from './clock.ts';
import type { ReadHandle } from './database.ts';
import { type Statement, sql } from './sql.ts';

/**
 * The known-date a query asks for: absent, what the register says today; a day, what it said at the end of that day; an
 * instant, what it said then (DESIGN 10, rule 5).
 */
export type KnownAt = string | undefined;

/** Which rows of a table the register held, as a condition: `where ${knownRows('s')}`. */
export function knownRows(table: string, known?: { readonly at: string }): Statement<boolean> {
  const column = sql.ref(`${table}.known`);
  // Indexes are partial on this condition alone, so the present is asked for in exactly these words.
  if (known === undefined) return sql<boolean>`upper_inf(${column})`;
  return sql<boolean>`${column} @> ${known.at}::timestamptz`;
}

/** Which rows hold in law on a day. */
export function validRows(table: string, day: string): Statement<boolean> {
  return sql<boolean>`${sql.ref(`${table}.valid`)} @> ${day}::date`;
}

/** What the register held, of that what holds on a day: the condition of nearly every query of a register. */
export function rowsOn(table: string, day: string, known?: { readonly at: string }): Statement<boolean> {
  return sql<boolean>`${knownRows(table, known)} and ${validRows(table, day)}`;
}

/** The known-date of a request as an instant: a day means its end in the installation's time zone. */
export function knownInstant(known: KnownAt, timeZone: string): { readonly at: string } | undefined {
  if (known === undefined) return undefined;
  return { at: known.includes('T') ? known : endOfDay(known, timeZone) };
}

/** Whether an answer is final, and up to when answers are. */
export interface Settlement {
  readonly settled: boolean;
  /** The instant before which nothing can be recorded any more; absent before the first checkpoint. */
  readonly settledAt?: string;
}

/**
 * Whether an answer as known at an instant can still change. It is final only when the instant lies before the start of
 * the oldest transaction that was still writing when the newest checkpoint was made. An answer of today never is.
 */
export async function settlement(read: ReadHandle, known?: { readonly at: string }): Promise<Settlement> {
  const row = await read.first<{ readonly settledAt: string; readonly settled: boolean }>(sql`
    select settled_at as "settledAt", coalesce(${known?.at ?? null}::timestamptz < settled_at, false) as settled
    from checkpoint order by tree_size desc limit 1`);
  return row ?? { settled: false };
}
