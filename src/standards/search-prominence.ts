import type { StatusCode } from '../portal/register-codes.ts';

export interface ProminenceGround {
  readonly status: StatusCode;
  readonly tier: string | null;
  readonly nature: string | null;
  readonly kind: string;
  readonly year: number | null;
  /** Registered statements of other standards that replace, adopt, amend, translate or refer to it. */
  readonly pointedAt: number;
}

/**
 * How far up a standard stands among those that answer a query equally well. The formula is public (docs/search.md):
 * status on the day of indexing, tier, recency, and how often other standards point at it. A supplement stands below
 * its document.
 */
export function prominence(ground: ProminenceGround): number {
  return (
    (statusPoints[ground.status] ?? 0) +
    tierPoints(ground.tier, ground.nature) +
    Math.min(100, Math.max(0, (ground.year ?? firstYear) - firstYear)) +
    Math.min(200, Math.round(40 * Math.log2(1 + ground.pointedAt))) -
    (supplements.has(ground.kind) ? 60 : 0)
  );
}

const firstYear = 1950;
const supplements: ReadonlySet<string> = new Set(['amendment', 'corrigendum', 'supplement']);

const statusPoints: Readonly<Record<StatusCode, number>> = {
  inForce: 400,
  notYetInForce: 350,
  notYetPublished: 300,
  unknown: 200,
  inDevelopment: 150,
  superseded: 100,
  withdrawn: 50,
  numberCancelled: 0,
  annulled: 0,
};

const tiers: Readonly<Record<string, number>> = {
  national: 250,
  international: 240,
  sectoral: 200,
  foreign: 180,
  local: 150,
  association: 120,
  enterprise: 50,
};

/** Standardization Law, art. 2: mandatory standards must be executed, so they stand first. */
function tierPoints(tier: string | null, nature: string | null): number {
  return (tier === null ? 100 : (tiers[tier] ?? 100)) + (nature === 'mandatory' ? 50 : 0);
}
