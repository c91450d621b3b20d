import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ByteRange, ContentStore } from './content-store.ts';
import { type ReceivingPlace, receive } from './receive.ts';

/** Contents in a folder, each in a file named by its hash below its first two digits. */
export function diskStore(place: ReceivingPlace): ContentStore {
  const pathOf = (hash: string): string => join(place.folder, hash.slice(0, 2), hash);
  return {
    kind: 'disk',
    put: (content, { bytes }) =>
      receive(content, { place, bytes }, async ({ path, hash, size }) => {
        const target = pathOf(hash);
        if (!(await isThere(target))) await moveDurably(path, target);
        return { hash, size };
      }),
    open: async (hash, range) => ((await isThere(pathOf(hash))) ? streamOf(pathOf(hash), range) : undefined),
    has: (hash) => isThere(pathOf(hash)),
    remove: async (hash) => {
      await rm(pathOf(hash), { force: true });
      if (await isThere(dirname(pathOf(hash)))) await syncFolder(dirname(pathOf(hash)));
    },
  };
}

/** The file is on the disk already; its name and that of its folder follow before anybody is told. */
async function moveDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(from, to);
  await syncFolder(folder);
  await syncFolder(dirname(folder));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function streamOf(path: string, range: ByteRange | undefined): ReadableStream<Uint8Array> {
  const file = createReadStream(path, range === undefined ? {} : { start: range.from, end: range.to });
  // One cast at the edge: the types of Node and of the web name one and the same stream.
  return Readable.toWeb(file) as unknown as ReadableStream<Uint8Array>;
}
