import { refusal } from './refusal.ts';

/** An appointment: the only source of authority. A person holds it, an organization gives it, for a role, a scope and a time. */
export interface Appointment {
  readonly id: string;
  readonly role: string;
  /** Homes it covers; `everywhere` for the operator of the installation. */
  readonly scope: 'everywhere' | readonly string[];
}

/** An appointment in the hands of who holds it: own, or lent by somebody who is away. */
export interface HeldAppointment extends Appointment {
  /** The organization that gave it and for which its holder acts. */
  readonly organization: string;
  readonly from: string;
  /** First day on which it holds no more. */
  readonly until?: string;
  /** The person whose appointment it is, when it was delegated. */
  readonly lentBy?: string;
}

/** Whom a request comes from: a person who signed in, opened a personal link, or lent a program a token. */
export interface Visitor {
  readonly person: string;
  /** In force today; of a token only the one it is bound to. */
  readonly appointments: readonly HeldAppointment[];
  /** Every appointment this person ever held: separation of duties asks who somebody was. */
  readonly everHeld: readonly string[];
  /** The one thing a personal link opens; nothing else may be done with it. */
  readonly task?: { readonly kind: string; readonly key: string; readonly link?: string };
  /** The actions a token was made for; absent: whatever the appointments give. */
  readonly actions?: readonly string[];
}

/** Who acts: a person or none, for an organization, by an appointment, on a basis. */
export interface Actor {
  readonly person?: string;
  readonly organization: string;
  readonly appointment?: Appointment;
  readonly basis: string;
}

/** The same who, on the basis that a command names, if it names one. */
export function onBasis(actor: Actor, basis: unknown): Actor {
  return typeof basis === 'string' ? { ...actor, basis } : actor;
}

/** One line of a folder's permissions.ts: an action, the roles that may do it, and the article that says so. */
export interface Permission {
  readonly action: string;
  readonly roles: readonly string[];
  readonly basis: string;
  /** What is done, in words. */
  readonly says?: { readonly 'zh-Hans': string; readonly en: string };
}

/**
 * Refuses unless the actor's appointment gives the action for the home concerned. Deny by default: without an
 * appointment, and for a role that the table does not name, the answer is no.
 *
 * @throws Refusal `access.not-permitted`
 */
export function permit(actor: Actor, permission: Permission, home?: string): void {
  if (mayAct(actor, permission, home)) return;
  throw refusal('access.not-permitted', {
    action: permission.action,
    role: actor.appointment?.role,
    basis: permission.basis,
  });
}

/** Whether the actor's appointment gives the action for the home concerned: the answer that `permit` turns into a refusal. */
export function mayAct({ appointment }: Actor, permission: Permission, home?: string): boolean {
  if (appointment === undefined || !permission.roles.includes(appointment.role)) return false;
  return appointment.scope === 'everywhere' || (home !== undefined && appointment.scope.includes(home));
}

/**
 * The actor as whom a visitor may do something: by the first appointment that gives it for the home concerned.
 *
 * @throws Refusal `access.not-signed-in`, `access.not-permitted`
 */
export function actingFor(visitor: Visitor | undefined, permission: Permission, home?: string): Actor {
  if (visitor === undefined) throw refusal('access.not-signed-in', { action: permission.action });
  const { actions } = visitor;
  const usable = actions === undefined || actions.includes(permission.action) ? visitor.appointments : [];
  const actors = usable.map((appointment) => ({
    person: visitor.person,
    organization: appointment.organization,
    appointment,
    basis: permission.basis,
  }));
  const actor = actors.find((one) => mayAct(one, permission, home));
  if (actor !== undefined) return actor;
  const roles = [...new Set(visitor.appointments.map(({ role }) => role))].join(', ');
  throw refusal('access.not-permitted', {
    action: permission.action,
    role: roles === '' ? '—' : roles,
    basis: permission.basis,
  });
}
