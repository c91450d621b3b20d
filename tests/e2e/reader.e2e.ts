import { afterAll, afterEach, expect, it } from 'vitest';
import { closeBrowser, type Visitor, visitor } from '../support/browser.ts';

let reader: Visitor;
afterEach(() => reader.leave());
afterAll(closeBrowser);

async function searchFor(words: string, lang: 'zh-Hans' | 'en' = 'en'): Promise<void> {
  reader = await visitor({ lang });
  await reader.visit('/');
  await reader.page.fill('input[name=q]', words);
  await sent();
}

/** Presses Enter and waits for the page that answers. */
async function sent(): Promise<void> {
  const before = reader.page.url();
  await reader.page.keyboard.press('Enter');
  await reader.page.waitForURL((url) => url.href !== before);
}

it.each([
  ['GB9706.1', 'GB 9706.1-2020'],
  ['GB/T 42061', 'GB/T 42061-2022'],
  ['yy/t0740', 'YY/T 0740-2022'],
  ['iso 14971', 'ISO 14971:2019'],
  ['ＧＢ／Ｔ　４２０６２—２０２２', 'GB/T 42062-2022'],
])('%s typed into the box leads to %s first', async (typed, number) => {
  await searchFor(typed);
  await expect(reader.page.locator('main').innerText()).resolves.toContain(number);
});

it('a Chinese word finds standards whose titles have it', async () => {
  await searchFor('除颤器', 'zh-Hans');
  await expect(reader.page.locator('.hits').innerText()).resolves.toContain('除颤器');
});

it('an English phrase in the singular finds the plural in titles of all tiers', async () => {
  await searchFor('medical device');
  const found = await reader.page.locator('.hits').innerText();
  expect(found).toMatch(/medical devices/i);
  expect(await reader.page.locator('.facet').count()).toBeGreaterThan(1);
});

it('a misspelt number is answered with the nearest numbers and with what this register would know', async () => {
  await searchFor('GBT 42O61-2022');
  const text = await reader.page.locator('main').innerText();
  expect(text).toContain('GB/T 42061-2022');
});

it('a standard shows that it was not published on a day before its publication', async () => {
  reader = await visitor();
  await reader.visit('/standards/GB-9706.1-2020?as-of=2010-01-01');
  await expect(reader.page.locator('.says').innerText()).resolves.toMatch(/not yet published/i);
});

it('a standard in force says since when in both languages', async () => {
  reader = await visitor();
  await reader.visit('/standards/GB-9706.1-2020?as-of=2026-08-15');
  await expect(reader.page.locator('.says').innerText()).resolves.toContain('1 May 2023');
  await reader.visit('/standards/GB-9706.1-2020?as-of=2026-08-15&lang=zh-Hans');
  await expect(reader.page.locator('.says').innerText()).resolves.toContain('2023年5月1日');
});

it('any spelling with raw slashes is redirected to the permanent address', async () => {
  reader = await visitor();
  await reader.visit('/standards/gb/t42061-2022');
  expect(new URL(reader.page.url()).pathname).toBe('/standards/GB-T-42061-2022');
});

it('a standard that follows another takes effect on its day', async () => {
  reader = await visitor();
  await reader.visit('/standards/YY-T-0740-2022?as-of=2026-08-15');
  const text = await reader.page.locator('main').innerText();
  expect(text).toContain('GB 9706.1-2020');
  expect(text).toContain('1 May 2023');
});

it('the whole way to a standard is walked with the keyboard alone', async () => {
  reader = await visitor();
  await reader.visit('/');
  await reader.page.keyboard.press('Tab');
  await expect(reader.page.locator(':focus').innerText()).resolves.toMatch(/skip/i);
  await reader.page.focus('input[name=q]');
  await reader.page.keyboard.type('GB/T 42061-2022');
  await sent();
  if (!reader.page.url().includes('GB-T-42061-2022')) {
    await reader.page.focus('.hit a');
    await sent();
  }
  expect(reader.page.url()).toContain('/standards/GB-T-42061-2022');
});
