import { type Cursor, digitsEnd, fourDigits, isDigit, lettersEnd, upperCase } from '../cursor.ts';
import type { Supplement, SupplementKind } from '../model.ts';

interface SupplementWord {
  readonly kind: SupplementKind;
  readonly stage: string | undefined;
  /** Written form behind the slash, with its space. */
  readonly print: string;
}

const published = (kind: SupplementKind): SupplementWord => ({ kind, stage: undefined, print: `${kind} ` });
const draft = (kind: SupplementKind, stage: string): SupplementWord => ({ kind, stage, print: `${stage} ` });
const staged = (kind: SupplementKind, stage: string): SupplementWord => ({ kind, stage, print: `${stage} ${kind} ` });

/** Words for amendments, corrigenda and other supplements, with the old names of their draft stages (PDAM is a CD Amd). */
const words: ReadonlyMap<string, SupplementWord> = new Map([
  ['AMD', published('Amd')],
  ['AMEND', published('Amd')],
  ['AM', published('Amd')],
  ['COR', published('Cor')],
  ['CORR', published('Cor')],
  ['ADD', published('Add')],
  ['SUPPL', published('Suppl')],
  ['EXT', published('Ext')],
  ['ISH', published('ISH')],
  ['FRAG', published('FRAG')],
  ['DAM', draft('Amd', 'DAM')],
  ['DAMD', draft('Amd', 'DAM')],
  ['FPDAM', draft('Amd', 'DAM')],
  ['FDAM', draft('Amd', 'FDAM')],
  ['FDAMD', draft('Amd', 'FDAM')],
  ['PDAM', staged('Amd', 'CD')],
  ['DCOR', draft('Cor', 'DCOR')],
  ['FCOR', draft('Cor', 'FDCOR')],
  ['FDCOR', draft('Cor', 'FDCOR')],
  ['PDCOR', staged('Cor', 'CD')],
  ['DAD', draft('Add', 'DAD')],
  ['DSUPPL', draft('Suppl', 'DSuppl')],
]);

const stageWords: ReadonlySet<string> = new Set(['PWI', 'NP', 'AWI', 'WD', 'CD', 'PRF', 'DIS', 'FDIS']);

/** Spelling of a publisher: ISO writes `/Amd 1:2011`, IEC `/AMD1:2016`, CEN and BSI `+A1:2012`. */
export type SupplementStyle = 'iso' | 'iec' | 'cen';

/** Reads one supplement behind `/` or `+`; leaves the cursor where it was when none stands here. */
export function readSupplement(cursor: Cursor, style: SupplementStyle): Supplement | undefined {
  const start = cursor.at;
  const { text } = cursor;
  let at = spaced(text, start);
  const sign = text.charCodeAt(at);
  if (sign !== SLASH && sign !== PLUS) return undefined;
  at = spaced(text, at + 1);
  const end = lettersEnd(text, at);
  const word = upperCase(text.slice(at, end));
  const european = style === 'cen' && isDigit(text.charCodeAt(end)) ? europeanWords.get(word) : undefined;
  if (european !== undefined)
    return completeEuropean(cursor, { word: european, at: end }, text.charAt(at - 1) === '/' ? '/' : '+');
  const found = stageWords.has(word) ? readStaged(text, word, end) : readUnstaged(text, word, end);
  if (found === undefined) return undefined;
  cursor.at = found.at;
  return complete(cursor, found, { style, isJoined: sign === PLUS, start });
}

const SLASH = 47;
const PLUS = 43;

const europeanWords: ReadonlyMap<string, SupplementWord> = new Map([
  ['A', { kind: 'Amd', stage: undefined, print: 'A' }],
  ['AC', { kind: 'Cor', stage: undefined, print: 'AC' }],
  ['C', { kind: 'Cor', stage: undefined, print: 'C' }],
] as const);

