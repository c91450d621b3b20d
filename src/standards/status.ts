import type { StatusCode } from '../portal/register-codes.ts';
import type { ReportedState } from './model.ts';

/**
 * The days from which the status of any day follows. They are resolved from the standard's own rows and from those of
 * its successors, and stand in the search entry too; no status word is ever stored.
 */
export interface StatusDates {
  /** First day the publication date can mean. */
  readonly publishedOn: string | null;
  /** In force from this day; for documents without a day of implementation the day of publication. */
  readonly inForceOn: string | null;
  /** The day on which the last of the successors that replace it as a whole, or share it, holds for every use. */
  readonly supersededOn: string | null;
  readonly withdrawnOn: string | null;
  readonly cancelledOn: string | null;
  /** Status word of the source, valid from `reportedOn` on, where the dates leave the end or everything open. */
  readonly reportedState: ReportedState | null;
  readonly reportedOn: string | null;
}

export interface StatusOnDay {
  readonly code: StatusCode;
  /** What it rests on: dates, the word of a source, or nothing. */
  readonly basis: 'dates' | 'reported' | 'none';
  /** The first day it has held, when known. */
  readonly since: string | null;
  /** The first day it will not hold any more, when known. */
  readonly until: string | null;
}

/**
 * Status on a day. Between publication and implementation the edition is not yet in force and its predecessor still is;
 * from the day on which every successor that replaces it as a whole is in force for every use it is superseded
 * (Standardization Law and the measures on national standards; domain rule 2.7 b to d). A source's word counts only where
 * dates are silent, and only from the day on which the source spoke.
 */
export function statusOn(dates: StatusDates, day: string): StatusOnDay {
  const { publishedOn, inForceOn, supersededOn, withdrawnOn, cancelledOn } = dates;
  if (has(cancelledOn, day)) return dated('numberCancelled', cancelledOn, null);
  if (has(supersededOn, day) && !(has(withdrawnOn, day) && withdrawnOn < supersededOn))
    return dated('superseded', supersededOn, null);
  if (has(withdrawnOn, day)) return dated('withdrawn', withdrawnOn, null);
  if (publishedOn !== null && publishedOn > day) return dated('notYetPublished', null, publishedOn);
  const ends = earliest([supersededOn, withdrawnOn, cancelledOn]);
  const reported = reportedOn(dates, day);
  // An end without a day: the source says it is over, and no date says since when.
  if ((reported === 'withdrawn' || reported === 'superseded') && ends === null)
    return { code: reported, basis: 'reported', since: null, until: null };
  if (has(inForceOn, day)) {
    const isEndOpen = ends === null && (dates.reportedState === 'withdrawn' || dates.reportedState === 'superseded');
    // Withdrawn by the day the source spoke, but nobody says since when: before that day it may have been either.
    if (isEndOpen && publishedOn !== null)
      return { code: 'unknown', basis: 'none', since: null, until: dates.reportedOn };
    return dated('inForce', inForceOn, ends);
  }
  if (inForceOn !== null) return dated('notYetInForce', publishedOn, inForceOn);
  if (reported !== null) return { code: reported, basis: 'reported', since: null, until: ends };
  return { code: 'unknown', basis: 'none', since: null, until: ends };
}

function has(date: string | null, day: string): date is string {
  return date !== null && date <= day;
}

function dated(code: StatusCode, since: string | null, until: string | null): StatusOnDay {
  return { code, basis: 'dates', since, until };
}

function reportedOn(dates: StatusDates, day: string): ReportedState | null {
  if (dates.reportedState === null) return null;
  return dates.reportedOn === null || dates.reportedOn <= day ? dates.reportedState : null;
}

function earliest(days: readonly (string | null)[]): string | null {
  return days.reduce((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}

/** What the status dates are resolved from: the standard itself and, for each successor it waits for, when that one takes over. */
export interface StatusGround {
  readonly publishedOn: string | null;
  /** The first day from which it holds (`in-force-days.ts`). */
  readonly inForceOn: string | null;
  readonly withdrawnOn: string | null;
  readonly cancelledOn: string | null;
  readonly reportedState: ReportedState | null;
  readonly reportedOn: string | null;
  /** The days on which the successors that it waits for take over wholly (`successors.ts`); null where a day is unknown. */
  readonly awaitedDays: readonly (string | null)[];
}

/**
 * The status dates of a standard. A standard whose own dates are unknown but whose every successor is in force is
 * superseded all the same.
 */
export function statusDates(ground: StatusGround): StatusDates {
  const isDraft = ground.reportedState === 'inDevelopment';
  const days = ground.awaitedDays.filter((day) => day !== null).sort();
  const isSettled = days.length > 0 && days.length === ground.awaitedDays.length;
  return {
    publishedOn: isDraft ? null : ground.publishedOn,
    inForceOn: ground.inForceOn,
    supersededOn: isSettled ? (days.at(-1) ?? null) : null,
    withdrawnOn: ground.withdrawnOn,
    cancelledOn: ground.cancelledOn,
    reportedState: ground.reportedState,
    reportedOn: ground.reportedOn,
  };
}
