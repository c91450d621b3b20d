import { gzipSync } from 'node:zlib';
import { afterAll, expect, inject, it } from 'vitest';
import { axeViolations, closeBrowser, visitor } from '../support/browser.ts';

afterAll(closeBrowser);

/** Every kind of page a reader meets, on real data. */
const paths = [
  '/',
  '/standards?q=medical',
  '/standards?q=GB/T+99999-2099',
  '/standards/GB-9706.1-2020',
  '/standards/ISO-14971-2019',
  '/standards/YY-T-0287-2017',
  '/standards/GB-9706.1-2020/compare?with=GB-9706.1-2007',
  '/browse',
  '/browse/ics',
  '/browse/ics/11',
  '/browse/region',
  '/browse/sector',
  '/browse/committee',
  '/coverage',
  '/check-list',
  '/data',
  '/verify',
  '/accessibility',
  '/coming',
  '/no-such-page',
] as const;

it.each(paths)('%s has no accessibility violation, wide and narrow, in both languages', async (path) => {
  for (const wish of [{ lang: 'en' }, { lang: 'zh-Hans', width: 360 }, { lang: 'zh-Hans', isDark: true }] as const) {
    const reader = await visitor({ ...wish, hasScript: true });
    await reader.visit(path);
    expect(await axeViolations(reader.page)).toEqual([]);
    const { scrollWidth, clientWidth } = await reader.page.evaluate<{ scrollWidth: number; clientWidth: number }>(
      '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
    );
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await reader.leave();
  }
});

it('a page of a standard weighs under 50 kilobytes with its stylesheet and asks nobody else for anything', async () => {
  const reader = await visitor({ hasScript: true });
  const asked: string[] = [];
  reader.page.on('request', (request) => asked.push(request.url()));
  await reader.visit('/standards/GB-9706.1-2020');
  const own = inject('address');
  expect(asked.filter((url) => !url.startsWith(own))).toEqual([]);
  const bodies = await Promise.all(
    [...new Set(asked)].map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
  );
  expect(bodies.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(50_000);
  await reader.leave();
});

it('every page carries a strict content security policy and is not sniffed', async () => {
  for (const path of paths) {
    const { headers } = await fetch(new URL(path, inject('address')));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

it('on paper what is folded stands open', async () => {
  const reader = await visitor({ lang: 'en', hasScript: true });
  await reader.visit('/standards/GB-9706.1-2020/history');
  const shown = () =>
    reader.page.evaluate<boolean[]>(
      `[...document.querySelectorAll('details:not([open]) dl')].map((list) => list.checkVisibility())`,
    );
  const folded = await shown();
  expect(folded.length).toBeGreaterThan(0);
  expect(folded).not.toContain(true);
  await reader.page.emulateMedia({ media: 'print' });
  expect(await shown()).not.toContain(false);
  await reader.leave();
});
