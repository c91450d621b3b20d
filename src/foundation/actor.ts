import { refusal } from './refusal.ts';

/** An appointment: the only source of authority. A person holds it, an organization gives it, for a role, a scope and a time. */
export interface Appointment {
  readonly id: string;
  readonly role: string;
  /** Homes it covers; `everywhere` for the operator of the installation. */
  readonly scope: 'everywhere' | readonly string[];
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
}

/**
 * Refuses unless the actor's appointment gives the action for the home concerned. Deny by default: without an
 * appointment, and for a role that the table does not name, the answer is no.
 *
 * @throws Refusal `access.not-permitted`
 */
export function permit(actor: Actor, permission: Permission, home?: string): void {
  const { appointment } = actor;
  const hasRole = appointment !== undefined && permission.roles.includes(appointment.role);
  const covers =
    appointment !== undefined &&
    (appointment.scope === 'everywhere' || (home !== undefined && appointment.scope.includes(home)));
  if (hasRole && covers) return;
  throw refusal('access.not-permitted', {
    action: permission.action,
    role: appointment?.role,
    basis: permission.basis,
  });
}
