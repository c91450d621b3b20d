import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import type { AdoptionDegree } from '../model.ts';
import { type Holder, holderColumn } from './holders.ts';
import { heldAt, type Moment } from './moment.ts';

/** What a list says of a standard beside its days: what it adopts, what adopts it, how many it replaces, whose it is. */
export interface ListFacts {
  readonly standardId: string;
  readonly adopts: { readonly target: string; readonly degree: AdoptionDegree | null } | null;
  readonly adoptedAs: {
    readonly number: string;
    readonly address: string;
    readonly tier: string | null;
    readonly nature: string | null;
    readonly kind: string;
  } | null;
  readonly replacesCount: number;
  /** Told where another standard bears the same number. */
  readonly holder: Holder | null;
}

/** The facts of the standards of one page of a list, in one statement. */
export async function listFacts(
  read: ReadHandle,
  ids: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, ListFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await read.all<ListFacts>(sql`select t.standard_id as "standardId",
      (select json_build_object('target', r.target, 'degree', r.degree) from standard_relation r
        where r.home_id = t.home_id and r.standard_id = t.standard_id and r.kind = 'adopts' and ${heldAt('r', moment)} order by r.row_no limit 1) as adopts,
      (select json_build_object('number', n.number, 'address', n.address, 'tier', n.tier, 'nature', n.nature, 'kind', n.kind) from standard_relation r
        join standard n on n.home_id = r.home_id and n.standard_id = r.standard_id and ${heldAt('n', moment)}
        where r.target_key = t.number_key and r.kind = 'adopts' and ${heldAt('r', moment)} order by n.published_on desc nulls last limit 1) as "adoptedAs",
      (select count(*)::int from standard_relation r
        where r.home_id = t.home_id and r.standard_id = t.standard_id and r.kind = 'replaces' and ${heldAt('r', moment)}) as "replacesCount",
      case when exists (select from standard s where s.number_key = t.number_key and s.standard_id <> t.standard_id and ${heldAt('s', moment)})
        then ${holderColumn(moment)} end as holder
    from standard t where t.standard_id = any(${ids}::uuid[]) and ${heldAt('t', moment)}`);
  return new Map(rows.map((row) => [row.standardId, row]));
}
