import {
  decodeXml,
  defaultLimits,
  type Limits,
  openZip,
  Refused,
  scanXml,
  type ZipArchive,
} from '@guiju/office-tables';
import { Refusal, refusal } from '../../foundation/refusal.ts';
import type { DocumentSettings } from '../../foundation/settings.ts';
import { officeFiles, type RecognizedFile, zipFile } from './recognize.ts';

/** What is asked of an archive: the file's name for the answer, the limits, and whether a plain ZIP is wanted here. */
export interface ArchiveAsked {
  readonly file: string;
  readonly settings: DocumentSettings;
  readonly takesZip: boolean;
}

/**
 * Looks into an archive: an office document without macros, foreign parts or archives within archives, or a plain ZIP where
 * one was asked for. Every part is unpacked once, no further than stated and allowed.
 *
 * @throws Refusal `documents.file-broken`, `documents.file-bursts`, `documents.file-encrypted`, `documents.file-macros`, `documents.file-active`,
 * `documents.file-nested`, `documents.file-kind-not-taken`, `documents.file-entities`
 */
export function checkArchive(bytes: Buffer, asked: ArchiveAsked): RecognizedFile {
  return inWords(asked.file, () => {
    refuseSurroundings(bytes, asked.file);
    return checked(openZip(bytes, limitsOf(asked.settings)), asked, 0);
  });
}

export function limitsOf(settings: DocumentSettings): Limits {
  const mebibyte = 1024 * 1024;
  return { ...defaultLimits, unpackedBytes: settings.unpacked * mebibyte, ratio: settings.ratio };
}

/** An archive begins at its first byte; behind its end stands at most its own comment. */
function refuseSurroundings(bytes: Buffer, file: string): void {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end === -1 || end + 22 > bytes.length)
    throw refusal('documents.file-broken', { file, kind: 'ZIP', place: bytes.length });
  const after = bytes.length - (end + 22 + bytes.readUInt16LE(end + 20));
  if (after !== 0) throw refusal('documents.file-two-kinds', { file, place: bytes.length - after });
}

function checked(archive: ZipArchive, asked: ArchiveAsked, depth: number): RecognizedFile {
  const kind = officeKind(archive, asked.file);
  if (kind === undefined && !(asked.takesZip && depth === 0)) throw notTaken(asked.file, depth);
  for (const name of archive.names) {
    if (name.endsWith('/')) continue;
    checkPart(name, Buffer.from(archive.unpack(name)), { ...asked, depth, isOffice: kind !== undefined });
  }
  return kind ?? zipFile;
}

function notTaken(file: string, depth: number): Refusal {
  return depth > 0
    ? refusal('documents.file-nested', { file, part: '' })
    : refusal('documents.file-kind-not-taken', { file, kind: 'ZIP' });
}

/** What the archive says it is (ISO/IEC 29500-2, 7.2.3); undefined when it is no office document. */
function officeKind(archive: ZipArchive, file: string): RecognizedFile | undefined {
  const place = '[Content_Types].xml';
  if (!archive.has(place)) return undefined;
  const types = decodeXml(archive.unpack(place), place);
  if (/macroEnabled|vbaProject|ms-office\.activeX/i.test(types))
    throw refusal('documents.file-macros', { file, part: place });
  if (types.includes('wordprocessingml.document.main+xml')) return officeFiles.docx;
  if (types.includes('spreadsheetml.sheet.main+xml')) return officeFiles.xlsx;
  throw refusal('documents.file-kind-not-taken', { file, kind: 'Office' });
}

interface PartAsked extends ArchiveAsked {
  readonly depth: number;
  readonly isOffice: boolean;
}

const macroParts =
  /(?:^|\/)(?:vbaProject|vbaData|attachedToolbars)[^/]*$|\/activeX\/|\/macrosheets\/|\/(?:xlm|dialog)sheets\//i;
const runnableParts =
  /\.(?:exe|dll|com|bat|cmd|scr|msi|lnk|js|vbs|ps1|sh|jar|hta|docm|dotm|xlsm|xltm|xlam|pptm|html?|svg)$/i;
const archiveMark = Buffer.from('PK\x03\x04', 'latin1');
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

function checkPart(name: string, bytes: Buffer, asked: PartAsked): void {
  const { file, depth, isOffice } = asked;
  if (macroParts.test(`/${name}`)) throw refusal('documents.file-macros', { file, part: name });
  // A drawing of an office document may be kept as SVG beside its picture; it is never served by itself.
  if (runnableParts.test(name) && !(isOffice && /\.svg$/i.test(name)))
    throw refusal('documents.file-active', { file, part: name });
  if (bytes.subarray(0, 4).equals(compoundMark)) throw refusal('documents.file-active', { file, part: name });
  if (bytes.subarray(0, 4).equals(archiveMark)) checkInner(name, bytes, asked);
  else if (isOffice && /\.(?:xml|rels)$/i.test(name)) checkXmlPart(name, bytes, { file, depth });
}

/** A chart brings its figures as a workbook, a set of papers its documents; an archive in one of those is one too many. */
function checkInner(name: string, bytes: Buffer, asked: PartAsked): void {
  const { file, settings, depth } = asked;
  if (depth > 0) throw refusal('documents.file-nested', { file, part: name });
  const inner = inWords(`${file} › ${name}`, () => {
    const archive = openZip(bytes, limitsOf(settings));
    return archive.has('[Content_Types].xml') ? archive : undefined;
  });
  if (!inner) throw refusal('documents.file-nested', { file, part: name });
  inWords(`${file} › ${name}`, () =>
    checked(inner, { file: `${file} › ${name}`, settings, takesZip: false }, depth + 1),
  );
}

/** Templates, frames and objects from elsewhere are fetched when the document is opened; a link is followed by hand. */
const fetched = /\/(?:attachedTemplate|frame|subDocument|oleObject|externalLinkPath|image|aFChunk)$/;

function checkXmlPart(name: string, bytes: Buffer, { file }: { readonly file: string; readonly depth: number }): void {
  scanXml(
    { text: decodeXml(bytes, name), part: name, depth: defaultLimits.xmlDepth },
    {
      open(element, attributes) {
        if (element === 'altChunk') throw refusal('documents.file-active', { file, part: name });
        if (element !== 'Relationship') return;
        const found = attributes();
        if (found.get('TargetMode') === 'External' && fetched.test(found.get('Type') ?? ''))
          throw refusal('documents.file-active', { file, part: name });
      },
      close() {},
      text() {},
    },
  );
}

const codes: Readonly<Record<string, string>> = {
  'office-tables.password-protected': 'documents.file-encrypted',
  'office-tables.zip-bomb': 'documents.file-bursts',
  'office-tables.zip-too-many-entries': 'documents.file-bursts',
  'office-tables.xml-doctype': 'documents.file-entities',
  'office-tables.xml-entity': 'documents.file-entities',
};

/** Refusals of the reader of archives in the words of documents, with the file and the place in it. */
export function inWords<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, place } = error.refusal;
    const where = place.part ?? place.offset ?? '';
    throw new Refusal(codes[code] ?? 'documents.file-broken', { file, kind: 'ZIP', place: where, part: String(where) });
  }
}
