import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hostileArchives } from '../../../packages/office-tables/sample-files/hostile-archives.ts';
import { Refusal, refusalMessage } from '../../foundation/refusal.ts';
import { readSettings } from '../../foundation/settings.ts';
import { fileNameFor } from './file-name.ts';
import { intakeRefusals } from './refusals.ts';
import { examine, type Taking } from './take-content.ts';

const settings = readSettings({}, '/nowhere').documents;
const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

type Parts = Readonly<Record<string, string | Uint8Array>>;
const zip = (parts: Parts): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
    ),
  );

const wordTypes =
  '<Types xmlns="x"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<Relationships xmlns="x"><Relationship Id="r" Type="a/officeDocument" Target="word/document.xml"/></Relationships>';
const body = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>范围</w:t></w:r></w:p></w:body></w:document>';
const word = (parts: Parts = {}): Buffer =>
  zip({ '[Content_Types].xml': wordTypes, '_rels/.rels': relations, 'word/document.xml': body, ...parts });
const workbook = zip({
  '[Content_Types].xml':
    '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  'xl/workbook.xml': '<workbook/>',
});
const pdf = (more = '', after = ''): Buffer =>
  bytesOf(`%PDF-1.7\n1 0 obj<</Type/Catalog${more}>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n${after}`);
const packedInPdf = (objects: string): Buffer =>
  Buffer.concat([
    bytesOf('%PDF-1.7\n2 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>stream\n'),
    deflateSync(bytesOf(objects)),
    bytesOf('\nendstream endobj\n%%EOF\n'),
  ]);
const png = bytesOf('\x89PNG\r\n\x1a\n----IEND\xaeB`\x82');
const compound = (stream: string): Buffer =>
  Buffer.concat([bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), bytesOf([...stream].join('\0'))]);
const sts = (head = '', content = '<front/><body><sec id="s1"><title>范围</title></sec></body>'): Buffer =>
  utf8(`<?xml version="1.0" encoding="UTF-8"?>\n${head}<standard xmlns:xlink="x">${content}</standard>`);

describe('what a file is, says its content', () => {
  test.each<readonly [string, string, Buffer, string, string]>([
    ['a PDF', 'draft.pdf', pdf(), 'application/pdf', 'draft.pdf'],
    ['a PDF that calls itself a picture', '扫描.png', pdf(), 'application/pdf', '扫描.pdf'],
    ['a PDF that calls itself a program', 'invoice.exe', pdf(), 'application/pdf', 'invoice.pdf'],
    [
      'a word-processor document',
      'a.docx',
      word(),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'a.docx',
    ],
    [
      'one with the figures of its chart',
      'a.doc',
      word({ 'word/embeddings/figures.xlsx': workbook }),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'a.docx',
    ],
    ['a workbook', 'a.zip', workbook, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'a.xlsx'],
    ['NISO STS', 'gb.xml', sts(), 'application/xml', 'gb.xml'],
    [
      'NISO STS that names its document type',
      'gb',
      sts('<!DOCTYPE standard PUBLIC "-//NISO//DTD" "NISO-STS.dtd">'),
      'application/xml',
      'gb.xml',
    ],
    ['a picture', 'GB 9706.1', png, 'image/png', 'GB 9706.1.png'],
    ['a JPEG', 'p.jpg', bytesOf('\xff\xd8\xff\xe0----\xff\xd9'), 'image/jpeg', 'p.jpg'],
    ['a WebP', 'p', bytesOf('RIFF\x04\0\0\0WEBP'), 'image/webp', 'p.webp'],
    ['a TIFF', 'p.tiff', bytesOf('II*\0----'), 'image/tiff', 'p.tif'],
    ['a plain text', 'note', utf8('1 范围\n本文件规定了 5 < 6 的要求。'), 'text/plain; charset=utf-8', 'note.txt'],
  ])('%s', (_, name, bytes, mediaType, kept) => {
    const found = examine({ name, bytes }, settings);
    expect(found.mediaType).toBe(mediaType);
    expect(fileNameFor(name, found.ending)).toBe(kept);
  });

  test('a ZIP is taken only where a set of papers is asked for', () => {
    const set = zip({ '报批稿.docx': word(), '说明.txt': 'x', 'photos/': '' });
    expect(examine({ name: 'set.zip', bytes: set }, settings, { takesZip: true }).mediaType).toBe('application/zip');
    expect(() => examine({ name: 'set.zip', bytes: set }, settings)).toThrow('documents.file-kind-not-taken');
  });
});

