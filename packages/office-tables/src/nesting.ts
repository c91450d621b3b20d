/**
 * Whether a parsed JSON value is nested deeper than so many levels. JSON is parsed at any depth, but what walks through the
 * value afterwards runs out of stack; a record of an office has a handful of levels.
 *
 * @example isNestedDeeperThan([[1]], 1) // true
 */
export function isNestedDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isNestedDeeperThan(member, levels - 1));
}