/** CEN and BSI write `+A11:2020`, `/AC:2009`. */
function completeEuropean(cursor: Cursor, found: Found, sign: string): Supplement {
  const end = digitsEnd(cursor.text, found.at);
  const number = cursor.text.slice(found.at, end);
  cursor.at = end;
  const date = readColonYear(cursor);
  return {
    kind: found.word.kind,
    number,
    year: date?.year,
    month: date?.month,
    stage: undefined,
    label: sign + found.word.print,
  };
}

interface Found {
  readonly word: SupplementWord;
  readonly at: number;
}

/** `A1` is how CENELEC and old IEC lists write AMD1. */
function readUnstaged(text: string, word: string, end: number): Found | undefined {
  if (word === 'A' && isDigit(text.charCodeAt(end))) return { word: published('Amd'), at: end };
  const known = words.get(word);
  return known === undefined ? undefined : { word: known, at: end };
}

function readStaged(text: string, stage: string, stageEnd: number): Found | undefined {
  const at = spaced(text, stageEnd);
  const end = lettersEnd(text, at);
  const known = words.get(upperCase(text.slice(at, end)));
  return known === undefined ? undefined : { word: staged(known.kind, stage), at: end };
}

function complete(
  cursor: Cursor,
  found: Found,
  how: { readonly style: SupplementStyle; readonly isJoined: boolean; readonly start: number },
): Supplement | undefined {
  const { text } = cursor;
  const point = text.charCodeAt(cursor.at) === 46 ? 1 : 0;
  const space = text.charCodeAt(cursor.at + point) === 32 ? 1 : 0;
  let number = readOrdinal(cursor, cursor.at + point + space);
  const year = readColonYear(cursor);
  if (number === '' && year === undefined && text.charCodeAt(cursor.at) === 32) {
    cursor.at = how.start;
    return undefined;
  }
  if (number === '' && how.style === 'iec') number = '1';
  // `+ COR:2014` is a list written with plus; only AMD is consolidated into the text.
  const isJoined = how.isJoined && found.word.kind === 'Amd';
  const isCompact = isJoined || (how.style === 'iec' && space === 0);
  const print = isCompact ? found.word.print.trimEnd().toUpperCase() : found.word.print;
  const label = (isJoined ? '+' : '/') + (number === '' ? print.trimEnd() : print);
  return { kind: found.word.kind, number, year: year?.year, month: year?.month, stage: found.word.stage, label };
}

/** `1`, and `1.3` for the third iteration of a draft. */
function readOrdinal(cursor: Cursor, from: number): string {
  const { text } = cursor;
  let at = digitsEnd(text, from);
  if (at === from) return '';
  if (text.charCodeAt(at) === 46 && isDigit(text.charCodeAt(at + 1))) at = digitsEnd(text, at + 1);
  cursor.at = at;
  return text.slice(from, at);
}

/** A date behind a colon. The day is never read here; it completes the shape for those who read on. */
export interface ColonDate {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** Reads `:2018` or `:2018-06`, and `-2018` where a hyphen was written for the colon. */
export function readColonYear(cursor: Cursor): ColonDate | undefined {
  const { text } = cursor;
  const sign = text.charCodeAt(cursor.at);
  if (sign !== 58 && sign !== 45) return undefined;
  const from = spaced(text, cursor.at + 1);
  const year = fourDigits(text, from);
  if (year < 1900 || year > 2099 || isDigit(text.charCodeAt(from + 4))) return undefined;
  cursor.at = from + 4;
  return { year, month: readMonth(cursor), day: undefined };
}

function readMonth(cursor: Cursor): number | undefined {
  const { text } = cursor;
  if (text.charCodeAt(cursor.at) !== 45 || digitsEnd(text, cursor.at + 1) !== cursor.at + 3) return undefined;
  const month = Number(text.slice(cursor.at + 1, cursor.at + 3));
  if (month < 1 || month > 12) return undefined;
  cursor.at += 3;
  return month;
}

/** Normalized text has at most one space in a row. */
function spaced(text: string, at: number): number {
  return text.charCodeAt(at) === 32 ? at + 1 : at;
}
