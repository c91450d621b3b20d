import { describe, expect, it } from 'vitest';
import { aCase } from './support.ts';

const review = (conclusion: string, change: Readonly<Record<string, string | boolean>> = {}) =>
  aCase('review', {
    lookedUp: { 'review-due-on': '2026-06-01' },
    usual: {
      nature: 'voluntary',
      trigger: 'plan',
      conclusion,
      decision: conclusion,
      'supervisor-agrees': true,
      ...change,
    },
  });
const toDecision = ['open', 'put-to-vote', 'conclude-vote', 'submit-conclusion', 'forward'];
const toWithdrawal = [
  ...toDecision,
  'give-notice-of-withdrawal',
  'conclude-withdrawal-notice',
  'finish-withdrawal-comments',
];

describe('the review of a standard', () => {
  it('confirms it after the vote of the committee', () => {
    const confirmed = review('confirm').goes(...toDecision, 'decide-to-confirm');
    expect(confirmed.state.ended?.stage).toBe('confirmed');
    expect(confirmed.takes('ask-for-another-look').stage()).toBe('decision');
  });

  it('calls for a revision together with its application and draft', () => {
    const voted = review('revise').goes('open', 'put-to-vote', 'conclude-vote');
    voted.refuses(
      'submit-conclusion',
      { check: 'document-required', kind: 'application-form' },
      { without: ['application-form'] },
    );
    expect(voted.goes('submit-conclusion', 'forward', 'decide-to-revise').state.ended?.stage).toBe('revision');
  });

  it('withdraws it after thirty days of comments, approved first', () => {
    const handled = review('withdraw').goes(...toWithdrawal);
    handled.refuses('withdraw', { check: 'approved' });
    expect(handled.goes('approve-withdrawal', 'withdraw').state.ended?.stage).toBe('withdrawn');
    review('withdraw')
      .goes(...toDecision, 'give-notice-of-withdrawal')
      .refuses('conclude-withdrawal-notice', { check: 'window-not-ended' })
      .waits(40)
      .takes('conclude-withdrawal-notice', { result: { received: 2, answered: 0 } })
      .refuses('finish-withdrawal-comments', { check: 'window-unanswered' })
      .takes('answer-withdrawal-comments', { result: { answered: 2 } });
  });

  it('withdraws a mandatory standard only with the written agreement of its supervising authority', () => {
    const mandatory = review('withdraw', { nature: 'mandatory' }).goes(...toWithdrawal, 'approve-withdrawal');
    mandatory.refuses('withdraw', { check: 'track-is', track: 'supervision' });
    mandatory.refuses('need-no-supervisor', { check: 'not' });
    const asked = mandatory.takes('ask-supervisor');
    asked.refuses('enter-supervisor-opinion', { check: 'document-required' }, { without: ['supervisor-opinion'] });
    expect(asked.goes('enter-supervisor-opinion', 'withdraw').stage()).toBe('withdrawn');
    const against = asked.takes('enter-supervisor-opinion', { facts: { 'supervisor-agrees': false } });
    against.refuses('withdraw', { check: 'fact-is', fact: 'supervisor-agrees' });
    expect(against.takes('keep-after-objections').stage()).toBe('decision');
  });

  it('keeps it after an objection found right', () => {
    const opposed = review('withdraw')
      .goes(...toDecision, 'give-notice-of-withdrawal')
      .waits(40)
      .takes('conclude-withdrawal-notice', { result: { received: 1, answered: 1, upheld: 1 } });
    opposed.goes('finish-withdrawal-comments', 'approve-withdrawal').refuses('withdraw', { check: 'window-is' });
    expect(opposed.takes('keep-after-objections').stage()).toBe('decision');
    review('withdraw')
      .goes(...toWithdrawal)
      .refuses('keep-after-objections', { check: 'any' });
  });

  it('votes again when the conclusion is not carried or was returned', () => {
    const lost = review('confirm')
      .goes('open', 'put-to-vote')
      .waits(20)
      .takes('conclude-vote', { result: { entitled: 30, favour: 10, against: 15 } });
    lost.refuses('submit-conclusion', { check: 'window-is' });
    expect(lost.takes('vote-again').stage()).toBe('investigation');
    review('confirm').goes('open', 'put-to-vote', 'conclude-vote').refuses('reconsider', { check: 'taken' });
    expect(
      review('confirm')
        .goes(...toDecision, 'return-conclusion', 'reconsider')
        .stage(),
    ).toBe('investigation');
  });

  it('gives reasons for a decision other than the conclusion, and confirms nothing unlawful', () => {
    review('revise')
      .goes(...toDecision)
      .refuses(
        'decide-to-confirm',
        { check: 'form-required', fact: 'decided-otherwise' },
        { facts: { decision: 'confirm', 'decided-otherwise': '' } },
      );
    review('confirm', { trigger: 'unlawful' })
      .goes(...toDecision)
      .refuses('decide-to-confirm', { check: 'not' });
  });

  it('by age follows from its due day, and comes before the authority when it runs over its time', () => {
    review('confirm', { trigger: 'age' })
      .registered('review-due-on', '')
      .refuses('open', { check: 'fact-set', fact: 'review-due-on' });
    const late = review('confirm', { trigger: 'age' }).takes('open').waits(500);
    expect(late.stage()).toBe('overdue');
    expect(late.goes('give-more-time').stage()).toBe('investigation');
    expect(late.takes('decide-to-confirm', { facts: { 'decided-otherwise': '实施情况良好' } }).stage()).toBe(
      'confirmed',
    );
    expect(late.goes('end-review').stage()).toBe('ended');
  });

  it('of a guiding document alone may turn it into a voluntary standard', () => {
    review('convert').goes('open').refuses('put-to-vote', { check: 'fact-is', fact: 'nature' });
    const guiding = review('convert', { nature: 'guiding', decision: 'revise' });
    expect(guiding.goes(...toDecision, 'decide-to-revise').stage()).toBe('revision');
  });
});
