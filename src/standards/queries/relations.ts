import type { ReadHandle } from '../../foundation/database.ts';
import { type Statement, sql } from '../../foundation/sql.ts';
import type { AdoptionDegree, RelationKind } from '../model.ts';
import { kindSeenFromHere, kindsBySide, type SeenKind, seenKinds } from '../relation-kinds.ts';
import { heldAt, type Moment } from './moment.ts';

/** A relation with the standard at its other side, when that one is registered too. */
export interface RelationRow {
  readonly kind: RelationKind;
  /** Whether this standard states it, or the other one of itself. */
  readonly stated: 'here' | 'there';
  /** The other number: as printed, or as registered when the other states the relation. */
  readonly target: string;
  readonly targetKey: string;
  readonly whole: boolean;
  readonly locality: string | null;
  readonly degree: AdoptionDegree | null;
  readonly otherId: string | null;
  readonly otherNumber: string | null;
  readonly otherAddress: string | null;
  /** Of relations that others state: how many of the kind there are, when not all of them need be read with the record. */
  readonly ofAll?: number | null;
}

/** Relations of one kind that others state and that are read with a record; the rest is read page by page. */
export const relationsAtMost = 200;

const other = sql`n.standard_id as "otherId", n.number as "otherNumber", n.address as "otherAddress"`;

function statedHere(moment: Moment): Statement<unknown> {
  return sql`select r.kind, 'here' as stated, r.target, r.target_key as "targetKey", r.whole, r.locality, r.degree, ${other}
    from standard_relation r left join standard n on n.number_key = r.target_key and ${heldAt('n', moment)}
    where r.home_id = t.home_id and r.standard_id = t.standard_id and ${heldAt('r', moment)}`;
}

function statedThere(moment: Moment): Statement<unknown> {
  return sql`select r.kind, 'there' as stated, n.number as target, n.number_key as "targetKey", r.whole, r.locality, r.degree, ${other}
    from standard_relation r join standard n on n.home_id = r.home_id and n.standard_id = r.standard_id and ${heldAt('n', moment)}
    where r.target_key = t.number_key and ${heldAt('r', moment)}`;
}

/** The kind as seen from the standard, of a row `s` with `kind` and `stated`. */
const seen = sql.raw(
  `case s.stated || ' ' || s.kind ${Object.entries(kindsBySide)
    .map(([kind, { here, there }]) => `when 'here ${kind}' then '${here}' when 'there ${kind}' then '${there}'`)
    .join(' ')} end`,
);

/** Both sides may state these: they are read whole, so that each pair is told once. They are few. */
const statedByBoth = sql`('replaces', 'replacedBy', 'mergedInto', 'splitInto')`;

/** Relations that `t` states itself in their order, and those that others state of it, in the order in which they are told. */
function bothSides(moment: Moment, stating: Statement<unknown>): Statement<unknown> {
  return sql`(select coalesce(json_agg(x), '[]'::json) from (
    select *, null::bigint as "ofAll" from (${statedHere(moment)} order by r.row_no) stated_here
    union all ${stating}) x)`;
}

/**
 * Relations of `t` as a column: all that it states itself, and of those that others state one more than are listed of a
 * kind, so that a record with more of them is told apart (`allRelations`).
 */
export function relationsOf(moment: Moment): Statement<unknown> {
  return bothSides(
    moment,
    sql`select * from (select *, null::bigint as "ofAll" from (${statedThere(moment)} limit ${relationsAtMost + 1}) few
      order by kind in ('cites', 'normativeReference'), "targetKey") stated_there`,
  );
}

/** Whether others state more of a standard than were read with it. */
export function areCut(rows: readonly RelationRow[]): boolean {
  return rows.filter(({ stated }) => stated === 'there').length > relationsAtMost;
}

