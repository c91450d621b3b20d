import { z } from 'zod';
import { dayOfNumber, isDay, numberOfDay } from './day.ts';
import { at, type FileMistake, type ReadText, readYamlText } from './mistake.ts';
import { isWeekend, type WorkCalendar } from './period.ts';
import type { InBoth } from './rule.ts';

const inBoth = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'not a day YYYY-MM-DD')
  .refine(isDay, 'not a day of the calendar');
/** One day, or from one to another as in ISO 8601: `2026-02-15/2026-02-23`. */
const days = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(\/\d{4}-\d{2}-\d{2})?$/, 'not a day or days such as 2026-02-15/2026-02-23')
  .refine((text) => text.split('/').every(isDay), 'not a day of the calendar');

/** `definitions/calendars/*.yaml`: free days and worked weekend days, year by year. */
export const calendarFileShape = z.strictObject({
  calendar: inBoth,
  years: z
    .array(
      z.strictObject({
        year: z.int().min(1949).max(2999),
        notices: z
          .array(
            z.strictObject({
              title: inBoth,
              number: z.string().min(1),
              issuedOn: day.optional(),
              address: z.url().optional(),
            }),
          )
          .min(1),
        confirmed: z.boolean(),
        note: inBoth.optional(),
        holidays: z.array(z.strictObject({ name: inBoth, free: days, worked: z.array(day).optional() })).min(1),
      }),
    )
    .min(1),
});
export type CalendarFile = z.infer<typeof calendarFileShape>;
export type CalendarYear = CalendarFile['years'][number];

/** A calendar of work with what it rests on. */
export interface NamedCalendar extends WorkCalendar {
  readonly title: InBoth;
  /** What each year's notices say, by year. */
  readonly notices: ReadonlyMap<number, CalendarYear>;
  /** Names of the holidays a day is free or worked for. */
  readonly names: ReadonlyMap<string, InBoth>;
}

export interface ReadCalendar {
  readonly calendar: NamedCalendar;
  readonly mistakes: readonly FileMistake[];
}

/** Reads a calendar of holidays from its YAML text; all mistakes are found together. */
export function readCalendar(file: string, text: string): ReadCalendar {
  const read = readYamlText(file, text, calendarFileShape);
  const years = read.value?.years ?? [];
  const exceptions = new Map<string, 'working' | 'free'>();
  const names = new Map<string, InBoth>();
  const marked = years.flatMap(({ holidays }) => holidays.flatMap(markedDays));
  for (const { day: one, mark, name } of marked) {
    exceptions.set(one, mark);
    names.set(one, name);
  }
  return {
    calendar: {
      title: read.value?.calendar ?? { zh: '', en: '' },
      exceptions,
      names,
      years: new Set(years.map(({ year }) => year)),
      notices: new Map(years.map((year) => [year.year, year])),
    },
    mistakes: [...read.mistakes, ...calendarMistakes(file, read)],
  };
}

type Holiday = CalendarYear['holidays'][number];

interface MarkedDay {
  readonly day: string;
  readonly mark: 'working' | 'free';
  readonly name: InBoth;
}

function markedDays({ name, free, worked = [] }: Holiday): readonly MarkedDay[] {
  return [
    ...daysOf(free).map((one) => ({ day: one, mark: 'free' as const, name })),
    ...worked.map((one) => ({ day: one, mark: 'working' as const, name })),
  ];
}

/** Every day of a day or days, in order; none when the end lies before the beginning. */
function daysOf(text: string): readonly string[] {
  const [first = text, last = first] = text.split('/');
  const [from, to] = [numberOfDay(first), numberOfDay(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => dayOfNumber(from + index));
}

function calendarMistakes(file: string, { value, lineOf }: ReadText<CalendarFile>): readonly FileMistake[] {
  const seenYears = new Set<number>();
  const seen = new Map<string, string>();
  return (value?.years ?? []).flatMap(({ year, holidays }, index) => {
    const repeated = seenYears.has(year)
      ? [told(file, lineOf(['years', index]), 'year-repeated', yearRepeated(year))]
      : [];
    seenYears.add(year);
    const ofHolidays = holidays.flatMap((holiday, place) => {
      const line = lineOf(['years', index, 'holidays', place]);
      return holidayMistakes(year, holiday, seen).map(({ code, ...words }) => told(file, line, code, words));
    });
    return [...repeated, ...ofHolidays];
  });
}

interface Words {
  readonly what: InBoth;
  readonly remedy: InBoth;
}

function told(file: string, line: number | undefined, code: string, words: Words): FileMistake {
  return { ...at(file, line), code, ...words };
}

function yearRepeated(year: number): Words {
  return {
    what: { zh: `${year} 年出现了两次。`, en: `The year ${year} stands twice.` },
    remedy: {
      zh: '合并为一个年份；后来的通知写入 notices。',
      en: 'Make it one year; a later notice goes into notices.',
    },
  };
}

/** @param seen the days marked so far, with their holidays; it grows */
function holidayMistakes(year: number, holiday: Holiday, seen: Map<string, string>) {
  const found: (Words & { readonly code: string })[] = [];
  if (daysOf(holiday.free).length === 0) found.push({ code: 'days-empty', ...daysEmpty(holiday.free) });
  for (const { day: one, mark, name } of markedDays(holiday)) {
    const other = seen.get(one);
    if (other !== undefined) found.push({ code: 'day-repeated', ...dayRepeated(one, other) });
    seen.set(one, name.zh);
    // The new year's days and the weekends worked for them may lie in the year before.
    if (Math.abs(Number(one.slice(0, 4)) - year) > 1)
      found.push({ code: 'day-of-other-year', ...otherYear(one, year) });
    if (mark === 'working' && !isWeekend(one)) found.push({ code: 'worked-day-of-the-week', ...workedWeekday(one) });
  }
  return found;
}

function daysEmpty(text: string): Words {
  return {
    what: { zh: `“${text}”的末日早于首日。`, en: `"${text}" ends before it begins.` },
    remedy: { zh: '先写首日，再写末日。', en: 'Write the first day, then the last.' },
  };
}

function dayRepeated(one: string, other: string): Words {
  return {
    what: { zh: `${one} 已写在“${other}”之下。`, en: `${one} already stands under "${other}".` },
    remedy: { zh: '每一天只写一次。', en: 'Write each day once.' },
  };
}

function otherYear(one: string, year: number): Words {
  return {
    what: { zh: `${one} 不属于 ${year} 年的通知。`, en: `${one} does not belong to the notice of ${year}.` },
    remedy: { zh: '更正日期，或移到所属年份。', en: 'Correct the day, or move it to its year.' },
  };
}

function workedWeekday(one: string): Words {
  return {
    what: { zh: `${one} 不是星期六或星期日。`, en: `${one} is neither a Saturday nor a Sunday.` },
    remedy: { zh: 'worked 只写调休上班的周末日。', en: 'worked lists only the days of weekends that are worked.' },
  };
}
