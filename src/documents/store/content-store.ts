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
