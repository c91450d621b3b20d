import type { WrittenDate } from '../../portal/calendar.ts';
import type { Brief } from '../queries/brief.ts';

/** A day of a standard as its source wrote it: a source that says 2007 is not made to say 2007-01-01. */
export function asWritten(
  brief: Pick<Brief, 'publishedOn' | 'publishedAs' | 'withdrawnOn' | 'withdrawnAs' | 'implementations'>,
  day: string,
): WrittenDate {
  if (day === brief.publishedOn && brief.publishedAs !== null) return brief.publishedAs;
  if (day === brief.withdrawnOn && brief.withdrawnAs !== null) return brief.withdrawnAs;
  return brief.implementations.find((one) => one.date?.first === day)?.date?.written ?? day;
}

/** The same, where the day may be unknown. */
export function writtenOr(brief: Parameters<typeof asWritten>[0], day: string | null): WrittenDate | undefined {
  return day === null ? undefined : asWritten(brief, day);
}

/** The day on which it ended in law or by its successors. */
export function endOf(brief: Brief): { readonly on: WrittenDate | undefined; readonly isInferred: boolean } {
  const { withdrawnOn, supersededOn, cancelledOn } = brief.dates;
  if (withdrawnOn !== null && (supersededOn === null || withdrawnOn <= supersededOn))
    return { on: asWritten(brief, withdrawnOn), isInferred: false };
  if (supersededOn !== null) return { on: supersededOn, isInferred: true };
  return { on: cancelledOn ?? undefined, isInferred: false };
}
