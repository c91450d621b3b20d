import type { Permission } from '../foundation/actor.ts';

const files = 'Measures for national standards; Standardization Law, arts. 15 and 16';

/** Those by whose hands a case goes: whoever brings it, makes it, forwards it or decides it. */
const hands = [
  'applicant',
  'drafter',
  'committee-secretariat',
  'department',
  'province',
  'authority',
  'association',
  'enterprise',
  'registrar',
  'operator',
] as const;

/** Who may do what with documents of a home. Reading follows the access rule of the text (definitions/text-access.yaml). */
export const documentPermissions = {
  /** The public desk enters what anybody may bring: a suggestion, a comment on paper. */
  enter: { action: 'documents.enter', roles: [...hands, 'public-desk'], basis: files },
  addVersion: { action: 'documents.add-version', roles: hands, basis: files },
  bindScan: { action: 'documents.bind-scan', roles: hands, basis: files },
  changeAccess: {
    action: 'documents.change-access',
    roles: [
      'committee-secretariat',
      'department',
      'province',
      'authority',
      'association',
      'enterprise',
      'registrar',
      'operator',
    ],
    basis: 'Standardization Law, arts. 17 and 27',
  },
  withdraw: { action: 'documents.withdraw', roles: hands, basis: files },
  approve: {
    action: 'documents.approve-version',
    roles: [
      'committee-chair',
      'committee-secretariat',
      'department',
      'province',
      'authority',
      'association',
      'enterprise',
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
