import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../src/foundation/sql.ts';
import { bulkLoop } from '../../src/standards/exports/bulk-loop.ts';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';
import { on } from '../support/standards-register.ts';

withoutTraces();
let house: StandardsApp;
const standards = 230;

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB/T 1.1-2020', {
    titles: [
      { lang: 'zh-Hans', text: '=HYPERLINK("http://evil.example")', standing: 'official' },
      { lang: 'en', text: '</title><script>&', standing: 'unofficial' },
    ],
    publishedOn: on('2020-03-31'),
    implementations: [{ date: on('2020-10-01') }],
    relations: [{ kind: 'adopts', target: 'ISO 1:2022', degree: 'IDT' }],
    ics: ['01.120'],
  });
  for (let serial = 2; serial <= standards; serial++)
    await house.state(`YY/T ${String(serial).padStart(4, '0')}-2015`, { publishedOn: on('2015-01-01') });
  await house.state('GB/T 8888-2020', {});
  const stream = await house.streamOf('GB/T 8888-2020');
  await house.write([
    {
      type: 'standard-annulled',
      homeId: stream.homeId,
      streamId: stream.standardId,
      data: { reason: '重复录入', instead: [] },
    },
  ]);
  await house.seal();
});

const text = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  (await house.get(path, { 'accept-language': 'en', ...headers })).text();

