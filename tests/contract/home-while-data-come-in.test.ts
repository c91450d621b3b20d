import { describe, expect, it } from 'vitest';
import { sql } from '../../src/foundation/sql.ts';
import { emptyStandardsApp, withoutTraces } from '../support/standards-app.ts';

withoutTraces();

const textOf = async (answer: Promise<Response>): Promise<string> => {
  const response = await answer;
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};

describe('while the founding data come in, the home page', () => {
  it.each([
    ['en', 'The founding data are still coming in: 5,000 of 14,998 records'],
    ['zh-Hans', '初始数据正在载入：当前文件共 14,998 条，已载入 5,000 条'],
  ])('says how far they have come, in %s, and no more when they are in', async (lang, sentence) => {
    const { deps, get } = await emptyStandardsApp();
    const home = () => textOf(get('/', { 'accept-language': lang }));
    const quiet = { at: () => {}, end: () => {} };
    await deps.arrivals.during(
      () => quiet,
      async (progress) => {
        expect(await home()).not.toContain(sentence.slice(0, 10));
        progress('ISO', 14_998).at(5_000);
        expect(await home()).toContain(sentence);
      },
    );
    expect(await home()).not.toContain(sentence.slice(0, 10));
  });

  it('is answered without the embedded database, which an act of the founding data holds for as long as its file is read', async ({
    skip,
  }) => {
    const { deps, database, get } = await emptyStandardsApp();
    if (database.kind === 'server') return skip('A server has sessions enough.');
    await deps.arrivals.during(
      () => ({ at: () => {}, end: () => {} }),
      async (progress) => {
        progress('ISO', undefined).at(7);
        await database.transaction(async () => {
          const text = await textOf(get('/', { 'accept-language': 'en' }));
          expect(text).toContain('still coming in: 7 records of the file being read');
          expect(text).not.toContain('In this register');
        });
      },
    );
    expect(await textOf(get('/', { 'accept-language': 'en' }))).toContain('In this register');
  });

  it('is reached through a load balancer, because the server calls itself ready: it can answer (docs/settings.md)', async () => {
    const { deps, get } = await emptyStandardsApp();
    await deps.arrivals.during(
      () => ({ at: () => {}, end: () => {} }),
      async (progress) => {
        progress('ISO', 14_998).at(5_000);
        expect(await textOf(get('/readyz'))).toBe('ready ');
        expect(await textOf(get('/healthz'))).toBe('ok ');
      },
    );
  });

  it('says how many records search does not find yet, when they are more than an act or two leave', async () => {
    const { database, get, index } = await emptyStandardsApp();
    const queue = (count: number) =>
      database.transaction((tx) =>
        tx.run(sql`insert into changed_stream (kind, home_id, stream_id)
          select 'standard', gen_random_uuid(), gen_random_uuid() from generate_series(1, ${count})`),
      );
    const home = () => textOf(get('/', { 'accept-language': 'en' }));
    await queue(20);
    expect(await home()).not.toContain('not yet found by search');
    await queue(1_180);
    expect(await home()).toContain('Indexing: 1,200 records are registered and not yet found by search.');
    await index();
    expect(await home()).not.toContain('not yet found by search');
  });
});
