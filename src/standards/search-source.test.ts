import { beforeEach, describe, expect, it } from 'vitest';
import { emptyStandardsRegister, on, type StandardsRegister } from '../../tests/support/standards-register.ts';
import { clockAt } from '../foundation/clock.ts';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { drainIndexing, indexingBacklog, queueEverything, type SearchAsked, search } from '../search/index.ts';
import type { StandardStatement } from './model.ts';
import { briefsById, briefsByKey } from './queries/brief.ts';
import { inTheEnd } from './queries/moment.ts';
import { standardSearchSource } from './search-source.ts';

let register: StandardsRegister;

beforeEach(async () => {
  register = await emptyStandardsRegister();
});

type Wish = Partial<StandardStatement> & {
  readonly number: string;
  readonly title?: string;
  readonly from?: string;
  readonly replaces?: readonly string[];
};

/** A source states a standard; a later statement of the same number changes it. */
async function stated({ title = '样品', from, replaces = [], number, ...wish }: Wish): Promise<void> {
  await register.state(number, {
    titles: [{ lang: 'zh-Hans', text: title, standing: 'official' }],
    implementations: from === undefined ? [] : [{ date: on(from) }],
    relations: replaces.map((target) => ({ kind: 'replaces', target })),
    ...wish,
  });
}

const indexed = (today = '2026-01-31') =>
  drainIndexing({
    database: register.database,
    sources: [standardSearchSource],
    clock: clockAt(`${today}T04:00:00.000Z`),
  });

async function found(text: string, more: Partial<SearchAsked> = {}): Promise<readonly string[]> {
  const answer = await search(
    { read: register.database, cursorKey: new Uint8Array(32) },
    { text, filters: {}, sort: 'relevance', asOf: '2026-01-31', size: 20, place: { page: 1 }, facets: [], ...more },
  );
  const ids = answer.hits.map((hit) => hit.streamId);
  const rows = await register.database.all<{ readonly standard_id: string; readonly number: string }>(
    sql`select standard_id, number from standard where standard_id = any(${ids}::uuid[]) and upper_inf(known)`,
  );
  return ids.map((id) => rows.find((row) => row.standard_id === id)?.number ?? 'gone');
}

async function datesOf(number: string) {
  const [brief] = await briefsByKey(register.database, [number], inTheEnd);
  if (!brief) throw new Error(`${number} is not registered.`);
  return { ...brief.dates, successors: brief.successors.filter((one) => one.isAwaited).map((one) => one.number) };
}

