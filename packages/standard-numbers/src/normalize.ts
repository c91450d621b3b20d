/**
 * Writes a number as typed, pasted or scanned with one alphabet: full-width letters, digits, slash, brackets and
 * space become ASCII, every dash becomes a hyphen, runs of spaces become one, the ends are trimmed.
 * Letters keep their case. Never fails. (Lexical normalization of GB/T 1.1 numbers, which print an em dash.)
 *
 * @example normalize('ＧＢ／Ｔ　１９００１—２０１６') === 'GB/T 19001-2016'
 */
export function normalize(text: string): string {
  return isPlain(text) ? text : fold(text);
}

/** Index in the text as given for an index in its normalized form, so that a reader is shown the place he wrote. */
export function originalPosition(text: string, position: number): number {
  let written = 0;
  let spaceBefore = true;
  for (let at = 0; at < text.length; at++) {
    const folded = foldedCode(text.charCodeAt(at));
    if (folded === REMOVED) continue;
    if (folded === SPACE && (spaceBefore || restIsSpace(text, at))) continue;
    if (written === position) return at;
    written++;
    spaceBefore = folded === SPACE;
  }
  return text.length;
}

/** True when nothing has to be changed: the usual case, so that most numbers are read without a copy. */
function isPlain(text: string): boolean {
  let previous = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code > 125 || (code === SPACE && previous === SPACE)) return false;
    previous = code;
  }
  return previous !== SPACE;
}

/** Codes written at once: a text made of many joined pieces would have to be copied again before it can be read. */
const chunk = 1024;

function fold(text: string): string {
  let folded = '';
  const codes: number[] = [];
  let pending = false;
  for (let at = 0; at < text.length; at++) {
    const given = text.charCodeAt(at);
    const code = given === ONE && isDigitAt(text, at - 1) && isDigitAt(text, at + 1) ? HYPHEN : foldedCode(given);
    if (code === REMOVED) continue;
    if (code === SPACE) {
      pending = codes.length > 0 || folded !== '';
      continue;
    }
    if (pending) codes.push(SPACE);
    pending = false;
    codes.push(code);
    if (codes.length < chunk) continue;
    folded += String.fromCharCode(...codes);
    codes.length = 0;
  }
  return folded + String.fromCharCode(...codes);
}

function restIsSpace(text: string, from: number): boolean {
  // Only called on a space; a run of spaces is followed once, so the whole stays linear in practice and in bound.
  for (let at = from; at < text.length; at++) {
    const code = foldedCode(text.charCodeAt(at));
    if (code !== SPACE && code !== REMOVED) return false;
  }
  return true;
}

const SPACE = 32;
const HYPHEN = 45;
const REMOVED = -1;
/** The character 一 between digits is a mistyped dash: 9706.1一2020. */
const ONE = 0x4e00;

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** Characters outside the full-width block that stand for an ASCII one in lists, scans and web pages. */
const FOLDED: ReadonlyMap<number, number> = new Map([
  ...pairs(
    '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u2500\u2501\u30FC\u301C\uFE58\uFE63\uFF0D\uFF5E~\u223C',
    HYPHEN,
  ),
  ...pairs(
    '\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t\n\v\f\r',
    SPACE,
  ),
  ...pairs('\u2215\u2044\u29F8\u2571', 47),
  ...pairs('\uFE55\u2236', 58),
  ...pairs('\u3014\u3010', 40),
  ...pairs('\u3015\u3011', 41),
  ...pairs('\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD', REMOVED),
]);

function pairs(characters: string, code: number): readonly (readonly [number, number])[] {
  return [...characters].map((character) => [character.charCodeAt(0), code] as const);
}

function foldedCode(code: number): number {
  const isAscii = code > SPACE && code < 126;
  const isChinese = code > ONE && code < 0xa000;
  if (isAscii || isChinese) return code;
  if (code < SPACE && code !== 9 && code !== 10 && code !== 11 && code !== 12 && code !== 13) return REMOVED;
  if (code >= 0xff01 && code <= 0xff5d && code !== 0xff0d) return code - 0xfee0;
  return FOLDED.get(code) ?? code;
}
