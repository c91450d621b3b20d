import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import type { Moment } from './moment.ts';

/**
 * Whether an answer is final. What is known now may still grow; an answer as known at an instant is final once a
 * checkpoint was made after every transaction that had begun by then (DESIGN 10, rule 5).
 */
export async function isSettled(read: ReadHandle, moment: Moment): Promise<boolean> {
  if (moment.known === undefined) return false;
  // Instants are compared by the database, because they may be written with an offset.
  const row = await read.first<{ readonly settled: boolean }>(
    sql`select ${moment.known}::timestamptz < settled_at as settled from checkpoint order by tree_size desc limit 1`,
  );
  return row?.settled ?? false;
}
