import { isDay } from '../foundation/clock.ts';
import { refusal } from '../foundation/refusal.ts';
import type { SearchAsked, SearchFilters } from './model.ts';

/** A title and a number together are shorter. */
export const longestQuery = 500;
/** Alternatives of one filter, and characters of one value. */
const mostAlternatives = 50;
const longestValue = 200;
/** Numbered pages end here: who needs all has cursors and bulk files. */
export const deepestRow = 10_000;
const largestPage = 200;

/**
 * What was asked, made harmless: well-formed text without control characters, filters within bounds, a page that exists.
 *
 * @throws Refusal that says which bound was passed
 */
export function cleaned(asked: SearchAsked): SearchAsked {
  if (asked.text.length > longestQuery)
    throw refusal('search.query-too-long', { length: asked.text.length, longest: longestQuery });
  if (!isDay(asked.asOf)) throw refusal('search.filter-not-understood', { filter: 'as-of' });
  const size = Number.isInteger(asked.size) ? Math.min(Math.max(1, asked.size), largestPage) : 20;
  if ('page' in asked.place) {
    const { page } = asked.place;
    if (!Number.isInteger(page) || page < 1) throw refusal('search.filter-not-understood', { filter: 'page' });
    if (page * size > deepestRow)
      throw refusal('search.page-too-far', { page, deepest: Math.floor(deepestRow / size) });
  }
  return { ...asked, text: plain(asked.text), size, filters: cleanedFilters(asked.filters) };
}

function cleanedFilters(filters: SearchFilters): SearchFilters {
  const entries = Object.entries(filters).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (value === undefined) return [];
    if (Array.isArray(value)) return [[name, values(name, value)]];
    if (typeof value === 'boolean') return [[name, value]];
    if (typeof value === 'number' && Number.isSafeInteger(value)) return [[name, value]];
    throw refusal('search.filter-not-understood', { filter: name });
  });
  // One cast at the typed edge: names are those of the filters given, values of the same types.
  return Object.fromEntries(entries) as SearchFilters;
}

function values(name: string, given: readonly unknown[]): readonly string[] {
  const texts = given.filter((value): value is string => typeof value === 'string');
  if (given.length > mostAlternatives || texts.some((value) => value.length > longestValue)) {
    throw refusal('search.filter-too-long', { filter: name, most: mostAlternatives });
  }
  return texts.map(plain).filter((value) => value !== '');
}

/** Half surrogates and control characters have no meaning in a query; the database refuses some of them. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
}
