import type { Part } from '../foundation/part.ts';
import { peopleEvents } from './events.ts';
import { peopleLoops } from './loops.ts';
import { peoplePermissions } from './permissions.ts';
import { peopleRefusals } from './refusals.ts';
import { peopleRows } from './rows.ts';

export const part: Part = {
  name: 'people',
  profiles: 'all',
  eventTypes: peopleEvents,
  projections: peopleRows,
  permissions: Object.values(peoplePermissions),
  refusals: peopleRefusals,
  keptTables: ['installation_secret'],
  loops: peopleLoops,
};

export { announceAbsence, delegateAppointment, endDelegation } from './delegate.ts';
export { emailKey, installationSecret } from './email-key.ts';
export { changePerson, enterPerson } from './enter-person.ts';
export { sameOrganization } from './facts.ts';
export { endAppointment, giveAppointment } from './give-appointment.ts';
export { forgetErased } from './loops.ts';
export { peoplePermissions } from './permissions.ts';
export {
  type AbsenceView,
  type AppointmentView,
  absencesOf,
  appointmentsById,
  appointmentsOf,
  type DelegationView,
  delegationsOf,
  organizationsWithoutHolders,
  type Person,
  personByEmailKey,
  personById,
  personsById,
  personsNamed,
} from './persons.ts';
export { peopleRefusals } from './refusals.ts';
export { type Role, rolesOn } from './roles.ts';
export { visitorOf } from './visitor.ts';
