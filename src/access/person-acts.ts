import { organizationsNamed } from '../bodies/index.ts';
import { type Actor, actingFor, type Visitor } from '../foundation/actor.ts';
import { refusal } from '../foundation/refusal.ts';
import {
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
  type Role,
  rolesOn,
} from '../people/index.ts';
import { type Entered, execute, given, type House, type Request } from './house.ts';
import { invite } from './invite.ts';
import { actingForOneself, appointing, homesFor } from './people-authority.ts';
import { accessPermissions } from './permissions.ts';

/** A form on the page of a person, and who sent it. */
export interface Asked {
  readonly house: House;
  readonly c: Request;
  readonly visitor: Visitor;
  readonly person: Person;
}

export async function appoint({ house, c, visitor, person }: Asked, entered: Entered): Promise<string> {
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

export async function endHeld({ house, c, visitor, person }: Asked, entered: Entered): Promise<string> {
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

export async function lend({ house, visitor, person }: Asked, entered: Entered): Promise<string> {
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

export async function endLent({ house, c, visitor, person }: Asked, entered: Entered): Promise<string> {
  const lent = (await delegationsOf(house.deps.database, { person: person.id })).find(
    ({ id }) => id === entered('delegation'),
  );
  if (!lent) throw refusal('people.delegation-unknown', { delegationId: entered('delegation').slice(0, 40) });
  const isOwn = visitor.person === person.id;
  const actor = isOwn ? actingForOneself(person) : actingFor(visitor, peoplePermissions.delegate, lent.organization);
  await execute(house, endDelegation, { input: { delegationId: lent.id, until: c.var.today }, actor });
  return 'take-back';
}

export async function away({ house, visitor, person }: Asked, entered: Entered): Promise<string> {
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

export async function invited({ house, visitor, person }: Asked): Promise<string> {
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

/** The roles to which somebody may appoint. */
export function rolesToGive(visitor: Visitor, roles: ReadonlyMap<string, Role>): readonly Role[] {
  return [...roles.values()].filter(({ appointedBy }) =>
    visitor.appointments.some(({ role }) => appointedBy.includes(role)),
  );
}
