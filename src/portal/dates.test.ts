import { expect, test } from 'vitest';
import { dayNumber, firstDayOf, spanBetween } from './calendar.ts';
import { dateText, distanceText, durationText, exactDurationText } from './dates.tsx';

test('a written date has its place on an axis of days', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('2000-03-01')).toBe(11_017);
  expect(dayNumber('2000-03')).toBe(11_017);
  expect(dayNumber('1969')).toBe(-365);
});

test('a span is told in whole years, months and days', () => {
  expect(spanBetween('2020-04-09', '2023-05-01')).toEqual({ years: 3, months: 0, days: 22, totalDays: 1117 });
  expect(spanBetween('2024-01-31', '2024-02-29')).toEqual({ years: 0, months: 1, days: 0, totalDays: 29 });
});

test('a date of lower precision is at the earliest its first day', () => {
  expect([firstDayOf('2019-12'), firstDayOf('2024')]).toEqual(['2019-12-01', '2024-01-01']);
});

test('a date is written as its language writes it and never more precisely than its source', () => {
  expect(dateText('en', '2023-05-01')).toBe('1 May 2023');
  expect(dateText('zh-Hans', '2023-05-01')).toBe('2023年5月1日');
  expect(dateText('en', '2019-12')).toBe('December 2019');
  expect(dateText('zh-Hans', '2019-12')).toBe('2019年12月');
  expect(dateText('en', '2019')).toBe('2019');
  expect(dateText('zh-Hans', '2019')).toBe('2019年');
  expect(() => dateText('en', '1.5.2023')).toThrow('not a calendar date');
});

test('a day ahead is told by its distance from today', () => {
  expect(distanceText('zh-Hans', '2026-08-15', '2026-09-01')).toBe('还有 17 天');
  expect(distanceText('en', '2026-08-15', '2027-10-01')).toBe('in 13 months');
  expect(distanceText('en', '2026-08-15', '2026-08-16')).toBe('in 1 day');
  expect(distanceText('en', '2026-08-15', '2026-08-15')).toBe('today');
  expect(distanceText('en', '2026-08-15', '2026-08-12')).toBe('3 days ago');
  expect(distanceText('en', '2026-08-15', '2027-10')).toBeUndefined();
});

test('what has lasted is told in the largest units that matter', () => {
  expect(durationText('en', '2023-05-01', '2026-08-15')).toBe('3 years and 3 months');
  expect(durationText('zh-Hans', '2023-05-01', '2026-08-15')).toBe('3 年 3 个月');
  expect(durationText('en', '2025-04-09', '2026-08-15')).toBe('1 year and 4 months');
  expect(exactDurationText('en', '2020-04-09', '2023-05-01')).toBe('3 years 22 days');
  expect(exactDurationText('zh-Hans', '2020-04-09', '2023-05-01')).toBe('3 年 22 天');
});
