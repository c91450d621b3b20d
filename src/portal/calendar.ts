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

/** Days since 1970-01-01 in the Gregorian calendar (H. Hinnant's civil day count). */
export function dayNumber(written: WrittenDate): number {
  const { year, month = 1, day = 1 } = partsOf(written);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole years, months and days from one day to a later one, as people count them. */
export function spanBetween(from: CalendarDay, to: CalendarDay): Span {
  if (to < from) return spanBetween(to, from);
  const start = partsOf(from);
  const end = partsOf(to);
  const startDay = start.day ?? 1;
  const endDay = end.day ?? 1;
  let months = (end.year - start.year) * 12 + (end.month ?? 1) - (start.month ?? 1);
  if (endDay < clampDay(end.year, end.month ?? 1, startDay)) months -= 1;
  const anchor = addMonths(from, months);
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: daysBetween(anchor, to),
    totalDays: daysBetween(from, to),
  };
}

export function addMonths(from: CalendarDay, months: number): CalendarDay {
  const { year, month = 1, day = 1 } = partsOf(from);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  return iso(targetYear, targetMonth, clampDay(targetYear, targetMonth, day));
}

function clampDay(year: number, month: number, day: number): number {
  return Math.min(day, daysInMonth(year, month));
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function iso(year: number, month: number, day: number): CalendarDay {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
