import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { heldAt, type Moment } from './moment.ts';

/** A record of the register by identifier and permanent address. */
export interface Bearer {
  readonly standardId: string;
  readonly address: string;
}

/**
 * Who bears the number for which an address was given, where the holder of the address bears another number by now or was
 * annulled: what is held by history only must not hide a living record of that very number. Empty while the holder uses it.
 */
export function bearersOf(read: ReadHandle, address: string, moment: Moment): Promise<readonly Bearer[]> {
  return read.all<Bearer>(sql`select distinct t.standard_id as "standardId", t.address
    from claim c
    join standard h on h.home_id = c.home_id and h.standard_id = c.stream_id and h.address = c.value
    join standard t on t.number_key = h.number_key and t.standard_id <> h.standard_id and ${heldAt('t', moment)}
    where c.kind = 'address' and c.value = ${address} and not exists (
      select from standard s where s.home_id = c.home_id and s.standard_id = c.stream_id and s.address = c.value and ${heldAt('s', moment)})
    order by t.address`);
}

/** A record that bore a number before and bears it no more. */
export interface EarlierBearer {
  /** The address that it had under that number. */
  readonly address: string;
  readonly until: string;
  readonly isAnnulled: boolean;
  /** What it is now; null when it was annulled. */
  readonly present: { readonly number: string; readonly address: string } | null;
}

/** Other records that bore the number of a record, and until when; those that still bear it are none. */
export function earlierBearers(
  read: ReadHandle,
  record: { readonly numberKey: string; readonly standardId: string },
  moment: Moment,
): Promise<readonly EarlierBearer[]> {
  const { known } = moment;
  const upTo = known === undefined ? sql`true` : sql`upper(h.known) <= ${known}::timestamptz`;
  return read.all<EarlierBearer>(sql`select b.address, b.until, n.number is null as "isAnnulled",
      case when n.number is not null then json_build_object('number', n.number, 'address', n.address) end as present
    from (select h.home_id, h.standard_id, max(h.address) as address, max(upper(h.known)) as until from standard h
      where h.number_key = ${record.numberKey} and h.standard_id <> ${record.standardId} and not upper_inf(h.known) and ${upTo}
      group by h.home_id, h.standard_id) b
    left join lateral (select t.number, t.number_key, t.address from standard t
      where t.home_id = b.home_id and t.standard_id = b.standard_id and ${heldAt('t', moment)} limit 1) n on true
    where n.number_key is distinct from ${record.numberKey} order by b.until`);
}

/** A number that a correction took from a record: it was that record's, in error. */
export interface GivenUp {
  readonly present: string;
  readonly address: string;
  readonly at: string;
}

/** The correction by which a number without a record was last given up; a draft or a changed nature gives none up. */
export function numberGivenUp(
  read: ReadHandle,
  keys: readonly string[],
  { known }: Moment,
): Promise<GivenUp | undefined> {
  const upTo = known === undefined ? sql`true` : sql`x.at <= ${known}::timestamptz`;
  return read.first<GivenUp>(sql`select n.number as present, n.address, x.at
    from (select h.home_id, h.standard_id from standard h where h.number_key = any(${keys}::text[]) group by 1, 2) b
    join lateral (select number, address from standard t where t.home_id = b.home_id and t.standard_id = b.standard_id
      and upper_inf(t.known) order by row_no desc limit 1) n on true
    join lateral (select e.type, e.recorded_at as at from event e
      where e.home_id = b.home_id and e.stream_id = b.standard_id and e.data ? 'numberKey' and e.version > (
        select max(f.version) from event f where f.home_id = b.home_id and f.stream_id = b.standard_id
          and f.data->>'numberKey' = any(${keys}::text[]))
      order by e.version limit 1) x on x.type = 'standard-statement-corrected'
    where ${upTo} order by x.at desc limit 1`);
}
