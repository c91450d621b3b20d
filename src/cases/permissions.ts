import type { Permission } from '../foundation/actor.ts';

/**
 * Who may do what with cases beside the steps of their procedures: who may take a step stands in its definition, under
 * `by`.
 */
export const casePermissions = {
  passTime: { action: 'cases.pass-time', roles: ['operator'], basis: 'DESIGN 10, rule 3' },
  bringIn: {
    action: 'cases.bring-in',
    roles: ['operator', 'tc-secretary', 'department-officer', 'provincial-officer', 'sac-officer'],
    basis: 'Standardization Law, arts. 5 and 16; Technical Committees Measures',
  },
  moveVersion: {
    action: 'cases.move-version',
    roles: ['operator', 'sac-officer'],
    basis: 'Standardization Law, art. 5',
  },
  readAll: {
    action: 'cases.read',
    roles: ['operator', 'sac-officer', 'sac-approver', 'auditor', 'evaluation-officer'],
    basis: 'Standardization Law, arts. 5 and 32',
  },
} as const satisfies Readonly<Record<string, Permission>>;
