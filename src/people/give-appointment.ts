import { z } from 'zod';
import { organizationHeld } from '../bodies/index.ts';
import { type Actor, permit } from '../foundation/actor.ts';
import { isDay } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import type { Definitions } from '../foundation/definitions.ts';
import { refusal } from '../foundation/refusal.ts';
import { type AppointmentHeld, appointmentHeld, everHeldBy, personHeld } from './facts.ts';
import { peoplePermissions } from './permissions.ts';
import { type Role, rolesOn } from './roles.ts';

const day = z.string().max(10);

const appointmentShape = z.strictObject({
  person: z.uuid(),
  organization: z.uuid(),
  /** Code of roles. */
  role: z.string().max(40),
  from: day,
  /** First day on which it holds no more. */
  until: day.optional(),
  /** Number of the decision on which it rests; a secretariat names it for its members. */
  decision: z.string().trim().min(1).max(200).optional(),
});

/**
 * Gives a person authority for an organization, in a role, from a day on.
 *
 * @throws Refusal `people.role-unknown`, `people.role-of-other-kind`, `people.not-by-this-role`, `people.not-oneself`,
 *   `people.decision-missing`, `people.appointment-held`, `people.days-wrong`, `people.person-unknown`, `bodies.organization-unknown`
 */
export const giveAppointment = (definitions: Definitions) =>
  command({
    name: 'people.give-appointment',
    input: appointmentShape,
    facts: ({ person, organization }) => ({
      person: personHeld(person),
      organization: organizationHeld(organization),
      held: everHeldBy(person),
    }),
    decide: ({ input, facts, actor, today, newId }) => {
      permit(actor, peoplePermissions.appoint, input.organization);
      const role = roleNamed(rolesOn(definitions, today), input.role);
      if (!facts.person || facts.person.isErased) throw refusal('people.person-unknown', { personId: input.person });
      if (!facts.organization) throw refusal('bodies.organization-unknown', { organizationId: input.organization });
      requireDays(input);
      requireRight(actor, role, input);
      const { kind } = facts.organization;
      if (role.bodyKinds.length > 0 && (kind === null || !role.bodyKinds.includes(kind)))
        throw refusal('people.role-of-other-kind', { role: role.code, kind: kind ?? '—' });
      const overlapping = (facts.held ?? []).find((held) => isSame(held, input) && overlaps(held, input));
      if (overlapping) throw refusal('people.appointment-held', { role: role.code, from: overlapping.from });
      const { person, from, until, decision } = input;
      return [
        {
          type: 'appointment-given',
          homeId: input.organization,
          streamId: newId(),
          data: {
            person,
            role: role.code,
            scope: role.scope,
            from,
            ...(until === undefined ? {} : { until }),
            ...(actor.appointment === undefined ? {} : { givenBy: actor.appointment.id }),
            ...(decision === undefined ? {} : { decision }),
          },
        },
      ];
    },
  });

type AppointmentInput = z.output<typeof appointmentShape>;

function roleNamed(roles: ReadonlyMap<string, Role>, code: string): Role {
  const role = roles.get(code);
  if (!role) throw refusal('people.role-unknown', { role: code });
  return role;
}

function requireDays({ from, until }: { readonly from: string; readonly until?: string | undefined }): void {
  if (!isDay(from)) throw refusal('people.days-wrong', { from, until: until ?? '' });
  if (until !== undefined && (!isDay(until) || until <= from)) throw refusal('people.days-wrong', { from, until });
}

/** Who may appoint to a role is said by the role; nobody makes himself more than an administrator. */
function requireRight(actor: Actor, role: Role, input: AppointmentInput): void {
  const own = actor.appointment?.role ?? '';
  if (!role.appointedBy.includes(own)) throw refusal('people.not-by-this-role', { role: role.code, own });
  if (actor.person === input.person && role.code !== 'administrator')
    throw refusal('people.not-oneself', { role: role.code });
  if (role.onDecision && own.startsWith('tc-') && input.decision === undefined)
    throw refusal('people.decision-missing', { role: role.code });
}

function isSame(held: AppointmentHeld, input: AppointmentInput): boolean {
  return held.role === input.role && held.homeId === input.organization;
}

function overlaps(held: AppointmentHeld, { from, until }: AppointmentInput): boolean {
  return (held.until === null || held.until > from) && (until === undefined || held.from < until);
}

/**
 * Ends an appointment with a day, and what was lent of it with it. One who may appoint to the role may end it; everybody
 * may lay down the own.
 *
 * @throws Refusal `people.appointment-unknown`, `people.days-wrong`, `people.not-by-this-role`, `people.last-administrator`
 */
export const endAppointment = (definitions: Definitions) =>
  command({
    name: 'people.end-appointment',
    input: z.strictObject({ appointmentId: z.uuid(), until: day }),
    facts: ({ appointmentId }) => ({ appointment: appointmentHeld(appointmentId) }),
    decide: ({ input: { appointmentId, until }, facts, actor, today }) => {
      const { appointment } = facts;
      if (!appointment) throw refusal('people.appointment-unknown', { appointmentId });
      if (actor.person !== appointment.person) {
        permit(actor, peoplePermissions.end, appointment.homeId);
        const role = rolesOn(definitions, today).get(appointment.role);
        const own = actor.appointment?.role ?? '';
        if (role && !role.appointedBy.includes(own))
          throw refusal('people.not-by-this-role', { role: appointment.role, own });
      }
      if (!isDay(until) || until < today) throw refusal('people.day-past', { until, today });
      if (appointment.until !== null && appointment.until <= until) return [];
      return [{ type: 'appointment-ended', homeId: appointment.homeId, streamId: appointmentId, data: { until } }];
    },
  });
