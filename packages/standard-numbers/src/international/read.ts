import { type Cursor, digitsEnd, eat, fourDigits, isDigit, isLetter, isLetterOrDigit, lettersEnd, missing, upperCase } from '../cursor.ts';
import type { NumberKind, Scheme, StandardNumber, Supplement, Tier } from '../model.ts';
import { readIeeeDraft } from '../foreign/ieee.ts';
import { readColonYear, readSupplement } from './supplements.ts';
import { headWords, kindOfType, publisherWords } from './words.ts';
import { internationalNumber, typeGap } from './write.ts';

/** What stands before the serial of an ISO or IEC number. */
export interface Head {
  publisher: string;
  stage: string | undefined;
  /** `CD`, `TS` as written, in order. */
  prints: readonly string[];
  type: string;
  iteration: string | undefined;
}

/** Reads a number of ISO, IEC or both; the cursor stands behind the first organization. */
export function readInternational(cursor: Cursor, first: string): StandardNumber | undefined {
  const head: Head = { publisher: first, stage: undefined, prints: [], type: '', iteration: undefined };
  while (readHeadWord(cursor, head));
  skipOne(cursor);
  return readBehindHead(cursor, head);
}

/** Reads serial, parts, year, supplements and notes behind a head that was already read. */
export function readBehindHead(cursor: Cursor, head: Head): StandardNumber | undefined {
  if (standsProject(cursor)) return readIeeeDraft(cursor, head.publisher, head.prints);
  return readNumber(cursor, {
    publisher: head.publisher,
    prefix: prefixOf(head),
    stage: head.stage,
    iteration: head.iteration,
    kind: kindOfType.get(head.type) ?? 'standard',
    scheme: head.publisher.startsWith('ISO') ? 'iso' : 'iec',
    tier: 'international',
  });
}

/** P29119-1: a project number of IEEE under a joint prefix. */
function standsProject(cursor: Cursor): boolean {
  return cursor.text.charCodeAt(cursor.at) === 80 && isDigit(cursor.text.charCodeAt(cursor.at + 1));
}

function readHeadWord(cursor: Cursor, head: Head): boolean {
  const { text } = cursor;
  let at = cursor.at;
  while (text.charCodeAt(at) === 47 || text.charCodeAt(at) === 32) at++;
  let end = lettersEnd(text, at);
  if (end === at || end - at > 7) return false;
  let word = upperCase(text.slice(at, end));
  if (word === 'HL' && text.charCodeAt(end) === 55) word = text.slice(at, ++end);
  const publisher = publisherWords.get(word);
  if (publisher !== undefined) {
    head.publisher = `${head.publisher}/${publisher}`;
    cursor.at = end;
    return true;
  }
  return takeWord(cursor, head, { word, end });
}

function takeWord(cursor: Cursor, head: Head, found: { readonly word: string; readonly end: number }): boolean {
  const { text } = cursor;
  const known = headWords.get(found.word);
  const iterationEnd = digitsEnd(text, found.end);
  // A digit glued to the word is an iteration (PreCD3) unless the word is the number itself (TS12).
  const isIteration = iterationEnd > found.end && text.charCodeAt(iterationEnd) === 32 && known?.stage !== undefined;
  if (known === undefined || (isLetterOrDigit(text.charCodeAt(found.end)) && !isIteration && known.stage !== undefined && !isDigit(text.charCodeAt(found.end)))) return false;
  if (isIteration) head.iteration = text.slice(found.end, iterationEnd);
  head.stage = head.stage === undefined ? known.stage : (joinStage(head.stage, known) ?? head.stage);
  if (known.type !== '') head.type = known.type;
  head.prints = [...head.prints, known.print];
  cursor.at = isIteration ? iterationEnd : found.end;
  return true;
}

/** `FD Guide` is FDGuide in two words. */
function joinStage(stage: string, known: { readonly type: string }): string | undefined {
  return (stage === 'FD' || stage === 'D') && known.type !== '' ? stage + known.type : undefined;
}

function prefixOf(head: Head): string {
  if (head.prints.length === 0) return head.publisher;
  const words = head.prints.join(' ').replace(/^(F?D) (?=Guide|TS|TR|PAS)/, '$1');
  const first = head.stage === undefined ? head.type : '';
  return head.publisher + typeGap(head.publisher, first) + words;
}

/** What is known of a number before its serial is read. */
export interface Frame {
  readonly publisher: string;
  readonly prefix: string;
  readonly stage: string | undefined;
  readonly iteration: string | undefined;
  readonly kind: NumberKind;
  readonly scheme: Scheme;
  readonly tier: Tier;
}

export function readNumber(cursor: Cursor, frame: Frame): StandardNumber | undefined {
  const serial = readSerial(cursor);
  if (serial === undefined) return undefined;
  const parts = readParts(cursor, frame.scheme);
  const iteration = readIteration(cursor) ?? frame.iteration;
  const date = readYear(cursor);
  const tail: Tail = { edition: undefined, language: undefined, variant: undefined, supplements: [], allParts: false };
  if (cursor.at < cursor.text.length) while (readTail(cursor, tail, frame.scheme === 'iec' ? 'iec' : 'iso'));
  return internationalNumber({
    scheme: frame.scheme,
    tier: frame.tier,
    kind: frame.kind,
    nature: undefined,
    publisher: frame.publisher,
    region: undefined,
    prefix: frame.prefix,
    serial,
    parts,
    allParts: tail.allParts,
    year: date?.year,
    yearAsPrinted: undefined,
    month: date?.month,
    day: date?.day,
    stage: frame.stage,
    iteration,
    supplements: tail.supplements,
    editionNote: undefined,
    edition: tail.edition,
    language: tail.language,
    variant: tail.variant,
    dual: undefined,
  });
}

