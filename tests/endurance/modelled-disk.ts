/**
 * A disk that remembers, for each file and each name, what is on it for certain and what only the system's cache knows. A
 * power cut leaves what is certain and any part of the rest: POSIX promises no order between writes that were not synced.
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DiskStep } from './disk-journal.ts';
import type { Seeded } from './seeded.ts';

interface Content {
  bytes: Buffer;
  length: number;
}
type Change = { readonly at: number; readonly bytes: Uint8Array; readonly zeros: number } | { readonly length: number };
interface ModelledFile {
  /** On the disk for certain. */
  readonly certain: Content;
  /** Not synced yet, in order. */
  readonly waiting: Change[];
}
/** Names given and taken in one step: all of it happens, or nothing. */
interface Naming {
  readonly folders: readonly string[];
  readonly names: readonly (readonly [path: string, file: ModelledFile | undefined])[];
}

export interface ModelledDisk {
  readonly apply: (step: DiskStep, bytes: Uint8Array) => void;
  /** Writes a folder as a power cut now could leave it. */
  readonly cut: (folder: string, luck: Seeded) => void;
  /** Writes the folder as the system sees it. */
  readonly asSeen: (folder: string) => void;
}

/** A disk that holds, for certain, what is in the folder `base`. */
export function modelledDisk(base: string): ModelledDisk {
  const certainNames = new Map<string, ModelledFile | undefined>();
  const seenNames = new Map<string, ModelledFile | undefined>();
  let waitingNames: Naming[] = [];
  let opened = new Map<number, ModelledFile | { readonly folder: string }>();

  const fileAt = (path: string): ModelledFile => {
    const seen = seenNames.get(path);
    if (seen) return seen;
    if (seenNames.has(path) || !existsSync(join(base, path))) throw new Error(`There is no file ${path}.`);
    const bytes = readFileSync(join(base, path));
    const file = { certain: { bytes, length: bytes.length }, waiting: [] };
    seenNames.set(path, file);
    certainNames.set(path, file);
    return file;
  };
  const fileOf = (descriptor: number): ModelledFile => {
    const file = opened.get(descriptor);
    if (!file || 'folder' in file) throw new Error(`Descriptor ${descriptor} is no open file.`);
    return file;
  };
  const name = (names: Naming['names']): void => {
    for (const [path, file] of names) seenNames.set(path, file);
    waitingNames.push({ folders: names.map(([path]) => dirname(path)), names });
  };
  const sync = (descriptor: number): void => {
    const target = opened.get(descriptor);
    if (!target) throw new Error(`Descriptor ${descriptor} is not open.`);
    if (!('folder' in target)) {
      for (const change of target.waiting.splice(0)) make(target.certain, change);
      return;
    }
    const isHere = ({ folders }: Naming): boolean => folders.includes(target.folder);
    for (const { names } of waitingNames.filter(isHere)) for (const [path, file] of names) certainNames.set(path, file);
    waitingNames = waitingNames.filter((naming) => !isHere(naming));
  };

  const apply: ModelledDisk['apply'] = (step, bytes) => {
    switch (step.op) {
      case 'begun':
        opened = new Map();
        return;
      case 'made':
        return name([[step.path, { certain: { bytes: Buffer.alloc(0), length: 0 }, waiting: [] }]]);
      case 'opened':
        opened.set(step.descriptor, step.isFolder ? { folder: step.path || '.' } : fileAt(step.path));
        return;
      case 'wrote':
        fileOf(step.descriptor).waiting.push({ at: step.at, bytes, zeros: step.zeros ?? 0 });
        return;
      case 'resized':
        fileOf(step.descriptor).waiting.push({ length: step.length });
        return;
      case 'resized-at':
        fileAt(step.path).waiting.push({ length: step.length });
        return;
      case 'renamed':
        return name([
          [step.to, fileAt(step.from)],
          [step.from, undefined],
        ]);
      case 'removed':
        fileAt(step.path);
        return name([[step.path, undefined]]);
      case 'synced':
        return sync(step.descriptor);
      case 'acknowledged':
        return;
    }
  };

  return {
    apply,
    cut: (folder, luck) => {
      const names = new Map(certainNames);
      const share = luck.oneOf(shares);
      for (const naming of waitingNames)
        if (luck.chance(share)) for (const [path, file] of naming.names) names.set(path, file);
      writeFolder({ base, folder, names }, (file) => afterCut(file, luck));
    },
    asSeen: (folder) =>
      writeFolder({ base, folder, names: seenNames }, ({ certain, waiting }) => {
        const content = copyOf(certain);
        for (const change of waiting) make(content, change);
        return content;
      }),
  };
}

/** Of what is not certain: nothing arrived, some of it, all of it. */
const shares = [0, 0.5, 1] as const;
/** What a disk writes whole: a sector; a page, where the system kept one together. */
const sectors = [512, 8_192] as const;

function afterCut({ certain, waiting }: ModelledFile, luck: Seeded): Content {
  const content = copyOf(certain);
  // Each file has its own luck: one may be lost where another written later is there.
  const share = luck.oneOf(shares);
  const sector = luck.oneOf(sectors);
  for (const change of waiting) {
    if ('length' in change) {
      if (luck.chance(share)) make(content, change);
      continue;
    }
    const end = change.at + change.bytes.length + change.zeros;
    for (let from = change.at; from < end; ) {
      const to = Math.min(end, (Math.floor(from / sector) + 1) * sector);
      if (luck.chance(share)) make(content, part(change, from, to));
      from = to;
    }
  }
  return content;
}

function part(change: Extract<Change, { at: number }>, from: number, to: number): Change {
  if (change.zeros > 0) return { at: from, bytes: new Uint8Array(), zeros: to - from };
  return { at: from, bytes: change.bytes.subarray(from - change.at, to - change.at), zeros: 0 };
}

function make(content: Content, change: Change): void {
  if ('length' in change) {
    if (change.length < content.length) content.bytes.fill(0, change.length, content.length);
    grow(content, change.length);
    content.length = change.length;
    return;
  }
  const end = change.at + change.bytes.length + change.zeros;
  grow(content, end);
  if (change.zeros > 0) content.bytes.fill(0, change.at, end);
  else content.bytes.set(change.bytes, change.at);
  content.length = Math.max(content.length, end);
}

function grow(content: Content, length: number): void {
  if (length <= content.bytes.length) return;
  const bytes = Buffer.alloc(Math.max(length, content.bytes.length * 2));
  content.bytes.copy(bytes);
  content.bytes = bytes;
}

function copyOf({ bytes, length }: Content): Content {
  return { bytes: Buffer.from(bytes), length };
}

interface FolderToWrite {
  readonly base: string;
  readonly folder: string;
  readonly names: ReadonlyMap<string, ModelledFile | undefined>;
}

function writeFolder({ base, folder, names }: FolderToWrite, contentOf: (file: ModelledFile) => Content): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  for (const [path, file] of names) {
    rmSync(join(folder, path), { force: true });
    if (!file) continue;
    const { bytes, length } = contentOf(file);
    writeFileSync(join(folder, path), bytes.subarray(0, length));
  }
}
