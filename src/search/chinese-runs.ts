import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import type { Run } from './tokens.ts';
import { outsideTitle } from './vector.ts';
import { runsQuery } from './words.ts';

/** Entries whose words are read for one place of a run. */
const mostRead = 200;
/** Longer runs are sentences; each character of a run is one question. */
const longestRun = 12;

/**
 * Runs of the index that differ from this one in one character, as a slip in choosing characters leaves it
 * (起博器 for 起搏器), those met most often first. At least two other characters must stand.
 */
export async function runsLike(read: ReadHandle, run: string): Promise<readonly string[]> {
  const characters = [...run];
  if (characters.length < 3 || characters.length > longestRun) return [];
  const found = new Map<string, number>();
  for (const at of characters.keys()) {
    for (const { character, n } of await charactersAt(read, characters, at)) {
      const like = characters.with(at, character).join('');
      if (like !== run) found.set(like, Math.max(found.get(like) ?? 0, n));
    }
  }
  return [...found].toSorted(([, one], [, other]) => other - one).map(([like]) => like);
}

interface Met {
  readonly character: string;
  readonly n: number;
}

/** The characters that stand at one place of a run when all others are as given. */
async function charactersAt(read: ReadHandle, characters: readonly string[], at: number): Promise<readonly Met[]> {
  const sides = [runOf(characters.slice(0, at), 0), runOf(characters.slice(at + 1), at + 1)];
  const [before, after] = [characters[at - 1], characters[at + 1]];
  const pair = before === undefined ? `_${after ?? ''}` : `${before}_`;
  const query = runsQuery(sides.filter(({ places }) => places > 0));
  // Each pair of characters is a word of the index: the one that begins, or ends, with the neighbour tells the character between.
  const rows = await read.all<{ readonly lexeme: string; readonly n: number }>(
    sql`with met as materialized (select words from search_entry where words @@ ${query}::tsquery)
      select lexeme, count(*) as n from (select words from met limit ${mostRead}) as entries, unnest(entries.words)
      where lexeme like ${pair} or lexeme like ${outsideTitle + pair} group by lexeme order by n desc, lexeme limit 3`,
  );
  return rows.map(({ lexeme, n }) => {
    const [first = '', second = ''] = lexeme.replace(outsideTitle, '');
    return { character: before === undefined ? first : second, n };
  });
}

function runOf(characters: readonly string[], at: number): Run {
  return { text: characters.join(''), isHan: true, at, places: characters.length, isJoined: false };
}
