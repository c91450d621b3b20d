import { Hono } from 'hono';
import { type Organization, organizationById, organizationName } from '../bodies/index.ts';
import { actingFor } from '../foundation/actor.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import { appointmentsOf, peoplePermissions, personsById, rolesOn } from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { type Entered, enteredIn, type House, type Request, submitted } from './house.ts';
import { personOfAddress } from './known-persons.ts';
import { OrganizationPeoplePage } from './pages/organization-people-page.tsx';
import { accessText } from './pages/texts.ts';
import { homesFor } from './people-authority.ts';
import { appoint, rolesToGive } from './person-acts.ts';

/** Who acts for an organization; whoever may appoint there appoints by the address of a person, whoever entered that person. */
export function organizationPeopleRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/organizations/:id/people', async (c) =>
    c.html(pageText(await organizationPeople(house, c, { entered: () => '', problems: [] }))),
  );
  app.post('/organizations/:id/people', async (c) => {
    const visitor = visitorIn(c);
    const id = c.req.param('id');
    actingFor(visitor, peoplePermissions.appoint, id);
    const entered = await enteredIn(c);
    const work = async (): Promise<Response> => {
      const person = await personOfAddress(house.deps, entered('email'));
      if (!person) throw refusal('people.person-unknown', { personId: entered('email').slice(0, 80) });
      await appoint({ house, c, visitor, person }, (name) => (name === 'organization' ? id : entered(name)));
      return c.redirect(`/organizations/${id}/people`, 303);
    };
    return submitted(c, work, {
      fields: fieldsOf(c),
      again: (problems) => organizationPeople(house, c, { entered, problems }),
    });
  });
  return app;
}

function visitorIn(c: Request) {
  const { visitor } = c.var;
  if (visitor === undefined) throw refusal('access.not-signed-in', { action: peoplePermissions.read.action });
  return visitor;
}

function fieldsOf(c: Request) {
  const t = accessText(c.var.lang);
  const role = { field: 'role', label: t('person.role') };
  const from = { field: 'from', label: t('person.from') };
  return {
    'people.person-unknown': { field: 'email', label: t('bodyPeople.email') },
    'people.role-unknown': role,
    'people.role-of-other-kind': role,
    'people.not-by-this-role': role,
    'people.not-oneself': role,
    'people.decision-missing': { field: 'decision', label: t('person.decision') },
    'people.appointment-held': from,
    'people.days-wrong': from,
    'foundation.input-invalid': from,
  };
}

interface Shown {
  readonly entered: Entered;
  readonly problems: readonly FieldProblem[];
}

async function organizationPeople(house: House, c: Request, { entered, problems }: Shown) {
  const { database, definitions } = house.deps;
  const { lang, today } = c.var;
  const visitor = visitorIn(c);
  const id = c.req.param('id') ?? '';
  actingFor(visitor, peoplePermissions.read, id);
  const organization = /^[0-9a-f-]{36}$/.test(id) ? await organizationById(database, id, today) : undefined;
  if (!organization) throw refusal('bodies.organization-unknown', { organizationId: id.slice(0, 40) });
  const appointments = await appointmentsOf(database, { organization: id });
  const persons = await personsById(database, [...new Set(appointments.map(({ person }) => person))]);
  const roles = rolesOn(definitions, today);
  const homes = homesFor(visitor, peoplePermissions.appoint);
  const fitting = rolesToGive(visitor, roles).filter(
    ({ bodyKinds }) => bodyKinds.length === 0 || bodyKinds.includes(organization.kind ?? ''),
  );
  return (
    <OrganizationPeoplePage
      frame={frameFor(c, house)}
      organization={{ ...organizationLine(house, organization, c), id }}
      appointments={appointments.map((one) => ({
        ...one,
        role: roles.get(one.role)?.name[lang] ?? one.role,
        name: persons.get(one.person)?.name ?? undefined,
      }))}
      roles={
        homes === 'everywhere' || homes.includes(id)
          ? fitting.map(({ code, name }) => ({ value: code, label: name[lang] }))
          : []
      }
      entered={entered}
      problems={problems}
    />
  );
}

/** An organization as lists name it. */
export function organizationLine(house: House, one: Organization, c: Request) {
  const { lang, today } = c.var;
  const kind =
    one.kind === null ? undefined : house.deps.definitions.codelist('organization-kinds').at(today).get(one.kind);
  return {
    id: one.id,
    name: organizationName(one, lang),
    kind: (lang === 'en' ? kind?.name.en : kind?.name.zh) ?? one.kind ?? '',
    code: one.creditCode ?? one.code ?? '',
  };
}
