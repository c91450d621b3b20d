import { Hono } from 'hono';
import {
  bodiesPermissions,
  organizationName,
  organizationsById,
  organizationsNamed,
  registerOrganization,
} from '../bodies/index.ts';
import { actingFor } from '../foundation/actor.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import {
  appointmentsOf,
  emailKey,
  enterPerson,
  type Person,
  peoplePermissions,
  personByEmailKey,
  personsNamed,
} from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { type Entered, enteredIn, execute, given, type House, type Request, submitted } from './house.ts';
import { organizationLine, organizationPeopleRoutes } from './organization-people-routes.tsx';
import { PeoplePage, type PeopleView } from './pages/people-page.tsx';
import { accessText } from './pages/texts.ts';
import { homesFor, requireSomewhere } from './people-authority.ts';
import { personRoutes } from './person-routes.tsx';

/** Organizations and their people, for those who may appoint or read them. */
export function peopleRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/people', async (c) => c.html(pageText(await peoplePage(house, c, { entered: () => '', problems: [] }))));
  app.post('/people', async (c) => {
    const entered = await enteredIn(c);
    return submitted(c, () => personEntered(house, c, entered), {
      fields: personFields(c),
      again: (problems) => peoplePage(house, c, { entered, problems }),
    });
  });
  app.post('/people/organizations', async (c) => {
    const entered = await enteredIn(c);
    return submitted(c, () => organizationEntered(house, c, entered), {
      fields: organizationFields(c),
      again: (problems) => peoplePage(house, c, { entered, problems }),
    });
  });
  app.route('/', organizationPeopleRoutes(house));
  app.route('/', personRoutes(house));
  return app;
}

function visitorIn(c: Request) {
  const { visitor } = c.var;
  if (visitor === undefined) throw refusal('access.not-signed-in', { action: peoplePermissions.read.action });
  return visitor;
}

async function personEntered(house: House, c: Request, entered: Entered): Promise<Response> {
  const { deps } = house;
  const visitor = visitorIn(c);
  const actor = actingFor(
    visitor,
    peoplePermissions.enter,
    homeOf(visitor.appointments, peoplePermissions.enter.roles),
  );
  const email = entered('email').trim();
  const salt = (): string => deps.random.bytes(16).toString('hex');
  const input = {
    name: entered('name').slice(0, 200),
    ...given('email', email),
    ...given('phone', entered('phone').slice(0, 40)),
    ...(email === '' ? {} : { emailKey: await emailKey(deps, email) }),
    lang: entered('language') === 'en' ? 'en' : 'zh-Hans',
    salts: [salt(), salt(), salt()],
  };
  const id = await execute(house, enterPerson, { input, actor });
  return c.redirect(`/people/${id}`, 303);
}

/** The organization for which something is entered that belongs to none in particular: that of the first appointment that gives it. */
function homeOf(
  held: readonly { readonly role: string; readonly organization: string }[],
  roles: readonly string[],
): string | undefined {
  return held.find(({ role }) => roles.includes(role))?.organization;
}

async function organizationEntered(house: House, c: Request, entered: Entered): Promise<Response> {
  const parent = entered('parent').trim();
  const input = {
    names: { 'zh-Hans': entered('name-zh'), en: entered('name-en') },
    kind: entered('kind'),
    ...given('creditCode', entered('credit-code').slice(0, 40)),
    ...given('region', entered('region').slice(0, 12)),
    ...given('parent', parent),
  };
  const actor = actingFor(visitorIn(c), bodiesPermissions.register, parent === '' ? undefined : parent);
  const id = await execute(house, registerOrganization(house.deps.definitions), { input, actor });
  return c.redirect(`/organizations/${id}/people`, 303);
}

const personFields = (c: Request) => {
  const t = accessText(c.var.lang);
  return {
    'people.name-missing': { field: 'name', label: t('people.name') },
    'people.email-wrong': { field: 'email', label: t('people.email') },
    'people.email-held': { field: 'email', label: t('people.email') },
  };
};

const organizationFields = (c: Request) => {
  const t = accessText(c.var.lang);
  return {
    'foundation.input-invalid': { field: 'name-zh', label: t('bodies.nameZh') },
    'bodies.kind-unknown': { field: 'kind', label: t('bodies.kind') },
    'bodies.credit-code-wrong': { field: 'credit-code', label: t('bodies.creditCode') },
    'bodies.credit-code-held': { field: 'credit-code', label: t('bodies.creditCode') },
    'bodies.region-unknown': { field: 'region', label: t('bodies.region') },
    'bodies.parent-unknown': { field: 'parent', label: t('bodies.parent') },
  };
};

interface Shown {
  readonly entered: Entered;
  readonly problems: readonly FieldProblem[];
}

async function peoplePage(house: House, c: Request, { entered, problems }: Shown) {
  const { database, definitions } = house.deps;
  const visitor = visitorIn(c);
  const { lang, today } = c.var;
  const homes = requireSomewhere(visitor, peoplePermissions.read);
  const query = (c.req.query('q') ?? '').trim().slice(0, 200);
  const within = homes === 'everywhere' ? undefined : homes;
  const organizations =
    within === undefined || query !== ''
      ? (await organizationsNamed(database, query, { day: today, limit: 200 })).filter(
          ({ id }) => within?.includes(id) ?? true,
        )
      : [...(await organizationsById(database, within.slice(0, 200), today)).values()];
  const registering = homesFor(visitor, bodiesPermissions.register);
  const parents = [
    ...(
      await organizationsById(database, registering === 'everywhere' ? [] : registering.slice(0, 200), today)
    ).values(),
  ];
  const view: PeopleView = {
    query,
    persons: await personsFound(house, query, within),
    organizations: organizations.map((one) => organizationLine(house, one, c)),
    mayEnter: homesFor(visitor, peoplePermissions.enter).length > 0,
    registering:
      registering.length === 0
        ? undefined
        : {
            isFree: registering === 'everywhere',
            parents: parents.map((one) => ({ value: one.id, label: organizationName(one, lang) })),
            kinds: definitions
              .codelist('organization-kinds')
              .at(today)
              .entries()
              .map(({ code, name }) => ({ value: code, label: (lang === 'en' ? name.en : name.zh) ?? code })),
          },
    entered,
  };
  return <PeoplePage frame={frameFor(c, house)} view={view} problems={problems} />;
}

/** By name, or by the whole address: an address is found by its keyed hash alone. */
async function personsFound(
  house: House,
  query: string,
  homes: readonly string[] | undefined,
): Promise<readonly Person[]> {
  const { database } = house.deps;
  if (!query.includes('@')) return personsNamed(database, query, { homes });
  const found = await personByEmailKey(database, await emailKey(house.deps, query));
  if (!found) return [];
  const appointments = await appointmentsOf(database, { person: found.id });
  const isTheirs =
    homes === undefined ||
    [found.home, ...appointments.map(({ organization }) => organization)].some((home) => homes.includes(home));
  return isTheirs ? [found] : [];
}
