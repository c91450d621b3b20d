import type { Permission } from '../foundation/actor.ts';

/** Who may do what in the register of organizations. Reading is public. */
export const bodiesPermissions = {
  /** Bring in what a source states of an organization: the operator of the installation. */
  state: {
    says: { 'zh-Hans': '登记来源所述的机构', en: 'State what a source says of an organization' },
    action: 'bodies.state-organization',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, art. 17; DESIGN 5',
  },
  /** Enter an organization in full: whoever answers for the one above it. */
  register: {
    says: { 'zh-Hans': '登记机构', en: 'Enter an organization' },
    action: 'bodies.register-organization',
    roles: ['operator', 'administrator', 'sac-officer', 'organization-administrator'],
    basis: 'Standardization Law, arts. 5, 16, 18 and 27',
  },
  change: {
    says: { 'zh-Hans': '变更机构', en: 'Change an organization' },
    action: 'bodies.change-organization',
    roles: ['operator', 'administrator', 'sac-officer', 'organization-administrator'],
    basis: 'Standardization Law, arts. 5, 16, 18 and 27',
  },
} as const satisfies Readonly<Record<string, Permission>>;
