import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from './random.ts';
import { refusal } from './refusal.ts';
import { type NoteSigner, newKeyFile, noteSigner } from './seals/signed-note.ts';

/**
 * The sealing keys of a data folder: `sealing.key` is in office, `sealing.<id>.key` was, `sealing.<id>.next-key` was made
 * and its act is not recorded, or not known to be. Which key is in office the log says; the files only follow it.
 */
export function keyFilesIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => keyFileName.test(name))
        .sort()
    : [];
}

/** Files of the data folder that move with the installation: without its keys a register cannot go on signing. */
export const keyFileName: RegExp = /^sealing\.(?:key|first-key|[0-9a-f]{8}\.(?:key|next-key))$/;

/** The key that the folder holds to be in office. @throws Refusal `seals.key-missing` */
export function keyInOffice(folder: string): NoteSigner {
  const file = join(folder, inOffice);
  if (!existsSync(file)) throw refusal('seals.key-missing', { file });
  return noteSigner(readFileSync(file, 'utf8'));
}

/** The key of an identifier, wherever it lies in the folder. */
export function keyWithId(folder: string, id: string): NoteSigner | undefined {
  for (const name of [inOffice, retired(id), toBe(id)]) {
    const file = join(folder, name);
    const signer = existsSync(file) ? noteSigner(readFileSync(file, 'utf8')) : undefined;
    if (signer?.id === id) return signer;
  }
  return undefined;
}

/** Makes the first key of a log, unless another process was faster. */
export function makeFirstKey(folder: string, origin: string, random: Random): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeDurably(join(folder, inOffice), newKeyFile(origin, random.bytes(32)), 'unless-there');
}

/** Makes a key that is to take office; it lies on the disk before anything speaks of it. @throws Refusal `seals.key-not-written` */
export function makeNextKey(folder: string, origin: string, random: Random): NoteSigner {
  const text = newKeyFile(origin, random.bytes(32));
  const signer = noteSigner(text);
  const file = join(folder, toBe(signer.id));
  try {
    writeDurably(file, text);
  } catch (error) {
    throw refusal('seals.key-not-written', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  return signer;
}

/**
 * Makes the files follow the log: the key of this identifier lies as `sealing.key`, the one before under its own
 * identifier. May be broken off anywhere and done again. Answers whether the key was found.
 */
export function putInOffice(folder: string, id: string): boolean {
  const before = keyInOffice(folder);
  if (before.id === id) return true;
  if (keyWithId(folder, id) === undefined) return false;
  const source = [retired(id), toBe(id)].map((name) => join(folder, name)).find((file) => existsSync(file));
  if (source === undefined) return false;
  writeDurably(join(folder, retired(before.id)), readFileSync(join(folder, inOffice), 'utf8'));
  writeDurably(join(folder, inOffice), readFileSync(source, 'utf8'));
  return true;
}

/** Takes away keys that were made and never took office, or one of them; they have signed nothing that stands in the log. */
export function dropKeysToBe(folder: string, id?: string): void {
  const waiting = keyFilesIn(folder).filter((name) => name.endsWith('.next-key'));
  for (const name of waiting) if (id === undefined || name === toBe(id)) rmSync(join(folder, name), { force: true });
}

/** Where the key before lies after it left office. */
export const retiredKeyFile = (folder: string, id: string): string => join(folder, retired(id));

const inOffice = 'sealing.key';
const retired = (id: string): string => `sealing.${id}.key`;
const toBe = (id: string): string => `sealing.${id}.next-key`;

/** A file of mode 0600 that is whole and on the disk before it appears under its name. */
export function writeDurably(
  path: string,
  content: string | Uint8Array,
  when: 'always' | 'unless-there' = 'always',
): void {
  const part = `${path}.${process.pid}.part`;
  rmSync(part, { force: true });
  try {
    const file = openSync(part, 'wx', 0o600);
    try {
      writeSync(file, Buffer.from(content));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (when === 'always') renameSync(part, path);
    else linkUnlessThere(part, path);
    const folder = openSync(dirname(path), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } finally {
    rmSync(part, { force: true });
  }
}

/** Two processes may open a new folder at once: the key of one of them stays. */
function linkUnlessThere(part: string, path: string): void {
  try {
    linkSync(part, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
