import { refuse } from './refused.ts';
import type { TextEncoding } from './table.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Share of the double-byte characters that are everyday Chinese; below 0.7 the encoding is doubtful. */
  readonly everyday: number;
}

/**
 * Finds out how a plain text is encoded: byte order mark, else UTF-16 by its zero bytes, else UTF-8 when valid, else
 * GB18030, which Chinese office programs write for CSV (GB 18030-2022).
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes);
  if (encoding) {
    const text = decodeAs(encoding, bytes);
    return text === undefined
      ? refuse('office-tables.encoding-broken', {}, { encoding })
      : { text, encoding, everyday: 1 };
  }
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', everyday: 1 };
  if (isDamaged('utf-8', bytes)) refuseDamaged('utf-8', bytes);
  const text = decodeAs('gb18030', bytes);
  const everyday = everydayShare(bytes);
  if (text !== undefined) return { text, encoding: 'gb18030', everyday };
  if (everyday >= mostlyEveryday && isDamaged('gb18030', bytes)) refuseDamaged('gb18030', bytes);
  return refuse('office-tables.encoding-unknown', { offset: firstBadByte('utf-8', bytes) });
}

/** An XML part of an office file: UTF-8 or UTF-16 (ISO/IEC 29500-2, 8.1.4), nothing else. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const text = decodeAs(markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? 'utf-8', bytes);
  return text ?? refuse('office-tables.encoding-broken', { part }, { encoding: 'utf-8' });
}

function decodeAs(encoding: TextEncoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // A fatal decoder has no other way to say that the bytes are not of this encoding.
    return undefined;
  }
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Digits, commas and line ends have a zero byte in UTF-16, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  // 一 (U+4E00) has its zero byte on the other side.
  if (odd > length / 20 && odd > 4 * even) return 'utf-16le';
  if (even > length / 20 && even > 4 * odd) return 'utf-16be';
  return undefined;
}

/** Below this share of everyday characters the bytes are hardly Chinese. */
export const mostlyEveryday = 0.7;

/** Mostly sound multi-byte text with a few bad bytes: a damaged file, which must not be read as another encoding. */
function isDamaged(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 1_000_000));
  const bad = text.split('\ufffd').length - 1;
  const sound = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return sound > 4 * bad;
}

/** Names the line as well: no byte of a longer character of these encodings is a line end. */
function refuseDamaged(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): never {
  const offset = firstBadByte(encoding, bytes);
  const row = bytes.subarray(0, offset).reduce((lines, byte) => (byte === lineEnd ? lines + 1 : lines), 1);
  return refuse('office-tables.encoding-broken', { row, offset }, { encoding });
}

const lineEnd = 0x0a;

/** Byte position of the first malformed sequence, by halving: a prefix is sound when the streaming decoder accepts it. */
function firstBadByte(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): number {
  let sound = 0;
  let bad = bytes.length;
  while (bad - sound > 1) {
    const middle = (sound + bad) >> 1;
    if (isSoundPrefix(encoding, bytes.subarray(0, middle))) sound = middle;
    else bad = middle;
  }
  return sound;
}

function isSoundPrefix(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    // As above: the decoder can only throw.
    return false;
  }
}

/** GB 2312 has the everyday characters at lead B0-F7 and the punctuation at A1-A3, both with trail A1-FE. */
function everydayShare(bytes: Uint8Array): number {
  let pairs = 0;
  let everyday = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[++at] ?? 0;
    pairs++;
    if (trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa3))) everyday++;
  }
  return pairs === 0 ? 1 : everyday / pairs;
}
