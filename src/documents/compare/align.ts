import type { Clause } from './clause.ts';

/** A paragraph of one text beside that of the other; one of them is absent where something was added or removed. */
export interface AlignedPair {
  readonly before?: number;
  readonly after?: number;
}

/** Largest stretch between two fixed points that is compared each with each. */
const largestStretch = 90;
/** From here on two paragraphs are versions of one. */
const alike = 0.5;

/**
 * Puts the paragraphs of two texts beside each other in their order: first those that occur once in both and stand in one
 * order, then what lies between, by likeness. Long texts cost little more than their length.
 */
export function align(before: readonly Clause[], after: readonly Clause[]): readonly AlignedPair[] {
  const profiles = { before: before.map(profileOf), after: after.map(profileOf) };
  const pairs: AlignedPair[] = [];
  let at = { before: 0, after: 0 };
  for (const fixed of [...fixedPoints(before, after), { before: before.length, after: after.length }]) {
    pairs.push(...stretch(profiles, at, fixed));
    if (fixed.before < before.length) pairs.push(fixed);
    at = { before: fixed.before + 1, after: fixed.after + 1 };
  }
  return pairs;
}

interface Place {
  readonly before: number;
  readonly after: number;
}

/** Texts that occur once in each, in the longest order common to both. */
function fixedPoints(before: readonly Clause[], after: readonly Clause[]): readonly Place[] {
  const inAfter = uniquePlaces(after);
  const places = [...uniquePlaces(before)].flatMap(([text, place]): readonly Place[] => {
    const other = inAfter.get(text);
    return other === undefined ? [] : [{ before: place, after: other }];
  });
  return longestOrder(places.toSorted((one, other) => one.before - other.before));
}

function uniquePlaces(clauses: readonly Clause[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  clauses.forEach(({ text }, place) => {
    if (places.has(text)) repeated.add(text);
    places.set(text, place);
  });
  for (const text of repeated) places.delete(text);
  return places;
}

/** The longest rising sequence, by piles (patience sorting). */
function longestOrder(places: readonly Place[]): readonly Place[] {
  const tops: number[] = [];
  const previous: number[] = [];
  places.forEach(({ after }, index) => {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[tops[middle] ?? 0]?.after ?? 0) < after) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
    tops[low] = index;
  });
  const order: Place[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const place = places[index];
    if (place) order.push(place);
  }
  return order.reverse();
}

interface Profile {
  readonly label: string | undefined;
  readonly text: string;
  /** How often each pair of neighbouring characters occurs. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly size: number;
}

function profileOf({ label, text }: Clause): Profile {
  const pairs = new Map<string, number>();
  const size = Math.max(0, Math.min(text.length, 600) - 1);
  for (let at = 0; at < size; at++) {
    const pair = text.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { label, text, pairs, size };
}

/** From 0 to 1: the share of common pairs of characters (Dice); the same number of a clause speaks for it as well. */
function likeness(one: Profile, other: Profile): number {
  if (one.text === other.text) return 1;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  // Too different in length to share enough, whatever they hold.
  if (small.size * 4 < large.size) return 0;
  let common = 0;
  for (const [pair, times] of small.pairs) common += Math.min(times, large.pairs.get(pair) ?? 0);
  const share = small.size + large.size === 0 ? 0 : (2 * common) / (small.size + large.size);
  const isNamesake = one.label !== undefined && one.label === other.label;
  return Math.min(0.99, share + (isNamesake ? 0.15 : 0));
}

interface Profiles {
  readonly before: readonly Profile[];
  readonly after: readonly Profile[];
}

function stretch(profiles: Profiles, from: Place, to: Place): readonly AlignedPair[] {
  const [rows, columns] = [to.before - from.before, to.after - from.after];
  if (rows === 0 || columns === 0) return alone(from, to);
  if (rows <= largestStretch && columns <= largestStretch) return bestPairs(profiles, from, to);
  // Too long to compare each with each: it is cut at the same share of both, where both are likely to stand alike.
  const middle = { before: from.before + (rows >> 1), after: from.after + (columns >> 1) };
  return [...stretch(profiles, from, middle), ...stretch(profiles, middle, to)];
}

function alone(from: Place, to: Place): readonly AlignedPair[] {
  const range = (start: number, end: number): readonly number[] =>
    Array.from({ length: end - start }, (_, at) => start + at);
  return [
    ...range(from.before, to.before).map((before) => ({ before })),
    ...range(from.after, to.after).map((after) => ({ after })),
  ];
}

/** The pairs, in order, whose likenesses are most together. */
function bestPairs({ before, after }: Profiles, from: Place, to: Place): readonly AlignedPair[] {
  const [rows, columns] = [to.before - from.before, to.after - from.after];
  const width = columns + 1;
  const sums = new Float64Array((rows + 1) * width);
  const likenesses = new Float64Array(rows * columns);
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const [one, other] = [before[from.before + row], after[from.after + column]];
      const found = one && other ? likeness(one, other) : 0;
      likenesses[row * columns + column] = found;
      const paired = found >= alike ? found + (sums[(row + 1) * width + column + 1] ?? 0) : 0;
      sums[row * width + column] = Math.max(
        paired,
        sums[(row + 1) * width + column] ?? 0,
        sums[row * width + column + 1] ?? 0,
      );
    }
  const pairs: AlignedPair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    const sum = sums[row * width + column] ?? 0;
    const found = likenesses[row * columns + column] ?? 0;
    if (found >= alike && sum === found + (sums[(row + 1) * width + column + 1] ?? 0))
      pairs.push({ before: from.before + row++, after: from.after + column++ });
    else if (sum === (sums[(row + 1) * width + column] ?? 0)) pairs.push({ before: from.before + row++ });
    else pairs.push({ after: from.after + column++ });
  }
  return [...pairs, ...alone({ before: from.before + row, after: from.after + column }, to)];
}

/** How alike two paragraphs are, for those that stand apart. */
export function likenessOf(one: Clause, other: Clause): number {
  return likeness(profileOf(one), profileOf(other));
}
