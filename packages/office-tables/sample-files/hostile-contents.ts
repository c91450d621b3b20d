import { anArchive } from './archives.ts';
import { aDocument, paragraph } from './documents.ts';
import { gb18030, utf8 } from './encodings.ts';
import type { HostileFile } from './hostile-file.ts';
import { aSheet, aWorkbook, workbookParts } from './workbooks.ts';

/** Sound archives and texts whose content is hostile, broken or beyond the limits. */
export const hostileContents = (): readonly HostileFile[] => [
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

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function sheetXml(content: string, name = 'xl/worksheets/sheet1.xml'): Uint8Array {
  return aWorkbook({ sheets: [{}], parts: { [name]: content } });
}

const sheetOf = (data: string) => `<worksheet><sheetData>${data}</sheetData></worksheet>`;
const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
const billionLaughs =
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]><worksheet><sheetData>&lol2;</sheetData></worksheet>';
const externalEntity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>';

export function damagedUtf8(): Uint8Array {
  const bytes = utf8('编号,名称\nGB 1-2020,虚构的标准名称很长很长\n');
  bytes[30] = 0xff;
  return bytes;
}
