import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/foundation/clock.ts';
import { sql } from '../../src/foundation/sql.ts';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';
import { on } from '../support/standards-register.ts';

withoutTraces();
let house: StandardsApp;
const page = { accept: 'text/html', 'accept-language': 'en' };

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB 9706.1-2007', {
    titles: [
      { lang: 'zh-Hans', text: '医用电气设备 第1部分', standing: 'official' },
      { lang: 'en', text: 'Medical electrical equipment - Part 1', standing: 'unofficial' },
    ],
    publishedOn: on('2007-07-02'),
    implementations: [{ date: on('2008-07-01') }],
  });
  await house.state('GB 9706.1-2020', {
    titles: [
      { lang: 'zh-Hans', text: '医用电气设备 第1部分：基本安全和基本性能的通用要求', standing: 'official' },
      { lang: 'en', text: 'Medical electrical equipment <script>alert(1)</script> & "quotes"', standing: 'unofficial' },
    ],
    publishedOn: on('2020-04-09'),
    implementations: [{ date: on('2023-05-01') }],
    relations: [
      { kind: 'replaces', target: 'GB 9706.1-2007' },
      { kind: 'adopts', target: 'IEC 60601-1:2012', degree: 'MOD' },
    ],
    ics: ['11.040.01'],
    ccs: ['C30'],
    organizations: [
      { name: '上海市医疗器械检验研究院', role: 'leading' },
      { name: '某医疗器械公司', role: 'takingPart', creditCode: '91310000100000000A' },
    ],
    committee: 'SAC/TC 10',
  });
  await house.state('GB/T 1.1-2099', {
    titles: [{ lang: 'zh-Hans', text: '将来的标准', standing: 'official' }],
    publishedOn: on('2026-05-01'),
    implementations: [{ date: on('2026-12-01') }],
  });
  await house.state('GB/T 8888-2020', {});
  const stream = await house.streamOf('GB/T 8888-2020');
  await house.write([
    {
      type: 'standard-annulled',
      homeId: stream.homeId,
      streamId: stream.standardId,
      data: {
        reason: '重复录入',
        instead: ['GB 9706.1-2020'],
        releases: [{ kind: 'standard-number', value: 'GB/T 8888-2020' }],
      },
    },
  ]);
  await house.seal();
  await house.index();
});

const html = async (path: string, headers: Readonly<Record<string, string>> = page) => {
  const response = await house.get(path, headers);
  return { status: response.status, text: await response.text(), location: response.headers.get('location') };
};

