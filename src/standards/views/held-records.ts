import type { Definitions } from '../../foundation/definitions.ts';
import { type RegisteredCount, totalOf } from '../queries/figures.ts';
import type { HeldRecords } from './coverage.ts';

/** Counts the records of each part of the coverage statement: a family belongs to the part that speaks of it. */
export function heldRecords(
  counts: readonly RegisteredCount[],
  publishers: readonly { readonly tier: string | null; readonly publisher: string; readonly records: number }[],
  definitions: Definitions,
): HeldRecords {
  const ofPart = new Map<string, number>();
  for (const { tier, publisher, records } of publishers) {
    // Metrology and military documents are of no tier; their coverage is stated beside that of national standards.
    const beside = tier ?? 'national';
    const part = definitions.coverageOf({ tier: beside, family: publisher });
    if (tier === null && (part === undefined || part.code === '*')) continue;
    const key = `${beside} ${part?.code ?? '*'}`;
    ofPart.set(key, (ofPart.get(key) ?? 0) + records);
  }
  const tiers = new Set(counts.flatMap((count) => count.tier ?? []));
  return {
    ofTier: new Map([...tiers].map((tier) => [tier, totalOf(counts, (count) => count.tier === tier)])),
    ofFamily: (tier, part) => ofPart.get(`${tier} ${part.code}`) ?? 0,
  };
}
