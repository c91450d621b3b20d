import { daysFrom } from '@guiju/procedure-language';
import { describe, expect, it } from 'vitest';
import { aCase, type Beginning } from './support.ts';

const usual = {
  'is-mandatory': false,
  'is-technical': true,
  ordinal: 1,
  items: 2,
  'major-change': false,
  'interests-represented': true,
};
const sheet = (change: Readonly<Record<string, string | boolean | number>> = {}, beginning: Beginning = {}) =>
  aCase('amendment-sheet', { lookedUp: { 'is-in-force': true }, ...beginning, usual: { ...usual, ...change } });
const toComments = ['propose', 'accept', 'finish-draft'];
const toReviewed = [...toComments, 'conclude-comments', 'finish-handling', 'open-review', 'conclude-review'];

describe('an amendment sheet', () => {
  it('is proposed, drafted, consulted on, reviewed, submitted, approved and published', () => {
    const made = sheet().goes(...toReviewed, 'deliver', 'forward', 'pass-check', 'approve', 'publish');
    expect(made.state.ended?.stage).toBe('published');
  });

  it('beyond the usual number of sheets or items needs a reason, and is not blocked', () => {
    const third = sheet({ ordinal: 3, items: 4 }).goes('propose');
    third.refuses(
      'accept',
      { check: 'form-required', fact: 'more-sheets-reason' },
      { facts: { 'more-sheets-reason': '' } },
    );
    const taken = third.takes('accept', { facts: { 'more-sheets-reason': '修订已列入计划' } });
    taken.refuses(
      'finish-draft',
      { check: 'form-required', fact: 'more-items-reason' },
      { facts: { 'more-items-reason': '' } },
    );
    expect(taken.takes('finish-draft', { facts: { 'more-items-reason': '条款相互关联' } }).stage()).toBe('comments');
  });

  it('is open for comments at least a month', () => {
    const { state } = sheet().goes(...toComments);
    const window = state.windows['public-comments']?.at(-1);
    expect(window === undefined ? 0 : daysFrom(window.openedOn, window.closesOn)).toBeGreaterThanOrEqual(28);
    sheet().goes('propose', 'accept').refuses('finish-draft', { check: 'window-least' }, { closesOn: '2026-03-10' });
  });

  it('changes technical content of a standard in force, and nothing else', () => {
    sheet()
      .goes('propose')
      .refuses('accept', { check: 'fact-is', fact: 'is-technical' }, { facts: { 'is-technical': false } });
    sheet({}, { lookedUp: { 'is-in-force': false } })
      .goes('propose')
      .refuses('accept', { check: 'fact-is', fact: 'is-in-force' });
  });

  it('of a mandatory standard is notified when needed, and waits for the end of it', () => {
    const mandatory = sheet({ 'is-mandatory': true, 'notification-needed': true }).goes(...toReviewed);
    mandatory.refuses('deliver', { check: 'track-is', track: 'notification' });
    const notified = mandatory.goes('notify', 'enter-circulation');
    notified.refuses('deliver', { check: 'track-is', track: 'notification' });
    expect(notified.goes('conclude-foreign-comments', 'finish-notification', 'deliver').stage()).toBe('forwarding');
    sheet()
      .goes(...toReviewed)
      .refuses('notify', { check: 'fact-is', fact: 'is-mandatory' }, { facts: { 'notification-needed': true } });
  });

  it('is declined, mended, returned, refused, terminated, or becomes a revision', () => {
    expect(sheet().goes('propose', 'decline', 'appeal-declined').stage()).toBe('proposal');
    const lost = sheet()
      .goes(...toReviewed.slice(0, -1))
      .waits(20)
      .takes('conclude-review', { result: { entitled: 30, favour: 10, against: 15 } });
    lost.refuses('deliver', { check: 'window-is', window: 'review-ballot' });
    expect(lost.goes('revise-after-review').stage()).toBe('review-preparation');
    const delivered = sheet().goes(...toReviewed, 'deliver');
    expect(delivered.goes('return-to-committee').stage()).toBe('submission');
    expect(delivered.goes('forward', 'return-submission').stage()).toBe('submission');
    expect(delivered.goes('forward', 'pass-check', 'refuse-approval', 'appeal').stage()).toBe('approval');
    expect(delivered.goes('terminate').stage()).toBe('terminated');
    expect(sheet().goes('propose', 'accept', 'revise-instead').state.ended?.stage).toBe('revised-instead');
    const handled = sheet().goes(...toComments, 'conclude-comments');
    expect(handled.takes('comments-again', { facts: { 'major-change': true } }).stage()).toBe('drafting');
  });

  it('is published as it was approved', () => {
    const approved = sheet()
      .goes(...toReviewed, 'deliver', 'forward', 'pass-check', 'approve')
      .changes('amendment-sheet');
    approved.refuses('publish', { check: 'approved', isVoid: true });
    expect(approved.goes('void-approval', 'pass-check', 'approve', 'publish').stage()).toBe('published');
  });
});
