import type { InForceDays, InForceGround } from './in-force-days.ts';
import type { StatedSuccessor } from './successors.ts';

interface Stating extends InForceGround {
  readonly standardId: string;
  readonly stated: readonly StatedSuccessor[];
}

/**
 * What is said to replace an edition as a whole from the very day on which the edition itself begins. It may be that the
 * edition is said to replace it too: then the statements contradict each other, and neither ends by them.
 */
export function beginningTogether(edition: Stating, daysOf: (ground: InForceGround) => InForceDays): readonly string[] {
  const day = daysOf(edition).first?.first;
  return edition.stated.flatMap(({ whole, registered }) =>
    whole && registered !== null && day !== undefined && daysOf(registered).first?.first === day
      ? [registered.standardId]
      : [],
  );
}

/** Whether the other is said, in turn, to be replaced by the edition. */
export function isSaidOf(other: Pick<Stating, 'stated'> | undefined, editionId: string): boolean {
  return other?.stated.some((one) => one.whole && one.registered?.standardId === editionId) ?? false;
}
