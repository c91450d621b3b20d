import { foldText } from './fold.ts';
import type { SearchEntry, SearchFilters } from './model.ts';

/** Values of filters as words of the index: `@t:national`. No text holds a word with `@`, so they never meet. */
export function filterWordsOf(entry: Pick<SearchEntry, 'kind' | 'facets'>): readonly string[] {
  const { facets } = entry;
  return [
    ...new Set([
      word('x', entry.kind),
      ...one('t', facets.tier),
      ...one('n', facets.nature),
      ...one('y', facets.year === null ? null : String(facets.year)),
      ...one('m', facets.documentKind),
      ...withLevels(facets.ics, icsLevels).map((code) => word('i', code)),
      ...withLevels(facets.ccs, ccsLevels).map((code) => word('k', code)),
      ...(facets.region === null ? [] : regionLevels(facets.region).map((code) => word('r', code))),
      ...one('s', facets.sector),
      ...one('d', facets.department),
      ...one('c', facets.committee),
      ...facets.organizations.map((name) => word('o', name)),
      word('a', facets.adopted ? 'yes' : 'no'),
    ]),
  ];
}

/** What the filters ask of the index, one group of alternatives per filter. Status is no word: it holds for a day. */
export function filterGroups(filters: SearchFilters): readonly (readonly string[])[] {
  const groups: readonly (readonly string[] | undefined)[] = [
    filters.kind?.map((value) => word('x', value)),
    filters.tier?.map((value) => word('t', value)),
    filters.nature?.map((value) => word('n', value)),
    filters.documentKind?.map((value) => word('m', value)),
    yearWords(filters),
    filters.ics?.map((value) => word('i', value)),
    filters.ccs?.map((value) => word('k', value.toUpperCase())),
    filters.region?.map((value) => word('r', regionLevels(value).at(-1) ?? value)),
    filters.sector?.map((value) => word('s', value)),
    filters.department?.map((value) => word('d', value)),
    filters.committee?.map((value) => word('c', value)),
    filters.organization?.map((value) => word('o', value)),
    filters.adopted === undefined ? undefined : [word('a', filters.adopted ? 'yes' : 'no')],
  ];
  return groups.filter((group): group is readonly string[] => group !== undefined && group.length > 0);
}

/** A code with the levels above it, without repetition. */
export function withLevels(codes: readonly string[], levels: (code: string) => readonly string[]): readonly string[] {
  return [...new Set(codes.flatMap(levels))];
}

/** ICS (ISO, edition 7): field `11`, group `11.040`, subgroup `11.040.55`. */
export function icsLevels(code: string): readonly string[] {
  const parts = code.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** CCS: class `C`, code `C30`. */
export function ccsLevels(code: string): readonly string[] {
  const upper = code.toUpperCase();
  return upper.length > 1 ? [upper.charAt(0), upper] : [upper];
}

/** GB/T 2260: province `11`, city `1101`, county `110101`; zeros at the end say nothing. */
export function regionLevels(code: string): readonly string[] {
  const pairs = code.match(/../g) ?? [];
  const told = pairs.slice(0, pairs.findLastIndex((pair) => pair !== '00') + 1);
  return told.map((_, index) => told.slice(0, index + 1).join(''));
}

function one(letter: string, value: string | null): readonly string[] {
  return value === null ? [] : [word(letter, value)];
}

/** The first and last year for which the filter makes a word. */
const firstYear = 1900;
const lastYear = 2100;

function yearWords({ yearFrom, yearTo }: SearchFilters): readonly string[] | undefined {
  if (yearFrom === undefined && yearTo === undefined) return undefined;
  const from = Math.max(firstYear, yearFrom ?? firstYear);
  const to = Math.min(lastYear, yearTo ?? lastYear);
  // A range the wrong way round holds no year: a word that no entry has.
  if (from > to) return [word('y', 'none')];
  return Array.from({ length: to - from + 1 }, (_, index) => word('y', String(from + index)));
}

/** A name is one word whatever its spaces and signs: spellings of one name meet. */
function word(letter: string, value: string): string {
  return `@${letter}:${isPlain.test(value) ? value : plainOf(value)}`;
}

const longestName = 80;
const isPlain = /^[a-z0-9./-]{1,80}$/;

function plainOf(value: string): string {
  return foldText(value)
    .replace(/[^\p{L}\p{N}./-]+/gu, '')
    .slice(0, longestName)
    .toWellFormed();
}
