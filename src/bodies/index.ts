import type { Part } from '../foundation/part.ts';
import { organizationEntryRows } from './entry-rows.ts';
import { bodiesEvents } from './events.ts';
import { organizationRows } from './organization.ts';
import { bodiesPermissions } from './permissions.ts';
import { bodiesRefusals } from './refusals.ts';

export const part: Part = {
  name: 'bodies',
  profiles: 'all',
  eventTypes: bodiesEvents,
  projections: [organizationRows, organizationEntryRows],
  permissions: Object.values(bodiesPermissions),
  refusals: bodiesRefusals,
};

export {
  allCommittees,
  byReference,
  type Committee,
  committeesByCode,
  committeesMeant,
  committeesUnder,
} from './committees.ts';
export type { OrganizationInput } from './entry-input.ts';
export { organizationHeld } from './facts.ts';
export type { OrganizationStatement } from './model.ts';
export { enterOrganization, organizationByCode } from './organization.ts';
export {
  type Organization,
  organizationById,
  organizationName,
  organizationsById,
  organizationsNamed,
} from './organizations.ts';
export { bodiesPermissions } from './permissions.ts';
export { bodiesRefusals } from './refusals.ts';
export { changeOrganization, registerOrganization } from './register-organization.ts';
export { type StateOrganizationInput, stateOrganization } from './state-organization.ts';
