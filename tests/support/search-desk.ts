import type { Database } from '../../src/foundation/database.ts';
import { addEntries } from '../../src/search/entry-rows.ts';
import type { SearchAnswer, SearchAsked } from '../../src/search/model.ts';
import { search } from '../../src/search/search.ts';
import { anEntry, type EntryWish } from './search-entries.ts';
import { emptyDatabase } from './test-database.ts';

/** Signs cursors of the tests. */
export const cursorKey = new Uint8Array(32).fill(7);
/** The index of the last `given`. */
export let database: Database;
/** Numbers of its entries by their streams. */
export let names = new Map<string, string>();

/** An index that holds these entries and nothing else. */
export async function given(...wishes: readonly EntryWish[]): Promise<readonly string[]> {
  database = await emptyDatabase();
  const entries = wishes.map(anEntry);
  await database.transaction((tx) => addEntries(tx, entries, '2026-01-31'));
  names = new Map(entries.map((entry) => [entry.streamId, entry.number?.number ?? '']));
  return entries.map((entry) => entry.streamId);
}

/** Asks it, as it stood on 31 January 2026. */
export async function ask(text: string, more: Partial<SearchAsked> = {}): Promise<SearchAnswer> {
  return search(
    { read: database, cursorKey },
    { text, filters: {}, sort: 'relevance', asOf: '2026-01-31', size: 20, place: { page: 1 }, facets: [], ...more },
  );
}
export const numbersOf = (answer: SearchAnswer): readonly string[] =>
  answer.hits.map((hit) => names.get(hit.streamId) ?? '');
