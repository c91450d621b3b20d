import { describe, expect, test } from 'vitest';
import { Refusal } from '../../foundation/refusal.ts';
import { readMoment } from './moment.ts';

const clock = { today: '2026-11-22', timeZone: 'Asia/Shanghai' };

describe('the two clocks of a question', () => {
  test('are today and everything known when nothing is asked', () => {
    expect(readMoment({ asOf: '' }, clock)).toEqual({ day: '2026-11-22' });
  });

  test('take any day of the calendar as the day of law', () => {
    for (const asOf of ['0001-01-01', '2024-02-29', '9999-12-31']) expect(readMoment({ asOf }, clock).day).toBe(asOf);
  });

  test('mean the end of a known day, and an instant in any zone', () => {
    expect(readMoment({ known: '2026-01-31' }, clock).known).toBe('2026-01-31T15:59:59.999Z');
    expect(readMoment({ known: '9998-12-31' }, clock).known).toBe('9998-12-31T15:59:59.999Z');
    expect(readMoment({ known: '1900-01-01T00:00:00+14:00' }, clock).known).toBe('1899-12-31T10:00:00.000Z');
  });

  test.each([
    ...['0000-00-00', '0000-01-01', '2024-02-30', '2023-02-29', 'infinity', '-infinity', 'now', '10000-01-01'].map(
      (asOf) => ({ asOf }),
    ),
    ...['0000-01-01', '0001-01-01', '1899-12-31', '9999-12-31', '9999-12-31T23:59:59-14:00', 'infinity', 'now'].map(
      (known) => ({ known }),
    ),
    { known: '2024-02-30T00:00:00Z' },
    { known: '2026-01-31T24:00:00Z' },
    { known: '2026-01-31 08:00' },
  ])('refuse a day that no calendar or no register has: %o', (asked) => {
    expect(() => readMoment(asked, clock)).toThrow(Refusal);
  });
});
