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
  skipSpaces,
  upperCase,
} from '../cursor.ts';
import type { UnwrittenNumber } from '../fields.ts';
import type { StandardNumber } from '../model.ts';
import { readRemarks } from './remarks.ts';
import { formLeadsOf, writeChinese } from './write.ts';

/**
 * Reads Q/, the code the enterprise chose, serial and year. The law sets no form for code and serial (art. 24), so the
 * reading is loose: the year ends the number, the last space (or the last letter) parts the code from the serial.
 */
export function readEnterprise(cursor: Cursor): StandardNumber | undefined {
  skipSpaces(cursor);
  if (codeAt(cursor) === 47 || codeAt(cursor) === 45) cursor.at++;
  skipSpaces(cursor);
  const from = cursor.at;
  const yearAt = findYear(cursor.text, from);
  const end = yearAt === -1 ? headEnd(cursor.text, from) : yearAt - 1;
  const text = upperCase(cursor.text.slice(from, end).trim());
  const head = split(text);
  if (head === undefined) return missing(cursor, 'serial');
  if (head.code === '' || head.code.length > 24) return missing(cursor, 'organization-code');
  if (yearAt === -1) {
    cursor.at = from + head.end;
    return build(cursor, head, undefined);
  }
  if (isWord(text.slice(head.end))) {
    cursor.at = from + head.end;
    return missing(cursor, 'end');
  }
  cursor.at = yearAt + 4;
  return build(cursor, head, fourDigits(cursor.text, yearAt));
}

/** A word between serial and year belongs to neither, and is not dropped in silence. */
function isWord(text: string): boolean {
  return /[A-Z0-9]/.test(text);
}

interface Head {
  readonly code: string;
  readonly serial: string;
  /** Where the serial ends. */
  readonly end: number;
}

function build(cursor: Cursor, head: Head, year: number | undefined): StandardNumber {
  const [serial = '', ...parts] = head.serial.split('.');
  const number: UnwrittenNumber = {
    scheme: 'cn-enterprise',
    tier: 'enterprise',
    kind: 'standard',
    nature: undefined,
    publisher: head.code,
    region: undefined,
    prefix: `Q/${head.code}`,
    serial,
    parts,
    year,
    yearAsPrinted: undefined,
    month: undefined,
    day: undefined,
    iteration: undefined,
    edition: undefined,
    language: undefined,
    variant: undefined,
    editionNote: undefined,
    stage: undefined,
    allParts: false,
    supplements: [],
    dual: undefined,
    canonical: '',
    key: '',
    seriesKey: '',
    workKey: '',
    typographic: '',
  };
  readRemarks(cursor, number);
  return writeChinese(number, formLeadsOf(number));
}

/** Index of the first four-digit year behind a hyphen that is not followed by more of the number, or -1. */
function findYear(text: string, from: number): number {
  const end = headEnd(text, from);
  for (let at = from; at < end; at++) {
    if (codeIn(text, at) !== 45) continue;
    const digits = codeIn(text, at + 1) === 32 ? at + 2 : at + 1;
    const year = fourDigits(text, digits);
    const next = codeIn(text, digits + 4);
    if (year >= 1949 && year <= 2099 && !isLetterOrDigit(next) && next !== 46 && next !== 45) return digits;
  }
  return -1;
}

/** Letters, digits and the few signs that codes use; anything else (a Chinese title, a comma) ends the number. */
function headEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + 64);
  let at = from;
  while (at < limit && (isLetterOrDigit(codeIn(text, at)) || ' ().-/'.includes(text.charAt(at)))) at++;
  return at;
}

function split(head: string): Head | undefined {
  const space = head.lastIndexOf(' ');
  const last = head.slice(space + 1);
  if (space > 0 && isSerial(last)) return { code: head.slice(0, space), serial: last, end: head.length };
  if (space > 0) return withFoodMark(split(head.slice(0, space)), last);
  return splitGlued(head.replace(/-$/, ''));
}

/** The S of a filed food-safety standard belongs to the serial, also where it stands apart: `0001 S`. */
function withFoodMark(head: Head | undefined, last: string): Head | undefined {
  const isMarked = head !== undefined && last === 'S' && isDigit(codeIn(head.serial, head.serial.length - 1));
  return isMarked ? { ...head, serial: `${head.serial}S`, end: head.end + 2 } : head;
}

/** `GDW10766`, `CSG510001`, `GDW-10-111`, `HDH0001S`: the serial starts behind the last letter of the code. */
function splitGlued(head: string): Head | undefined {
  const food = isLetter(codeIn(head, head.length - 1)) && isDigit(codeIn(head, head.length - 2)) ? 1 : 0;
  let at = head.length - food;
  while (at > 0 && !isLetter(codeIn(head, at - 1)) && head[at - 1] !== ')' && head[at - 1] !== '/') at--;
  const serial = head[at] === '-' ? head.slice(at + 1) : head.slice(at);
  const code = head.slice(0, at);
  if (!isSerial(serial)) return undefined;
  return { code: /[A-Z]/.test(code) ? code.replace(/[/-]$/, '') : '', serial, end: head.length };
}

function isSerial(text: string): boolean {
  let at = 0;
  while (isLetter(codeIn(text, at))) at++;
  if (!isDigit(codeIn(text, at))) return false;
  for (at = digitsEnd(text, at); at < text.length; at++) {
    const isInner = (text[at] === '.' || text[at] === '-') && isLetterOrDigit(codeIn(text, at + 1));
    if (!isLetterOrDigit(codeIn(text, at)) && !isInner) return false;
  }
  return true;
}
