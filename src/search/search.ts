import type { ReadHandle } from '../foundation/database.ts';
import { cleaned } from './asked.ts';
import { type Candidates, condition, type Ordered, ordered } from './candidates.ts';
import { cursorOf, type Place, placeOf } from './cursor.ts';
import { type Counts, countAll } from './facets.ts';
import {
  type Estimate,
  enoughForDecision,
  type FoundRow,
  fetchLarge,
  fetchSmall,
  fewRows,
  type Index,
  probe,
  type Window,
} from './fetch.ts';
import type { SearchAnswer, SearchAsked, SearchHit, Spelling } from './model.ts';
import { nearestNumbers } from './nearest-numbers.ts';
import {
  entriesByNumber,
  mostNumbered,
  type NumberedRow,
  type NumberQuery,
  numberNotHeld,
  numberQuery,
} from './number-query.ts';
import { otherSpellings } from './spellings.ts';
import { countEntries, heldStatistics, type IndexStatistics } from './statistics.ts';
import { outsideTitle } from './vector.ts';
import { phraseQuery, type WordQuery, wordQuery } from './words.ts';

export interface SearchDeps {
  readonly read: ReadHandle;
  /** Signs cursors; the same for all processes of an installation. */
  readonly cursorKey: Uint8Array;
  /** What is known of the index; unless given, what its indexer last counted. */
  readonly statistics?: IndexStatistics;
  /** Expected results up to which counts are exact. */
  readonly exactUpTo?: number;
}

/** Counting more entries than this exactly takes longer than a reader waits (measured, docs/search.md). */
const exactUpTo = { withFacets: 8_000, alone: 2_000 } as const;
/** In an index up to this size the rows to be counted are in memory. */
const middleIndex = 200_000;
/** In an index up to this size every count is exact: one in 32 of it would say too little. */
const smallIndex = 20_000;

/**
 * Finds records: by number in any spelling first, then by words in titles and texts, narrowed by filters, as the
 * register stands for a day.
 *
 * @throws Refusal `search.query-too-long`, `search.page-too-far`, `search.cursor-not-ours`, `search.filter-not-understood`
 */
export async function search(deps: SearchDeps, request: SearchAsked): Promise<SearchAnswer> {
  const asked = byCreditCode(cleaned(request));
  const answer = await answerOf(deps, asked);
  const isFirst = 'page' in asked.place && asked.place.page === 1;
  const isNothing =
    isFirst && answer.total.n === 0 && answer.nearest.length === 0 && numberQuery(asked.text) === undefined;
  return isNothing ? { ...answer, spellings: await spellingsFor(deps, asked) } : answer;
}

/** A unified social credit code (GB 32100) alone asks for the standards that its organization drafted. */
function byCreditCode(asked: SearchAsked): SearchAsked {
  const code = asked.text.normalize('NFKC').toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) || !/\d/.test(code)) return asked;
  return { ...asked, text: '', filters: { ...asked.filters, organization: [code] } };
}

/** The other spellings that find something under the same conditions. */
async function spellingsFor(deps: SearchDeps, asked: SearchAsked): Promise<readonly Spelling[]> {
  for (const texts of await otherSpellings(deps.read, asked.text)) {
    const spellings: Spelling[] = [];
    for (const text of texts.slice(0, mostAsked)) {
      const { total } = await answerOf(deps, { ...asked, text, size: 1, facets: [] });
      if (total.n > 0) spellings.push({ text, total });
    }
    if (spellings.length > 0) return spellings.slice(0, mostSpellings);
  }
  return [];
}

const mostAsked = 8;
const mostSpellings = 4;

