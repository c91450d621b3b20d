import { beforeAll, describe, expect, it } from 'vitest';
import { ask, given, names, numbersOf } from '../../tests/support/search-desk.ts';

describe('numbers', () => {
  beforeAll(async () => {
    await given(
      { number: 'GB 9706.1-2020', sortOn: '2020-04-09' },
      { number: 'GB 9706.1-2007', sortOn: '2007-07-02' },
      { number: 'GB/T 9706.1-1995', sortOn: '1995-12-21' },
      { number: 'GB 9706.202-2021', sortOn: null },
      { number: 'GB/T 42061-2022' },
      { number: 'YY/T 0740-2022' },
      { number: 'ISO 14971:2019', sortOn: '2019-12-01' },
      { number: 'ISO 14971:2007', sortOn: '2007-03-01' },
      { number: 'ISO/TR 24971:2020', titles: ['Medical devices — Guidance on the application of ISO 14971'] },
      { number: 'ISO 10993-1:2018' },
    );
  });
  it.each([
    ['GB9706.1-2020', ['GB 9706.1-2020', 'GB 9706.1-2007', 'GB/T 9706.1-1995']],
    ['ＧＢ ９７０６．１—２００７', ['GB 9706.1-2007', 'GB 9706.1-2020', 'GB/T 9706.1-1995']],
    ['gb 9706.1', ['GB 9706.1-2020', 'GB 9706.1-2007', 'GB/T 9706.1-1995']],
    ['yy/t0740', ['YY/T 0740-2022']],
    ['42061', ['GB/T 42061-2022']],
    ['9706.202', ['GB 9706.202-2021']],
    ['GB/T 42', ['GB/T 42061-2022']],
    ['GB 9706.2', ['GB 9706.202-2021']],
    ['GBT', ['GB/T 42061-2022', 'GB/T 9706.1-1995']],
    ['ISO 10993', ['ISO 10993-1:2018']],
    ['国家标准 GB/T 42061-2022', ['GB/T 42061-2022']],
    ['国标42061', ['GB/T 42061-2022']],
    ['GB/T 42061.2022', ['GB/T 42061-2022']],
    ['GB 9706.1 2007', ['GB 9706.1-2007']],
  ])('%s is understood', async (text, expected) => {
    expect(numbersOf(await ask(text)).slice(0, expected.length)).toEqual(expected);
  });
  it('a number goes first, then the texts that mention it', async () => {
    const answer = await ask('iso 14971');
    expect(numbersOf(answer)).toEqual(['ISO 14971:2019', 'ISO 14971:2007', 'ISO/TR 24971:2020']);
    expect(answer.hits.map((hit) => hit.match)).toEqual(['number', 'number', 'title']);
    expect(answer.readAs).toEqual(['ISO 14971']);
    expect(answer.total).toEqual({ n: 3, isApproximate: false });
  });
  it.each([
    'GB/T 42601-2022',
    'GB/T 4206-2022',
    'GB/T 420611-2022',
    'GB/T 42O61-2022',
    'GX/T 42061',
    'YY/T 42061-2022',
    'GB/T 42061-2012',
    'GB/T 42.061-2022',
  ])('the misspelt %s leads to the nearest registered number', async (text) => {
    const answer = await ask(text);
    const near = [...answer.hits, ...answer.nearest].map((hit) => names.get(hit.streamId));
    expect(answer.spellings).toEqual([]);
    expect(near[0]).toBe('GB/T 42061-2022');
  });
  it.each([
    ['GB 97061', 'GB 9706.1-2007'],
    ['GB 97061-2020', 'GB 9706.1-2020'],
    ['GB 9706202-2021', 'GB 9706.202-2021'],
    ['GB/T 4206.1', 'GB/T 42061-2022'],
  ])('%s, with a point lost or added, leads to %s', async (text, expected) => {
    expect((await ask(text)).nearest.map((hit) => names.get(hit.streamId))[0]).toBe(expected);
  });
  it('a number unlike any registered one has no nearest', async () => {
    expect((await ask('GB/T 77777777-2022')).nearest).toEqual([]);
    expect((await ask('除颤器')).nearest).toEqual([]);
  });

  it.each([
    ['GB/T 42061-2021', 'GB/T 42061-2021'],
    ['GB 9706.1-2020/XG1-2021', 'GB 9706.1-2020/XG1-2021'],
    ['iso 24971', 'ISO 24971'],
    ['GB/T 77777777-2022', 'GB/T 77777777-2022'],
    ['GB 9706.1-2020', undefined],
    ['GB 9706.1', undefined],
    ['GB 9706', undefined],
    ['GB/T 42', undefined],
    ['42061', undefined],
    ['除颤器', undefined],
  ])('%s: what is not held is said, whatever else is found', async (text, expected) => {
    expect((await ask(text)).notHeld).toBe(expected);
  });
  it.each(['GB/T 42061-2022 GB 9706.1-2007', 'GB/T 42061-2022、GB 9706.1-2007；', 'GB 9706.1-2007，GB/T 42061'])(
    'several numbers, %s, are each asked for',
    async (text) => {
      const answer = await ask(text);
      expect(numbersOf(answer)).toEqual(expect.arrayContaining(['GB/T 42061-2022', 'GB 9706.1-2007']));
      expect(answer.readAs).toHaveLength(2);
    },
  );
  it('a number with a title behind it stays one number', async () => {
    expect((await ask('GB/T 42061-2022 医疗器械')).readAs).toEqual(['GB/T 42061-2022']);
  });
  it('what the conditions leave out is held all the same', async () => {
    expect((await ask('GB 9706.1-2020', { filters: { tier: ['local'] } })).notHeld).toBeUndefined();
  });
  it.each([
    ['newest', ['GB 9706.1-2020', 'GB 9706.1-2007', 'GB/T 9706.1-1995', 'GB 9706.202-2021']],
    ['oldest', ['GB/T 9706.1-1995', 'GB 9706.1-2007', 'GB 9706.1-2020', 'GB 9706.202-2021']],
  ] as const)('a number asked by date, the %s first, has the undated last', async (sort, expected) => {
    expect(numbersOf(await ask('GB 9706', { sort }))).toEqual(expected);
  });
});

describe('a prefix alone', () => {
  beforeAll(async () => {
    await given(
      { number: 'DB31/T 99-2024' },
      { number: 'DB31 1-2020' },
      { number: 'DB3101/T 5-2022' },
      { number: 'DB33/T 9-2024' },
    );
  });
  it.each([
    ['DB31', ['DB31 1-2020', 'DB31/T 99-2024', 'DB3101/T 5-2022']],
    ['DB33/T', ['DB33/T 9-2024']],
    ['db33', ['DB33/T 9-2024']],
  ])('%s stands for all that begins so', async (text, expected) => {
    expect(numbersOf(await ask(text)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('a credit code', () => {
  it('finds what its organization drafted, in any case and width', async () => {
    await given(
      { number: 'GB 1-2020', facets: { organizations: ['某公司', '91350100M000100Y43'] } },
      { number: 'GB 2-2020', facets: { organizations: ['另一公司'] } },
    );
    for (const text of ['91350100M000100Y43', '91350100m000100y43', '９１３５０１００Ｍ０００１００Ｙ４３'])
      expect(numbersOf(await ask(text))).toEqual(['GB 1-2020']);
    expect(numbersOf(await ask('91350100M000100Y44'))).toEqual([]);
  });
});
