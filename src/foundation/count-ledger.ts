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
  const net = new Map<string, { readonly count: CountOf; n: number }>();
  const add = (rows: readonly ProjectedRow[], sign: number): void => {
    for (const row of rows) {
      if (row.knownUntil !== undefined) continue;
      for (const count of projection.counts(row)) {
        const key = JSON.stringify(count);
        const held = net.get(key) ?? { count, n: 0 };
        held.n += sign;
        net.set(key, held);
      }
    }
  };
  add(work.before, -1);
  add(work.after, 1);
  return [...net.values()]
    .filter((entry) => entry.n !== 0)
    .map((entry) => ({ columns: countColumns, values: countRow(entry.count, { n: entry.n, ...work }) }));
}

function countRow(
  count: CountOf,
  entry: { readonly n: number; readonly homeId: string; readonly knownOn: string },
): CopyRow {
  return [
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
}
