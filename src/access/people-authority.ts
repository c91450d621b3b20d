import {
  type Actor,
  actingFor,
  type HeldAppointment,
  mayAct,
  type Permission,
  type Visitor,
} from '../foundation/actor.ts';
import { refusal } from '../foundation/refusal.ts';
import { type AppointmentView, type Person, peoplePermissions, type Role } from '../people/index.ts';

/** Which organizations a visitor's appointments cover for a permission. */
export function homesFor(visitor: Visitor, permission: Permission): 'everywhere' | readonly string[] {
  const { actions } = visitor;
  const isGiven = actions === undefined || actions.includes(permission.action);
  const held = isGiven ? visitor.appointments.filter(({ role }) => permission.roles.includes(role)) : [];
  if (held.some(({ scope }) => scope === 'everywhere')) return 'everywhere';
  return [...new Set(held.flatMap(({ scope }) => (scope === 'everywhere' ? [] : scope)))];
}

/** @throws Refusal `access.not-permitted` when no appointment gives it for any organization */
export function requireSomewhere(visitor: Visitor, permission: Permission): 'everywhere' | readonly string[] {
  const homes = homesFor(visitor, permission);
  if (homes !== 'everywhere' && homes.length === 0)
    throw refusal('access.not-permitted', {
      action: permission.action,
      basis: permission.basis,
      role: visitor.appointments.map(({ role }) => role).join(', ') || '—',
    });
  return homes;
}

/** Who appoints: of the appointments that give it, first one whose role the role to be given names. */
export function appointing(
  visitor: Visitor,
  {
    role,
    home,
    permission,
  }: { readonly role: Role | undefined; readonly home: string; readonly permission: Permission },
): Actor {
  const fitting = visitor.appointments.filter(
    (held) => role?.appointedBy.includes(held.role) === true && gives(visitor, held, { permission, home }),
  );
  return actingFor(fitting.length === 0 ? visitor : { ...visitor, appointments: fitting }, permission, home);
}

function gives(
  visitor: Visitor,
  appointment: HeldAppointment,
  { permission, home }: { readonly permission: Permission; readonly home: string },
): boolean {
  return mayAct(
    { person: visitor.person, organization: appointment.organization, appointment, basis: permission.basis },
    permission,
    home,
  );
}

/** Whoever acts for themselves needs no appointment; where they hold one, the act names it. */
export function actingForOneself(person: Person, appointment?: HeldAppointment): Actor {
  return {
    person: person.id,
    organization: appointment?.organization ?? person.home,
    ...(appointment === undefined ? {} : { appointment }),
    basis: 'the own appointment, the own person',
  };
}

/** Whether a visitor sees who a person is: oneself, and whoever reads people of an organization the person belongs to. */
export function maySee(visitor: Visitor, person: Person, appointments: readonly AppointmentView[]): boolean {
  if (visitor.person === person.id) return true;
  const homes = homesFor(visitor, peoplePermissions.read);
  if (homes === 'everywhere') return true;
  return [person.home, ...appointments.map(({ organization }) => organization)].some((home) => homes.includes(home));
}
