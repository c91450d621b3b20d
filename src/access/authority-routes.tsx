import { Hono } from 'hono';
import { organizationName, organizationsById } from '../bodies/index.ts';
import type { HeldAppointment } from '../foundation/actor.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { appointmentsById, personsById, rolesOn } from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { actionsOf, endToken, makeToken, tokensOf } from './api-tokens.ts';
import { enteredIn, type House, type Request, requireSignedIn, submitted } from './house.ts';
import { AuthorityPage, type AuthorityView } from './pages/authority-page.tsx';
import { accessText } from './pages/texts.ts';
import { TokenMadePage, TokensPage, type TokensView } from './pages/tokens-page.tsx';

/** What somebody may do and why, and what they lend to programs. */
export function authorityRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/account/authority', async (c) => {
    const authorities = await authoritiesOf(house, c);
    return c.html(pageText(await (<AuthorityPage frame={frameFor(c, house)} authorities={authorities} />)));
  });
  app.get('/account/tokens', async (c) => c.html(pageText(await tokensPage(house, c, nothing, []))));
  app.post('/account/tokens', async (c) => {
    const entered = await enteredIn(c);
    const wish = {
      label: entered('label'),
      appointment: entered('appointment'),
      actions: entered('actions')
        .split(/[\s,;]+/)
        .filter((action) => action !== ''),
      until: entered('until').trim(),
    };
    const work = async (): Promise<Response> => {
      const visitor = requireSignedIn(c);
      const token = await makeToken(house.deps, { visitor, permissions: house.permissions, wish });
      c.header('cache-control', 'no-store');
      return c.html(pageText(await (<TokenMadePage frame={frameFor(c, house)} token={token} />)));
    };
    return submitted(c, work, {
      fields: { 'access.token-not-made': { field: 'until', label: accessText(c.var.lang)('tokens.until') } },
      again: (problems) => tokensPage(house, c, { ...wish, actions: entered('actions') }, problems),
    });
  });
  app.post('/account/tokens/:id/end', async (c) => {
    await endToken(house.deps, requireSignedIn(c).person, c.req.param('id'));
    return c.redirect('/account/tokens', 303);
  });
  return app;
}

/** Each appointment of today with everything that any part's permission table gives it. */
async function authoritiesOf(house: House, c: Request): Promise<readonly AuthorityView[]> {
  const { database, definitions } = house.deps;
  const { appointments } = requireSignedIn(c);
  const { lang, today } = c.var;
  const given = await appointmentsById(
    database,
    appointments.map(({ id }) => id),
  );
  const organizations = await organizationsById(
    database,
    appointments.map(({ organization }) => organization),
    today,
  );
  const givers = [...given.values()].flatMap(({ giver }) => giver ?? []);
  const persons = await personsById(database, [...givers, ...appointments.flatMap(({ lentBy }) => lentBy ?? [])]);
  const roles = rolesOn(definitions, today);
  return appointments.map((appointment) => {
    const { id, role, organization, from, until, lentBy, scope } = appointment;
    const act = given.get(id);
    const found = organizations.get(organization);
    return {
      role: roles.get(role)?.name[lang] ?? role,
      isConfirmed: roles.get(role)?.isConfirmed !== false,
      organization: found ? organizationName(found, lang) : organization,
      from,
      until,
      lentBy: lentBy === undefined ? undefined : (persons.get(lentBy)?.name ?? '—'),
      giver: act?.giver === null || act?.giver === undefined ? undefined : (persons.get(act.giver)?.name ?? '—'),
      decision: act?.decision ?? undefined,
      below: scope === 'everywhere' ? 'everywhere' : scope.length - 1,
      actions: house.permissions.filter(({ roles: allowed }) => allowed.includes(role)),
    };
  });
}

const nothing = { label: '', appointment: '', actions: '', until: '' };

async function tokensPage(house: House, c: Request, entered: typeof nothing, problems: readonly FieldProblem[]) {
  const { database, definitions, clock } = house.deps;
  const visitor = requireSignedIn(c);
  const { lang, today } = c.var;
  const own = visitor.appointments.filter(({ lentBy }) => lentBy === undefined);
  const organizations = await organizationsById(
    database,
    own.map(({ organization }) => organization),
    today,
  );
  const roles = rolesOn(definitions, today);
  const label = ({ role, organization }: HeldAppointment): string => {
    const found = organizations.get(organization);
    return `${roles.get(role)?.name[lang] ?? role} · ${found ? organizationName(found, lang) : organization}`;
  };
  const view: TokensView = {
    tokens: (await tokensOf(database, visitor.person, today)).map((token) => ({
      ...token,
      lastUsed:
        token.lastUsedAt === null ? undefined : `${clock.dayOf(token.lastUsedAt)} ${clock.timeOf(token.lastUsedAt)}`,
    })),
    appointments: own.map((appointment) => ({ value: appointment.id, label: label(appointment) })),
    actions: [...new Set(own.flatMap(({ role }) => actionsOf(house.permissions, role)))].sort(),
    entered,
  };
  return <TokensPage frame={frameFor(c, house)} view={view} problems={problems} />;
}
