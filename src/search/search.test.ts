import { beforeAll, describe, expect, it } from 'vitest';
import { ask, cursorKey, database, given, numbersOf } from '../../tests/support/search-desk.ts';
import type { EntryWish } from '../../tests/support/search-entries.ts';
import { Refusal } from '../foundation/refusal.ts';
import { spreadOf } from './bands.ts';
import { facetNames, type SearchAsked } from './model.ts';
import { search } from './search.ts';

const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

describe('words', () => {
  beforeAll(async () => {
    await given(
      {
        number: 'YY 1-2020',
        titles: ['医用电气设备 心脏除颤器的安全专用要求', 'Medical electrical equipment — Cardiac defibrillators'],
      },
      { number: 'YY 2-2020', titles: ['除颤与颤器试验'] },
      { number: 'YY 3-2020', titles: ['输液泵'], texts: ['本标准不适用于除颤器。'], prominence: 900 },
      { number: 'ISO 4:2020', titles: ['Medical devices — Quality management'] },
      { number: 'ISO 5:2020', titles: ['Medicine'], texts: ['Devices that are medical.'] },
    );
  });
  it('a Chinese word is found as a whole, in a title before other texts, and not as pairs that stand apart', async () => {
    expect(numbersOf(await ask('除颤器'))).toEqual(['YY 1-2020', 'YY 3-2020']);
  });
  it('two Chinese words may stand apart, two pairs of one word may not', async () => {
    expect(numbersOf(await ask('除颤 试验'))).toEqual(['YY 2-2020']);
    expect(numbersOf(await ask('除颤试验'))).toEqual([]);
  });
  it('traditional characters find simplified ones', async () => {
    expect(numbersOf(await ask('醫用電氣設備'))).toEqual(['YY 1-2020']);
  });
  it('one character is found wherever it stands', async () => {
    expect(numbersOf(await ask('泵'))).toEqual(['YY 3-2020']);
    expect(numbersOf(await ask('液'))).toEqual(['YY 3-2020']);
  });
  it('"medical device" finds "Medical devices", a phrase of a title before scattered words', async () => {
    expect(numbersOf(await ask('medical device'))).toEqual(['ISO 4:2020', 'ISO 5:2020']);
  });
  it('in quotation marks words must be neighbours', async () => {
    expect(numbersOf(await ask('"medical devices"'))).toEqual(['ISO 4:2020']);
    expect(numbersOf(await ask('“quality medical”'))).toEqual([]);
  });
  it('a phrase does not reach from one field into the next', async () => {
    expect(numbersOf(await ask('要求 Medical'))).toEqual(['YY 1-2020']);
    expect(numbersOf(await ask('"要求 Medical"'))).toEqual([]);
  });
  it('the words to mark are told as the index has them', async () => {
    expect((await ask('Medical DEVICES 除顫器')).highlight).toEqual(['medical', 'device', '除颤器']);
  });
});

