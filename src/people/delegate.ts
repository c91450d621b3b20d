import { z } from 'zod';
import { type Actor, permit } from '../foundation/actor.ts';
import { isDay } from '../foundation/clock.ts';
import { command } from '../foundation/command.ts';
import type { Definitions } from '../foundation/definitions.ts';
import type { NewEvent } from '../foundation/events.ts';
import { privateText } from '../foundation/private-text.ts';
import { refusal } from '../foundation/refusal.ts';
import { type AppointmentHeld, appointmentHeld, delegationHeld, everHeldBy, personHeld } from './facts.ts';
import { peoplePermissions } from './permissions.ts';
import { type Role, rolesOn } from './roles.ts';

const day = z.string().max(10);
const salt = z.string().regex(/^[0-9a-f]{32}$/);
const reason = z.string().trim().min(1).max(500);

interface Lending {
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly salt: string;
}

/**
 * Lends an appointment for some days: its holder does, or the organization's administrator where the holder cannot. What
 * is lent is not lent on, ends with the appointment at the latest, and a role that asks for the person itself is never lent.
 *
 * @throws Refusal `people.appointment-unknown`, `people.role-not-lent`, `people.lent-too-long`, `people.days-wrong`,
 *   `people.not-to-holder`, `people.person-unknown`
 */
export const delegateAppointment = (definitions: Definitions) =>
  command({
    name: 'people.delegate-appointment',
    input: z.strictObject({ appointmentId: z.uuid(), to: z.uuid(), from: day, until: day, reason, salt }),
    facts: ({ appointmentId, to }) => ({ appointment: appointmentHeld(appointmentId), borrower: personHeld(to) }),
    decide: ({ input, facts, actor, today, newId }) => {
      const { appointment, borrower } = facts;
      if (!appointment) throw refusal('people.appointment-unknown', { appointmentId: input.appointmentId });
      if (actor.person !== appointment.person) permit(actor, peoplePermissions.delegate, appointment.homeId);
      if (!borrower || borrower.isErased) throw refusal('people.person-unknown', { personId: input.to });
      requireLendable(appointment, input, rolesOn(definitions, today));
      return [lent(appointment, input, newId)];
    },
  });

/**
 * Takes back what was lent, from a day on: the holder, the borrower or the organization's administrator.
 *
 * @throws Refusal `people.delegation-unknown`, `people.day-past`
 */
export const endDelegation = command({
  name: 'people.end-delegation',
  input: z.strictObject({ delegationId: z.uuid(), until: day }),
  facts: ({ delegationId }) => ({ delegation: delegationHeld(delegationId) }),
  decide({ input: { delegationId, until }, facts, actor, today }) {
    const { delegation } = facts;
    if (!delegation) throw refusal('people.delegation-unknown', { delegationId });
    const isTheirs = actor.person !== undefined && [delegation.lender, delegation.to].includes(actor.person);
    if (!isTheirs) permit(actor, peoplePermissions.delegate, delegation.homeId);
    if (!isDay(until) || until < today) throw refusal('people.day-past', { until, today });
    if (delegation.until <= until) return [];
    return [
      {
        type: 'delegation-ended',
        homeId: delegation.homeId,
        streamId: delegation.streamId,
        data: { delegation: delegationId, until },
      },
    ];
  },
});

/**
 * Says from when until when a person is away. With a substitute everything of theirs that may be lent is lent for those
 * days; what may not waits for the person.
 *
 * @throws Refusal `people.person-unknown`, `people.days-wrong`, `people.not-to-holder`
 */
export const announceAbsence = (definitions: Definitions) =>
  command({
    name: 'people.announce-absence',
    input: z.strictObject({
      personId: z.uuid(),
      from: day,
      until: day,
      substitute: z.uuid().optional(),
      reason: reason.optional(),
      salts: z.array(salt).max(100),
    }),
    facts: ({ personId, substitute }) => ({
      person: personHeld(personId),
      substitute: personHeld(substitute),
      held: everHeldBy(personId),
    }),
    decide: ({ input, facts, actor, today, newId }) => {
      const { person, held = [] } = facts;
      const { personId, from, until, substitute } = input;
      if (!person || person.isErased) throw refusal('people.person-unknown', { personId });
      requireOwnOrPermitted(actor, personId, person.homeId);
      if (!isDay(from) || !isDay(until) || until <= from) throw refusal('people.days-wrong', { from, until });
      const away: NewEvent = {
        type: 'absence-announced',
        homeId: person.homeId,
        streamId: personId,
        data: { from, until, ...(substitute === undefined ? {} : { substitute }) },
      };
      if (substitute === undefined) return [away];
      if (substitute === personId) throw refusal('people.not-to-holder');
      if (!facts.substitute || facts.substitute.isErased)
        throw refusal('people.person-unknown', { personId: substitute });
      const roles = rolesOn(definitions, today);
      const lendings = held
        .filter((appointment) => roles.get(appointment.role)?.mayBeLent === true && overlaps(appointment, from, until))
        .slice(0, input.salts.length)
        .map((appointment, place) =>
          lent(
            appointment,
            {
              ...within(appointment, from, until),
              to: substitute,
              reason: input.reason ?? `${from} – ${until}`,
              salt: input.salts[place] ?? '',
            },
            newId,
          ),
        );
      return [away, ...lendings];
    },
  });

function requireOwnOrPermitted(actor: Actor, personId: string, home: string): void {
  if (actor.person !== personId) permit(actor, peoplePermissions.absence, home);
}

function overlaps(appointment: AppointmentHeld, from: string, until: string): boolean {
  return (appointment.until === null || appointment.until > from) && appointment.from < until;
}

function within(
  appointment: AppointmentHeld,
  from: string,
  until: string,
): { readonly from: string; readonly until: string } {
  return {
    from: appointment.from > from ? appointment.from : from,
    until: appointment.until !== null && appointment.until < until ? appointment.until : until,
  };
}

function requireLendable(
  appointment: AppointmentHeld,
  { to, from, until }: Lending,
  roles: ReadonlyMap<string, Role>,
): void {
  if (roles.get(appointment.role)?.mayBeLent !== true)
    throw refusal('people.role-not-lent', { role: appointment.role });
  if (to === appointment.person) throw refusal('people.not-to-holder');
  if (!isDay(from) || !isDay(until) || until <= from) throw refusal('people.days-wrong', { from, until });
  if (from < appointment.from || (appointment.until !== null && until > appointment.until))
    throw refusal('people.lent-too-long', { from: appointment.from, until: appointment.until ?? '—' });
}

function lent(appointment: AppointmentHeld, lending: Lending, newId: () => string): NewEvent {
  const why = privateText(lending.reason, {
    textId: newId(),
    salt: Buffer.from(lending.salt, 'hex'),
    personId: appointment.person,
  });
  return {
    type: 'appointment-delegated',
    homeId: appointment.homeId,
    streamId: appointment.streamId,
    data: { delegation: newId(), to: lending.to, from: lending.from, until: lending.until, reason: why.reference },
    privateTexts: [why.kept],
  };
}
