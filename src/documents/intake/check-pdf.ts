import { inflateSync } from 'node:zlib';
import { refusal } from '../../foundation/refusal.ts';

/** A reader of PDF looks for the end in the last kilobyte (ISO 32000-1, annex H.3). */
const tail = 1_024;

/**
 * Refuses a PDF that is something else as well, that is encrypted, or that does something when it is opened. Names may be
 * written with escapes and may lie in packed object streams: both are undone first.
 *
 * @throws Refusal `documents.file-broken`, `documents.file-two-kinds`, `documents.file-encrypted`, `documents.file-active`
 */
export function checkPdf(bytes: Buffer, file: string): void {
  const end = bytes.lastIndexOf('%%EOF');
  if (end === -1) throw refusal('documents.file-broken', { file, kind: 'PDF', place: bytes.length });
  const after = bytes.subarray(end + 5).toString('latin1');
  // More behind the end than a reader passes over is another file.
  if (after.length > tail || after.includes('PK\x05\x06'))
    throw refusal('documents.file-two-kinds', { file, place: end + 5 });
  const head = bytes.subarray(0, tail).toString('latin1');
  if (/<(?:!doctype|html|script|svg|body|iframe)\b/i.test(head))
    throw refusal('documents.file-two-kinds', { file, place: 0 });
  const objects = unescaped(withoutStreams(bytes.toString('latin1')) + packedObjects(bytes));
  if (/\/Encrypt\b/.test(objects)) throw refusal('documents.file-encrypted', { file });
  const active = /\/(?:JavaScript|JS|Launch|ImportData|SubmitForm|RichMedia|EmbeddedFile)(?=[\s/(<[\]>])/.exec(objects);
  if (active) throw refusal('documents.file-active', { file, part: active[0] });
}

/** `/J#61vaScript` is `/JavaScript` (ISO 32000-1, 7.3.5). */
function unescaped(objects: string): string {
  return objects.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The objects without what streams hold: a word in a picture's bytes is no instruction. */
function withoutStreams(text: string): string {
  const kept: string[] = [];
  for (let at = 0; ; ) {
    const start = text.indexOf('stream', at);
    const end = start === -1 ? -1 : text.indexOf('endstream', start + 6);
    if (end === -1) return kept.concat(text.slice(at)).join(' ');
    kept.push(text.slice(at, start));
    at = end + 9;
  }
}

/** Most that object streams of one file may unpack to: they hold words about pages, not pages. */
const mostUnpacked = 64 * 1024 * 1024;

function packedObjects(bytes: Buffer): string {
  const found: string[] = [];
  let room = mostUnpacked;
  for (let at = bytes.indexOf('/ObjStm'); at !== -1; at = bytes.indexOf('/ObjStm', at + 7)) {
    const word = bytes.indexOf('stream', at);
    const end = word === -1 ? -1 : bytes.indexOf('endstream', word + 6);
    if (end === -1 || word - at > 2_000) continue;
    const start = word + 6 + (bytes[word + 6] === 13 ? 2 : 1);
    const text = inflated(bytes.subarray(start, end), room);
    room -= text.length;
    found.push(text);
    if (room <= 0) break;
  }
  return found.join(' ');
}

function inflated(packed: Buffer, room: number): string {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, room) }).toString('latin1');
  } catch {
    // Packed in another way, or broken: a reader will find nothing in it either.
    return '';
  }
}
