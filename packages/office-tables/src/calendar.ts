/** Days of the civil (Gregorian) calendar without a clock: what spreadsheets count and what titles write. */

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The day that a spreadsheet number means (ISO/IEC 29500-1, 18.17.4.1). In the 1900 base number 60 is 29 February 1900,
 * a day that never was, so that all days before it are one off.
 */
export function dayOfSerial(serial: number, base: 1900 | 1904): CalendarDay | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 0 || whole > lastSerial) return undefined;
  if (base === 1904) return dayOfCount(whole + dayCount({ year: 1904, month: 1, day: 1 }));
  if (whole === 60 || whole === 0) return undefined;
  return dayOfCount(whole + dayCount({ year: 1899, month: 12, day: whole < 60 ? 31 : 30 }));
}

/** 9999-12-31, the last day that spreadsheet programs know. */
const lastSerial = 2_958_465;

export function serialOfDay(day: CalendarDay): number {
  const count = dayCount(day) - dayCount({ year: 1899, month: 12, day: 30 });
  return count > 60 ? count : count - 1;
}

export function isDay({ year, month, day }: CalendarDay): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function isoDay({ year, month, day }: CalendarDay): string {
  return `${isoMonth({ year, month })}-${String(day).padStart(2, '0')}`;
}

export function isoMonth({ year, month }: Pick<CalendarDay, 'year' | 'month'>): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1 March of the year 0; years are counted from March so that the leap day comes last. */
function dayCount({ year, month, day }: CalendarDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + day - 1;
}

function dayOfCount(count: number): CalendarDay {
  const era = Math.floor(count / 146_097);
  const inEra = count - era * 146_097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = inYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}
