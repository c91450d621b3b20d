import { beforeAll, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';
import type { StatedDate } from '../model.ts';

let house: StandardsApp;

const ics = [['77.140.10', '25.160'], ['77.140.60'], ['77.150'], ['25.160.10', '11.040'], []];

const on = (day: string): StatedDate => ({ written: day, first: day, last: day });

beforeAll(async () => {
  house = await emptyStandardsApp();
  for (let n = 0; n < 60; n++) {
    const year = 1950 + n;
    await house.state(`${n % 3 === 0 ? 'GB' : n % 3 === 1 ? 'YY/T' : 'DB31/T'} ${1000 + n}-${year}`, {
      ics: ics[n % ics.length] ?? [],
      ccs: n % 2 === 0 ? ['C30'] : ['C31', 'H40'],
      publishedOn: on(`${year}-03-01`),
      implementations: [{ date: on(`${year}-09-01`) }],
    });
  }
  await house.index();
});

interface Narrowing {
  readonly href: string;
  readonly count: number;
}

async function asked(path: string): Promise<{ readonly total: number; readonly narrowing: readonly Narrowing[] }> {
  const text = await (await house.get(path, { accept: 'text/html', 'accept-language': 'en' })).text();
  const [, total = ''] = /<b class="n1">([\d,]+)<\/b> standard/.exec(text) ?? [];
  const links = text.matchAll(/<a href="(\/standards\?[^"]+)">(?:(?!<\/a>).)*?<span class="n">([\d,]+)<\/span>/gs);
  const narrowing = [...links].map(([, href = '', n = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    count: Number(n.replaceAll(',', '')),
  }));
  return { total: Number(total.replaceAll(',', '')), narrowing };
}

test.each([
  '/standards?q=',
  '/standards?q=&more=year&more=ics',
  '/standards?q=&as-of=1999-12-31&ics=77',
  '/standards?q=&ics=77.140&ics=25',
  '/standards?q=&ccs=C&year=1980-1989',
  '/standards?q=&region=31&sort=oldest',
  '/standards?q=&tier=national&tier=sectoral',
])('every count beside %s is the number of standards behind it', async (path) => {
  const { narrowing } = await asked(path);
  expect(narrowing.length).toBeGreaterThan(3);
  for (const { href, count } of narrowing) expect([href, (await asked(href)).total]).toEqual([href, count]);
});

test('a page behind the last result says so and leads back', async () => {
  const text = await (
    await house.get('/standards?q=GB&page=99', { accept: 'text/html', 'accept-language': 'en' })
  ).text();
  expect(text).toContain('The results end before page 99. <a href="/standards?q=GB">First page</a>');
});

test('a number that is not held is said not to be, above the other editions', async () => {
  const path = `/standards?q=${encodeURIComponent('GB 1000-2019')}`;
  const text = await (await house.get(path, { accept: 'text/html', 'accept-language': 'en' })).text();
  expect(text).toMatch(/GB.{0,40}1000-2019.{0,40} is not in this register\. What follows is other editions/s);
  expect(text).toMatch(/this register holds/);
});
