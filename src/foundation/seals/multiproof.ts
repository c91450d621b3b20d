import { emptyRoot, nodeHash } from './merkle-tree.ts';
import { type Span, subtreesOf } from './spans.ts';
import { subtreeHash, type TileReader } from './tiles.ts';

/**
 * A compact multiproof shows many leaves of one tree at once. It holds, from left to right, the hashes of the complete
 * subtrees between the shown leaves and nothing else, so prover and verifier walk once along the leaves and keep only
 * the right edge of the tree in memory.
 */
export function gapsBetween(leafIndexes: readonly number[], after: number): readonly Span[] {
  const gaps: Span[] = [];
  let next = after;
  for (const leafIndex of leafIndexes) {
    gaps.push({ from: next, until: leafIndex });
    next = leafIndex + 1;
  }
  return gaps;
}

/** The hashes of one gap, in the order of the leaves. Throws `MissingTile`. */
export function gapHashes(gap: Span, read: TileReader): readonly Uint8Array[] {
  return subtreesOf(gap).map((subtree) => subtreeHash(subtree, read));
}

/** Rebuilds a root from leaves and the gaps between them. */
export interface TreeWalk {
  /** How many leaves are behind. */
  readonly size: () => number;
  /** Adds one leaf at the end. */
  readonly leaf: (hash: Uint8Array) => void;
  /** Passes over leaves that are not shown; false when the hashes are not those of exactly such a gap. */
  readonly gap: (until: number, hashes: readonly Uint8Array[]) => boolean;
  readonly root: () => Uint8Array;
}

export function treeWalk(): TreeWalk {
  const edge: { readonly height: number; readonly hash: Uint8Array }[] = [];
  let size = 0;
  const add = (height: number, hash: Uint8Array): void => {
    let node = { height, hash };
    for (let left = edge.at(-1); left?.height === node.height; left = edge.at(-1)) {
      edge.pop();
      node = { height: node.height + 1, hash: nodeHash(left.hash, node.hash) };
    }
    edge.push(node);
    size += 2 ** height;
  };
  return {
    size: () => size,
    leaf: (hash) => add(0, hash),
    gap: (until, hashes) => {
      const subtrees = subtreesOf({ from: size, until });
      if (until < size || subtrees.length !== hashes.length) return false;
      subtrees.forEach(({ height }, at) => {
        add(height, hashes[at] ?? emptyRoot);
      });
      return true;
    },
    root: () =>
      edge.length === 0 ? emptyRoot : edge.map(({ hash }) => hash).reduceRight((right, left) => nodeHash(left, right)),
  };
}
