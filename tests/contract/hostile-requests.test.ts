import { beforeAll, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';
import { on } from '../support/standards-register.ts';

withoutTraces();
let house: StandardsApp;

beforeAll(async () => {
  house = await emptyStandardsApp();
  await house.state('GB/T 1.1-2020', {
    titles: [{ lang: 'zh-Hans', text: '标准化工作导则 第1部分', standing: 'official' }],
    publishedOn: on('2020-03-31'),
    implementations: [{ date: on('2020-10-01') }],
    ics: ['01.120'],
  });
  await house.seal();
  await house.index();
});

const days = [
  ...['0000-00-00', '0000-01-01', '0001-01-01', '9999-12-31', '2024-02-30', '10000-01-01', 'infinity', '-infinity'],
  ...['now', '9999-12-31T23:59:59-14:00', '0000-01-01T00:00:00Z', "2024-01-01'--"],
];
const doors = (day: string) => [
  `/?as-of=${day}`,
  `/standards?q=GB&as-of=${day}`,
  `/standards/GB-T-1.1-2020?as-of=${day}`,
  `/standards/GB-T-1.1-2020?known=${day}`,
  `/standards/GB-T-1.1-2020/history?known=${day}`,
  `/standards/GB-T-1.1-2020/compare?with=GB-T-1.1-2020&as-of=${day}`,
  `/standards/GB-T-1.1-2020.json?known=${day}`,
  `/standards/GB-T-1.1-2020/citation.bib?as-of=${day}`,
  `/browse/ics/01?as-of=${day}`,
  `/browse/committee?as-of=${day}`,
  `/coming?as-of=${day}`,
  `/coverage?as-of=${day}`,
  `/api/v1/search?q=GB&as-of=${day}`,
  `/api/v1/standards?as-of=${day}`,
  `/api/v1/standards/GB-T-1.1-2020?as-of=${day}&known=${day}`,
  `/api/v1/standards/GB-T-1.1-2020/history?known=${day}`,
  `/api/v1/standards/GB-T-1.1-2020/proof?known=${day}`,
  `/oai?verb=ListRecords&metadataPrefix=oai_dc&from=${day}`,
  `/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&until=${day}`,
];

describe('a day that no calendar or no register has', () => {
  test.each(days)('%s is answered or refused at every door, and is never a fault', async (day) => {
    for (const path of doors(encodeURIComponent(day))) {
      const { status } = await house.get(path, { accept: 'text/html' });
      expect(status, path).toBeLessThan(500);
    }
  });
});

const cut = '--xx\r\nContent-Disposition: form-data; name="numbers"\r\n\r\nGB 1';
const multipart = 'multipart/form-data; boundary=xx';

test('a body that is no object is refused as the body, not as a parameter without a name', async () => {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
  const sent = { method: 'POST', headers, body: '[]' };
  const response = await house.app.request('http://register.example/api/v1/check-list', sent);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ title: expect.stringContaining('The parameter body') });
});

describe('a body that cannot be read', () => {
  test.each([
    ['/check-list', multipart, 'no parts at all'],
    ['/check-list', multipart, cut],
    ['/check-list', 'multipart/form-data', cut],
    ['/watches/new?standard=GB-T-1.1-2020', multipart, cut],
    ['/corrections/new?standard=GB-T-1.1-2020', multipart, cut],
    ['/api/v1/check-list', multipart, cut],
    ['/api/v1/check-list', 'application/json', '{"numbers":'],
    ['/api/v1/check-list', 'text/plain', '{"numbers":["GB 1"]}'],
  ])('%s refuses %s with a code and a remedy', async (path, type, body) => {
    const headers = { 'content-type': type, 'accept-language': 'en' };
    const response = await house.app.request(`http://register.example${path}`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.json()).toMatchObject({
      code: 'http.body-unreadable',
      detail: expect.stringContaining('Content-Type'),
    });
  });
});