describe('filters and facets', () => {
  beforeAll(async () => {
    await given(
      {
        number: 'GB 1-2010',
        titles: ['泵 甲'],
        facets: {
          nature: 'mandatory',
          year: 2010,
          ics: ['11.040.55'],
          ccs: ['C30'],
          committee: 'SAC/TC 10',
          department: '国家药品监督管理局',
        },
        status: { supersededOn: '2020-07-01', publishedOn: '2010-01-01', inForceOn: '2010-07-01' },
      },
      {
        number: 'GB 1-2020',
        titles: ['泵 乙'],
        facets: {
          nature: 'mandatory',
          ics: ['11.040.30', '11.040.55'],
          ccs: ['C30'],
          adopted: true,
          organizations: ['北京 (甲) 公司', '91110000100000000X'],
        },
      },
      {
        number: 'DB31/T 1-2021',
        titles: ['泵 丙'],
        facets: { tier: 'local', region: '310115', year: 2021 },
        status: { publishedOn: '2021-01-01', inForceOn: '2027-01-01' },
      },
      { number: 'YY 1-2022', titles: ['泵 丁'], facets: { tier: 'sectoral', sector: 'YY', year: 2022 } },
    );
  });
  const found = async (filters: SearchAsked['filters'], asOf = '2026-01-31'): Promise<readonly string[]> =>
    numbersOf(await ask('泵', { filters, asOf })).toSorted();

  it('each filter narrows to what bears its value', async () => {
    expect(await found({ tier: ['local', 'sectoral'] })).toEqual(['DB31/T 1-2021', 'YY 1-2022']);
    expect(await found({ nature: ['mandatory'], yearFrom: 2015 })).toEqual(['GB 1-2020']);
    expect(await found({ yearFrom: 2021, yearTo: 2021 })).toEqual(['DB31/T 1-2021']);
    expect(await found({ yearFrom: 2022, yearTo: 2000 })).toEqual([]);
    expect(await found({ ics: ['11'] })).toEqual(['GB 1-2010', 'GB 1-2020']);
    expect(await found({ ics: ['11.040.30'] })).toEqual(['GB 1-2020']);
    expect(await found({ ics: ['1'] })).toEqual([]);
    expect(await found({ ccs: ['c'] })).toEqual(['GB 1-2010', 'GB 1-2020']);
    expect(await found({ region: ['310000'] })).toEqual(['DB31/T 1-2021']);
    expect(await found({ region: ['310115'] })).toEqual(['DB31/T 1-2021']);
    expect(await found({ region: ['320000'] })).toEqual([]);
    expect(await found({ sector: ['YY'] })).toEqual(['YY 1-2022']);
    expect(await found({ committee: ['sac/tc10'] })).toEqual(['GB 1-2010']);
    expect(await found({ department: ['国家药品监督管理局'] })).toEqual(['GB 1-2010']);
    expect(await found({ organization: ['北京（甲）公司'] })).toEqual(['GB 1-2020']);
    expect(await found({ organization: ['91110000100000000x'] })).toEqual(['GB 1-2020']);
    expect(await found({ adopted: true })).toEqual(['GB 1-2020']);
  });
  it('status is that of the asked day', async () => {
    expect(await found({ status: ['inForce'] }, '2026-01-31')).toEqual(['GB 1-2020', 'YY 1-2022']);
    expect(await found({ status: ['inForce'] }, '2015-01-01')).toEqual(['GB 1-2010']);
    expect(await found({ status: ['superseded', 'notYetInForce'] }, '2026-01-31')).toEqual([
      'DB31/T 1-2021',
      'GB 1-2010',
    ]);
  });
  it('a number that the filters exclude is not shown', async () => {
    expect(numbersOf(await ask('GB 1-2020', { filters: { tier: ['local'] } }))).toEqual([]);
    expect(numbersOf(await ask('GB 1-2020', { filters: { status: ['inForce'] } }))).toEqual(['GB 1-2020']);
  });
  it('facets count the results and stay away where they divide nothing', async () => {
    const answer = await ask('泵', { facets: facetNames });
    const facet = (name: string) =>
      answer.facets.find((one) => one.name === name)?.values.map((value) => [value.value, value.count]);
    expect(facet('tier')).toEqual([
      ['national', 2],
      ['local', 1],
      ['sectoral', 1],
    ]);
    expect(facet('status')).toEqual([
      ['inForce', 2],
      ['notYetInForce', 1],
      ['superseded', 1],
    ]);
    expect(facet('ics')).toEqual([['11', 2]]);
    expect(facet('region')).toEqual([['31', 1]]);
    expect(facet('documentKind')).toBeUndefined();
    expect(answer.total).toEqual({ n: 4, isApproximate: false });
  });
  it('below a chosen code its next level is counted, and what is found by number is counted once', async () => {
    const answer = await ask('GB 1-2020', { facets: facetNames, filters: { ics: ['11'] } });
    expect(answer.facets.find((one) => one.name === 'ics')?.values).toEqual([{ value: '11.040', count: 2 }]);
    expect(answer.total.n).toBe(2);
  });
});

describe('pages', () => {
  const wishes = Array.from(
    { length: 60 },
    (_, index): EntryWish => ({
      number: `GB/T ${1000 + index}-2020`,
      titles: [index % 3 === 0 ? '泵的要求' : '阀'],
      texts: ['泵'],
      prominence: index % 4,
      sortOn: index % 5 === 0 ? null : `20${10 + (index % 7)}-01-01`,
    }),
  );
  beforeAll(async () => {
    await given(...wishes);
  });
  it.each(['relevance', 'newest', 'oldest'] as const)(
    'numbered pages and cursors walk through all results once, in the same order: %s',
    async (sort) => {
      const whole = numbersOf(await ask('泵', { sort, size: 100 }));
      expect(new Set(whole).size).toBe(60);
      const paged: string[] = [];
      for (let page = 1; page <= 9; page++)
        paged.push(...numbersOf(await ask('泵', { sort, size: 7, place: { page } })));
      expect(paged).toEqual(whole);
      const walked: string[] = [];
      let answer = await ask('泵', { sort, size: 7 });
      for (;;) {
        walked.push(...numbersOf(answer));
        if (answer.nextCursor === undefined) break;
        answer = await ask('泵', { sort, size: 7, place: { cursor: answer.nextCursor } });
      }
      expect(walked).toEqual(whole);
    },
  );
  it('titles come first by relevance, undated entries last by date', async () => {
    const answer = await ask('泵', { size: 100 });
    expect(answer.hits.slice(0, 20).every((hit) => hit.match === 'title')).toBe(true);
    expect(answer.hits.slice(20).every((hit) => hit.match === 'text')).toBe(true);
    const oldest = numbersOf(await ask('泵', { sort: 'oldest', size: 100 }));
    expect(oldest.slice(48).every((number) => Number(number.slice(5, 9)) % 5 === 0)).toBe(true);
  });
  it('a cursor that was forged, cut, or belongs to another question is refused', async () => {
    const { nextCursor = '' } = await ask('泵', { size: 7 });
    const forged = [
      `${nextCursor}A`,
      nextCursor.slice(0, -2),
      `A${nextCursor}`,
      nextCursor.replace(/^[^.]*/, 'WzAsIjAiLCIwIl0'),
      '',
      '..',
      'x'.repeat(100_000),
    ];
    for (const cursor of forged)
      expect(await refused(ask('泵', { size: 7, place: { cursor } }))).toBe('search.cursor-not-ours');
    expect(await refused(ask('阀', { place: { cursor: nextCursor } }))).toBe('search.cursor-not-ours');
    expect(await refused(ask('泵', { filters: { tier: ['local'] }, place: { cursor: nextCursor } }))).toBe(
      'search.cursor-not-ours',
    );
  });
  it('cursors go on among entries found by number', async () => {
    const walked: string[] = [];
    let answer = await ask('GB/T 10', { size: 7 });
    for (;;) {
      walked.push(...numbersOf(answer));
      if (answer.nextCursor === undefined) break;
      answer = await ask('GB/T 10', { size: 7, place: { cursor: answer.nextCursor } });
    }
    expect(new Set(walked).size).toBe(60);
    expect(walked.length).toBe(60);
  });
  it('a page too far back is refused with the last page there is', async () => {
    expect(await refused(ask('泵', { place: { page: 501 } }))).toBe('search.page-too-far');
    expect(await refused(ask('泵', { place: { page: 0.5 } }))).toBe('search.filter-not-understood');
    expect(numbersOf(await ask('泵', { place: { page: 400 } }))).toEqual([]);
  });
});