async function answerOf(deps: SearchDeps, asked: SearchAsked): Promise<SearchAnswer> {
  const start: Place | { readonly page: number } =
    'cursor' in asked.place ? placeOf(asked.place.cursor, asked, deps.cursorKey) : asked.place;
  const number = numberQuery(asked.text);
  const words = wordsOf(asked, number);
  const numbered = number
    ? await entriesByNumber(deps.read, number, { alsoMeets: filtersOf(asked), sort: asked.sort })
    : [];
  const all: Candidates = {
    words: words.anywhere,
    status: asked.filters.status ?? [],
    asOf: asked.asOf,
    without: numbered.map((row) => row.streamId),
  };
  const found = await findPage(deps, {
    asked,
    start,
    numbered,
    order: ordered(words, all, asked.sort),
    isEmpty: words.isEmpty,
  });
  const isFirst = 'page' in asked.place && asked.place.page === 1;
  return {
    hits: found.hits,
    total: found.counts.total,
    facets: found.counts.facets,
    areFacetsApproximate: found.counts.total.isApproximate,
    ...(found.nextPlace ? { nextCursor: cursorOf(found.nextPlace, asked, deps.cursorKey) } : {}),
    readAs: number?.numbers.map((one) => one.canonical) ?? [],
    notHeld: number && isFirst ? await numberNotHeld(deps.read, number, numbered) : undefined,
    spellings: [],
    nearest: isFirst && numbered.length === 0 ? await nearestNumbers(deps.read, asked.text) : [],
    highlight: words.highlight,
  };
}

/** A number is looked for in texts as it is printed; words behind it are words. */
function wordsOf(asked: SearchAsked, number: NumberQuery | undefined): WordQuery {
  const [first, second] = number?.numbers ?? [];
  if (first && !second && number?.rest === '') return phraseQuery(first.canonical, asked.filters);
  return wordQuery(asked.text, asked.filters);
}

/** The filters alone, for rows found by number. */
function filtersOf(asked: SearchAsked) {
  return condition({
    words: wordQuery('', asked.filters).anywhere,
    status: asked.filters.status ?? [],
    asOf: asked.asOf,
    without: [],
  });
}

interface PageWork {
  readonly asked: SearchAsked;
  readonly start: Place | { readonly page: number };
  readonly numbered: readonly NumberedRow[];
  readonly order: Ordered;
  readonly isEmpty: boolean;
}

interface FoundPage {
  readonly hits: readonly SearchHit[];
  readonly counts: Counts;
  readonly nextPlace?: Place;
}

async function findPage(deps: SearchDeps, work: PageWork): Promise<FoundPage> {
  const { asked, numbered } = work;
  const { fromNumbered, offset } = beginning(work);
  const shown = fromNumbered.slice(0, asked.size);
  // One row more than the page shows whether there is another page.
  const window: Window = {
    offset,
    limit: asked.size - shown.length + 1,
    ...('after' in work.start ? { after: work.start.after } : {}),
  };
  const { rows, counts } = work.isEmpty
    ? { rows: [], counts: countsOf(numbered.length, 0) }
    : await findWords(deps, work, window);
  const shownRows = rows.slice(0, asked.size - shown.length);
  const hits = [...shown.map(numberHit), ...shownRows.map((row) => wordHit(row, work.order))];
  const last = shownRows.at(-1);
  const isMore = fromNumbered.length > shown.length || rows.length > shownRows.length;
  if (!isMore) return { hits, counts };
  const nextPlace: Place = last ? { after: last } : { numbered: numbered.length - fromNumbered.length + shown.length };
  return { hits, counts, nextPlace };
}

/** The entries found by number that this page begins with, and how many rows to pass over among the others. */
function beginning({ asked, start, numbered }: PageWork): {
  readonly fromNumbered: readonly NumberedRow[];
  readonly offset: number;
} {
  if ('after' in start) return { fromNumbered: [], offset: 0 };
  if ('numbered' in start) return { fromNumbered: numbered.slice(start.numbered), offset: 0 };
  const passed = (start.page - 1) * asked.size;
  return { fromNumbered: numbered.slice(passed), offset: Math.max(0, passed - numbered.length) };
}

