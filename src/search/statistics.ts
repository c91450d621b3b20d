import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { type Spread, spreadOf } from './bands.ts';
import { sampleShare } from './fetch.ts';

/** What is known of the whole index, so that a search of a rare word needs no estimate first. */
export interface IndexStatistics {
  readonly entries: number;
  /** In about how many entries a word stands; 0 when too few to be met in the sample. */
  readonly frequencyOf: (word: string) => number;
  /** How entries divide by prominence. */
  readonly prominence: Spread;
}

/** Words met less often than this in the sample are rare, whatever their exact number. */
const fewestMet = 2;

/** Counts the words of the sample: about two seconds for a nation's register, so it is done now and then, not for each search. */
export async function readStatistics(read: ReadHandle): Promise<IndexStatistics> {
  const words = await read.all<{ readonly word: string; readonly n: number }>(
    sql`select word, ndoc as n from ts_stat('select words from search_sample') where ndoc >= ${fewestMet} and word not like '@%'`,
  );
  const frequencies = new Map(words.map(({ word, n }) => [word, n * sampleShare]));
  const spread = await read.all<{ readonly prominence: number; readonly n: number }>(
    sql`select prominence, count(*) as n from search_sample group by prominence`,
  );
  return {
    entries: await countEntries(read),
    frequencyOf: (word) => frequencies.get(word) ?? 0,
    prominence: spreadOf(new Map(spread.map(({ prominence, n }) => [prominence, n]))),
  };
}

/** About how many entries there are: exact in a small index, as the database last analysed it in a large one. */
export async function countEntries(read: ReadHandle): Promise<number> {
  const analysed = await read.first<{ readonly n: number }>(
    sql`select reltuples::float8 as n from pg_class where oid = 'search_entry'::regclass`,
  );
  const last = Math.round(analysed?.n ?? 0);
  if (last > countedExactly) return last;
  const row = await read.first<{ readonly few: number; readonly sampled: number }>(sql`select
      (select count(*) from (select from search_entry limit ${countedExactly + 1}) as first) as few,
      (select count(*) from search_sample) as sampled`);
  const few = row?.few ?? 0;
  return few <= countedExactly ? few : Math.max(few, (row?.sampled ?? 0) * sampleShare);
}

const countedExactly = 20_000;

/** The last count of words by the database handle it was made with; searches before the first one estimate each query. */
const held = new WeakMap<ReadHandle, IndexStatistics>();

export async function refreshStatistics(read: ReadHandle): Promise<IndexStatistics> {
  const statistics = await readStatistics(read);
  held.set(read, statistics);
  return statistics;
}

export function heldStatistics(read: ReadHandle): IndexStatistics | undefined {
  return held.get(read);
}
