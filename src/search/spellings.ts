import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { runsLike } from './chinese-runs.ts';
import { foldText } from './fold.ts';
import { wordsLike } from './latin-words.ts';
import { stemmed } from './tokens.ts';
import { wordQuery } from './words.ts';

/** Questions with more pieces than this are sentences. */
const mostPieces = 8;
/** Other words tried for one that is not found. */
const mostOptions = 3;

/** A piece of the question: a word of letters and digits, or a run of Chinese characters. */
interface Piece {
  readonly text: string;
  /** Words of the index that may be meant; empty when it is in the index itself, or when nothing is like it. */
  readonly options: readonly string[];
  readonly isFound: boolean;
}

/**
 * Other ways to ask what found nothing, in steps, the nearest first: words that are not in the index changed into those of
 * the index that are a slip away, or left out; the question without quotation marks; then each word left out in turn.
 * Whoever shows them asks them first: they may find nothing under the same conditions.
 */
export async function otherSpellings(read: ReadHandle, text: string): Promise<readonly (readonly string[])[]> {
  const texts = foldText(text).match(/\p{sc=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  if (texts.length > mostPieces) return [];
  const pieces = await Promise.all(texts.map((piece) => pieceOf(read, piece)));
  const likeliest = pieces.map(({ text, options, isFound }) => (isFound ? text : (options[0] ?? '')));
  const next = pieces.flatMap(({ options }, index) => options.slice(1).map((option) => likeliest.with(index, option)));
  const fewer = likeliest.map((_, left) => likeliest.toSpliced(left, 1));
  return [[likeliest, ...next], fewer].map((step) => [...new Set(step.map(joined))].filter((other) => other !== ''));
}

async function pieceOf(read: ReadHandle, text: string): Promise<Piece> {
  if (await isFound(read, text)) return { text, options: [], isFound: true };
  const isHan = /^\p{sc=Han}/u.test(text);
  const like = isHan ? await runsLike(read, text) : await latinLike(read, text);
  if (like.length > 0 || !isHan) return { text, options: like.slice(0, mostOptions), isFound: false };
  return { text, options: await foundEnds(read, text), isFound: false };
}

/** A slip may hide a plural ending or make one up: devcies is near device, its stem devcy is not. */
async function latinLike(read: ReadHandle, word: string): Promise<readonly string[]> {
  const like = await Promise.all([...new Set([stemmed(word), word])].map((form) => wordsLike(read, form)));
  return [...new Set(like.flat())];
}

async function isFound(read: ReadHandle, text: string): Promise<boolean> {
  const { anywhere } = wordQuery(text, {});
  // Materialized, so that the planner reads the text index and not the table in the hope of an early match.
  const row = await read.first(
    sql`with met as materialized (select from search_entry where words @@ ${anywhere}::tsquery) select 1 from met limit 1`,
  );
  return row !== undefined;
}

/** The longest beginning and the longest end of a run that are in the index: 植入式心脏起搏器 of 植入式心脏起搏器之家. */
async function foundEnds(read: ReadHandle, run: string): Promise<readonly string[]> {
  const characters = [...run].slice(0, longestCut);
  const ends = [
    (length: number) => characters.slice(0, length).join(''),
    (length: number) => characters.slice(-length).join(''),
  ];
  const found: string[] = [];
  for (const end of ends) {
    for (let length = characters.length - 1; length >= 2; length--) {
      if (!(await isFound(read, end(length)))) continue;
      found.push(end(length));
      break;
    }
  }
  return found.toSorted((one, other) => other.length - one.length);
}

const longestCut = 16;

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