function countsOf(numbered: number, others: number): Counts {
  return { total: { n: numbered + others, isApproximate: numbered >= mostNumbered }, facets: [] };
}

/** Estimates, then the way that is fastest for so many rows; the planner of the database misjudges neighbouring pairs. */
async function findWords(
  deps: SearchDeps,
  work: PageWork,
  window: Window,
): Promise<{ readonly rows: readonly FoundRow[]; readonly counts: Counts }> {
  const { asked, numbered, order } = work;
  const statistics = deps.statistics ?? heldStatistics(deps.read);
  const entries = statistics?.entries ?? (await countEntries(deps.read));
  const index: Index = { entries, prominence: statistics?.prominence };
  const estimate = await estimated(deps, work, { statistics, entries });
  const counting = { all: order.all, facets: asked.facets, filters: asked.filters, numbered };
  if (estimate.all < fewRows && order.all.words !== null) {
    const { rows, total } = await fetchSmall(deps.read, order, window);
    const hasNothing = total === 0 && numbered.length === 0;
    if ((asked.facets.length > 0 && !hasNothing) || total === undefined) {
      return { rows, counts: await countAll(deps.read, { ...counting, from: 'entries' }) };
    }
    return { rows, counts: countsOf(numbered.length, total) };
  }
  const rows = await fetchLarge(deps.read, order, { window, estimate, index });
  return { rows, counts: await countLarge(deps, { ...counting, estimate, entries }) };
}

/** Exact where that is quick or the index small; else by the sample, which the estimate has read whole when no facets are asked. */
async function countLarge(
  deps: SearchDeps,
  counting: Omit<Parameters<typeof countAll>[1], 'from'> & { readonly estimate: Estimate; readonly entries: number },
): Promise<Counts> {
  const { entries, estimate, all, facets, numbered } = counting;
  const isEverything = all.words === null && all.status.length === 0 && facets.length === 0;
  if (isEverything && entries > smallIndex) return { total: { n: entries, isApproximate: true }, facets: [] };
  const isQuick = facets.length > 0 || entries <= middleIndex;
  const most = deps.exactUpTo ?? (isQuick ? exactUpTo.withFacets : exactUpTo.alone);
  const isExact = entries <= smallIndex || estimate.all <= most;
  if (isExact) return countAll(deps.read, { ...counting, from: 'entries' });
  if (facets.length > 0) return countAll(deps.read, { ...counting, from: 'sample' });
  return { total: { n: estimate.all + numbered.length, isApproximate: true }, facets: [] };
}

interface KnownIndex {
  readonly statistics: IndexStatistics | undefined;
  readonly entries: number;
}

async function estimated(deps: SearchDeps, work: PageWork, known: KnownIndex): Promise<Estimate> {
  const { order, asked } = work;
  const rarest =
    known.statistics && order.words.length > 0 ? rarestOf(known.statistics, order.words) : Number.POSITIVE_INFINITY;
  if (rarest < fewRows) return { all: rarest, inFirst: rarest };
  if (order.all.words === null && order.all.status.length === 0) return { all: known.entries, inFirst: known.entries };
  return probe(deps.read, order, asked.facets.length > 0 ? enoughForDecision : known.entries);
}

/** All words must be met, so the rarest sets the bound. */
function rarestOf(statistics: IndexStatistics, words: readonly string[]): number {
  return Math.min(
    ...words.map((word) => statistics.frequencyOf(word) + statistics.frequencyOf(`${outsideTitle}${word}`)),
  );
}

function numberHit(row: NumberedRow): SearchHit {
  return { homeId: row.homeId, streamId: row.streamId, kind: row.kind, match: row.match };
}

function wordHit(row: FoundRow, order: Ordered): SearchHit {
  return {
    homeId: row.homeId,
    streamId: row.streamId,
    kind: row.kind,
    match: order.stretches[row.stretch]?.match ?? 'text',
  };
}
