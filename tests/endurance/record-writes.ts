/**
 * Loaded before a program (`node --import`): records what its threads do to the files below a folder. The embedded database
 * lives in a thread of its own and writes through `node:fs`, so nothing of it is missed; that is tested.
 *
 * Environment: RECORDED_FOLDER, RECORDED_JOURNAL.
 */
import fs from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { openJournal } from './disk-journal.ts';

const folder = process.env['RECORDED_FOLDER'] ?? '';
if (!isMainThread && folder !== '') recordWrites(folder, openJournal(process.env['RECORDED_JOURNAL'] ?? ''));

function recordWrites(root: string, add: ReturnType<typeof openJournal>): void {
  const known = new Set<number>();
  const below = (path: unknown): path is string =>
    typeof path === 'string' && join(path, sep).startsWith(join(root, sep));
  const name = (path: string): string => relative(root, path);
  const { closeSync, existsSync, fstatSync, fsyncSync, ftruncateSync, openSync } = fs;
  const { renameSync, truncateSync, unlinkSync, writeFileSync, writeSync } = fs;
  add({ op: 'begun' });

  fs.openSync = (path, flags, mode) => {
    const isNew = below(path) && !existsSync(path);
    const descriptor = openSync(path, flags, mode);
    if (!below(path)) return descriptor;
    if (typeof flags === 'number' && (flags & fs.constants.O_TRUNC) !== 0) throw new Error('Truncated while opened.');
    known.add(descriptor);
    if (isNew) add({ op: 'made', path: name(path) });
    add({ op: 'opened', descriptor, path: name(path), isFolder: fstatSync(descriptor).isDirectory() });
    return descriptor;
  };
  fs.closeSync = (descriptor) => {
    known.delete(descriptor);
    closeSync(descriptor);
  };
  fs.writeFileSync = (path, content, options) => {
    writeFileSync(path, content, options);
    if (!below(path)) return;
    if (content !== '') throw new Error(`Written as a whole: ${path}`);
    add({ op: 'made', path: name(path) });
  };
  // One cast at the edge: the overloads of writeSync cannot be expressed by a forwarding function.
  fs.writeSync = ((descriptor: number, bytes: Uint8Array, offset: number, length: number, at: number) => {
    const written = writeSync(descriptor, bytes, offset, length, at);
    if (!known.has(descriptor)) return written;
    if (!Number.isInteger(at)) throw new Error('Written without a place.');
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + offset, written);
    if (isZeros(content)) add({ op: 'wrote', descriptor, at, zeros: written });
    else add({ op: 'wrote', descriptor, at }, content);
    return written;
  }) as typeof fs.writeSync;
  fs.ftruncateSync = (descriptor, length) => {
    ftruncateSync(descriptor, length);
    if (known.has(descriptor)) add({ op: 'resized', descriptor, length: length ?? 0 });
  };
  fs.truncateSync = (path, length) => {
    truncateSync(path, length);
    if (below(path)) add({ op: 'resized-at', path: name(path), length: length ?? 0 });
  };
  fs.renameSync = (from, to) => {
    renameSync(from, to);
    if (below(from) && below(to)) add({ op: 'renamed', from: name(from), to: name(to) });
  };
  fs.unlinkSync = (path) => {
    unlinkSync(path);
    if (below(path)) add({ op: 'removed', path: name(path) });
  };
  fs.fsyncSync = (descriptor) => {
    fsyncSync(descriptor);
    if (known.has(descriptor)) add({ op: 'synced', descriptor });
  };
}

/** Each byte is zero when the first is and each equals the one before. */
function isZeros(bytes: Buffer): boolean {
  return bytes[0] === 0 && bytes.compare(bytes, 1, bytes.length, 0, bytes.length - 1) === 0;
}
