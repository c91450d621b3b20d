import type { CaseAct } from '../cases/index.ts';

/**
 * Acts that say where a case stands and write nothing beside it: lists of proposed projects, open consultations and frozen
 * projects are read from the cases themselves.
 */
export const toldActs: readonly CaseAct[] = [
  'proposed-project-listed',
  'project-frozen',
  'consultation-opened',
  'consultation-closed',
  'submission-returned',
  'termination-asked',
  'review-opened',
  'foreign-notification-sent',
  'foreign-version-task-issued',
].map((name) => ({
  name,
  prepare: async () => null,
  facts: () => ({}),
  decide: () => ({ events: [] }),
}));
