import { type Cursor, codeIn, digitsEnd, eat, isDigit, isLetterOrDigit, lettersEnd } from '../cursor.ts';
import { monthNames, take } from '../match.ts';
import type { Supplement } from '../model.ts';
import { readSupplement, type SupplementStyle } from './supplements.ts';

/** What stands behind the year of an ISO, IEC, European or British number. */
export interface Tail {
  notes: readonly string[];
  edition: string | undefined;
  language: string | undefined;
  variant: string | undefined;
  supplements: readonly Supplement[];
  allParts: boolean;
}

/** The usual case: the text ends with the year. */
export const nothingBehind: Readonly<Tail> = {
  notes: [],
  edition: undefined,
  language: undefined,
  variant: undefined,
  supplements: [],
  allParts: false,
};

export function readTail(cursor: Cursor, style: SupplementStyle): Tail {
  const tail: Tail = {
    notes: [],
    edition: undefined,
    language: undefined,
    variant: undefined,
    supplements: [],
    allParts: false,
  };
  while (cursor.at < cursor.text.length && readOne(cursor, tail, style));
  if (tail.supplements.length > 1) tail.supplements = tail.supplements.toSorted(joinedFirst);
  return tail;
}

/** What is consolidated into the text is named before what amends it from outside. */
function joinedFirst(a: Supplement, b: Supplement): number {
  return Number(b.label.startsWith('+')) - Number(a.label.startsWith('+'));
}

function readOne(cursor: Cursor, tail: Tail, style: SupplementStyle): boolean {
  const supplement = readSupplement(cursor, style);
  if (supplement !== undefined) {
    tail.supplements = [...tail.supplements, supplement];
    return true;
  }
  return (
    readAllParts(cursor, tail) ||
    readLanguage(cursor, tail) ||
    readTranslation(cursor, tail, style) ||
    readVariant(cursor, tail) ||
    readEdition(cursor, tail) ||
    readLongEdition(cursor, tail) ||
    readNote(cursor, tail)
  );
}

const SPACE = 32;
const OPENING = 40;

function readAllParts(cursor: Cursor, tail: Tail): boolean {
  const code = codeIn(cursor.text, cursor.at);
  if (code !== SPACE && code !== OPENING) return false;
  if (
    tail.allParts ||
    !(
      eat(cursor, ' (ALL PARTS)') ||
      eat(cursor, '(ALL PARTS)') ||
      eat(cursor, ' (所有部分)') ||
      eat(cursor, '(所有部分)') ||
      eat(cursor, ' ALL PARTS')
    )
  )
    return false;
  tail.allParts = true;
  return true;
}

const languages: ReadonlyMap<string, string> = new Map([
  ['E', 'en'],
  ['F', 'fr'],
  ['R', 'ru'],
  ['S', 'es'],
  ['D', 'de'],
  ['A', 'ar'],
  ['C', 'zh'],
]);

/** `(E)`, `(en)`, `(E/F/R)`, `(en,fr)`, `(en-fr)`: languages of the text, written by their ISO 639 codes. */
function readLanguage(cursor: Cursor, tail: Tail): boolean {
  const { text } = cursor;
  let at = cursor.at;
  if (codeIn(text, at) === 32) at++;
  if (codeIn(text, at) !== 40 || tail.language !== undefined) return false;
  const found: string[] = [];
  let isHyphened = false;
  do {
    isHyphened = codeIn(text, at) === 45;
    const from = at + 1;
    at = lettersEnd(text, from);
    const word = text.slice(from, at);
    const language = languages.get(word.toUpperCase()) ?? (word.length === 2 ? word.toLowerCase() : undefined);
    if (language === undefined || found.length > 6) return false;
    found.push(language);
  } while (codeIn(text, at) === 47 || codeIn(text, at) === 44 || codeIn(text, at) === 45);
  if (codeIn(text, at) !== 41) return false;
  cursor.at = at + 1;
  tail.language = found.join(isHyphened ? '-' : ',');
  return true;
}

/** IEC: redline, consolidated, commented, series, extended, pre-release, database. BSI: expert commentary, tracked changes, file. */
const variants: ReadonlyMap<string, string> = new Map([
  ...['RLV', 'CSV', 'CMV', 'SER', 'EXV', 'PRV', 'DB', 'PDF', '- TC'].map((word) => [word, word] as const),
  ['EXCOMM', 'ExComm'],
  ['- REDLINE', '- Redline'],
]);

