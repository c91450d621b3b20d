import { beforeAll, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp, withoutTraces } from '../support/standards-app.ts';

withoutTraces();
let house: StandardsApp;
const page = { accept: 'text/html', 'accept-language': 'en', 'sec-fetch-site': 'same-origin' };

beforeAll(async () => {
  house = await emptyStandardsApp();
  const factory = (name: string, creditCode?: string) => ({
    titles: [{ lang: 'zh-Hans', text: '同名企业标准', standing: 'official' } as const],
    issuers: [name],
    organizations: [{ name, role: 'leading', ...(creditCode === undefined ? {} : { creditCode }) } as const],
  });
  await house.state('Q/ABC 9-2022', factory('甲厂', '91350100M000100Y43'));
  await house.state('Q/ABC 9-2022', factory('乙厂'), { key: 'second' });
  await house.state('Q/ABC 10-2022', factory('乙厂'));
  await house.index();
});

/** The page that answers a list. */
async function checked(list: string): Promise<string> {
  const body = new FormData();
  body.set('numbers', list);
  const sent = await house.app.request('http://localhost:3000/check-list', { method: 'POST', body, headers: page });
  expect(sent.status).toBe(303);
  return sent.headers.get('location') ?? '';
}

test('standards of one number are told apart by their issuers: in the choice, in results and in a checked list', async () => {
  const places = ['/standards/Q%2FABC%209-2022', '/standards?q=Q%2FABC+9-2022', await checked('Q/ABC 9-2022')];
  for (const place of places) {
    const text = await (await house.get(place, page)).text();
    const code = '<span class="num">91350100M000100Y43</span>';
    expect(text, place).toContain(`Issued by <span lang="zh-Hans">甲厂</span> (${code}).`);
    expect(text, place).toContain('Issued by <span lang="zh-Hans">乙厂</span>.');
  }
});

test('a number that one standard bears needs no issuer', async () => {
  for (const place of ['/standards?q=Q%2FABC+10-2022', await checked('Q/ABC 10-2022')]) {
    const text = await (await house.get(place, page)).text();
    expect(text, place).toContain('Q/ABC 10-2022');
    expect(text, place).not.toContain('Issued by');
  }
});
