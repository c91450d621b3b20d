import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';

/** A count of registered standards by tier, nature, sector and region, read from the ledger of counts. */
export interface RegisteredCount {
  readonly tier: string | null;
  readonly nature: string | null;
  readonly region: string | null;
  readonly sector: string | null;
  readonly records: number;
}

/** How many standards are registered, by every dimension of the ledger at once; the few hundred rows answer all figures of the portal. */
export function registeredCounts(read: ReadHandle): Promise<readonly RegisteredCount[]> {
  return read.all<RegisteredCount>(sql`select tier, nature, region::text as region, topic as sector, sum(n)::int as records from count_entry
    where measure = 'standard' and occasion = 'registered' group by 1, 2, 3, 4 having sum(n) <> 0`);
}

/** Records that satisfy a condition. */
export function totalOf(counts: readonly RegisteredCount[], belongs: (count: RegisteredCount) => boolean): number {
  return counts.reduce((sum, count) => (belongs(count) ? sum + count.records : sum), 0);
}
