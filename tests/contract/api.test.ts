import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { claimedCheckpoint } from '../../src/foundation/seals/checkpoint.ts';
import { leafHash } from '../../src/foundation/seals/merkle-tree.ts';
import { provesInclusion } from '../../src/foundation/seals/proofs.ts';
import * as registerShapes from '../../src/standards/api/register-schemas.ts';
import * as standardShapes from '../../src/standards/api/schemas.ts';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';
import { on } from '../support/standards-register.ts';

withoutTraces();
const shapes = { ...standardShapes, ...registerShapes };
let house: StandardsApp;
let earlier: string;

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB/T 1.1-2009', {
    titles: [{ lang: 'zh-Hans', text: '标准化工作导则 第1部分', standing: 'official' }],
    publishedOn: on('2009-06-17'),
    ics: ['99.999'],
    implementations: [{ date: on('2010-01-01') }],
  });
  earlier = await house.instant();
  await house.state('GB/T 1.1-2020', {
    titles: [{ lang: 'zh-Hans', text: '标准化工作导则 第1部分：标准化文件的结构和起草规则', standing: 'official' }],
    publishedOn: on('2020-03-31'),
    implementations: [{ date: on('2020-10-01') }],
    relations: [{ kind: 'replaces', target: 'GB/T 1.1-2009' }],
    ics: ['01.120'],
  });
  for (let part = 1; part <= 5; part++)
    await house.state(`YY/T 000${part}-2015`, {
      titles: [{ lang: 'zh-Hans', text: `某器械 第${part}部分`, standing: 'official' }],
      publishedOn: on(`2015-01-0${part}`),
    });
  await house.seal();
  await house.index();
});

async function json<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.output<Shape>> {
  const response = await house.get(path);
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  return shape.parse(body);
}

const problem = async (path: string) => {
  const response = await house.get(path, { 'accept-language': 'en' });
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return shapes.problemShape.parse(await response.json());
};

describe('the document', () => {
  // Written anew by: npx vitest run --project rules tests/contract/api.test.ts -u
  test('is the one in docs/api, made from the routes', async () => {
    const served = await (await house.get('/api/openapi.json')).text();
    await expect(served).toMatchFileSnapshot('../../docs/api/openapi.json');
  });

  test('is OpenAPI 3.1, and every operation has a name, a summary and its problems', async () => {
    const document: {
      openapi: string;
      paths: Record<
        string,
        Record<string, { operationId?: string; summary?: string; responses: Record<string, unknown> }>
      >;
    } = JSON.parse(await (await house.get('/api/openapi.json')).text());
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations.length).toBeGreaterThanOrEqual(13);
    expect(operations.filter((one) => !one.operationId || !one.summary || !one.responses['400'])).toEqual([]);
  });
});

describe('one standard', () => {
  test('has its published shape, by address and by any spelling of its number', async () => {
    const byAddress = await json('/api/v1/standards/GB-T-1.1-2009', shapes.standardShape);
    expect(byAddress).toMatchObject({
      number: 'GB/T 1.1-2009',
      status: { code: 'superseded', since: '2020-10-01' },
      supersededOn: '2020-10-01',
    });
    expect(await json('/api/v1/standards/gbt1.1%E2%80%942009', shapes.standardShape)).toEqual(byAddress);
  });

  test('as of an earlier day and as known at an earlier instant', async () => {
    expect((await json('/api/v1/standards/GB-T-1.1-2009?as-of=2015-01-01', shapes.standardShape)).status.code).toBe(
      'inForce',
    );
    const known = await json(`/api/v1/standards/GB-T-1.1-2009?known=${earlier}`, shapes.standardShape);
    expect(known).toMatchObject({ status: { code: 'inForce' }, supersededOn: null, settled: true });
    expect(await problem(`/api/v1/standards/GB-T-1.1-2020?known=${earlier}`)).toMatchObject({
      status: 404,
      code: 'standards.not-known-then',
    });
  });

  test('tells its relations, series, and history', async () => {
    const { relations } = await json('/api/v1/standards/GB-T-1.1-2009/relations', shapes.relationsShape);
    expect(relations).toMatchObject([
      { kind: 'replacedBy', number: 'GB/T 1.1-2020', address: 'GB-T-1.1-2020', whole: true },
    ]);
    const series = await json('/api/v1/standards/GB-T-1.1-2009/series', shapes.seriesShape);
    expect(series.editions.map(({ number }) => number)).toEqual(['GB/T 1.1-2009', 'GB/T 1.1-2020']);
    const history = await json('/api/v1/standards/GB-T-1.1-2020/history', shapes.historyShape);
    expect(history.acts).toHaveLength(1);
  });

  test('is proven by its leaves against the signed checkpoint, with nothing else asked', async () => {
    const proof = await json('/api/v1/standards/GB-T-1.1-2020/proof', shapes.proofShape);
    const checkpoint = claimedCheckpoint(proof.checkpoint);
    expect(checkpoint?.treeSize).toBe(proof.treeSize);
    for (const leaf of proof.leaves) {
      const hash = leafHash(leaf.entry);
      expect(Buffer.from(hash).toString('hex')).toBe(leaf.leafHash);
      const root = checkpoint?.root ?? new Uint8Array();
      expect(
        provesInclusion({
          ...leaf,
          leaf: hash,
          treeSize: proof.treeSize,
          proof: leaf.proof.map((one) => Buffer.from(one, 'hex')),
          root,
        }),
      ).toBe(true);
    }
    expect(proof.leaves).toHaveLength(1);
  });

  test('that is not registered is a problem with a code and a remedy', async () => {
    expect(await problem('/api/v1/standards/GB%201-1999')).toMatchObject({
      status: 404,
      code: 'standards.not-in-register',
      detail: expect.stringContaining('Coverage'),
    });
    expect(await problem('/api/v1/standards/GB%2FT%201.1')).toMatchObject({
      status: 409,
      code: 'standards.several-bear-number',
    });
  });
});

