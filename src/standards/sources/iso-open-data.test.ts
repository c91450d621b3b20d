import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../foundation/definitions.ts';
import { readIsoDeliverable } from './iso-open-data.ts';
import { isoStageOf, reportedByIsoStage } from './iso-stage.ts';
import type { RecordReading } from './reading.ts';

const rows = jsonLines(readFileSync(new URL('./fixtures/iso-open-data.jsonl', import.meta.url)));
const references = new Map([[46486, 'ISO 9001:2008']]);
const context = { row: 7, sourceName: 'iso-open-data', referenceOf: (id: number) => references.get(id) };
const read = (row: unknown) => readIsoDeliverable(row, context);
const good = { id: 1, deliverableType: 'IS', reference: 'ISO 1:2022', currentStage: 6060 };

describe('what is a deliverable of ISO or IEC', () => {
  test.each(['GB 99904-2024', 'GB/T 1-2020/ISO 2:2000', 'ASTM D1', 'EN ISO', 'ISOLATION 1', 'Q/IEC-1'])(
    '%s is none',
    (reference) => {
      expect(read({ ...good, reference })).toMatchObject({
        outcome: 'refused',
        problems: [{ code: 'standards.reference-not-iso', field: 'reference' }],
      });
    },
  );

  test.each([
    'ISO/ASTM 51026:2015',
    'IEC/IEEE 60079:2020',
    'IWA 1:2005',
    'ISO 707 | IDF 50:2008',
    'ISO/HL7 10781:2023',
    'OIML/ISO R 1',
  ])('%s is one', (reference) => {
    expect(read({ ...good, reference }).outcome).toBe('read');
  });

  test('every reference of the founding data is', () => {
    const founding = readFileSync(new URL('../../../founding/iso-deliverables.jsonl.gz', import.meta.url));
    const refused = jsonLines(gunzipSync(founding)).filter((row) => read(row).outcome === 'refused');
    expect(refused).toEqual([]);
  });
});

describe('genuine rows of ISO Open Data', () => {
  const [iso9001, report, amendment] = rows.map((row) => statementIn(read(row)));

  test('ISO 9001:2015 keeps its day, committee, classification and issuer', () => {
    expect(iso9001).toMatchObject({
      number: 'ISO 9001:2015',
      tier: 'international',
      kind: 'standard',
      publishedOn: { written: '2015-09-22', first: '2015-09-22', last: '2015-09-22' },
      edition: 5,
      ics: ['03.120.10', '03.100.70'],
      committee: 'ISO/TC 176/SC 2',
      issuers: ['ISO'],
      stage: 'iso 90.92',
      reported: { state: 'inForce' },
      pages: 29,
      languages: ['ar', 'en', 'es', 'fr', 'ru'],
    });
  });

  test('a target whose reference is known is named by it, another by its id, and the sender is told', () => {
    expect(iso9001?.relations).toEqual([
      { kind: 'replaces', target: 'ISO 9001:2008' },
      { kind: 'replaces', target: 'iso-id:54538' },
      { kind: 'replacedBy', target: 'iso-id:88464' },
    ]);
    const reading = read(rows[0]);
    const doubts = reading.outcome === 'read' ? reading.doubts : [];
    expect(doubts.map(({ code, details }) => [code, details?.['value']])).toEqual([
      ['standards.target-id-unknown', 54538],
      ['standards.target-id-unknown', 88464],
    ]);
  });

  test('a scope in HTML becomes text: paragraphs on lines of their own, no tags, no office comments', () => {
    const lines = iso9001?.scope?.[0]?.text.split('\n') ?? [];
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/^a\) needs to demonstrate/);
    expect(report?.scope?.[0]?.text).not.toMatch(/[<>]|mso-|supportLists/);
    expect(report?.scope?.[0]?.text).toContain('— introduce practices');
  });

  test('an amendment names its base and both issuers', () => {
    expect(amendment).toMatchObject({
      kind: 'amendment',
      issuers: ['ISO', 'IEC'],
      relations: [{ kind: 'amends', target: 'ISO/IEC 19566-7:2022' }],
    });
  });
});