describe('a standard by its address', () => {
  test('says that it holds, and shows its titles without letting them be markup', async () => {
    const { status, text } = await html('/standards/GB-9706.1-2020');
    expect(status).toBe(200);
    expect(text).toContain('It holds today.');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('IEC 60601-1:2012');
  });

  test('answers for any day of the calendar, however early', async () => {
    for (const day of ['0001-01-01', '0099-12-31', '1500-01-01']) {
      const { status, text } = await html(`/standards/GB-9706.1-2020?as-of=${day}`);
      expect(status).toBe(200);
      expect(text).toContain(day);
    }
  });

  test('as of a day in the transition both editions can be used, and the old one is still the law', async () => {
    const { text } = await html('/standards/GB-9706.1-2007?as-of=2022-01-01');
    expect(text).toContain('It held on');
    expect(text).toContain('In transition');
    expect((await html('/standards/GB-9706.1-2020?as-of=2022-01-01')).text).toContain('It did not hold yet on');
    expect((await html('/standards/GB-9706.1-2020?as-of=2019-01-01')).text).toMatch(
      /not yet published|did not hold yet/,
    );
    expect((await html('/standards/GB-9706.1-2007')).text).toContain('It no longer holds.');
  });

  test.each(['/standards/GB9706.1-2020', '/standards/gb%209706.1%E2%80%942020', '/standards/GB%209706.1-2020?lang=en'])(
    '%s moves to the permanent address for good',
    async (path) => {
      const { status, location } = await html(path);
      expect(status).toBe(301);
      expect(location).toMatch(/^\/standards\/GB-9706\.1-2020/);
    },
  );

  test('slashes of a number may stand raw or encoded', async () => {
    for (const path of ['/standards/GB/T%201.1-2099', '/standards/GB%2FT%201.1-2099'])
      expect(await html(path)).toMatchObject({ status: 301, location: '/standards/GB-T-1.1-2099' });
  });

  test('a number without year leads to its only edition for now: a new edition will be another', async () => {
    for (const path of ['/standards/GB/T%201.1', '/standards/gbt1.1'])
      expect(await html(path)).toMatchObject({ status: 302, location: '/standards/GB-T-1.1-2099' });
  });

  test.each([
    ['application/json', '.json'],
    ['application/ld+json', '.jsonld'],
    ['text/html;q=0.5, application/json', '.json'],
  ])('is answered to a program that wishes %s as at its own address', async (accept, ending) => {
    const wished = await house.get('/standards/GB-9706.1-2020?as-of=2022-01-01', { accept });
    const own = await house.get(`/standards/GB-9706.1-2020${ending}?as-of=2022-01-01`);
    expect(wished.headers.get('content-type')).toBe(own.headers.get('content-type'));
    expect(wished.headers.get('content-location')).toBe(`/standards/GB-9706.1-2020${ending}?as-of=2022-01-01`);
    expect(await wished.text()).toBe(await own.text());
  });

  test.each(['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', 'text/html, application/json;q=0.5'])(
    'is a page to a reader that accepts %s',
    async (accept) => {
      const answer = await house.get('/standards/GB-9706.1-2020', { accept });
      expect(answer.headers.get('content-type')).toContain('text/html');
    },
  );

  test('a number without year is a choice of its editions', async () => {
    const { status, text } = await html('/standards/GB%209706.1');
    expect(status).toBe(300);
    expect(text).toContain('GB 9706.1-2007');
  });

  test('what is not in the register says so, and whether the register would know', async () => {
    const { status, text } = await html('/standards/GB%209706.1-1995');
    expect(status).toBe(404);
    expect(text).toContain('Not in this register');
    expect(text).toContain('says nothing about whether it exists');
  });

  test('an annulled record answers 410 with its reason, and earlier knowledge still shows it', async () => {
    const { status, text } = await html('/standards/GB-T-8888-2020');
    expect(status).toBe(410);
    expect(text).toContain('重复录入');
    const before = /href="(\/standards\/GB-T-8888-2020\?known=[^"]+)"/.exec(text)?.[1] ?? '';
    expect((await html(before.replaceAll('&amp;', '&'))).status).toBe(200);
  });

  test('of a record entered and annulled on one day the end of that day knows the annulment, the day before nothing', async () => {
    const [{ at } = { at: '' }] = await house.database.all<{ readonly at: string }>(
      sql`select recorded_at as at from event where type = 'standard-annulled'`,
    );
    const dayOf = house.deps.clock.dayOf(at);
    for (const known of [dayOf, addDays(dayOf, 1)]) {
      expect(await html(`/standards/GB-T-8888-2020?known=${known}`)).toMatchObject({ status: 410 });
      const told = await house.get(`/standards/GB-T-8888-2020.json?known=${known}`);
      expect(told.status).toBe(410);
      expect(await told.text()).toContain('standards.annulled');
    }
    const before = await html(`/standards/GB-T-8888-2020?known=${addDays(dayOf, -1)}`);
    expect(before.status).toBe(404);
    expect(before.text).toContain('one was entered on');
  });

  test.each(['/standards?tier=nonsense', '/standards?q=9706&tier=nonsense'])(
    '%s finds nothing and says why: there is no such value',
    async (path) => {
      const { status, text } = await html(path);
      expect(status).toBe(200);
      expect(text).toContain('“nonsense” is no value of “');
      expect(text).toContain('href="/api/v1/codelists/tiers"');
    },
  );

  test('an unchanged page is not sent again', async () => {
    const first = await house.get('/standards/GB-9706.1-2020', page);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    expect((await house.get('/standards/GB-9706.1-2020', { ...page, 'if-none-match': etag })).status).toBe(304);
  });

  test.each([
    'as-of=2026-02-30',
    'as-of=yesterday',
    'known=2026-13-01',
    'known=2026-01-01T99:00:00Z',
    "as-of=2026-01-01'--",
  ])('%s is refused by its name', async (query) => {
    const response = await house.get(`/standards/GB-9706.1-2020?${query}`, { accept: 'application/json' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'http.parameter-invalid' });
  });
});

