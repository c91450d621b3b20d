import type { Permission } from '../../foundation/actor.ts';

/** Reporting is open to everybody, through the public desk; answering is the registrar's. */
export const correctionPermissions = {
  report: { action: 'standards.report-error', roles: ['public-desk', 'operator'], basis: 'open to everybody' },
  answer: { action: 'standards.answer-report', roles: ['operator', 'registrar'], basis: 'DESIGN 10, rule 6' },
} as const satisfies Readonly<Record<string, Permission>>;
