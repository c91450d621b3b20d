import {
  type Cursor,
  codeAt,
  codeIn,
  digitsEnd,
  fourDigits,
  isDigit,
  isLetter,
  isLetterOrDigit,
  missing,
  upperCase,
} from '../cursor.ts';
import type { UnwrittenNumber } from '../fields.ts';

/** Serial, parts and year of a Chinese number: the fields of the number that are filled in here. */
export type Body = Pick<UnwrittenNumber, 'serial' | 'parts' | 'year' | 'yearAsPrinted'>;

/** Reads `1.1-2020`, `8923-88`, `299C-2006`, `D65-04-2007`, `20592-20635-2009`: what stands behind any Chinese prefix. */
export function readBody(cursor: Cursor, body: Body): boolean {
  const serial = readSerial(cursor);
  if (serial === undefined) return false;
  body.serial = serial;
  if (standsPart(cursor)) body.parts = readParts(cursor);
  return readYear(cursor, body);
}

/** A serial is a natural number; engineering and military codes put letters before or behind it (D65, 299C). */
function readSerial(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const from = cursor.at;
  let at = from;
  // CECS names series by a letter and a colon: T/CECS G:D69-01-2020.
  if (isLetter(codeIn(text, at)) && codeIn(text, at + 1) === 58) at += 2;
  const letters = at;
  while (isLetter(codeIn(text, at)) && at - letters < 3) at++;
  if (at > from && codeIn(text, at) === 32 && isDigit(codeIn(text, at + 1))) at++;
  const digits = at;
  at = digitsEnd(text, at);
  if (at === digits) return missing(cursor, 'serial');
  if (at - digits > 12) {
    cursor.at = digits + 12;
    return missing(cursor, 'serial');
  }
  const classified = digits > letters && at - digits === 2 ? classifiedEnd(text, at) : -1;
  if (classified !== -1) {
    cursor.at = classified;
    return upperCase(text.slice(from, classified).replaceAll(' ', ''));
  }
  at = suffixEnd(text, at);
  cursor.at = at;
  return upperCase(text.slice(from, at));
}

/** Professional standards wrote class and serial apart: `ZB J 12 001-89`. Three digits and a dash follow the class. */
function classifiedEnd(text: string, at: number): number {
  const end = digitsEnd(text, at + 1);
  return codeIn(text, at) === 32 && end === at + 4 && codeIn(text, end) === 45 ? end : -1;
}

/** Up to two letters behind the digits belong to the serial unless a word follows: 299C, 0001S, but not `2020 Title`. */
function suffixEnd(text: string, from: number): number {
  let at = from;
  while (at - from < 3 && isLetter(codeIn(text, at))) at++;
  return at - from < 3 && !isDigit(codeIn(text, at)) ? at : from;
}

function readParts(cursor: Cursor): readonly string[] {
  const first = readPart(cursor);
  if (first === '') return [];
  const parts = [first];
  while (standsPart(cursor)) {
    const part = readPart(cursor);
    if (part === '') return parts;
    parts.push(part);
  }
  return parts;
}

/** A point with a letter or digit behind it; spaces around the point are slips (`GB9706 .1`, `GB 2828 . 1-2012`). */
function standsPart(cursor: Cursor): boolean {
  if (
    codeAt(cursor) === 32 &&
    codeAt(cursor, 1) === 46 &&
    isDigit(codeAt(cursor, afterSpaces(cursor.text, cursor.at + 2) - cursor.at))
  ) {
    cursor.at++;
    return true;
  }
  return codeAt(cursor) === 46 && (isLetterOrDigit(codeAt(cursor, 1)) || standsDatedPart(cursor));
}

/** `GB 2828. 1-2012`: a space behind the point alone may end a sentence, unless a year follows the part. */
function standsDatedPart(cursor: Cursor): boolean {
  const { text, at } = cursor;
  if (codeIn(text, at + 1) !== 32) return false;
  const end = digitsEnd(text, at + 2);
  const sign = afterSpaces(text, end);
  return end > at + 2 && codeIn(text, sign) === 45 && fourDigits(text, afterSpaces(text, sign + 1)) >= 1949;
}

/** Empty when what stands behind the point is a word. */
function readPart(cursor: Cursor): string {
  const from = afterSpaces(cursor.text, cursor.at + 1);
  cursor.at = suffixEnd(cursor.text, digitsEnd(cursor.text, from));
  return upperCase(cursor.text.slice(from, cursor.at));
}

