import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { sampleShare } from './fetch.ts';

/** What is known of the whole index, so that a search of a rare word needs no estimate first. */
export interface IndexStatistics {
  readonly entries: number;
  /** In about how many entries a word stands; 0 when too few to be met in the sample. */
  readonly frequencyOf: (word: string) => number;
}

/** Words met less often than this in the sample are rare, whatever their exact number. */
const fewestMet = 2;

/** Counts the words of the sample: about two seconds for a nation's register, so it is done now and then, not for each search. */
export async function readStatistics(read: ReadHandle): Promise<IndexStatistics> {
  const words = await read.all<{ readonly word: string; readonly n: number }>(
    sql`select word, ndoc as n from ts_stat('select words from search_sample') where ndoc >= ${fewestMet} and word not like '@%'`,
  );
  const frequencies = new Map(words.map(({ word, n }) => [word, n * sampleShare]));
  return { entries: await countEntries(read), frequencyOf: (word) => frequencies.get(word) ?? 0 };
}

/** About how many entries there are: exact in a small index, by the sample in a large one. */
export async function countEntries(read: ReadHandle): Promise<number> {
  const row = await read.first<{ readonly few: number; readonly sampled: number }>(sql`select
      (select count(*) from (select from search_entry limit ${countedExactly + 1}) as first) as few,
      (select count(*) from search_sample) as sampled`);
  const few = row?.few ?? 0;
  return few <= countedExactly ? few : Math.max(few, (row?.sampled ?? 0) * sampleShare);
}

const countedExactly = 20_000;

export interface KnownStatistics {
  readonly current: () => IndexStatistics | undefined;
  readonly refresh: () => Promise<void>;
}

/** Holds the last count; searches before the first one estimate each query instead. */
export function knownStatistics(read: ReadHandle): KnownStatistics {
  let current: IndexStatistics | undefined;
  return {
    current: () => current,
    refresh: async () => {
      current = await readStatistics(read);
    },
  };
}
