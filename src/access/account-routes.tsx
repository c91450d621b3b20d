import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';
import { personById } from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import {
  type Entered,
  enteredIn,
  type House,
  type Request,
  requireSession,
  requireSignedIn,
  sendCookies,
  submitted,
} from './house.ts';
import { requirePassword } from './invite.ts';
import { AccountPage, type AccountView } from './pages/account-page.tsx';
import { RecoveryCodesPage, SecondFactorPage } from './pages/second-factor-page.tsx';
import { accessText } from './pages/texts.ts';
import { type QrPictures, qrPictures } from './qr-pictures.ts';
import { endOtherSessions, endSession, sessionsOf } from './sessions.ts';

/** What everybody does with the own account. */
export function accountRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const pictures = qrPictures(house.deps);
  app.get('/account', async (c) => c.html(pageText(await accountPage(house, c, []))));
  app.post('/account/password', async (c) => {
    const entered = await enteredIn(c);
    return withPassword(house, c, () => passwordChanged(house, c, entered), 'current-password');
  });
  app.post('/account/sessions/end-others', async (c) => {
    const { person, id } = await requireSession(house, c);
    await endOtherSessions(house.deps, person, id);
    return c.redirect('/account#sessions', 303);
  });
  app.post('/account/sessions/:id/end', async (c) => {
    await endSession(house.deps, requireSignedIn(c).person, c.req.param('id'));
    return c.redirect('/account#sessions', 303);
  });
  secondFactorRoutes(app, house, pictures);
  return app;
}

function secondFactorRoutes(app: Hono<HttpEnvironment>, house: House, pictures: QrPictures): void {
  app.post('/account/second-factor', async (c) => {
    const entered = await enteredIn(c);
    return withPassword(house, c, () => secondFactorBegun(house, c, { pictures, entered }), 'second-password');
  });
  app.post('/account/second-factor/confirm', async (c) => {
    await requireSession(house, c);
    const code = (await enteredIn(c))('code');
    const work = async (): Promise<Response> => {
      const { state, cookies } = await house.accounts.enterCode(code.replace(/[^\d\s]/g, ''), c.req.raw.headers);
      if (state !== 'in') throw refusal('access.code-refused');
      sendCookies(c, cookies);
      return c.redirect('/account#second-factor', 303);
    };
    const t = accessText(c.var.lang);
    return submitted(c, work, {
      fields: { 'access.code-refused': { field: 'code', label: t('second.code') } },
      again: (problems) => <SecondFactorPage frame={frameFor(c, house)} begun={undefined} problems={problems} />,
    });
  });
  app.post('/account/second-factor/end', async (c) => {
    const entered = await enteredIn(c);
    return withPassword(house, c, () => secondFactorEnded(house, c, entered), 'end-password');
  });
  app.post('/account/second-factor/codes', async (c) => {
    const entered = await enteredIn(c);
    return withPassword(house, c, () => codesMade(house, c, entered), 'second-password');
  });
  app.get('/account/second-factor/:name', (c) => {
    const svg = pictures.take(requireSignedIn(c).person, c.req.param('name'));
    if (svg === undefined) throw refusal('http.not-found', { path: c.req.path.slice(0, 60) });
    return c.body(svg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
  });
}

/** Acts on an account ask for the present password again; a wrong one shows the page with what is wrong. */
function withPassword(house: House, c: Request, work: () => Promise<Response>, field: string): Promise<Response> {
  const t = accessText(c.var.lang);
  const password = { field, label: t('account.current') };
  return submitted(c, work, {
    fields: {
      'access.password-wrong': password,
      'access.password-short': { field: 'password', label: t('password.new') },
    },
    again: (problems) => accountPage(house, c, problems),
  });
}

async function passwordChanged(house: House, c: Request, entered: Entered): Promise<Response> {
  const { person } = await requireSession(house, c);
  if (!(await house.accounts.isPassword(person, entered('current-password').slice(0, 200))))
    throw refusal('access.password-wrong');
  requirePassword(entered('password'));
  await house.accounts.setPassword(person, entered('password'), { isVerified: false });
  const second = await house.accounts.signIn(person, entered('password'), c.req.raw.headers);
  sendCookies(c, second.cookies);
  return c.redirect(second.state === 'code' ? '/sign-in/code?to=%2Faccount' : '/account#password-set', 303);
}

async function secondFactorBegun(
  house: House,
  c: Request,
  { pictures, entered }: { readonly pictures: QrPictures; readonly entered: Entered },
): Promise<Response> {
  const { person } = await requireSession(house, c);
  const begun = await house.accounts.beginSecondFactor(entered('second-password').slice(0, 200), c.req.raw.headers);
  if (!begun) throw refusal('access.password-wrong');
  const address = new URL(begun.totpURI);
  const secret = address.searchParams.get('secret') ?? '';
  // The library names the account by our opaque address; its owner knows it by the own one.
  const email = (await personById(house.deps.database, person))?.email ?? person;
  const uri = begun.totpURI.replace(/[^/:]+@person\.invalid|[^/:]+%40person\.invalid/, encodeURIComponent(email));
  const picture = await pictures.keep(person, uri);
  const page = (
    <SecondFactorPage frame={frameFor(c, house)} begun={{ picture, secret, codes: begun.backupCodes }} problems={[]} />
  );
  c.header('cache-control', 'no-store');
  return c.html(pageText(await page));
}

async function secondFactorEnded(house: House, c: Request, entered: Entered): Promise<Response> {
  await requireSession(house, c);
  const { state, cookies } = await house.accounts.endSecondFactor(
    entered('end-password').slice(0, 200),
    c.req.raw.headers,
  );
  if (state !== 'in') throw refusal('access.password-wrong');
  sendCookies(c, cookies);
  return c.redirect('/account#second-factor', 303);
}

async function codesMade(house: House, c: Request, entered: Entered): Promise<Response> {
  await requireSession(house, c);
  const codes = await house.accounts.newRecoveryCodes(entered('second-password').slice(0, 200), c.req.raw.headers);
  if (!codes) throw refusal('access.password-wrong');
  c.header('cache-control', 'no-store');
  return c.html(pageText(await (<RecoveryCodesPage frame={frameFor(c, house)} codes={codes} />)));
}

async function accountPage(house: House, c: Request, problems: readonly FieldProblem[]) {
  const { database, clock, settings } = house.deps;
  const session = await requireSession(house, c);
  const [person, account, sessions] = await Promise.all([
    personById(database, session.person),
    database.first<{
      readonly isVerified: boolean;
      readonly hasPassword: boolean;
    }>(sql`select u.email_verified as "isVerified",
      exists (select from access_account a where a.user_id = u.id and a.provider_id = 'credential') as "hasPassword"
      from access_user u where u.id = ${session.person}`),
    sessionsOf(database, session.person, clock.now()),
  ]);
  const view: AccountView = {
    id: session.person,
    name: person?.name ?? '',
    email: person?.email ?? undefined,
    isVerified: account?.isVerified === true,
    hasPassword: account?.hasPassword === true,
    hasSecondFactor: session.hasSecondFactor,
    provider:
      settings.oidc.issuer === '' ? undefined : { 'zh-Hans': settings.oidc.label.zh, en: settings.oidc.label.en },
    sessions: sessions.map((one) => ({
      ...one,
      isThis: one.id === session.id,
      since: `${clock.dayOf(one.since)} ${clock.timeOf(one.since)}`,
      until: `${clock.dayOf(one.until)} ${clock.timeOf(one.until)}`,
    })),
  };
  return <AccountPage frame={frameFor(c, house)} account={view} problems={problems} />;
}
