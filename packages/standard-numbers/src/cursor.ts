import type { Expectation } from './model.ts';

/** A place in a normalized text. Readers move it forward only, which is what keeps reading linear. */
export interface Cursor {
  readonly text: string;
  at: number;
  /** What the reader that gave up was looking for. */
  expected: Expectation;
}

export function cursorOn(text: string): Cursor {
  return { text, at: 0, expected: 'text' };
}

/** Notes why reading stops here. */
export function missing(cursor: Cursor, expected: Expectation): undefined {
  cursor.expected = expected;
  return undefined;
}

/** Code of the character at the index, 0 behind the end: asking the engine for a character out of bounds is many times dearer. */
export function codeIn(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

export function codeAt(cursor: Cursor, ahead = 0): number {
  return codeIn(cursor.text, cursor.at + ahead);
}

export function skipSpaces(cursor: Cursor): void {
  while (codeIn(cursor.text, cursor.at) === 32) cursor.at++;
}

/** Index behind the run of digits that starts at the given index. */
export function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigit(codeIn(text, at))) at++;
  return at;
}

/** Index behind the run of ASCII letters that starts at the given index. */
export function lettersEnd(text: string, from: number): number {
  let at = from;
  while (isLetter(codeIn(text, at))) at++;
  return at;
}

export function readLetters(cursor: Cursor): string {
  const from = cursor.at;
  cursor.at = lettersEnd(cursor.text, from);
  return cursor.text.slice(from, cursor.at);
}

/** Reads the word when it stands here, whatever its case. */
export function eat(cursor: Cursor, word: string): boolean {
  if (!standsAt(cursor.text, cursor.at, word)) return false;
  cursor.at += word.length;
  return true;
}

/** True when the upper-case word stands at the index, whatever the case of the text. */
export function standsAt(text: string, at: number, word: string): boolean {
  for (let index = 0; index < word.length; index++) {
    const code = codeIn(text, at + index);
    const upper = code >= 97 && code <= 122 ? code - 32 : code;
    if (upper !== word.charCodeAt(index)) return false;
  }
  return true;
}

/** The text in upper case; the usual case, already so, costs no copy. */
export function upperCase(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || code > 127) return text.toUpperCase();
  }
  return text;
}

/** Letters that fit into one small integer, five bits each. */
export const packedLength = 6;

/** A run of letters as one integer, whatever its case: a word is looked up without cutting or hashing a string. */
export function packed(text: string, from: number, end: number): number {
  let value = 0;
  for (let at = from; at < end; at++) value = (value << 5) | (text.charCodeAt(at) & 31);
  return value;
}

/** Four-digit number at the index, or -1. */
export function fourDigits(text: string, at: number): number {
  let value = 0;
  for (let index = at; index < at + 4; index++) {
    const code = codeIn(text, index);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 48;
  }
  return value;
}
