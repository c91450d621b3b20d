import { codeEntries } from './chinese/prefixes.ts';
import { readCoded } from './chinese/read.ts';
import { type Cursor, cursorOn, lettersEnd, upperCase } from './cursor.ts';
import type { Reading, StandardNumber } from './model.ts';
import { normalize, originalPosition } from './normalize.ts';

/**
 * Reads one standard number in any spelling. Never throws; the time is linear in the length of the text.
 *
 * @example parse('ＧＢ／Ｔ1.1—2020') // recognized, canonical 'GB/T 1.1-2020'
 */
export function parse(text: string): Reading {
  const cursor = cursorOn(normalize(text));
  const token = upperCase(cursor.text.slice(0, lettersEnd(cursor.text, 0)));
  const entry = codeEntries.get(token);
  if (entry === undefined) return { outcome: 'unknown-prefix', prefix: token, nearest: [] };
  cursor.at = token.length;
  return answer(text, cursor, readCoded(cursor, entry));
}

function answer(text: string, cursor: Cursor, number: StandardNumber | undefined): Reading {
  if (number === undefined) {
    return { outcome: 'malformed', position: originalPosition(text, cursor.at), expected: cursor.expected };
  }
  return { outcome: 'recognized', number, rest: cursor.text.slice(cursor.at) };
}
