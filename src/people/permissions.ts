import type { Permission } from '../foundation/actor.ts';

const minimum = 'Personal Information Protection Law, arts. 6 and 13 (2): what the office needs';

/** Roles that appoint to one role or another; which to which stands in definitions/codelists/roles.csv. */
const appointing = [
  'operator',
  'administrator',
  'organization-administrator',
  'sac-officer',
  'sac-approver',
  'evaluation-officer',
  'department-officer',
  'delegated-officer',
  'provincial-officer',
  'tc-secretary-general',
  'tc-secretary',
  'project-leader',
] as const;

/** Who may do what with persons and appointments. Everybody may change the own name, say when they are away, and lend what is theirs. */
export const peoplePermissions = {
  enter: { action: 'people.enter-person', roles: appointing, basis: minimum },
  change: {
    action: 'people.change-person',
    roles: ['operator', 'administrator', 'organization-administrator'],
    basis: 'Personal Information Protection Law, art. 46',
  },
  /** See who holds what in an organization, with names. */
  read: { action: 'people.read', roles: [...appointing, 'auditor'], basis: minimum },
  appoint: {
    action: 'people.give-appointment',
    roles: appointing,
    basis: 'Standardization Law, arts. 5, 16, 18 and 27; Technical Committees Measures',
  },
  end: {
    action: 'people.end-appointment',
    roles: appointing,
    basis: 'Standardization Law, arts. 5, 16, 18 and 27; Technical Committees Measures',
  },
  /** Lend somebody else's appointment, because its holder cannot. */
  delegate: {
    action: 'people.delegate-appointment',
    roles: ['operator', 'administrator', 'organization-administrator'],
    basis: 'DESIGN 5: authority comes from an appointment',
  },
  absence: {
    action: 'people.announce-absence',
    roles: ['operator', 'administrator', 'organization-administrator'],
    basis: 'DESIGN 5: authority comes from an appointment',
  },
  forget: {
    action: 'people.forget-person',
    roles: ['operator', 'public-desk'],
    basis: 'Personal Information Protection Law, art. 47',
  },
} as const satisfies Readonly<Record<string, Permission>>;
