import { anArchive, headerField, withDirectory } from './archives.ts';
import { utf8 } from './encodings.ts';
import type { HostileFile } from './hostile-file.ts';
import { aSheet, aWorkbook, workbookParts } from './workbooks.ts';

/** Archives that lie, climb or burst, and files that are something else. */
export const hostileArchives = (): readonly HostileFile[] => [
  { what: 'a file of no bytes', bytes: new Uint8Array(), code: 'office-tables.file-empty' },
  { what: 'a file over the limit', bytes: plain, limits: { fileBytes: 100 }, code: 'office-tables.file-too-large' },
  {
    what: 'a part that unpacks a thousandfold',
    bytes: sheetXml(' '.repeat(20_000_000)),
    code: 'office-tables.zip-bomb',
  },
  {
    what: 'parts that unpack to more than the limit together',
    bytes: anArchive({ ...workbookParts({ sheets: [{}] }), a: 'x'.repeat(900_000), b: 'y'.repeat(900_000) }),
    limits: { unpackedBytes: 1_500_000 },
    code: 'office-tables.zip-bomb',
  },
  {
    what: 'a part named as many sheets, unpacked again and again',
    bytes: aWorkbook({
      sheets: Array.from({ length: 50 }, (_, index) => ({ name: `s${index}` })),
      parts: {
        'xl/worksheets/sheet1.xml': sheetOf('<row><c><v>1</v></c></row>'.repeat(1000)),
        'xl/_rels/workbook.xml.rels': `<Relationships>${Array.from({ length: 50 }, (_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet1.xml"/>`).join('')}</Relationships>`,
      },
    }),
    limits: { unpackedBytes: 200_000 },
    code: 'office-tables.zip-bomb',
  },
  {
    what: 'an archive that states a smaller size than it has',
    bytes: withDirectory(sheetXml(sheetOf('<row/>'.repeat(50_000))), (view, header) =>
      view.setUint32(
        header + headerField.unpacked,
        Math.min(500, view.getUint32(header + headerField.unpacked, true)),
        true,
      ),
    ),
    code: 'office-tables.zip-bomb',
  },
  {
    what: 'an archive whose entries overlap',
    bytes: withDirectory(plain, (view, header, index) => {
      if (index > 0) view.setUint32(header + headerField.local, 0, true);
    }),
    code: 'office-tables.zip-bomb',
  },
  { what: 'a truncated archive', bytes: plain.subarray(0, plain.length - 200), code: 'office-tables.zip-broken' },
  { what: 'an archive with nothing but its first bytes', bytes: latin('PK\x03\x04'), code: 'office-tables.zip-broken' },
  {
    what: 'an archive with a wrong check sum',
    bytes: withDirectory(plain, (view, header) => view.setUint32(header + headerField.crc, 1, true)),
    code: 'office-tables.zip-broken',
  },
  {
    what: 'an archive of an unknown packing method',
    bytes: withDirectory(plain, (view, header) => view.setUint16(header + headerField.method, 14, true)),
    code: 'office-tables.zip-broken',
  },
  {
    what: 'an archive that states a larger size than it has',
    bytes: withDirectory(plain, (view, header) => view.setUint32(header + headerField.unpacked, 90_000, true)),
    code: 'office-tables.zip-broken',
  },
  {
    what: 'an archive of too many parts',
    bytes: anArchive({
      ...workbookParts({ sheets: [{}] }),
      ...Object.fromEntries(Array.from({ length: 2_500 }, (_, i) => [`x/${i}`, ''])),
    }),
    code: 'office-tables.zip-too-many-entries',
  },
  {
    what: 'a name that climbs out of the archive',
    bytes: anArchive({ '_rels/.rels': '', '../../etc/passwd': 'x' }),
    code: 'office-tables.zip-unsafe-name',
  },
  {
    what: 'a name that climbs by backslashes',
    bytes: anArchive({ 'xl\\..\\..\\x': 'x' }),
    code: 'office-tables.zip-unsafe-name',
  },
  {
    what: 'a name of an absolute path',
    bytes: anArchive({ '/etc/passwd': 'x' }),
    code: 'office-tables.zip-unsafe-name',
  },
  { what: 'a name with a drive letter', bytes: anArchive({ 'C:/x': 'x' }), code: 'office-tables.zip-unsafe-name' },
  {
    what: 'one part under two spellings',
    bytes: anArchive({ 'a.xml': '1', 'A.XML': '2' }),
    code: 'office-tables.zip-duplicate-name',
  },
  {
    what: 'an archive of something else',
    bytes: anArchive({ 'readme.txt': 'x' }),
    code: 'office-tables.zip-not-office',
  },
  {
    what: 'an archive within an archive',
    bytes: anArchive({ 'inner.xlsx': plain }),
    code: 'office-tables.zip-not-office',
  },
  {
    what: 'an archive of encrypted entries',
    bytes: withDirectory(plain, (view, header) => view.setUint16(header + headerField.flags, 1, true)),
    code: 'office-tables.password-protected',
  },
  {
    what: 'a workbook with a password',
    bytes: compound('EncryptionInfo', 'EncryptedPackage'),
    code: 'office-tables.password-protected',
  },
  { what: 'an old workbook', bytes: compound('Workbook'), code: 'office-tables.legacy-format' },
  { what: 'an old document', bytes: compound('WordDocument'), code: 'office-tables.legacy-format' },
  {
    what: 'a very old workbook',
    bytes: latin('\x09\x08\x10\x00\x00\x06\x05\x00'),
    code: 'office-tables.legacy-format',
  },
  {
    what: 'a binary workbook',
    bytes: anArchive({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      'xl/workbook.bin': 'x',
    }),
    code: 'office-tables.binary-workbook',
  },
  {
    what: 'a presentation',
    bytes: anArchive({
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
      'ppt/presentation.xml': '<p/>',
    }),
    code: 'office-tables.other-office-format',
  },
  {
    what: 'an OpenDocument sheet',
    bytes: anArchive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    code: 'office-tables.other-office-format',
  },
  { what: 'a PDF', bytes: latin('%PDF-1.7\n'), code: 'office-tables.not-a-table-file' },
  { what: 'a picture', bytes: latin('\x89PNG\r\n\x1a\n\0\0'), code: 'office-tables.not-a-table-file' },
  {
    what: 'a text with zero bytes',
    bytes: latin('GB 1-2020,x\nGB 2-2020,y\n GB 3\0x,z and so on'),
    code: 'office-tables.not-a-table-file',
  },
  {
    what: 'a web page called .xls',
    bytes: utf8('\ufeff\n<html><table><tr><td>GB 1</td></tr></table></html>'),
    code: 'office-tables.html',
  },
  {
    what: 'an XML sheet of 2003',
    bytes: utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    code: 'office-tables.xml-file',
  },
  { what: 'one JSON array', bytes: utf8('[\n {"number":"GB 1"}\n]'), code: 'office-tables.json-not-lines' },
];

const plain = aSheet([
  ['编号', '名称'],
  ['GB 1-2020', '虚构'],
]);

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function compound(...names: readonly string[]): Uint8Array {
  const directory = names.map((name) => `${[...name].join('\0')}\0`).join('\0\0');
  return latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}${directory}`);
}

function sheetXml(content: string, name = 'xl/worksheets/sheet1.xml'): Uint8Array {
  return aWorkbook({ sheets: [{}], parts: { [name]: content } });
}

const sheetOf = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;
