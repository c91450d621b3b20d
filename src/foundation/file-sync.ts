import fs from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Keeps count of the files below a folder that are written through `node:fs` and syncs them. The embedded database writes
 * through Node's file functions and never calls fsync, so this is what makes a commit survive a power cut, in the order that
 * PostgreSQL itself keeps (manual, 28.1 and 28.5):
 *
 * - a commit needs its write-ahead log on the disk, nothing else;
 * - a page, or the end of a file, changes only when the log that tells of it is on the disk;
 * - a file takes another's name when its content is on the disk;
 * - the control file names a checkpoint when everything before it is on the disk, and is there itself before old log goes;
 * - what a killed process wrote may be in the system's cache alone, and is synced before recovery trusts it.
 */
export interface WatchedFolder {
  /** Everything written so far is on the disk afterwards. */
  readonly sync: () => void;
  /** The write-ahead log is on the disk afterwards: whatever is missing in other files is made again from it. */
  readonly syncLog: () => void;
  /** Bytes of log written since the control file was written, that is since the last checkpoint. */
  readonly logSinceCheckpoint: () => number;
}

export function watchWrites(folder: string): WatchedFolder {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  const isBelow = (path: unknown): path is string => typeof path === 'string' && path.startsWith(below);
  const unsynced = unsyncedIn(folder);
  watchContents(unsynced, isBelow);
  watchNames(unsynced, isBelow);
  rememberAbsence(unsynced, isBelow);
  return unsynced;
}

interface Unsynced extends WatchedFolder {
  readonly opened: (descriptor: number, path: string) => void;
  readonly closed: (descriptor: number) => void;
  readonly pathOf: (descriptor: number) => string | undefined;
  /** Has to be called before a file is changed in any way but made longer by zeros. */
  readonly changing: (path: string) => void;
  readonly changed: (path: string, descriptor?: number) => void;
  readonly wrote: (path: string, descriptor: number, bytes: number) => void;
  readonly named: (path: string) => void;
  /** What the system said when a file was looked up that is not there. */
  readonly absent: Map<string, unknown>;
  /** Has to be called before a file takes another's name: the name must not be there before the content. */
  readonly renaming: (from: string, to: string) => void;
  readonly renamed: (from: string, to: string) => void;
  readonly removed: (path: string) => void;
}

interface Waiting {
  /** Each file with a descriptor through which it was written. */
  readonly files: Map<string, number>;
  /** In which a name appeared or changed. */
  readonly folders: Set<string>;
}

function unsyncedIn(folder: string): Unsynced {
  const control = join(folder, 'global', 'pg_control');
  const log = join(folder, 'pg_wal');
  const paths = new Map<number, string>();
  const logWaits: Waiting = { files: new Map(), folders: new Set() };
  const othersWait: Waiting = { files: new Map(), folders: new Set() };
  let logWritten = 0;
  const waitingFor = (path: string): Waiting => (dirname(path) === log ? logWaits : othersWait);
  const settleFile = (files: Waiting['files'], path: string, descriptor: number): void => {
    syncFile(path, paths.get(descriptor) === path ? descriptor : undefined);
    files.delete(path);
  };
  const settle = ({ files, folders }: Waiting): void => {
    for (const [path, descriptor] of files) settleFile(files, path, descriptor);
    for (const path of folders) {
      syncFile(path, undefined);
      folders.delete(path);
    }
  };
  const sync = (): void => {
    settle(logWaits);
    settle(othersWait);
  };
  const changed: Unsynced['changed'] = (path, descriptor = -1) => {
    waitingFor(path).files.set(path, descriptor);
  };
  const absent: Unsynced['absent'] = new Map();
  const named: Unsynced['named'] = (path) => {
    absent.delete(path);
    waitingFor(path).folders.add(dirname(path));
  };
  const changing: Unsynced['changing'] = (path) => {
    if (path === control) sync();
    else if (dirname(path) !== log) settle(logWaits);
  };
  if (!wasShutDown(control)) for (const path of filesBelow(folder)) changed(path);

  return {
    sync,
    syncLog: () => settle(logWaits),
    logSinceCheckpoint: () => logWritten,
    opened: (descriptor, path) => paths.set(descriptor, path),
    closed: (descriptor) => paths.delete(descriptor),
    pathOf: (descriptor) => paths.get(descriptor),
    changing,
    changed,
    wrote: (path, descriptor, bytes) => {
      changed(path, descriptor);
      if (path === control) {
        settle(othersWait);
        logWritten = 0;
      } else if (dirname(path) === log) logWritten += bytes;
    },
    named,
    absent,
    renaming: (from, to) => {
      changing(to);
      const { files } = waitingFor(from);
      const descriptor = files.get(from);
      if (descriptor !== undefined) settleFile(files, from, descriptor);
    },
    renamed: (from, to) => {
      for (const [descriptor, path] of paths) if (path === from) paths.set(descriptor, to);
      waitingFor(from).files.delete(from);
      changed(to);
      named(from);
      named(to);
    },
    removed: (path) => {
      for (const [descriptor, opened] of paths) if (opened === path) paths.delete(descriptor);
      waitingFor(path).files.delete(path);
    },
  };
}

