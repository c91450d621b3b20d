import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser, letters, linkTo } from '../../tests/support/cookie-jar.ts';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import { codeOf } from '../../tests/support/totp.ts';
import { postOf } from '../foundation/post.ts';
import { sql } from '../foundation/sql.ts';
import { waitAfter } from './attempts.ts';
import { announceFirstAdministrator, linkFile } from './first-administrator.ts';
import { invite } from './invite.ts';

withoutPeopleTraces();

const password = 'compass and square 规矩';
let house: PeopleHouse;
beforeEach(async () => {
  house = await emptyPeopleHouse();
});

/** A person who accepted the invitation. */
async function known(email: string, name = '虚构人名'): Promise<string> {
  const person = await house.person(name, email);
  await invite(house.deps, postOf(house.deps), person);
  const link = await linkTo(house, email);
  const answer = await browser(house).post(link, { password });
  expect(answer.status).toBe(200);
  return person;
}

describe('the first administrator', () => {
  it('comes by a link that is printed, lies in a file for its owner alone, and works once', async () => {
    const printed: string[] = [];
    await announceFirstAdministrator(house.deps, (text) => printed.push(text));
    const file = join(house.deps.settings.data, linkFile);
    const link = readFileSync(file, 'utf8').trim();
    expect(printed.join()).toContain(link);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const path = link.replace(/^http:\/\/[^/]+/, '');
    const kept = await house.deps.database.all<{ readonly text: string }>(
      sql`select token_hash as text from access_link`,
    );
    expect(path).not.toContain(kept[0]?.text);
    const visitor = browser(house);
    expect((await visitor.get(path)).status).toBe(200);
    const form = { name: '虚构管理员', email: 'admin@example.org', password: 'short' };
    const again = await visitor.post(path, form);
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('value="虚构管理员"');
    expect((await visitor.post(path, { ...form, password })).status).toBe(200);
    expect((await visitor.get(path)).status).toBe(410);
    expect((await visitor.post(path, { ...form, password })).status).toBe(410);
    const entered = await visitor.post('/sign-in', { email: 'admin@example.org', password, to: '/sign-in?x=1' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/sign-in?x=1']);
    const later: string[] = [];
    await announceFirstAdministrator(house.deps, (text) => later.push(text));
    expect(later).toEqual([]);
    expect((await browser(house).post(await linkTo(house, 'admin@example.org'), {})).status).toBe(200);
  });
});

describe('signing in', () => {
  it('sends a cookie that scripts and other sites do not get, and puts the name into the masthead', async () => {
    await known('one@example.org');
    const visitor = browser(house);
    const entered = await visitor.post('/sign-in', { email: 'ONE@example.org', password });
    const cookie = entered.headers.getSetCookie().find((line) => line.includes('session_token')) ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const page = await (await visitor.get('/standards')).text();
    expect(page).toContain('虚构人名');
    expect(page).not.toContain('href="/sign-in"');
    expect(await (await browser(house).get('/standards')).text()).toContain('href="/sign-in"');
    expect((await visitor.post('/sign-out', {})).status).toBe(303);
    expect(await (await visitor.get('/standards')).text()).not.toContain('虚构人名');
  });

  it('is secure where the address is', async () => {
    house = await emptyPeopleHouse({ settings: { publicAddress: 'https://register.example' } });
    await known('one@example.org');
    const entered = await browser(house).post('/sign-in', { email: 'one@example.org', password });
    expect(entered.headers.getSetCookie().join()).toMatch(/__Secure-guiju\.session_token=[^;]+;.*Secure/);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/a b', 'javascript:alert(1)'])(
    'goes on to no other site: %s',
    async (to) => {
      await known('one@example.org');
      const entered = await browser(house).post('/sign-in', { email: 'one@example.org', password, to });
      expect(entered.headers.get('location')).toBe('/account');
    },
  );

  it('answers the same words whether or not there is an account', async () => {
    await known('one@example.org');
    const answer = async (email: string) => {
      const response = await browser(house).post('/sign-in', { email, password: 'wrong wrong wrong' });
      return [response.status, (await response.text()).replaceAll(email, '…').replace(/[0-9a-f-]{36}/g, '…')];
    };
    expect(await answer('one@example.org')).toEqual(await answer('nobody@example.org'));
    const asked = async (email: string) => {
      const response = await browser(house).post('/recover', { email });
      return [response.status, (await response.text()).replaceAll(email, '…')];
    };
    expect(await asked('one@example.org')).toEqual(await asked('nobody@example.org'));
  });

  it('takes the same time whether or not there is an account', async () => {
    await known('one@example.org');
    const taken: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 5; round++)
      for (const kind of ['known', 'unknown'] as const) {
        await house.deps.database.transaction((tx) => tx.run(sql`delete from access_failure`));
        const start = performance.now();
        await browser(house).post('/sign-in', {
          email: kind === 'known' ? 'one@example.org' : 'no@example.org',
          password: 'wrong wrong wrong',
        });
        taken[kind].push(performance.now() - start);
      }
    const middle = (values: readonly number[]) => values.toSorted((one, other) => one - other)[2] ?? 0;
    // A hash of a password takes most of it: leaving it out for the unknown would be five times as fast.
    expect(middle(taken.unknown) / middle(taken.known)).toBeGreaterThan(0.5);
    expect(middle(taken.unknown) / middle(taken.known)).toBeLessThan(2);
  });

  it('waits longer after each failure, for the account and for the sender, known or not', async () => {
    expect([4, 5, 6, 7, 99].map((failures) => waitAfter(failures, 'account'))).toEqual([0, 15, 30, 60, 900]);
    expect([19, 20].map((failures) => waitAfter(failures, 'sender'))).toEqual([0, 15]);
    await known('one@example.org');
    for (const email of ['one@example.org', 'nobody@example.org']) {
      const visitor = browser(house);
      for (let attempt = 0; attempt < 5; attempt++)
        expect((await visitor.post('/sign-in', { email, password: 'wrong wrong wrong' })).status).toBe(400);
      const waiting = await visitor.post('/sign-in', { email, password });
      expect([waiting.status, Number(waiting.headers.get('retry-after')) > 0]).toEqual([429, true]);
    }
  });
});

describe('the account', () => {
  const entered = async (email: string) => {
    const visitor = browser(house);
    expect((await visitor.post('/sign-in', { email, password })).headers.get('location')).toBe('/account');
    return visitor;
  };

  it('takes a second factor, whose picture its owner gets once; then a code is asked for, and a recovery code works once', async () => {
    await known('one@example.org');
    const visitor = await entered('one@example.org');
    expect((await visitor.post('/account/second-factor', { 'second-password': 'wrong wrong wrong' })).status).toBe(400);
    const begun = await (await visitor.post('/account/second-factor', { 'second-password': password })).text();
    const picture = /src="(\/account\/second-factor\/[\w-]+)"/.exec(begun)?.[1] ?? '';
    expect((await browser(house).get(picture)).status).toBe(303);
    const image = await visitor.get(picture);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(await image.text()).toContain('<svg');
    expect((await visitor.get(picture)).status).toBe(404);
    const secret = /<code class="secret">([A-Z2-7]+)<\/code>/.exec(begun)?.[1] ?? '';
    const recovery = [...begun.matchAll(/<li><code>([\w-]+)<\/code>/g)].map((match) => match[1] ?? '');
    expect(recovery.length).toBeGreaterThan(5);
    expect((await visitor.post('/account/second-factor/confirm', { code: '000000' })).status).toBe(400);
    const code = () => codeOf(secret, Date.now() / 1000);
    expect((await visitor.post('/account/second-factor/confirm', { code: code() })).status).toBe(303);
    const other = browser(house);
    const half = await other.post('/sign-in', { email: 'one@example.org', password, to: '/account/tokens' });
    expect(half.headers.get('location')).toBe('/sign-in/code?to=%2Faccount%2Ftokens');
    expect((await other.get('/account')).status).toBe(303);
    expect((await other.post('/sign-in/code', { code: '000000', to: '/account/tokens' })).status).toBe(400);
    const whole = await other.post('/sign-in/code', { code: code(), to: '/account/tokens' });
    expect([whole.status, whole.headers.get('location')]).toEqual([303, '/account/tokens']);
    for (const [attempt, status] of [
      [0, 303],
      [1, 400],
    ] as const) {
      const third = browser(house);
      await third.post('/sign-in', { email: 'one@example.org', password });
      expect([attempt, (await third.post('/sign-in/code', { code: recovery[0] ?? '' })).status]).toEqual([
        attempt,
        status,
      ]);
    }
  });

  it('recovers a password by a link that works once and ends every session', async () => {
    await known('one@example.org');
    const visitor = await entered('one@example.org');
    await visitor.post('/recover', { email: 'one@example.org' });
    const link = await linkTo(house, 'one@example.org');
    expect(link).toMatch(/^\/recover\/[\w-]{43}$/);
    expect((await browser(house).post(link, { password: 'another long phrase' })).status).toBe(200);
    expect((await browser(house).post(link, { password: 'another long phrase' })).status).toBe(410);
    expect((await visitor.get('/account')).status).toBe(303);
    expect((await browser(house).post('/sign-in', { email: 'one@example.org', password })).status).toBe(400);
    const before = (await letters(house)).length;
    await browser(house).post('/recover', { email: 'nobody@example.org' });
    expect((await letters(house)).length).toBe(before);
  });

  it('changes its password, shows its sessions, and ends one or all others', async () => {
    await known('one@example.org');
    const [one, two, three] = [
      await entered('one@example.org'),
      await entered('one@example.org'),
      await entered('one@example.org'),
    ];
    const page = await (await one.get('/account')).text();
    const ids = [...page.matchAll(/action="\/account\/sessions\/([0-9a-f-]{36})\/end"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(ids).toHaveLength(2);
    expect((await one.post(`/account/sessions/${ids[0]}/end`, {})).status).toBe(303);
    expect([(await two.get('/account')).status, (await three.get('/account')).status].sort()).toEqual([200, 303]);
    expect((await one.post('/account/sessions/end-others', {})).status).toBe(303);
    expect([(await two.get('/account')).status, (await three.get('/account')).status]).toEqual([303, 303]);
    expect(
      (await one.post('/account/password', { 'current-password': 'wrong wrong wrong', password: 'new long phrase' }))
        .status,
    ).toBe(400);
    expect((await one.post('/account/password', { 'current-password': password, password: 'new' })).status).toBe(400);
    expect(
      (await one.post('/account/password', { 'current-password': password, password: 'new long phrase' })).status,
    ).toBe(303);
    expect((await one.get('/account')).status).toBe(200);
    const stranger = await known('two@example.org');
    expect(stranger).not.toBe('');
    const other = await entered('two@example.org');
    expect((await other.post(`/account/sessions/${ids[0]}/end`, {})).status).toBe(404);
  });

  it('asks for the token of the form where a browser tells nothing of where it came from', async () => {
    await known('one@example.org');
    const visitor = await entered('one@example.org');
    const page = await (await visitor.get('/account')).text();
    const token = /name="form-token" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    expect((await visitor.post('/account/sessions/end-others', {}, {})).status).toBe(403);
    expect((await visitor.post('/account/sessions/end-others', { 'form-token': 'x'.repeat(43) }, {})).status).toBe(403);
    expect((await visitor.post('/account/sessions/end-others', { 'form-token': token }, {})).status).toBe(303);
    expect(
      (
        await visitor.post(
          '/account/sessions/end-others',
          {},
          { origin: 'https://evil.example', host: 'localhost:3000' },
        )
      ).status,
    ).toBe(403);
  });

  it('holds neither name nor address in its tables, and nobody stays whose name is erased', async () => {
    const person = await known('one@example.org');
    const visitor = await entered('one@example.org');
    const tables = [
      'access_user',
      'access_account',
      'access_session',
      'access_link',
      'access_failure',
      'person',
      'claim',
      'event',
      'act',
    ];
    for (const name of tables) {
      const rows = await house.deps.database.all(sql`select * from ${sql.table(name)}`);
      expect([name, /one@example|虚构人名/.test(JSON.stringify(rows))]).toEqual([name, false]);
    }
    const { erasePerson } = await import('../foundation/erasure.ts');
    await house.execute(erasePerson, { personId: person, basis: 'PIPL art. 47' });
    expect((await visitor.get('/account')).status).toBe(303);
  });
});
