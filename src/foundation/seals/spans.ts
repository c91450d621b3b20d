/** Leaves that follow each other: from the first, up to but without the second. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A complete subtree of 2^height leaves, the index-th of its height. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** The parts into which RFC 6962 section 2.1 splits a tree: the left one holds the largest power of two below the size. */
export function split({ from, until }: Span): readonly [Span, Span] {
  const middle = from + largestPowerBelow(until - from);
  return [
    { from, until: middle },
    { from: middle, until },
  ];
}

/** The fewest complete subtrees that cover the leaves, from left to right. */
export function subtreesOf({ from, until }: Span): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  let at = from;
  while (at < until) {
    let height = 0;
    let size = 1;
    while (at % (2 * size) === 0 && at + 2 * size <= until) {
      height += 1;
      size *= 2;
    }
    subtrees.push({ height, index: at / size });
    at += size;
  }
  return subtrees;
}

function largestPowerBelow(size: number): number {
  let power = 1;
  while (2 * power < size) power *= 2;
  return power;
}
