import type { CopyRow } from './copy-text.ts';
import type { CountOf, ProjectedRow, Projection } from './projection.ts';

export const countColumns = [
  'home_id',
  'measure',
  'occasion',
  'valid_on',
  'known_on',
  'tier',
  'nature',
  'region',
  'industry',
  'topic',
  'n',
];

export interface CountEntry {
  readonly columns: readonly string[];
  readonly values: CopyRow;
}

/**
 * The ledger entries of a difference of rows: minus one for what no longer holds, plus one for what now does, nothing
 * where both cancel out. A correction is a reversing entry, as in bookkeeping.
 */
export function countDifference(
  projection: Projection,
  work: {
    readonly before: readonly ProjectedRow[];
    readonly after: readonly ProjectedRow[];
    readonly homeId: string;
    readonly knownOn: string;
  },
): readonly CountEntry[] {
  const held = work.after.filter((row) => row.knownUntil === undefined);
  if (work.before.length === 0) {
    return held.flatMap((row) => projection.counts(row)).map((count) => entryOf(count, { n: 1, ...work }));
  }
  const net = new Map<string, { readonly count: CountOf; n: number }>();
  // A row that went through an act untouched counts as before.
  const before = new Set(work.before);
  const untouched = new Set(held.filter((row) => before.has(row)));
  const add = (rows: readonly ProjectedRow[], sign: number): void => {
    for (const row of rows) {
      if (row.knownUntil !== undefined || untouched.has(row)) continue;
      for (const count of projection.counts(row)) {
        const key = JSON.stringify(count);
        const sum = net.get(key) ?? { count, n: 0 };
        sum.n += sign;
        net.set(key, sum);
      }
    }
  };
  add(work.before, -1);
  add(held, 1);
  return [...net.values()]
    .filter((entry) => entry.n !== 0)
    .map((entry) => entryOf(entry.count, { n: entry.n, ...work }));
}

function entryOf(
  count: CountOf,
  entry: { readonly n: number; readonly homeId: string; readonly knownOn: string },
): CountEntry {
  const values: CopyRow = [
    entry.homeId,
    count.measure,
    count.occasion,
    count.validOn,
    entry.knownOn,
    count.tier,
    count.nature,
    count.region,
    count.industry,
    count.topic,
    entry.n,
  ];
  return { columns: countColumns, values };
}
