import { daysFrom } from '@guiju/procedure-language';
import { aCase, type Beginning } from './support.ts';

const usual = {
  'project-kind': 'new',
  adoption: 'none',
  'from-association': false,
  'project-class': 'general',
  'evaluation-opinion': 'approve',
  fast: 'none',
  'major-change': false,
  'review-by': 'committee',
  'interests-represented': true,
  'minutes-signed-by-all': true,
  'has-patents': false,
  'restricts-competition': false,
};
/** A project of a voluntary national standard, with what its forms usually say. */
export const project = (change: Readonly<Record<string, string | boolean>> = {}, beginning: Beginning = {}) =>
  aCase('national-voluntary', { ...beginning, usual: { ...usual, ...change } });

export const toApplication = ['suggest', 'put-to-vote', 'conclude-proposal-vote'];
export const toDecision = [...toApplication, 'apply', 'recommend', 'evaluate'];
export const toPlanning = [...toDecision, 'give-notice', 'conclude-notice'];
export const toDrafting = [...toPlanning, 'issue-plan'];
export const toHandling = [...toDrafting, 'finish-draft', 'send-for-comments', 'conclude-comments'];
export const toReviewed = [...toHandling, 'finish-handling', 'open-review', 'conclude-review'];
export const toApproval = [...toReviewed, 'deliver', 'forward', 'pass-check'];
export const toPublication = [...toApproval, 'approve'];

/** How long the last public comments are open. */
export function daysOpen({ windows }: { readonly windows: ReturnType<typeof aCase>['state']['windows'] }): number {
  const last = windows['public-comments']?.at(-1);
  return last === undefined ? 0 : daysFrom(last.openedOn, last.closesOn);
}
