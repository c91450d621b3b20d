import { Inflate } from 'fflate/browser';
import { crc32 } from './crc32.ts';
import type { Limits } from './limits.ts';
import { refuse } from './refused.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** An archive whose parts are unpacked one by one, each no further than its stated size and the limits allow. */
export interface ZipArchive {
  readonly names: readonly string[];
  has(name: string): boolean;
  unpack(name: string): Uint8Array;
}

export function openZip(bytes: Uint8Array, limits: Limits): ZipArchive {
  const entries = readZipDirectory(bytes, limits);
  let unpacked = 0;
  return {
    names: [...entries.values()].map((entry) => entry.name),
    has: (name) => entries.has(name.toLowerCase()),
    unpack(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return refuse('office-tables.part-missing', { part: name });
      // Counted at every call: a workbook may name one part as many sheets.
      unpacked += entry.unpackedSize;
      if (unpacked > limits.unpackedBytes)
        refuse('office-tables.zip-bomb', { part: entry.name }, { limit: limits.unpackedBytes });
      return unpackEntry(bytes, entry, limits);
    },
  };
}

function unpackEntry(bytes: Uint8Array, entry: ZipEntry, limits: Limits): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  const ratio = entry.unpackedSize / Math.max(1, entry.packedSize);
  if (entry.unpackedSize > limits.ratioFreeBytes && ratio > limits.ratio)
    refuse('office-tables.zip-bomb', { part: entry.name }, { ratio: Math.round(ratio), limit: limits.ratio });
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (unpacked.length !== entry.unpackedSize || crc32(unpacked) !== entry.crc)
    refuse('office-tables.zip-broken', { part: entry.name });
  return unpacked;
}

/** Small bites, so that a lying entry is stopped at most one bite (16 MiB unpacked) beyond the size it states. */
const bite = 16 * 1024;

function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    size += chunk.length;
    if (chunk.length > 0) chunks.push(chunk);
  });
  for (let at = 0; at === 0 || at < packed.length; at += bite) {
    pushBite(stream, packed.subarray(at, at + bite), { last: at + bite >= packed.length, entry });
    if (size > entry.unpackedSize)
      refuse('office-tables.zip-bomb', { part: entry.name }, { stated: entry.unpackedSize });
  }
  return joined(chunks, size);
}

function pushBite(
  stream: Inflate,
  bytes: Uint8Array,
  step: { readonly last: boolean; readonly entry: ZipEntry },
): void {
  try {
    stream.push(bytes, step.last);
  } catch {
    // The inflater throws on any malformed stream; which rule was broken helps nobody who sent the file.
    refuse('office-tables.zip-broken', { part: step.entry.name });
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
