import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGzip } from 'node:zlib';
import { canonicalJson } from '../canonical-json.ts';
import { type NoteSigner, signNote } from './signed-note.ts';

/** What a sealed file says of itself, beside what its kind adds. */
export interface Manifest {
  readonly heading: string;
  /** The public key of the signer, for those who want to ask about it. */
  readonly key: string;
  /** SHA-256 of the packed body, in hexadecimal, and its length. */
  readonly bodyHash: string;
  readonly bodyBytes: number;
  readonly counts: Readonly<Record<string, number>>;
  /** What the kind of file adds. */
  readonly about: Readonly<Record<string, unknown>>;
}

export interface NewSealedFile {
  readonly path: string;
  readonly heading: string;
  readonly signer: NoteSigner;
  /** Lines without their newline. */
  readonly lines: AsyncIterable<string>;
  /** Asked when all lines are written. */
  readonly closing: () => Pick<Manifest, 'counts' | 'about'>;
}

/**
 * Writes one file: a signed manifest, then the body as JSON Lines, both gzip members, so that any gzip tool unpacks it.
 * The file appears under its name only when it is whole and on the disk; it is readable by its owner alone.
 */
export async function writeSealedFile(file: NewSealedFile): Promise<Manifest> {
  const [body, whole] = [`${file.path}.body`, `${file.path}.part`];
  try {
    const { bodyHash, bodyBytes } = await writeBody(body, file.lines);
    const manifest = { heading: file.heading, key: file.signer.text, bodyHash, bodyBytes, ...file.closing() };
    const target = await open(whole, 'w', 0o600);
    try {
      await target.write(storedMember(Buffer.from(signNote(`${canonicalJson(manifest)}\n`, [file.signer]))));
      await append(target, body);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(whole, file.path);
    return manifest;
  } finally {
    await rm(body, { force: true });
    await rm(whole, { force: true });
  }
}

/** A gzip member that holds bytes unpacked. Its every byte follows from the content, so none can be changed unseen. */
export function storedMember(content: Uint8Array): Buffer {
  if (content.length > 0xffff) throw new RangeError('A manifest has at most 65,535 bytes.');
  const length = Buffer.alloc(5);
  length.writeUInt8(1, 0);
  length.writeUInt16LE(content.length, 1);
  length.writeUInt16LE(content.length ^ 0xffff, 3);
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(content), 0);
  end.writeUInt32LE(content.length, 4);
  return Buffer.concat([gzipStart, length, content, end]);
}

/** RFC 1952: deflate, no flags, no time, unknown system. */
export const gzipStart: Uint8Array = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);

async function writeBody(
  path: string,
  lines: AsyncIterable<string>,
): Promise<{ readonly bodyHash: string; readonly bodyBytes: number }> {
  const hash = createHash('sha256');
  let bodyBytes = 0;
  const counted = async function* (packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of packed) {
      hash.update(piece);
      bodyBytes += piece.length;
      yield piece;
    }
  };
  // Level 1: the body is mostly hashes and names, and higher levels cost more than they save.
  await pipeline(
    Readable.from(inBlocks(lines)),
    createGzip({ level: 1 }),
    counted,
    createWriteStream(path, { mode: 0o600 }),
  );
  return { bodyHash: hash.digest('hex'), bodyBytes };
}

/** Many lines at once: a stream of single lines would spend its time on handing them over. */
async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let block = '';
  for await (const line of lines) {
    block += `${line}\n`;
    if (block.length < 262_144) continue;
    yield Buffer.from(block);
    block = '';
  }
  yield Buffer.from(block);
}

async function append(target: FileHandle, path: string): Promise<void> {
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) await target.write(piece);
}
