import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../src/index.ts';

interface Fixture {
  readonly id: string;
  readonly publisher: string;
  readonly canonical: string | null;
}

const root = resolve(import.meta.dirname, '../../..');
const shared = resolve(root, process.env['GUIJU_SHARED'] ?? '../shared', 'data/pubid-fixtures-dev.jsonl');
const sample = resolve(import.meta.dirname, '../fixtures/sample.jsonl');

/** The least share recognized, of the distinct strings of a publisher. */
const required: ReadonlyMap<string, number> = new Map([
  ['ISO', 0.995],
  ['IEC', 0.995],
  ['IEC/CISPR', 0.995],
  ['CN', 0.995],
]);

/**
 * Canonical forms that are not reproduced, each for a reason: the record of YY 0068.4 leaves out its amendment sheet, which
 * is part of the number here; one joint corrigendum is written in the way of IEEE although ISO numbers it.
 */
const otherwise: ReadonlyMap<string, string> = new Map([
  ['YY 0068.4-2009/XG1-2023', 'YY 0068.4-2009/XG1-2023'],
  ['ISO/IEC/IEEE 8802-3:2017/Cor.1:2018(E)', 'ISO/IEC/IEEE 8802-3:2017/Cor 1:2018(en)'],
]);

describe('real numbers of thirteen publishers, sample of the package', () => {
  const rows = fixturesOf(sample);

  it('covers every publisher', () => {
    expect(new Set(rows.map((row) => row.publisher)).size).toBe(13);
  });

  it('all but the known irregular ones are recognized whole', () => {
    const missed = rows.filter((row) => !isRecognized(row)).map((row) => row.id);
    expect(missed.length / rows.length, missed.join('\n')).toBeLessThan(0.02);
  });

  it.each(rows.filter((row) => row.canonical !== null))('$id is written $canonical', ({ id, canonical }) => {
    expect(canonicalOf(id)).toBe(otherwise.get(id) ?? canonical);
  });
});

describe.skipIf(!existsSync(shared))(`real numbers, all of ${shared} (skipped when the file is absent)`, () => {
  const rows = existsSync(shared) ? fixturesOf(shared) : [];
  const distinct = [...new Map(rows.map((row) => [`${row.publisher} ${row.id}`, row] as const)).values()];

  it.each([...new Set(rows.map((row) => row.publisher))])('enough numbers of %s are recognized whole', (publisher) => {
    const own = distinct.filter((row) => row.publisher === publisher);
    const missed = own.filter((row) => !isRecognized(row)).map((row) => row.id);
    expect(1 - missed.length / own.length, missed.slice(0, 30).join('\n')).toBeGreaterThanOrEqual(
      required.get(publisher) ?? 0.95,
    );
  });

  it('every canonical form given there is reproduced', () => {
    const wrong = rows.filter(
      (row) => row.canonical !== null && canonicalOf(row.id) !== (otherwise.get(row.id) ?? row.canonical),
    );
    expect(wrong.map((row) => `${row.id} is ${canonicalOf(row.id)}, not ${row.canonical}`)).toEqual([]);
  });

  it('the canonical form of every recognized number is read as the same number', () => {
    const unstable = distinct.filter((row) => {
      const canonical = canonicalOf(row.id);
      return canonical !== undefined && keyOf(canonical) !== keyOf(row.id);
    });
    expect(unstable.map((row) => row.id)).toEqual([]);
  });
});

function fixturesOf(file: string): readonly Fixture[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Fixture => JSON.parse(line));
}

/** A Chinese record may have its title glued behind; any other string must be read to its end. */
function isRecognized(row: Fixture): boolean {
  const reading = parse(row.id);
  return reading.outcome === 'recognized' && (reading.rest === '' || row.publisher === 'CN');
}

function canonicalOf(text: string): string | undefined {
  const reading = parse(text);
  return reading.outcome === 'recognized' ? reading.number.canonical : undefined;
}

function keyOf(text: string): string | undefined {
  const reading = parse(text);
  return reading.outcome === 'recognized' ? reading.number.key : undefined;
}