describe('other forms of a standard', () => {
  test.each([
    '/compare?with=GB-T-1.1-2099',
    '/history',
    '/relations?kind=cites',
    '/proof.json',
    '/citation.bib',
    '.json?as-of=2026-01-31',
    '.jsonld',
    '.atom',
  ])('are reached behind a number with its slashes: %s', async (tail) => {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await house.get(`/standards/GB/T%201.1-2099${tail}`, { accept });
      expect([answer.status, answer.headers.get('location')]).toEqual([301, `/standards/GB-T-1.1-2099${tail}`]);
      expect((await house.get(`/standards/GB-T-1.1-2099${tail}`, { accept })).status).toBe(200);
    }
  });

  test.each([
    ['/standards/GB-9706.1-2020/citation.bib', '@techreport{GB-9706.1-2020,'],
    ['/standards/GB-9706.1-2020/citation.ris', 'SN  - GB 9706.1-2020'],
    ['/standards/GB-9706.1-2020/citation.json', '"type": "standard"'],
    ['/standards/GB-9706.1-2020/citation.yaml', 'GB 9706.1-2020'],
    ['/standards/GB-9706.1-2020.json', '"code": "inForce"'],
    ['/standards/GB-9706.1-2020.jsonld', '"creativeWorkStatus":"inForce"'],
    ['/standards/GB-9706.1-2020.atom', '<feed xmlns="http://www.w3.org/2005/Atom"'],
    ['/standards/GB-9706.1-2020/proof.json', '"rootHash"'],
  ])('%s', async (path, content) => {
    const { status, text } = await html(path, {});
    expect(status).toBe(200);
    expect(text).toContain(content);
  });

  test('two editions stand side by side', async () => {
    const { status, text } = await html('/standards/GB-9706.1-2020/compare?with=GB-9706.1-2007');
    expect(status).toBe(200);
    expect(text).toContain('2008-07-01');
    expect(text).toContain('Medical electrical equipment — Part 1');
    expect(text).not.toContain('equipment - Part 1');
  });

  test('the whole history names acts and fields, never a person', async () => {
    const { status, text } = await html('/standards/GB-9706.1-2020/history');
    expect(status).toBe(200);
    expect(text).toContain('Stated by a source');
  });
});

describe('pages of the register', () => {
  test.each([
    '/',
    '/coming',
    '/coverage',
    '/data',
    '/verify',
    '/accessibility',
    '/browse/tier',
    '/browse/tier/national',
    '/browse/ics',
    '/browse/ics/11.040',
    '/browse/ccs/C30',
    '/browse/region',
    '/browse/sector',
    '/browse/committee',
    '/browse/committee/SAC%2FTC%2010',
    '/browse/organization',
    '/standards?q=%E5%8C%BB%E7%94%A8',
    '/standards?q=9706.1',
    '/standards?q=nothing+at+all',
    '/organizations/%E4%B8%8A%E6%B5%B7%E5%B8%82%E5%8C%BB%E7%96%97%E5%99%A8%E6%A2%B0%E6%A3%80%E9%AA%8C%E7%A0%94%E7%A9%B6%E9%99%A2',
    '/organizations/91310000100000000A/certificate',
  ])('%s answers in both languages', async (path) => {
    for (const language of ['en', 'zh-Hans']) {
      const { status, text } = await html(path, { ...page, 'accept-language': language });
      expect(status, text.slice(0, 2_000)).toBe(200);
      expect(text).toContain(`<html lang="${language}"`);
    }
  });

  test('what comes into force stands on the first page and in a calendar', async () => {
    expect((await html('/')).text).toContain('GB/T 1.1-2099');
    expect((await html('/coming.ics', {})).text).toContain('DTSTART;VALUE=DATE:20261201');
  });

  test.each([
    '/browse/ics/99.999.99',
    '/browse/moon',
    '/organizations/nobody',
    '/data/files/..%2Fmanifest.json',
    '/sitemap/x.xml',
  ])('%s is not found', async (path) => {
    expect((await html(path)).status).toBe(404);
  });

  test('stylesheet and logo may be kept for ever', async () => {
    const { text } = await html('/');
    const [, href = ''] = /rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    const sheet = await house.get(href);
    expect(sheet.status).toBe(200);
    expect(sheet.headers.get('cache-control')).toContain('immutable');
  });

  test('search engines get a map of all addresses', async () => {
    const index = (await html('/sitemap.xml', {})).text;
    const part = /http:\/\/localhost:3000(\/sitemap\/[0-9a-f-]{36}\.xml)/.exec(index)?.[1] ?? '';
    expect((await html(part, {})).text).toContain('http://localhost:3000/standards/GB-9706.1-2020');
    expect((await html('/robots.txt', {})).text).toContain('Sitemap: http://localhost:3000/sitemap.xml');
  });
});