/** The relations of a much used standard: of each kind that others state the first by number, with the count of all of them. */
export async function rankedRelations(
  read: ReadHandle,
  { homeId, standardId }: { readonly homeId: string; readonly standardId: string },
  moment: Moment,
): Promise<readonly RelationRow[]> {
  const ranked = bothSides(
    moment,
    sql`select * from (select kind, stated, target, "targetKey", whole, locality, degree, "otherId", "otherNumber", "otherAddress", "ofAll" from (
      select d.*, count(*) over (partition by seen) as "ofAll", row_number() over (partition by seen order by "targetKey") as place from (
        select distinct on (seen, "targetKey") * from (select s.*, ${seen} as seen from (${statedThere(moment)}) s) s order by seen, "targetKey") d) ranked
      where place <= ${relationsAtMost} or kind in ${statedByBoth} order by seen = 'citedBy', "targetKey") stated_there`,
  );
  const row = await read.first<{ readonly relations: readonly RelationRow[] }>(sql`select ${ranked} as relations
    from standard t where t.home_id = ${homeId} and t.standard_id = ${standardId} and ${heldAt('t', moment)}`);
  return row?.relations ?? [];
}

/** How many relations of each kind there are, each pair once, however many were read with the record. */
export function relationCounts(rows: readonly RelationRow[]): Readonly<Partial<Record<SeenKind, number>>> {
  const byKind = Map.groupBy(rows, kindSeenFromHere);
  return Object.fromEntries(
    seenKinds.flatMap((kind) => {
      const ofKind = byKind.get(kind);
      if (ofKind === undefined) return [];
      const read = new Set(ofKind.map(({ targetKey }) => targetKey)).size;
      return [[kind, Math.max(read, ...ofKind.map(({ ofAll }) => ofAll ?? 0))]];
    }),
  );
}

/** Kinds of which more relations are held than were read with the record, each with the count of all. */
export function cutKinds(rows: readonly RelationRow[]): ReadonlyMap<SeenKind, number> {
  const read = Map.groupBy(rows, kindSeenFromHere);
  const held = Object.entries(relationCounts(rows)).map(
    ([kind, count]) => [seenKinds.find((one) => one === kind), count] as const,
  );
  return new Map(
    held.flatMap(([kind, count]) => {
      if (kind === undefined) return [];
      const keys = new Set((read.get(kind) ?? []).map(({ targetKey }) => targetKey));
      return count > keys.size ? [[kind, count] as const] : [];
    }),
  );
}

export interface RelationsAsked {
  readonly kind?: SeenKind | undefined;
  /** Where the page before ended. */
  readonly after?: readonly (string | number)[] | undefined;
  readonly limit: number;
}

export interface RelationsPage {
  readonly rows: readonly RelationRow[];
  readonly next: readonly string[] | undefined;
}

/** Characters of a key that a place carries; keys that begin alike are told apart by their hash. */
const placeLength = 100;

/** A page of the relations of both sides, by kind and number, each pair once. */
export async function relationsPage(
  read: ReadHandle,
  { homeId, standardId }: { readonly homeId: string; readonly standardId: string },
  { kind, after, limit }: RelationsAsked,
  moment: Moment,
): Promise<RelationsPage> {
  const place = sql`seen collate "C", left("targetKey", ${placeLength}) collate "C", md5("targetKey")`;
  const [afterKind, afterKey, afterHash] = (after ?? []).map(String);
  const rows = await read.all<
    RelationRow & { readonly seen: string; readonly head: string; readonly hash: string }
  >(sql`
    select d.*, left("targetKey", ${placeLength}) as head, md5("targetKey") as hash from (select distinct on (seen, "targetKey") u.* from (
      select s.*, ${seen} as seen from standard t cross join lateral (${statedHere(moment)} union all ${statedThere(moment)}) s
      where t.home_id = ${homeId} and t.standard_id = ${standardId} and ${heldAt('t', moment)}) u
      where ${kind === undefined ? sql`true` : sql`seen = ${kind}`} order by seen, "targetKey", stated, locality) d
    where ${afterHash === undefined ? sql`true` : sql`(${place}) > (${afterKind}, ${afterKey}, ${afterHash})`}
    order by ${place} limit ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map(({ seen: _, head, hash, ...row }) => row),
    next: last && [last.seen, last.head, last.hash],
  };
}
