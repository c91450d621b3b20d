import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, findNumbers, normalize, parse } from '../src/index.ts';

const real = readFileSync(resolve(import.meta.dirname, '../fixtures/sample.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).id);

/** Real numbers with pieces cut, doubled, exchanged and strange characters put between. */
const damaged = fc
  .tuple(
    fc.constantFrom(...real),
    fc.constantFrom(...real),
    fc.nat(60),
    fc.nat(60),
    fc.string({ unit: 'binary', maxLength: 6 }),
  )
  .map(([a, b, cut, at, noise]) => a.slice(0, cut) + noise + b.slice(at) + a.slice(cut));

describe('whatever is pasted', () => {
  it('is answered and explained without an exception', () => {
    fc.assert(
      fc.property(
        fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ maxLength: 80 })),
        (text) => {
          const reading = parse(text);
          for (const sentence of explain(reading)) {
            expect(sentence.zh).not.toMatch(/undefined|NaN/);
            expect(sentence.en).not.toMatch(/undefined|NaN/);
          }
          if (reading.outcome === 'malformed') expect(reading.position).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 8000 },
    );
  });

  it('a number read from damaged text is read again from its own written form', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const reading = parse(text);
        // The free notes of IEEE and the file names of NIST are kept as they stand, damage included.
        if (reading.outcome !== 'recognized' || reading.number.scheme === 'ieee' || reading.number.scheme === 'nist')
          return;
        const again = parse(reading.number.canonical);
        expect(again.outcome === 'recognized' ? again.number.key : again, text).toBe(reading.number.key);
      }),
      { numRuns: 8000 },
    );
  });

  it('numbers found in running text stand where they are said to stand, in order and without overlap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(damaged, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 8 }),
        (pieces) => {
          const text = pieces.join('；');
          let last = 0;
          for (const found of findNumbers(text)) {
            expect(found.start).toBeGreaterThanOrEqual(last);
            expect(found.end).toBeGreaterThan(found.start);
            expect(text.slice(found.start, found.end)).toBe(found.text);
            last = found.end;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const seeds = [
  'GB',
  'GB ',
  'GB/T ',
  'GB/T 1.',
  '1.',
  '-1',
  'ISO/',
  'ISO/IEC ',
  'ISO/DIS ',
  '/Amd 1',
  '+AMD1:2001',
  '(',
  '((',
  '(a',
  'Q/',
  'Q/A 1 ',
  'Q/A-1',
  'T/A',
  'IEEE Std 1',
  'IEEE P1/D1_',
  'IEEE Std 802.3-',
  ', June ',
  'NIST SP 1-',
  'NIST SP 1r',
  'ITU-T X.1/',
  'ITU-T X.1-Y.1',
  'ETSI TS 1 ',
  '《',
  '　',
  '—',
  '\u200b',
  ' \u200b',
  'PLATEAU Handbook #1(',
  'A1-',
  'REV',
  '第1号修改单',
  '86B/4488',
  'IEEE Std 1 (Revision of IEEE Std 1',
  'ISO/TC 1',
  'EN EN ',
  'ISO ISO/',
  'DB11',
  'TSYC1-',
  '一1',
  '国标',
  '国标《',
  '国标 GB/T 1.1、1.2、',
  'GB 3100、3101、',
  '、1.1',
  '1 1',
  'GB 1.1-1.',
  ' 2020',
  '标准号：',
  'Standard No. ',
  '标准号 ',
  'GB 1-20-',
  'GB 1.1-20 ',
  'GB 1 . ',
  'GB 1《',
  'GB 1 国家标准',
  'GB 1《》第1号修改单',
  'ISO 1:2000 Amd 1 ',
  ' Amendment',
  'DBJ15-',
  '6B/T',
  'EN 300 300',
  'Q/A 1 S ',
] as const;

describe('the time to read grows no faster than the text', () => {
  it.each(seeds.map((seed) => [seed]))('of repeated %j', (seed) => {
    for (const read of [parseWhole, findNumbers, normalize] as const) {
      const small = fastest(read, seed.repeat(Math.ceil(2000 / seed.length)));
      const large = fastest(read, seed.repeat(Math.ceil(16_000 / seed.length)));
      // Eight times the text: linear is 8, quadratic 64. The allowance is for a busy machine and for the clock.
      expect(large, `${read.name} took ${small} ms, then ${large} ms`).toBeLessThan(Math.max(small, 1) * 8 * 4 + 20);
    }
  });
});

/** The reader refuses long texts; its longest admitted piece stands in for the whole. */
function parseWhole(text: string): unknown {
  return Array.from({ length: Math.ceil(text.length / 2000) }, (_, index) =>
    parse(text.slice(index * 2000, index * 2000 + 2000)),
  );
}

/** Milliseconds of processor time of this thread, the best of three, so that other work on the machine counts little. */
function fastest(read: (text: string) => unknown, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn++) {
    const start = process.threadCpuUsage().user;
    read(text);
    best = Math.min(best, (process.threadCpuUsage().user - start) / 1000);
  }
  return best;
}
