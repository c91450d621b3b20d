import { daysBetween } from '../foundation/clock.ts';
import { type CalendarDay, isWholeDay, partsOf, type Span, spanBetween, type WrittenDate } from './calendar.ts';
import type { Language } from './languages.ts';
import { portalText } from './texts.ts';

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A date in words, no more precise than it was written: 1 May 2023, December 2019, 2019; 2023年5月1日, 2019年12月, 2019年. */
export function dateText(lang: Language, written: WrittenDate): string {
  const { year, month, day } = partsOf(written);
  if (lang === 'en') {
    const monthName = month === undefined ? undefined : englishMonths[month - 1];
    return [day, monthName, year].filter((part) => part !== undefined).join(' ');
  }
  return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
}

/** A date as an element that programs read too. */
export function WrittenDay({ lang, date }: { readonly lang: Language; readonly date: WrittenDate }) {
  return <time datetime={date}>{dateText(lang, date)}</time>;
}

/** A date in a table: ISO 8601, as in fields and logs. */
export function IsoDay({ date }: { readonly date: WrittenDate }) {
  return (
    <time class="num" datetime={date}>
      {date}
    </time>
  );
}

/** How far away a day is, seen from today: 还有 17 天, in 13 months. Nothing for a date of lower precision. */
export function distanceText(lang: Language, today: CalendarDay, date: WrittenDate): string | undefined {
  if (!isWholeDay(date)) return undefined;
  const t = portalText(lang);
  const days = daysBetween(today, date);
  if (days === 0) return t('date.today');
  const length = spanText(lang, spanBetween(today, date), days > 0 ? aheadLimits : behindLimits);
  return days > 0 ? t('date.ahead', { length }) : t('date.behind', { length });
}

/** How long something has lasted, in the largest units that matter: 3 years and 3 months. */
export function durationText(lang: Language, from: CalendarDay, to: CalendarDay): string {
  return spanText(lang, spanBetween(from, to), behindLimits);
}

/** A period to the day: 3 years 22 days. */
export function exactDurationText(lang: Language, from: CalendarDay, to: CalendarDay): string {
  const { years, months, days } = spanBetween(from, to);
  const t = portalText(lang);
  const parts = [
    years > 0 ? t('date.years', { n: years }) : undefined,
    months > 0 ? t('date.months', { n: months }) : undefined,
    days > 0 ? t('date.days', { n: days }) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : t('date.days', { n: 0 });
}

interface Limits {
  /** Below this many months a length is told in days. */
  readonly daysBelow: number;
  /** Below this many months it is told in months only. */
  readonly monthsBelow: number;
}

// A day ahead is planned for, so it is told in days for half a year; what lies behind is told in coarser units.
const aheadLimits: Limits = { daysBelow: 6, monthsBelow: 24 };
const behindLimits: Limits = { daysBelow: 2, monthsBelow: 12 };

function spanText(lang: Language, span: Span, limits: Limits): string {
  const t = portalText(lang);
  const months = span.years * 12 + span.months;
  if (months < limits.daysBelow) return t('date.days', { n: span.totalDays });
  if (months < limits.monthsBelow) return t('date.months', { n: months });
  const years = t('date.years', { n: span.years });
  if (span.months === 0) return years;
  return t('date.yearsAndMonths', { years, months: t('date.months', { n: span.months }) });
}