type IsBelow = (path: unknown) => path is string;

function watchContents(unsynced: Unsynced, isBelow: IsBelow): void {
  const { openSync, closeSync, writeSync, ftruncateSync, truncateSync } = fs;
  fs.openSync = (path, flags, mode) => {
    const isNew = isBelow(path) && !fs.existsSync(path);
    const descriptor = openSync(path, flags, mode);
    if (isBelow(path)) unsynced.opened(descriptor, path);
    if (isNew) unsynced.named(path);
    return descriptor;
  };
  fs.closeSync = (descriptor) => {
    unsynced.closed(descriptor);
    closeSync(descriptor);
  };
  // One cast at the edge: the overloads of writeSync cannot be expressed by a forwarding function.
  fs.writeSync = ((...args: [number, Uint8Array, number, number, number]) => {
    const [descriptor, bytes, offset, length] = args;
    const path = unsynced.pathOf(descriptor);
    if (path === undefined) return writeSync(...args);
    // Zeros make a file longer; no log tells of that.
    const isContent = !isZeros(Buffer.from(bytes.buffer, bytes.byteOffset + offset, length));
    if (isContent) unsynced.changing(path);
    const written = writeSync(...args);
    unsynced.wrote(path, descriptor, isContent ? written : 0);
    return written;
  }) as typeof fs.writeSync;
  // A table grows in the same way as it shrinks, and growing is making longer by zeros.
  fs.ftruncateSync = (descriptor, length) => {
    const path = unsynced.pathOf(descriptor);
    if (path !== undefined && (length ?? 0) < fs.fstatSync(descriptor).size) unsynced.changing(path);
    ftruncateSync(descriptor, length);
    if (path !== undefined) unsynced.changed(path, descriptor);
  };
  fs.truncateSync = (path, length) => {
    if (isBelow(path)) unsynced.changing(path);
    truncateSync(path, length);
    if (isBelow(path)) unsynced.changed(path);
  };
}

function watchNames(unsynced: Unsynced, isBelow: IsBelow): void {
  const { writeFileSync, mkdirSync, renameSync, unlinkSync } = fs;
  // The database makes its files this way, empty, before it opens them.
  fs.writeFileSync = (path, content, options) => {
    writeFileSync(path, content, options);
    if (!isBelow(path)) return;
    unsynced.changed(path);
    unsynced.named(path);
  };
  // One cast at the edge, as above.
  fs.mkdirSync = ((...args: Parameters<typeof mkdirSync>) => {
    const made = mkdirSync(...args);
    if (isBelow(args[0])) unsynced.named(args[0]);
    return made;
  }) as typeof fs.mkdirSync;
  fs.renameSync = (from, to) => {
    if (!isBelow(from) || !isBelow(to)) return renameSync(from, to);
    unsynced.renaming(from, to);
    renameSync(from, to);
    unsynced.renamed(from, to);
  };
  fs.unlinkSync = (path) => {
    if (isBelow(path)) unsynced.changing(path);
    unlinkSync(path);
    if (isBelow(path)) unsynced.removed(path);
  };
}

/**
 * The database looks for the map of free space of a table with every page it adds, and most tables have none. Only this thread
 * makes files in the folder, so what was absent stays absent until it is named here; asking the system each time took a
 * thirtieth of an import.
 */
function rememberAbsence({ absent }: Unsynced, isBelow: IsBelow): void {
  const { lstatSync } = fs;
  const remembering = (...args: Parameters<typeof lstatSync>): ReturnType<typeof lstatSync> => {
    const [path] = args;
    if (!isBelow(path)) return lstatSync(...args);
    if (absent.has(path)) throw absent.get(path);
    try {
      return lstatSync(...args);
    } catch (error) {
      if (isNotFound(error)) absent.set(path, error);
      throw error;
    }
  };
  Object.assign(fs, { lstatSync: remembering });
}

/** Where the control file says in which state the database was left, and the state after an orderly end (pg_control.h). */
const statePlace = 16;
const shutDown = 1;

function wasShutDown(control: string): boolean {
  if (!fs.existsSync(control)) return false;
  return fs.readFileSync(control).readUInt32LE(statePlace) === shutDown;
}

function filesBelow(folder: string): readonly string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** All are zero when the first is and each equals the one before. */
function isZeros(bytes: Buffer): boolean {
  return bytes[0] === 0 && bytes.compare(bytes, 1, bytes.length, 0, bytes.length - 1) === 0;
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
    if (!isNotFound(error)) throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
