import {
  type Cursor,
  codeIn,
  digitsEnd,
  fourDigits,
  isDigit,
  isLetter,
  isLetterOrDigit,
  lettersEnd,
  missing,
  upperCase,
} from '../cursor.ts';
import type { Scheme } from '../model.ts';
import { readYearAlone } from './dates.ts';

/** Databases of ISO and IEC that are cited by a word in the place of the number: ISO/IEC SYMBOL:2004 DB. */
const registers: ReadonlySet<string> = new Set(['SYMBOL']);

/** Digits, with a letter behind for old IEC supplements (60068-2-10a); a few registers have a word instead (SYMBOL). */
export function readSerial(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const from = cursor.at;
  let at = digitsEnd(text, from);
  if (at === from) {
    at = lettersEnd(text, from);
    if (!registers.has(upperCase(text.slice(from, at)))) return missing(cursor, 'serial');
  }
  if (at - from > 9) return missing(cursor, 'serial');
  if (isLetter(codeIn(text, at)) && !isLetterOrDigit(codeIn(text, at + 1))) at++;
  cursor.at = at;
  return text.slice(from, at);
}

const noParts: readonly string[] = [];

export function readParts(cursor: Cursor, scheme: Scheme): readonly string[] {
  const { text } = cursor;
  if (!standsPart(text, cursor.at, scheme)) return noParts;
  const parts = [readPart(cursor)];
  while (standsPart(text, cursor.at, scheme)) {
    const last = scheme === 'iec' && codeIn(text, cursor.at) === 47 ? parts.pop() : undefined;
    const part = readPart(cursor);
    parts.push(last === undefined ? part : `${last}/${part}`);
  }
  return parts;
}

function readPart(cursor: Cursor): string {
  const from = cursor.at + 1;
  let at = from;
  while (isLetterOrDigit(codeIn(cursor.text, at))) at++;
  cursor.at = at;
  return cursor.text.slice(from, at);
}

/** A hyphen, or the slash of old ISO parts (93/1), with letters or digits behind that are not a year. */
function standsPart(text: string, at: number, scheme: Scheme): boolean {
  const sign = codeIn(text, at);
  const next = codeIn(text, at + 1);
  if (sign === 47) return (scheme === 'iso' || scheme === 'iec') && isDigit(next) && digitsEnd(text, at + 1) < at + 4;
  return sign === 45 && isLetterOrDigit(next) && !isYearPiece(text, at + 1);
}

/** ISO 9001-2015: four digits at the end that are a year of publication, because no part has such a number. */
function isYearPiece(text: string, at: number): boolean {
  const year = fourDigits(text, at);
  const next = codeIn(text, at + 4);
  const isFollowed =
    (next === 45 && isLetterOrDigit(codeIn(text, at + 5))) || (next === 58 && fourDigits(text, at + 5) >= 1900);
  return year >= 1947 && year <= 2099 && !isFollowed && !isLetterOrDigit(next);
}

export function readIteration(cursor: Cursor): string | undefined {
  const { text } = cursor;
  if (codeIn(text, cursor.at) !== 46 || !isDigit(codeIn(text, cursor.at + 1))) return undefined;
  const from = cursor.at + 1;
  cursor.at = digitsEnd(text, from);
  return text.slice(from, cursor.at);
}

/** Reads the year of publication, in front of which a space may stand. */
export function readYear(cursor: Cursor): number | undefined {
  const start = cursor.at;
  if (codeIn(cursor.text, start) === 32) cursor.at++;
  const year = readYearAlone(cursor);
  if (year !== undefined) return year;
  cursor.at = start;
  return readShortYear(cursor);
}

/** `ISO 1234:1899`: four digits behind a colon are meant as a year; before 1900 there were none. */
export function standsWrongYear(cursor: Cursor): boolean {
  const { text } = cursor;
  const at = codeIn(text, cursor.at) === 32 ? cursor.at + 1 : cursor.at;
  const from = codeIn(text, at + 1) === 32 ? at + 2 : at + 1;
  if (codeIn(text, at) !== 58 || digitsEnd(text, from) !== from + 4) return false;
  cursor.at = from;
  return true;
}

/** `ISO 9001:15`, `ISO 9001:94`: ISO numbers since 1947, so two digits leave no doubt. `ISO 9001:10.2` cites a clause. */
function readShortYear(cursor: Cursor): number | undefined {
  const { text, at } = cursor;
  const next = codeIn(text, at + 3);
  const goesOn = isLetterOrDigit(next) || next === 45 || next === 47 || next === 58;
  if (codeIn(text, at) !== 58 || digitsEnd(text, at + 1) !== at + 3 || goesOn) return undefined;
  if (next === 46 && isDigit(codeIn(text, at + 4))) return undefined;
  const year = Number(text.slice(at + 1, at + 3));
  cursor.at += 3;
  return year < 47 ? 2000 + year : 1900 + year;
}

/** Reads the day behind a month. */
export function readDay(cursor: Cursor): number | undefined {
  if (codeIn(cursor.text, cursor.at) !== 45) return undefined;
  const day = Number(cursor.text.slice(cursor.at + 1, cursor.at + 3));
  if (!(day >= 1 && day <= 31)) return undefined;
  cursor.at += 3;
  return day;
}
