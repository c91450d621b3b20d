import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { refusal } from '../../foundation/refusal.ts';

const longest = 600;

/** An opaque mark from which a list goes on, signed and bound to its question, so that a forged one is refused and never guessed at. */
export function signedCursor(place: readonly (string | number)[], question: string, key: Uint8Array): string {
  const body = Buffer.from(JSON.stringify(place));
  return `${body.toString('base64url')}.${signature(body, question, key).toString('base64url')}`;
}

/**
 * The place a cursor stands for.
 *
 * @throws Refusal `http.cursor-not-ours`
 */
export function readCursor(cursor: string, question: string, key: Uint8Array): readonly (string | number)[] {
  const [bodyText = '', signatureText = '', ...more] = cursor.length > longest ? [] : cursor.split('.');
  const body = Buffer.from(bodyText, 'base64url');
  const given = Buffer.from(signatureText, 'base64url');
  const expected = signature(body, question, key);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw refusal('http.cursor-not-ours');
  const place: unknown = JSON.parse(body.toString('utf8'));
  if (!Array.isArray(place) || !place.every((part) => typeof part === 'string' || typeof part === 'number'))
    throw refusal('http.cursor-not-ours');
  return place;
}

function signature(body: Uint8Array, question: string, key: Uint8Array): Buffer {
  const digest = createHash('sha256').update(question).digest();
  return createHmac('sha256', key).update(digest).update(body).digest().subarray(0, 16);
}
