import type { Limits } from './limits.ts';
import { refuse } from './refused.ts';

/** One file of an archive as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly unpackedSize: number;
  /** First packed byte, after the local header. */
  readonly start: number;
}

/**
 * Reads the directory of a zip archive and refuses what an office program never writes: entries that overlap or reach
 * outside, doubled or climbing names, encryption, too many entries, a stated size beyond the limit (APPNOTE 6.3, 4.3).
 */
export function readZipDirectory(bytes: Uint8Array, limits: Limits): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end.entries > limits.zipEntries)
    refuse('office-tables.zip-too-many-entries', {}, { entries: end.entries, limit: limits.zipEntries });
  const entries = new Map<string, ZipEntry>();
  const spans: Span[] = [];
  let at = end.start;
  let unpacked = 0;
  for (let index = 0; index < end.entries; index++) {
    const header = readHeader(view, bytes, at, end.start);
    at = header.next;
    unpacked += header.entry.unpackedSize;
    if (unpacked > limits.unpackedBytes)
      refuse('office-tables.zip-bomb', { part: header.entry.name }, { limit: limits.unpackedBytes });
    const key = header.entry.name.toLowerCase();
    // Two entries of one name: programs disagree on which one counts, so a checker can be shown another text than the reader.
    if (entries.has(key)) refuse('office-tables.zip-duplicate-name', { part: header.entry.name });
    entries.set(key, header.entry);
    spans.push(header.span);
  }
  refuseOverlaps(spans);
  return entries;
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const full16 = 0xffff;
const full32 = 0xffffffff;

function findEnd(view: DataView): { readonly start: number; readonly entries: number } {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - full16; at--) {
    if (view.getUint32(at, true) !== signature.end) continue;
    const entries = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (entries === full16 || start === full32) return findEnd64(view, at);
    if (start + view.getUint32(at + 12, true) > at) refuse('office-tables.zip-broken', { offset: at });
    return { start, entries };
  }
  return refuse('office-tables.zip-broken', { offset: view.byteLength });
}

function findEnd64(view: DataView, end: number): { readonly start: number; readonly entries: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== signature.locator64)
    refuse('office-tables.zip-broken', { offset: end });
  const at = readSize64(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== signature.end64)
    refuse('office-tables.zip-broken', { offset: locator });
  return { entries: readSize64(view, at + 32), start: readSize64(view, at + 48) };
}

function readSize64(view: DataView, at: number): number {
  // Beyond 2^53 the number is rounded, and far beyond any limit in either case.
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

function readHeader(view: DataView, bytes: Uint8Array, at: number, directory: number) {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== signature.central)
    refuse('office-tables.zip-broken', { offset: at });
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  if (extraEnd > view.byteLength) refuse('office-tables.zip-broken', { offset: at });
  const name = safeName(new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)), at);
  // APPNOTE 4.4.4: bit 0 says encrypted, bit 13 that the directory itself is masked.
  if (view.getUint16(at + 8, true) & 0x2001) refuse('office-tables.password-protected', { part: name });
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) refuse('office-tables.zip-broken', { part: name }, { method });
  const sizes = readSizes(view, at, { from: nameEnd, to: extraEnd });
  const start = dataStart(view, sizes.local, name);
  if (start + sizes.packed > directory) refuse('office-tables.zip-broken', { part: name, offset: start });
  const crc = view.getUint32(at + 16, true);
  const entry: ZipEntry = { name, method, crc, packedSize: sizes.packed, unpackedSize: sizes.unpacked, start };
  const span: Span = { from: sizes.local, to: start + sizes.packed, name };
  return { entry, span, next: extraEnd + view.getUint16(at + 32, true) };
}

/** Sizes and place of an entry; those that do not fit 32 bits stand in the zip64 extra field, in this order (APPNOTE 4.5.3). */
function readSizes(view: DataView, at: number, extra: { readonly from: number; readonly to: number }) {
  let [packed, unpacked, local] = [20, 24, 42].map((field) => view.getUint32(at + field, true));
  for (let field = extra.from; field + 4 <= extra.to; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let value = field + 4;
    const next = () => {
      if (value + 8 > extra.to) refuse('office-tables.zip-broken', { offset: field });
      value += 8;
      return readSize64(view, value - 8);
    };
    if (unpacked === full32) unpacked = next();
    if (packed === full32) packed = next();
    if (local === full32) local = next();
    break;
  }
  return { packed: packed ?? 0, unpacked: unpacked ?? 0, local: local ?? 0 };
}

function dataStart(view: DataView, local: number, name: string): number {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== signature.local)
    refuse('office-tables.zip-broken', { part: name, offset: local });
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

/** The name with forward slashes; names that would leave the archive's folder are refused even though nothing is written. */
function safeName(raw: string, offset: number): string {
  const name = raw.replaceAll('\\', '/');
  const climbs = name.split('/').some((step) => step === '..' || step === '.');
  if (climbs || name === '' || /^\/|^[a-z]:|[\x00-\x1f\x7f]/i.test(name) || name.length > 500)
    refuse('office-tables.zip-unsafe-name', { offset }, { name: raw.slice(0, 80).replace(/[\x00-\x1f\x7f]/g, '?') });
  return name;
}

/** Overlapping entries unpack the same bytes many times over: the zip bomb that needs no nesting. */
function refuseOverlaps(spans: readonly Span[]): void {
  let reached = 0;
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    if (span.from < reached) refuse('office-tables.zip-bomb', { part: span.name, offset: span.from });
    reached = span.to;
  }
}
