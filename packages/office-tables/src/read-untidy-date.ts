import { type CalendarDay, dayOfSerial, isDay, isoDay, isoMonth } from './calendar.ts';
import type { Cell } from './table.ts';
import type { DateDoubt, DateProblem, FoundDate, UntidyDate, WrittenDate } from './untidy-date.ts';
import { dateInWords } from './written-dates.ts';

/**
 * The date in a cell as offices write it: 2023.5.1, 2023年5月, 2023/05, 20230501, 1 May 2023, 二〇二三年五月一日, full-width
 * digits, a spreadsheet number. Reduced precision stays reduced (GB/T 7408.1, ISO 8601-1, 5.2.2); what can be read in two
 * ways is marked doubtful with both readings.
 *
 * @example readUntidyDate({ text: '2023年5月', kind: 'text' }) // { ok: true, date: '2023-05', precision: 'month' }
 * @example readUntidyDate({ text: '01/02/2023', kind: 'text' }) // doubtful: 'office-tables.date-order'
 */
export function readUntidyDate(cell: Cell, dateBase: 1900 | 1904 = 1900): UntidyDate | DateProblem {
  const { text } = cell;
  const tidy = tidyText(text);
  if (cell.kind === 'empty' || isPlaceholder(tidy)) return { ok: false, code: 'office-tables.date-missing', text };
  if (cell.kind === 'formula' || cell.kind === 'error' || cell.kind === 'boolean' || tidy.length > 100)
    return { ok: false, code: 'office-tables.date-not-understood', text };
  const found = digitsOnly(tidy, dateBase) ?? separated(tidy) ?? dateInWords(tidy);
  if (found === 'several') return { ok: false, code: 'office-tables.date-several', text };
  if (!found) return { ok: false, code: 'office-tables.date-not-understood', text };
  const [first, ...others] = found.readings.filter(isWritten).map(isoOf);
  if (first === undefined) return { ok: false, code: 'office-tables.date-impossible', text };
  return answer(first, others, found.doubtful);
}

function answer(date: string, others: readonly string[], doubtful: DateDoubt | undefined): UntidyDate {
  const precision = date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
  const year = Number(date.slice(0, 4));
  const doubt = doubtful ?? (year < 1900 || year > 2100 ? ('office-tables.date-improbable-year' as const) : undefined);
  const readings = others.length > 0 ? { readings: [date, ...others] } : {};
  return { ok: true, date, precision, ...(doubt ? { doubtful: doubt } : {}), ...readings };
}

/** Narrow digits, one kind of dash, no space around separators, no time of day. */
function tidyText(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/[‐-―−]/g, '-')
    .replace(/。/g, '.')
    .replace(/(?<=\d)\.$/, '')
    .replace(/\s*([-./年月日号])\s*/g, '$1')
    .replace(/(?<=\d{1,2}日?)[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?$/i, '');
}

function isPlaceholder(tidy: string): boolean {
  return /^(?:|[-/\\.…*?_]+|无|暂无|空|不详|未知|n\/?a|none|null|unknown|tbd)$/i.test(tidy);
}

function digitsOnly(tidy: string, dateBase: 1900 | 1904): FoundDate | undefined {
  const digits = /^(\d{4,8})(?:\.0+)?$/.exec(tidy)?.[1] ?? /^(\d{5})\.\d{1,15}$/.exec(tidy)?.[1];
  if (digits === undefined) return undefined;
  const at = (from: number, to: number) => Number(digits.slice(from, to));
  switch (digits.length) {
    case 8:
      return { readings: [{ year: at(0, 4), month: at(4, 6), day: at(6, 8) }] };
    case 6:
      return sixDigits(
        { year: at(0, 4), month: at(4, 6) },
        { year: century(at(0, 2)), month: at(2, 4), day: at(4, 6) },
      );
    case 5: {
      const day = dayOfSerial(Number(digits), dateBase);
      return day && day.year <= 2100
        ? { readings: [day], doubtful: 'office-tables.date-spreadsheet-number' }
        : undefined;
    }
    case 4:
      return Number(digits) >= 1900 && Number(digits) <= 2100 ? { readings: [{ year: Number(digits) }] } : undefined;
    default:
      return undefined;
  }
}

/** 202305 is a month, 230501 a day with a short year, 201112 may be both. */
function sixDigits(month: WrittenDate, day: WrittenDate): FoundDate {
  const isMonth = isWritten(month) && month.year >= 1900 && month.year <= 2100;
  if (!isMonth) return { readings: [day], doubtful: 'office-tables.date-two-digit-year' };
  return isWritten(day) ? { readings: [month, day], doubtful: 'office-tables.date-order' } : { readings: [month] };
}

function separated(tidy: string): FoundDate | undefined {
  const [, year, month, day] = /^(\d{4})[-./年](\d{1,2})(?:[-./月](\d{1,2}))?[月日号]?$/.exec(tidy) ?? [];
  if (year !== undefined) return { readings: [written(year, month, day)] };
  const yearAlone = /^(\d{4})年[度版]?$/.exec(tidy)?.[1];
  if (yearAlone !== undefined) return { readings: [{ year: Number(yearAlone) }] };
  return yearLast(tidy) ?? shortYear(tidy);
}

/** 25/12/2023 and 12/25/2023 explain themselves, 01/02/2023 does not. Day first is the order of ISO member countries but one. */
function yearLast(tidy: string): FoundDate | undefined {
  const [, monthOnly, itsYear] = /^(\d{1,2})[-./](\d{4})$/.exec(tidy) ?? [];
  if (itsYear !== undefined) return { readings: [written(itsYear, monthOnly)] };
  const [, first, , second, year] = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(tidy) ?? [];
  if (year === undefined) return undefined;
  const readings = [written(year, second, first), written(year, first, second)].filter(isWritten);
  const isAmbiguous = readings.length === 2 && first !== second;
  return { readings: isAmbiguous ? readings : readings.slice(0, 1), ...(isAmbiguous ? orderDoubt : {}) };
}

const orderDoubt = { doubtful: 'office-tables.date-order' } as const;

function shortYear(tidy: string): FoundDate | undefined {
  const [, year, month, day] = /^'?(\d{2})[-./年](\d{1,2})(?:[-./月](\d{1,2}))?[月日号]?$/.exec(tidy) ?? [];
  if (year === undefined) return undefined;
  const likely = century(Number(year));
  const other = likely >= 2000 ? likely - 100 : likely + 100;
  const doubtful = 'office-tables.date-two-digit-year';
  return { readings: [written(String(likely), month, day), written(String(other), month, day)], doubtful };
}

/** Two digits mean the century in which the standards of the People's Republic were published: from 1949 on. */
function century(short: number): number {
  return short >= 49 ? 1900 + short : 2000 + short;
}

function written(year: string, month?: string, day?: string): WrittenDate {
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

function isWritten({ year, month = 1, day = 1 }: WrittenDate): boolean {
  return isDay({ year, month, day });
}

function isoOf(date: WrittenDate): string {
  if (date.month === undefined) return isoMonth({ year: date.year, month: 1 }).slice(0, 4);
  if (date.day === undefined) return isoMonth({ year: date.year, month: date.month });
  const day: CalendarDay = { year: date.year, month: date.month, day: date.day };
  return isoDay(day);
}
