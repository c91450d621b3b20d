import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal, refusalMessage } from '../foundation/refusal.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { authPath } from './accounts.ts';
import { forgetFailures, noteFailure, requireAttempt } from './attempts.ts';
import {
  type Entered,
  enteredIn,
  type House,
  localPath,
  type Request,
  requireSignedIn,
  sendCookies,
  submitted,
} from './house.ts';
import { personOfAddress } from './known-persons.ts';
import { FormPage } from './pages/plain-form.tsx';
import { accessText } from './pages/texts.ts';
import { accessRefusals } from './refusals.ts';

/** Coming in and going out. */
export function signInRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/sign-in', async (c) => {
    const page = <SignInForm house={house} c={c} email="" problems={providerProblem(c)} />;
    return c.html(pageText(await page));
  });
  app.post('/sign-in', async (c) => {
    const entered = await enteredIn(c);
    const label = accessText(c.var.lang)('signIn.password');
    return submitted(c, () => signedIn(house, c, entered), {
      fields: {
        'access.sign-in-refused': { field: 'password', label },
        'access.too-many-attempts': { field: 'password', label },
      },
      again: (problems) => (
        <SignInForm house={house} c={c} email={entered('email').slice(0, 254)} to={entered('to')} problems={problems} />
      ),
    });
  });
  app.get('/sign-in/code', async (c) =>
    c.html(pageText(await (<CodeForm house={house} c={c} to={c.req.query('to')} problems={[]} />))),
  );
  app.post('/sign-in/code', async (c) => {
    const entered = await enteredIn(c);
    const label = accessText(c.var.lang)('code.code');
    return submitted(c, () => codeEntered(house, c, entered), {
      fields: { 'access.code-refused': { field: 'code', label }, 'access.too-many-attempts': { field: 'code', label } },
      again: (problems) => <CodeForm house={house} c={c} to={entered('to')} problems={problems} />,
    });
  });
  app.post('/sign-out', async (c) => {
    requireSignedIn(c);
    sendCookies(c, await house.accounts.signOut(c.req.raw.headers));
    return c.redirect('/', 303);
  });
  app.get('/sign-in/with/oidc', (c) => toProvider(house, c));
  app.get(`${authPath}/callback/oidc`, (c) => house.accounts.fromProvider(c.req.raw));
  return app;
}

/** The same work and the same answer whether or not there is such an account: neither words nor time tell. */
async function signedIn(house: House, c: Request, entered: Entered): Promise<Response> {
  const { deps, accounts } = house;
  const attempt = { account: entered('email'), sender: c.var.sender };
  await requireAttempt(deps, attempt);
  const person = await personOfAddress(deps, entered('email'));
  const { state, cookies } = await accounts.signIn(person?.id, entered('password').slice(0, 200), c.req.raw.headers);
  if (state === 'refused' || state === 'locked') {
    await noteFailure(deps, attempt);
    throw refusal('access.sign-in-refused');
  }
  await forgetFailures(deps, attempt);
  sendCookies(c, cookies);
  const to = localPath(entered('to'));
  return c.redirect(state === 'code' ? `/sign-in/code?${new URLSearchParams({ to })}` : to, 303);
}

async function codeEntered(house: House, c: Request, entered: Entered): Promise<Response> {
  const { deps, accounts } = house;
  const attempt = { account: `codes from ${c.var.sender}`, sender: c.var.sender };
  await requireAttempt(deps, attempt);
  const { state, cookies } = await accounts.enterCode(entered('code'), c.req.raw.headers);
  sendCookies(c, cookies);
  if (state === 'in') {
    await forgetFailures(deps, attempt);
    return c.redirect(localPath(entered('to')), 303);
  }
  await noteFailure(deps, attempt);
  throw refusal('access.code-refused');
}

/** A link rather than a form: a form that ends at another site is what the policy of the pages forbids. */
async function toProvider(house: House, c: Request): Promise<Response> {
  const isJoining = c.req.query('join') !== undefined;
  if (isJoining) requireSignedIn(c);
  const to = isJoining ? '/account' : localPath(c.req.query('to'));
  const begun =
    house.deps.settings.oidc.issuer === ''
      ? undefined
      : await house.accounts.toProvider(to, c.req.raw.headers, isJoining);
  if (!begun) throw refusal('access.provider-not-reached', { seconds: 60 });
  sendCookies(c, begun.cookies);
  return c.redirect(begun.url, 303);
}

/** The library sends back here whom the provider did not let in, or whom nobody knows. */
function providerProblem(c: Request): readonly FieldProblem[] {
  if (c.req.query('error') === undefined) return [];
  const { text, remedy } = refusalMessage(accessRefusals, refusal('access.provider-unknown-person'), c.var.lang);
  return [{ field: 'email', label: accessText(c.var.lang)('account.provider'), problem: text, why: remedy }];
}

interface SignInFormProps {
  readonly house: House;
  readonly c: Request;
  readonly email: string;
  readonly to?: string;
  readonly problems: readonly FieldProblem[];
}

function SignInForm({ house, c, email, to = c.req.query('to') ?? '', problems }: SignInFormProps) {
  const { lang } = c.var;
  const t = accessText(lang);
  const { oidc } = house.deps.settings;
  return (
    <FormPage
      frame={frameFor(c, house)}
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      action="/sign-in"
      hidden={{ to: localPath(to) }}
      problems={problems}
      fields={[
        { name: 'email', label: t('signIn.email'), control: { kind: 'email', value: email } },
        { name: 'password', label: t('signIn.password'), control: { kind: 'password', use: 'current' } },
      ]}
      submit={t('signIn.send')}
      below={
        <>
          {oidc.issuer === '' ? null : (
            <p>
              <a class="btn" href={`/sign-in/with/oidc?${new URLSearchParams({ to: localPath(to) })}`}>
                {t('signIn.provider', { label: oidc.label[lang === 'en' ? 'en' : 'zh'] })}
              </a>
            </p>
          )}
          <p>
            <a href="/recover">{t('signIn.recover')}</a>
          </p>
        </>
      }
    />
  );
}

interface CodeFormProps {
  readonly house: House;
  readonly c: Request;
  readonly to: string | undefined;
  readonly problems: readonly FieldProblem[];
}

function CodeForm({ house, c, to, problems }: CodeFormProps) {
  const t = accessText(c.var.lang);
  return (
    <FormPage
      frame={frameFor(c, house)}
      title={t('code.title')}
      lead={t('code.lead')}
      crumbs={[{ label: t('signIn.title'), href: '/sign-in' }]}
      action="/sign-in/code"
      hidden={{ to: localPath(to) }}
      problems={problems}
      fields={[{ name: 'code', label: t('code.code'), control: { kind: 'code' } }]}
      submit={t('code.send')}
    />
  );
}