const bomb = zip({ '[Content_Types].xml': wordTypes, 'word/document.xml': ' '.repeat(20_000_000) });
const zipOf = (depth: number): Buffer => (depth === 0 ? zip({ a: 'x' }) : zip({ 'inner.zip': zipOf(depth - 1) }));
const external = (type: string): Parts => ({
  'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="r" Type="http://x/${type}" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>`,
});

describe('a file is refused in words, with its name and the place, and nothing of it is kept', () => {
  test.each<readonly [string, Buffer, string, Taking | undefined]>(
    rowsOf([
      ['zero bytes', Buffer.alloc(0), 'documents.file-empty'],
      ['a part that unpacks a thousandfold', bomb, 'documents.file-bursts'],
      [
        'an archive within an archive',
        zip({ 'inner.zip': zip({ a: 'x' }) }),
        'documents.file-nested',
        { takesZip: true },
      ],
      ['archives ten deep', zipOf(10), 'documents.file-nested', { takesZip: true }],
      [
        'a workbook in a document in a set of papers',
        zip({ 'a.docx': word({ 'word/embeddings/b.xlsx': workbook }) }),
        'documents.file-nested',
        { takesZip: true },
      ],
      [
        'a document with an archive inside',
        word({ 'word/embeddings/x.bin': zip({ a: 'x' }) }),
        'documents.file-nested',
      ],
      [
        'DOCM by its content type',
        zip({
          '[Content_Types].xml': wordTypes.replace(
            'openxmlformats-officedocument.wordprocessingml.document',
            'ms-word.document.macroEnabled',
          ),
        }),
        'documents.file-macros',
      ],
      ['a document with vbaProject.bin', word({ 'word/vbaProject.bin': 'x' }), 'documents.file-macros'],
      [
        'a workbook with macros inside a document',
        word({
          'word/embeddings/m.xlsx': zip({
            '[Content_Types].xml': '<Types ContentType="spreadsheetml.sheet.main+xml vbaProject"/>',
          }),
        }),
        'documents.file-macros',
      ],
      ['ActiveX', word({ 'word/activeX/activeX1.xml': '<x/>' }), 'documents.file-macros'],
      ['an OLE object', word({ 'word/embeddings/oleObject1.bin': compound('Package') }), 'documents.file-active'],
      ['a template from elsewhere', word(external('attachedTemplate')), 'documents.file-active'],
      ['a picture from elsewhere', word(external('image')), 'documents.file-active'],
      [
        'a page of the web as a part of the text',
        word({ 'word/document.xml': '<w:document><w:altChunk r:id="a"/></w:document>' }),
        'documents.file-active',
      ],
      ['a program in a set of papers', zip({ 'setup.exe': 'MZ' }), 'documents.file-active', { takesZip: true }],
      [
        'entities in a part',
        word({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }),
        'documents.file-entities',
      ],
      ['a presentation', zip({ '[Content_Types].xml': '<Types/>' }), 'documents.file-kind-not-taken'],
      [
        'a page of the web behind an archive',
        Buffer.concat([word(), utf8('<script>alert(1)</script>')]),
        'documents.file-two-kinds',
      ],
      [
        'a PDF with a page of the web in its head',
        bytesOf('%PDF-1.7\n<html><script>alert(1)</script>\n%%EOF'),
        'documents.file-two-kinds',
      ],
      ['a PDF with an archive behind it', Buffer.concat([pdf(), zip({ a: 'x' })]), 'documents.file-two-kinds'],
      ['a PDF with a file behind it', pdf('', 'x'.repeat(5_000)), 'documents.file-two-kinds'],
      [
        'a page of the web with a PDF in it',
        utf8('<!DOCTYPE html><html><body>%PDF-1.7 %%EOF</body></html>'),
        'documents.file-markup',
      ],
      ['a text with a script', utf8('hello <script>alert(1)</script>'), 'documents.file-markup'],
      ['an encrypted PDF', pdf('>>endobj 9 0 obj<</Filter/Standard/Encrypt 8 0 R'), 'documents.file-encrypted'],
      ['a PDF with a script', pdf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>'), 'documents.file-active'],
      [
        'a PDF with a script in disguise',
        pdf('/OpenAction<</S/J#61vaScript/J#53(app.alert(1))>>'),
        'documents.file-active',
      ],
      ['a PDF with a script among packed objects', packedInPdf('1 0 <</S/JavaScript/JS(x)>>'), 'documents.file-active'],
      ['a PDF that starts a program', pdf('/OpenAction<</S/Launch/F(cmd)>>'), 'documents.file-active'],
      ['a PDF without an end', bytesOf('%PDF-1.7\n1 0 obj'), 'documents.file-broken'],
      ['a picture cut off', png.subarray(0, 10), 'documents.file-broken'],
      ['an archive cut off', word().subarray(0, -30), 'documents.file-broken'],
      ['an old office file', compound('WordDocument'), 'documents.file-old-office'],
      ['an encrypted office file', compound('EncryptedPackage'), 'documents.file-encrypted'],
      ['XML that is no STS', utf8('<?xml version="1.0"?><project/>'), 'documents.file-markup'],
      ['SVG', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'documents.file-markup'],
      ['STS with a script', sts('', '<script>1</script>'), 'documents.file-markup'],
      [
        'STS with entities',
        sts('<!DOCTYPE standard [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
        'documents.file-entities',
      ],
      ['STS with an entity nobody declared', sts('', '<p>&secret;</p>'), 'documents.file-entities'],
      ['STS that breaks off', utf8('<standard><front>'), 'documents.file-broken'],
      ['a program', bytesOf('MZ\x90\0'), 'documents.file-kind-not-taken'],
      ['a script', utf8('#!/bin/sh\nrm -rf /'), 'documents.file-kind-not-taken'],
      ['RTF', utf8('{\\rtf1 hello}'), 'documents.file-kind-not-taken'],
      ['bytes of no kind', Buffer.from([1, 2, 3, 0, 255, 254, 0, 1]), 'documents.file-kind-not-taken'],
    ]),
  )('%s', (_, bytes, code, taking) => {
    const refused = refusedBy(() => examine({ name: '报批稿\u202e.docx', bytes }, settings, taking));
    expect(refused?.code).toBe(code);
    for (const lang of ['zh-Hans', 'en'] as const) {
      const { text } = refusalMessage(intakeRefusals, refused ?? { code: '' }, lang);
      expect(text).toContain('报批稿');
      expect(text).not.toMatch(/\{\w+\}|\u202e/);
    }
  });

  const broken = /bomb|broken|unsafe|duplicate|too-many-entries|password/;
  test.each(hostileArchives().filter(({ limits, code }) => limits === undefined && broken.test(code)))(
    '$what, wherever an archive is taken',
    ({ bytes }) => {
      expect(refusedBy(() => examine({ name: 'a.docx', bytes }, settings))?.code).toMatch(/^documents\.file-/);
      expect(refusedBy(() => examine({ name: 'a.zip', bytes }, settings, { takesZip: true }))).toBeInstanceOf(Refusal);
    },
  );

  test('larger than its kind may be', () => {
    const small = { ...settings, largest: { ...settings.largest, text: 1 } };
    expect(refusedBy(() => examine({ name: 'a', bytes: Buffer.alloc(1_048_577, 'a') }, small))).toMatchObject({
      code: 'documents.file-too-large',
      details: { largest: 1, size: 1_048_577 },
    });
  });
});

function rowsOf(
  rows: readonly (readonly [string, Buffer, string, Taking?])[],
): readonly (readonly [string, Buffer, string, Taking | undefined])[] {
  return rows.map(([what, bytes, code, taking]) => [what, bytes, code, taking]);
}

function refusedBy(work: () => unknown): Refusal | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

describe('the name of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\fakepath\\报批稿.PDF', '报批稿.pdf'],
    ['\u202egpj.exe', 'gpj.pdf'],
    ['a\u0000b\nc\u200f.pdf', 'abc.pdf'],
    ['"quoted"; filename=x.html', '_quoted_; filename=x.pdf'],
    ['...', 'document.pdf'],
    ['', 'document.pdf'],
    ['GB/T 1.1-2020.docx', 'T 1.1-2020.pdf'],
    ['标'.repeat(500), `${'标'.repeat(120)}.pdf`],
  ])('%j is kept as %j', (given, kept) => {
    expect(fileNameFor(given, 'pdf')).toBe(kept);
  });
});
