import {
  type Cursor,
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
import { type ColonDate, readColonYear } from './supplements.ts';

/** Digits, with a letter behind for old IEC supplements (60068-2-10a); a few registers have a word instead (SYMBOL). */
/** Databases of ISO and IEC that are cited by a word in the place of the number: ISO/IEC SYMBOL:2004 DB. */
const registers: ReadonlySet<string> = new Set(['SYMBOL']);

export function readSerial(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const from = cursor.at;
  let at = digitsEnd(text, from);
  if (at === from) {
    at = lettersEnd(text, from);
    if (!registers.has(upperCase(text.slice(from, at)))) return missing(cursor, 'serial');
  }
  if (at - from > 9) return missing(cursor, 'serial');
  if (isLetter(text.charCodeAt(at)) && !isLetterOrDigit(text.charCodeAt(at + 1))) at++;
  cursor.at = at;
  return text.slice(from, at);
}

const noParts: readonly string[] = [];

export function readParts(cursor: Cursor, scheme: Scheme): readonly string[] {
  const { text } = cursor;
  if (!standsPart(text, cursor.at, scheme)) return noParts;
  const parts: string[] = [];
  while (standsPart(text, cursor.at, scheme)) {
    const from = cursor.at + 1;
    let at = from;
    while (isLetterOrDigit(text.charCodeAt(at))) at++;
    const isSlashed = text.charCodeAt(cursor.at) === 47;
    const last = parts.pop();
    if (isSlashed && scheme === 'iec' && last !== undefined) parts.push(`${last}/${text.slice(from, at)}`);
    else parts.push(...(last === undefined ? [] : [last]), text.slice(from, at));
    cursor.at = at;
  }
  return parts;
}

/** A hyphen, or the slash of old ISO parts (93/1), with letters or digits behind that are not a year. */
function standsPart(text: string, at: number, scheme: Scheme): boolean {
  const sign = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (sign === 47) return (scheme === 'iso' || scheme === 'iec') && isDigit(next) && digitsEnd(text, at + 1) < at + 4;
  return sign === 45 && isLetterOrDigit(next) && !isYearPiece(text, at + 1);
}

/** ISO 9001-2015: four digits at the end that are a year of publication, because no part has such a number. */
function isYearPiece(text: string, at: number): boolean {
  const year = fourDigits(text, at);
  const next = text.charCodeAt(at + 4);
  const isFollowed =
    (next === 45 && isLetterOrDigit(text.charCodeAt(at + 5))) || (next === 58 && fourDigits(text, at + 5) >= 1900);
  return year >= 1947 && year <= 2099 && !isFollowed && !isLetterOrDigit(next);
}

export function readIteration(cursor: Cursor): string | undefined {
  const { text } = cursor;
  if (text.charCodeAt(cursor.at) !== 46 || !isDigit(text.charCodeAt(cursor.at + 1))) return undefined;
  const from = cursor.at + 1;
  cursor.at = digitsEnd(text, from);
  return text.slice(from, cursor.at);
}

export function readYear(cursor: Cursor): ColonDate | undefined {
  const start = cursor.at;
  if (cursor.text.charCodeAt(start) === 32) cursor.at++;
  const read = readColonYear(cursor);
  if (read === undefined) {
    cursor.at = start;
    return undefined;
  }
  if (read.month === undefined || cursor.text.charCodeAt(cursor.at) !== 45) return read;
  const day = Number(cursor.text.slice(cursor.at + 1, cursor.at + 3));
  if (!(day >= 1 && day <= 31)) return read;
  cursor.at += 3;
  return { year: read.year, month: read.month, day };
}