/** Reads the hyphenated tail: the last piece is the year, pieces before it belong to the serial (HG/T 20592-20635-2009). */
function readYear(cursor: Cursor, body: Body): boolean {
  for (let pieces = 0; pieces < 4; pieces++) {
    const separator = separatorEnd(cursor);
    if (separator === -1) return pieces > 0 || takeLooseYear(cursor, body);
    if (takeRange(cursor, body, separator)) continue;
    const end = digitsEnd(cursor.text, separator);
    const length = end - separator;
    const isInner = codeIn(cursor.text, end) === 45 && isDigit(codeIn(cursor.text, end + 1));
    if (length === 4 && !isInner && takeFourDigits(cursor, body, separator)) return true;
    if (length === 2 && !isInner && takeTwoDigits(cursor, body, separator)) return true;
    const isPiece = length > 0 && (isInner || keepsPieces(body.serial, length)) && body.parts.length === 0;
    if (!isPiece) {
      if (isInner && takeShortRange(cursor, body, end)) continue;
      cursor.at = separator;
      return missing(cursor, length === 4 ? 'year-in-range' : 'year') === true;
    }
    body.serial = `${body.serial}-${cursor.text.slice(separator, end)}`;
    cursor.at = end;
  }
  return missing(cursor, 'year') === true;
}

/** `1.1～1.2`, `47013.1～47013.13`: the range of parts is kept as printed; the serial stands again in front of its end. */
function takeRange(cursor: Cursor, body: Body, from: number): boolean {
  const [first, ...others] = body.parts;
  const point = from + body.serial.length;
  const end = digitsEnd(cursor.text, point + 1);
  const isRange =
    first !== undefined &&
    others.length === 0 &&
    cursor.text.startsWith(body.serial, from) &&
    codeIn(cursor.text, point) === 46 &&
    end > point + 1;
  if (!isRange) return false;
  body.parts = [`${first}-${cursor.text.slice(from, end)}`];
  cursor.at = end;
  return true;
}

/** `4728.1～13-2005`: the last part alone, in front of the year; written in full as other ranges are. */
function takeShortRange(cursor: Cursor, body: Body, end: number): boolean {
  const [first = '', ...others] = body.parts;
  const last = cursor.text.slice(separatorEnd(cursor), end);
  const isRange = others.length === 0 && last.length < 4 && /^\d+$/.test(first) && Number(first) < Number(last);
  if (!isRange || fourDigits(cursor.text, end + 1) < 1949) return false;
  body.parts = [`${first}-${body.serial}.${last}`];
  cursor.at = end;
  return true;
}

/** `GBT 42061 2022`, `GB/T 42061/2022`: a year that lost its dash, when it ends the number beyond doubt. */
function takeLooseYear(cursor: Cursor, body: Body): boolean {
  const sign = codeAt(cursor);
  if ((sign === 32 || sign === 47) && endsNumber(cursor.text, cursor.at + 5))
    takeFourDigits(cursor, body, cursor.at + 1);
  return true;
}

/** Nothing, punctuation or a Chinese title apart: `2022 pieces`, `2022台` and `2018年版` are no years of a number. */
function endsNumber(text: string, at: number): boolean {
  const next = text.charAt(codeIn(text, at) === 32 ? at + 1 : at);
  if (next === '') return true;
  if (codeIn(text, at) === 32) return !/[\dA-Za-z年版()]/.test(next);
  return /[^\dA-Za-z.:/+(\-\u4e00-\u9fff]/.test(next);
}

/** An undated engineering number may end with a two-digit piece (JTG/T D65-04); anywhere else the piece should be a year. */
function keepsPieces(serial: string, length: number): boolean {
  return length === 2 && isLetter(codeIn(serial, 0));
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
  if (!isYearSeparator(codeIn(cursor.text, at))) return -1;
  while (isYearSeparator(codeIn(cursor.text, at))) at++;
  return afterSpaces(cursor.text, at);
}

function isYearSeparator(code: number): boolean {
  return code === 45 || code === 58;
}

/** Normalized text has at most one space in a row. */
function afterSpaces(text: string, from: number): number {
  return codeIn(text, from) === 32 ? from + 1 : from;
}
