import { type Cursor, codeIn, digitsEnd, isDigit, lettersEnd, packed, packedLength } from '../cursor.ts';
import type { Supplement, SupplementKind } from '../model.ts';
import { readColonYear, readMonth, readYearAlone } from './dates.ts';

interface SupplementWord {
  readonly kind: SupplementKind;
  readonly stage: string | undefined;
  /** The ways to join it to its document, ready to be taken: `/Amd `, `/Amd`, `/AMD`, `+AMD`. */
  readonly spaced: string;
  readonly bare: string;
  readonly compact: string;
  readonly joined: string;
}

function wordOf(kind: SupplementKind, stage: string | undefined, print: string): SupplementWord {
  const upper = print.toUpperCase();
  return { kind, stage, spaced: `/${print} `, bare: `/${print}`, compact: `/${upper}`, joined: `+${upper}` };
}

const published = (kind: SupplementKind) => wordOf(kind, undefined, kind);
const draft = (kind: SupplementKind, stage: string) => wordOf(kind, stage, stage);
const staged = (kind: SupplementKind, stage: string) => wordOf(kind, stage, `${stage} ${kind}`);

/** Words for amendments, corrigenda and other supplements, with the old names of their draft stages (PDAM is a CD Amd). */
const words = packedMap<SupplementWord>([
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

const longWords: ReadonlyMap<string, SupplementWord> = new Map([
  ['AMENDMENT', published('Amd')],
  ['CORRIGENDUM', published('Cor')],
]);

const stageWords = packedMap<string>(
  ['PWI', 'NP', 'AWI', 'WD', 'CD', 'PRF', 'DIS', 'FDIS'].map((stage) => [stage, stage] as const),
);

function packedMap<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<number, T> {
  return new Map(entries.map(([letters, value]) => [packed(letters, 0, letters.length), value] as const));
}

/** Spelling of a publisher: ISO writes `/Amd 1:2011`, IEC `/AMD1:2016`, CEN and BSI `+A1:2012`. */
export type SupplementStyle = 'iso' | 'iec' | 'cen';

/** Reads one supplement behind `/` or `+`; leaves the cursor where it was when none stands here. */
export function readSupplement(cursor: Cursor, style: SupplementStyle): Supplement | undefined {
  const start = cursor.at;
  const { text } = cursor;
  let at = spaced(text, start);
  const sign = codeIn(text, at);
  if (sign !== SLASH && sign !== PLUS) return at > start ? readApart(cursor, style) : undefined;
  at = spaced(text, at + 1);
  const end = lettersEnd(text, at);
  if (end - at > packedLength) return readLong(cursor, { from: at, end, start, style, isJoined: sign === PLUS });
  const word = packed(text, at, end);
  const european = style === 'cen' && isDigit(codeIn(text, end)) ? europeanWords.get(word) : undefined;
  if (european !== undefined)
    return completeEuropean(cursor, european, { at: end, sign: text.charAt(at - 1) === '/' ? '/' : '+' });
  const stage = stageWords.get(word);
  const found = stage === undefined ? readUnstaged(text, word, end) : readStaged(text, stage, end);
  if (found === undefined) return undefined;
  cursor.at = found.at;
  return complete(cursor, found, { style, isJoined: sign === PLUS, start });
}

const SLASH = 47;
const PLUS = 43;

/** `ISO 9001:2015 Amd 1:2024`: a space where the slash should stand. Only words that titles do not use, with an ordinal. */
function readApart(cursor: Cursor, style: SupplementStyle): Supplement | undefined {
  const { text, at: start } = cursor;
  const from = start + 1;
  const end = lettersEnd(text, from);
  if (end === from) return undefined;
  if (end - from > packedLength) return readLong(cursor, { from, end, start, style, isJoined: false });
  const word = packed(text, from, end);
  const stage = stageWords.get(word);
  const found = stage === undefined ? readUnstaged(text, word, end) : readStaged(text, stage, end);
  if (found === undefined || !apartKinds.has(found.word.kind) || !standsOrdinal(text, found.at)) return undefined;
  cursor.at = found.at;
  return complete(cursor, found, { style, isJoined: false, start });
}

const apartKinds: ReadonlySet<SupplementKind> = new Set(['Amd', 'Cor', 'ISH']);

function standsOrdinal(text: string, at: number): boolean {
  const behind = codeIn(text, at) === 46 ? at + 1 : at;
  return isDigit(codeIn(text, spaced(text, behind)));
}

interface Long {
  readonly from: number;
  readonly end: number;
  readonly start: number;
  readonly style: SupplementStyle;
  readonly isJoined: boolean;
}

/** `Amendment 1`, `Corrigendum 2`, with an ordinal. */
function readLong(cursor: Cursor, long: Long): Supplement | undefined {
  const { text } = cursor;
  const word = long.end - long.from > 11 ? undefined : longWords.get(text.slice(long.from, long.end).toUpperCase());
  if (word === undefined || !standsOrdinal(text, long.end)) return undefined;
  cursor.at = long.end;
  return complete(cursor, { word, at: long.end }, long);
}

interface EuropeanWord {
  readonly kind: SupplementKind;
  readonly print: string;
}

const europeanWords = packedMap<EuropeanWord>([
  ['A', { kind: 'Amd', print: 'A' }],
  ['AC', { kind: 'Cor', print: 'AC' }],
  ['C', { kind: 'Cor', print: 'C' }],
]);

/** CEN and BSI write `+A11:2020`, `/AC:2009`. */
function completeEuropean(
  cursor: Cursor,
  word: EuropeanWord,
  behind: { readonly at: number; readonly sign: string },
): Supplement {
  const end = digitsEnd(cursor.text, behind.at);
  const number = cursor.text.slice(behind.at, end);
  cursor.at = end;
  const date = readColonYear(cursor);
  return {
    kind: word.kind,
    number,
    year: date?.year,
    month: date?.month,
    stage: undefined,
    label: behind.sign + word.print,
  };
}

interface Found {
  readonly word: SupplementWord;
  readonly at: number;
}

const amendment = published('Amd');
const LETTER_A = packed('A', 0, 1);

/** `A1` is how CENELEC and old IEC lists write AMD1. */
function readUnstaged(text: string, word: number, end: number): Found | undefined {
  const known = word === LETTER_A && isDigit(codeIn(text, end)) ? amendment : words.get(word);
  return known === undefined ? undefined : { word: known, at: end };
}

function readStaged(text: string, stage: string, stageEnd: number): Found | undefined {
  const at = spaced(text, stageEnd);
  const end = lettersEnd(text, at);
  const known = end - at > packedLength ? undefined : words.get(packed(text, at, end));
  return known === undefined ? undefined : { word: staged(known.kind, stage), at: end };
}

function complete(
  cursor: Cursor,
  found: Found,
  how: { readonly style: SupplementStyle; readonly isJoined: boolean; readonly start: number },
): Supplement | undefined {
  const { text } = cursor;
  const point = codeIn(text, cursor.at) === 46 ? 1 : 0;
  const space = codeIn(text, cursor.at + point) === 32 ? 1 : 0;
  let number = readOrdinal(cursor, cursor.at + point + space);
  const year = readYearAlone(cursor);
  const month = year === undefined ? undefined : readMonth(cursor);
  if (number === '' && year === undefined && codeIn(text, cursor.at) === 32) {
    cursor.at = how.start;
    return undefined;
  }
  if (number === '' && how.style === 'iec') number = '1';
  const isCompact = how.style === 'iec' && space === 0;
  const label = labelOf(found.word, { isJoined: how.isJoined, isCompact, isCounted: number !== '' });
  return { kind: found.word.kind, number, year, month, stage: found.word.stage, label };
}

interface Joint {
  readonly isJoined: boolean;
  readonly isCompact: boolean;
  readonly isCounted: boolean;
}

function labelOf(word: SupplementWord, joint: Joint): string {
  // `+ COR:2014` is a list written with plus; only AMD is consolidated into the text.
  if (joint.isJoined && word.kind === 'Amd') return word.joined;
  if (joint.isCompact) return word.compact;
  return joint.isCounted ? word.spaced : word.bare;
}

/** `1`, and `1.3` for the third iteration of a draft. */
function readOrdinal(cursor: Cursor, from: number): string {
  const { text } = cursor;
  let at = digitsEnd(text, from);
  if (at === from) return '';
  if (codeIn(text, at) === 46 && isDigit(codeIn(text, at + 1))) at = digitsEnd(text, at + 1);
  cursor.at = at;
  return text.slice(from, at);
}

/** Normalized text has at most one space in a row. */
function spaced(text: string, at: number): number {
  return codeIn(text, at) === 32 ? at + 1 : at;
}
