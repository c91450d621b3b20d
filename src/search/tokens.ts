import { foldText } from './fold.ts';

/** A word of the index with its place: adjacent places are adjacent in the text. */
export interface Token {
  readonly text: string;
  readonly at: number;
}

/** A piece of folded text: a run of Chinese characters, or a word of letters and digits. */
export interface Run {
  readonly text: string;
  readonly isHan: boolean;
  /** Place of its first character or of the word. */
  readonly at: number;
  /** Places it takes: one for each Chinese character, one for a word. */
  readonly places: number;
  /** A Chinese run that follows another with nothing but spaces between: writers set such spaces or leave them out. */
  readonly isJoined: boolean;
}

/** Longer words are cut; nobody types them. */
const longestWord = 40;

/** The pieces of a text in their order. */
export function runsOf(text: string): readonly Run[] {
  const folded = foldText(text);
  const runs: Run[] = [];
  let at = 0;
  let isJoined = false;
  for (let start = 0; start < folded.length; ) {
    const kind = kindAt(folded, start);
    let end = start + widthAt(folded, start);
    if (kind === 'sign') {
      isJoined &&= /\s/.test(folded.slice(start, end));
      start = end;
      continue;
    }
    while (end < folded.length && kindAt(folded, end) === kind) end += widthAt(folded, end);
    const piece = folded.slice(start, end);
    const isHan = kind === 'han';
    const places = isHan ? lengthOf(piece) : 1;
    runs.push({
      text: isHan ? piece : stemmed(piece.slice(0, longestWord).toWellFormed()),
      isHan,
      at,
      places,
      isJoined: isJoined && isHan,
    });
    isJoined = isHan;
    at += places;
    start = end;
  }
  return runs;
}

type CharacterKind = 'han' | 'word' | 'sign';

/** Kinds of characters met, so that each is looked up in the tables of Unicode once: entries are written by the million. */
const kinds = new Map<number, CharacterKind>();

function kindAt(text: string, index: number): CharacterKind {
  const code = text.charCodeAt(index);
  if (code >= 0x4e00 && code <= 0x9fff) return 'han';
  const point = code >= 0xd800 && code <= 0xdbff ? (text.codePointAt(index) ?? code) : code;
  const known = kinds.get(point);
  if (known !== undefined) return known;
  const kind = kindOf(String.fromCodePoint(point));
  kinds.set(point, kind);
  return kind;
}

function kindOf(character: string): CharacterKind {
  if (/^\p{sc=Han}$/u.test(character)) return /^[\p{L}\p{N}]$/u.test(character) ? 'han' : 'sign';
  return /^[\p{L}\p{N}]$/u.test(character) ? 'word' : 'sign';
}

function widthAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff && index + 1 < text.length ? 2 : 1;
}

/**
 * The words under which a text is found: each pair of neighbouring characters of a Chinese run, also over a space, and
 * the last character of a run alone, so that every character begins a word; Latin words with light stemming.
 */
export function tokensOf(text: string): readonly Token[] {
  const runs = runsOf(text);
  return runs.flatMap((run, index) => {
    if (!run.isHan) return [{ text: run.text, at: run.at }];
    const last = lastOf(run);
    const next = runs[index + 1];
    const bridge = next?.isJoined ? [{ text: `${last.text}${charactersOf(next.text)[0]}`, at: last.at }] : [];
    return [...pairsOf(run), last, ...bridge];
  });
}

/** Chinese runs with only spaces between them as one, for phrases. */
export function joinedRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (run.isJoined && before?.isHan)
      joined[joined.length - 1] = { ...before, text: before.text + run.text, places: before.places + run.places };
    else joined.push(run);
  }
  return joined;
}

/** Pairs of neighbouring characters; none for a single character. */
export function pairsOf(run: Run): readonly Token[] {
  const characters = charactersOf(run.text);
  return characters
    .slice(1)
    .map((character, index) => ({ text: `${characters[index]}${character}`, at: run.at + index }));
}

function lastOf(run: Run): Token {
  return { text: charactersOf(run.text).at(-1) ?? '', at: run.at + run.places - 1 };
}

const outsideBasicPlane = /[\ud800-\udfff]/;

function charactersOf(text: string): readonly string[] {
  return outsideBasicPlane.test(text) ? [...text] : text.split('');
}

function lengthOf(text: string): number {
  return outsideBasicPlane.test(text) ? [...text].length : text.length;
}

/**
 * Light English stemming: plural endings only (Harman's S-stemmer), because titles differ in number and hardly otherwise.
 *
 * @example stemmed('devices') === 'device'; stemmed('batteries') === 'battery'; stemmed('glass') === 'glass'
 */
export function stemmed(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || !/^[a-z]+$/.test(word)) return word;
  if (word.endsWith('ies')) return /[ae]ies$/.test(word) ? word : `${word.slice(0, -3)}y`;
  if (word.endsWith('es')) return /(?:[xz]|[cs]h|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
  return /[us]s$/.test(word) ? word : word.slice(0, -1);
}
