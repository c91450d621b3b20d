import type { Permission } from '../../foundation/actor.ts';

/** Reporting is open to everybody, through the public desk; answering is the registrar's. */
export const correctionPermissions = {
  report: {
    says: { 'zh-Hans': '报告差错', en: 'Report an error' },
    action: 'standards.report-error',
    roles: ['public-desk', 'operator'],
    basis: 'open to everybody',
  },
  answer: {
    says: { 'zh-Hans': '答复差错报告', en: 'Answer a report of an error' },
    action: 'standards.answer-report',
    roles: ['operator', 'registrar'],
    basis: 'DESIGN 10, rule 6',
  },
} as const satisfies Readonly<Record<string, Permission>>;
