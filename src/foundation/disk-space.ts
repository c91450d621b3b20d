import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from './refusal.ts';

/**
 * What stays free on the disk of the embedded database, in bytes. PostgreSQL survives a page that finds no room, but stops
 * at once when its write-ahead log finds none: the next files of the log, 16 MB each, must always fit.
 */
const kept = 64 * 1024 * 1024;
const megabyte = 1024 * 1024;

/** @throws Refusal `foundation.disk-full` when less is free than has to stay free */
export function requireSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder));
  const free = bavail * bsize;
  if (free >= kept) return;
  throw refusal('foundation.disk-full', {
    folder,
    free: Math.floor(free / megabyte),
    needed: Math.ceil(kept / megabyte),
  });
}
