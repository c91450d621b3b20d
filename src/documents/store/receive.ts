import { createHash } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../foundation/refusal.ts';
import type { StoredContent } from './content-store.ts';

/** A folder for what is being received, and a new name each time. */
export interface ReceivingPlace {
  readonly folder: string;
  readonly newName: () => string;
}

export interface ReceivedContent extends StoredContent {
  readonly path: string;
}

/**
 * Takes a content in, piece by piece, under a name of its own beside the others: its hash is known at its end, and nobody
 * finds it before it is whole and on the disk. `use` takes the file away or leaves it; whatever is left is removed.
 */
export async function receive<T>(
  content: AsyncIterable<Uint8Array>,
  { place, bytes }: { readonly place: ReceivingPlace; readonly bytes: number },
  use: (received: ReceivedContent) => Promise<T>,
): Promise<T> {
  const incoming = join(place.folder, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const path = join(incoming, place.newName());
  try {
    return await use({ path, ...(await write(path, content, bytes)) });
  } finally {
    await rm(path, { force: true });
  }
}

async function write(path: string, content: AsyncIterable<Uint8Array>, bytes: number): Promise<StoredContent> {
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const piece of content) {
      size += piece.length;
      if (size > bytes) throw refusal('documents.too-large', { size, largest: bytes });
      hash.update(piece);
      await file.write(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { hash: hash.digest('hex'), size };
}
