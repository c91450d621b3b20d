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
  enter: {
    says: { 'zh-Hans': '登记人员', en: 'Enter a person' },
    action: 'people.enter-person',
    roles: appointing,
    basis: minimum,
  },
  change: {
    says: { 'zh-Hans': '更正人员资料', en: 'Correct what is entered of a person' },
    action: 'people.change-person',
    roles: ['operator', 'administrator', 'organization-administrator'],
    basis: 'Personal Information Protection Law, art. 46',
  },
  /** See who holds what in an organization, with names. */
  read: {
    says: { 'zh-Hans': '查看人员及其任职', en: 'See persons and their appointments' },
    action: 'people.read',
    roles: [...appointing, 'auditor'],
    basis: minimum,
  },
  appoint: {
    says: { 'zh-Hans': '任命', en: 'Give an appointment' },
    action: 'people.give-appointment',
    roles: appointing,
    basis: 'Standardization Law, arts. 5, 16, 18 and 27; Technical Committees Measures',
  },
  end: {
    says: { 'zh-Hans': '结束任职', en: 'End an appointment' },
    action: 'people.end-appointment',
    roles: appointing,
    basis: 'Standardization Law, arts. 5, 16, 18 and 27; Technical Committees Measures',
  },
  /** Lend somebody else's appointment, because its holder cannot. */
  delegate: {
    says: { 'zh-Hans': '代为委托任职', en: 'Lend an appointment for its holder' },
    action: 'people.delegate-appointment',
    roles: ['operator', 'administrator', 'organization-administrator'],
    basis: 'DESIGN 5: authority comes from an appointment',
  },
  absence: {
    says: { 'zh-Hans': '代为登记离岗', en: 'Announce an absence for somebody' },
    action: 'people.announce-absence',
    roles: ['operator', 'administrator', 'organization-administrator'],
    basis: 'DESIGN 5: authority comes from an appointment',
  },
  forget: {
    says: { 'zh-Hans': '依法删除后释放邮箱', en: 'Release the address after an erasure' },
    action: 'people.forget-person',
    roles: ['operator', 'public-desk'],
    basis: 'Personal Information Protection Law, art. 47',
  },
} as const satisfies Readonly<Record<string, Permission>>;
