import { addMilliseconds, endOfDay, isDay } from '../../foundation/clock.ts';
import { refusal } from '../../foundation/refusal.ts';
import { sql } from '../../foundation/sql.ts';

/** The two clocks of a question: the day whose law is asked for and, when asked, up to which instant the register's knowledge counts. */
export interface Moment {
  readonly day: string;
  /** Absent: what the register holds now. */
  readonly known?: string;
}

/**
 * What holds in the end, when every change that is already entered has come into force: rows whose days have no end hold
 * on it. The index is made at this moment, because it answers for every day.
 */
export const inTheEnd: Moment = { day: 'infinity' };

/** The condition that a row of `table` held at the moment, by both clocks. */
export function heldAt(table: string, moment: Moment) {
  const valid = sql`${sql.ref(`${table}.valid`)} @> ${moment.day}::date`;
  return sql`${valid} and ${knownAt(table, moment)}`;
}

/** The condition that a row was known at the moment, on whatever days it holds. */
export function knownAt(table: string, moment: Moment) {
  const known = sql.ref(`${table}.known`);
  return moment.known === undefined ? sql`upper_inf(${known})` : sql`${known} @> ${moment.known}::timestamptz`;
}

const instantShape =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** What a request says about the two clocks, as it stands in the address. */
export interface AskedMoment {
  readonly asOf?: string | undefined;
  readonly known?: string | undefined;
}

/**
 * Reads the two clocks of a request. A day as known-date means its end (DESIGN 10, rule 5).
 *
 * @throws Refusal `http.parameter-invalid`
 */
export function readMoment(asked: AskedMoment, clock: { readonly today: string; readonly timeZone: string }): Moment {
  const day = asked.asOf === undefined || asked.asOf === '' ? clock.today : dayNamed('as-of', asked.asOf);
  if (asked.known === undefined || asked.known === '') return { day };
  return { day, known: instantOf(asked.known, clock.timeZone) };
}

/**
 * A day of the calendar.
 *
 * @throws Refusal `http.parameter-invalid`
 */
export function dayNamed(name: string, value: string): string {
  if (isDay(value)) return value;
  throw parameterInvalid({
    name,
    value,
    expected: '应为 2026-01-31 这样的日期',
    expectedEn: 'a day such as 2026-01-31 is expected',
  });
}

/** No register knew anything outside of these days; at the ends of the calendar an instant has no day in every time zone. */
const [firstKnown, lastKnown] = ['1900-01-01', '9998-12-31'] as const;

function instantOf(value: string, timeZone: string): string {
  const day = value.slice(0, 10);
  if (isDay(day) && firstKnown <= day && day <= lastKnown) {
    if (value === day) return endOfDay(value, timeZone);
    // In UTC and milliseconds, as instants are recorded, so that they compare as texts.
    if (instantShape.test(value)) return addMilliseconds(value, 0);
  }
  throw parameterInvalid({
    name: 'known',
    value,
    expected: '应为 1900 年至 9998 年间 2026-01-31 这样的日期或 2026-01-31T08:00:00Z 这样的时刻',
    expectedEn:
      'a day such as 2026-01-31 or an instant such as 2026-01-31T08:00:00Z of the years 1900 to 9998 is expected',
  });
}

/** The refusal of a value that a parameter cannot have; long values are cut where they are repeated. */
export function parameterInvalid(wrong: {
  readonly name: string;
  readonly value: string;
  readonly expected: string;
  readonly expectedEn: string;
}) {
  return refusal('http.parameter-invalid', { ...wrong, value: wrong.value.slice(0, 80) });
}
