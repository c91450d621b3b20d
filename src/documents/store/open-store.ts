import { join } from 'node:path';
import type { Deps } from '../../foundation/part.ts';
import type { ContentStore } from './content-store.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';

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
