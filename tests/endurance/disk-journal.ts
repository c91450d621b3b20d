/** What a process did to the files of a folder, step by step, and what was acknowledged in between. */
import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import type { Acknowledgement } from './acknowledgements.ts';

export type DiskStep =
  /** A process begins: descriptors of the one before are gone, what it wrote is in the cache of the system. */
  | { readonly op: 'begun' }
  | { readonly op: 'made'; readonly path: string }
  | { readonly op: 'opened'; readonly descriptor: number; readonly path: string; readonly isFolder: boolean }
  | { readonly op: 'wrote'; readonly descriptor: number; readonly at: number; readonly zeros?: number }
  | { readonly op: 'resized'; readonly descriptor: number; readonly length: number }
  | { readonly op: 'resized-at'; readonly path: string; readonly length: number }
  | { readonly op: 'renamed'; readonly from: string; readonly to: string }
  | { readonly op: 'removed'; readonly path: string }
  | { readonly op: 'synced'; readonly descriptor: number }
  | { readonly op: 'acknowledged'; readonly act: Acknowledgement };

export interface RecordedStep {
  readonly step: DiskStep;
  /** The bytes of a write. */
  readonly bytes: Uint8Array;
}

const lengths = 8;

/** Adds steps to a journal, from several threads and processes; what was added stays when the process is killed. */
export function openJournal(path: string): (step: DiskStep, bytes?: Uint8Array) => void {
  const file = openSync(path, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT);
  // Taken now: whoever records the file functions replaces them later.
  const write = writeSync;
  return (step, bytes = new Uint8Array()) => {
    const head = Buffer.from(JSON.stringify(step));
    const sizes = Buffer.alloc(lengths);
    sizes.writeUInt32LE(head.length, 0);
    sizes.writeUInt32LE(bytes.length, 4);
    write(file, Buffer.concat([sizes, head, bytes]));
  };
}

/** The steps in their order; one that was cut off by a kill is none. */
export function* readJournal(path: string): Generator<RecordedStep> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const sizes = readExactly(file, lengths);
      if (!sizes) return;
      const head = readExactly(file, sizes.readUInt32LE(0));
      const bytes = readExactly(file, sizes.readUInt32LE(4));
      if (!head || !bytes) return;
      yield { step: JSON.parse(head.toString()), bytes };
    }
  } finally {
    closeSync(file);
  }
}

function readExactly(file: number, length: number): Buffer | undefined {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const more = readSync(file, bytes, read, length - read, null);
    if (more === 0) return undefined;
    read += more;
  }
  return bytes;
}
