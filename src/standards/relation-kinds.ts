import type { RelationKind as StatedKind } from './model.ts';

/** A relation as seen from one standard, whichever side states it. */
export const seenKinds = [
  'replaces',
  'replacedBy',
  'amends',
  'amendedBy',
  'adopts',
  'adoptedBy',
  'cites',
  'citedBy',
  'translates',
  'translatedBy',
] as const;
export type SeenKind = (typeof seenKinds)[number];

/** Each kind as it is stated, seen from the standard that states it and from the other. */
export const kindsBySide: Readonly<Record<StatedKind, { readonly here: SeenKind; readonly there: SeenKind }>> = {
  replaces: { here: 'replaces', there: 'replacedBy' },
  replacedBy: { here: 'replacedBy', there: 'replaces' },
  mergedInto: { here: 'replacedBy', there: 'replaces' },
  splitInto: { here: 'replacedBy', there: 'replaces' },
  amends: { here: 'amends', there: 'amendedBy' },
  adopts: { here: 'adopts', there: 'adoptedBy' },
  normativeReference: { here: 'cites', there: 'citedBy' },
  cites: { here: 'cites', there: 'citedBy' },
  translates: { here: 'translates', there: 'translatedBy' },
};

/** The kind of a relation as seen from this standard, whichever side states it. */
export function kindSeenFromHere(row: { readonly kind: StatedKind; readonly stated: 'here' | 'there' }): SeenKind {
  return kindsBySide[row.kind][row.stated];
}
