import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Longest line read; a record of a standard is a few kilobytes. */
const longestLine = 4_000_000;

/** The lines of a text file, plain or gzip, in their order; a line beyond measure ends the reading. */
export async function* linesOf(file: string): AsyncGenerator<{ readonly row: number; readonly text: string }> {
  const bytes = createReadStream(file);
  const input = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  let row = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    row++;
    if (text.length > longestLine) throw new RangeError(`Line ${row} is longer than ${longestLine} characters.`);
    if (text.trim() !== '') yield { row, text: row === 1 ? text.replace(/^\uFEFF/, '') : text };
  }
}

/** SHA-256 of a file and of the options with which it is read. */
export async function fileHash(file: string, options: string): Promise<Buffer> {
  const hash = createHash('sha256').update(options).update('\n');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest();
}
