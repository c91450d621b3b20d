import { bandWords } from './bands.ts';
import { filterWordsOf } from './filter-words.ts';
import type { SearchEntry } from './model.ts';
import { tokensOf } from './tokens.ts';

/** Marks a word that stands in another text than a title. */
export const outsideTitle = '~';

/** No phrase reaches over the end of a field. */
const gap = 20;
/** PostgreSQL keeps places up to 16,383; titles never come near, scopes are cut. */
const lastPlace = 16_000;

/**
 * The text vector of an entry, as PostgreSQL reads it: words of titles as they are, words of other texts marked, so that
 * "in the title" is a question to the same index; values of filters as words of their own, so that a filter narrows
 * before rows are read; bands of prominence likewise.
 */
export function vectorOf(entry: SearchEntry): string {
  const words: string[] = [];
  addFields(words, entry.titles, '');
  addFields(words, entry.texts, outsideTitle);
  for (const word of [...filterWordsOf(entry), ...bandWords(entry.prominence)]) words.push(`'${word}'`);
  return words.join(' ');
}

function addFields(words: string[], fields: readonly string[], mark: string): void {
  let start = 1;
  for (const field of fields) {
    let last = start;
    for (const token of tokensOf(field)) {
      last = start + token.at;
      if (last > lastPlace) return;
      words.push(`'${mark}${token.text}':${last}`);
    }
    start = last + gap;
  }
}