describe('the register of standards in the index', () => {
  it('a standard is found by number, title, scope, organization and committee once it is indexed', async () => {
    await stated({
      number: 'YY/T 0740-2022',
      title: '医用电气设备',
      from: '2023-07-01',
      scope: [{ lang: 'zh-Hans', text: '适用于输液泵' }],
      committee: 'SAC/TC 10',
      organizations: [{ name: '上海市医疗器械检验所', role: 'leading', creditCode: '12310000425013617J' }],
    });
    expect(await found('医用电气')).toEqual([]);
    expect(await indexingBacklog(register.database)).toBe(2);
    await indexed();
    expect(await indexingBacklog(register.database)).toBe(0);
    for (const text of ['yy/t0740', '医用电气', '输液泵', '上海市医疗器械检验所', 'SAC/TC 10'])
      expect(await found(text)).toEqual(['YY/T 0740-2022']);
    expect(await found('', { filters: { organization: ['上海市医疗器械检验所'] } })).toEqual(['YY/T 0740-2022']);
    expect(await found('', { filters: { organization: ['12310000425013617J'] } })).toEqual(['YY/T 0740-2022']);
  });
  it('what changes is found as it is now, and no longer as it was', async () => {
    await stated({ number: 'GB/T 1-2020', title: '输液泵' });
    await indexed();
    await stated({ number: 'GB/T 1-2020', title: '注射泵' });
    await indexed();
    expect(await found('输液泵')).toEqual([]);
    expect(await found('注射泵')).toEqual(['GB/T 1-2020']);
  });
  it('indexing again what is the same writes nothing', async () => {
    await stated({ number: 'GB/T 1-2020' });
    expect((await indexed()).written).toBe(1);
    await register.database.transaction((tx) => queueEverything(tx, ['standard']));
    expect(await indexed()).toEqual({ changes: 1, written: 0 });
  });
  it('a standard ends when its successor comes into force, and the index learns it from the successor', async () => {
    await stated({ number: 'GB 1-2010', title: '泵', from: '2011-01-01', publishedOn: on('2010-06-01') });
    await indexed();
    await stated({
      number: 'GB 1-2024',
      title: '泵',
      from: '2026-07-01',
      publishedOn: on('2024-06-01'),
      replaces: ['GB 1-2010'],
    });
    await indexed();
    expect(await found('泵', { filters: { status: ['inForce'] }, asOf: '2026-01-31' })).toEqual(['GB 1-2010']);
    expect(await found('泵', { filters: { status: ['inForce'] }, asOf: '2026-07-01' })).toEqual(['GB 1-2024']);
  });
  it('on the day of its change of status an entry is written anew, so that its place in the order changes', async () => {
    await stated({ number: 'GB 1-2010', title: '泵', from: '2011-01-01', publishedOn: on('2010-06-01') });
    await stated({
      number: 'GB 1-2024',
      title: '泵',
      from: '2026-07-01',
      publishedOn: on('2024-06-01'),
      replaces: ['GB 1-2010'],
    });
    await indexed('2026-06-30');
    expect(await found('泵')).toEqual(['GB 1-2010', 'GB 1-2024']);
    expect((await indexed('2026-07-01')).written).toBe(2);
    expect(await found('泵')).toEqual(['GB 1-2024', 'GB 1-2010']);
    expect((await indexed('2026-07-01')).changes).toBe(0);
  });
  it('"together with" is followed over several standards, and changes when the leader changes', async () => {
    await stated({ number: 'GB 9706.1-2020', from: '2023-05-01' });
    await stated({
      number: 'GB 9706.2-2021',
      title: '泵',
      implementations: [{ togetherWith: 'GB 9706.1-2020' }],
      replaces: ['GB 9706.2-2010'],
    });
    await stated({ number: 'GB 9706.3-2021', title: '泵', implementations: [{ togetherWith: 'GB 9706.2-2021' }] });
    await stated({ number: 'GB 9706.2-2010', title: '泵', from: '2011-01-01' });
    await indexed();
    expect((await datesOf('GB 9706.3-2021')).inForceOn).toBe('2023-05-01');
    expect(await datesOf('GB 9706.2-2010')).toMatchObject({
      supersededOn: '2023-05-01',
      successors: ['GB 9706.2-2021'],
    });
    await stated({ number: 'GB 9706.1-2020', from: '2027-05-01' });
    await indexed();
    expect(await found('泵', { filters: { status: ['inForce'] } })).toEqual(['GB 9706.2-2010']);
    expect(await found('泵', { filters: { status: ['notYetInForce'] } })).toHaveLength(2);
  });
  it('standards that take effect together with each other in a circle have no day, and nothing hangs', async () => {
    await stated({ number: 'GB 1-2020', implementations: [{ togetherWith: 'GB 2-2020' }] });
    await stated({ number: 'GB 2-2020', implementations: [{ togetherWith: 'GB 1-2020' }] });
    await indexed();
    expect((await datesOf('GB 1-2020')).inForceOn).toBeNull();
  });
  it('an edition ends only when every whole successor is in force; drafts and partial successors do not count', async () => {
    await stated({ number: 'GB 1-2010', from: '2011-01-01' });
    await stated({ number: 'GB 2-2020', from: '2021-01-01', replaces: ['GB 1-2010'] });
    await stated({ number: 'GB 3-2021', replaces: ['GB 1-2010'] });
    expect((await datesOf('GB 1-2010')).supersededOn).toBeNull();
    await stated({ number: 'GB 3-2021', from: '2022-01-01', replaces: ['GB 1-2010'] });
    expect((await datesOf('GB 1-2010')).supersededOn).toBe('2022-01-01');
    await stated({
      number: 'GB 4-2025',
      from: '2025-01-01',
      relations: [{ kind: 'replaces', target: 'GB 1-2010', whole: false }],
    });
    await stated({ number: 'GB 5-2025', reported: { state: 'inDevelopment' }, replaces: ['GB 1-2010'] });
    expect(await datesOf('GB 1-2010')).toMatchObject({
      supersededOn: '2022-01-01',
      successors: ['GB 2-2020', 'GB 3-2021'],
    });
  });
  it('"replaced by" of the older side counts like "replaces" of the newer, once', async () => {
    await stated({
      number: 'ISO 1:2000',
      publishedOn: on('2000-01-01'),
      relations: [{ kind: 'replacedBy', target: 'ISO 1:2010' }],
    });
    await stated({ number: 'ISO 1:2010', publishedOn: on('2010-01-01'), replaces: ['ISO 1:2000'] });
    expect(await datesOf('ISO 1:2000')).toMatchObject({ supersededOn: '2010-01-01', successors: ['ISO 1:2010'] });
  });
  it('a relation taken back frees the older edition again, in the index too', async () => {
    await stated({ number: 'GB 1-2010', title: '泵', from: '2011-01-01' });
    await stated({ number: 'GB 1-2020', title: '阀', from: '2021-01-01', replaces: ['GB 1-2010'] });
    await indexed();
    expect(await found('泵', { filters: { status: ['inForce'] } })).toEqual([]);
    await stated({ number: 'GB 1-2020', title: '阀', from: '2021-01-01' });
    await indexed();
    expect(await found('泵', { filters: { status: ['inForce'] } })).toEqual(['GB 1-2010']);
  });
  it('two indexers do not write over each other: the second finds nothing to do', async () => {
    await stated({ number: 'GB/T 1-2020' });
    const done = await Promise.all([indexed(), indexed()]);
    expect(done.reduce((sum, one) => sum + one.written, 0)).toBe(1);
    expect(await found('gb/t1')).toEqual(['GB/T 1-2020']);
  });
  it('many standards are asked in a fixed number of queries', async () => {
    for (let n = 1; n <= 12; n++)
      await stated({ number: `GB/T ${n}-2020`, replaces: [`GB/T ${n}-2010`], from: '2021-01-01' });
    let queries = 0;
    const counting: ReadHandle = {
      first: register.database.first,
      all: (statement) => {
        queries++;
        return register.database.all(statement);
      },
    };
    const rows = await register.database.all<{ readonly standard_id: string }>(sql`select standard_id from standard`);
    const ids = rows.map((row) => row.standard_id);
    expect((await briefsById(counting, ids, inTheEnd)).size).toBe(12);
    expect(queries).toBe(1);
  });
});
