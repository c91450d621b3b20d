/** A text reduced to the characters that count, each with its index in the text as given. */
export interface Typed {
  readonly text: string;
  /** Index in the given text of each character kept; one more entry for the end. */
  readonly places: readonly number[];
}

/**
 * Reduces a code as typed or pasted: full-width characters become ASCII, letters upper case, spaces and hyphens that
 * only group characters are left out. Letters are never exchanged for digits: O is not repaired to 0.
 */
export function compact(given: string): Typed {
  return reduce(given, (character) => !GROUPING.test(character));
}

/** Reduces an identifier whose hyphens and points count: only spaces at the ends and full-width forms are changed. */
export function trimmed(given: string): Typed {
  const start = given.length - given.trimStart().length;
  const inner = reduce(given.trim().slice(0, LONGEST), () => true);
  return { text: inner.text, places: inner.places.map((place) => place + start) };
}

/** Longer texts hold no identifier; what lies behind is not read. */
const LONGEST = 200;

const GROUPING = /[\s\u00a0\u200b\ufeff-]/;

function reduce(given: string, isKept: (character: string) => boolean): Typed {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < Math.min(given.length, LONGEST); at++) {
    const character = narrow(given.charAt(at));
    if (!isKept(character)) continue;
    text += character;
    places.push(at);
  }
  places.push(given.length);
  return { text, places };
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toUpperCase();
  if (code === 0x3000) return ' ';
  if (code >= 0x2010 && code <= 0x2015) return '-';
  return code >= 97 && code <= 122 ? character.toUpperCase() : character;
}

/** Index in the text as given of a character of the reduced text. */
export function placeOf(typed: Typed, index: number): number {
  return typed.places[Math.min(index, typed.places.length - 1)] ?? 0;
}
