import { type Cursor, digitsEnd, isDigit, isLetter, skipSpaces } from '../cursor.ts';
import type { StandardNumber } from '../model.ts';
import { readBody } from './body.ts';
import type { Prefix } from './prefix.ts';
import type { CodeEntry } from './prefixes.ts';
import { readRemarks } from './remarks.ts';
import { chineseNumber } from './write.ts';

/** Reads a number of a code in letters (GB, YY, JGJ, GBZ, JJG, GJB); the cursor stands behind the letters. */
export function readCoded(cursor: Cursor, entry: CodeEntry): StandardNumber | undefined {
  const prefix = readSuffix(cursor, entry);
  skipGap(cursor);
  return readBehindPrefix(cursor, prefix);
}

/** Reads serial, parts, year, remarks and amendment sheets behind a known prefix. */
export function readBehindPrefix(cursor: Cursor, prefix: Prefix): StandardNumber | undefined {
  const body = readBody(cursor);
  if (body === undefined) return undefined;
  const remarks = readRemarks(cursor);
  return chineseNumber({
    scheme: prefix.scheme,
    tier: prefix.tier,
    kind: prefix.kind,
    nature: prefix.nature,
    publisher: prefix.publisher,
    region: prefix.region,
    prefix: prefix.prefix,
    serial: body.serial,
    parts: body.parts,
    allParts: remarks.allParts,
    year: body.year,
    yearAsPrinted: body.yearAsPrinted,
    month: undefined,
    day: undefined,
    stage: remarks.stage,
    iteration: undefined,
    supplements: remarks.supplements,
    editionNote: remarks.editionNote,
    edition: undefined,
    language: undefined,
    variant: undefined,
    dual: remarks.dual,
  });
}

/** `/T`, ` T`, `-T` and `T` already in the letters all mean the voluntary suffix; the same for Z. */
function readSuffix(cursor: Cursor, entry: CodeEntry): Prefix {
  const own = entry.suffix === '' ? entry.alone : entry[entry.suffix];
  const { text } = cursor;
  let at = cursor.at;
  if (text.charCodeAt(at) === 32) at++;
  const separator = text.charCodeAt(at);
  if (separator === 47 || separator === 45) at++;
  if (text.charCodeAt(at) === 32) at++;
  const letter = text.charCodeAt(at) & ~32;
  const isSuffix = at > cursor.at && (letter === 84 || letter === 90) && !isLetter(text.charCodeAt(at + 1));
  const suffixed = letter === 84 ? entry.T : entry.Z;
  if (!isSuffix || suffixed === undefined || entry.suffix !== '') return own ?? entry.alone;
  cursor.at = at + 1;
  return suffixed;
}

/** Spaces and the hyphen of an address form (GB-T-19001-2016) may stand between prefix and serial. */
export function skipGap(cursor: Cursor): void {
  skipSpaces(cursor);
  if (cursor.text.charCodeAt(cursor.at) === 45 && digitsEnd(cursor.text, cursor.at + 1) > cursor.at + 1) cursor.at++;
  skipSpaces(cursor);
  if (cursor.text.charCodeAt(cursor.at) === 47 && isDigit(cursor.text.charCodeAt(cursor.at + 1))) cursor.at++;
}
