import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, naiveRoot, numberedLeaves } from './naive-tree.ts';
import { appendLeaves, edgeOf, emptyTree, MissingTile, rootAt, rootOfEdge } from './tiles.ts';
import { treeOf } from './tree-in-memory.ts';

const leaves = numberedLeaves(600);

describe('tiles of the tree', () => {
  it('give the root at every size up to 600, also of sizes long past', () => {
    const { read } = treeOf(leaves);
    for (let size = 0; size <= 600; size += 1)
      expect(hex(rootAt(size, read))).toBe(hex(naiveRoot(leaves.slice(0, size))));
  });

  it('give the same root when leaves arrive one by one', () => {
    let edge = emptyTree;
    for (const [index, leaf] of leaves.entries()) {
      edge = appendLeaves(edge, leaf).edge;
      expect(hex(rootOfEdge(edge))).toBe(hex(naiveRoot(leaves.slice(0, index + 1))));
    }
  });

  it('are as many and as wide as C2SP tlog-tiles says for 70,000 leaves', () => {
    const { tiles } = treeOf(numberedLeaves(70_000));
    const widths = (level: number): readonly number[] =>
      tiles.filter((tile) => tile.level === level).map((tile) => tile.hashes.length / 32);
    expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
    expect(widths(1)).toEqual([256, 17]);
    expect(widths(2)).toEqual([1]);
  });

  it('of 256 leaves are one full tile and one hash above it', () => {
    const { tiles } = treeOf(leaves.slice(0, 256));
    expect(tiles.map(({ level, index, hashes }) => [level, index, hashes.length / 32])).toEqual([
      [0, 0, 256],
      [1, 0, 1],
    ]);
  });

  it('do not depend on how many leaves arrived at once', () => {
    const many = numberedLeaves(66_000);
    const once = treeOf(many);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 66_000 }), { maxLength: 12 }), (sizes) => {
        const cuts = [...new Set([0, ...sizes, many.length])].sort((a, b) => a - b);
        const pieces = cuts.slice(1).map((cut, at) => many.slice(cuts[at], cut));
        const piecewise = treeOf(...pieces);
        expect(piecewise.edge.size).toBe(once.edge.size);
        expect(
          Buffer.concat(piecewise.tiles.map((tile) => tile.hashes)).equals(
            Buffer.concat(once.tiles.map((tile) => tile.hashes)),
          ),
        ).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('let the tree go on after a restart', () => {
    const before = treeOf(leaves.slice(0, 300));
    const edge = edgeOf(300, before.read);
    expect(hex(rootOfEdge(appendLeaves(edge, Buffer.concat(leaves.slice(300))).edge))).toBe(hex(naiveRoot(leaves)));
  });

  it('say which of them is missing', () => {
    const { read } = treeOf(leaves);
    const without = (level: number, index: number): Uint8Array | undefined =>
      level === 0 && index === 1 ? undefined : read(level, index);
    expect(() => rootAt(511, without)).toThrow(new MissingTile({ level: 0, index: 1 }));
    expect(() => edgeOf(601, read)).toThrow(MissingTile);
  });
});
