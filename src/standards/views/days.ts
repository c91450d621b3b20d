import type { WrittenDate } from '../../portal/calendar.ts';
import { dayAsWritten, isLater } from '../in-force-days.ts';
import type { StatedDate } from '../model.ts';
import { type Brief, statusAt } from '../queries/brief.ts';
import type { StatusOnDay } from '../status.ts';

/** The status on a day with its days as their sources wrote them: one that says 2007 is not made to say 2007-01-01. */
export interface StatusAsStated extends Pick<StatusOnDay, 'code' | 'basis'> {
  readonly since: StatedDate | null;
  readonly until: StatedDate | null;
  /** False where the asked day lies between the first and the last day that `since` can mean. */
  readonly isCertain: boolean;
}

export function statusAsStated(brief: Brief, day: string): StatusAsStated {
  const { code, basis, since, until } = statusAt(brief, day);
  const known = stateDays(brief);
  const begun = since === null ? null : (known[begins[code] ?? 'none'] ?? sameDay(since));
  const ends = [known.superseded, known.withdrawn, known.inForce, known.published];
  return {
    code,
    basis,
    since: begun,
    until: until === null ? null : (ends.find((one) => one?.first === until) ?? sameDay(until)),
    isCertain: begun === null || !hasRules.has(code) || begun.last <= day || begun.first === begun.last,
  };
}

/** The day that begins each status. */
const begins: Readonly<Record<string, 'inForce' | 'superseded' | 'withdrawn' | 'published'>> = {
  inForce: 'inForce',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  notYetInForce: 'published',
};
/** Statuses before which the standard held, or did not, otherwise than after. */
const hasRules: ReadonlySet<string> = new Set(['inForce', 'superseded', 'withdrawn']);

function stateDays(brief: Brief) {
  return {
    inForce: brief.days.first,
    superseded: supersededDay(brief),
    withdrawn: brief.withdrawnOn === null ? null : dayAsWritten(brief.withdrawnOn, brief.withdrawnAs),
    published: brief.publishedOn === null ? null : dayAsWritten(brief.publishedOn, brief.publishedAs),
    none: null,
  };
}

/** The day on which the last of its successors took over, no surer than the source of that one wrote it. */
export function supersededDay({ dates, successors }: Pick<Brief, 'dates' | 'successors'>): StatedDate | null {
  const { supersededOn } = dates;
  if (supersededOn === null) return null;
  const last = successors.filter((one) => one.isAwaited).flatMap((one) => one.days.last ?? []);
  return last.reduce((most, one) => (isLater(one, most) ? one : most), sameDay(supersededOn));
}

function sameDay(day: string): StatedDate {
  return { written: day, first: day, last: day };
}

/** The day from which it holds as written. */
export function inForceFrom(brief: Pick<Brief, 'days'>): WrittenDate | undefined {
  return brief.days.first?.written;
}

/** The day on which it ended in law or by its successors. */
export function endOf(brief: Brief): { readonly on: WrittenDate | undefined; readonly isInferred: boolean } {
  const { withdrawnOn, supersededOn, cancelledOn } = brief.dates;
  if (withdrawnOn !== null && (supersededOn === null || withdrawnOn <= supersededOn))
    return { on: brief.withdrawnAs ?? withdrawnOn, isInferred: false };
  if (supersededOn !== null) return { on: supersededDay(brief)?.written, isInferred: true };
  return { on: cancelledOn ?? undefined, isInferred: false };
}
