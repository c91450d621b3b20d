import { keyOfSupplement } from './international/write.ts';
import type { StandardNumber, Supplement } from './model.ts';

export type Relation =
  | 'same'
  | 'same-edition-other-spelling'
  | 'amendment-of'
  | 'draft-of'
  | 'undated-reference'
  | 'other-edition'
  | 'nature-changed'
  | 'other-part'
  | 'different';

export interface Comparison {
  readonly relation: Relation;
  /** Which of the two is the later edition, the amendment, the draft or the dated one. */
  readonly later: 'a' | 'b' | undefined;
}

/**
 * Says how two numbers are related, by their numbers alone: a revision keeps serial and part, a change of nature keeps
 * serial and year, an amendment sheet changes neither. What replaced what is said by the register, not by the numbers.
 *
 * @example compare(gb9706v2007, gb9706v2020) // { relation: 'other-edition', later: 'b' }
 */
export function compare(a: StandardNumber, b: StandardNumber): Comparison {
  if (a.key === b.key)
    return { relation: a.canonical === b.canonical ? 'same' : 'same-edition-other-spelling', later: undefined };
  if (a.seriesKey === b.seriesKey) return withinSeries(a, b);
  if (a.workKey === b.workKey && a.scheme === b.scheme) return withinWork(a, b);
  return { relation: isOtherPart(a, b) ? 'other-part' : 'different', later: undefined };
}

function withinSeries(a: StandardNumber, b: StandardNumber): Comparison {
  if (a.stage !== b.stage) return { relation: 'draft-of', later: a.stage === undefined ? 'b' : 'a' };
  const sameBase =
    a.year === b.year && a.editionNote === b.editionNote && a.edition === b.edition && a.iteration === b.iteration;
  if (sameBase && isPrefix(a.supplements, b.supplements)) return { relation: 'amendment-of', later: 'b' };
  if (sameBase && isPrefix(b.supplements, a.supplements)) return { relation: 'amendment-of', later: 'a' };
  if (a.year === undefined || b.year === undefined)
    return { relation: 'undated-reference', later: a.year === undefined ? 'b' : 'a' };
  if (a.year === b.year) return { relation: 'other-edition', later: undefined };
  return { relation: 'other-edition', later: a.year > b.year ? 'a' : 'b' };
}

/** One serial pool, another prefix: GB and GB/T of the same number, or ISO and ISO/IEC, ISO/TS and ISO. */
function withinWork(a: StandardNumber, b: StandardNumber): Comparison {
  const later =
    a.year === undefined || b.year === undefined || a.year === b.year ? undefined : a.year > b.year ? 'a' : 'b';
  if (a.nature !== b.nature) return { relation: 'nature-changed', later };
  if (a.kind !== b.kind) return { relation: 'different', later: undefined };
  if (a.year === b.year) return { relation: 'same-edition-other-spelling', later: undefined };
  return { relation: later === undefined ? 'undated-reference' : 'other-edition', later };
}

function isPrefix(short: readonly Supplement[], long: readonly Supplement[]): boolean {
  return short.length < long.length && short.every((sheet, index) => keyOfSupplement(sheet) === keyOf(long[index]));
}

function keyOf(sheet: Supplement | undefined): string {
  return sheet === undefined ? '' : keyOfSupplement(sheet);
}

function isOtherPart(a: StandardNumber, b: StandardNumber): boolean {
  return (
    a.scheme === b.scheme &&
    a.publisher === b.publisher &&
    a.serial === b.serial &&
    a.kind === b.kind &&
    a.region === b.region
  );
}
