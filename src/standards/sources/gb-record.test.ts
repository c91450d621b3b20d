import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDefinitions } from '../../foundation/definitions.ts';
import { readGbRecord } from './gb-record.ts';
import type { RecordReading, StatedRecord } from './reading.ts';

const rows: readonly unknown[] = gunzipSync(
  readFileSync(new URL('../../../founding/chinese-standards.jsonl.gz', import.meta.url)),
)
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const readings = rows.map((row, index) => readGbRecord(row, { row: index + 1 }));
const records = readings.flatMap(recordsIn);
const statementOf = (number: string) => records.find(({ source }) => source.key === number)?.statement;
const good = { number: 'YY/T 1-2020', extraction: 'register', source: 'RASAAS/docmcp-knowledge@c8:a.json' };

describe('the Chinese founding data', () => {
  test('every row is read without doubt', () => {
    expect(readings.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect(readings.flatMap((reading) => (reading.outcome === 'read' ? reading.doubts : []))).toEqual([]);
    expect(records.length).toBeGreaterThan(rows.length);
  });

  test('every source is described with its licence in the definitions', () => {
    const { sources } = readDefinitions(new URL('../../../definitions', import.meta.url).pathname);
    const names = [...new Set(records.map(({ source }) => source.name))];
    expect(names.filter((name) => !sources.get(name)?.licence)).toEqual([]);
  });

  test('"together with GB9706.1-2020" names the other standard and gives no day', () => {
    expect(statementOf('YY/T 0740-2022')?.implementations).toEqual([
      { togetherWith: 'GB9706.1-2020', words: '与GB9706.1-2020同步实施' },
    ]);
  });

  test('"withdrawn from the day of the announcement" keeps the words and gives no day', () => {
    expect(statementOf('YY/T 0755-2009')).toMatchObject({
      withdrawalReason: '自公告发布之日起废止',
      reported: { state: 'withdrawn' },
    });
    expect(statementOf('YY/T 0755-2009')?.withdrawnOn).toBeUndefined();
    expect(statementOf('YY/T 0882-2013')?.withdrawnOn?.written).toBe('2026-07-01');
  });

  test('GB 9706.1-2020 replaces three and adopts IEC 60601-1 with modifications', () => {
    expect(statementOf('GB 9706.1-2020')?.relations).toEqual([
      { kind: 'replaces', target: 'GB 9706.1-2007' },
      { kind: 'replaces', target: 'GB 9706.15-2008' },
      { kind: 'replaces', target: 'YY/T 0708-2009' },
      { kind: 'adopts', target: 'IEC 60601-1:2005+A2:2020', degree: 'MOD' },
    ]);
  });

  test('jointly issuing bodies are several, in printed order', () => {
    expect(statementOf('GB/T 1.1-2020')?.issuers).toEqual(['国家市场监督管理总局', '中国国家标准化管理委员会']);
  });

  test('another title is a statement of its own source, and nothing is settled', () => {
    const titles = records
      .filter(({ statement }) => statement.number === 'GB 18280.1-2015')
      .map(({ source, statement }) => [source.name, statement.titles[0]?.standing]);
    expect(titles).toHaveLength(3);
    expect(titles.slice(1)).toEqual([
      ['nmpa-citations', 'unofficial'],
      ['nmpa-citations', 'unofficial'],
    ]);
    expect(new Set(records.map(({ source }) => `${source.name} ${source.key}`)).size).toBe(records.length);
  });
});

describe('hostile rows', () => {
  test('a row of a source nobody described is refused', () => {
    const reading = readGbRecord({ ...good, source: 'someone/else@1:x' }, { row: 3 });
    expect(reading).toMatchObject({
      outcome: 'refused',
      problems: [{ row: 3, code: 'standards.source-not-described' }],
    });
  });

  test('a row without number or manner is refused with both', () => {
    const reading = readGbRecord({ source: 'springca/springca@1:x' });
    expect(reading.outcome === 'refused' && reading.problems.map(({ field }) => field)).toEqual([
      'number',
      'extraction',
    ]);
  });

  test('words that are no date are kept as words and shown', () => {
    const reading = readGbRecord({ ...good, implementation_date_raw: '另行通知', issue_date: '2020-13-01' });
    expect(recordsIn(reading)[0]?.statement.implementations).toEqual([{ words: '另行通知' }]);
    expect(reading.outcome === 'read' && reading.doubts.map(({ field }) => field).sort()).toEqual([
      'implementation_date',
      'issue_date',
    ]);
  });

  test('a difference in a field that is not compared is not taken, and told', () => {
    const reading = readGbRecord({ ...good, conflicts: [{ field: 'colour', value: 'red', source: good.source }] });
    expect(recordsIn(reading)).toHaveLength(1);
    expect(reading.outcome === 'read' && reading.doubts[0]?.code).toBe('standards.conflict-not-understood');
  });

  test('no value makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.dictionary(fc.constantFrom(...Object.keys(good), 'conflicts', 'adoption', 'ics'), fc.anything()),
        (any, fields) => {
          readGbRecord(any);
          readGbRecord({ ...good, ...fields });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

function recordsIn(reading: RecordReading): readonly StatedRecord[] {
  return reading.outcome === 'read' ? reading.records : [];
}