/** Digits, with a letter behind for old IEC supplements (60068-2-10a); a few registers have a word instead (SYMBOL). */
function readSerial(cursor: Cursor): string | undefined {
  const { text } = cursor;
  const from = cursor.at;
  let at = digitsEnd(text, from);
  if (at === from) {
    at = lettersEnd(text, from);
    if (at - from < 2 || text.charCodeAt(at) !== 58) return missing(cursor, 'serial');
  }
  if (at - from > 9) return missing(cursor, 'serial');
  if (isLetter(text.charCodeAt(at)) && !isLetterOrDigit(text.charCodeAt(at + 1))) at++;
  cursor.at = at;
  return text.slice(from, at);
}

const noParts: readonly string[] = [];

function readParts(cursor: Cursor, scheme: Scheme): readonly string[] {
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
  if (sign === 47) return isDigit(next) && (scheme === 'iso' || scheme === 'iec');
  return sign === 45 && isLetterOrDigit(next) && !isYearPiece(text, at + 1);
}

/** ISO 9001-2015: four digits at the end that are a year of publication, because no part has such a number. */
function isYearPiece(text: string, at: number): boolean {
  const year = fourDigits(text, at);
  const next = text.charCodeAt(at + 4);
  return year >= 1947 && year <= 2099 && next !== 58 && next !== 45 && !isLetterOrDigit(next);
}

function readIteration(cursor: Cursor): string | undefined {
  const { text } = cursor;
  if (text.charCodeAt(cursor.at) !== 46 || !isDigit(text.charCodeAt(cursor.at + 1))) return undefined;
  const from = cursor.at + 1;
  cursor.at = digitsEnd(text, from);
  return text.slice(from, cursor.at);
}

interface DateRead {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

function readYear(cursor: Cursor): DateRead | undefined {
  const start = cursor.at;
  if (cursor.text.charCodeAt(start) === 32) cursor.at++;
  const read = readColonYear(cursor);
  if (read === undefined) {
    cursor.at = start;
    return undefined;
  }
  if (read.month === undefined || cursor.text.charCodeAt(cursor.at) !== 45) return { ...read, day: undefined };
  const day = Number(cursor.text.slice(cursor.at + 1, cursor.at + 3));
  if (!(day >= 1 && day <= 31)) return { ...read, day: undefined };
  cursor.at += 3;
  return { ...read, day };
}

interface Tail {
  edition: string | undefined;
  language: string | undefined;
  variant: string | undefined;
  supplements: readonly Supplement[];
  allParts: boolean;
}

function readTail(cursor: Cursor, tail: Tail, style: 'iso' | 'iec'): boolean {
  const supplement = readSupplement(cursor, style);
  if (supplement !== undefined) {
    tail.supplements = [...tail.supplements, supplement];
    return true;
  }
  return readAllParts(cursor, tail) || readLanguage(cursor, tail) || readVariant(cursor, tail) || readEdition(cursor, tail);
}

function readAllParts(cursor: Cursor, tail: Tail): boolean {
  if (tail.allParts || !(eat(cursor, ' (ALL PARTS)') || eat(cursor, '(ALL PARTS)') || eat(cursor, ' (所有部分)') || eat(cursor, '(所有部分)') || eat(cursor, ' ALL PARTS'))) return false;
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
  if (text.charCodeAt(at) === 32) at++;
  if (text.charCodeAt(at) !== 40 || tail.language !== undefined) return false;
  const found: string[] = [];
  do {
    const from = at + 1;
    at = lettersEnd(text, from);
    const word = text.slice(from, at);
    const language = languages.get(word.toUpperCase()) ?? (word.length === 2 ? word.toLowerCase() : undefined);
    if (language === undefined || found.length > 6) return false;
    found.push(language);
  } while (text.charCodeAt(at) === 47 || text.charCodeAt(at) === 44 || text.charCodeAt(at) === 45);
  if (text.charCodeAt(at) !== 41) return false;
  cursor.at = at + 1;
  tail.language = found.join(',');
  return true;
}

const variants: readonly string[] = ['RLV', 'CSV', 'CMV', 'SER', 'EXV', 'PRV', 'DB', '- REDLINE'];

function readVariant(cursor: Cursor, tail: Tail): boolean {
  const { text } = cursor;
  if (text.charCodeAt(cursor.at) !== 32 || tail.variant !== undefined) return false;
  const start = cursor.at++;
  const word = variants.find((candidate) => eat(cursor, candidate));
  if (word !== undefined && !isLetterOrDigit(text.charCodeAt(cursor.at))) {
    tail.variant = word === '- REDLINE' ? '- Redline' : word;
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
  if (text.charCodeAt(cursor.at) === 46) cursor.at++;
  skipOne(cursor);
  let end = digitsEnd(text, cursor.at);
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  if (end === cursor.at) {
    cursor.at = start;
    return false;
  }
  tail.edition = `ED${text.slice(cursor.at, end)}`;
  cursor.at = end;
  return true;
}

function skipOne(cursor: Cursor): void {
  if (cursor.text.charCodeAt(cursor.at) === 32) cursor.at++;
}
