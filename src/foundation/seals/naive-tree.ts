/** For tests: the tree of RFC 6962 section 2.1 word by word, slow and without tiles, to compare the real one with. */
import { createHash } from 'node:crypto';
import { leafHash } from './merkle-tree.ts';

export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return only;
  const middle = largestPowerBelow(leaves.length);
  return naiveNode(naiveRoot(leaves.slice(0, middle)), naiveRoot(leaves.slice(middle)));
}

/** PATH(m, D[n]) of RFC 6962 section 2.1.1. */
export function naiveInclusion(leafIndex: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length === 1) return [];
  const middle = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return leafIndex < middle
    ? [...naiveInclusion(leafIndex, left), naiveRoot(right)]
    : [...naiveInclusion(leafIndex - middle, right), naiveRoot(left)];
}

/** PROOF(m, D[n]) of RFC 6962 section 2.1.2. */
export function naiveConsistency(oldSize: number, leaves: readonly Uint8Array[], whole = true): readonly Uint8Array[] {
  if (oldSize === leaves.length) return whole ? [] : [naiveRoot(leaves)];
  const middle = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)];
  return oldSize <= middle
    ? [...naiveConsistency(oldSize, left, whole), naiveRoot(right)]
    : [...naiveConsistency(oldSize - middle, right, false), naiveRoot(left)];
}

/** The leaves with which implementations of RFC 6962 are commonly compared. */
export const eightLeaves: readonly Uint8Array[] = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((content) => leafHash(Buffer.from(content, 'hex')));

export function numberedLeaves(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`));
}

export function hex(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString('hex');
}

function naiveNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

function largestPowerBelow(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}
