import {
  type Cursor,
  codeAt,
  codeIn,
  eat,
  isDigit,
  isLetter,
  isLetterOrDigit,
  readLetters,
  skipSpaces,
  upperCase,
} from '../cursor.ts';
import type { UnwrittenNumber } from '../fields.ts';
import type { StandardNumber } from '../model.ts';
import { readBody } from './body.ts';
import { type Prefix, prefixOf } from './prefix.ts';
import { type CodeEntry, doubleEntry } from './prefixes.ts';
import { readRemarks } from './remarks.ts';
import { writeChinese } from './write.ts';

/** Reads a number of a code in letters (GB, YY, JGJ, GBZ, JJG, GJB); the cursor stands behind the letters. */
export function readCoded(cursor: Cursor, entry: CodeEntry): StandardNumber | undefined {
  const prefix = isOrdinary(cursor) ? readSuffix(cursor, entry) : readSpecial(cursor, entry);
  skipGap(cursor);
  return readBehindPrefix(cursor, prefix);
}

/** A digit, a space or a hyphen next, or /T, /Z: nothing special stands between code and serial. */
function isOrdinary(cursor: Cursor): boolean {
  const code = codeAt(cursor);
  if (code === 47) return !isLetter(codeAt(cursor, 1)) || !isLetter(codeAt(cursor, 2));
  return code !== 42 && code !== 40 && !(code === 32 && codeAt(cursor, 1) === 40);
}

/** Two codes in one (NB/SH/T, JB/ZQ), a mark of ships (CB*), a bracketed issuer (JJG(京), GBW(E)). */
function readSpecial(cursor: Cursor, entry: CodeEntry): Prefix {
  const start = cursor.at;
  if (entry.code === 'CB' && eat(cursor, '*')) return prefixOf({ ...entry.alone, prefix: 'CB*' });
  if (eat(cursor, '/')) {
    const double = doubleEntry(entry, upperCase(readLetters(cursor)));
    if (double !== undefined) return readSuffix(cursor, double);
  }
  cursor.at = start;
  const issuer = isIssued.has(entry.code) ? readIssuer(cursor) : undefined;
  if (issuer !== undefined)
    return prefixOf({ ...entry.alone, publisher: entry.code + issuer, prefix: entry.code + issuer });
  cursor.at = start;
  return readSuffix(cursor, entry);
}

const isIssued: ReadonlySet<string> = new Set(['JJF', 'JJG', 'GBW']);

/** `(京)`, `(纺织)`, `(E)`: who issued a local or departmental metrology document. */
function readIssuer(cursor: Cursor): string | undefined {
  skipSpaces(cursor);
  const close = cursor.text.indexOf(')', cursor.at);
  if (codeAt(cursor) !== 40 || close < cursor.at + 2 || close > cursor.at + 7) return undefined;
  const issuer = cursor.text.slice(cursor.at, close + 1).replaceAll(' ', '');
  cursor.at = close + 1;
  return issuer;
}

/** Reads serial, parts, year, remarks and amendment sheets behind a known prefix. */
export function readBehindPrefix(cursor: Cursor, prefix: Prefix): StandardNumber | undefined {
  const number: UnwrittenNumber = {
    scheme: prefix.scheme,
    tier: prefix.tier,
    kind: prefix.kind,
    nature: prefix.nature,
    publisher: prefix.publisher,
    region: prefix.region,
    prefix: prefix.prefix,
    serial: '',
    parts: none,
    allParts: false,
    year: undefined,
    yearAsPrinted: undefined,
    month: undefined,
    day: undefined,
    stage: undefined,
    iteration: undefined,
    supplements: none,
    editionNote: undefined,
    edition: undefined,
    language: undefined,
    variant: undefined,
    dual: undefined,
    canonical: '',
    key: '',
    seriesKey: '',
    workKey: '',
    typographic: '',
  };
  if (!readBody(cursor, number)) return undefined;
  readRemarks(cursor, number);
  return writeChinese(number, prefix.leads);
}

const none: readonly never[] = [];

/** `/T`, ` T`, `-T` and `T` already in the letters all mean the voluntary suffix; the same for Z. */
function readSuffix(cursor: Cursor, entry: CodeEntry): Prefix {
  const own = entry.suffix === '' ? entry.alone : entry[entry.suffix];
  const { text } = cursor;
  let at = cursor.at;
  if (codeIn(text, at) === 32) at++;
  const separator = codeIn(text, at);
  if (separator === 47 || separator === 45) at++;
  if (codeIn(text, at) === 32) at++;
  const letter = codeIn(text, at) & ~32;
  const isSuffix = at > cursor.at && (letter === 84 || letter === 90) && !isLetter(codeIn(text, at + 1));
  const suffixed = letter === 84 ? entry.T : entry.Z;
  if (!isSuffix || suffixed === undefined || entry.suffix !== '') return own ?? entry.alone;
  cursor.at = at + 1;
  return suffixed;
}

/** Spaces and the hyphen of an address form (GB-T-19001-2016) may stand between prefix and serial. */
export function skipGap(cursor: Cursor): void {
  skipSpaces(cursor);
  if (codeAt(cursor) === 45 && isLetterOrDigit(codeAt(cursor, 1))) cursor.at++;
  skipSpaces(cursor);
  if (codeIn(cursor.text, cursor.at) === 47 && isDigit(codeIn(cursor.text, cursor.at + 1))) cursor.at++;
}
