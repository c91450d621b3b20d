import {
  type Cursor,
  digitsEnd,
  fourDigits,
  isDigit,
  isLetter,
  isLetterOrDigit,
  missing,
  upperCase,
} from '../cursor.ts';

/** Serial, parts and year of a Chinese number. */
export interface Body {
  serial: string;
  parts: readonly string[];
  year: number | undefined;
  yearAsPrinted: string | undefined;
}

const noParts: readonly string[] = [];

/** Reads `1.1-2020`, `8923-88`, `299C-2006`, `D65-04-2007`, `20592-20635-2009`: what stands behind any Chinese prefix. */
export function readBody(cursor: Cursor): Body | undefined {
  const serial = readSerial(cursor);
  if (serial === undefined) return undefined;
  const body: Body = { serial, parts: readParts(cursor), year: undefined, yearAsPrinted: undefined };
  return readYear(cursor, body) ? body : undefined;
}

/** A serial is a natural number; engineering and military codes put letters before or behind it (D65, 299C). */
function readSerial(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const from = cursor.at;
  let at = from;
  // CECS names series by a letter and a colon: T/CECS G:D69-01-2020.
  if (isLetter(text.charCodeAt(at)) && text.charCodeAt(at + 1) === 58) at += 2;
  const letters = at;
  while (isLetter(text.charCodeAt(at)) && at - letters < 3) at++;
  if (at > from && text.charCodeAt(at) === 32 && isDigit(text.charCodeAt(at + 1))) at++;
  const digits = at;
  at = digitsEnd(text, at);
  if (at === digits) return missing(cursor, 'serial');
  if (at - digits > 12) {
    cursor.at = digits + 12;
    return missing(cursor, 'serial');
  }
  at = suffixEnd(text, at);
  cursor.at = at;
  return upperCase(text.slice(from, at));
}

/** Up to two letters behind the digits belong to the serial unless a word follows: 299C, 0001S, but not `2020 Title`. */
function suffixEnd(text: string, from: number): number {
  let at = from;
  while (at - from < 3 && isLetter(text.charCodeAt(at))) at++;
  return at - from < 3 && !isDigit(text.charCodeAt(at)) ? at : from;
}

function readParts(cursor: Cursor): readonly string[] {
  const { text } = cursor;
  if (text.charCodeAt(cursor.at) !== 46 || !isLetterOrDigit(text.charCodeAt(cursor.at + 1))) return noParts;
  const parts: string[] = [];
  while (text.charCodeAt(cursor.at) === 46 && isLetterOrDigit(text.charCodeAt(cursor.at + 1))) {
    const from = cursor.at + 1;
    cursor.at = suffixEnd(text, digitsEnd(text, from));
    if (cursor.at === from) return parts;
    parts.push(upperCase(text.slice(from, cursor.at)));
  }
  return parts;
}

/** Reads the hyphenated tail: the last piece is the year, pieces before it belong to the serial (HG/T 20592-20635-2009). */
function readYear(cursor: Cursor, body: Body): boolean {
  for (let pieces = 0; pieces < 4; pieces++) {
    const separator = separatorEnd(cursor);
    if (separator === -1) return true;
    const end = digitsEnd(cursor.text, separator);
    const length = end - separator;
    const isInner = cursor.text.charCodeAt(end) === 45 && isDigit(cursor.text.charCodeAt(end + 1));
    if (length === 4 && !isInner && takeFourDigits(cursor, body, separator)) return true;
    if (length === 2 && !isInner && takeTwoDigits(cursor, body, separator)) return true;
    const isPiece = length > 0 && (isInner || keepsPieces(body.serial, length)) && body.parts.length === 0;
    if (!isPiece) {
      cursor.at = separator;
      return missing(cursor, length === 4 ? 'year-in-range' : 'year') === true;
    }
    body.serial = `${body.serial}-${cursor.text.slice(separator, end)}`;
    cursor.at = end;
  }
  return missing(cursor, 'year') === true;
}

/** An undated engineering number may end with a two-digit piece (JTG/T D65-04); anywhere else the piece should be a year. */
function keepsPieces(serial: string, length: number): boolean {
  return length === 2 && isLetter(serial.charCodeAt(0));
}

function takeFourDigits(cursor: Cursor, body: Body, from: number): boolean {
  const year = fourDigits(cursor.text, from);
  if (year < 1949 || year > 2099) return false;
  body.year = year;
  cursor.at = from + 4;
  return true;
}

/** Two digits are a year of the last century: -89 means 1989. Smaller ones would be numbers of parts. */
function takeTwoDigits(cursor: Cursor, body: Body, from: number): boolean {
  const year = 1900 + Number(cursor.text.slice(from, from + 2));
  if (year < 1949) return false;
  body.year = year;
  body.yearAsPrinted = cursor.text.slice(from, from + 2);
  cursor.at = from + 2;
  return true;
}

/** Index behind the separator of the next piece, or -1 when none follows. A colon is the usual slip for the dash. */
function separatorEnd(cursor: Cursor): number {
  let at = afterSpaces(cursor.text, cursor.at);
  if (!isYearSeparator(cursor.text.charCodeAt(at))) return -1;
  while (isYearSeparator(cursor.text.charCodeAt(at))) at++;
  return afterSpaces(cursor.text, at);
}

function isYearSeparator(code: number): boolean {
  return code === 45 || code === 58;
}

/** Normalized text has at most one space in a row. */
function afterSpaces(text: string, from: number): number {
  return text.charCodeAt(from) === 32 ? from + 1 : from;
}
