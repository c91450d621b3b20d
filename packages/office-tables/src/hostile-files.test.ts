import { describe, expect, test } from 'vitest';
import { anArchive, headerField, withDirectory } from '../sample-files/archives.ts';
import { aDocument, paragraph } from '../sample-files/documents.ts';
import { gb18030, utf8 } from '../sample-files/encodings.ts';
import { aSheet, aWorkbook, workbookParts } from '../sample-files/workbooks.ts';
import { explainTableProblem, type Limits, readTables, type TableRefusalCode } from './index.ts';
import { problemTexts } from './problem-texts.ts';
import { refusalTexts } from './refusal-texts.ts';

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
const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
const billionLaughs =
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><worksheet><sheetData>&lol2;</sheetData></worksheet>';
const externalEntity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>';

interface HostileFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly code: TableRefusalCode;
  readonly limits?: Partial<Limits>;
}

const hostile: readonly HostileFile[] = [
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
  { what: 'a billion laughs', bytes: sheetXml(billionLaughs), code: 'office-tables.xml-doctype' },
  { what: 'an external entity', bytes: sheetXml(externalEntity), code: 'office-tables.xml-doctype' },
  {
    what: 'a document type in the relations',
    bytes: anArchive({ '_rels/.rels': externalEntity }),
    code: 'office-tables.xml-doctype',
  },
  {
    what: 'an entity that nobody declared',
    bytes: sheetXml(sheetOf('<row><c><v>&x;</v></c></row>')),
    code: 'office-tables.xml-entity',
  },
  {
    what: 'a reference to no character',
    bytes: sheetXml(sheetOf('<row><c><v>&#x110000;</v></c></row>')),
    code: 'office-tables.xml-entity',
  },
  {
    what: 'elements that close one another',
    bytes: sheetXml('<worksheet><a></b></worksheet>'),
    code: 'office-tables.xml-broken',
  },
  {
    what: 'a part that stops in the middle',
    bytes: sheetXml('<worksheet><sheetData><row><c r="A1'),
    code: 'office-tables.xml-broken',
  },
  { what: 'a comment without end', bytes: sheetXml('<worksheet><!-- '), code: 'office-tables.xml-broken' },
  {
    what: 'a cell beyond the last column',
    bytes: sheetXml(sheetOf('<row r="1"><c r="XFE1"><v>1</v></c></row>')),
    code: 'office-tables.xml-broken',
  },
  {
    what: 'a row beyond the last',
    bytes: sheetXml(sheetOf('<row r="1048577"><c><v>1</v></c></row>')),
    code: 'office-tables.xml-broken',
  },
  {
    what: 'a shared text that does not exist',
    bytes: sheetXml(sheetOf('<row><c t="s"><v>9</v></c></row>')),
    code: 'office-tables.xml-broken',
  },
  {
    what: 'a number that is none',
    bytes: sheetXml(sheetOf('<row><c><v>1e999</v></c></row>')),
    code: 'office-tables.xml-broken',
  },
  {
    what: 'attributes without end',
    bytes: sheetXml(sheetOf(`<row ${Array.from({ length: 2_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`)),
    code: 'office-tables.xml-broken',
  },
  { what: 'elements nested very deep', bytes: sheetXml(deep(300_000)), code: 'office-tables.xml-too-deep' },
  {
    what: 'tables nested in tables',
    bytes: aDocument('<w:tbl><w:tr><w:tc>'.repeat(500) + '</w:tc></w:tr></w:tbl>'.repeat(500)),
    code: 'office-tables.xml-too-deep',
  },
  {
    what: 'a workbook without its sheet',
    bytes: anArchive(
      Object.fromEntries(Object.entries(workbookParts({ sheets: [{}] })).filter(([name]) => !name.includes('sheet1'))),
    ),
    code: 'office-tables.part-missing',
  },
  { what: 'bytes of no encoding', bytes: latin('GB 1\xff\xff\x80\n'), code: 'office-tables.encoding-unknown' },
  { what: 'UTF-8 with a damaged byte', bytes: damagedUtf8(), code: 'office-tables.encoding-broken' },
  {
    what: 'UTF-16 with half a character',
    bytes: latin('\xff\xfeG\0B\0\x00\xd8'),
    code: 'office-tables.encoding-broken',
  },
  {
    what: 'a sheet part that is not UTF-8',
    bytes: aWorkbook({ sheets: [{}], parts: { 'xl/worksheets/sheet1.xml': gb18030(sheetOf('<row>虚构</row>')) } }),
    code: 'office-tables.encoding-broken',
  },
  {
    what: 'too many sheets',
    bytes: aWorkbook({ sheets: Array.from({ length: 101 }, () => ({ rows: [['a']] })) }),
    code: 'office-tables.too-many-sheets',
  },
  {
    what: 'one cell in the last row',
    bytes: sheetXml(
      sheetOf('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ),
    code: 'office-tables.too-many-rows',
  },
  {
    what: 'too many CSV rows',
    bytes: utf8('a,b\n'.repeat(30)),
    limits: { rows: 20 },
    code: 'office-tables.too-many-rows',
  },
  {
    what: 'one cell in the last column',
    bytes: sheetXml(sheetOf('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>')),
    code: 'office-tables.too-many-columns',
  },
  {
    what: 'a CSV line of a million commas',
    bytes: utf8(`${','.repeat(1_000_000)}\n`),
    code: 'office-tables.too-many-columns',
  },
  {
    what: 'too many cells',
    bytes: aSheet(Array.from({ length: 100 }, () => [1, 2, 3])),
    limits: { cells: 200 },
    code: 'office-tables.too-many-cells',
  },
  {
    what: 'merged ranges over one another',
    bytes: aSheet(
      Array.from({ length: 50 }, (_, row) => [row, row, 'x']),
      { merges: Array.from({ length: 2_000 }, () => 'A1:XFD1048576') },
    ),
    code: 'office-tables.too-many-cells',
  },
  {
    what: 'array formulas over one another',
    bytes: sheetXml(
      sheetOf(
        `<row r="1">${'<c r="A1"><f t="array" ref="A1:XFD1048576"/></c>'.repeat(500)}</row><row r="9"><c r="C9"><v>1</v></c></row>`,
      ),
    ),
    code: 'office-tables.too-many-cells',
  },
  {
    what: 'too many paragraphs',
    bytes: aDocument(paragraph('x').repeat(30)),
    limits: { paragraphs: 20 },
    code: 'office-tables.too-many-paragraphs',
  },
  {
    what: 'one long shared text in very many cells',
    bytes: aWorkbook({
      strings: `<si><t>${'长'.repeat(30_000)}</t></si>`,
      sheets: [{ sheetData: `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(5_000)}</sheetData>` }],
    }),
    code: 'office-tables.too-much-text',
  },
  {
    what: 'a long text merged over very many cells',
    bytes: aSheet([['长'.repeat(30_000)], ...Array.from({ length: 5_000 }, () => [null, 'x'])], {
      merges: ['A1:A5001'],
    }),
    code: 'office-tables.too-much-text',
  },
  { what: 'a cell of endless text', bytes: aSheet([['x'.repeat(40_000)]]), code: 'office-tables.cell-too-long' },
  { what: 'a quote without partner', bytes: utf8('a,b\nc,"d\ne,f\ng,h\n'), code: 'office-tables.quote-not-closed' },
  { what: 'a workbook of blank sheets', bytes: aSheet([[null, '  ']]), code: 'office-tables.nothing-inside' },
  { what: 'a text of blank lines', bytes: utf8(' \n\n\t\n'), code: 'office-tables.nothing-inside' },
  { what: 'a document without text', bytes: aDocument(paragraph('')), code: 'office-tables.nothing-inside' },
];

function damagedUtf8(): Uint8Array {
  const bytes = utf8('编号,名称\nGB 1-2020,虚构的标准名称很长很长\n');
  bytes[30] = 0xff;
  return bytes;
}

describe('hostile and broken files end in a refusal that says why', () => {
  test.each(hostile)('$what', ({ bytes, code, limits }) => {
    const result = readTables(bytes, limits ? { limits } : {});
    expect(result).toMatchObject({ ok: false, code });
    if (result.ok) return;
    const { zh, en } = explainTableProblem(result);
    for (const text of [zh.what, zh.remedy, en.what, en.remedy]) expect(text).not.toMatch(/[{}?]|undefined|^$/);
    expect(`${zh.what}${zh.remedy}`).toMatch(/[一-鿿]/);
  });

  test('every refusal is reached by one of these files', () => {
    expect(new Set(hostile.map(({ code }) => code))).toEqual(new Set(Object.keys(refusalTexts)));
  });

  test('a refusal names the place where it is known', () => {
    const result = readTables(utf8('a,b\nc,"d\ne,f\ng,h\n'));
    expect(result).toMatchObject({ place: { row: 2 } });
    if (!result.ok) expect(explainTableProblem(result).zh.what).toContain('第 2 行');
  });

  test('the place of a damaged byte is given', () => {
    expect(readTables(damagedUtf8())).toMatchObject({ place: { offset: 30 } });
  });
});

test('no more remarks are kept than allowed, and their number is told', () => {
  const result = readTables(aSheet(Array.from({ length: 50 }, () => [{ formula: 'A1' }])), {
    limits: { problems: 10 },
  });
  expect(result.ok && result.problems.length).toBe(11);
  expect(result.ok && result.problems.at(-1)).toEqual({
    code: 'office-tables.more-problems',
    place: {},
    details: { count: 40 },
  });
});

test('every remark has a text with remedy in both languages', () => {
  for (const [zhWhat, zhRemedy, enWhat, enRemedy] of Object.values(problemTexts)) {
    expect(zhWhat + zhRemedy).toMatch(/[一-鿿].*。/);
    expect(enWhat).toMatch(/^[A-Z{].*\.$/);
    expect(enRemedy).toMatch(/\.$/);
  }
});
