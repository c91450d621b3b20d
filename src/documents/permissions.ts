import type { Permission } from '../foundation/actor.ts';

const files = 'Measures for national standards; Standardization Law, arts. 15 and 16';

/** Those by whose hands a case goes: whoever makes it, forwards it or decides it (roles of the list roles). */
const hands = [
  'drafter',
  'project-leader',
  'tc-secretary',
  'tc-secretary-general',
  'department-officer',
  'department-approver',
  'delegated-officer',
  'provincial-officer',
  'provincial-approver',
  'city-officer',
  'city-approver',
  'sac-officer',
  'sac-approver',
  'evaluation-officer',
  'association-officer',
  'association-approver',
  'enterprise-officer',
  'registrar',
  'operator',
] as const;

/** Drafters make texts; who may read them decides whoever answers for them. */
const answering = hands.filter(
  (role) => role !== 'drafter' && role !== 'project-leader' && role !== 'evaluation-officer',
);

/** Who may do what with documents of a home. Reading follows the access rule of the text (definitions/text-access.yaml). */
export const documentPermissions = {
  /** The public desk enters what anybody may bring: a suggestion, a comment on paper. */
  enter: { action: 'documents.enter', roles: [...hands, 'public-desk'], basis: files },
  addVersion: { action: 'documents.add-version', roles: hands, basis: files },
  bindScan: { action: 'documents.bind-scan', roles: hands, basis: files },
  changeAccess: {
    action: 'documents.change-access',
    roles: answering,
    basis: 'Standardization Law, arts. 17 and 27',
  },
  withdraw: { action: 'documents.withdraw', roles: hands, basis: files },
  approve: {
    action: 'documents.approve-version',
    roles: [
      'tc-chair',
      'tc-secretary-general',
      'department-approver',
      'provincial-approver',
      'city-approver',
      'sac-approver',
      'association-approver',
      'enterprise-officer',
    ],
    basis: 'Measures for national standards; Standardization Law, arts. 10 to 13, 18 and 19',
  },
  /** Templates of official paper belong to the installation. */
  keepTemplates: { action: 'documents.keep-templates', roles: ['administrator', 'operator'], basis: 'GB/T 9704' },
  erase: {
    action: 'documents.erase-content',
    roles: ['operator'],
    basis: 'Personal Information Protection Law, art. 47; DESIGN 10, rule 10',
  },
} as const satisfies Readonly<Record<string, Permission>>;
