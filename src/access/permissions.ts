import type { Permission } from '../foundation/actor.ts';

/** Who may do what with accounts and the audit trail. What everybody does with the own account needs the account alone. */
export const accessPermissions = {
  invite: {
    says: { 'zh-Hans': '邀请开通账户', en: 'Invite to open an account' },
    action: 'access.invite',
    roles: [
      'operator',
      'administrator',
      'organization-administrator',
      'sac-officer',
      'department-officer',
      'delegated-officer',
      'provincial-officer',
      'tc-secretary-general',
      'tc-secretary',
    ],
    basis: 'DESIGN 8',
  },
  /** A program of the installation sends them for the cases under way. */
  issueTaskLink: {
    says: { 'zh-Hans': '发出一次性办理链接', en: 'Send a personal link for one task' },
    action: 'access.issue-task-link',
    roles: [
      'operator',
      'public-desk',
      'administrator',
      'tc-secretary',
      'tc-secretary-general',
      'sac-officer',
      'department-officer',
      'provincial-officer',
      'association-officer',
    ],
    basis: 'DESIGN 8',
  },
  /** Everything that was done; of one organization, its administrator too. */
  audit: {
    says: { 'zh-Hans': '查看审计记录', en: 'Read the audit trail' },
    action: 'access.read-audit',
    roles: ['operator', 'administrator', 'auditor', 'organization-administrator'],
    basis: 'Standardization Law, art. 43',
  },
} as const satisfies Readonly<Record<string, Permission>>;
