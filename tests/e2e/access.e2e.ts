import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, expect, inject, it, vi } from 'vitest';
import { axeViolations, closeBrowser, type Visitor, visitor } from '../support/browser.ts';
import { guiju } from '../support/command.ts';
import { codeOf } from '../support/totp.ts';

const email = 'admin@example.org';
const password = 'compass and square';
let reader: Visitor;
afterEach(() => reader.leave());
afterAll(closeBrowser);

/** The path of a link, whatever host stands before it. */
const pathOf = (address: string): string => new URL(address.trim()).pathname;

/** The path of the link in the newest letter to an address. */
async function linkInLetter(to: string): Promise<string> {
  const folder = join(inject('dataFolder'), 'messages');
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort();
  const letters = await Promise.all(files.map((file) => simpleParser(readFileSync(join(folder, file)))));
  const letter = letters.findLast((one) =>
    (Array.isArray(one.to) ? one.to : [one.to]).some((address) => address?.text === to),
  );
  return pathOf(/http:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? 'http://none.invalid/');
}

async function signIn(who: Visitor, secret = password): Promise<void> {
  await who.visit('/sign-in');
  await who.page.fill('#email', email);
  await who.page.fill('#password', secret);
  await who.page.click('main button');
}

/** The secret of the second factor, once it is on. */
let secret = '';

/** The embedded database answers one question after the other: while it indexes what it was founded with, each waits long. */
async function untilIndexed(): Promise<void> {
  const address = new URL('/api/v1/search?q=ISO&limit=1', inject('address'));
  const isDone = async (): Promise<boolean> => /"indexingToGo":0\b/.test(await (await fetch(address)).text());
  await vi.waitUntil(isDone, { timeout: 240_000, interval: 2_000 });
}

beforeAll(async () => {
  await untilIndexed();
  const made = await guiju('admin', 'invite');
  const starter = await visitor();
  await starter.visit(pathOf(made.out));
  await starter.page.fill('#name', '李管理');
  await starter.page.fill('#email', email);
  await starter.page.fill('#password', 'short');
  await starter.page.click('main button');
  expect(await starter.page.inputValue('#name')).toBe('李管理');
  await starter.page.fill('#password', password);
  await starter.page.click('main button');
  expect(await starter.page.locator('h1').innerText()).toBe('The password is saved');
  await starter.leave();
});

it('the file of the first start and guiju admin list tell who administers', async () => {
  reader = await visitor();
  expect(readFileSync(join(inject('dataFolder'), 'first-administrator.txt'), 'utf8')).toMatch(
    /\/first-administrator\/[\w-]{43}\n$/,
  );
  const listed = await guiju('admin', 'list', '--json');
  expect(JSON.parse(listed.out)).toMatchObject([{ name: '李管理', hasAccount: true, hasSecondFactor: false }]);
});

it('a password is typed, sent and answered by keyboard alone, and leads to the page that was asked for', async () => {
  reader = await visitor();
  await reader.visit('/account/authority');
  expect(new URL(reader.page.url()).pathname).toBe('/sign-in');
  const { keyboard } = reader.page;
  for (let tabs = 0; tabs < 40; tabs++) {
    await keyboard.press('Tab');
    if (await reader.page.locator('#email').evaluate((field) => field === field.ownerDocument.activeElement)) break;
  }
  await keyboard.type(email);
  await keyboard.press('Tab');
  await keyboard.type(password);
  await keyboard.press('Enter');
  await reader.page.waitForURL((url) => url.pathname === '/account/authority');
  await expect(reader.page.locator('main').innerText()).resolves.toContain('Give an appointment');
});

it('a second factor is turned on by the code of the secret, then asked for at the next sign-in', async () => {
  reader = await visitor();
  await signIn(reader);
  await reader.page.fill('#second-password', password);
  await reader.page.click('section[aria-labelledby=second-factor] button');
  secret = await reader.page.locator('code.secret').innerText();
  await expect
    .poll(() => reader.page.evaluate<number>("document.querySelector('main img').naturalWidth"))
    .toBeGreaterThan(0);
  await reader.page.fill('#code', codeOf(secret, Date.now() / 1000));
  await reader.page.click('main button');
  await reader.page.waitForURL((url) => url.pathname === '/account');
  await reader.page.click('main form[action="/sign-out"] button');
  await signIn(reader);
  expect(new URL(reader.page.url()).pathname).toBe('/sign-in/code');
  await reader.page.fill('#code', codeOf(secret, Date.now() / 1000));
  await reader.page.click('main button');
  await reader.page.waitForURL((url) => url.pathname === '/account');
  await expect(reader.page.locator('header.mast').innerText()).resolves.toContain('李管理');
});

it('a forgotten password is recovered by a letter, once its address is confirmed', async () => {
  reader = await visitor();
  await reader.visit(await linkInLetter(email));
  await reader.page.click('main button');
  expect(await reader.page.locator('h1').innerText()).toBe('The address is confirmed');
  await reader.visit('/sign-in');
  await reader.page.click('main a[href="/recover"]');
  await reader.page.fill('#email', email);
  await reader.page.click('main button');
  await expect.poll(() => linkInLetter(email), { timeout: 30_000 }).toMatch(/^\/recover\//);
  await reader.visit(await linkInLetter(email));
  await reader.page.fill('#password', 'another long phrase');
  await reader.page.click('main button');
  await signIn(reader, 'another long phrase');
  expect(new URL(reader.page.url()).pathname).toBe('/sign-in/code');
});

it.each(['en', 'zh-Hans'] as const)(
  'the pages have no accessibility violation and none is too wide in %s',
  async (lang) => {
    reader = await visitor({ lang, hasScript: true, width: 360 });
    const found: string[] = [];
    const look = async (path: string): Promise<void> => {
      await reader.visit(path);
      const overflow = await reader.page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      found.push(
        ...(await axeViolations(reader.page)).map((one) => `${path} ${one}`),
        ...(overflow === 0 ? [] : [`${path} too wide`]),
      );
    };
    for (const path of ['/sign-in', '/sign-in/code', '/recover', `/task/${'x'.repeat(43)}/ballot/1`]) await look(path);
    await signIn(reader, 'another long phrase');
    await reader.page.fill('#code', codeOf(secret, Date.now() / 1000));
    await reader.page.click('main button');
    await reader.page.waitForURL((url) => url.pathname === '/account');
    const self = (await reader.page.locator('a[href^="/people/"]').first().getAttribute('href')) ?? '';
    for (const path of [
      '/account',
      '/account/authority',
      '/account/acts',
      '/account/tokens',
      '/people',
      self,
      '/audit',
    ])
      await look(path);
    expect(found).toEqual([]);
  },
);
