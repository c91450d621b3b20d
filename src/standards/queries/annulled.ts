import { secondsBetween } from '../../foundation/clock.ts';
import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import type { Moment } from './moment.ts';

/** A record that was entered in error: nothing is known of it any more, and its address says why. */
export interface AnnulledRecord {
  readonly homeId: string;
  readonly standardId: string;
  readonly address: string;
  readonly number: string;
  readonly tier: string | null;
  readonly nature: string | null;
  readonly kind: string;
  readonly reason: string;
  readonly instead: readonly string[];
  readonly annulledAt: string;
  readonly basis: string;
  readonly organizationId: string;
  readonly organizationNames: readonly { readonly lang: string; readonly text: string }[];
}

/** The annulment behind an address; the address stays claimed for ever, so that it never leads to something else. */
export function annulledAt(read: ReadHandle, address: string): Promise<AnnulledRecord | undefined> {
  return read.first<AnnulledRecord>(sql`select e.home_id as "homeId", e.stream_id as "standardId", t.address, t.number, t.tier, t.nature, t.kind,
      e.data->>'reason' as reason, coalesce(e.data->'instead', '[]'::jsonb) as instead, e.recorded_at as "annulledAt", a.basis, a.home_id as "organizationId",
      coalesce(o.names, '[]'::jsonb) as "organizationNames"
    from claim c join event e on e.home_id = c.home_id and e.stream_id = c.stream_id and e.type = 'standard-annulled'
    join act a on a.home_id = e.act_home_id and a.act_id = e.act_id
    join lateral (select address, number, tier, nature, kind from standard t where t.home_id = c.home_id and t.standard_id = c.stream_id
      order by row_no desc limit 1) t on true
    left join organization o on o.home_id = a.home_id and o.organization_id = a.home_id and upper_inf(o.known)
    where c.kind = 'address' and c.value = ${address} order by e.version desc limit 1`);
}

/** Whether the register had annulled it already, up to the instant that is asked about. */
export function wasAnnulled(annulled: AnnulledRecord, { known }: Moment): boolean {
  return known === undefined || secondsBetween(annulled.annulledAt, known) >= 0;
}

/** Since when the register has known the standard at an address, and under which number; undefined when it never did. */
export function firstKnown(
  read: ReadHandle,
  address: string,
): Promise<{ readonly at: string; readonly number: string } | undefined> {
  return read.first(sql`select lower(t.known) as at, t.number from claim c
    join standard t on t.home_id = c.home_id and t.standard_id = c.stream_id
    where c.kind = 'address' and c.value = ${address} order by lower(t.known), t.row_no limit 1`);
}
