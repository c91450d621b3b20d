import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refusal } from '../../foundation/refusal.ts';

export interface Line {
  /** Counted from 1, as the sender's editor counts; blank lines count and are not given. */
  readonly row: number;
  readonly text: string;
}

export interface LineLimits {
  /** A record of a standard is a few kilobytes. */
  readonly line: number;
  /** Characters of the whole file, unpacked: a small archive can hold a very large one. */
  readonly file: number;
}

const usualLimits: LineLimits = { line: 4_000_000, file: 4_000_000_000 };
const pieceSize = 1 << 20;

/**
 * The lines of a text file, plain or gzip, in their order, without ever holding more than a piece and a line of it.
 *
 * @throws Refusal `standards.file-not-readable`, `standards.file-not-utf8`, `standards.file-too-large`, `standards.line-too-long`
 */
export async function* linesOf(file: string, limits: LineLimits = usualLimits): AsyncGenerator<Line> {
  let row = 0;
  let open = '';
  for await (const piece of textOf(file, limits)) {
    const lines = piece.split('\n');
    lines[0] = open + (lines[0] ?? '');
    open = lines.pop() ?? '';
    for (const text of lines) {
      row++;
      if (text.length > limits.line) throw refusal('standards.line-too-long', { row, limit: limits.line });
      if (!isBlank(text)) yield { row, text };
    }
    if (open.length > limits.line) throw refusal('standards.line-too-long', { row: row + 1, limit: limits.line });
  }
  if (!isBlank(open)) yield { row: row + 1, text: open };
}

/** SHA-256 of a file and of the options with which it is read. @throws Refusal `standards.file-not-readable` */
export async function fileHash(file: string, options: string): Promise<Buffer> {
  const hash = createHash('sha256').update(options).update('\n');
  for await (const chunk of piecesOf(file)) hash.update(chunk);
  return hash.digest();
}

function isBlank(text: string): boolean {
  return text === '' || text.trim() === '';
}

async function* textOf(file: string, limits: LineLimits): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  try {
    for await (const chunk of piecesOf(file)) {
      read += chunk.length;
      if (read > limits.file) throw refusal('standards.file-too-large', { bytes: read, largest: limits.file });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw refusal('standards.file-not-utf8', { path: file });
    throw error;
  }
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const bytes = createReadStream(file, { highWaterMark: pieceSize });
  const pieces = file.endsWith('.gz') ? unpacked(bytes) : bytes;
  try {
    for await (const piece of pieces) yield piece;
  } catch (error) {
    // Missing, forbidden, a folder, or no gzip archive: whoever named the file is told, with the system's own reason.
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw refusal('standards.file-not-readable', { path: file, why: String(error.code) });
  }
}

/** A fault of the file ends the archive too; `pipe` alone would wait for ever. */
function unpacked(bytes: Readable): Readable {
  const archive = createGunzip({ chunkSize: pieceSize });
  bytes.once('error', (error) => archive.destroy(error));
  archive.once('close', () => bytes.destroy());
  return bytes.pipe(archive);
}
