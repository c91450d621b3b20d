import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapHashes, gapsBetween, treeWalk } from './multiproof.ts';
import { hex, naiveRoot, numberedLeaves } from './naive-tree.ts';
import { treeOf } from './tree-in-memory.ts';

const leaves = numberedLeaves(600);
const { read } = treeOf(leaves);

/** Shows some leaves of a tree and passes over the others; answers the root that a verifier then finds. */
function rootFound(
  shown: readonly number[],
  treeSize: number,
  seen = (_: number, hash: Uint8Array): Uint8Array => hash,
): Uint8Array {
  const walk = treeWalk();
  for (const [at, gap] of gapsBetween([...shown, treeSize], 0).entries()) {
    expect(walk.gap(gap.until, gapHashes(gap, read))).toBe(true);
    const index = shown[at];
    if (index !== undefined) walk.leaf(seen(index, leaves[index] ?? new Uint8Array()));
  }
  expect(walk.size()).toBe(treeSize);
  return walk.root();
}

const someLeaves = fc
  .tuple(fc.integer({ min: 0, max: 600 }), fc.uniqueArray(fc.nat(599)))
  .map(([size, indexes]) => ({ size, shown: indexes.filter((index) => index < size).sort((a, b) => a - b) }));

describe('a compact multiproof', () => {
  it('leads from any choice of leaves to the root of the recursive definition', () => {
    fc.assert(
      fc.property(someLeaves, ({ size, shown }) => {
        expect(hex(rootFound(shown, size))).toBe(hex(naiveRoot(leaves.slice(0, size))));
      }),
    );
  });

  it('leads to another root when one shown leaf is changed', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), ({ size, shown }, place) => {
        fc.pre(shown.length > 0);
        const wrong = shown[place % shown.length];
        const found = rootFound(shown, size, (index, hash) => (index === wrong ? hash.map((byte) => byte ^ 1) : hash));
        expect(hex(found)).not.toBe(hex(naiveRoot(leaves.slice(0, size))));
      }),
    );
  });

  it('needs no hash at all when every leaf is shown', () => {
    const all = leaves.map((_, index) => index);
    expect(gapsBetween([...all, 600], 0).flatMap((gap) => gapHashes(gap, read))).toEqual([]);
  });

  it('is no longer than the single proofs and at most two hashes a level for one leaf', () => {
    expect(gapsBetween([300, 600], 0).flatMap((gap) => gapHashes(gap, read)).length).toBeLessThanOrEqual(12);
  });

  it('is refused when a gap has too many, too few or no hashes', () => {
    const hashes = gapHashes({ from: 0, until: 5 }, read);
    expect(treeWalk().gap(5, hashes)).toBe(true);
    expect(treeWalk().gap(5, hashes.slice(1))).toBe(false);
    expect(treeWalk().gap(5, [...hashes, ...hashes])).toBe(false);
    const walk = treeWalk();
    walk.leaf(leaves[0] ?? new Uint8Array());
    expect(walk.gap(0, [])).toBe(false);
  });
});
