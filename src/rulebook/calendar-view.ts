import { type CalendarYear, type InBoth, isWorkingDay, type NamedCalendar } from '@guiju/procedure-language';
import { addDays, addMonths, daysBetween } from '../foundation/clock.ts';

/** The working days of a year. */
export interface YearView {
  readonly year: number;
  /** Absent when no notice of the year is held: then only the week is known. */
  readonly notice: CalendarYear | undefined;
  readonly working: number;
  /** Days of the week that are free by notice. */
  readonly free: number;
  /** Days of weekends that are worked. */
  readonly worked: number;
  readonly months: readonly MonthView[];
  /** The years with a notice, and the one after them. */
  readonly otherYears: readonly number[];
}

export interface MonthView {
  /** `2026-02`. */
  readonly month: string;
  readonly working: number;
  /** Days that are worked or free against the week, with their holidays. */
  readonly exceptions: readonly ExceptionView[];
}

export interface ExceptionView {
  readonly day: string;
  readonly mark: 'working' | 'free';
  readonly name: InBoth | undefined;
}

/** Counts the working days of a year by month. The days of the new year may stand in the notice of the year after. */
export function yearView(calendar: NamedCalendar, year: number): YearView {
  const first = `${String(year).padStart(4, '0')}-01-01`;
  const months = Array.from({ length: 12 }, (_, index) => monthView(calendar, addMonths(first, index)));
  const exceptions = months.flatMap((month) => month.exceptions);
  return {
    year,
    notice: calendar.notices.get(year),
    working: months.reduce((sum, month) => sum + month.working, 0),
    free: exceptions.filter(({ mark }) => mark === 'free').length,
    worked: exceptions.filter(({ mark }) => mark === 'working').length,
    months,
    otherYears: [...calendar.years, Math.max(...calendar.years) + 1]
      .filter((one) => one !== year)
      .sort((one, other) => one - other),
  };
}

/** The week alone: what a day would be without notices. */
const week = { exceptions: new Map<string, 'working' | 'free'>(), years: new Set<number>() };

function monthView(calendar: NamedCalendar, first: string): MonthView {
  const length = daysBetween(first, addMonths(first, 1));
  const days = Array.from({ length }, (_, index) => addDays(first, index));
  return {
    month: first.slice(0, 7),
    working: days.filter((day) => isWorkingDay(day, calendar)).length,
    exceptions: days.flatMap((day) => {
      const isWorked = isWorkingDay(day, calendar);
      if (isWorked === isWorkingDay(day, week)) return [];
      return [{ day, mark: isWorked ? ('working' as const) : ('free' as const), name: calendar.names.get(day) }];
    }),
  };
}
