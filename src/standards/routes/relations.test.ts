import { beforeAll, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';
import { on } from '../../../tests/support/standards-register.ts';
import { publicRecord } from '../exports/public-record.ts';
import { recordsAfter } from '../queries/record.ts';

const citing = 260;
const own = 420;
const number = (index: number) => `GB/T ${50_000 + index}-2020`;

let house: StandardsApp;
beforeAll(async () => {
  house = await emptyStandardsApp();
  const kinds = ['cites', 'normativeReference'] as const;
  await house.state('GB/T 1-2020', {
    implementations: [{ date: on('2020-07-01') }],
    relations: Array.from({ length: own }, (_, index) => ({ kind: 'cites', target: `ISO ${1_000 + index}:2001` })),
  });
  // Cited twice over, by one kind and by the other, it is one standard that cites.
  for (let index = 0; index < citing; index++)
    await house.state(number(index), {
      relations: kinds.slice(0, index % 2 === 0 ? 1 : 2).map((kind) => ({ kind, target: 'GB/T 1-2020' })),
    });
  await house.state('GB/T 2-2020', { relations: [{ kind: 'replaces', target: 'GB/T 3-2020' }] });
  await house.state('GB/T 3-2020', { relations: [{ kind: 'replacedBy', target: 'GB/T 2-2020' }] });
});

const at = (path: string, accept = 'application/json') => house.get(path, { accept, 'accept-language': 'en' });

interface Told {
  readonly relations: readonly { readonly kind: string; readonly number: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly relationCounts: Readonly<Record<string, number>>;
  readonly moreRelations: string | null;
  readonly next: string | null;
}

const told = async (path: string): Promise<Told> => JSON.parse(await (await at(path)).text());

/** All pages of an address that goes on by cursor. */
async function walked(path: string): Promise<Told['relations']> {
  const found: Told['relations'][number][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await at(cursor === '' ? path : `${path}&cursor=${cursor}`);
    const page: Told = JSON.parse(await answer.text());
    expect(page.counts).toEqual({ cites: own, citedBy: citing });
    found.push(...page.relations);
    cursor = page.next;
  }
  return found;
}

describe('a standard of many relations', () => {
  test('says how many of each kind there are, and where the rest is', async () => {
    const many = await told('/standards/GB-T-1-2020.json');
    expect(many.relationCounts).toEqual({ cites: own, citedBy: citing });
    expect(many.relations.filter(({ kind }) => kind === 'cites')).toHaveLength(own);
    expect(many.moreRelations).toBe('/api/v1/standards/GB-T-1-2020/relations?as-of=2026-06-30');
    expect((await at(many.moreRelations ?? '')).status).toBe(200);
    const few: Told = await told('/standards/GB-T-2-2020.json');
    expect(few).toMatchObject({ relationCounts: { replaces: 1 }, moreRelations: null });
  });

  test('tells all of them to programs, page by page and each once', async () => {
    const all = await walked('/api/v1/standards/GB-T-1-2020/relations?limit=170');
    expect(new Set(all.map((one) => `${one.kind} ${one.number}`)).size).toBe(all.length);
    expect(all).toHaveLength(own + citing);
    const cited = await walked('/api/v1/standards/GB-T-1-2020/relations?kind=citedBy');
    expect(cited.map((one) => one.number).toSorted()).toEqual(
      Array.from({ length: citing }, (_, index) => number(index)).toSorted(),
    );
  });

  test('refuses a cursor of another question and a kind that there is none of', async () => {
    const { next }: Told = await told('/api/v1/standards/GB-T-1-2020/relations?kind=citedBy');
    expect((await at(`/api/v1/standards/GB-T-1-2020/relations?cursor=${next}`)).status).toBe(400);
    expect((await at(`/api/v1/standards/GB-T-2-2020/relations?kind=citedBy&cursor=${next}`)).status).toBe(400);
    expect((await at('/api/v1/standards/GB-T-1-2020/relations?kind=likes')).status).toBe(400);
    expect((await at('/standards/GB-T-1-2020/relations?kind=likes', 'text/html')).status).toBe(400);
  });

  test('says on its page how many there are, with a way that reaches all', async () => {
    const page = await (await at('/standards/GB-T-1-2020', 'text/html')).text();
    expect(page).toContain(`cited by: ${citing} standards in all`);
    let href = /href="([^"]*relations\?kind=citedBy)"/.exec(page)?.[1];
    const found = new Set<string>();
    while (href !== undefined) {
      const shown = await (await at(href, 'text/html')).text();
      expect(shown).toContain(`cited by: ${citing} standards`);
      for (const [, address = ''] of shown.matchAll(/\/standards\/(GB-T-5\d+-2020)/g)) found.add(address);
      href = /<a href="([^"]*)" rel="next"/.exec(shown)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(found.size).toBe(citing);
  });

  test('says so in the rows of bulk files', async () => {
    const moment = { day: '2026-06-30' };
    const records = await recordsAfter(house.database, undefined, { limit: 1_000, moment });
    const record = records.find((one) => one.number === 'GB/T 1-2020');
    expect(record && publicRecord(record, moment)).toMatchObject({ relationCounts: { cites: own, citedBy: citing } });
    expect(records.find((one) => one.number === 'GB/T 3-2020')?.relations).toHaveLength(2);
  });
});
