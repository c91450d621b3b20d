import type { ReadHandle } from '../foundation/database.ts';
import { type Statement, sql } from '../foundation/sql.ts';
import { type Spread, wordsFrom } from './bands.ts';
import { type Candidates, condition, type Ordered, type Stretch } from './candidates.ts';
import type { StreamRef } from './model.ts';

/** A found row and where it stands in the order. */
export interface FoundRow extends StreamRef {
  readonly kind: string;
  readonly stretch: number;
  /** Prominence or day, as text. */
  readonly key: string;
}

/** The row after which to go on. */
export interface After {
  readonly stretch: number;
  readonly key: string;
  readonly streamId: string;
}

export interface Window {
  readonly after?: After;
  readonly offset: number;
  readonly limit: number;
}

export interface Estimate {
  readonly all: number;
  readonly inFirst: number;
}

/** So many matches are read whole: to look for the best of them first would save little (measured, docs/search.md). */
export const fewRows = 1_500;

/** A walk in the order of results never reads more rows than this. */
const longestWalk = 60_000;
/** A walk over so many rows is quicker than meeting two lists of the index. */
const shortWalk = 1_000;
export const sampleShare = 32;

/** The sample is read up to this many rows when only the way to search is to be decided. */
export const enoughForDecision = 1_000;

/** How many entries answer, estimated from at most so many rows of one in 32. */
export async function probe(read: ReadHandle, order: Ordered, most: number): Promise<Estimate> {
  const row = await read.first<{ readonly n: number; readonly first: number }>(
    sql`select count(*) as n, count(*) filter (where stretch = 0) as first
      from (select ${order.stretchOfRow} as stretch from search_sample where ${condition(order.all)} limit ${most}) as met`,
  );
  return { all: (row?.n ?? 0) * sampleShare, inFirst: (row?.first ?? 0) * sampleShare };
}

/** A small result, read whole by the text index and put in order; its number is exact. */
export async function fetchSmall(
  read: ReadHandle,
  order: Ordered,
  window: Window,
): Promise<{ readonly rows: readonly FoundRow[]; readonly total: number | undefined }> {
  const direction = order.descending ? sql`desc` : sql`asc`;
  const rows = await read.all<RawRow & { readonly total: number }>(sql`with m as materialized (
      select home_id, stream_id, kind, ${sql.ref(order.column)} as key, ${order.stretchOfRow} as stretch from search_entry where ${condition(order.all)})
    select home_id, stream_id, kind, key::text as key, stretch, (select count(*) from m) as total from m
    where ${afterStretch(order, window)} order by stretch, m.key ${direction}, stream_id ${direction} offset ${window.offset} limit ${window.limit}`);
  const isWhole = window.offset === 0 && window.after === undefined;
  return { rows: rows.map((row) => foundRow(row, row.stretch)), total: rows[0]?.total ?? (isWhole ? 0 : undefined) };
}

/** What is known of the index: how many entries there are, and how prominent they are. */
export interface Index {
  readonly entries: number;
  readonly prominence?: Spread | undefined;
}

/** Rows of a large result, stretch by stretch: the most prominent first, else by a walk in their order where they are dense. */
export async function fetchLarge(
  read: ReadHandle,
  order: Ordered,
  work: { readonly window: Window; readonly estimate: Estimate; readonly index: Index },
): Promise<readonly FoundRow[]> {
  const { window, estimate, index } = work;
  const found: FoundRow[] = [];
  let { offset } = window;
  for (
    let number = window.after?.stretch ?? 0;
    number < order.stretches.length && found.length < window.limit;
    number++
  ) {
    const stretch = order.stretches[number];
    if (!stretch) break;
    const expected = expectedIn(order, number, estimate);
    const after = window.after?.stretch === number ? window.after : undefined;
    const part = { offset, limit: window.limit - found.length, ...(after ? { after } : {}) };
    const rows = await fetchStretch(read, { order, stretch, window: part, expected, index });
    found.push(...rows.map((row) => foundRow(row, number)));
    if (rows.length > 0 || offset === 0) offset = 0;
    else offset -= Math.min(offset, await exactCount(read, stretch.candidates, stretch.within));
  }
  return found;
}

function expectedIn(order: Ordered, number: number, estimate: Estimate): number {
  if (order.stretches.length === 1) return estimate.all;
  return number === 0 ? estimate.inFirst : estimate.all - estimate.inFirst;
}

interface StretchWork {
  readonly order: Ordered;
  readonly stretch: Stretch;
  readonly window: Window;
  readonly expected: number;
  readonly index: Index;
}

