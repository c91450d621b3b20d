import type { ReadHandle } from '../../foundation/database.ts';
import { type Statement, sql } from '../../foundation/sql.ts';
import { targetKeys } from '../identity.ts';
import type { Implementation, Kind, Nature, ReportedState, Tier, Title } from '../model.ts';
import { type StatusDates, type StatusOnDay, statusDates, statusOn } from '../status.ts';
import { heldAt, knownAt, type Moment } from './moment.ts';

/** What decides from when a standard holds. */
export interface InForceGround {
  readonly tier: Tier | null;
  readonly nature: Nature | null;
  readonly publishedOn: string | null;
  readonly implementedOn: string | null;
  readonly implementations: readonly Implementation[];
  readonly reportedState: ReportedState | null;
  readonly withdrawnOn: string | null;
  readonly cancelledOn: string | null;
}

/** A standard that takes the place of another; without a record in this register only its number is known. */
export interface Successor extends Partial<InForceGround> {
  readonly number: string;
  readonly numberKey: string;
  readonly kind: 'replaces' | 'replacedBy' | 'mergedInto' | 'splitInto';
  readonly whole: boolean;
  readonly locality: string | null;
}

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
  readonly publishedAs: string | null;
  readonly withdrawnAs: string | null;
  readonly suspensions: readonly Suspension[];
  readonly reportedOn: string | null;
  readonly reportedSource: string | null;
  readonly stage: string | null;
  readonly committee: string | null;
  readonly successors: readonly Successor[];
}

export interface Suspension {
  readonly from: string;
  readonly until?: string;
  readonly by?: string;
  readonly reason?: string;
}

export interface Brief extends BriefRow {
  readonly dates: StatusDates;
  /** Its day of implementation, resolved when it follows another standard. */
  readonly inForceOn: string | null;
}

const inForceColumns = (table: string) => sql`${sql.ref(`${table}.tier`)}, ${sql.ref(`${table}.nature`)},
  ${sql.ref(`${table}.published_on`)} as "publishedOn", ${sql.ref(`${table}.implemented_on`)} as "implementedOn",
  ${sql.ref(`${table}.implementations`)}, ${sql.ref(`${table}.reported_state`)} as "reportedState",
  ${sql.ref(`${table}.withdrawn_on`)} as "withdrawnOn", ${sql.ref(`${table}.cancelled_on`)} as "cancelledOn"`;

/** The columns of a brief row of `t`, the alias of table `standard`. */
export const briefColumns = (
  moment: Moment,
) => sql`t.home_id as "homeId", t.standard_id as "standardId", t.number, t.number_key as "numberKey",
  t.series_key as "seriesKey", t.work_key as "workKey", t.address, t.publisher, t.kind, t.title as titles, t.published_as as "publishedAs",
  ${inForceColumns('t')}, t.withdrawn_as as "withdrawnAs", t.suspensions,
  t.reported_on as "reportedOn", t.reported_source as "reportedSource", t.stage, t.committee, ${successorsOf(moment)} as successors`;

/**
 * What takes its place: standards that say so of themselves, of any number it has borne, and those it or its source
 * names. A standard that is named and not registered stays in the list, without days.
 */
