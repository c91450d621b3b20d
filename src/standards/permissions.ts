import type { Permission } from '../foundation/actor.ts';

/** Who may do what in the register of standards. Reading is public. */
export const standardPermissions = {
  /** Bring in what a source states: the operator of the installation; publish what was approved: the authority itself. */
  state: {
    action: 'standards.state',
    roles: ['operator', 'registrar', 'sac-approver'],
    basis: 'Standardization Law, arts. 10, 11, 17, 27; DESIGN 5',
  },
  correct: { action: 'standards.correct', roles: ['operator', 'registrar'], basis: 'DESIGN 10, rule 6' },
  withdraw: {
    action: 'standards.withdraw',
    roles: ['operator', 'registrar', 'sac-approver'],
    basis: 'Standardization Law, arts. 29, 34, 39, 40, 42',
  },
  suspend: {
    action: 'standards.suspend',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, arts. 29 and 40',
  },
  cancelNumber: {
    action: 'standards.cancel-number',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, arts. 40 and 42',
  },
  changeNature: {
    action: 'standards.change-nature',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, art. 29',
  },
  annul: { action: 'standards.annul', roles: ['operator', 'registrar'], basis: 'DESIGN 10, rule 6' },
} as const satisfies Readonly<Record<string, Permission>>;