describe('hostile queries', () => {
  beforeAll(async () => {
    await given({ titles: ["O'Brien's 100% a_b \\ test"] });
  });
  it.each([
    "'",
    '"',
    '\\',
    "\\'",
    '%',
    '_',
    ':*',
    '!',
    '& | !',
    'a & !b',
    '(((',
    '<->',
    "'; drop table search_entry; --",
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '😀',
    '@t:national',
    '~a',
    '$1',
    '{}',
    'GB/T \u0000 1',
    '-1',
    '9'.repeat(400),
    '器'.repeat(500),
    'a '.repeat(250),
    '"'.repeat(400),
    '〇'.repeat(400),
    'a\u0301'.repeat(200),
    '１'.repeat(300),
    'GB'.repeat(200),
    '"除颤',
    '“a”b“c”',
    '\t\n\r',
    ' ',
  ])('%j ends in an answer', async (text) => {
    for (const sort of ['relevance', 'newest', 'oldest'] as const) {
      const answer = await ask(text, { sort, facets: facetNames });
      expect(answer.total.n).toBeGreaterThanOrEqual(answer.hits.length);
    }
  });
  it('signs alone find nothing, rather than everything', async () => {
    expect((await ask('😀 %')).total.n).toBe(0);
    expect((await ask('@t:national')).total.n).toBe(0);
    expect((await ask('')).total.n).toBe(1);
  });
  it('quotes and signs in a title do not keep it from being found', async () => {
    expect((await ask("o'brien 100% a_b")).total.n).toBe(1);
  });
  it('ten megabytes are refused at once', async () => {
    expect(await refused(ask('泵'.repeat(5_000_000)))).toBe('search.query-too-long');
  });
  it('filters outside their bounds are refused, strange values find nothing', async () => {
    expect(await refused(ask('a', { filters: { tier: Array.from({ length: 51 }, String) } }))).toBe(
      'search.filter-too-long',
    );
    expect(await refused(ask('a', { filters: { ics: ['1'.repeat(201)] } }))).toBe('search.filter-too-long');
    expect(await refused(ask('a', { filters: { yearFrom: Number.NaN } }))).toBe('search.filter-not-understood');
    expect(await refused(ask('a', { asOf: '2026-02-30' }))).toBe('search.filter-not-understood');
    for (const value of ["'", '%', '\\', '\u0000x', ':*', '']) {
      const filters = { ics: [value], ccs: [value], region: [value], committee: [value], status: [value] };
      expect((await ask('test', { filters, facets: facetNames })).hits.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('an index that has grown since its entries were counted', () => {
  const counted = { entries: 2, frequencyOf: () => 0, prominence: spreadOf(new Map()) };
  it('shows and counts all that answer, however few entries it is thought to have', async () => {
    const ended = { supersededOn: '2020-07-01' };
    await given(...Array.from({ length: 70 }, (_, n) => (n < 64 ? { prominence: 1, status: ended } : {})));
    const asked: SearchAsked = {
      text: '',
      filters: { status: ['superseded'] },
      sort: 'relevance',
      asOf: '2026-01-31',
      size: 10,
      place: { page: 1 },
      facets: [],
    };
    const deps = { read: database, cursorKey, statistics: counted };
    expect((await search(deps, asked)).hits).toHaveLength(10);
    expect((await search(deps, { ...asked, filters: {} })).total).toEqual({ n: 70, isApproximate: false });
  });
});

describe('a large result', () => {
  it('a count of every match is exact and says so', async () => {
    await given(
      ...Array.from({ length: 250 }, (_, index): EntryWish => ({ number: `YY ${index + 1}-2020`, titles: ['泵'] })),
    );
    expect((await ask('泵')).total).toEqual({ n: 250, isApproximate: false });
  });
});
