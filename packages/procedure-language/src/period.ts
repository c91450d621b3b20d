import { dayOfNumber, lastOfMonth, numberOfDay } from './day.ts';
import type { Period } from './rule.ts';

/** Which days are worked, as the yearly notices on holidays say. */
export interface WorkCalendar {
  /** Days that are worked or free against the week: the value tells which. */
  readonly exceptions: ReadonlyMap<string, 'working' | 'free'>;
  /** Years whose notice is held; of others only the week is known. */
  readonly years: ReadonlySet<number>;
}

/** Where a period ends, and whether its last day was moved. */
export interface PeriodEnd {
  /** The last day of the period, on which what is due can still be done. */
  readonly day: string;
  /** The last day as counted, when it was no working day and the period goes on to the next one. */
  readonly countedTo?: string;
  /** False when a year was passed whose holidays are not held. */
  readonly holidaysKnown: boolean;
}

/**
 * The last day of a period. The day of the occasion is not counted, the first day is the one after it; a period that ends
 * on a day that is not worked goes on to the next working day (Civil Code, arts. 201 to 203). A period of months or
 * years ends on the day of the same number, or on the last of the month.
 *
 * @param from the day of the occasion, `2026-03-01`
 * @throws RangeError when `from` is no day
 */
export function endOfPeriod(from: string, period: Period, calendar: WorkCalendar): PeriodEnd {
  const start = numberOfDay(from);
  if (period.unit === 'workingDays') {
    const end = workingDaysAfter(start, period.amount, calendar);
    return { day: dayOfNumber(end), holidaysKnown: knowsYears(calendar, start, end) };
  }
  const counted =
    period.unit === 'days'
      ? start + period.amount
      : monthsAfter(from, period.unit === 'years' ? period.amount * 12 : period.amount);
  const end = nextWorkingDay(counted, calendar);
  const holidaysKnown = knowsYears(calendar, counted, end);
  if (end === counted) return { day: dayOfNumber(end), holidaysKnown };
  return { day: dayOfNumber(end), countedTo: dayOfNumber(counted), holidaysKnown };
}

/** Whether a day is worked: the notice on holidays first, then the week. */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  return isWorked(numberOfDay(day), calendar);
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return isWeekendNumber(numberOfDay(day));
}

/** Days from one day to another; negative when the other is earlier. */
export function daysFrom(one: string, other: string): number {
  return numberOfDay(other) - numberOfDay(one);
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return dayOfNumber(numberOfDay(day) + days);
}

function isWorked(number: number, calendar: WorkCalendar): boolean {
  const exception = calendar.exceptions.get(dayOfNumber(number));
  if (exception !== undefined) return exception === 'working';
  return !isWeekendNumber(number);
}

function isWeekendNumber(number: number): boolean {
  // 1970-01-01 was a Thursday: 0 is Sunday, 6 Saturday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function nextWorkingDay(number: number, calendar: WorkCalendar): number {
  let next = number;
  while (!isWorked(next, calendar)) next++;
  return next;
}

function workingDaysAfter(start: number, amount: number, calendar: WorkCalendar): number {
  let number = start;
  for (let counted = 0; counted < amount; ) if (isWorked(++number, calendar)) counted++;
  return number;
}

function monthsAfter(from: string, months: number): number {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const text = [String(toYear).padStart(4, '0'), toMonth, Math.min(day, lastOfMonth(toYear, toMonth))]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return numberOfDay(text);
}

function knowsYears(calendar: WorkCalendar, from: number, to: number): boolean {
  const last = Number(dayOfNumber(to).slice(0, 4));
  for (let year = Number(dayOfNumber(from).slice(0, 4)); year <= last; year++)
    if (!calendar.years.has(year)) return false;
  return true;
}
