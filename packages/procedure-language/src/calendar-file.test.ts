import { describe, expect, test } from 'vitest';
import { endOfPeriod, isWorkingDay, readCalendar } from './index.ts';

const year = (number: number, ...holidays: readonly string[]): string =>
  [
    `  - year: ${number}`,
    '    notices: [{ title: { zh: 通知, en: Notice }, number: 国办发明电〔2000〕1号 }]',
    '    confirmed: false',
    '    holidays:',
    ...holidays.map((holiday) => `      - { name: { zh: 节, en: Feast }, ${holiday} }`),
    '',
  ].join('\n');
const read = (...years: readonly string[]) =>
  readCalendar('china.yaml', `calendar: { zh: 历, en: Calendar }\nyears:\n${years.join('')}`);
const codesOf = (...years: readonly string[]) => read(...years).mistakes.map(({ line, code }) => `${line} ${code}`);

describe('a calendar', () => {
  const { calendar, mistakes } = read(year(2026, 'free: 2026-10-01/2026-10-07, worked: [2026-10-10]'));

  test('knows free days of the week and worked days of weekends', () => {
    expect(mistakes).toEqual([]);
    expect(isWorkingDay('2026-10-01', calendar)).toBe(false);
    expect(isWorkingDay('2026-10-08', calendar)).toBe(true);
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true);
    expect(isWorkingDay('2026-10-11', calendar)).toBe(false);
    expect(calendar.names.get('2026-10-10')?.en).toBe('Feast');
  });

  test('says of a year without notice that only the week is known', () => {
    const end = endOfPeriod('2026-12-20', { amount: 30, unit: 'days' }, calendar);
    expect(end).toEqual({ day: '2027-01-19', holidaysKnown: false });
    expect(endOfPeriod('2026-09-01', { amount: 30, unit: 'days' }, calendar)).toEqual({
      day: '2026-10-08',
      countedTo: '2026-10-01',
      holidaysKnown: true,
    });
  });
});

describe('mistakes of a calendar', () => {
  test.each([
    ['a worked day that is no weekend', ['free: 2026-10-01, worked: [2026-10-09]'], '7 worked-day-of-the-week'],
    ['an end before its beginning', ['free: 2026-10-07/2026-10-01'], '7 days-empty'],
    ['a day of another year', ['free: 2028-10-01'], '7 day-of-other-year'],
    ['a day written twice', ['free: 2026-10-01', 'free: 2026-10-01'], '8 day-repeated'],
    ['a day that does not exist', ['free: 2026-02-30'], '7 shape-wrong'],
  ])('%s', (_name, holidays, expected) => {
    expect(codesOf(year(2026, ...holidays))).toEqual([expected]);
  });

  test('a year that stands twice', () => {
    expect(codesOf(year(2026, 'free: 2026-10-01'), year(2026, 'free: 2026-10-02'))).toEqual(['8 year-repeated']);
  });
});
