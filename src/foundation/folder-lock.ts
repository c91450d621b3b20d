import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { refusal } from './refusal.ts';

export interface FolderLock {
  readonly release: () => void;
}

/**
 * Takes a data folder for this process. The operating system holds the lock, so it ends with the process and is never
 * stale, also between containers on one machine.
 *
 * @throws Refusal `foundation.folder-in-use` naming the process that has it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  const holderFile = join(folder, 'process.txt');
  try {
    lock.exec('pragma locking_mode = exclusive; pragma journal_mode = off; begin exclusive');
  } catch {
    lock.close();
    throw refusal('foundation.folder-in-use', { folder, holder: holderOf(holderFile) });
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function holderOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '?';
  }
}
