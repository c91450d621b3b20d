import { lastDayOf } from '../portal/calendar.ts';
import type { Nature, Tier } from '../portal/register-codes.ts';
import type { Implementation, ReportedState, StatedDate } from './model.ts';

/** What decides from when a standard holds. */
export interface InForceGround {
  readonly tier: Tier | null;
  readonly nature: Nature | null;
  readonly publishedOn: string | null;
  readonly publishedAs: string | null;
  readonly implementedOn: string | null;
  readonly implementations: readonly Implementation[];
  readonly reportedState: ReportedState | null;
  /** The day up to which the source that reports the state speaks. */
  readonly reportedOn: string | null;
  readonly stage: string | null;
  readonly withdrawnOn: string | null;
  readonly cancelledOn: string | null;
}

/**
 * The two days of a standard that takes effect on several: from the first it is in force, for some use; from the last
 * on it holds for every use, and only then does it leave nothing to what it replaces. One day for most standards; null
 * where a day is not known.
 */
export interface InForceDays {
  readonly first: StatedDate | null;
  readonly last: StatedDate | null;
}

export const noDays: InForceDays = { first: null, last: null };

/**
 * The days from which a standard holds, by its own dates or by those of the standards it follows. International and
 * foreign documents and guiding technical documents under the rules of 1998 (art. 9) carry no day of implementation: they
 * hold from publication.
 *
 * @param followed the days of a standard that this one takes effect together with
 */
export function inForceDays(ground: InForceGround, followed: (number: string) => InForceDays): InForceDays {
  const uses = ground.implementations.map((one): InForceDays => {
    if (one.date !== undefined) return { first: one.date, last: one.date };
    return one.togetherWith === undefined ? noDays : followed(one.togetherWith);
  });
  const own = ground.implementedOn === null ? undefined : dayAsStated(ground.implementedOn, ground.implementations);
  const first = own ?? earliest(uses.flatMap((use) => use.first ?? [])) ?? publicationDay(ground);
  return { first, last: uses.length === 0 ? first : latest(uses) };
}

/** The numbers of the standards whose days this one follows. */
export function followedNumbers(ground: InForceGround): readonly string[] {
  return ground.implementations.flatMap((one) => one.togetherWith ?? []);
}

/** A draft has no day of its own yet. */
function publicationDay(ground: InForceGround): StatedDate | null {
  const holdsFromPublication =
    ground.tier === 'international' || ground.tier === 'foreign' || ground.nature === 'guiding';
  if (!holdsFromPublication || ground.reportedState === 'inDevelopment' || ground.publishedOn === null) return null;
  return dayAsWritten(ground.publishedOn, ground.publishedAs);
}

function dayAsStated(day: string, implementations: readonly Implementation[]): StatedDate {
  return implementations.find((one) => one.date?.first === day)?.date ?? { written: day, first: day, last: day };
}

function earliest(days: readonly StatedDate[]): StatedDate | null {
  return days.reduce<StatedDate | null>(
    (least, one) => (least === null || one.first < least.first ? one : least),
    null,
  );
}

/** The last of the days; none where any is unknown. Of two that may be the same day, the one that is less sure. */
function latest(uses: readonly InForceDays[]): StatedDate | null {
  const days = uses.map((use) => use.last);
  return days.reduce<StatedDate | null>(
    (most, one) => (most === null || one === null ? null : isLater(one, most) ? one : most),
    days[0] ?? null,
  );
}

export function isLater(one: StatedDate, other: StatedDate): boolean {
  return one.first > other.first || (one.first === other.first && one.last > other.last);
}

/** A day of a record with its precision as its source wrote it: '2014-10' is any day of October. */
export function dayAsWritten(first: string, written: string | null): StatedDate {
  const as = written ?? first;
  return { written: as, first, last: lastDayOf(as) };
}
