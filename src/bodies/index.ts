import type { Part } from '../foundation/part.ts';
import { organizationEntered, organizationRows, organizationStated } from './organization.ts';
import { bodiesRefusals } from './refusals.ts';

export const part: Part = {
  name: 'bodies',
  profiles: 'all',
  eventTypes: [organizationEntered, organizationStated],
  projections: [organizationRows],
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
export type { OrganizationStatement } from './model.ts';
export { enterOrganization, organizationByCode } from './organization.ts';
export { bodiesRefusals } from './refusals.ts';
export { type StateOrganizationInput, stateOrganization } from './state-organization.ts';
