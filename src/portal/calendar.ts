import { addDays, addMonths, daysBetween } from '../foundation/clock.ts';

/** A day of the civil calendar, 'YYYY-MM-DD'. */
export type CalendarDay = string;

/** A date as its source wrote it: 'YYYY-MM-DD', or of lower precision 'YYYY-MM' or 'YYYY'. */
export type WrittenDate = string;

export interface Span {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  /** The same length in days alone. */
  readonly totalDays: number;
}

interface DateParts {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

const writtenDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export function partsOf(written: WrittenDate): DateParts {
  const match = writtenDate.exec(written);
  if (!match) throw new RangeError(`not a calendar date: ${written}`);
  const [, year, month, day] = match;
  return {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
  };
}

/** A date of lower precision stays as written; only whole days can be counted from. */
export function isWholeDay(written: WrittenDate): boolean {
  return writtenDate.test(written) && written.length === 10;
}

/** The first day a written date can mean: '2019-12' is 2019-12-01 at the earliest. */
export function firstDayOf(written: WrittenDate): CalendarDay {
  const { year, month, day } = partsOf(written);
  return iso(year, month ?? 1, day ?? 1);
}

/** The last day a written date can mean: '2019-12' is 2019-12-31 at the latest. */
export function lastDayOf(written: WrittenDate): CalendarDay {
  const { month, day } = partsOf(written);
  if (day !== undefined) return written;
  return addDays(addMonths(firstDayOf(written), month === undefined ? 12 : 1), -1);
}

/** The first of January of a year, also of the years before 1000. */
export function firstDayOfYear(year: number): CalendarDay {
  return iso(year, 1, 1);
}

/** Days since 1970-01-01, of the first day a written date can mean: a place on a time axis. */
export function dayNumber(written: WrittenDate): number {
  return daysBetween('1970-01-01', firstDayOf(written));
}

/** Whole years, months and days from one day to a later one, as people count them. */
export function spanBetween(from: CalendarDay, to: CalendarDay): Span {
  if (to < from) return spanBetween(to, from);
  const start = partsOf(from);
  const end = partsOf(to);
  const begun = (end.year - start.year) * 12 + (end.month ?? 1) - (start.month ?? 1);
  const months = addMonths(from, begun) > to ? begun - 1 : begun;
  const anchor = addMonths(from, months);
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: daysBetween(anchor, to),
    totalDays: daysBetween(from, to),
  };
}

function iso(year: number, month: number, day: number): CalendarDay {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
