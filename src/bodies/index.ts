export { enterOrganization, organizationByCode, organizationEntered, organizationRows } from './organization.ts';