describe('the founding sample', () => {
  const sample = jsonLines(
    gunzipSync(readFileSync(new URL('../../../founding/iso-deliverables.jsonl.gz', import.meta.url))),
  );

  test('every row is read, and dates keep the precision of the source', () => {
    const known = new Map(sample.map((row) => [idOf(row), referenceOf(row)]));
    const readings = sample.map((row) =>
      readIsoDeliverable(row, { sourceName: 'iso-catalogue-sample', referenceOf: (id) => known.get(id) }),
    );
    expect(readings.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(readings.flatMap((reading) => (reading.outcome === 'read' ? reading.doubts : []))).toEqual([]);
    const precision = Map.groupBy(readings, (reading) => statementIn(reading)?.publishedOn?.written.length ?? 0);
    expect([...precision].map(([length, of]) => [length, of.length]).sort()).toEqual([
      [0, 611],
      [10, 4052],
      [7, 10335],
    ]);
  });
});

describe('stages', () => {
  test('say the same of the state as the code list', () => {
    const stages = readDefinitions(new URL('../../../definitions', import.meta.url).pathname)
      .codelist('stages')
      .at('2026-01-01');
    const listed = stages.entries().filter(({ code }) => /^iso \d\d\.\d\d$/.test(code));
    expect(listed.map(({ code, extra }) => [code, extra['reported_state']])).toEqual(
      listed.map(({ code }) => [code, reportedByIsoStage(code.slice(4))]),
    );
    const pairs = Array.from({ length: 10_000 }, (_, stage) => isoStageOf(stage)).filter((code) => code !== undefined);
    expect(pairs.map((code) => `iso ${code}`)).toEqual(listed.map(({ code }) => code).sort());
  });
});

describe('hostile rows', () => {
  test('everything wrong in a row is told at once, with row and field', () => {
    const problems = problemsIn(
      read({ id: 'x', deliverableType: 'WISH', reference: '   ', currentStage: 1, icsCode: ['1'] }),
    );
    expect(problems.map(({ row, field, code }) => [row, field, code])).toEqual(
      expect.arrayContaining([
        [7, 'id', 'standards.field-of-wrong-kind'],
        [7, 'deliverableType', 'standards.field-not-in-list'],
        [7, 'reference', 'standards.field-not-understood'],
        [7, 'icsCode.0', 'standards.field-not-understood'],
      ]),
    );
  });

  test('a stage that no stage table holds is refused', () => {
    expect(problemsIn(read({ ...good, currentStage: 6020 })).map(({ code }) => code)).toEqual([
      'standards.stage-unknown',
    ]);
  });

  test('a missing reference is told apart from a wrong one', () => {
    expect(problemsIn(read({ ...good, reference: undefined })).map(({ code }) => code)).toEqual([
      'standards.field-missing',
    ]);
  });

  test('control and bidi override characters leave a title, markup stays the text it is', () => {
    const title = statementIn(read({ ...good, title: { en: 'A\u202Eevil\u0000 <b>x</b>\u2028b' } }))?.titles[0];
    expect(title).toEqual({ lang: 'en', text: 'Aevil <b>x</b> b', standing: 'official' });
  });

  test('a date that is no date is left out and shown', () => {
    const reading = read({ ...good, publicationDate: '2023-02-30' });
    expect(statementIn(reading)?.publishedOn).toBeUndefined();
    expect(reading.outcome === 'read' && reading.doubts[0]?.code).toBe('standards.date-not-understood');
  });

  test('no value makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom('id', 'title', 'scope', 'replaces', 'currentStage'), fc.anything()),
        (any, fields) => {
          read(any);
          read({ ...good, ...fields });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

function jsonLines(bytes: Uint8Array): readonly unknown[] {
  return new TextDecoder()
    .decode(bytes)
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function idOf(row: unknown): number {
  return typeof row === 'object' && row !== null && 'id' in row ? Number(row.id) : 0;
}

function referenceOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'reference' in row ? String(row.reference) : '';
}

function statementIn(reading: RecordReading) {
  return reading.outcome === 'read' ? reading.records[0]?.statement : undefined;
}

function problemsIn(reading: RecordReading) {
  return reading.outcome === 'refused' ? reading.problems : [];
}
