import {
  type Cursor,
  codeIn,
  digitsEnd,
  eat,
  isDigit,
  isLetter,
  isLetterOrDigit,
  missing,
  skipSpaces,
} from '../cursor.ts';
import { bareFields, withForms } from '../fields.ts';
import type { NumberFields, StandardNumber } from '../model.ts';
import { readColonYear } from './dates.ts';

/** Reads a numbered document of a committee: ISO/TC 184/SC 4 N1110, ISO/IEC JTC 1/SC 32 N1001. */
export function readCommitteeDocument(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  const { text } = cursor;
  const joint = eat(cursor, '/IEC');
  const bodyFrom = cursor.at + 1;
  cursor.at = bodyFrom;
  const isBody = (['TC', 'SC', 'JTC', 'TMB', 'PC'] as const).some(
    (word) => eat(cursor, word) && !isLetter(codeIn(text, cursor.at)),
  );
  let at = cursor.at;
  while (
    isBody &&
    at < text.length &&
    !isSerial(text, at) &&
    (isLetterOrDigit(codeIn(text, at)) || ' /'.includes(text.charAt(at)))
  )
    at++;
  if (!isBody || !isSerial(text, at)) {
    cursor.at = start;
    return undefined;
  }
  cursor.at = at + 2;
  skipSpaces(cursor);
  const end = digitsEnd(text, cursor.at);
  const serial = `N${text.slice(cursor.at, end)}`;
  cursor.at = end;
  const publisher = joint ? 'ISO/IEC' : 'ISO';
  const prefix = `${publisher}${joint ? ' ' : '/'}${text.slice(bodyFrom, at).toUpperCase()}`;
  return isoDocumentNumber(
    bareFields({ scheme: 'iso', tier: 'international', kind: 'working-document', publisher, prefix, serial }),
  );
}

/** `N 3064`: the letter N with its number. */
function isSerial(text: string, at: number): boolean {
  if (codeIn(text, at) !== 32 || (codeIn(text, at + 1) & ~32) !== 78) return false;
  const next = codeIn(text, at + 2) === 32 ? at + 3 : at + 2;
  return isDigit(codeIn(text, next));
}

/** Reads the directives: ISO/IEC DIR 1:2022, ISO/IEC Directives, Part 1 -- Consolidated ISO Supplement. */
export function readDirectives(cursor: Cursor): StandardNumber | undefined {
  const start = cursor.at;
  const joint = eat(cursor, '/IEC');
  skipSpaces(cursor);
  if (!eat(cursor, 'DIRECTIVES') && !(eat(cursor, 'DIR') && codeIn(cursor.text, cursor.at) === 32)) {
    cursor.at = start;
    return undefined;
  }
  const publisher = joint ? 'ISO/IEC' : 'ISO';
  const serial = readDirectiveSerial(cursor);
  if (serial === '') return missing(cursor, 'serial');
  const base = bareFields({
    scheme: 'iso',
    tier: 'international',
    kind: 'directive',
    publisher,
    prefix: `${publisher} DIR`,
    serial,
  });
  const year = readColonYear(cursor)?.year;
  return isoDocumentNumber({ ...base, year, edition: readEdition(cursor) });
}

/** Derives the forms of a committee document or of the directives. */
export function isoDocumentNumber(fields: NumberFields): StandardNumber {
  const series = `${fields.prefix} ${fields.serial}`;
  const edition = fields.edition === undefined ? '' : ` ${fields.edition}`;
  return withForms(fields, series + (fields.year === undefined ? '' : `:${fields.year}`) + edition, series);
}

function readDirectiveSerial(cursor: Cursor): string {
  const words: string[] = [];
  for (;;) {
    const start = cursor.at;
    if (eat(cursor, ',') || eat(cursor, ' --') || eat(cursor, ' -')) continue;
    skipSpaces(cursor);
    if (eat(cursor, 'CONSOLIDATED ')) continue;
    if (eat(cursor, 'PART ')) cursor.at--;
    else if (eat(cursor, 'JTC 1')) words.push('JTC 1');
    else if (eat(cursor, 'SUPPLEMENT') || eat(cursor, 'SUP')) words.push('SUP');
    else if (eat(cursor, 'ISO')) words.push('ISO');
    else if (eat(cursor, 'IEC')) words.push('IEC');
    else if (words.length === 0 && digitsEnd(cursor.text, cursor.at) === cursor.at + 1)
      words.push(cursor.text.charAt(cursor.at++));
    else {
      cursor.at = start;
      return words.join(' ');
    }
  }
}

function readEdition(cursor: Cursor): string | undefined {
  const start = cursor.at;
  if (eat(cursor, ' EDITION ')) {
    const end = digitsEnd(cursor.text, cursor.at);
    const edition = `Edition ${cursor.text.slice(cursor.at, end)}`;
    if (end > cursor.at) {
      cursor.at = end;
      return edition;
    }
  }
  cursor.at = start;
  return undefined;
}