function successorsOf(moment: Moment) {
  const numbers = sql`array(select b.number_key from standard b where b.home_id = t.home_id and b.standard_id = t.standard_id and ${knownAt('b', moment)})`;
  return sql`(select coalesce(json_agg(x), '[]'::json) from (
    select n.number, n.number_key as "numberKey", r.kind, r.whole, r.locality, ${inForceColumns('n')}
      from standard_relation r join standard n on n.home_id = r.home_id and n.standard_id = r.standard_id and ${heldAt('n', moment)}
      where r.target_key = any(${numbers}) and r.kind = 'replaces' and ${heldAt('r', moment)} and n.standard_id <> t.standard_id
    union all
    select coalesce(n.number, o.target), o.target_key, o.kind, o.whole, o.locality, ${inForceColumns('n')}
      from standard_relation o left join standard n on n.number_key = o.target_key and ${heldAt('n', moment)}
      where o.home_id = t.home_id and o.standard_id = t.standard_id and o.kind in ('replacedBy', 'mergedInto', 'splitInto')
        and ${heldAt('o', moment)} and o.target_key <> t.number_key) x)`;
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

/** Adds the days from which status follows; asks again only where a standard follows the day of another. */
export async function resolved<Row extends BriefRow>(
  read: ReadHandle,
  rows: readonly Row[],
  moment: Moment,
): Promise<readonly (Row & Brief)[]> {
  const together = await daysOfFollowed(
    read,
    rows.flatMap((row) => [row, ...row.successors]),
    moment,
  );
  return rows.map((row) => ({ ...row, ...datesOf(row, together) }));
}

function datesOf(row: BriefRow, together: ReadonlyMap<string, string>): Pick<Brief, 'dates' | 'inForceOn'> {
  const whole = bySuccessor(row.successors).filter(takesOver);
  const dates = statusDates({
    tier: row.tier,
    nature: row.nature,
    publishedOn: row.publishedOn,
    implementedOn: row.implementedOn,
    togetherOn: togetherDay(row, together),
    withdrawnOn: row.withdrawnOn,
    cancelledOn: row.cancelledOn,
    reportedState: row.reportedState,
    reportedOn: row.reportedOn,
    successorsInForceOn: whole.map((successor) => inForceDay(successor, together)),
  });
  return { dates, inForceOn: dates.inForceOn };
}

/**
 * Only what is registered and replaces it as a whole can end it. A draft replaces nothing yet; what was withdrawn or
 * cancelled before it came into force never did. The same rule as in status-ground.ts, on both clocks.
 */
function takesOver(successor: Successor): boolean {
  const { whole, kind, implementations, reportedState, implementedOn } = successor;
  const isReplacement = kind === 'replaces' || kind === 'replacedBy';
  if (!whole || !isReplacement || implementations == null || reportedState === 'inDevelopment') return false;
  const ends = [successor.withdrawnOn, successor.cancelledOn].filter((day) => day != null);
  return implementedOn == null || ends.every((day) => day > implementedOn);
}

/** Each successor once, whichever side states it; what has a record goes before what is only named. */
export function bySuccessor(successors: readonly Successor[]): readonly Successor[] {
  const found = new Map<string, Successor>();
  for (const successor of successors) {
    const held = found.get(successor.numberKey);
    if (held === undefined || (held.implementations == null && successor.implementations != null))
      found.set(successor.numberKey, successor);
  }
  return [...found.values()];
}

/** The day from which a standard holds; null when no source gives one. */
export function inForceDay(ground: Partial<InForceGround>, together: ReadonlyMap<string, string>): string | null {
  if (ground.implementations == null) return null;
  return statusDates({
    tier: ground.tier ?? null,
    nature: ground.nature ?? null,
    publishedOn: ground.publishedOn ?? null,
    implementedOn: ground.implementedOn ?? null,
    togetherOn: togetherDay(ground, together),
    withdrawnOn: null,
    cancelledOn: null,
    reportedState: ground.reportedState ?? null,
    reportedOn: null,
    successorsInForceOn: [],
  }).inForceOn;
}

function togetherDay(ground: Partial<InForceGround>, together: ReadonlyMap<string, string>): string | null {
  const followed = followedBy(ground);
  return followed === undefined ? null : (together.get(targetKeys(followed).key) ?? null);
}

/** The number of the standard whose day this one follows; none when it has a day of its own. */
function followedBy(ground: Partial<InForceGround>): string | undefined {
  if (ground.implementedOn != null) return undefined;
  return ground.implementations?.find((one) => one.togetherWith !== undefined)?.togetherWith;
}

/** A standard may follow one that follows another; longer chains than this are not known in the trade. */
const longestChain = 3;

async function daysOfFollowed(
  read: ReadHandle,
  grounds: readonly Partial<InForceGround>[],
  moment: Moment,
): Promise<ReadonlyMap<string, string>> {
  const groundOf = new Map<string, InForceGround>();
  let wanted = keysFollowed(grounds);
  for (let step = 0; step < longestChain && wanted.length > 0; step++) {
    const rows = await read.all<
      InForceGround & { readonly key: string }
    >(sql`select t.number_key as key, ${inForceColumns('t')}
      from standard t where t.number_key = any(${wanted}::text[]) and ${heldAt('t', moment)}`);
    for (const row of rows) groundOf.set(row.key, row);
    wanted = keysFollowed(rows).filter((key) => !groundOf.has(key));
  }
  const days = new Map<string, string>();
  for (let step = 0; step < longestChain; step++) {
    for (const [key, ground] of groundOf) {
      const day = inForceDay(ground, days);
      if (day !== null) days.set(key, day);
    }
  }
  return days;
}

function keysFollowed(grounds: readonly Partial<InForceGround>[]): readonly string[] {
  return [...new Set(grounds.flatMap((ground) => followedBy(ground) ?? []).map((number) => targetKeys(number).key))];
}

/** Status on the day of the question. */
export function statusAt(brief: Pick<Brief, 'dates'>, day: string): StatusOnDay {
  return statusOn(brief.dates, day);
}
