import type { Deps } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import type { DocumentSettings } from '../../foundation/settings.ts';
import type { ContentInput } from '../standing-document.ts';
import { contentStore } from '../store/content-store.ts';
import { checkArchive } from './check-archive.ts';
import { checkPdf } from './check-pdf.ts';
import { checkXml } from './check-xml.ts';
import { fileNameFor } from './file-name.ts';
import { firstLook, type RecognizedFile } from './recognize.ts';

/** A file as somebody sent it; its name is whatever the sender called it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Taking {
  /** A set of papers may come as one ZIP where the page asks for one. */
  readonly takesZip?: true;
}

/**
 * Checks a file that was sent and puts it into the store; what a command needs to enter it comes back. Nothing is kept of
 * a file that is refused.
 *
 * @throws Refusal `documents.file-...`, `documents.too-large`, `documents.store-not-reachable`
 */
export async function takeContent(
  deps: Pick<Deps, 'settings' | 'random'>,
  sent: SentFile,
  taking: Taking = {},
): Promise<ContentInput> {
  const { mediaType, ending } = examine(sent, deps.settings.documents, taking);
  const stored = await contentStore(deps).put(inPieces(sent.bytes), { bytes: sent.bytes.length });
  const salt = deps.random.bytes(16).toString('hex');
  return { ...stored, mediaType, fileName: { text: fileNameFor(sent.name, ending), salt } };
}

/** Decides by content what a file is and refuses what may not be kept. */
export function examine(sent: SentFile, settings: DocumentSettings, taking: Taking = {}): RecognizedFile {
  const file = fileNameFor(sent.name, 'x').slice(0, -2);
  const bytes = Buffer.from(sent.bytes.buffer, sent.bytes.byteOffset, sent.bytes.byteLength);
  const first = firstLook(bytes, file);
  const limit = (family: RecognizedFile['family']): void =>
    notTooLarge(bytes, { file, largest: settings.largest[family] });
  if (first === 'archive') {
    limit(taking.takesZip ? 'zip' : 'office');
    const found = checkArchive(bytes, { file, settings, takesZip: taking.takesZip ?? false });
    limit(found.family);
    return found;
  }
  if (first === 'markup') {
    limit('xml');
    return checkXml(bytes, file);
  }
  limit(first.family);
  if (first.family === 'pdf') checkPdf(bytes, file);
  return first;
}

function notTooLarge(bytes: Buffer, { file, largest }: { readonly file: string; readonly largest: number }): void {
  if (bytes.length > largest * 1024 * 1024)
    throw refusal('documents.file-too-large', { file, largest, size: bytes.length });
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1_048_576) yield bytes.subarray(at, at + 1_048_576);
}
