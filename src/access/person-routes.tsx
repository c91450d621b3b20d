import { Hono } from 'hono';
import { organizationName, organizationsById, organizationsNamed } from '../bodies/index.ts';
import { type Actor, actingFor, type Visitor } from '../foundation/actor.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { refusal } from '../foundation/refusal.ts';
import {
  absencesOf,
  announceAbsence,
  appointmentsById,
  appointmentsOf,
  delegateAppointment,
  delegationsOf,
  emailKey,
  endAppointment,
  endDelegation,
  giveAppointment,
  type Person,
  peoplePermissions,
  personByEmailKey,
  personById,
  personsById,
  type Role,
  rolesOn,
} from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { frameFor } from '../portal/page.tsx';
import { type Entered, enteredIn, execute, given, type House, type Request, submitted } from './house.ts';
import { invite } from './invite.ts';
import { PersonPage, type PersonView } from './pages/person-page.tsx';
import { accessText } from './pages/texts.ts';
import { actingForOneself, appointing, homesFor, maySee } from './people-authority.ts';
import { accessPermissions } from './permissions.ts';

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

interface Asked {
  readonly house: House;
  readonly c: Request;
  readonly visitor: Visitor;
  readonly person: Person;
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

async function appoint({ house, c, visitor, person }: Asked, entered: Entered): Promise<string> {
  const { deps } = house;
  const role = rolesOn(deps.definitions, c.var.today).get(entered('role'));
  const organization = await organizationMeant(house, c, entered('organization'));
  const actor = appointing(visitor, { role, home: organization, permission: peoplePermissions.appoint });
  const input = {
    person: person.id,
    organization,
    role: entered('role').slice(0, 40),
    from: entered('from').trim().slice(0, 10),
    ...given('until', entered('until').slice(0, 10)),
    ...given('decision', entered('decision').slice(0, 200)),
  };
  await execute(house, giveAppointment(deps.definitions), { input, actor });
  return 'appoint';
}

/** An organization by its identifier, its credit code or its whole name. @throws Refusal `bodies.organization-unknown` */
async function organizationMeant(house: House, c: Request, text: string): Promise<string> {
  const asked = text.trim();
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(asked)) return asked;
  const found =
    asked === '' ? [] : await organizationsNamed(house.deps.database, asked, { day: c.var.today, limit: 20 });
  const exact = found.filter(
    ({ names, creditCode }) => Object.values(names).includes(asked) || creditCode === asked.toUpperCase(),
  );
  const [one, ...others] = exact.length > 0 ? exact : found;
  if (one === undefined || others.length > 0)
    throw refusal('bodies.organization-unknown', { organizationId: asked.slice(0, 80) || '—' });
  return one.id;
}

async function endHeld({ house, c, visitor, person }: Asked, entered: Entered): Promise<string> {
  const { deps } = house;
  const held = (await appointmentsById(deps.database, [uuidIn(entered('appointment'))])).get(entered('appointment'));
  if (!held || held.person !== person.id)
    throw refusal('people.appointment-unknown', { appointmentId: entered('appointment').slice(0, 40) });
  const role = rolesOn(deps.definitions, c.var.today).get(held.role);
  const actor =
    visitor.person === person.id
      ? actingForOneself(
          person,
          visitor.appointments.find(({ id }) => id === held.id),
        )
      : appointing(visitor, { role, home: held.organization, permission: peoplePermissions.end });
  await execute(house, endAppointment(deps.definitions), {
    input: { appointmentId: held.id, until: c.var.today },
    actor,
  });
  return 'end';
}

async function lend({ house, visitor, person }: Asked, entered: Entered): Promise<string> {
  const { deps } = house;
  const held = (await appointmentsById(deps.database, [uuidIn(entered('lend-appointment'))])).get(
    entered('lend-appointment'),
  );
  if (!held || held.person !== person.id)
    throw refusal('people.appointment-unknown', { appointmentId: entered('lend-appointment').slice(0, 40) });
  const to = await personMeant(house, entered('lend-to'));
  const own = visitor.appointments.find(({ id }) => id === held.id);
  const actor =
    visitor.person === person.id
      ? actingForOneself(person, own)
      : actingFor(visitor, peoplePermissions.delegate, held.organization);
  const input = {
    appointmentId: held.id,
    to: to ?? uuidIn(''),
    from: entered('lend-from').trim().slice(0, 10),
    until: entered('lend-until').trim().slice(0, 10),
    reason: entered('lend-reason').slice(0, 500),
    salt: deps.random.bytes(16).toString('hex'),
  };
  await execute(house, delegateAppointment(deps.definitions), { input, actor });
  return 'lend';
}

async function endLent({ house, c, visitor, person }: Asked, entered: Entered): Promise<string> {
  const lent = (await delegationsOf(house.deps.database, { person: person.id })).find(
    ({ id }) => id === entered('delegation'),
  );
  if (!lent) throw refusal('people.delegation-unknown', { delegationId: entered('delegation').slice(0, 40) });
  const isOwn = visitor.person === person.id;
  const actor = isOwn ? actingForOneself(person) : actingFor(visitor, peoplePermissions.delegate, lent.organization);
  await execute(house, endDelegation, { input: { delegationId: lent.id, until: c.var.today }, actor });
  return 'take-back';
}

async function away({ house, visitor, person }: Asked, entered: Entered): Promise<string> {
  const { deps } = house;
  const substitute = entered('away-substitute').trim();
  const found = substitute === '' ? undefined : ((await personMeant(house, substitute)) ?? uuidIn(''));
  const actor: Actor =
    visitor.person === person.id
      ? actingForOneself(person, visitor.appointments[0])
      : actingFor(visitor, peoplePermissions.absence, person.home);
  const input = {
    personId: person.id,
    from: entered('away-from').trim().slice(0, 10),
    until: entered('away-until').trim().slice(0, 10),
    ...(found === undefined ? {} : { substitute: found }),
    salts: Array.from({ length: 100 }, () => deps.random.bytes(16).toString('hex')),
  };
  await execute(house, announceAbsence(deps.definitions), { input, actor });
  return 'absence';
}

async function invited({ house, visitor, person }: Asked): Promise<string> {
  const { deps, post } = house;
  const homes = [
    person.home,
    ...(await appointmentsOf(deps.database, { person: person.id })).map(({ organization }) => organization),
  ];
  const reached = homesFor(visitor, accessPermissions.invite);
  const home = homes.find((one) => reached === 'everywhere' || reached.includes(one));
  actingFor(visitor, accessPermissions.invite, home);
  await invite(deps, post, person.id);
  return 'invite';
}

const noUuid = '00000000-0000-0000-0000-000000000000';
const uuidIn = (text: string): string => (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : noUuid);

async function personMeant(house: House, email: string): Promise<string | undefined> {
  const found = await personByEmailKey(house.deps.database, await emailKey(house.deps, email));
  return found?.id;
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

function rolesToGive(visitor: Visitor, roles: ReadonlyMap<string, Role>): readonly Role[] {
  return [...roles.values()].filter(({ appointedBy }) =>
    visitor.appointments.some(({ role }) => appointedBy.includes(role)),
  );
}
