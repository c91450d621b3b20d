import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';

/** The standards of one publisher in a tier, and in how many of them each source speaks. */
export interface FamilyCount {
  readonly tier: string | null;
  readonly publisher: string;
  readonly records: number;
  readonly sources: readonly { readonly name: string; readonly records: number }[];
}

/** How many standards the register holds of each publisher, and from where: one pass over all of them. */
export function familyCounts(read: ReadHandle): Promise<readonly FamilyCount[]> {
  return read.all<FamilyCount>(sql`with held as (
      select distinct home_id, standard_id, tier, publisher from standard where upper_inf(known)),
    stated as (select h.tier, h.publisher, s.source, count(distinct h.standard_id)::int as records
      from held h join standard_source s on s.home_id = h.home_id and s.standard_id = h.standard_id and upper_inf(s.known) group by 1, 2, 3)
    select h.tier, h.publisher, count(*)::int as records, coalesce((select json_agg(json_build_object('name', s.source, 'records', s.records))
        from stated s where s.tier is not distinct from h.tier and s.publisher = h.publisher), '[]'::json) as sources
    from held h group by 1, 2`);
}

/** The last day of which each source spoke, also where its file said the same again. */
export async function sourceDays(read: ReadHandle): Promise<ReadonlyMap<string, string>> {
  const rows = await read.all<{
    readonly source: string;
    readonly day: string;
  }>(sql`select source, max(day)::text as day from (
      select source, max(stated_on) as day from standard_source where upper_inf(known) group by source
      union all select source, max(stated_on) from source_confirmation where upper_inf(known) group by source) as told group by source`);
  return new Map(rows.map(({ source, day }) => [source, day]));
}
