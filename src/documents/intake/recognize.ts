import { decodeText, Refused } from '@guiju/office-tables';
import { refusal } from '../../foundation/refusal.ts';

/** The families of files that are taken, each with a largest size of its own in the settings. */
export type FileFamily = 'pdf' | 'office' | 'xml' | 'image' | 'text' | 'zip';

/** What a content is, by its bytes alone. */
export interface RecognizedFile {
  readonly family: FileFamily;
  readonly mediaType: string;
  readonly ending: string;
}

const docx: RecognizedFile = {
  family: 'office',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ending: 'docx',
};
const xlsx: RecognizedFile = {
  family: 'office',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ending: 'xlsx',
};
export const officeFiles = { docx, xlsx } as const;
export const zipFile: RecognizedFile = { family: 'zip', mediaType: 'application/zip', ending: 'zip' };
export const stsFile: RecognizedFile = { family: 'xml', mediaType: 'application/xml', ending: 'xml' };

const image = (mediaType: string, ending: string): RecognizedFile => ({ family: 'image', mediaType, ending });

const pictures: readonly (readonly [(bytes: Buffer) => boolean, RecognizedFile])[] = [
  [
    (bytes) => starts(bytes, '\x89PNG\r\n\x1a\n') && bytes.subarray(-8, -4).equals(latin('IEND')),
    image('image/png', 'png'),
  ],
  [
    (bytes) => starts(bytes, '\xff\xd8\xff') && bytes.subarray(-2).equals(latin('\xff\xd9')),
    image('image/jpeg', 'jpg'),
  ],
  [
    (bytes) =>
      starts(bytes, 'RIFF') &&
      bytes.subarray(8, 12).equals(latin('WEBP')) &&
      bytes.readUInt32LE(4) === bytes.length - 8,
    image('image/webp', 'webp'),
  ],
  [(bytes) => starts(bytes, 'II*\0') || starts(bytes, 'MM\0*'), image('image/tiff', 'tif')],
];

/** What is known and not taken, so that the answer can say so. */
const others: readonly (readonly [string, string])[] = [
  ['{\\rtf', 'RTF'],
  ['\x89PNG', 'PNG*'],
  ['\xff\xd8\xff', 'JPEG*'],
  ['RIFF', 'RIFF'],
  ['GIF8', 'GIF'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['\x7fELF', 'ELF'],
  ['MZ', 'EXE'],
  ['#!', 'script'],
  ['SQLite format 3', 'SQLite'],
];

/** `archive` and `markup` have to be looked into before it is known what they are. */
export type FirstLook = RecognizedFile | 'archive' | 'markup';

/**
 * Decides by the bytes what a content is; neither its name nor what the sender said of it is asked.
 *
 * @throws Refusal `documents.file-empty`, `documents.file-encrypted`, `documents.file-old-office`, `documents.file-broken`, `documents.file-markup`,
 * `documents.file-kind-not-taken`
 */
export function firstLook(bytes: Buffer, file: string): FirstLook {
  if (bytes.length === 0) throw refusal('documents.file-empty', { file });
  if (starts(bytes, '%PDF-')) return { family: 'pdf', mediaType: 'application/pdf', ending: 'pdf' };
  if (starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')) return 'archive';
  if (starts(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) throw compound(bytes, file);
  const picture = pictures.find(([is]) => is(bytes));
  if (picture) return picture[1];
  const other = others.find(([mark]) => starts(bytes, mark));
  if (other) {
    if (other[1].endsWith('*'))
      throw refusal('documents.file-broken', { file, kind: other[1].slice(0, -1), place: bytes.length });
    throw refusal('documents.file-kind-not-taken', { file, kind: other[1] });
  }
  return textOrMarkup(bytes, file);
}

/** Old office files and encrypted new ones come in the same wrapping (MS-OFFCRYPTO 2.3.4). */
function compound(bytes: Buffer, file: string) {
  const start = bytes.subarray(0, 4 * 1024 * 1024).toString('latin1');
  const isEncrypted = start.includes([...'EncryptedPackage'].join('\0'));
  return refusal(isEncrypted ? 'documents.file-encrypted' : 'documents.file-old-office', { file });
}

const markup = /^\s*<(?:\?xml|!--|!doctype|[a-z_][\w:.-]*[\s/>])/i;
const runnable = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed)\b/i;

function textOrMarkup(bytes: Buffer, file: string): FirstLook {
  const { text, encoding } = decoded(bytes, file);
  const start = text.slice(0, 65_536).replace(/^\ufeff/, '');
  if (markup.test(start)) return 'markup';
  // A browser that guesses would find a page in it.
  if (runnable.test(start)) throw refusal('documents.file-markup', { file, kind: 'HTML' });
  if (/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text))
    throw refusal('documents.file-kind-not-taken', { file, kind: 'binary' });
  return { family: 'text', mediaType: `text/plain; charset=${encoding}`, ending: 'txt' };
}

function decoded(bytes: Buffer, file: string): { readonly text: string; readonly encoding: string } {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof Refused) throw refusal('documents.file-kind-not-taken', { file, kind: 'binary' });
    throw error;
  }
}

function starts(bytes: Buffer, mark: string): boolean {
  return bytes.subarray(0, mark.length).equals(latin(mark));
}

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
