import { beforeAll, describe, expect, test } from 'vitest';
import { anEntry } from '../../tests/support/search-entries.ts';
import { emptyDatabase } from '../../tests/support/test-database.ts';
import type { Database } from '../foundation/database.ts';
import { addEntries } from './entry-rows.ts';
import type { SearchFilters } from './model.ts';
import { search } from './search.ts';

let database: Database;

beforeAll(async () => {
  database = await emptyDatabase();
  const entries = [
    { number: 'GB 1-2020', titles: ['植入式心脏起搏器技术要求', 'Implantable pacemakers'], tier: 'national' },
    { number: 'YY 2-2020', titles: ['心脏除颤器', 'Cardiac defibrillators'], tier: 'sectoral' },
    {
      number: 'ISO 3:2020',
      titles: ['Medical devices — Batteries'],
      texts: ['Applies to pumps.'],
      tier: 'international',
    },
    { number: 'ISO 4:2020', titles: ['Medical laboratories'], tier: 'international' },
  ].map(anEntry);
  await database.transaction((tx) => addEntries(tx, entries, '2026-01-31'));
});

async function spellings(text: string, filters: SearchFilters = {}, page = 1): Promise<readonly string[]> {
  const asked = {
    text,
    filters,
    sort: 'relevance',
    asOf: '2026-01-31',
    size: 20,
    place: { page },
    facets: [],
  } as const;
  const answer = await search({ read: database, cursorKey: new Uint8Array(32).fill(7) }, asked);
  return answer.spellings.map((one) => `${one.text}: ${one.total.n}`);
}

describe('a misspelt English word', () => {
  test.each([
    ['medcial device', 'medical device: 1'],
    ['Medical devcies', 'medical device: 1'],
    ['emdical laboratory', 'medical laboratory: 1'],
    ['defribillator', 'defibrillator: 1'],
    ['baterry', 'battery: 1'],
    ['pumpz', 'pump: 1'],
  ])('%s is answered by %s', async (asked, expected) => {
    expect(await spellings(asked)).toEqual([expected]);
  });

  test('that is like no word of the register is left out, and stands for nothing alone', async () => {
    expect(await spellings('medical zzyzx')).toEqual(['medical: 2']);
    expect(await spellings('zzyzx')).toEqual([]);
    expect(await spellings('pimp')).toEqual(['pump: 1']);
    expect(await spellings('pup')).toEqual([]);
  });
});

describe('a Chinese word', () => {
  test.each([
    ['起博器', '起搏器: 1'],
    ['心脏除颤哭', '心脏除颤器: 1'],
    ['新脏除颤器', '心脏除颤器: 1'],
    ['心臟起博器', '心脏起搏器: 1'],
  ])('with one wrong character, %s, is answered by %s', async (asked, expected) => {
    expect(await spellings(asked)).toEqual([expected]);
  });

  test('that is found in part is cut to its longest part', async () => {
    expect(await spellings('心脏起搏器维修手册')).toEqual(['心脏起搏器: 1']);
  });
});

test('words that are found, but not together, stand without quotation marks or are left out in turn', async () => {
  expect(await spellings('"devices medical"')).toEqual(['devices medical: 1']);
  expect(await spellings('medcial pacemaker')).toEqual(['pacemaker: 1', 'medical: 2']);
  expect(await spellings('pacemaker laboratory')).toEqual(['laboratory: 1', 'pacemaker: 1']);
});

test('the same conditions hold for another spelling, and one that finds nothing under them is not offered', async () => {
  expect(await spellings('起博器', { tier: ['national'] })).toEqual(['起搏器: 1']);
  expect(await spellings('起博器', { tier: ['sectoral'] })).toEqual([]);
});

test('a question that finds something, a later page, a number and a sentence are not respelt', async () => {
  expect(await spellings('medical')).toEqual([]);
  expect(await spellings('medcial', {}, 2)).toEqual([]);
  expect(await spellings('GB/T 99999-2020')).toEqual([]);
  expect(await spellings('one two three four five six seven eight nine')).toEqual([]);
});

test('hostile text is no operator of the index', async () => {
  expect(await spellings("medcial' | 'x' & !('")).toEqual(['medical: 2']);
  expect(await spellings('起_器%')).toEqual([]);
});
