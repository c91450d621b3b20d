/** The five tiers of the Standardization Law (art. 2). */
export const tiersOfLaw = ['national', 'sectoral', 'local', 'association', 'enterprise'] as const;

/** Where a document belongs: ISO, IEC, ITU and other countries stand beside the five tiers. */
export const tiers = [...tiersOfLaw, 'international', 'foreign'] as const;
export type Tier = (typeof tiers)[number];

/** Standardization Law, art. 2; guiding technical documents: rules of 1998. */
export const natures = ['mandatory', 'voluntary', 'guiding'] as const;
export type Nature = (typeof natures)[number];

/** What is registered but is not an ordinary standard of its tier. */
export const specialKinds = ['reference-material', 'metrology', 'military', 'special-regime'] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** Status of a standard, computed for a day. */
export const statusCodes = [
  'inDevelopment',
  'notYetPublished',
  'notYetInForce',
  'inForce',
  'superseded',
  'withdrawn',
  'numberCancelled',
  'annulled',
  'unknown',
] as const;
export type StatusCode = (typeof statusCodes)[number];

/** Flags beside the status. */
export const statusFlags = ['partlyReplaced', 'suspended'] as const;
export type StatusFlag = (typeof statusFlags)[number];

/** What the tier mark is drawn from. */
export interface TierMarkOf {
  /** Absent when the register does not know the tier. */
  readonly tier?: Tier | undefined;
  readonly nature?: Nature | undefined;
  readonly kind?: SpecialKind | undefined;
}
