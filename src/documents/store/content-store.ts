import { join } from 'node:path';
import type { Deps } from '../../foundation/part.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';

/** A content as the store knows it: by what it is, never by a name. */
export interface StoredContent {
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
  readonly size: number;
}

/** Bytes of a content from `from` up to and including `to`. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where contents lie. What is put is found under its hash and never changes; putting it again changes nothing. Whoever puts
 * a content enters it in the register afterwards; it goes only by erasure.
 */
export interface ContentStore {
  readonly kind: 'disk' | 's3';
  /** @throws Refusal `documents.too-large` when it is longer than `limits.bytes`: nothing is kept then */
  put(content: AsyncIterable<Uint8Array>, limits: { readonly bytes: number }): Promise<StoredContent>;
  /** The content as it comes from the store; undefined when it is not there. */
  open(hash: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>;
  has(hash: string): Promise<boolean>;
  remove(hash: string): Promise<void>;
}

export const isContentHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The store that the settings name. */
export function contentStore({ settings, random }: Pick<Deps, 'settings' | 'random'>): ContentStore {
  const place = { folder: join(settings.data, 'contents'), newName: random.uuid };
  const { s3 } = settings.documents;
  return s3 === undefined ? diskStore(place) : s3Store(s3, place);
}

/** The whole of a content; undefined when the store does not hold it. */
export async function wholeContent(store: ContentStore, hash: string): Promise<Buffer | undefined> {
  const stream = await store.open(hash);
  if (stream === undefined) return undefined;
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
