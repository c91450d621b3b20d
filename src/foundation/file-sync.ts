import fs from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Keeps count of the files below a folder that were written through `node:fs` and syncs them on demand. The embedded
 * database writes through Node's file functions and never calls fsync, so this is what makes a commit survive a power
 * cut, in the order that PostgreSQL itself keeps: a commit needs only its write-ahead log on the disk; everything else has
 * to be there before the control file names a checkpoint (PostgreSQL manual, 28.5).
 */
export interface WatchedFolder {
  /** Everything written so far is on the disk afterwards. */
  readonly sync: () => void;
  /** The write-ahead log is on the disk afterwards: whatever is missing in other files is made again from it. */
  readonly syncLog: () => void;
}

export function watchWrites(folder: string): WatchedFolder {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  const control = join(folder, 'global', 'pg_control');
  const log = join(folder, 'pg_wal');
  const pathOf = new Map<number, string>();
  const dirtyFiles = new Map<string, number>();
  const dirtyFolders = new Set<string>();

  const syncWhere = (isWanted: (folder: string) => boolean): void => {
    for (const [path, descriptor] of dirtyFiles) {
      if (!isWanted(dirname(path))) continue;
      syncFile(path, pathOf.get(descriptor) === path ? descriptor : undefined);
      dirtyFiles.delete(path);
    }
    for (const path of dirtyFolders) {
      if (!isWanted(path)) continue;
      syncFile(path, undefined);
      dirtyFolders.delete(path);
    }
  };
  const sync = (): void => syncWhere(() => true);

  const { openSync, closeSync, writeSync, renameSync, unlinkSync, ftruncateSync } = fs;
  const original = { openSync, closeSync, writeSync, renameSync, unlinkSync, ftruncateSync };
  fs.openSync = (path, flags, mode) => {
    const isNew = typeof path === 'string' && path.startsWith(below) && !fs.existsSync(path);
    const descriptor = original.openSync(path, flags, mode);
    if (typeof path === 'string' && path.startsWith(below)) pathOf.set(descriptor, path);
    if (isNew) dirtyFolders.add(dirname(String(path)));
    return descriptor;
  };
  fs.closeSync = (descriptor) => {
    pathOf.delete(descriptor);
    original.closeSync(descriptor);
  };
  const wrote = (descriptor: number): void => {
    const path = pathOf.get(descriptor);
    if (path === undefined) return;
    if (path === control) sync();
    dirtyFiles.set(path, descriptor);
  };
  // One cast at the edge: the overloads of writeSync cannot be expressed by a forwarding function.
  fs.writeSync = ((...args: Parameters<typeof writeSync>) => {
    wrote(args[0]);
    return original.writeSync(...args);
  }) as typeof fs.writeSync;
  fs.ftruncateSync = (descriptor, length) => {
    wrote(descriptor);
    original.ftruncateSync(descriptor, length);
  };
  fs.renameSync = (from, to) => {
    original.renameSync(from, to);
    if (String(to).startsWith(below)) {
      dirtyFolders.add(dirname(String(from)));
      dirtyFolders.add(dirname(String(to)));
      dirtyFiles.set(String(to), -1);
    }
    dirtyFiles.delete(String(from));
  };
  fs.unlinkSync = (path) => {
    original.unlinkSync(path);
    dirtyFiles.delete(String(path));
  };
  return { sync, syncLog: () => syncWhere((path) => path === log) };
}

function syncFile(path: string, descriptor: number | undefined): void {
  try {
    if (descriptor !== undefined) {
      fs.fsyncSync(descriptor);
      return;
    }
    const opened = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(opened);
    } finally {
      fs.closeSync(opened);
    }
  } catch (error) {
    // A file that is gone needs no sync; anything else must not pass for safe.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
