/** The only place that tells the time. Everything else is given a clock, an instant or a day. */
export interface Clock {
  /** The instant, `2026-11-22T06:31:00.123Z`. */
  readonly now: () => string;
  /** The calendar day in the installation's time zone. */
  readonly today: () => string;
  /** Calendar day of an instant in the installation's time zone. */
  readonly dayOf: (instant: string) => string;
  /** Time of day of an instant in the installation's time zone, `02:30`. */
  readonly timeOf: (instant: string) => string;
  readonly timeZone: string;
}

export function systemClock(timeZone: string): Clock {
  const dayOf = dayIn(timeZone);
  const now = (): string => new Date().toISOString();
  return { now, today: () => dayOf(now()), dayOf, timeOf: timeIn(timeZone), timeZone };
}

/** A clock that stands still, for tests and rehearsals. */
export function clockAt(instant: string, timeZone = 'Asia/Shanghai'): Clock {
  const dayOf = dayIn(timeZone);
  return { now: () => instant, today: () => dayOf(instant), dayOf, timeOf: timeIn(timeZone), timeZone };
}

/** The calendar day of an instant in a time zone. */
export function dayIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  // Every request and thousands of rows of one act ask for the day of much the same instant. Since 1973 every zone is apart
  // from UTC by whole minutes, so that a day begins with a minute.
  let last = { minute: '', day: '' };
  return (instant) => {
    const minute = instant > '1973' && instant.endsWith('Z') ? instant.slice(0, 16) : instant;
    if (minute !== last.minute) last = { minute, day: format.format(new Date(instant)) };
    return last.day;
  };
}

function timeIn(timeZone: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (instant) => format.format(new Date(instant));
}

/** No calendar has a year 0, and a database refuses it. */
const dayShape = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a day that exists in the calendar. */
export function isDay(text: string): boolean {
  const found = dayShape.exec(text);
  if (!found) return false;
  const [, year, month, day] = found.map(Number);
  return (
    day !== undefined && month !== undefined && month >= 1 && month <= 12 && day >= 1 && day <= lastOf(year ?? 0, month)
  );
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Days from one to the other; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The same day some months on, or the last day of that month when it has no such day. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return [toYear, toMonth, Math.min(date, lastOf(toYear, toMonth))]
    .map((part, place) => String(part).padStart(place ? 2 : 4, '0'))
    .join('-');
}

/** Milliseconds on a steady clock, for measuring how long something took. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}

/** An instant some milliseconds later. */
export function addMilliseconds(instant: string, milliseconds: number): string {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** Seconds from one instant to another; negative when the second is earlier. */
export function secondsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}

/** The last instant of a day in a time zone: as a known-date a day means its end (DESIGN 10, rule 5). */
export function endOfDay(day: string, timeZone: string): string {
  const dayOf = dayIn(timeZone);
  // Offsets lie between -14 and +14 hours: walk back from the latest possible end to the last instant of the day.
  let [low, high] = [Date.parse(`${day}T00:00:00Z`) - 50_400_000, Date.parse(`${day}T00:00:00Z`) + 180_000_000];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (dayOf(new Date(middle).toISOString()) <= day) low = middle;
    else high = middle;
  }
  return new Date(low).toISOString();
}

function lastOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
