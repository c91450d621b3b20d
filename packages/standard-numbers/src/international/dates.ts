import { type Cursor, codeIn, digitsEnd, fourDigits, isDigit } from '../cursor.ts';

/** A date behind a colon, to the month. */
export interface ColonDate {
  readonly year: number;
  readonly month: number | undefined;
}

/** Reads `:2018` or `:2018-06`, and `-2018` where a hyphen was written for the colon. */
export function readColonYear(cursor: Cursor): ColonDate | undefined {
  const year = readYearAlone(cursor);
  return year === undefined ? undefined : { year, month: readMonth(cursor) };
}

/** Reads `:2018` of a date; the month behind it is left standing. */
export function readYearAlone(cursor: Cursor): number | undefined {
  const { text } = cursor;
  const sign = codeIn(text, cursor.at);
  if (sign !== 58 && sign !== 45) return undefined;
  const from = codeIn(text, cursor.at + 1) === 32 ? cursor.at + 2 : cursor.at + 1;
  const year = fourDigits(text, from);
  if (year < 1900 || year > 2099 || isDigit(codeIn(text, from + 4))) return undefined;
  cursor.at = from + 4;
  return year;
}

/** Reads `-06` behind a year. */
export function readMonth(cursor: Cursor): number | undefined {
  const { text } = cursor;
  if (codeIn(text, cursor.at) !== 45 || digitsEnd(text, cursor.at + 1) !== cursor.at + 3) return undefined;
  const month = Number(text.slice(cursor.at + 1, cursor.at + 3));
  if (month < 1 || month > 12) return undefined;
  cursor.at += 3;
  return month;
}

/** Years as they stand behind a colon, ready to be joined: nearly every number of ISO and IEC has one. */
const colonYears: readonly string[] = Array.from({ length: 200 }, (_, index) => `:${1900 + index}`);

export function colonYear(year: number): string {
  return colonYears[year - 1900] ?? `:${year}`;
}
