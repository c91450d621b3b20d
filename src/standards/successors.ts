import { type InForceDays, type InForceGround, noDays } from './in-force-days.ts';

/** A standard that is said to take the place of another; one that this register does not hold has a number and nothing else. */
export interface StatedSuccessor {
  readonly number: string;
  readonly numberKey: string;
  readonly kind: 'replaces' | 'replacedBy' | 'mergedInto' | 'splitInto';
  readonly whole: boolean;
  readonly locality: string | null;
  readonly registered: (InForceGround & { readonly standardId: string; readonly address: string }) | null;
}

/** A successor with the days from which it holds; null where no source gives one. */
export interface Successor extends StatedSuccessor {
  /** The first day of `days`. */
  readonly inForceOn: string | null;
  readonly days: InForceDays;
  /** The edition does not end before this one is in force. */
  readonly isAwaited: boolean;
  /** It is over or abandoned and is not known to have held: nothing is to be expected of it. */
  readonly isGivenUp: boolean;
}

/**
 * What takes the place of an edition, each successor once, whichever side states it. An edition ends only when every
 * successor that replaces it as a whole is in force (domain rule 2.7 c and d), and for every use: as long as the successor
 * leaves some products to the edition, both hold. Replaced or merged into others, these are the registered ones that did take over; split, these are all its shares, because a share that is a draft, or that nobody
 * registered, leaves its part of the edition without a successor.
 * What came into force before the edition itself is none of its successors, whoever says so, nor what was given up before
 * it could take over; the relation stays as stated.
 *
 * @param daysOf the days from which a standard holds
 */
export function successorsOf(
  edition: InForceGround & { readonly stated: readonly StatedSuccessor[] },
  daysOf: (ground: InForceGround) => InForceDays,
): readonly Successor[] {
  const ownDay = daysOf(edition).first?.first ?? null;
  return bothSides(edition.stated).flatMap((one) => {
    const days = one.registered === null ? noDays : daysOf(one.registered);
    const inForceOn = days.first?.first ?? null;
    if (ownDay !== null && inForceOn !== null && inForceOn < ownDay) return [];
    const takesOver = one.registered !== null && didTakeOver(one.registered, days);
    const isAwaited = one.whole && (takesOver || one.kind === 'splitInto');
    const isOver = one.registered !== null && isGivenUp(one.registered, days);
    return isOver && !isAwaited ? [] : [{ ...one, inForceOn, days, isAwaited, isGivenUp: isOver }];
  });
}

/** The days that an edition's end follows from; null for a share that does not hold, or where the last day is unknown. */
export function awaitedDays(successors: readonly Successor[]): readonly (string | null)[] {
  return successors
    .filter((one) => one.isAwaited)
    .map((one) =>
      one.registered !== null && didTakeOver(one.registered, one.days) ? (one.days.last?.first ?? null) : null,
    );
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

/** A draft replaces nothing yet; what was withdrawn or cancelled before it held for every use never took the whole place. */
function didTakeOver(ground: InForceGround, days: InForceDays): boolean {
  if (ground.reportedState === 'inDevelopment' || isSaidToBeOver(ground, days)) return false;
  const { last } = days;
  return last === null || endsOf(ground).every((day) => day > last.first);
}

/** Whether it was withdrawn, cancelled or abandoned, and is not known to have held for every use before that. */
export function isGivenUp(ground: InForceGround, days: InForceDays): boolean {
  const { last } = days;
  return isSaidToBeOver(ground, days) || endsOf(ground).some((day) => last === null || day <= last.first);
}

/** An abandoned project (harmonized stage codes, x.98), or one that its source reports as withdrawn before any day of it. */
function isSaidToBeOver(ground: InForceGround, { first }: InForceDays): boolean {
  if (ground.stage?.endsWith('.98') === true) return true;
  if (ground.reportedState !== 'withdrawn') return false;
  return first === null || (ground.reportedOn !== null && first.first > ground.reportedOn);
}

function endsOf(ground: InForceGround): readonly string[] {
  return [ground.withdrawnOn, ground.cancelledOn].filter((day) => day !== null);
}
