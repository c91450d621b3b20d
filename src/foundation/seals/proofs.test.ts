import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eightLeaves, hex, naiveConsistency, naiveInclusion, naiveRoot, numberedLeaves } from './naive-tree.ts';
import { consistencyProof, inclusionProof, provesConsistency, provesInclusion } from './proofs.ts';
import { treeOf } from './tree-in-memory.ts';

const leaves = numberedLeaves(600);
const { read } = treeOf(leaves);
const roots = Array.from({ length: 601 }, (_, size) => naiveRoot(leaves.slice(0, size)));
const root = (size: number): Uint8Array => roots[size] ?? new Uint8Array();
const leafAt = (index: number): Uint8Array => leaves[index] ?? new Uint8Array();
/** The naive proofs are slow: all small trees, those around the edges of tiles, and the last. */
const isCompared = (size: number): boolean =>
  size <= 70 || Math.abs(size - 256) < 4 || Math.abs(size - 512) < 4 || size === 600;
const changed = (hash: Uint8Array): Uint8Array => hash.map((byte, at) => (at === 7 ? byte ^ 1 : byte));

describe('a proof of inclusion', () => {
  it('is the published one for the eight known leaves', () => {
    const tree = treeOf(eightLeaves);
    expect(inclusionProof({ leafIndex: 0, treeSize: 1 }).hashes(tree.read)).toEqual([]);
    expect(inclusionProof({ leafIndex: 5, treeSize: 8 }).hashes(tree.read).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(inclusionProof({ leafIndex: 1, treeSize: 5 }).hashes(tree.read).map(hex)).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('convinces at every size up to 600, and is that of the recursive definition', () => {
    for (let treeSize = 1; treeSize <= 600; treeSize += 1) {
      for (const leafIndex of new Set([0, treeSize >> 1, treeSize - 1, (treeSize * 7919) % 601])) {
        if (leafIndex < 0 || leafIndex >= treeSize) continue;
        const proof = inclusionProof({ leafIndex, treeSize }).hashes(read);
        if (isCompared(treeSize))
          expect(proof.map(hex)).toEqual(naiveInclusion(leafIndex, leaves.slice(0, treeSize)).map(hex));
        expect(provesInclusion({ leafIndex, treeSize, leaf: leafAt(leafIndex), proof, root: root(treeSize) })).toBe(
          true,
        );
      }
    }
  });

  it('convinces nobody of another leaf, another place, another size or another root', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 600 }), fc.nat(), fc.nat(), (treeSize, somewhere, elsewhere) => {
        const leafIndex = somewhere % treeSize;
        const otherIndex = elsewhere % treeSize;
        const proof = inclusionProof({ leafIndex, treeSize }).hashes(read);
        const claim = { leafIndex, treeSize, leaf: leafAt(leafIndex), proof, root: root(treeSize) };
        expect(provesInclusion(claim)).toBe(true);
        expect(provesInclusion({ ...claim, leaf: changed(claim.leaf) })).toBe(false);
        expect(provesInclusion({ ...claim, root: changed(claim.root) })).toBe(false);
        expect(
          provesInclusion({
            ...claim,
            proof: proof.map((hash, at) => (at === elsewhere % proof.length ? changed(hash) : hash)),
          }),
        ).toBe(false);
        expect(provesInclusion({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(provesInclusion({ ...claim, proof: [...proof, root(1)] })).toBe(false);
        if (otherIndex !== leafIndex) expect(provesInclusion({ ...claim, leafIndex: otherIndex })).toBe(false);
        expect(provesInclusion({ ...claim, leafIndex: treeSize })).toBe(false);
      }),
    );
  });

  it('is not given for a leaf beyond the tree', () => {
    expect(() => inclusionProof({ leafIndex: 600, treeSize: 600 })).toThrow(RangeError);
  });

  it('needs few tiles, and names them beforehand', () => {
    const many = numberedLeaves(70_000);
    const tree = treeOf(many);
    const proof = inclusionProof({ leafIndex: 12_345, treeSize: 70_000 });
    const fetched = new Set(proof.tiles.map(({ level, index }) => `${level}/${index}`));
    const hashes = proof.hashes((level, index) =>
      fetched.has(`${level}/${index}`) ? tree.read(level, index) : undefined,
    );
    expect(fetched.size).toBeLessThanOrEqual(5);
    const claim = { leafIndex: 12_345, treeSize: 70_000, leaf: many[12_345] ?? new Uint8Array(), proof: hashes };
    expect(provesInclusion({ ...claim, root: naiveRoot(many) })).toBe(true);
  });
});

describe('a proof of consistency', () => {
  it('is the published one for the eight known leaves', () => {
    const tree = treeOf(eightLeaves);
    expect(consistencyProof({ oldSize: 1, newSize: 1 }).hashes(tree.read)).toEqual([]);
    expect(consistencyProof({ oldSize: 6, newSize: 8 }).hashes(tree.read).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyProof({ oldSize: 2, newSize: 5 }).hashes(tree.read).map(hex)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('convinces at every size up to 600, and is that of the recursive definition', () => {
    for (let newSize = 0; newSize <= 600; newSize += 1) {
      for (const oldSize of new Set([0, 1, newSize - 1, newSize, 256, (newSize * 7919) % 601])) {
        if (oldSize < 0 || oldSize > newSize) continue;
        const proof = consistencyProof({ oldSize, newSize }).hashes(read);
        if (isCompared(newSize) && oldSize > 0) {
          expect(proof.map(hex)).toEqual(naiveConsistency(oldSize, leaves.slice(0, newSize)).map(hex));
        }
        expect(provesConsistency({ oldSize, newSize, oldRoot: root(oldSize), newRoot: root(newSize), proof })).toBe(
          true,
        );
      }
    }
  });

  it('convinces nobody of another past or another present', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 600 }), fc.nat(), fc.nat(), (newSize, somewhere, place) => {
        const oldSize = 1 + (somewhere % (newSize - 1));
        const proof = consistencyProof({ oldSize, newSize }).hashes(read);
        const claim = { oldSize, newSize, oldRoot: root(oldSize), newRoot: root(newSize), proof };
        expect(provesConsistency(claim)).toBe(true);
        expect(provesConsistency({ ...claim, oldRoot: changed(claim.oldRoot) })).toBe(false);
        expect(provesConsistency({ ...claim, newRoot: changed(claim.newRoot) })).toBe(false);
        expect(
          provesConsistency({
            ...claim,
            proof: proof.map((hash, at) => (at === place % proof.length ? changed(hash) : hash)),
          }),
        ).toBe(false);
        expect(provesConsistency({ ...claim, proof: proof.slice(1) })).toBe(false);
        expect(provesConsistency({ ...claim, proof: [...proof, root(1)] })).toBe(false);
        expect(provesConsistency({ ...claim, oldSize: newSize, proof: [] })).toBe(false);
      }),
    );
  });

  it('is not given for a tree that would have shrunk', () => {
    expect(() => consistencyProof({ oldSize: 8, newSize: 7 })).toThrow(RangeError);
    expect(provesConsistency({ oldSize: 8, newSize: 7, oldRoot: root(8), newRoot: root(7), proof: [] })).toBe(false);
  });
});
