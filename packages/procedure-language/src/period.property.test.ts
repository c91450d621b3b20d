import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfNumber, lastOfMonth, numberOfDay } from './day.ts';
import { dayAfter, daysFrom, endOfPeriod, isDay, isWorkingDay, type PeriodUnit, periodUnits } from './index.ts';

const day = fc.integer({ min: numberOfDay('2015-01-01'), max: numberOfDay('2035-12-31') }).map(dayOfNumber);
/** Any days free or worked, as notices may say; at most some weeks on end, so that every period has its end. */
const calendar = fc
  .array(fc.tuple(day, fc.constantFrom('working' as const, 'free' as const)), { maxLength: 200 })
  .map((days) => ({ exceptions: new Map(days), years: new Set([2020, 2021]) }));
const unit = fc.constantFrom<PeriodUnit>(...periodUnits);
const amount = fc.integer({ min: 1, max: 60 });

describe('the end of a period', () => {
  test('is never a free day, and never before the day as counted', () => {
    fc.assert(
      fc.property(day, amount, unit, calendar, (from, n, one, held) => {
        const end = endOfPeriod(from, { amount: n, unit: one }, held);
        expect(isWorkingDay(end.day, held)).toBe(true);
        expect(end.day > from).toBe(true);
        if (end.countedTo === undefined) return;
        expect(isWorkingDay(end.countedTo, held)).toBe(false);
        for (let passed = end.countedTo; passed < end.day; passed = dayAfter(passed, 1))
          expect(isWorkingDay(passed, held)).toBe(false);
      }),
    );
  });

  test('of working days has exactly that many worked days behind it', () => {
    fc.assert(
      fc.property(day, amount, calendar, (from, n, held) => {
        const end = endOfPeriod(from, { amount: n, unit: 'workingDays' }, held).day;
        let worked = 0;
        for (let one = dayAfter(from, 1); one <= end; one = dayAfter(one, 1)) if (isWorkingDay(one, held)) worked++;
        expect(worked).toBe(n);
      }),
    );
  });

  test('of days lies that many days on, before it is moved', () => {
    fc.assert(
      fc.property(day, amount, calendar, (from, n, held) => {
        const { day: end, countedTo = end } = endOfPeriod(from, { amount: n, unit: 'days' }, held);
        expect(daysFrom(from, countedTo)).toBe(n);
      }),
    );
  });

  test('of months keeps the number of the day or is the last of its month', () => {
    fc.assert(
      fc.property(day, amount, calendar, (from, n, held) => {
        const { day: end, countedTo = end } = endOfPeriod(from, { amount: n, unit: 'months' }, held);
        const [year = 0, month = 0, date = 0] = countedTo.split('-').map(Number);
        const [fromYear = 0, fromMonth = 0, fromDate = 0] = from.split('-').map(Number);
        expect(year * 12 + month).toBe(fromYear * 12 + fromMonth + n);
        expect(date).toBe(Math.min(fromDate, lastOfMonth(year, month)));
      }),
    );
  });

  test('does not come earlier when the occasion or the period is longer', () => {
    fc.assert(
      fc.property(day, fc.nat(40), amount, unit, calendar, (from, later, n, one, held) => {
        const end = (start: string, length: number) => endOfPeriod(start, { amount: length, unit: one }, held).day;
        expect(end(dayAfter(from, later), n) >= end(from, n)).toBe(true);
        expect(end(from, n + 1) >= end(from, n)).toBe(true);
      }),
    );
  });

  test.each([
    ['2026-01-31', 1, 'months', '2026-02-28'],
    ['2024-01-31', 1, 'months', '2024-02-29'],
    ['2024-02-29', 1, 'years', '2025-02-28'],
    ['2026-08-31', 6, 'months', '2027-02-28'],
  ] as const)('%s and %i %s is counted to %s', (from, n, one, expected) => {
    const week = { exceptions: new Map<string, 'working' | 'free'>(), years: new Set<number>() };
    const { day: end, countedTo = end } = endOfPeriod(from, { amount: n, unit: one }, week);
    expect(countedTo).toBe(expected);
  });
});

describe('a day', () => {
  test('and its number are inverse, and agree with the calendar of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const text = dayOfNumber(number);
        expect(numberOfDay(text)).toBe(number);
        expect(text).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });

  test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '2026-1-1', ''])(
    '%s is none',
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(() => numberOfDay(text)).toThrow(RangeError);
    },
  );
});
