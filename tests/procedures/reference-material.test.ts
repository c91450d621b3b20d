import { describe, expect, it } from 'vitest';
import { aCase } from './support.ts';

const usual = { 'project-kind': 'development', 'experts-independent': true, 'valid-until': '2031-01-01' };
const material = (change: Readonly<Record<string, string | boolean>> = {}) =>
  aCase('reference-material', { usual: { ...usual, ...change } });
const toDevelopment = ['propose', 'forward', 'issue-plan'];
const toReviewed = [
  ...toDevelopment,
  'finish-development',
  'conclude-comments',
  'finish-handling',
  'open-review',
  'conclude-review',
];

describe('a national reference material', () => {
  it('is proposed, developed, reviewed by experts, approved with a number and a time of validity, and published', () => {
    const made = material().goes(...toReviewed, 'deliver', 'pass-check', 'approve', 'publish');
    expect(made.state.ended?.stage).toBe('published');
    expect(made.state.facts['valid-until']).toBe('2031-01-01');
  });

  it.each(['homogeneity-report', 'stability-report', 'value-assignment-report'])(
    'is not finished without its %s',
    (kind) => {
      material()
        .goes(...toDevelopment)
        .refuses('finish-development', { check: 'document-required', kind }, { without: [kind] });
    },
  );

  it('that reproduces another one names it and has less time', () => {
    const reproduced = material({ 'project-kind': 'reproduction' });
    reproduced.refuses('propose', { check: 'form-required', fact: 'reproduced' }, { facts: { reproduced: '' } });
    const planned = reproduced.goes(...toDevelopment);
    expect(planned.state.clocks['development']?.due.rule).toBe('practice-reference-reproduction');
  });

  it('is not reviewed by who developed it, nor by fewer experts than the rule asks for', () => {
    const handled = material().goes(...toReviewed.slice(0, 6));
    handled
      .refuses(
        'open-review',
        { check: 'fact-is', fact: 'experts-independent' },
        { facts: { 'experts-independent': false } },
      )
      .refuses('open-review', { check: 'fact-at-least', fact: 'experts' }, { facts: { experts: 3 } });
    handled
      .takes('open-review')
      .waits(20)
      .refuses('conclude-review', { check: 'not-by', step: 'finish-development' }, { whoTook: ['finish-development'] });
  });

  it('that the experts did not carry is reviewed again or developed further', () => {
    const lost = material()
      .goes(...toReviewed.slice(0, 7))
      .waits(20)
      .takes('conclude-review', { result: { entitled: 20, favour: 10, against: 10 } });
    lost.refuses('deliver', { check: 'window-is', window: 'review-ballot' });
    expect(lost.goes('review-again').stage()).toBe('review-preparation');
    expect(lost.goes('develop-again').stage()).toBe('development');
  });

  it('is valid from its approval on, and not for longer than the rule', () => {
    const checked = material().goes(...toReviewed, 'deliver', 'pass-check');
    checked.refuses('approve', { check: 'fact-not-before' }, { facts: { 'valid-until': '2026-01-01' } });
    checked.refuses('approve', { check: 'not' }, { facts: { 'valid-until': '2039-01-01' } });
    checked
      .goes('approve')
      .changes('certificate')
      .refuses('publish', { check: 'approved', isVoid: true })
      .goes('void-approval');
  });

  it('is rejected, refused, returned and terminated', () => {
    expect(material().goes('propose', 'forward', 'reject', 'appeal').stage()).toBe('planning');
    expect(material().goes('propose', 'forward', 'return-proposal').stage()).toBe('proposal');
    const delivered = material().goes(...toReviewed, 'deliver');
    expect(delivered.goes('return-submission').stage()).toBe('submission');
    expect(delivered.goes('pass-check', 'refuse-approval', 'appeal-refusal').stage()).toBe('approval');
    expect(delivered.goes('terminate').state.ended?.stage).toBe('terminated');
    expect(
      material()
        .goes(...toDevelopment)
        .waits(700).state.suspended?.step,
    ).toBe('freeze');
  });
});