describe('bulk files', () => {
  beforeAll(async () => bulkLoop(house.deps).run());

  test('hold every public record once, with date, count and hash', async () => {
    const manifest = JSON.parse(await text('/data/manifest.json'));
    expect(manifest).toMatchObject({
      madeOn: '2026-06-30',
      files: [
        { name: 'standards.jsonl', rows: standards },
        { name: 'standards.csv', rows: standards },
        { name: 'standards.parquet', rows: standards },
      ],
    });
    for (const file of manifest.files) {
      const bytes = Buffer.from(await (await house.get(`/data/files/${file.name}`)).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex'), file.name).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
    }
    const lines = (await text('/data/files/standards.jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(new Set(lines.map(({ number }) => number)).size).toBe(standards);
    expect(lines.map(({ number }) => number)).not.toContain('GB/T 8888-2020');
  });

  test('are read by others: a cell that would be a formula is text, Parquet has its columns', async () => {
    const csv = await text('/data/files/standards.csv');
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    const rows = await parquetReadObjects({
      file: await (await house.get('/data/files/standards.parquet')).arrayBuffer(),
    });
    expect(rows).toHaveLength(standards);
    expect(rows.find(({ number }) => number === 'GB/T 1.1-2020')).toMatchObject({
      status: 'inForce',
      adopts: 'ISO 1:2022 IDT',
      withdrawn: null,
    });
  });

  test('are sent in ranges and not again when unchanged', async () => {
    const whole = await text('/data/files/standards.jsonl');
    const part = await house.get('/data/files/standards.jsonl', { range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${Buffer.byteLength(whole)}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(Buffer.from(whole).subarray(10, 20));
    expect((await house.get('/data/files/standards.jsonl', { range: 'bytes=999999999-' })).status).toBe(416);
    expect(
      (await house.get('/data/files/standards.jsonl', { 'if-none-match': part.headers.get('etag') ?? '' })).status,
    ).toBe(304);
  });

  test('are not made again on the same day while nothing came in', async () => {
    const before = await text('/data/manifest.json');
    await bulkLoop(house.deps).run();
    expect(await text('/data/manifest.json')).toBe(before);
  });

  test('stand in a catalogue', async () => {
    const catalogue = JSON.parse(await text('/data/catalog.jsonld'));
    expect(catalogue['dcat:dataset']['dcat:distribution']).toHaveLength(3);
    expect(await text('/data', { accept: 'text/html' })).toContain('standards.parquet');
  });
});

describe('OAI-PMH', () => {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'record' || name === 'header',
  });
  const oai = async (query: string) => {
    const answer = await text(`/oai?${query}`);
    expect(XMLValidator.validate(answer)).toBe(true);
    return parser.parse(answer)['OAI-PMH'];
  };

  test('says who it is, its formats and its sets', async () => {
    expect((await oai('verb=Identify')).Identify).toMatchObject({
      protocolVersion: 2,
      deletedRecord: 'persistent',
      baseURL: 'http://localhost:3000/oai',
    });
    expect((await oai('verb=ListMetadataFormats')).ListMetadataFormats.metadataFormat).toHaveLength(2);
    expect((await oai('verb=ListSets')).ListSets.set).toHaveLength(7);
  });

  test('lists every record once over its resumption tokens, the annulled one as deleted', async () => {
    const seen: string[] = [];
    let deleted = 0;
    for (let query = 'verb=ListRecords&metadataPrefix=oai_dc'; query !== ''; ) {
      const { ListRecords: list } = await oai(query);
      for (const { header } of list.record) {
        const [head] = header;
        seen.push(head.identifier);
        if (head['@status'] === 'deleted') deleted++;
      }
      const token = String(list.resumptionToken ?? '');
      query = token === '' ? '' : `verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`;
    }
    expect(seen).toHaveLength(standards + 1);
    expect(new Set(seen).size).toBe(standards + 1);
    expect(deleted).toBe(1);
  });

  test.each(['oai_dc', 'mods'])('a record in %s says nothing that changes without an act', async (format) => {
    const record = await text(`/oai?verb=ListRecords&metadataPrefix=${format}&set=tier:national`);
    expect(record).toContain('GB/T 1.1-2020');
    expect(record.slice(record.indexOf('<ListRecords>'))).not.toMatch(/status on|inForce/i);
  });

  test('gives one record in both formats', async () => {
    const { ListIdentifiers: list } = await oai('verb=ListIdentifiers&metadataPrefix=mods&set=tier:national');
    const [head] = list.header;
    const record = await text(
      `/oai?verb=GetRecord&metadataPrefix=mods&identifier=${encodeURIComponent(head.identifier)}`,
    );
    expect(record).toContain('<identifier type="standard-number">GB/T 1.1-2020</identifier>');
    expect(record).toContain('&lt;/title&gt;&lt;script&gt;&amp;');
    expect(
      await text(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=${encodeURIComponent(head.identifier)}`),
    ).toContain('<dc:identifier>GB/T 1.1-2020</dc:identifier>');
  });

  test.each([
    ['verb=Dance', 'badVerb'],
    ['', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=soon', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=moon', 'noRecordsMatch'],
    ['verb=ListRecords&resumptionToken=WzFd.AAAA', 'badResumptionToken'],
    ["verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:x:' or 1=1", 'idDoesNotExist'],
  ])('%s is answered with %s', async (query, code) => {
    expect((await oai(query)).error['@code']).toBe(code);
  });
});

describe('feeds', () => {
  test.each(['/feeds/standards.atom', '/feeds/ics/01.120.atom', '/standards/GB-T-1.1-2020.atom'])(
    '%s is well-formed and names acts for ever',
    async (path) => {
      const feed = await text(path);
      expect(XMLValidator.validate(feed)).toBe(true);
      expect(feed).toMatch(/<id>urn:uuid:[0-9a-f-]{36}#\d+<\/id>/);
    },
  );

  test('bear an identifier that is a tag (RFC 4151) and stays the same in every language', async () => {
    const date = String.raw`\d{4}-\d{2}-\d{2}`;
    for (const path of ['/feeds/standards.atom', '/feeds/ics/01.120.atom']) {
      const [, id = ''] = /<id>(tag:[^<]+)<\/id>/.exec(await text(path)) ?? [];
      expect(id).toMatch(new RegExp(`^tag:[a-z0-9.-]+,${date}:register${path.replaceAll('.', String.raw`\.`)}$`));
      expect(await text(`${path}?lang=en`)).toContain(`<id>${id}</id>`);
    }
  });

  test('give only what is in the log', async () => {
    await house.state('GB/T 7777-2020', {});
    expect(await text('/feeds/standards.atom')).not.toContain('GB/T 7777-2020');
    await house.seal();
    expect(await text('/feeds/standards.atom')).toContain('GB/T 7777-2020');
    const row = await house.database.first<{ readonly n: number }>(sql`select count(*)::int as n from leaf`);
    expect(row?.n).toBeGreaterThan(standards);
  });
});
