import type { ReadHandle } from '../../foundation/database.ts';
import { type Statement, sql } from '../../foundation/sql.ts';
import { heldAt, type Moment } from './moment.ts';

/**
 * By whom a standard is told from another of the same number: an enterprise number is unique only within one enterprise.
 * The issuer where the record names one, else who drafted it.
 */
export interface Holder {
  readonly name: string;
  readonly role: 'issuer' | 'drafter';
  /** Of that organization, where a source gives it. */
  readonly creditCode: string | null;
}

/** The holder of `t`, the alias of table `standard`, as JSON; null where the record names nobody. */
export function holderColumn(moment: Moment): Statement<unknown> {
  return sql`(select case when coalesce(h.issuers, h.name) is not null then json_build_object('name', coalesce(h.issuers, h.name),
      'role', case when h.issuers is null then 'drafter' else 'issuer' end, 'creditCode', h.credit_code) end
    from (select nullif(array_to_string(t.issuers, '、'), '') as issuers, o.name, o.credit_code from (select) one
      left join lateral (select o.name, o.credit_code from standard_organization o
        where o.home_id = t.home_id and o.standard_id = t.standard_id and ${heldAt('o', moment)}
          and (cardinality(t.issuers) = 0 or o.name = any(t.issuers))
        order by o.credit_code is null, o.row_no limit 1) o on true) h)`;
}

/** The holders of standards. */
export async function holdersOf(
  read: ReadHandle,
  ids: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, Holder>> {
  if (ids.length === 0) return new Map();
  const rows = await read.all<{ readonly standardId: string; readonly holder: Holder | null }>(
    sql`select t.standard_id as "standardId", ${holderColumn(moment)} as holder from standard t
      where t.standard_id = any(${ids}::uuid[]) and ${heldAt('t', moment)}`,
  );
  return new Map(rows.flatMap(({ standardId, holder }) => (holder === null ? [] : [[standardId, holder] as const])));
}
