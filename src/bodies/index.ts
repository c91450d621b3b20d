import type { Part } from '../foundation/part.ts';
import { organizationEntered, organizationRows } from './organization.ts';

export const part: Part = {
  name: 'bodies',
  profiles: 'all',
  eventTypes: [organizationEntered],
  projections: [organizationRows],
};

export { enterOrganization, organizationByCode } from './organization.ts';
