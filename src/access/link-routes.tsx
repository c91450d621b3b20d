import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import { personById } from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { shortestPassword } from './accounts.ts';
import { noteFailure, requireAttempt } from './attempts.ts';
import { type Entered, enteredIn, type House, type Request, submitted } from './house.ts';
import { acceptConfirmation, acceptInvitation, becomeAdministrator, recover } from './invite.ts';
import { personOfAddress } from './known-persons.ts';
import { type LinkKind, openLink } from './links.ts';
import { FormPage, TellPage } from './pages/plain-form.tsx';
import { accessText } from './pages/texts.ts';

/** Links that come by letter or from the terminal: invitation, recovery, confirmation, the first administrator. */
export function linkRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/recover', async (c) =>
    c.html(pageText(await (<RecoverForm house={house} c={c} email="" problems={[]} />))),
  );
  app.post('/recover', async (c) => {
    const entered = await enteredIn(c);
    return submitted(c, () => recoveryAsked(house, c, entered), {
      fields: { 'access.too-many-attempts': { field: 'email', label: accessText(c.var.lang)('signIn.email') } },
      again: (problems) => (
        <RecoverForm house={house} c={c} email={entered('email').slice(0, 254)} problems={problems} />
      ),
    });
  });
  for (const [path, kind] of [
    ['/recover/:token', 'recovery'],
    ['/invitation/:token', 'invitation'],
  ] as const) {
    app.get(path, (c) => passwordPage(house, c, { kind, problems: [] }));
    app.post(path, async (c) => {
      const password = (await enteredIn(c))('password');
      const name = await nameBehind(house, c.req.param('token'), kind);
      return submitted(c, () => passwordSet(house, c, password), {
        fields: { 'access.password-short': { field: 'password', label: accessText(c.var.lang)('password.new') } },
        again: (problems) => <PasswordForm house={house} c={c} kind={kind} name={name} problems={problems} />,
      });
    });
  }
  app.get('/confirm/:token', (c) => confirmPage(house, c));
  app.post('/confirm/:token', async (c) => {
    await acceptConfirmation(house.deps, c.req.param('token'));
    return told(house, c, 'confirm');
  });
  app.get('/first-administrator/:token', async (c) => {
    await openLink(house.deps, c.req.param('token'), ['first-administrator']);
    return c.html(pageText(await (<FirstForm house={house} c={c} entered={() => ''} problems={[]} />)));
  });
  app.post('/first-administrator/:token', async (c) => becameFirst(house, c, await enteredIn(c)));
  return app;
}

/** Asking counts like an attempt, so that nobody fills somebody's letter box; the answer is the same for everybody. */
async function recoveryAsked(house: House, c: Request, entered: Entered): Promise<Response> {
  const attempt = { account: `recover ${entered('email')}`, sender: `recover ${c.var.sender}` };
  await requireAttempt(house.deps, attempt);
  await noteFailure(house.deps, attempt);
  recover(house.deps, house.post, await personOfAddress(house.deps, entered('email')));
  const t = accessText(c.var.lang);
  const page = (
    <TellPage
      frame={frameFor(c, house)}
      title={t('recover.sentTitle')}
      crumbs={[{ label: t('signIn.title'), href: '/sign-in' }]}
    >
      <p>{t('recover.sent', { email: entered('email').slice(0, 254) })}</p>
    </TellPage>
  );
  return c.html(pageText(await page));
}

async function nameBehind(house: House, token: string, kind: LinkKind): Promise<string> {
  const { person } = await openLink(house.deps, token, [kind]);
  const found = person === null ? undefined : await personById(house.deps.database, person);
  if (!found || found.name === null) throw refusal('access.link-not-valid');
  return found.name;
}

interface PasswordPage {
  readonly kind: 'invitation' | 'recovery';
  readonly problems: readonly FieldProblem[];
}

async function passwordPage(house: House, c: Request, { kind, problems }: PasswordPage): Promise<Response> {
  const name = await nameBehind(house, c.req.param('token') ?? '', kind);
  c.header('referrer-policy', 'no-referrer');
  return c.html(pageText(await (<PasswordForm house={house} c={c} kind={kind} name={name} problems={problems} />)));
}

