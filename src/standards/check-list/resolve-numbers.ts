import type { StandardNumber } from '@guiju/standard-numbers';
import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';
import { type Brief, briefsWhere } from '../queries/brief.ts';
import { type Holder, holdersOf } from '../queries/holders.ts';
import type { Moment } from '../queries/moment.ts';
import { type Ends, endsOf } from './ends.ts';

/** Everything the register holds for a set of numbers, looked up in a few statements whatever their count. */
export interface Resolution {
  /** The standards that a number may mean, of any day. */
  readonly standardsOf: (number: StandardNumber) => readonly Brief[];
  /** The same standard as it holds on another day; it differs where its nature or number changes. */
  readonly onDay: (brief: Brief) => Brief;
  /** Whose it is, where several standards bear its number. */
  readonly holderOf: (brief: Brief) => Holder | undefined;
  readonly amendmentsOf: (brief: Brief) => readonly Brief[];
  /** Ends of standards, and records that are annulled. */
  readonly ends: Ends;
}

/** Editions of one number and parts of one document that are answered. */
const perNumber = 100;
const supplementKinds = sql`('amendment', 'corrigendum', 'supplement')`;

export async function resolveNumbers(
  read: ReadHandle,
  numbers: readonly StandardNumber[],
  days: { readonly today: string; readonly asOf: string },
): Promise<Resolution> {
  const today: Moment = { day: days.today };
  const held = await idsOf(read, numbers);
  const ids = [...new Set(held.map(({ id }) => id))];
  const briefs = byId(await briefsByIds(read, ids, today));
  // A row that does not hold on every day may be another one on the asked day.
  const varying = days.asOf === days.today ? [] : [...new Set(held.filter(({ varies }) => varies).map(({ id }) => id))];
  const onDay = byId(await briefsByIds(read, varying, { day: days.asOf }));
  const found = [...briefs.values()];
  const amendments = await amendmentsIn(read, found, today);
  const homonyms = [...Map.groupBy(found, ({ numberKey }) => numberKey).values()].filter(({ length }) => length > 1);
  const holders = await holdersOf(
    read,
    homonyms.flat().map(({ standardId }) => standardId),
    today,
  );
  const idsByKey = Map.groupBy(held, ({ key }) => key);
  const gone = numbers.filter((number) => !idsByKey.has(number.key));
  const ends = await endsOf(read, { ids, gone }, today);
  const standardsUnder = (key: string): readonly Brief[] =>
    [...new Set((idsByKey.get(key) ?? []).map(({ id }) => id))]
      .flatMap((id) => briefs.get(id) ?? [])
      .slice(0, perNumber);
  return {
    standardsOf: (number) => {
      const exact = standardsUnder(number.key);
      if (exact.length > 0) return exact;
      if (number.allParts) return standardsUnder(partsKey(number));
      return isUndated(number) ? standardsUnder(seriesMark + number.seriesKey) : [];
    },
    onDay: (brief) => onDay.get(brief.standardId) ?? brief,
    holderOf: (brief) => holders.get(brief.standardId),
    amendmentsOf: (brief) =>
      amendments.filter((sheet) => sheet.seriesKey === brief.seriesKey && belongsTo(sheet.numberKey, brief.numberKey)),
    ends,
  };
}

/** Keys of series and of parts stand beside keys of numbers in one map. */
const seriesMark = 'series ';
const partsKey = (number: StandardNumber): string => `parts ${number.workKey}`;

/** A number without year means its editions; amendments and drafts are none. */
function isUndated(number: StandardNumber): boolean {
  return number.year === undefined && number.supplements.length === 0 && !number.allParts;
}

/** The number of an amendment goes on where that of its edition ends. */
function belongsTo(sheetKey: string, editionKey: string): boolean {
  return sheetKey.startsWith(editionKey) && /^[/+ ]/.test(sheetKey.slice(editionKey.length));
}

interface HeldKey {
  readonly key: string;
  readonly id: string;
  /** It has rows that hold on some days only. */
  readonly varies: boolean;
}

/** Which standards bear or bore which of these numbers, series or bases of parts. */
async function idsOf(read: ReadHandle, numbers: readonly StandardNumber[]): Promise<readonly HeldKey[]> {
  const keys = distinct(numbers.map((number) => number.key));
  const series = distinct(numbers.filter(isUndated).map((number) => number.seriesKey));
  const bases = distinct(numbers.filter((number) => number.allParts).map((number) => number.workKey));
  const varies = sql`t.valid <> '(,)'::daterange as varies`;
  return read.all<HeldKey>(sql`
    select t.number_key as key, t.standard_id as id, ${varies} from standard t where t.number_key = any(${keys}::text[]) and upper_inf(t.known)
    union all select ${seriesMark} || t.series_key, t.standard_id, ${varies} from standard t
      where t.series_key = any(${series}::text[]) and upper_inf(t.known) and t.kind not in ${supplementKinds}
    union all select 'parts ' || b.base, t.standard_id, ${varies} from unnest(${bases}::text[]) as b (base)
      cross join lateral (select * from standard t where upper_inf(t.known) and t.kind not in ${supplementKinds}
        and (t.work_key > b.base || '.' collate "C" and t.work_key < b.base || '/' collate "C" or t.work_key > b.base || '-' collate "C" and t.work_key < b.base || '.' collate "C")
        order by t.work_key limit ${perNumber}) t`);
}

function briefsByIds(read: ReadHandle, ids: readonly string[], moment: Moment): Promise<readonly Brief[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return briefsWhere(read, { condition: sql`t.standard_id = any(${ids}::uuid[])`, moment, limit: ids.length * 2 });
}

async function amendmentsIn(read: ReadHandle, briefs: readonly Brief[], moment: Moment): Promise<readonly Brief[]> {
  const series = distinct(briefs.map((brief) => brief.seriesKey));
  if (series.length === 0) return [];
  const sheets = await briefsWhere(read, {
    condition: sql`t.series_key = any(${series}::text[]) and t.kind in ${supplementKinds}`,
    moment,
    limit: series.length * 10,
  });
  // What is still being made amends nothing yet.
  return sheets.filter((sheet) => sheet.reportedState !== 'inDevelopment');
}

function byId(briefs: readonly Brief[]): ReadonlyMap<string, Brief> {
  return new Map(briefs.map((brief) => [brief.standardId, brief]));
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