describe('a method that an address does not answer', () => {
  test.each([
    ['DELETE', '/api/v1/standards/GB-T-1.1-2020', 'GET'],
    ['PUT', '/standards/GB-T-1.1-2020', 'GET'],
    ['PATCH', '/corrections/new', 'GET, POST'],
    ['POST', '/healthz', 'GET'],
  ])('%s %s is refused with those that it does', async (method, path, allowed) => {
    const answer = await house.app.request(path, { method, headers: { accept: 'application/json' } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(await answer.json()).toMatchObject({ code: 'http.method-not-allowed' });
  });
  test('of an address that is none stays not found', async () => {
    const answer = await house.app.request('/no/such/page', {
      method: 'DELETE',
      headers: { accept: 'application/json' },
    });
    expect([answer.status, answer.headers.get('allow')]).toEqual([404, null]);
  });
});

describe('the host that a request names', () => {
  test.each([
    '/oai?verb=Identify',
    '/feeds/standards.atom',
    '/sitemap.xml',
    '/robots.txt',
    '/data',
    '/data/catalog.jsonld',
    '/standards/GB-T-1.1-2020',
    '/standards/GB-T-1.1-2020.jsonld',
    '/standards/GB-T-1.1-2020/citation.bib',
  ])('stands nowhere in %s when it is not this machine’s own', async (path) => {
    const answer = await house.app.request(`http://evil.example${path}`, { headers: { accept: '*/*' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain('evil.example');
  });

  test('is replaced by the address on which the server listens', async () => {
    const answer = await house.app.request('http://evil.example/robots.txt');
    expect(await answer.text()).toContain('Sitemap: http://127.0.0.1:3000/sitemap.xml');
  });
});

describe('the type of a problem', () => {
  test.each(['http.parameter-invalid', 'standards.not-known-then', 'fault'])(
    '%s is the address of a page that says what it means',
    async (code) => {
      for (const lang of ['en', 'zh-Hans']) {
        const answer = await house.get(`/problems/${code}`, { accept: 'text/html', 'accept-language': lang });
        expect(answer.status).toBe(200);
        expect(await answer.text()).toContain(code);
      }
    },
  );

  test('leads from the problem details to the text of the refusal', async () => {
    const refused = await house.get('/api/v1/standards?limit=0');
    const told: { readonly type: string } = JSON.parse(await refused.text());
    const answer = await house.get(told.type, { accept: 'text/html', 'accept-language': 'en' });
    expect(await answer.text()).toContain('which cannot be used: {expectedEn}');
  });

  test.each(['nonsense', 'toString', '%3Cscript%3E'])('%s is none', async (code) => {
    expect((await house.get(`/problems/${code}`, { accept: 'text/html' })).status).toBe(404);
  });
});

describe('a program in a page of another site', () => {
  const headersOf = async (path: string, method = 'GET') => {
    const { headers } = await house.app.request(path, { method, headers: { origin: 'https://elsewhere.example' } });
    return [headers.get('access-control-allow-origin'), headers.get('cross-origin-resource-policy')];
  };
  test.each([
    '/api/v1/standards/GB-T-1.1-2020',
    '/api/v1/standards?limit=0',
    '/api/openapi.json',
    '/data/catalog.jsonld',
    '/data/files/none',
    '/feeds/standards.atom',
    '/standards/GB-T-1.1-2020.atom',
    '/standards/GB-T-1.1-2020.json',
  ])('reads %s', async (path) => {
    expect(await headersOf(path)).toEqual(['*', 'cross-origin']);
  });

  test.each(['/', '/standards/GB-T-1.1-2020', '/standards?q=GB', '/corrections/new', '/apiary'])(
    'does not read %s',
    async (path) => {
      expect(await headersOf(path)).toEqual([null, 'same-origin']);
    },
  );

  test('sends nothing', async () => {
    expect(await headersOf('/api/v1/check-list', 'POST')).toEqual([null, 'same-origin']);
  });
});