async function passwordSet(house: House, c: Request, password: string): Promise<Response> {
  await acceptInvitation(house, c.req.param('token') ?? '', password);
  return told(house, c, 'password');
}

async function told(house: House, c: Request, what: 'password' | 'confirm'): Promise<Response> {
  const t = accessText(c.var.lang);
  const page = (
    <TellPage frame={frameFor(c, house)} title={t(`${what}.doneTitle`)}>
      <p>{t(`${what}.done`)}</p>
      <p>
        <a class="btn first" href="/sign-in">
          {t('signIn.title')}
        </a>
      </p>
    </TellPage>
  );
  return c.html(pageText(await page));
}

async function confirmPage(house: House, c: Request): Promise<Response> {
  const name = await nameBehind(house, c.req.param('token') ?? '', 'confirmation');
  const t = accessText(c.var.lang);
  const page = (
    <FormPage
      frame={frameFor(c, house)}
      title={t('confirm.title')}
      lead={t('confirm.lead', { name })}
      action={c.req.path}
      fields={[]}
      submit={t('confirm.send')}
    />
  );
  return c.html(pageText(await page));
}

async function becameFirst(house: House, c: Request, entered: Entered): Promise<Response> {
  const t = accessText(c.var.lang);
  const work = async (): Promise<Response> => {
    await becomeAdministrator(house, c.req.param('token') ?? '', {
      name: entered('name'),
      email: entered('email'),
      password: entered('password'),
      lang: c.var.lang,
    });
    return told(house, c, 'password');
  };
  return submitted(c, work, {
    fields: {
      'access.password-short': { field: 'password', label: t('password.new') },
      'people.name-missing': { field: 'name', label: t('first.name') },
      'people.email-wrong': { field: 'email', label: t('signIn.email') },
    },
    again: (problems) => <FirstForm house={house} c={c} entered={entered} problems={problems} />,
  });
}

interface FormProps {
  readonly house: House;
  readonly c: Request;
  readonly problems: readonly FieldProblem[];
}

function RecoverForm({ house, c, email, problems }: FormProps & { readonly email: string }) {
  const t = accessText(c.var.lang);
  return (
    <FormPage
      frame={frameFor(c, house)}
      title={t('recover.title')}
      lead={t('recover.lead')}
      crumbs={[{ label: t('signIn.title'), href: '/sign-in' }]}
      action="/recover"
      problems={problems}
      fields={[{ name: 'email', label: t('signIn.email'), control: { kind: 'email', value: email } }]}
      submit={t('recover.send')}
    />
  );
}

function PasswordForm({
  house,
  c,
  kind,
  name,
  problems,
}: FormProps & { readonly kind: 'invitation' | 'recovery'; readonly name: string }) {
  const t = accessText(c.var.lang);
  const isInvitation = kind === 'invitation';
  return (
    <FormPage
      frame={frameFor(c, house)}
      title={t(isInvitation ? 'password.titleInvitation' : 'password.titleRecovery')}
      lead={t(isInvitation ? 'password.leadInvitation' : 'password.leadRecovery', { name })}
      action={c.req.path}
      problems={problems}
      fields={[newPassword(c)]}
      submit={t('password.send')}
    />
  );
}

function newPassword(c: Request) {
  const t = accessText(c.var.lang);
  return {
    name: 'password',
    label: t('password.new'),
    hint: t('password.hint', { shortest: shortestPassword }),
    control: { kind: 'password', use: 'new' },
  } as const;
}

function FirstForm({ house, c, entered, problems }: FormProps & { readonly entered: Entered }) {
  const t = accessText(c.var.lang);
  return (
    <FormPage
      frame={frameFor(c, house)}
      title={t('first.title')}
      lead={t('first.lead')}
      action={c.req.path}
      problems={problems}
      fields={[
        {
          name: 'name',
          label: t('first.name'),
          control: { kind: 'text', value: entered('name').slice(0, 200), autocomplete: 'name' },
        },
        { name: 'email', label: t('signIn.email'), control: { kind: 'email', value: entered('email').slice(0, 254) } },
        newPassword(c),
      ]}
      submit={t('first.send')}
    />
  );
}
