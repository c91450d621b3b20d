import type { ReadHandle } from '../../foundation/database.ts';
import { type Statement, sql } from '../../foundation/sql.ts';
import { beginningTogether, isSaidOf } from '../contradictions.ts';
import type { InForceDays, InForceGround } from '../in-force-days.ts';
import type { Kind, Title } from '../model.ts';
import { type StatusDates, type StatusOnDay, statusDates, statusOn } from '../status.ts';
import { awaitedDays, type StatedSuccessor, type Successor, successorsOf } from '../successors.ts';
import { inForceColumns, inForceDaysOf } from './in-force.ts';
import { heldAt, knownAt, type Moment } from './moment.ts';

/** A standard as lists, links and time axes need it: identity, titles, days, and what its status follows from. */
export interface BriefRow extends InForceGround {
  readonly homeId: string;
  readonly standardId: string;
  readonly number: string;
  readonly numberKey: string;
  readonly seriesKey: string;
  readonly workKey: string;
  readonly address: string;
  readonly publisher: string;
  readonly kind: Kind;
  readonly titles: readonly Title[];
  readonly withdrawnAs: string | null;
  readonly suspensions: readonly Suspension[];
  readonly reportedSource: string | null;
  readonly committee: string | null;
  readonly stated: readonly StatedSuccessor[];
}

export interface Suspension {
  readonly from: string;
  readonly until?: string;
  readonly by?: string;
  readonly reason?: string;
}

export interface Brief extends BriefRow {
  /** What takes its place, each once, with the day from which it does. */
  readonly successors: readonly Successor[];
  /** Standards that replace it and that it replaces, both from one day, if one believes what is said: none of them does. */
  readonly contradicting: readonly StatedSuccessor[];
  readonly dates: StatusDates;
  /** The days from which it holds, resolved when it follows another standard. */
  readonly days: InForceDays;
  /** The first of them. */
  readonly inForceOn: string | null;
}

/** The columns of a brief row of `t`, the alias of table `standard`. */
export const briefColumns = (
  moment: Moment,
) => sql`t.home_id as "homeId", t.standard_id as "standardId", t.number, t.number_key as "numberKey",
  t.series_key as "seriesKey", t.work_key as "workKey", t.address, t.publisher, t.kind, t.title as titles,
  ${inForceColumns}, t.withdrawn_as as "withdrawnAs", t.suspensions, t.reported_source as "reportedSource", t.committee, ${statedSuccessors(moment)} as stated`;

/**
 * What takes its place: standards that say so of themselves, of any number it has borne, and those it or its source
 * names, by any number they have borne. A standard that is named and not registered stays in the list, without days; one
 * whose record was annulled does not.
 */
function statedSuccessors(moment: Moment) {
  const registered = sql`case when n.standard_id is not null then json_build_object('standardId', n.standard_id, 'address', n.address,
    'tier', n.tier, 'nature', n.nature, 'publishedOn', n.published_on, 'publishedAs', n.published_as, 'implementedOn', n.implemented_on, 'implementations', n.implementations,
    'reportedState', n.reported_state, 'reportedOn', n.reported_on, 'stage', n.stage, 'withdrawnOn', n.withdrawn_on, 'cancelledOn', n.cancelled_on) end as registered`;
  const numbers = sql`array(select b.number_key from standard b where b.home_id = t.home_id and b.standard_id = t.standard_id and ${knownAt('b', moment)})`;
  return sql`(select coalesce(json_agg(x), '[]'::json) from (
    select n.number, n.number_key as "numberKey", r.kind, r.whole, r.locality, ${registered}
      from standard_relation r join standard n on n.home_id = r.home_id and n.standard_id = r.standard_id and ${heldAt('n', moment)}
      where r.target_key = any(${numbers}) and r.kind = 'replaces' and ${heldAt('r', moment)} and n.standard_id <> t.standard_id
    union all
    select coalesce(n.number, o.target), coalesce(n.number_key, o.target_key), o.kind, o.whole, o.locality, ${registered}
      from standard_relation o
      left join lateral (select distinct b.home_id, b.standard_id from standard b where b.number_key = o.target_key and ${knownAt('b', moment)}) b on true
      left join standard n on n.home_id = b.home_id and n.standard_id = b.standard_id and ${heldAt('n', moment)}
      where o.home_id = t.home_id and o.standard_id = t.standard_id and o.kind in ('replacedBy', 'mergedInto', 'splitInto')
        and ${heldAt('o', moment)} and b.standard_id is distinct from t.standard_id
        and (b.standard_id is not null or not ${isAnnulled(sql`o.target_key`, moment)})) x)`;
}

