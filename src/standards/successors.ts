import type { Nature, Tier } from '../portal/register-codes.ts';
import type { Implementation, ReportedState } from './model.ts';
import { statusDates } from './status.ts';

/** What decides from when a standard holds. */
export interface InForceGround {
  readonly tier: Tier | null;
  readonly nature: Nature | null;
  readonly publishedOn: string | null;
  readonly implementedOn: string | null;
  readonly implementations: readonly Implementation[];
  readonly reportedState: ReportedState | null;
  readonly withdrawnOn: string | null;
  readonly cancelledOn: string | null;
}

/** A standard that is said to take the place of another; one that this register does not hold has a number and nothing else. */
export interface StatedSuccessor {
  readonly number: string;
  readonly numberKey: string;
  readonly kind: 'replaces' | 'replacedBy' | 'mergedInto' | 'splitInto';
  readonly whole: boolean;
  readonly locality: string | null;
  readonly registered: (InForceGround & { readonly standardId: string; readonly address: string }) | null;
}

/** A successor with the day from which it holds; null where no source gives one. */
export interface Successor extends StatedSuccessor {
  readonly inForceOn: string | null;
  /** The edition does not end before this one is in force. */
  readonly isAwaited: boolean;
}

/**
 * What takes the place of an edition, each successor once, whichever side states it. An edition ends only when every
 * successor that replaces it as a whole is in force (domain rule 2.7 c and d): replaced or merged into others, these are
 * the registered ones that did take over; split, these are all its shares, because a share that is a draft, or that nobody
 * registered, leaves its part of the edition without a successor.
 * What came into force before the edition itself is none of its successors, whoever says so; the relation stays as stated.
 *
 * @param togetherOn the day of the standard that one follows, where it has no day of its own
 */
export function successorsOf(
  edition: InForceGround & { readonly stated: readonly StatedSuccessor[] },
  togetherOn: (ground: InForceGround) => string | null,
): readonly Successor[] {
  const ownDay = inForceDay(edition, togetherOn(edition));
  return bothSides(edition.stated).flatMap((one) => {
    const inForceOn = one.registered === null ? null : inForceDay(one.registered, togetherOn(one.registered));
    if (ownDay !== null && inForceOn !== null && inForceOn < ownDay) return [];
    const takesOver = one.registered !== null && didTakeOver(one.registered, inForceOn);
    return [{ ...one, inForceOn, isAwaited: one.whole && (takesOver || one.kind === 'splitInto') }];
  });
}

/** The in-force days that an edition's end follows from; null for a share that does not hold, or has no day. */
export function awaitedDays(successors: readonly Successor[]): readonly (string | null)[] {
  return successors
    .filter((one) => one.isAwaited)
    .map((one) => (one.registered !== null && didTakeOver(one.registered, one.inForceOn) ? one.inForceOn : null));
}

/** The day from which a standard holds by its own dates or by those of the standard it follows. */
export function inForceDay(ground: InForceGround, togetherOn: string | null): string | null {
  return statusDates({ ...ground, togetherOn, reportedOn: null, awaitedDays: [] }).inForceOn;
}

/** The number of the standard whose day this one follows; none when it has a day of its own. */
export function followedNumber(ground: InForceGround): string | undefined {
  if (ground.implementedOn !== null) return undefined;
  return ground.implementations.find((one) => one.togetherWith !== undefined)?.togetherWith;
}

/**
 * One standard named by both sides is one successor. The whole is what a source leaves unsaid: where either side names a
 * part, a part is replaced. A share of a split edition stays a share, whatever the other side calls it.
 */
function bothSides(stated: readonly StatedSuccessor[]): readonly StatedSuccessor[] {
  const found = new Map<string, StatedSuccessor>();
  for (const one of stated) {
    const key = one.registered?.standardId ?? one.numberKey;
    const held = found.get(key);
    if (held === undefined) found.set(key, one);
    else
      found.set(key, {
        ...held,
        kind: one.kind === 'splitInto' ? 'splitInto' : held.kind,
        whole: held.whole && one.whole,
        locality: held.locality ?? one.locality,
      });
  }
  return [...found.values()];
}

/** A draft replaces nothing yet; what was withdrawn or cancelled before it came into force never did. */
function didTakeOver(ground: InForceGround, inForceOn: string | null): boolean {
  if (ground.reportedState === 'inDevelopment') return false;
  const ends = [ground.withdrawnOn, ground.cancelledOn].filter((day) => day !== null);
  return inForceOn === null || ends.every((day) => day > inForceOn);
}
