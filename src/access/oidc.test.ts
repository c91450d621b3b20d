import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, base, browser, linkTo } from '../../tests/support/cookie-jar.ts';
import { emptyPeopleHouse, type PeopleHouse, withoutPeopleTraces } from '../../tests/support/people-house.ts';
import { postOf } from '../foundation/post.ts';
import { sql } from '../foundation/sql.ts';
import { invite } from './invite.ts';

withoutPeopleTraces();

const password = 'compass and square 规矩';
let server: Server;
let issuer = '';
/** Who the provider says is there. */
let claims = { email: '', email_verified: true, sub: 'subject-1' };

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // One cast at the edge: a server on a port has an address of this kind.
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'guiju', client_secret: 'secret', redirect_uris: [`${base}/sign-in/auth/callback/oidc`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    findAccount: (_, id) => ({ accountId: id, claims: () => claims }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['fictitious'] },
  });
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return provider.callback()(request, response);
    const { prompt, params, grantId, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login')
      return provider.interactionFinished(
        request,
        response,
        { login: { accountId: claims.sub } },
        { mergeWithLastSubmission: false },
      );
    const grant =
      grantId === undefined
        ? new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
        : await provider.Grant.find(grantId);
    grant?.addOIDCScope('openid email');
    const consent = { grantId: (await grant?.save()) ?? '' };
    return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  });
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

let house: PeopleHouse;
beforeEach(async () => {
  claims = { email: 'one@example.org', email_verified: true, sub: 'subject-1' };
  house = await emptyPeopleHouse({
    settings: {
      publicAddress: base,
      oidc: { issuer, client: 'guiju', secret: 'secret', label: { zh: '虚构统一认证', en: 'Fictitious directory' } },
    },
  });
});

/** Follows the redirects of the provider, with its cookies, back to us. */
async function through(visitor: Browser, path: string): Promise<Response> {
  const begun = await visitor.get(path);
  const cookies = new Map<string, string>();
  let address = begun.headers.get('location') ?? '';
  expect(address).toContain(issuer);
  for (let hop = 0; hop < 10 && address.startsWith(issuer); hop++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    address = new URL(answer.headers.get('location') ?? '', address).href;
  }
  expect(address).toContain('/sign-in/auth/callback/oidc?');
  return visitor.get(address.slice(base.length));
}

it('a known person signs in by the provider, with the address it has verified; nothing of the provider is kept', async () => {
  const person = await house.person('虚构人名', 'One@Example.org');
  const visitor = browser(house);
  expect(await (await visitor.get('/sign-in')).text()).toContain('Sign in with Fictitious directory');
  const back = await through(visitor, '/sign-in/with/oidc?to=%2Faccount%2Ftokens');
  expect([back.status, back.headers.get('location')]).toEqual([302, expect.stringMatching(/\/account\/tokens$/)]);
  expect(await (await visitor.get('/account')).text()).toContain('虚构人名');
  const accounts = await house.deps.database.all(sql`select * from access_account`);
  expect(accounts).toMatchObject([
    { user_id: person, provider_id: 'oidc', account_id: 'subject-1', access_token: null, id_token: null },
  ]);
  expect(JSON.stringify(accounts)).not.toContain('example.org');
  const again = browser(house);
  claims = { ...claims, email: 'renamed@example.org' };
  await through(again, '/sign-in/with/oidc');
  expect((await again.get('/account')).status).toBe(200);
});

it.each([
  ['nobody here has the address', { email: 'nobody@example.org', email_verified: true, sub: 'subject-2' }],
  ['the provider has not verified the address', { email: 'one@example.org', email_verified: false, sub: 'subject-3' }],
])('nobody is signed in when %s', async (_, said) => {
  await house.person('虚构人名', 'one@example.org');
  claims = said;
  const visitor = browser(house);
  const back = await through(visitor, '/sign-in/with/oidc');
  const place = (back.headers.get('location') ?? '').replace(base, '');
  expect(place).toMatch(/^\/sign-in\?error=/);
  expect(await (await visitor.get(place)).text()).toContain('nobody was signed in');
  expect((await visitor.get('/account')).status).toBe(303);
  expect(await house.deps.database.all(sql`select 1 from access_account`)).toEqual([]);
});

it('a provider with another address is joined by an explicit act of who is signed in', async () => {
  const person = await house.person('虚构人名', 'one@example.org');
  await invite(house.deps, postOf(house.deps), person);
  await browser(house).post(await linkTo(house, 'one@example.org'), { password });
  claims = { email: 'private@example.net', email_verified: true, sub: 'subject-9' };
  expect((await browser(house).get('/sign-in/with/oidc?join')).status).toBe(303);
  const visitor = browser(house);
  await visitor.post('/sign-in', { email: 'one@example.org', password });
  await through(visitor, '/sign-in/with/oidc?join');
  const other = browser(house);
  await through(other, '/sign-in/with/oidc');
  expect(await (await other.get('/account')).text()).toContain('虚构人名');
});

it('a provider that does not answer is said to be away', async () => {
  house = await emptyPeopleHouse({
    settings: { oidc: { issuer: 'http://127.0.0.1:9', client: 'x', secret: 'y', label: { zh: '无', en: 'None' } } },
  });
  const answer = await browser(house).get('/sign-in/with/oidc');
  expect([answer.status, await answer.text()]).toEqual([503, expect.any(String)]);
});
