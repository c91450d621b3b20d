import { beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../tests/support/test-database.ts';
import type { Database } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { benchStandards, randomOf } from './bench-standards.ts';
import { addEntries } from './entry-rows.ts';
import { foldText } from './fold.ts';
import {
  facetNames,
  type SearchAnswer,
  type SearchAsked,
  type SearchEntry,
  type SearchFilters,
  type SearchSort,
} from './model.ts';
import { search } from './search.ts';
import { type IndexStatistics, readStatistics } from './statistics.ts';
import { stemmed } from './tokens.ts';

const rows = 20_000;
const asOf = '2026-01-31';
const { entry, words } = benchStandards(11);
const entries = Array.from({ length: rows }, (_, index) => entry(index));
const byId = new Map(entries.map((one) => [one.streamId, one]));
let database: Database;
let statistics: IndexStatistics;

const foldedTexts = new Map<string, string>();

function folded(text: string): string {
  const known = foldedTexts.get(text) ?? foldText(text);
  foldedTexts.set(text, known);
  return known;
}

/** A naive reader: goes through all texts, character by character and whatever the spaces, and sorts what it found. */
function naive(terms: readonly string[], filters: SearchFilters, sort: SearchSort): readonly SearchEntry[] {
  const found = entries.filter(
    (one) =>
      terms.every((term) => [...one.titles, ...one.texts].some((text) => holds(text, term))) && meets(one, filters),
  );
  const phrase = terms.join('');
  const isTitled = (one: SearchEntry): boolean =>
    sort === 'relevance' && one.titles.some((title) => holdsTogether(title, terms, phrase));
  const value = (one: SearchEntry): string =>
    sort === 'relevance' ? String(one.prominence).padStart(9, '0') : (one.sortOn ?? '');
  const key = (one: SearchEntry): string => `${isTitled(one) ? 1 : 0} ${value(one)} ${one.streamId}`;
  const up = (a: SearchEntry, b: SearchEntry): number => (key(a) < key(b) ? -1 : 1);
  return found.toSorted(sort === 'oldest' ? up : (a, b) => up(b, a));
}

function holds(text: string, term: string): boolean {
  const plain = folded(text);
  return /^[a-z]/.test(term)
    ? plain.split(/[^a-z]+/).some((word) => stemmed(word) === stemmed(term))
    : plain.replace(/\s+/g, '').includes(term);
}

function holdsTogether(title: string, terms: readonly string[], phrase: string): boolean {
  const isLatin = /^[a-z]/.test(phrase);
  if (isLatin)
    return ` ${folded(title)
      .split(/[^a-z]+/)
      .map(stemmed)
      .join(' ')} `.includes(` ${terms.map(stemmed).join(' ')} `);
  return folded(title).replace(/\s+/g, '').includes(phrase);
}

function meets({ facets, status }: SearchEntry, filters: SearchFilters): boolean {
  const isIn = (asked: readonly string[] | undefined, has: readonly (string | null)[]): boolean =>
    asked === undefined || asked.some((one) => has.some((value) => value?.startsWith(one)));
  const state = status.supersededOn !== null && status.supersededOn <= asOf ? 'superseded' : 'inForce';
  return (
    isIn(filters.tier, [facets.tier]) &&
    isIn(filters.ics, facets.ics) &&
    isIn(filters.ccs, facets.ccs) &&
    isIn(filters.region, [facets.region]) &&
    isIn(filters.status, [state]) &&
    (filters.yearFrom === undefined || (facets.year ?? 0) >= filters.yearFrom)
  );
}

beforeAll(async () => {
  database = await emptyDatabase();
  for (let start = 0; start < rows; start += 5_000) {
    await database.transaction((tx) => addEntries(tx, entries.slice(start, start + 5_000), asOf));
  }
  await database.asOwner((tx) => tx.all(sql`select gin_clean_pending_list('search_entry_words')`));
  statistics = await readStatistics(database);
});

describe('search against a naive reader of 20,000 entries', () => {
  const random = randomOf(3);
  const term = (): string => words.terms[Math.floor(words.terms.length * random() ** 3)] ?? '';
  const english = (): string => words.english[Math.floor(40 * random())] ?? '';
  const filters: readonly SearchFilters[] = [
    {},
    { tier: ['national', 'sectoral'] },
    { ics: ['11'] },
    { region: ['31'] },
    { status: ['superseded'] },
    { yearFrom: 2010, ccs: ['C'] },
  ];
  const questions = Array.from({ length: 30 }, (_, index) => ({
    terms: [[term()], [term(), term()], [english(), english()], [words.common], [term().charAt(0)]][index % 5] ?? [],
    filters: filters[Math.floor(random() * filters.length)] ?? {},
    sort: (['relevance', 'newest', 'oldest'] as const)[index % 3] ?? 'relevance',
  }));

  it.each(questions)('$terms $filters $sort', async (question) => {
    const expected = naive(question.terms, question.filters, question.sort);
    // Nothing known, all known, and a band too small for most pages.
    const narrow = { ...statistics, prominence: { thresholdFor: () => 744 } };
    for (const known of [{}, { statistics }, { statistics: narrow }]) {
      const deps = { read: database, cursorKey: new Uint8Array(32), ...known };
      const asked: SearchAsked = {
        text: question.terms.join(' '),
        asOf,
        size: 50,
        place: { page: 1 },
        facets: facetNames,
        filters: question.filters,
        sort: question.sort,
      };
      const answer = await search(deps, asked);
      expect(answer.hits.map((hit) => hit.streamId)).toEqual(expected.slice(0, 50).map((one) => one.streamId));
      expect(answer.total).toEqual({ n: expected.length, isApproximate: false });
      expectFacets(answer, expected);
      const second = await search(deps, { ...asked, place: { page: 2 } });
      expect(second.hits.map((hit) => hit.streamId)).toEqual(expected.slice(50, 100).map((one) => one.streamId));
      if (answer.nextCursor === undefined) continue;
      const next = await search(deps, { ...asked, place: { cursor: answer.nextCursor } });
      expect(next.hits).toEqual(second.hits);
    }
  });

  it('an estimated count of a large result lies within three standard errors of the exact one', async () => {
    const expected = naive(['有'], {}, 'relevance').length;
    const deps = {
      read: database,
      cursorKey: new Uint8Array(32),
      statistics: { ...statistics, entries: 3_000_000, frequencyOf: () => Number.POSITIVE_INFINITY },
      exactUpTo: 0,
    };
    const answer = await search(deps, {
      text: '有',
      asOf,
      size: 20,
      place: { page: 1 },
      facets: ['tier'],
      filters: {},
      sort: 'relevance',
    });
    expect(expected).toBeGreaterThan(10_000);
    expect(answer.total.isApproximate).toBe(true);
    expect(Math.abs(answer.total.n - expected)).toBeLessThan(3 * 32 * Math.sqrt(expected / 32));
  });
});

function expectFacets(answer: SearchAnswer, expected: readonly SearchEntry[]): void {
  const tiers = Map.groupBy(expected, (one) => one.facets.tier ?? '');
  const facet = answer.facets.find((one) => one.name === 'tier');
  if (tiers.size > 1)
    expect(new Map(facet?.values.map((value) => [value.value, value.count]))).toEqual(
      new Map([...tiers].map(([tier, all]) => [tier, all.length])),
    );
  for (const hit of answer.hits) expect(byId.has(hit.streamId)).toBe(true);
}
