import { describe, expect, test } from 'vitest';
import { jsonLdText } from '../../portal/json-ld.tsx';
import type { StandardRecord } from '../queries/record.ts';
import { atomText } from './atom.ts';
import { calendarText } from './calendar.ts';
import { bibtex, cslJson, ris } from './citation.ts';
import { jsonLd } from './json-ld.ts';
import { relaton } from './relaton.ts';
import { readCursor, signedCursor } from './signed-cursor.ts';
import { xmlText } from './xml.ts';

const record: StandardRecord = {
  homeId: 'home',
  standardId: 'id',
  number: 'GB/T 1.1-2020',
  numberKey: 'GB/T 1.1-2020',
  seriesKey: 'GB/T 1.1',
  workKey: 'GB 1.1',
  address: 'GB-T-1.1-2020',
  publisher: 'GB',
  scheme: 'cn-national',
  tier: 'national',
  kind: 'standard',
  nature: 'voluntary',
  titles: [
    { lang: 'zh-Hans', text: '标准化工作导则', standing: 'official' },
    { lang: 'en', text: 'Directives {50 % & "more"}\n</script>', standing: 'unofficial' },
  ],
  scope: [],
  publishedOn: '2020-03-31',
  publishedAs: '2020-03',
  implementedOn: '2020-10-01',
  implementations: [],
  withdrawnOn: null,
  withdrawnAs: null,
  withdrawal: null,
  cancelledOn: null,
  suspensions: [],
  reviewedOn: null,
  reportedState: null,
  reportedOn: null,
  reportedSource: null,
  stage: null,
  stages: [],
  edition: 2,
  ics: ['01.120'],
  ccs: ['A00'],
  industry: null,
  region: null,
  sector: null,
  topics: [],
  committee: null,
  department: null,
  issuers: ['国家标准化管理委员会'],
  drafters: [],
  filing: null,
  pages: null,
  languages: [],
  textAddress: null,
  remarks: null,
  hasConflict: false,
  knownSince: '2026-01-01T00:00:00.000Z',
  relations: [
    {
      kind: 'replaces',
      stated: 'here',
      target: 'GB/T 1.1-2009',
      targetKey: 'GB/T 1.1-2009',
      whole: true,
      locality: null,
      degree: null,
      otherId: null,
      otherNumber: null,
      otherAddress: null,
    },
  ],
  organizations: [],
  sources: [],
  stated: [],
  successors: [],
  contradicting: [],
  days: {
    first: { written: '2020-10-01', first: '2020-10-01', last: '2020-10-01' },
    last: { written: '2020-10-01', first: '2020-10-01', last: '2020-10-01' },
  },
  inForceOn: '2020-10-01',
  dates: {
    publishedOn: '2020-03-31',
    inForceOn: '2020-10-01',
    supersededOn: null,
    withdrawnOn: null,
    cancelledOn: null,
    reportedState: null,
    reportedOn: null,
  },
};
const cited = {
  record,
  lang: 'en',
  address: 'https://register.example/standards/GB-T-1.1-2020',
  day: '2026-06-30',
} as const;

