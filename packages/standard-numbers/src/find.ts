import { isDigit, lettersEnd, upperCase } from './cursor.ts';
import { leads } from './leads.ts';
import type { Reading, StandardNumber } from './model.ts';
import { nearestPrefixes } from './nearest.ts';
import { normalize, originalPosition } from './normalize.ts';
import { parse } from './parse.ts';
import { spacedLead } from './spaced.ts';

/** One number found in running text, with its place in the text as given. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reading: Reading;
}

/** Longest stretch read for one number; keeps the whole linear in the length of the text. */
const window = 160;

/**
 * Finds every standard number in running text: a pasted list, a paragraph, a cell such as `GB 9706.1-2007、YY/T 0708-2009`.
 * Numbers without a prefix are not guessed. What has the shape of a dated number but an unknown prefix is reported as
 * unknown-prefix, so that a misspelt number is not lost.
 *
 * @example findNumbers('见GB/T 1.1—2020和ISO 9001:2015。').map((found) => found.text) // ['GB/T 1.1—2020', 'ISO 9001:2015']
 */
export function findNumbers(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let at = 0; at < text.length; ) {
    const start = nextWord(text, at);
    if (start === -1) return found;
    const number = readAt(text, start);
    if (number !== undefined) found.push(number, ...sharing(text, number));
    at = number === undefined ? wordEnd(text, start) : (found.at(-1)?.end ?? number.end);
  }
  return found;
}

/** `、` and a further serial or part, dated or not, that ends there. */
const FURTHER =
  /(、\s{0,2})(\d{1,6}(?:\.\d{1,4}){0,2}(?:[-—–－]((?:19|20)\d\d))?)(?=$|[\s、，,。；;：:)）》\]】和及与或])/uy;

/** The numbers that share the prefix in front of them: `GB/T 1.1、1.2`, `GB 3100、3101`. */
function sharing(text: string, first: FoundNumber): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  if (first.reading.outcome !== 'recognized' || !first.reading.number.scheme.startsWith('cn-')) return found;
  const { number } = first.reading;
  for (let end = first.end; ; ) {
    FURTHER.lastIndex = end;
    const further = FURTHER.exec(text);
    if (further === null) return found;
    const [whole, comma = '', tail = '', year] = further;
    const reading = parse(`${number.prefix} ${tail}`);
    if (reading.outcome !== 'recognized' || reading.rest !== '' || !isFurther(number, reading.number, year))
      return found;
    found.push({ start: end + comma.length, end: end + whole.length, text: tail, reading });
    end += whole.length;
  }
}

/** Dated, of the same serial, or with four digits that are no year: `12` behind a comma is a count, `2.3` a clause. */
function isFurther(first: StandardNumber, further: StandardNumber, year: string | undefined): boolean {
  if (year !== undefined || (further.serial === first.serial && further.parts.length > 0)) return true;
  return further.serial.length >= 4 && !/^(?:19|20)\d\d$/.test(further.serial);
}

/** Start of the next run of letters, ASCII or full-width, or -1. */
function nextWord(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (isWordCode(text.charCodeAt(at))) return at;
  return -1;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isWordCode(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)))) at++;
  return at;
}

function isWordCode(code: number): boolean {
  const narrow = code >= 0xff21 && code <= 0xff5a ? code - 0xfee0 : code;
  return (narrow >= 65 && narrow <= 90) || (narrow >= 97 && narrow <= 122);
}

function readAt(text: string, start: number): FoundNumber | undefined {
  const piece = pieceAt(text, start);
  const normalized = normalize(piece);
  const word = upperCase(normalized.slice(0, lettersEnd(normalized, 0)));
  const token = word.length === 1 ? (spacedLead(normalized)?.letters ?? word) : word;
  if (!leads.has(token)) return unknownAt(text, start, { piece, normalized, token });
  const reading = parse(piece);
  if (reading.outcome === 'recognized') {
    const end = start + lengthBefore(piece, reading.rest);
    return isConvincing(normalized, token, reading)
      ? { start, end, text: text.slice(start, end), reading: { ...reading, rest: '' } }
      : undefined;
  }
  if (reading.outcome !== 'ambiguous') return undefined;
  const shape =
    reading.why === 'year-or-part'
      ? (YEAR_AT_POINT.exec(normalized) ?? SHORT_YEAR.exec(normalized))
      : DATED.exec(normalized);
  if (shape === null) return undefined;
  const end = start + lengthOf(piece, shape[0].length);
  return { start, end, text: text.slice(start, end), reading };
}

/** The stretch that can hold the number: to the end of the line, unless the line ends between prefix and serial. */
function pieceAt(text: string, start: number): string {
  const stretch = text.slice(start, start + window);
  const line = stretch.search(/[\n\r]/);
  if (line === -1) return stretch;
  return /[\d０-９]/.test(stretch.slice(0, line)) ? stretch.slice(0, line) : stretch;
}

const DATED = /^[A-Za-z]{1,8} ?(?:\/ ?[TZ])? ?\d{1,6}(?:\.\d{1,3})*-(?:19|20)\d\d(?!\d)/;

const YEAR_AT_POINT = /^[A-Za-z]{1,8}[\d/A-Za-z -]{0,24}?\d{1,6}(?:\.\d{1,3})*\.(?:19|20)\d\d(?!\d)/;

/** Two digits behind a part or a long serial: `GB 8-12` is a quantity. */
const SHORT_YEAR =
  /^[A-Za-z]{1,8}[\d/A-Za-z -]{0,24}?(?:\d{3,6}(?:\.\d{1,3}){0,2}|\d{1,6}(?:\.\d{1,3}){1,2})-\d\d(?![\d.-])/;

/** Two letters alone are a number in running text only with year, version or suffix: HS 8471 is a customs heading, HS/T 60-2019 a standard. */
function isConvincing(
  normalized: string,
  token: string,
  reading: Reading & { readonly outcome: 'recognized' },
): boolean {
  const { number } = reading;
  if (number.serial === '' || !/\d/.test(number.serial)) return false;
  if (token === 'T' || token === 'Q') return normalized.charAt(1) === '/' || normalized.charAt(2) === '/';
  if (token.length > 2 || token === 'GB') return true;
  return number.year !== undefined || number.edition !== undefined || number.prefix.includes('/');
}

interface Piece {
  readonly piece: string;
  readonly normalized: string;
  readonly token: string;
}

function unknownAt(text: string, start: number, given: Piece): FoundNumber | undefined {
  // A letter behind a digit is a slip inside a serial (42O61) and begins no prefix.
  if (start > 0 && /[\d０-９]/.test(text.charAt(start - 1))) return undefined;
  const shape = given.token === '' || given.token.length > 8 ? null : DATED.exec(given.normalized);
  if (shape === null) return undefined;
  const end = start + lengthOf(given.piece, shape[0].length);
  return {
    start,
    end,
    text: text.slice(start, end),
    reading: { outcome: 'unknown-prefix', prefix: given.token, nearest: nearestPrefixes(given.token) },
  };
}

/** Length of the number in the piece, when its normalized form has the given length. */
function lengthOf(piece: string, normalizedLength: number): number {
  return originalPosition(piece, normalizedLength - 1) + 1;
}

/** Length of the piece without what stands behind the number and the spaces between. */
function lengthBefore(piece: string, rest: string): number {
  let end = piece.trimEnd().length - rest.length;
  while (end > 0 && normalize(piece.charAt(end - 1)) === '') end--;
  return end;
}