const variantWords: readonly string[] = [...variants.keys()];

function readVariant(cursor: Cursor, tail: Tail): boolean {
  const { text } = cursor;
  if (codeIn(text, cursor.at) !== 32 || tail.variant !== undefined) return false;
  const start = cursor.at++;
  const word = variantWords.find((candidate) => eat(cursor, candidate));
  if (word !== undefined && !isLetterOrDigit(codeIn(text, cursor.at))) {
    tail.variant = variants.get(word);
    return true;
  }
  cursor.at = start;
  return false;
}

/** `ED2`, `Ed 1`, `Ed.2`, `ED1.1`. */
function readEdition(cursor: Cursor, tail: Tail): boolean {
  const { text } = cursor;
  const start = cursor.at;
  if (tail.edition !== undefined || !eat(cursor, ' ED')) return false;
  if (codeIn(text, cursor.at) === 46) cursor.at++;
  if (codeIn(text, cursor.at) === 32) cursor.at++;
  let end = digitsEnd(text, cursor.at);
  if (end > cursor.at && codeIn(text, end) === 46 && isDigit(codeIn(text, end + 1))) end = digitsEnd(text, end + 1);
  if (end === cursor.at) {
    cursor.at = start;
    return false;
  }
  tail.edition = `ED${text.slice(cursor.at, end)}`;
  cursor.at = end;
  return true;
}

const TRANSLATION = / ?\(([A-Z][a-z]{3,11})(?: Translation)?\)/y;

/** `(German)`, `(Italian Translation)`: how the British catalogue names a translation. */
function readTranslation(cursor: Cursor, tail: Tail, style: SupplementStyle): boolean {
  const match = style === 'cen' && tail.language === undefined ? take(cursor, TRANSLATION) : undefined;
  if (match === undefined) return false;
  tail.language = match[1];
  return true;
}

const LONG_EDITION =
  /,? (?:(first|second|third|fourth|fifth) edition|edition (\d{1,2}(?:\.\d)?))(?:,? (?:(\d{4})-(\d\d)(?:-(\d\d))?|([A-Z][a-z]{2,8}) (?:(\d{1,2}), )?(\d{4})))?/iy;
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** `First edition 2002-11-01`, `Edition 1.0 2016-04`: kept as one text, written as IEEE does. */
function readLongEdition(cursor: Cursor, tail: Tail): boolean {
  const match = tail.edition === undefined ? take(cursor, LONG_EDITION) : undefined;
  if (match === undefined) return false;
  const [, ordinal, counted, year, month, day, monthName, namedDay, namedYear] = match;
  const version = ordinal === undefined ? counted : `${ordinals.indexOf(ordinal.toLowerCase()) + 1}.0`;
  const name = month === undefined ? monthName : monthNames[Number(month) - 1];
  const onDay = day === undefined ? namedDay : String(Number(day));
  const date = name === undefined ? '' : `, ${name}${onDay === undefined ? '' : ` ${onDay},`} ${year ?? namedYear}`;
  tail.edition = `Edition ${version}${date}`;
  return true;
}

const IDENTICAL = /[;,]? (?:and )?((?:ANSI\/)?IEEE) (?:Std )?([A-Z]?\d[\w.]{0,12}(?:-\d{1,6}){0,3})(?![\w-])/y;
const NOTE =
  / ?\(((?:IEEE|ANSI|Revis|Adopt|Incorp|Supersed|Amend)(?=[^()]{0,40}\d)[^()]{1,200})(?:\)|(?= - Redline)|$)/y;

/** The number of the same text at another body, and what it revises or adopts: `(IEEE Std 1671-2010)`. */
function readNote(cursor: Cursor, tail: Tail): boolean {
  const bracketed = take(cursor, NOTE);
  const identical = bracketed === undefined ? take(cursor, IDENTICAL) : undefined;
  if (bracketed === undefined && identical === undefined) return false;
  const note = bracketed?.[1] ?? `${identical?.[1]} ${identical?.[2]}`;
  tail.notes = [...tail.notes, note.trim()];
  return true;
}
