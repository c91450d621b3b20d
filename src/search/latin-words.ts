import type { ReadHandle, WriteHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { editDistance } from './edit-distance.ts';

/** Shorter words are too near to each other to tell which was meant; longer ones are no words. */
const shortest = 4;
/** From this length on two slips still point at one word. */
const longWord = 7;
/** Words compared for one misspelt word. */
const mostCompared = 8_000;

/** Keeps the words of new entries, as their text vectors have them. */
export async function keepWords(tx: WriteHandle, vectors: readonly string[]): Promise<void> {
  await addWords(tx, latinWords(vectors));
}

/** Adds words that are not there yet. */
export async function addWords(tx: WriteHandle, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  await tx.run(
    sql`insert into search_word select word from unnest(${words}::text[]) as new (word) on conflict do nothing`,
  );
}

/** The words of some text vectors that are kept, each once. */
export function latinWords(vectors: readonly string[]): readonly string[] {
  return [...new Set(vectors.flatMap((vector) => [...vector.matchAll(/'~?([a-z]{4,20})'/g)].map(wordIn)))];
}

const wordIn = ([, word = '']: readonly string[]): string => word;

/**
 * Words of the index that differ from this one by a slip of the hand, the nearest first: a letter changed, lost, added or
 * exchanged with its neighbour; two such slips in a long word. The first letter is believed, or exchanged with the second.
 */
export async function wordsLike(read: ReadHandle, word: string): Promise<readonly string[]> {
  if (!/^[a-z]+$/.test(word) || word.length < shortest) return [];
  const most = word.length < longWord ? 1 : 2;
  const rows = await read.all<{ readonly word: string }>(sql`select word from (
      select word from search_word where ${startsWith(word.charAt(0))} union
      select word from search_word where ${startsWith(word.charAt(1))}) as begun
    where char_length(word) between ${word.length - most} and ${word.length + most} limit ${mostCompared}`);
  return rows
    .map((row) => ({ word: row.word, distance: editDistance(word, row.word) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .toSorted((one, other) => one.distance - other.distance || (one.word < other.word ? -1 : 1))
    .map((near) => near.word);
}

function startsWith(letter: string) {
  return sql`word >= ${letter} and word < ${String.fromCharCode(letter.charCodeAt(0) + 1)}`;
}
