import { type OutColumn, writeCsv } from '@guiju/office-tables';
import { Hono } from 'hono';
import { organizationName, organizationsById } from '../bodies/index.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import { personsById } from '../people/index.ts';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { type ActEntry, type ActFilter, actsOf, cursorOf } from './acts.ts';
import { type House, type Request, requireSignedIn } from './house.ts';
import { ActsPage, type ActView } from './pages/acts-page.tsx';
import { accessText } from './pages/texts.ts';
import { accessPermissions } from './permissions.ts';

const rowsOfPage = 50;
const rowsOfFile = 10_000;

/** What was done: by oneself, for one's organization, or everything, as the appointments give. */
export function auditRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/account/acts', (c) => actsPage(house, c, 'own'));
  app.get('/audit', (c) => actsPage(house, c, 'audit'));
  app.get('/audit.csv', (c) => actsFile(house, c));
  return app;
}

/** @throws Refusal `access.not-signed-in`, `access.not-permitted` */
function wishOf(house: House, c: Request, whose: 'own' | 'audit') {
  const filter = filterIn(c);
  const { timeZone } = house.deps.clock;
  if (whose === 'own') return { filter: { ...filter, person: requireSignedIn(c).person }, timeZone };
  if (c.var.visitor === undefined) throw refusal('access.not-signed-in', { action: accessPermissions.audit.action });
  const homes = homesToAudit(c);
  return { filter, timeZone, ...(homes === 'everywhere' ? {} : { homes }) };
}

/** Whose acts a visitor may see: of all that the appointments cover together. */
function homesToAudit(c: Request): 'everywhere' | readonly string[] {
  const { visitor } = c.var;
  const { action, basis } = accessPermissions.audit;
  const roles: readonly string[] = accessPermissions.audit.roles;
  const isGiven = visitor?.actions === undefined || visitor.actions.includes(action);
  const held = isGiven ? (visitor?.appointments ?? []).filter(({ role }) => roles.includes(role)) : [];
  if (held.length === 0) throw refusal('access.not-permitted', { action, basis, role: '—' });
  if (held.some(({ scope }) => scope === 'everywhere')) return 'everywhere';
  return held.flatMap(({ scope }) => (scope === 'everywhere' ? [] : scope));
}

function filterIn(c: Request): ActFilter {
  const asked = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, 100);
  return {
    person: asked('person'),
    organization: asked('organization'),
    command: asked('command'),
    from: asked('from'),
    until: asked('until'),
  };
}

async function actsPage(house: House, c: Request, whose: 'own' | 'audit'): Promise<Response> {
  const { filter, ...wish } = wishOf(house, c, whose);
  const acts = await actsOf(house.deps.database, {
    ...wish,
    filter,
    cursor: c.req.query('cursor'),
    limit: rowsOfPage + 1,
  });
  const shown = acts.slice(0, rowsOfPage);
  const last = acts.length > rowsOfPage ? shown.at(-1) : undefined;
  const next = new URLSearchParams(c.req.query());
  if (last) next.set('cursor', cursorOf(last));
  const page = (
    <ActsPage
      frame={frameFor(c, house)}
      view={{
        whose,
        filter: whose === 'own' ? { ...filter, person: '' } : filter,
        acts: await viewsOf(house, c, shown),
        nextHref: last ? `${c.req.path}?${next}` : undefined,
        csvHref: whose === 'own' ? undefined : `/audit.csv?${new URLSearchParams(c.req.query())}`,
      }}
    />
  );
  return c.html(pageText(await page));
}

async function viewsOf(house: House, c: Request, acts: readonly ActEntry[]): Promise<readonly ActView[]> {
  const { database, clock } = house.deps;
  const { lang, today } = c.var;
  const persons = await personsById(database, [...new Set(acts.flatMap(({ person }) => person ?? []))]);
  const organizations = await organizationsById(
    database,
    [...new Set(acts.map(({ organization }) => organization))],
    today,
  );
  return acts.map((act) => {
    const found = organizations.get(act.organization);
    const person = act.person === null ? undefined : persons.get(act.person);
    return {
      ...act,
      at: `${clock.dayOf(act.at)} ${clock.timeOf(act.at)}`,
      who: act.isErased || (person && person.name === null) ? 'erased' : (person?.name ?? undefined),
      organizationName: found ? organizationName(found, lang) : house.deps.settings.name[lang === 'en' ? 'en' : 'zh'],
    };
  });
}

async function actsFile(house: House, c: Request): Promise<Response> {
  const wish = wishOf(house, c, 'audit');
  const acts = await actsOf(house.deps.database, { ...wish, cursor: c.req.query('cursor'), limit: rowsOfFile });
  const t = accessText(c.var.lang);
  const columns: readonly OutColumn[] = [
    t('audit.at'),
    t('audit.person'),
    t('audit.personId'),
    t('audit.organization'),
    t('audit.organizationId'),
    t('audit.command'),
    t('audit.basis'),
    t('audit.sealed'),
  ].map((title) => ({ title }));
  const rows = (await viewsOf(house, c, acts)).map((act, place) => [
    acts[place]?.at ?? '',
    act.who === 'erased' ? t('audit.erased') : (act.who ?? ''),
    act.person ?? '',
    act.organizationName,
    act.organization,
    act.command,
    act.basis,
    act.sealed,
  ]);
  return c.body(Buffer.from(writeCsv(columns, rows)), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="audit.csv"',
  });
}
