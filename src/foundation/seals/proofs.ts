import { nodeHash, sameBytes } from './merkle-tree.ts';
import { type Span, split } from './spans.ts';
import { spanHash, type TilePlace, type TileReader, tilesOf } from './tiles.ts';

/** A proof from tiles: first which tiles to fetch, then the hashes. */
export interface ProofPlan {
  readonly tiles: readonly TilePlace[];
  readonly hashes: (read: TileReader) => readonly Uint8Array[];
}

export interface LeafInTree {
  readonly leafIndex: number;
  readonly treeSize: number;
}

/** Proves that a leaf is in the tree of this size (RFC 6962 section 2.1.1; RFC 9162 section 2.1.3.1). */
export function inclusionProof({ leafIndex, treeSize }: LeafInTree): ProofPlan {
  if (leafIndex < 0 || leafIndex >= treeSize)
    throw new RangeError(`Leaf ${leafIndex} is not in a tree of ${treeSize}.`);
  return plan(pathOf(leafIndex, { from: 0, until: treeSize }));
}

/** Proves that the tree of the new size begins with the tree of the old one (RFC 6962 section 2.1.2; RFC 9162 section 2.1.4.1). */
export function consistencyProof({
  oldSize,
  newSize,
}: {
  readonly oldSize: number;
  readonly newSize: number;
}): ProofPlan {
  if (oldSize < 0 || oldSize > newSize)
    throw new RangeError(`A tree of ${newSize} has not grown from one of ${oldSize}.`);
  return plan(oldSize === 0 ? [] : stepsFrom(oldSize, { from: 0, until: newSize }, true));
}

/** Whether the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2). */
export function provesInclusion(claim: LeafInTree & InclusionClaim): boolean {
  const { leafIndex, treeSize, leaf, proof, root } = claim;
  if (!Number.isSafeInteger(leafIndex) || leafIndex < 0 || leafIndex >= treeSize) return false;
  let index = leafIndex;
  let last = treeSize - 1;
  let hash = leaf;
  for (const other of proof) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      hash = nodeHash(other, hash);
      while (index % 2 === 0 && index !== 0) [index, last] = [half(index), half(last)];
    } else {
      hash = nodeHash(hash, other);
    }
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && sameBytes(hash, root);
}

export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the proof shows that the new tree begins with the old one (RFC 9162 section 2.1.4.2). */
export function provesConsistency(claim: ConsistencyClaim): boolean {
  const { oldSize, newSize, oldRoot, newRoot, proof } = claim;
  if (!(oldSize >= 0 && oldSize <= newSize)) return false;
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0;
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let [index, last] = [oldSize - 1, newSize - 1];
  while (index % 2 === 1) [index, last] = [half(index), half(last)];
  let [oldHash, newHash] = [first, first];
  for (const other of path) {
    if (last === 0) return false;
    if (index % 2 === 1 || index === last) {
      [oldHash, newHash] = [nodeHash(other, oldHash), nodeHash(other, newHash)];
      while (index % 2 === 0 && index !== 0) [index, last] = [half(index), half(last)];
    } else {
      newHash = nodeHash(newHash, other);
    }
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && sameBytes(oldHash, oldRoot) && sameBytes(newHash, newRoot);
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

function plan(spans: readonly Span[]): ProofPlan {
  return { tiles: tilesOf(spans), hashes: (read) => spans.map((span) => spanHash(span, read)) };
}

/** PATH(m, D[n]) of RFC 6962, as the spans whose hashes it lists. */
function pathOf(leaf: number, span: Span): readonly Span[] {
  if (span.until - span.from === 1) return [];
  const [left, right] = split(span);
  return leaf < left.until ? [...pathOf(leaf, left), right] : [...pathOf(leaf, right), left];
}

/** SUBPROOF(m, D[n], b) of RFC 6962, as the spans whose hashes it lists; `isOldRoot` is its b: the verifier has that hash already. */
function stepsFrom(oldSize: number, span: Span, isOldRoot: boolean): readonly Span[] {
  if (oldSize === span.until) return isOldRoot ? [] : [span];
  const [left, right] = split(span);
  if (oldSize <= left.until) return [...stepsFrom(oldSize, left, isOldRoot), right];
  return [...stepsFrom(oldSize, right, false), left];
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
