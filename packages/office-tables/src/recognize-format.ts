import { refuse } from './refused.ts';

/**
 * Says by the first bytes whether a file is an archive or a text, and refuses by name what is neither: the name that the
 * sender gave it is not asked.
 */
export function recognizeFormat(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) refuse('office-tables.file-empty');
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return 'zip';
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) refuseCompound(bytes);
  if (/^\x09[\x00\x02\x04\x08]/.test(latin(bytes.subarray(0, 2))) && bytes[1] !== 9 && hasZeroByte(bytes))
    refuse('office-tables.legacy-format', {}, { format: 'xls' });
  const known = signatures.find(([signature]) => startsWith(bytes, signature));
  if (known) refuse('office-tables.not-a-table-file', {}, { format: known[1] });
  const start = latin(bytes.subarray(0, 2048))
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (/^<(!doctype\s+html|html|head|body|table|meta|style|div|p)\b/.test(start)) refuse('office-tables.html');
  if (/^<\?xml/.test(start) && /<html\b/.test(start)) refuse('office-tables.html');
  if (/^<(\?xml|!doctype|!--|[a-z][\w:.-]*[\s>/])/.test(start)) refuse('office-tables.xml-file');
  return 'text';
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['BM', 'BMP'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7z'],
  ['\x1f\x8b', 'gzip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['PK\x07\x08', 'split ZIP'],
  ['\x7fELF', 'ELF'],
  ['MZ', 'EXE'],
  ['SQLite format 3', 'SQLite'],
  ['PAR1', 'Parquet'],
  ['II*\x00', 'TIFF'],
  ['MM\x00*', 'TIFF'],
];

/** The compound file of old office programs; new ones wrap an encrypted archive in it (MS-OFFCRYPTO 2.3.4). */
function refuseCompound(bytes: Uint8Array): never {
  const text = latin(bytes.subarray(0, 4 * 1024 * 1024));
  const has = (name: string) => text.includes([...name].join('\0'));
  if (has('EncryptedPackage')) return refuse('office-tables.password-protected');
  if (has('WordDocument')) return refuse('office-tables.legacy-format', {}, { format: 'doc' });
  if (has('Workbook') || has('Book')) return refuse('office-tables.legacy-format', {}, { format: 'xls' });
  return refuse('office-tables.legacy-format', {}, { format: 'OLE' });
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  // Two letters begin many a text; a picture or a program has zero bytes as well.
  if (signature.length < 3 && !hasZeroByte(bytes)) return false;
  return latin(bytes.subarray(0, signature.length)) === signature;
}

function hasZeroByte(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).includes(0);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0100-\uffff]/g, (shown) => windows1252.get(shown) ?? shown);
}

/** The decoder that the web calls latin1 is Windows-1252; its 27 letters above FF are turned back into their bytes. */
const windows1252: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 32 }, (_, index) => {
    const byte = 0x80 + index;
    return [new TextDecoder('latin1').decode(Uint8Array.of(byte)), String.fromCharCode(byte)] as const;
  }),
);
