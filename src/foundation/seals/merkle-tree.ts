import { hash } from 'node:crypto';

/** Bytes of one SHA-256 hash. */
export const hashLength = 32;

/** The hash of a leaf: SHA-256(0x00 || content), RFC 6962 section 2.1. Text is hashed as UTF-8. */
export function leafHash(content: string | Uint8Array): Uint8Array {
  // U+0000 is the one byte 0x00 in UTF-8, so the leaf's mark can be put before a text without copying bytes.
  return sha256(typeof content === 'string' ? `\u0000${content}` : Buffer.concat([leafMark, content]));
}

/** The hash of an inner node: SHA-256(0x01 || left || right), RFC 6962 section 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([nodeMark, left, right]));
}

/**
 * The root over hashes that follow each other without a gap, written one after another.
 * Pairing level by level and lifting the odd one gives the tree of RFC 6962, which splits at the largest power of two.
 */
export function rootOver(hashes: Uint8Array): Uint8Array {
  if (hashes.length === 0) return emptyRoot;
  const pair = new Uint8Array(1 + 2 * hashLength);
  pair[0] = 1;
  // A copy of its own: the rows above are written over it, and `slice` of a Buffer is no copy.
  const level = Buffer.from(hashes);
  let count = level.length / hashLength;
  while (count > 1) {
    const pairs = Math.floor(count / 2);
    for (let at = 0; at < pairs; at += 1) {
      pair.set(level.subarray(2 * at * hashLength, 2 * (at + 1) * hashLength), 1);
      level.write(hash('sha256', pair, 'binary'), at * hashLength, 'binary');
    }
    if (count % 2 === 1) level.copyWithin(pairs * hashLength, (count - 1) * hashLength, count * hashLength);
    count = pairs + (count % 2);
  }
  return new Uint8Array(level.subarray(0, hashLength));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** The root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot: Uint8Array = sha256('');

/** By way of a binary string: three times as fast as asking for a new buffer each time, and every event needs several. */
function sha256(content: string | Uint8Array): Uint8Array {
  return Buffer.from(hash('sha256', content, 'binary'), 'binary');
}
