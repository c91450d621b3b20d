import { describe, expect, it } from 'vitest';
import { aCase } from './support.ts';

const usual = {
  'project-kind': 'new',
  adoption: 'none',
  'guiding-reason': 'developing',
  'project-class': 'general',
  'evaluation-opinion': 'approve',
  'major-change': false,
  'review-by': 'committee',
  'interests-represented': true,
  'has-patents': false,
  'preface-states-why': true,
  'without-implementation': true,
  'restricts-competition': false,
};
const document = (change: Readonly<Record<string, string | boolean>> = {}) =>
  aCase('guiding-document', { usual: { ...usual, ...change } });
const toReviewed = [
  ...['suggest', 'put-to-vote', 'conclude-proposal-vote', 'apply', 'recommend', 'evaluate', 'give-notice'],
  ...['conclude-notice', 'issue-plan', 'finish-draft', 'send-for-comments', 'conclude-comments', 'finish-handling'],
  ...['open-review', 'conclude-review'],
];
const toPublication = [...toReviewed, 'deliver', 'forward', 'pass-check', 'approve'];

describe('a guiding technical document', () => {
  it('goes the way of a voluntary standard and has no day of implementation', () => {
    const ready = document().goes(...toPublication);
    ready.refuses(
      'publish',
      { check: 'fact-is', fact: 'without-implementation' },
      { facts: { 'without-implementation': false } },
    );
    ready.refuses(
      'publish',
      { check: 'form-unknown', fact: 'implemented-on' },
      { facts: { 'implemented-on': '2028-01-01' } },
    );
    expect(ready.takes('publish').state.ended?.stage).toBe('published');
  });

  it('says in its preface why it is issued', () => {
    document()
      .goes(...toReviewed)
      .refuses('deliver', { check: 'fact-is', fact: 'preface-states-why' }, { facts: { 'preface-states-why': false } });
  });

  it('that adopts a technical report says in which degree', () => {
    document({ 'guiding-reason': 'report' }).refuses('suggest', { check: 'fact-is', fact: 'adoption' });
    const adopted = document({
      'guiding-reason': 'report',
      adoption: 'idt',
      synchronous: false,
      'copyright-settled': true,
    });
    expect(adopted.goes('suggest', 'put-to-vote').stage()).toBe('proposal-vote');
  });

  it('is rejected, declined, frozen and terminated as a standard is', () => {
    expect(document().goes('suggest', 'decline').state.ended?.stage).toBe('declined');
    const evaluated = document({ 'evaluation-opinion': 'reject' }).goes(...toReviewed.slice(0, 6));
    expect(evaluated.goes('reject', 'appeal').stage()).toBe('evaluation');
    const late = document()
      .goes(...toReviewed.slice(0, 9))
      .waits(600);
    expect(late.state.suspended?.step).toBe('freeze');
    expect(late.takes('terminate').stage()).toBe('terminated');
  });
});
