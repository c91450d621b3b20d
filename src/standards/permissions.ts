import type { Permission } from '../foundation/actor.ts';

/** Who may do what in the register of standards. Reading is public. */
export const standardPermissions = {
  /** Bring in what a source states: the operator of the installation; publish what was approved: the authority itself. */
  state: {
    says: { 'zh-Hans': '登记来源所述的标准', en: 'State what a source says of a standard' },
    action: 'standards.state',
    roles: ['operator', 'registrar', 'sac-approver'],
    basis: 'Standardization Law, arts. 10, 11, 17, 27; DESIGN 5',
  },
  correct: {
    says: { 'zh-Hans': '更正标准记录', en: 'Correct a record' },
    action: 'standards.correct',
    roles: ['operator', 'registrar'],
    basis: 'DESIGN 10, rule 6',
  },
  withdraw: {
    says: { 'zh-Hans': '废止标准', en: 'Withdraw a standard' },
    action: 'standards.withdraw',
    roles: ['operator', 'registrar', 'sac-approver'],
    basis: 'Standardization Law, arts. 29, 34, 39, 40, 42',
  },
  suspend: {
    says: { 'zh-Hans': '暂停标准', en: 'Suspend a standard' },
    action: 'standards.suspend',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, arts. 29 and 40',
  },
  cancelNumber: {
    says: { 'zh-Hans': '取消标准编号', en: 'Cancel the number of a standard' },
    action: 'standards.cancel-number',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, arts. 40 and 42',
  },
  changeNature: {
    says: { 'zh-Hans': '改变标准性质', en: 'Change the nature of a standard' },
    action: 'standards.change-nature',
    roles: ['operator', 'registrar'],
    basis: 'Standardization Law, art. 29',
  },
  annul: {
    says: { 'zh-Hans': '撤销误录的记录', en: 'Annul a record entered in error' },
    action: 'standards.annul',
    roles: ['operator', 'registrar'],
    basis: 'DESIGN 10, rule 6',
  },
} as const satisfies Readonly<Record<string, Permission>>;