/** A band is chosen that should hold so many times what the page needs: words are more or less frequent among prominent entries. */
const bandReserve = 6;

async function fetchStretch(read: ReadHandle, work: StretchWork): Promise<readonly RawRow[]> {
  for (const way of waysToBegin(work)) {
    const rows = await read.all<RawRow>(way);
    // A way that did not fill the page says nothing of what lies behind it: how many entries there are is itself estimated.
    if (rows.length === work.window.limit) return rows;
  }
  return read.all<RawRow>(byIndex(work));
}

/** Ways to the first of many matches, the quickest first. */
function waysToBegin(work: StretchWork): readonly Statement<RawRow>[] {
  const { window, expected, index } = work;
  if (expected < fewRows && work.stretch.candidates.words !== null) return [];
  const share = (window.offset + window.limit) / Math.max(expected, 1);
  // Three times the rows that an even spread would need, so that an uneven one is met too.
  const length = Math.min(longestWalk, Math.ceil(3 * share * index.entries));
  const walks = length < index.entries ? [walk(work, length)] : [];
  const band = length > shortWalk ? bandOf(work, bandReserve * share) : undefined;
  return band ? [byIndex({ ...work, stretch: band }), ...walks] : walks;
}

/** The beginning of a stretch: the most prominent share of all entries. */
function bandOf({ order, stretch, window, index }: StretchWork, share: number): Stretch | undefined {
  const { words } = stretch.candidates;
  const isBeginning = order.column === 'prominence' && window.after === undefined;
  const threshold = isBeginning && words !== null ? index.prominence?.thresholdFor(share) : undefined;
  if (threshold === undefined) return undefined;
  const band = wordsFrom(threshold).map((word) => `'${word}'`);
  return { ...stretch, candidates: { ...stretch.candidates, words: `(${band.join(' | ')}) & (${words})` } };
}

function walk({ order, stretch, window }: StretchWork, length: number): Statement<RawRow> {
  const direction = order.descending ? sql`desc` : sql`asc`;
  const column = sql.ref(order.column);
  return sql`select home_id, stream_id, kind, ${column}::text as key
    from (select * from search_entry where ${stretch.within} and ${afterKey(order, window)}
      order by ${column} ${direction}, stream_id ${direction} limit ${length}) as walked
    where ${condition(stretch.candidates)} order by walked.${column} ${direction}, stream_id ${direction} offset ${window.offset} limit ${window.limit}`;
}

function byIndex({ order, stretch, window }: StretchWork): Statement<RawRow> {
  const direction = order.descending ? sql`desc` : sql`asc`;
  const column = sql.ref(order.column);
  return sql`with m as materialized (select home_id, stream_id, kind, ${column} as key from search_entry
      where ${condition(stretch.candidates)} and ${stretch.within} and ${afterKey(order, window)})
    select home_id, stream_id, kind, key::text as key from m
    order by m.key ${direction}, stream_id ${direction} offset ${window.offset} limit ${window.limit}`;
}

function afterKey(order: Ordered, { after }: Window): Statement<unknown> {
  if (!after) return sql`true`;
  const comparison = order.descending ? sql`<` : sql`>`;
  return sql`(${sql.ref(order.column)}, stream_id) ${comparison} (${keyValue(order, after)}, ${after.streamId}::uuid)`;
}

function afterStretch(order: Ordered, { after }: Window): Statement<unknown> {
  if (!after) return sql`true`;
  const comparison = order.descending ? sql`<` : sql`>`;
  return sql`(stretch > ${after.stretch} or (stretch = ${after.stretch} and (key, stream_id) ${comparison} (${keyValue(order, after)}, ${after.streamId}::uuid)))`;
}

function keyValue(order: Ordered, after: After): Statement<unknown> {
  return order.column === 'prominence' ? sql`${after.key}::int` : sql`${after.key}::date`;
}

/** The exact number of entries that answer. */
export async function exactCount(
  read: ReadHandle,
  candidates: Candidates,
  within: Statement<unknown> = sql`true`,
): Promise<number> {
  const row = await read.first<{ readonly n: number }>(
    sql`select count(*) as n from search_entry where ${condition(candidates)} and ${within}`,
  );
  return row?.n ?? 0;
}

interface RawRow {
  readonly home_id: string;
  readonly stream_id: string;
  readonly kind: string;
  readonly key: string;
  readonly stretch: number;
}

function foundRow(row: RawRow, stretch: number): FoundRow {
  return { homeId: row.home_id, streamId: row.stream_id, kind: row.kind, stretch, key: row.key };
}
