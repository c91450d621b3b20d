/** Days of the calendar as whole numbers: no clock, no time zone, only counting. */

const shape = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists, `2026-02-28`. */
export function isDay(text: string): boolean {
  const found = shape.exec(text);
  if (!found) return false;
  const [, year = 0, month = 0, day = 0] = found.map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month);
}

/** The number of the last day of a month. */
export function lastOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year.
 *
 * @throws RangeError when the text is no day
 */
export function numberOfDay(text: string): number {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  const month = Number(text.slice(5, 7));
  const year = Number(text.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const fromMarch = (month + 9) % 12;
  const ofYear = Math.floor((153 * fromMarch + 2) / 5) + Number(text.slice(8)) - 1;
  return daysBeforeYear(year) + ofYear - daysBefore1970;
}

/** The day of a number of days since 1970-01-01. */
export function dayOfNumber(number: number): string {
  const sinceMarch0 = number + daysBefore1970;
  let year = Math.floor(sinceMarch0 / 365.2425);
  while (daysBeforeYear(year) > sinceMarch0) year--;
  while (daysBeforeYear(year + 1) <= sinceMarch0) year++;
  const ofYear = sinceMarch0 - daysBeforeYear(year);
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = ((fromMarch + 2) % 12) + 1;
  const calendarYear = month <= 2 ? year + 1 : year;
  return `${String(calendarYear).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days from 0000-03-01 to 1970-01-01. */
const daysBefore1970 = 719_468;

/** Days from 0000-03-01 to the first of March of a year. */
function daysBeforeYear(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