describe('citations', () => {
  test('keep TeX from reading a title as commands', () => {
    expect(bibtex(cited)).toContain('title = {Directives \\{50 \\% \\& "more"\\} </script>}');
  });

  test('name the language of the title they print, whatever the reader reads', () => {
    const english = {
      ...cited,
      record: { ...record, titles: [{ lang: 'en', text: 'Rules', standing: 'official' }] },
    } as const;
    for (const lang of ['en', 'zh-Hans'] as const) {
      const asked = { ...english, lang };
      expect(bibtex(asked)).toContain('language = {english}');
      expect(ris(asked)).toContain('LA  - en\r\n');
      expect(JSON.parse(cslJson(asked))[0].language).toBe('en');
    }
    const chinese = { ...cited, lang: 'zh-Hans' } as const;
    expect(bibtex(chinese)).toContain('language = {chinese}');
    expect(ris(chinese)).toContain('LA  - zh\r\n');
    expect(JSON.parse(cslJson(chinese))[0].language).toBe('zh-CN');
  });

  test('a number that stands for a missing title is of no language', () => {
    const untitled = { ...cited, record: { ...record, titles: [] } };
    expect(bibtex(untitled)).not.toContain('language');
    expect(ris(untitled)).not.toContain('LA  -');
    expect(JSON.parse(cslJson(untitled))[0]).not.toHaveProperty('language');
  });

  test('name no body where none is known: a prefix is none, but that of an international document', () => {
    const unknown = { ...cited, record: { ...record, issuers: [] } };
    expect(bibtex(unknown)).not.toContain('institution');
    expect(ris(unknown)).not.toContain('PB  -');
    expect(JSON.parse(cslJson(unknown))[0]).not.toHaveProperty('publisher');
    const iso = { ...cited, record: { ...record, issuers: [], publisher: 'ISO', tier: 'international' } } as const;
    expect(bibtex(iso)).toContain('institution = {ISO}');
  });

  test('capitals of a title are kept from styles that write small letters', () => {
    const titles = [
      { lang: 'en', text: 'Quality of pH meters in ISO/IEC 17025 laboratories', standing: 'official' },
    ] as const;
    expect(bibtex({ ...cited, record: { ...record, titles } })).toContain(
      'title = {Quality of {pH} meters in {ISO}/{IEC} 17025 laboratories}',
    );
  });

  test('give a date no more precision than its source', () => {
    expect(bibtex(cited)).toContain('month = {03}');
    expect(ris(cited)).toContain('DA  - 2020/03\r\n');
    expect(JSON.parse(cslJson(cited))[0].issued).toEqual({ 'date-parts': [[2020, 3]] });
  });

  test('a RIS record ends, and no title breaks its lines', () => {
    const lines = ris(cited).trimEnd().split('\r\n');
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- ?/.test(line))).toBe(true);
    expect(lines.at(-1)).toBe('ER  -');
  });

  test('Relaton says what it replaces', () => {
    expect(relaton(cited)).toMatch(/type: obsoletes[\s\S]+GB\/T 1\.1-2009/);
  });
});

describe('texts that would be markup', () => {
  test('cannot end the script element that carries linked data', () => {
    const text = jsonLdText(jsonLd(record, { base: 'https://register.example', day: '2026-06-30' }));
    expect(text).not.toContain('</script>');
    expect(JSON.parse(text).name[1]['@value']).toContain('</script>');
  });

  test('and characters that XML forbids are no part of it', () => {
    expect(xmlText('a\u0000<b>\u001f&\ud800"')).toBe('a&lt;b&gt;&amp;\ufffd&quot;');
    expect(atomText({ id: 'x', title: '<&', author: 'a', self: '/s', page: '/p', lang: 'en', entries: [] })).toContain(
      '<title>&lt;&amp;</title>',
    );
  });
});

describe('calendar', () => {
  test('lines stay within 75 bytes and no character is cut', () => {
    const text = calendarText(
      '登记簿',
      [
        {
          number: 'GB 1-2026',
          title: '很长的标准名称；'.repeat(20),
          on: '2026-12-01',
          href: 'https://register.example/x',
        },
      ],
      '2026-06-30T00:00:00Z',
    );
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:GB 1-2026 ${'很长的标准名称；'.repeat(20)}`);
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
  });
});

describe('cursors', () => {
  const key = Buffer.alloc(32, 1);
  test('lead on only in the question they were given for, and only when unchanged', () => {
    const cursor = signedCursor(['a', 7], 'browse ics 11', key);
    expect(readCursor(cursor, 'browse ics 11', key)).toEqual(['a', 7]);
    for (const wrong of [`x${cursor}`, `${cursor}x`, '', '.', 'WzFd.AAAA', `${cursor}.${cursor}`, 'a'.repeat(10_000)]) {
      expect(() => readCursor(wrong, 'browse ics 11', key)).toThrow('http.cursor-not-ours');
    }
    expect(() => readCursor(cursor, 'browse ics 13', key)).toThrow('http.cursor-not-ours');
    expect(() => readCursor(cursor, 'browse ics 11', Buffer.alloc(32, 2))).toThrow('http.cursor-not-ours');
  });
});