describe('lists', () => {
  test('go on by a cursor until each standard was given once', async () => {
    const numbers: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: z.output<typeof shapes.listShape> = await json(
        `/api/v1/standards?tier=sectoral&limit=2${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`,
        shapes.listShape,
      );
      numbers.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    expect(numbers.toSorted()).toEqual([
      'YY/T 0001-2015',
      'YY/T 0002-2015',
      'YY/T 0003-2015',
      'YY/T 0004-2015',
      'YY/T 0005-2015',
    ]);
  });

  test('a forged cursor, and one of another question, are refused', async () => {
    const { next } = await json('/api/v1/standards?tier=sectoral&limit=2', shapes.listShape);
    expect((await problem('/api/v1/standards?cursor=WzFd.AAAA')).status).toBe(400);
    expect(
      (await problem(`/api/v1/standards?tier=national&limit=2&cursor=${encodeURIComponent(next ?? '')}`)).status,
    ).toBe(400);
  });

  test('search answers an exact number first and tells facets', async () => {
    const found = await json('/api/v1/search?q=gbt1.1-2020', shapes.searchShape);
    expect(found.items[0]?.number).toBe('GB/T 1.1-2020');
    expect(found.readAs).toEqual(['GB/T 1.1-2020']);
    const words = await json(`/api/v1/search?q=${encodeURIComponent('导则')}`, shapes.searchShape);
    expect(words.total).toBe(2);
    expect(words.facets.map(({ name }) => name)).toContain('status');
  });

  test.each(['limit=0', 'limit=9999', 'sort=sideways', 'as-of=never', 'year-from=12'])(
    '%s is refused',
    async (query) => {
      expect(await problem(`/api/v1/standards?${query}`)).toMatchObject({
        status: 400,
        code: 'http.parameter-invalid',
      });
    },
  );
});

describe('a parameter that cannot be used', () => {
  const title = async (path: string, lang: string): Promise<string> => {
    const {
      title: told,
      code,
      status,
    } = shapes.problemShape.parse(await (await house.get(path, { 'accept-language': lang })).json());
    expect({ code, status }).toEqual({ code: 'http.parameter-invalid', status: 400 });
    return told;
  };

  test.each([
    ['/api/v1/standards?limit=99999', 'limit', '99999', '应为 1 至 200 的整数', 'a whole number from 1 to 200'],
    ['/api/v1/standards?limit=abc', 'limit', 'abc', '应为 1 至 200 的整数', 'a whole number from 1 to 200'],
    [
      '/api/v1/standards?sort=zzz',
      'sort',
      'zzz',
      '应为 relevance、newest、oldest 之一',
      'one of relevance, newest, oldest',
    ],
    ['/api/v1/id', 'text', '', '没有给出', 'a value is required'],
    ['/api/v1/id?text=', 'text', '', '不能为空', 'it must not be empty'],
    ['/api/v1/log/entries?limit=99999', 'limit', '99999', '应为 1 至 1000 的整数', 'a whole number from 1 to 1000'],
    ['/api/v1/log/entries?from=-1', 'from', '-1', '应为不小于 0 的整数', 'a whole number from 0 up'],
    [`/api/v1/standards?tier=${'x'.repeat(300)}`, 'tier', 'x'.repeat(80), '最多 200 个字符', 'at most 200 characters'],
  ])('%s is told with the value sent and with what is allowed', async (path, name, value, zh, en) => {
    const inChinese = await title(path, 'zh-Hans');
    expect(inChinese).toContain(`参数 ${name} 的值“${value}”不能用：${zh}`);
    expect(inChinese).not.toMatch(/invalid/i);
    expect(await title(path, 'en')).toContain(
      `The parameter ${name} has the value “${value}”, which cannot be used: ${en}`,
    );
  });
});

