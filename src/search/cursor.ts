import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { canonicalJson } from '../foundation/canonical-json.ts';
import { refusal } from '../foundation/refusal.ts';
import type { After } from './fetch.ts';
import type { SearchAsked } from './model.ts';

/** Where a page ended: among the entries found by number, or behind a row of the order. */
export type Place = { readonly numbered: number } | { readonly after: After };

/**
 * An opaque mark from which the same question goes on. It is signed, and bound to its question: a forged one, or one
 * of another question, is refused and never guessed at.
 */
export function cursorOf(place: Place, asked: SearchAsked, key: Uint8Array): string {
  const body = Buffer.from(
    JSON.stringify(
      'numbered' in place ? [place.numbered] : [place.after.stretch, place.after.key, place.after.streamId],
    ),
  );
  return `${body.toString('base64url')}.${signature(body, asked, key).toString('base64url')}`;
}

/** @throws Refusal `search.cursor-not-ours` */
export function placeOf(cursor: string, asked: SearchAsked, key: Uint8Array): Place {
  const [bodyText = '', signatureText = '', ...more] = cursor.length > longest ? [] : cursor.split('.');
  const body = Buffer.from(bodyText, 'base64url');
  const given = Buffer.from(signatureText, 'base64url');
  const expected = signature(body, asked, key);
  if (more.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    throw refusal('search.cursor-not-ours');
  const parts: unknown = JSON.parse(body.toString('utf8'));
  if (!Array.isArray(parts)) throw refusal('search.cursor-not-ours');
  const [first, rowKey, streamId] = parts;
  return rowKey === undefined
    ? { numbered: Number(first) }
    : { after: { stretch: Number(first), key: String(rowKey), streamId: String(streamId) } };
}

const longest = 400;

function signature(body: Uint8Array, asked: SearchAsked, key: Uint8Array): Buffer {
  const question = canonicalJson({ text: asked.text, filters: asked.filters, sort: asked.sort, asOf: asked.asOf });
  const digest = createHash('sha256').update(question).digest();
  return createHmac('sha256', key).update(digest).update(body).digest().subarray(0, 16);
}
