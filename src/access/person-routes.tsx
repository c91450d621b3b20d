import { Hono } from 'hono';
import { organizationName, organizationsById } from '../bodies/index.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import {
  absencesOf,
  appointmentsOf,
  delegationsOf,
  peoplePermissions,
  personById,
  personsById,
  rolesOn,
} from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { type Entered, enteredIn, type House, type Request, submitted } from './house.ts';
import { PersonPage } from './pages/person-page.tsx';
import type { PersonView } from './pages/person-view.ts';
import { accessText } from './pages/texts.ts';
import { homesFor, maySee } from './people-authority.ts';
import { accessPermissions } from './permissions.ts';
import { type Asked, appoint, away, endHeld, endLent, invited, lend, rolesToGive } from './person-acts.ts';

/** One person: what they hold, and what those who may do with it. */
export function personRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const acts: Readonly<Record<string, (asked: Asked, entered: Entered) => Promise<string>>> = {
    appoint,
    'end-appointment': endHeld,
    lend,
    'end-delegation': endLent,
    absence: away,
    invite: invited,
  };
  app.get('/people/:id', async (c) =>
    c.html(pageText(await personPage(await askedFor(house, c), { entered: () => '', problems: [] }))),
  );
  for (const [name, act] of Object.entries(acts))
    app.post(`/people/:id/${name}`, async (c) => {
      const asked = await askedFor(house, c);
      const entered = await enteredIn(c);
      const work = async (): Promise<Response> =>
        c.redirect(`/people/${asked.person.id}?done=${await act(asked, entered)}`, 303);
      return submitted(c, work, { fields: fieldsOf(c), again: (problems) => personPage(asked, { entered, problems }) });
    });
  return app;
}

/** Whoever may not see a person learns not even that there is one. @throws Refusal `access.not-signed-in`, `people.person-unknown` */
async function askedFor(house: House, c: Request): Promise<Asked> {
  const { visitor } = c.var;
  if (visitor === undefined) throw refusal('access.not-signed-in', { action: peoplePermissions.read.action });
  const { database } = house.deps;
  const id = c.req.param('id') ?? '';
  const person = await personById(database, id);
  const appointments = person ? await appointmentsOf(database, { person: id }) : [];
  if (!person || !maySee(visitor, person, appointments))
    throw refusal('people.person-unknown', { personId: id.slice(0, 40) });
  return { house, c, visitor, person };
}

function fieldsOf(c: Request) {
  const t = accessText(c.var.lang);
  const role = { field: 'role', label: t('person.role') };
  const from = { field: 'from', label: t('person.from') };
  const organization = { field: 'organization', label: t('person.organization') };
  const isAppointing = c.req.path.endsWith('/appoint');
  const isAway = c.req.path.endsWith('/absence');
  const to = isAway
    ? { field: 'away-substitute', label: t('person.substitute') }
    : { field: 'lend-to', label: t('person.to') };
  const lentFrom = isAway
    ? { field: 'away-from', label: t('person.from') }
    : { field: 'lend-from', label: t('person.from') };
  return {
    'people.role-unknown': role,
    'people.role-of-other-kind': role,
    'people.not-by-this-role': role,
    'people.not-oneself': role,
    'people.decision-missing': { field: 'decision', label: t('person.decision') },
    'people.appointment-held': from,
    'people.days-wrong': isAppointing ? from : lentFrom,
    'people.lent-too-long': lentFrom,
    'people.role-not-lent': { field: 'lend-appointment', label: t('person.lend') },
    'people.not-to-holder': to,
    'people.person-unknown': to,
    'bodies.organization-unknown': organization,
    'foundation.input-invalid': isAppointing ? from : { field: 'lend-reason', label: t('person.reason') },
  };
}

interface Shown {
  readonly entered: Entered;
  readonly problems: readonly FieldProblem[];
}

async function personPage({ house, c, visitor, person }: Asked, { entered, problems }: Shown) {
  const { database, definitions } = house.deps;
  const { lang, today } = c.var;
  const [appointments, delegations, absences] = await Promise.all([
    appointmentsOf(database, { person: person.id }),
    delegationsOf(database, { person: person.id }),
    absencesOf(database, person.id, today),
  ]);
  const homes = homesFor(visitor, peoplePermissions.appoint);
  const listed = homes === 'everywhere' ? [] : homes.slice(0, 200);
  const organizations = await organizationsById(
    database,
    [
      ...listed,
      ...appointments.map(({ organization }) => organization),
      ...delegations.map(({ organization }) => organization),
    ],
    today,
  );
  const persons = await personsById(
    database,
    delegations.flatMap(({ lender, to }) => [lender, to]),
  );
  const roles = rolesOn(definitions, today);
  const isSelf = visitor.person === person.id;
  const named = (id: string): string => {
    const found = organizations.get(id);
    return found ? organizationName(found, lang) : id;
  };
  const roleName = (code: string): string => roles.get(code)?.name[lang] ?? code;
  const view: PersonView = {
    person,
    isSelf,
    done: c.req.query('done'),
    appointments: appointments.map((one) => ({
      ...one,
      roleName: roleName(one.role),
      organizationName: named(one.organization),
      mayEnd:
        isSelf ||
        homesFor(visitor, peoplePermissions.end) === 'everywhere' ||
        homesFor(visitor, peoplePermissions.end).includes(one.organization),
      mayLend:
        roles.get(one.role)?.mayBeLent === true &&
        (isSelf ||
          homesFor(visitor, peoplePermissions.delegate) === 'everywhere' ||
          homesFor(visitor, peoplePermissions.delegate).includes(one.organization)),
    })),
    delegations: delegations.map((one) => ({
      ...one,
      roleName: roleName(one.role),
      lenderName: persons.get(one.lender)?.name ?? '—',
      borrowerName: persons.get(one.to)?.name ?? '—',
    })),
    absences,
    appointing:
      homes.length === 0
        ? undefined
        : {
            organizations: homes === 'everywhere' ? undefined : listed.map((id) => ({ value: id, label: named(id) })),
            roles: rolesToGive(visitor, roles).map((role) => ({ value: role.code, label: role.name[lang] })),
          },
    mayInvite: person.email !== null && homesFor(visitor, accessPermissions.invite).length > 0 && !isSelf,
    entered,
  };
  return <PersonPage frame={frameFor(c, house)} view={view} problems={problems} />;
}
