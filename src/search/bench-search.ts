import { percentiles } from '../foundation/bench.ts';
import { stopwatch } from '../foundation/clock.ts';
import type { Database } from '../foundation/database.ts';
import type { Bench, BenchRow } from '../foundation/part.ts';
import { sql } from '../foundation/sql.ts';
import { benchStandards, randomOf } from './bench-standards.ts';
import { addEntries } from './entry-rows.ts';
import { type FacetName, facetNames, type SearchAsked, type SearchFilters, type SearchSort } from './model.ts';
import { type SearchDeps, search } from './search.ts';
import { refreshStatistics } from './statistics.ts';

const seed = 20_260_101;
const asOf = '2026-01-31';
const chunk = 20_000;

export interface FillResult {
  readonly rows: number;
  readonly seconds: number;
}

/** Fills an empty index with fictitious entries; only for databases that hold nothing else. */
export async function fillSearchBench(database: Database, rows: number): Promise<FillResult> {
  const elapsed = stopwatch();
  const { entry } = benchStandards(seed);
  for (let start = 0; start < rows; start += chunk) {
    const entries = Array.from({ length: Math.min(chunk, rows - start) }, (_, index) => entry(start + index));
    await database.transaction((tx) => addEntries(tx, entries, asOf));
    await database.asOwner(async (tx) => {
      await tx.all(
        sql`select gin_clean_pending_list('search_entry_words'), gin_clean_pending_list('search_sample_words')`,
      );
    });
  }
  await database.asOwner((tx) => tx.script('analyze search_entry; analyze search_sample'));
  return { rows, seconds: elapsed() / 1_000 };
}

export interface SearchMeasure {
  readonly name: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of the smallest question to the same database, measured in the same run. */
  readonly floor: number;
}

/** `guiju bench search`: an index of fictitious entries, and each class of question to it. */
export const searchBench: Bench = {
  name: 'search',
  run: async ({ database }, { scale, note }) => {
    const filled = await fillSearchBench(database, scale);
    note(`${filled.rows} entries indexed in ${filled.seconds.toFixed(1)} s`);
    const measures = await measureSearch(database);
    const what = 'select 1';
    return measures.flatMap(({ name, p50, p95, floor }): readonly BenchRow[] => [
      { name: `search, ${name}, ${scale} records`, value: p50, unit: 'ms p50', floor: { what, value: floor } },
      { name: `search, ${name}, ${scale} records`, value: p95, unit: 'ms p95', floor: { what, value: floor } },
    ]);
  },
};

interface BenchQuery {
  readonly text: string;
  readonly filters?: SearchFilters;
  readonly sort?: SearchSort;
  readonly facets?: readonly FacetName[];
}

/** Measures each class of search on an index filled by `fillSearchBench`. */
export async function measureSearch(database: Database, repetitions = 60): Promise<readonly SearchMeasure[]> {
  await refreshStatistics(database);
  const deps: SearchDeps = { read: database, cursorKey: new Uint8Array(32) };
  const floor = await measured(repetitions, () => database.first(sql`select 1 as one`));
  const measures: SearchMeasure[] = [];
  for (const [name, query] of benchClasses()) {
    // The first rounds fill caches and make plans.
    for (let warm = 0; warm < 8; warm++) await search(deps, askedOf(query(warm)));
    const { p50, p95 } = await measured(repetitions, (round) => search(deps, askedOf(query(round))));
    measures.push({ name, p50, p95, floor: floor.p50 });
  }
  return measures;
}

function benchClasses(): readonly (readonly [string, (round: number) => BenchQuery])[] {
  const { words, entry } = benchStandards(seed);
  const random = randomOf(7);
  const from = (list: readonly string[], first: number, last: number): string =>
    list[first + Math.floor(random() * (last - first))] ?? '';
  const rare = (): string => from(words.terms, 2_000, 3_000);
  const middle = (): string => from(words.terms, 100, 300);
  const frequent = (): string => from(words.terms, 0, 20);
  const facets = { facets: facetNames };
  return [
    ['exact number', (round) => ({ text: entry(round * 700).number?.number ?? '' })],
    ['number still typed', (round) => ({ text: `GB/T ${100 + round}` })],
    ['misspelt number', (round) => ({ text: `GB/T 9${round}99${round}3-2020` })],
    ['rare word', () => ({ text: rare() })],
    ['middle word', () => ({ text: middle() })],
    ['frequent word', () => ({ text: frequent() })],
    ['common word', () => ({ text: words.common })],
    ['common word by date', () => ({ text: words.common, sort: 'newest' })],
    ['two words', () => ({ text: `${frequent()} ${middle()}` })],
    ['two frequent words', () => ({ text: `${frequent()} ${words.common}` })],
    ['common word in one tier', () => ({ text: words.common, filters: { tier: ['national'] } })],
    ['common word in force', () => ({ text: words.common, filters: { status: ['inForce'] } })],
    ['English words', () => ({ text: `${from(words.english, 0, 40)} ${from(words.english, 0, 40)}` })],
    ['misspelt Chinese word', () => ({ text: `${frequent()}龘` })],
    ['misspelt English word', () => ({ text: `${from(words.english, 0, 40)}qx ${from(words.english, 0, 40)}` })],
    ['one character', () => ({ text: words.terms[5]?.charAt(0) ?? '' })],
    ['everything', () => ({ text: '' })],
    ['ICS field', () => ({ text: '', filters: { ics: ['11'] } })],
    ['rare word, all facets', () => ({ text: rare(), ...facets })],
    ['middle word, all facets', () => ({ text: middle(), ...facets })],
    ['common word, all facets', () => ({ text: words.common, ...facets })],
    ['two words, all facets', () => ({ text: `${frequent()} ${middle()}`, ...facets })],
  ];
}

function askedOf(query: BenchQuery): SearchAsked {
  return { filters: {}, sort: 'relevance', facets: [], asOf, size: 20, place: { page: 1 }, ...query };
}

async function measured(
  rounds: number,
  work: (round: number) => Promise<unknown>,
): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const elapsed = stopwatch();
    await work(round);
    times.push(elapsed());
  }
  return percentiles(times);
}