/** Whether a number was that of a record entered in error, as known at the moment. */
function isAnnulled(key: Statement<unknown>, { known }: Moment) {
  const then = known === undefined ? sql`true` : sql`e.recorded_at <= ${known}::timestamptz`;
  return sql`exists (select from standard a join event e on e.home_id = a.home_id and e.stream_id = a.standard_id
    and e.type = 'standard-annulled' and ${then} where a.number_key = ${key})`;
}

/** Brief rows of `t` under a condition, with the days from which their status follows. */
export async function briefsWhere(
  read: ReadHandle,
  asked: {
    readonly condition: Statement<unknown>;
    readonly order?: Statement<unknown>;
    readonly limit?: number;
    readonly moment: Moment;
  },
): Promise<readonly Brief[]> {
  const { condition, moment } = asked;
  const order = asked.order ?? sql`t.number_key, t.standard_id`;
  const rows = await read.all<BriefRow>(sql`select ${briefColumns(moment)} from standard t
    where ${condition} and ${heldAt('t', moment)} order by ${order} limit ${asked.limit ?? 1_000}`);
  return resolved(read, rows, moment);
}

/** Standards by their identifiers. */
export async function briefsById(
  read: ReadHandle,
  ids: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, Brief>> {
  if (ids.length === 0) return new Map();
  const rows = await briefsWhere(read, {
    condition: sql`t.standard_id = any(${ids}::uuid[])`,
    moment,
    limit: ids.length * 2,
  });
  return new Map(rows.map((row) => [row.standardId, row]));
}

/** Standards by the keys of their numbers; several may bear an enterprise number. */
export async function briefsByKey(
  read: ReadHandle,
  keys: readonly string[],
  moment: Moment,
): Promise<readonly Brief[]> {
  return keys.length === 0 ? [] : briefsWhere(read, { condition: sql`t.number_key = any(${keys}::text[])`, moment });
}

/** Adds successors and the days from which status follows; asks again only where a standard follows the day of another or begins with it. */
export async function resolved<Row extends BriefRow>(
  read: ReadHandle,
  rows: readonly Row[],
  moment: Moment,
): Promise<readonly (Row & Brief)[]> {
  const grounds = rows.flatMap((row) => [row, ...row.stated.flatMap(({ registered }) => registered ?? [])]);
  const daysOf = await inForceDaysOf(read, grounds, moment);
  const together = new Map(rows.map((row) => [row.standardId, beginningTogether(row, daysOf)]));
  const others = await statingById(read, [...together.values()].flat(), moment);
  return rows.map((row) => {
    const days = daysOf(row);
    const inForceOn = days.first?.first ?? null;
    const against = new Set(
      (together.get(row.standardId) ?? []).filter((id) => isSaidOf(others.get(id), row.standardId)),
    );
    const [contradicting, stated] = partition(row.stated, (one) => against.has(one.registered?.standardId ?? ''));
    const successors = successorsOf({ ...row, stated }, daysOf);
    const dates = statusDates({ ...row, inForceOn, awaitedDays: awaitedDays(successors) });
    return { ...row, days, inForceOn, successors, contradicting, dates };
  });
}

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** What is said to take the place of some standards, by their identifiers. */
async function statingById(
  read: ReadHandle,
  ids: readonly string[],
  moment: Moment,
): Promise<ReadonlyMap<string, Pick<BriefRow, 'stated'>>> {
  if (ids.length === 0) return new Map();
  const rows = await read.all<Pick<BriefRow, 'standardId' | 'stated'>>(
    sql`select t.standard_id as "standardId", ${statedSuccessors(moment)} as stated from standard t
      where t.standard_id = any(${ids}::uuid[]) and ${heldAt('t', moment)}`,
  );
  return new Map(rows.map((row) => [row.standardId, row]));
}

/** Status on the day of the question. */
export function statusAt(brief: Pick<Brief, 'dates'>, day: string): StatusOnDay {
  return statusOn(brief.dates, day);
}
