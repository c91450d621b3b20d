import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { canonicalJson } from '../canonical-json.ts';
import { refusal } from '../refusal.ts';
import { gzipStart, type Manifest, storedMember } from './sealed-file.ts';
import { BadNote, type NoteKey, noteKey, openNote } from './signed-note.ts';
import { successorsIn } from './successors-in-lines.ts';

export interface SealedFile {
  readonly manifest: Manifest;
  readonly signedBy: readonly NoteKey[];
  /** The keys that were wanted, and those to which they handed over in the file itself. */
  readonly keys: readonly NoteKey[];
  /** Compares the body with the manifest. Throws `seals.file-changed`. */
  readonly checkBody: () => Promise<void>;
  /** The lines of the body. Throws `BodyBroken` where it cannot be unpacked. */
  readonly lines: () => AsyncGenerator<string>;
}

export interface SealedFileWanted {
  readonly path: string;
  readonly heading: string;
  /** Who may have signed; absent: whoever the file names, which shows damage but not forgery. */
  readonly keys?: readonly NoteKey[];
}

export class BodyBroken extends Error {
  readonly line: number;
  constructor(line: number, cause: unknown) {
    super(`The body breaks off after line ${line}.`, { cause });
    this.name = 'BodyBroken';
    this.line = line;
  }
}

/** Reads and verifies the manifest of a sealed file. Throws refusals `seals.file-...`. */
export async function openSealedFile(wanted: SealedFileWanted): Promise<SealedFile> {
  const { note, bodyStart } = await readNote(wanted.path);
  const claimed = readManifest(note, wanted.path);
  if (claimed.heading !== wanted.heading) {
    throw refusal('seals.file-of-other-kind', {
      file: wanted.path,
      heading: claimed.heading,
      expected: wanted.heading,
    });
  }
  const lines = (): AsyncGenerator<string> => bodyLines(wanted.path, bodyStart);
  const { signedBy, keys } = await signers(note, claimed, { ...wanted, lines });
  return {
    manifest: claimed,
    signedBy,
    keys,
    checkBody: () => checkBody(wanted.path, bodyStart, claimed),
    lines,
  };
}

const manifestShape = z.strictObject({
  heading: z.string(),
  key: z.string(),
  bodyHash: z.string(),
  bodyBytes: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  about: z.record(z.string(), z.unknown()),
});

async function readNote(path: string): Promise<{ readonly note: string; readonly bodyStart: number }> {
  const file = await open(path, 'r');
  try {
    const start = Buffer.alloc(gzipStart.length + 5);
    await file.read(start, 0, start.length, 0);
    const length = start.readUInt16LE(gzipStart.length + 1);
    const member = Buffer.alloc(start.length + length + 8);
    await file.read(member, 0, member.length, 0);
    const content = member.subarray(start.length, start.length + length);
    // Written again it must be the same bytes, down to those that unpacking would pass over.
    if (!storedMember(content).equals(member)) throw refusal('seals.file-unreadable', { file: path });
    return { note: content.toString('utf8'), bodyStart: member.length };
  } finally {
    await file.close();
  }
}

function readManifest(note: string, path: string): Manifest {
  const end = note.lastIndexOf('\n\n');
  try {
    const manifest = manifestShape.parse(JSON.parse(note.slice(0, Math.max(end, 0))));
    if (`${canonicalJson(manifest)}\n` === note.slice(0, end + 1)) return manifest;
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError || cause instanceof TypeError)) throw cause;
  }
  throw refusal('seals.file-unreadable', { file: path });
}

interface Signed {
  readonly signedBy: readonly NoteKey[];
  readonly keys: readonly NoteKey[];
}

/**
 * Who signed the manifest: a wanted key, or one to which a wanted key handed over. A succession proves itself by its two
 * signatures, so it may be read from a body that is not yet trusted; the body is only asked when no wanted key signed.
 */
async function signers(
  note: string,
  manifest: Manifest,
  wanted: SealedFileWanted & { readonly lines: () => AsyncGenerator<string> },
): Promise<Signed> {
  const keys = wanted.keys ?? [noteKey(manifest.key)];
  try {
    return { signedBy: openNote(note, keys).signedBy, keys };
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    const successors = error.reason === 'not-signed-by-a-known-key' ? await successorsOf(wanted, keys) : [];
    const last = successors.at(-1);
    if (last !== undefined && isSignedBy(note, last)) return { signedBy: [last], keys: [...keys, ...successors] };
    throw refusal('seals.file-not-signed', { file: wanted.path, reason: error.reason, claimed: manifest.key });
  }
}

/** What is broken is told when the body is checked; without a signature it is not trusted either way. */
async function successorsOf(
  { lines }: { readonly lines: () => AsyncGenerator<string> },
  keys: readonly NoteKey[],
): Promise<readonly NoteKey[]> {
  try {
    return await successorsIn(lines(), keys);
  } catch (error) {
    if (error instanceof BodyBroken) return [];
    throw error;
  }
}

function isSignedBy(note: string, key: NoteKey): boolean {
  try {
    return openNote(note, [key]).signedBy.length > 0;
  } catch (error) {
    if (error instanceof BadNote) return false;
    throw error;
  }
}

async function checkBody(path: string, bodyStart: number, manifest: Manifest): Promise<void> {
  const bytes = (await stat(path)).size - bodyStart;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { start: bodyStart, highWaterMark: 1_048_576 })) hash.update(piece);
  if (bytes === manifest.bodyBytes && hash.digest('hex') === manifest.bodyHash) return;
  throw refusal('seals.file-changed', { file: path, expectedBytes: manifest.bodyBytes, bytes });
}

async function* bodyLines(path: string, bodyStart: number): AsyncGenerator<string> {
  const unpacked = createGunzip();
  const packed = createReadStream(path, { start: bodyStart, highWaterMark: 1_048_576 });
  packed.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  const decoder = new StringDecoder('utf8');
  // Pieces of a line that has not ended: joined once, so that a line without an end costs no more than its length.
  let open: string[] = [];
  let length = 0;
  let line = 0;
  try {
    for await (const piece of unpacked) {
      const [end = '', ...others] = decoder.write(piece).split('\n');
      open.push(end);
      length += end.length;
      if (length > longestLine) throw new Error('A line is too long.');
      if (others.length === 0) continue;
      const rest = others.pop() ?? '';
      const complete = [open.join(''), ...others];
      open = [rest];
      length = rest.length;
      for (const text of complete) {
        line += 1;
        yield text;
      }
    }
  } catch (cause) {
    throw new BodyBroken(line, cause);
  } finally {
    packed.destroy();
    unpacked.destroy();
  }
  if (length > 0) throw new BodyBroken(line, new Error('The last line has no end.'));
}

/** Longer than any event or row may be; a broken body must not fill the memory. */
const longestLine = 128 * 1024 * 1024;
