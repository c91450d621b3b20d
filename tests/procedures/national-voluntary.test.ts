import { describe, expect, it } from 'vitest';
import {
  daysOpen,
  project,
  toApplication,
  toApproval,
  toDecision,
  toDrafting,
  toHandling,
  toPublication,
  toReviewed,
} from './voluntary.ts';

describe('a voluntary national standard', () => {
  it('is made from a suggestion to the announcement', () => {
    const made = project().goes(...toPublication, 'publish');
    expect(made.stage()).toBe('published');
    expect(made.state.ended?.stage).toBe('published');
    expect(made.state.clocks['development']?.stoppedOn).toBeDefined();
  });

  it('is suggested by anybody, and decided upon by those alone who hold the role for its own bodies', () => {
    project()
      .takes('suggest', { by: 'reader@nobody' })
      .refuses('put-to-vote', { check: 'actor' }, { by: 'tc-secretary@another-committee' })
      .refuses('decline', { check: 'actor' }, { by: 'sac-officer@authority' });
  });

  it('is not applied for without a survey of needs', () => {
    project()
      .goes(...toApplication)
      .refuses('apply', { check: 'document-required', kind: 'needs-survey' }, { without: ['needs-survey'] })
      .refuses('apply', { check: 'form-required', fact: 'needs-surveyed' }, { facts: { 'needs-surveyed': [] } });
  });

  it('goes back to its proposer when the members do not carry it, and without quorum is voted on again', () => {
    const suggested = project().goes('suggest', 'put-to-vote').waits(20);
    const lost = suggested.takes('conclude-proposal-vote', { result: { entitled: 30, favour: 10, against: 15 } });
    lost.refuses('apply', { check: 'window-is', window: 'proposal-ballot' });
    expect(lost.takes('return-to-proposer').stage()).toBe('declined');
    const few = suggested.takes('conclude-proposal-vote', { result: { entitled: 30, favour: 20 } });
    expect(few.state.windows['proposal-ballot']?.at(-1)?.verdict).toBe('noQuorum');
    expect(few.goes('repeat-proposal-vote', 'conclude-proposal-vote', 'apply').stage()).toBe('recommendation');
  });

  it('is evaluated again after an objection found right, and only then put on the plan', () => {
    const opposed = project()
      .goes(...toDecision, 'give-notice')
      .waits(40)
      .takes('conclude-notice', { result: { received: 2, answered: 2, upheld: 1 } });
    opposed.refuses('issue-plan', { check: 'window-is', window: 'project-notice' });
    expect(opposed.goes('re-evaluate', 'evaluate', 'give-notice', 'conclude-notice', 'issue-plan').stage()).toBe(
      'drafting',
    );
  });

  it('is not put on the plan over an objection that was not answered, nor before the notice has ended', () => {
    const open = project().goes(...toDecision, 'give-notice');
    open.refuses('conclude-notice', { check: 'window-not-ended', window: 'project-notice' });
    open
      .waits(40)
      .refuses(
        'conclude-notice',
        { check: 'window-unanswered', received: 2, answered: 1 },
        { result: { received: 2, answered: 1 } },
      );
  });

  it('like another one goes on only by an officer’s reason', () => {
    const similar = project({}, { lookedUp: { similar: ['GB/T 11111-2020'] } }).goes(...toDecision);
    similar.refuses(
      'give-notice',
      { check: 'form-required', fact: 'similar-override' },
      { facts: { 'similar-override': '' } },
    );
    expect(similar.takes('give-notice', { facts: { 'similar-override': '适用范围不同' } }).stage()).toBe('notice');
  });

  it('that the evaluation would reject is rejected with reasons, and may be reconsidered in time', () => {
    const rejected = project({ 'evaluation-opinion': 'reject' })
      .goes(...toDecision)
      .refuses('give-notice', { check: 'fact-is', fact: 'evaluation-opinion' })
      .refuses('reject', { check: 'form-required', fact: 'reason' }, { facts: { reason: '' } })
      .takes('reject');
    expect(rejected.state.ended?.stage).toBe('rejected');
    rejected.refuses('evaluate', { check: 'not-ended' });
    expect(rejected.waits(20).takes('appeal').stage()).toBe('evaluation');
    rejected.waits(60).refuses('appeal', { check: 'reopen-within' });
  });

  it('is open for comments sixty days, thirty in urgency, and every comment has its answer', () => {
    const ready = project().goes(...toDrafting, 'finish-draft');
    ready.refuses('send-for-comments', { check: 'window-least' }, { closesOn: ready.today });
    const asked = ready.takes('send-for-comments');
    expect(daysOpen(asked.state)).toBeGreaterThanOrEqual(60);
    const urgent = project({ urgent: true }).takes('suggest', { facts: { urgent: true } });
    const urgentAsked = urgent.goes(...toDrafting.slice(1), 'finish-draft', 'send-for-comments');
    expect(daysOpen(urgentAsked.state)).toBeLessThan(60);
    asked
      .waits(70)
      .takes('conclude-comments', { result: { received: 5, answered: 0 } })
      .refuses('finish-handling', { check: 'window-unanswered', received: 5, answered: 0 })
      .takes('answer-comments', { result: { answered: 5 } })
      .takes('finish-handling');
  });

  it('is sent for comments again after a major change', () => {
    const handled = project().goes(...toHandling);
    handled.refuses('finish-handling', { check: 'fact-is', fact: 'major-change' }, { facts: { 'major-change': true } });
    expect(handled.takes('comments-again', { facts: { 'major-change': true } }).stage()).toBe('circulation');
  });

  it('is reviewed by at least fifteen experts who all sign, or by the committee, with all interests represented', () => {
    const ready = project({ 'review-by': 'experts' }).goes(...toHandling, 'finish-handling');
    ready
      .refuses('open-review', { check: 'fact-at-least', fact: 'experts', bound: 15 }, { facts: { experts: 14 } })
      .refuses(
        'open-review',
        { check: 'fact-is', fact: 'interests-represented' },
        { facts: { 'interests-represented': false } },
      );
    const reviewed = ready.takes('open-review', { facts: { experts: 15 } }).waits(20);
    reviewed.refuses(
      'conclude-review',
      { check: 'fact-is', fact: 'minutes-signed-by-all' },
      { facts: { 'minutes-signed-by-all': false } },
    );
    const carried = reviewed.takes('conclude-review', { result: { entitled: 16, favour: 12, against: 4 } });
    expect(carried.state.windows['review-ballot']?.at(-1)?.verdict).toBe('carried');
    const lost = reviewed.takes('conclude-review', { result: { entitled: 16, favour: 11, against: 5 } });
    lost.refuses('deliver', { check: 'window-is', window: 'review-ballot' });
    expect(lost.takes('revise-after-review').stage()).toBe('review-preparation');
    expect(lost.takes('give-up-after-review').stage('termination')).toBe('termination-applied');
  });

  it('fails in the committee although more than two thirds agree, when more than a quarter are against', () => {
    const lost = project()
      .goes(...toHandling, 'finish-handling', 'open-review')
      .waits(20)
      .takes('conclude-review', { result: { entitled: 30, favour: 16, against: 6, abstained: 1 } });
    expect(lost.state.windows['review-ballot']?.at(-1)?.verdict).toBe('notCarried');
  });

  it('is not reviewed by who drafted it, nor approved by who checked it', () => {
    project()
      .goes(...toHandling, 'finish-handling', 'open-review')
      .waits(20)
      .refuses('conclude-review', { check: 'not-by', step: 'finish-draft' }, { whoTook: ['finish-draft'] });
    project()
      .goes(...toApproval)
      .refuses('approve', { check: 'not-by', step: 'pass-check' }, { whoTook: ['pass-check'] });
  });

  it('is returned with reasons, and refused when it would restrict competition', () => {
    const checked = project().goes(...toReviewed, 'deliver', 'forward');
    checked.refuses(
      'pass-check',
      { check: 'fact-is', fact: 'restricts-competition' },
      { facts: { 'restricts-competition': true } },
    );
    const returned = checked.takes('return-submission');
    expect(returned.stage()).toBe('submission');
    expect(returned.goes('deliver', 'return-to-committee').stage()).toBe('submission');
    const refused = project().goes(...toApproval, 'refuse-approval');
    expect(refused.state.ended?.stage).toBe('refused');
    expect(refused.takes('appeal-refusal').stage()).toBe('approval');
  });

  it('is not submitted with a part of the set missing', () => {
    project()
      .goes(...toReviewed)
      .refuses('deliver', { check: 'document-required', kind: 'file-list' }, { without: ['file-list'] });
  });

  it('is published as it was approved, or not at all', () => {
    const changed = project()
      .goes(...toPublication)
      .changes('draft-for-approval');
    changed.refuses('publish', { check: 'approved', kind: 'draft-for-approval', isVoid: true });
    expect(changed.goes('void-approval', 'pass-check', 'approve', 'publish').stage()).toBe('published');
    project()
      .goes(...toPublication)
      .refuses(
        'publish',
        { check: 'fact-not-before', fact: 'implemented-on' },
        { facts: { 'implemented-on': '2026-01-01' } },
      );
  });
});
