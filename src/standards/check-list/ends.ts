import { type StandardNumber, slug } from '@guiju/standard-numbers';
import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { targetKey } from '../identity.ts';
import type { Brief } from '../queries/brief.ts';
import { heldAt, type Moment } from '../queries/moment.ts';
import { written } from '../views/link.ts';
import type { EndAnswer } from './answer.ts';

/** What the register holds of the ends of standards: by whom, why, what to use instead. The day stands in their dates. */
export interface Ends {
  readonly of: (brief: Pick<Brief, 'standardId'>) => Omit<EndAnswer, 'on'>;
  /** The record that was entered in error under a number. */
  readonly annulled: (number: StandardNumber) => AnnulledEntry | undefined;
}

/** A record entered in error, as a list answers it. */
export interface AnnulledEntry {
  readonly standardId: string;
  readonly number: string;
  readonly address: string;
  readonly tier: string | null;
  readonly nature: string | null;
  readonly kind: string;
  /** The instant of the act, and the organization that carried it out. */
  readonly at: string;
  readonly organizationId: string;
  readonly end: Omit<EndAnswer, 'on'>;
}

interface Asked {
  readonly ids: readonly string[];
  /** Numbers that no record bears any more. */
  readonly gone: readonly StandardNumber[];
}

/** Reads the ends of some standards and the annulments behind some numbers, whatever their count. */
export async function endsOf(read: ReadHandle, { ids, gone }: Asked, moment: Moment): Promise<Ends> {
  const withdrawals = new Map((await withdrawalsOf(read, ids, moment)).map((row) => [row.standardId, row]));
  const annulments = new Map((await annulmentsOf(read, gone)).map((row) => [row.address, row]));
  const named = [...withdrawals.values(), ...annulments.values()].flatMap(({ instead }) => instead);
  const addresses = await addressesOf(read, named.map(targetKey), moment);
  const use = (numbers: readonly string[]): EndAnswer['instead'] =>
    numbers.map((number) => ({ number, address: addresses.get(targetKey(number)) ?? null }));
  return {
    of: ({ standardId }) => {
      const { by, reason, instead } = withdrawals.get(standardId) ?? { by: null, reason: null, instead: [] };
      return { by: by === null ? [] : [written(by)], reason, instead: use(instead) };
    },
    annulled: (number) => {
      const row = annulments.get(slug(number));
      if (row === undefined) return undefined;
      const { by, reason, instead, ...entry } = row;
      return { ...entry, end: { by, reason, instead: use(instead) } };
    },
  };
}

interface WithdrawalRow {
  readonly standardId: string;
  readonly by: string | null;
  readonly reason: string | null;
  readonly instead: readonly string[];
}

async function withdrawalsOf(
  read: ReadHandle,
  ids: readonly string[],
  moment: Moment,
): Promise<readonly WithdrawalRow[]> {
  if (ids.length === 0) return [];
  return read.all<WithdrawalRow>(sql`select t.standard_id as "standardId", t.withdrawal->>'by' as by, t.withdrawal->>'reason' as reason,
      coalesce(t.withdrawal->'instead', '[]'::jsonb) as instead
    from standard t where t.standard_id = any(${ids}::uuid[]) and t.withdrawal is not null and ${heldAt('t', moment)}`);
}

interface AnnulmentRow extends Omit<AnnulledEntry, 'end'> {
  readonly by: EndAnswer['by'];
  readonly reason: string;
  readonly instead: readonly string[];
}

async function annulmentsOf(read: ReadHandle, numbers: readonly StandardNumber[]): Promise<readonly AnnulmentRow[]> {
  const slugs = [...new Set(numbers.map(slug))];
  if (slugs.length === 0) return [];
  return read.all<AnnulmentRow>(sql`select e.stream_id as "standardId", t.number, c.value as address, t.tier, t.nature, t.kind,
      e.recorded_at as at, a.home_id as "organizationId", coalesce(o.names, '[]'::jsonb) as by, e.data->>'reason' as reason,
      coalesce(e.data->'instead', '[]'::jsonb) as instead
    from claim c join event e on e.home_id = c.home_id and e.stream_id = c.stream_id and e.type = 'standard-annulled'
    join act a on a.home_id = e.act_home_id and a.act_id = e.act_id
    join lateral (select number, tier, nature, kind from standard t where t.home_id = c.home_id and t.standard_id = c.stream_id
      order by row_no desc limit 1) t on true
    left join organization o on o.home_id = a.home_id and o.organization_id = a.home_id and upper_inf(o.known)
    where c.kind = 'address' and c.value = any(${slugs}::text[]) order by e.version`);
}

async function addressesOf(
  read: ReadHandle,
  keys: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await read.all<{ readonly key: string; readonly address: string }>(
    sql`select t.number_key as key, t.address from standard t where t.number_key = any(${[...new Set(keys)]}::text[]) and ${heldAt('t', moment)}`,
  );
  return new Map(rows.map(({ key, address }) => [key, address]));
}