describe('a value that no list has', () => {
  test.each([
    ['tier=nonsense', 'one of national, sectoral,', 'tiers'],
    ['tier=sectoral&tier=nonsense', 'one of national, sectoral,', 'tiers'],
    ['nature=nonsense', 'one of mandatory,', 'natures'],
    ['kind=nonsense', 'one of standard,', 'kinds'],
    ['status=nonsense', 'one of inDevelopment,', 'statuses'],
    ['ics=zz', 'a code of the list ics', 'ics'],
    ['ccs=zz', 'a code of the list ccs', 'ccs'],
    ['region=zz', 'a code of the list regions', 'regions'],
    ['sector=zz', 'a code of the list sector-codes', 'sector-codes'],
  ])('%s is refused, with the list of those that there are', async (query, allowed, list) => {
    for (const operation of ['standards', 'search']) {
      const { status, title } = await problem(`/api/v1/${operation}?${query}`);
      expect(status).toBe(400);
      expect(title).toContain(allowed);
      expect(title).toContain(`/api/v1/codelists/${list}`);
    }
    await json(`/api/v1/codelists/${list}`, shapes.codelistShape);
  });

  test('can be asked for where a record bears it, and an empty one asks for nothing', async () => {
    expect((await json('/api/v1/standards?ics=99.999', shapes.listShape)).total).toBe(1);
    expect((await json('/api/v1/standards?ics=01.120&tier=', shapes.listShape)).total).toBe(1);
    expect((await json('/api/v1/standards?ics=11', shapes.listShape)).total).toBe(0);
  });
});

describe('numbers, code lists, coverage, log', () => {
  test('any number is read, with why not', async () => {
    expect(await json(`/api/v1/id?text=${encodeURIComponent('ＧＢ／Ｔ1.1—2020')}`, shapes.readingShape)).toMatchObject({
      outcome: 'recognized',
      numbers: [{ canonical: 'GB/T 1.1-2020' }],
      addresses: ['GB-T-1.1-2020'],
    });
    expect((await json('/api/v1/id?text=XQ%2FT%201-2000', shapes.readingShape)).outcome).toBe('unknown-prefix');
  });

  test('a code list has its days; one that is not there is a problem', async () => {
    const { codes } = await json('/api/v1/codelists/tiers', shapes.codelistShape);
    expect(codes.map(({ code }) => code)).toContain('national');
    expect((await problem('/api/v1/codelists/moons')).status).toBe(404);
    const { parts } = await json('/api/v1/coverage', shapes.coverageShape);
    expect(parts.find(({ family }) => family === 'YY')).toMatchObject({ tier: 'sectoral', records: 5 });
  });

  test('the log gives its checkpoint, entries and tiles', async () => {
    const checkpoint = await json('/api/v1/log/checkpoint', shapes.checkpointShape);
    const note = await (await house.get('/log/checkpoint')).text();
    expect(checkpoint.note).toBe(note);
    const { entries } = await json('/api/v1/log/entries?from=0&limit=1000', shapes.entriesShape);
    expect(entries).toHaveLength(checkpoint.treeSize);
    const tile = Buffer.from(await (await house.get(`/log/tile/0/000.p/${checkpoint.treeSize}`)).arrayBuffer());
    expect(tile.toString('hex')).toBe(entries.map(({ leafHash: hash }) => hash).join(''));
    const shown = entries.filter(({ entry }) => entry !== null);
    expect(shown).toHaveLength(entries.length);
    expect(shown.map(({ entry }) => Buffer.from(leafHash(entry ?? '')).toString('hex'))).toEqual(
      shown.map(({ leafHash: hash }) => hash),
    );
  });

  test.each([
    '/log/tile/0/001',
    '/log/tile/0/000.p/255',
    '/log/tile/9/000',
    '/log/tile/0/..%2F000',
    '/log/tile/0/x999/x999/x999/x999/x999/x999/999',
  ])('%s is not there', async (path) => {
    expect((await house.get(path)).status).toBe(404);
  });
});
