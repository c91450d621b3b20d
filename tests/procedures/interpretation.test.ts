import { describe, expect, it } from 'vitest';
import { aCase } from './support.ts';

const interpretation = (isInForce = true) =>
  aCase('interpretation', { lookedUp: { 'is-in-force': isInForce }, usual: { 'changes-requirements': false } });
const toIssued = ['ask', 'take-up', 'finish-draft', 'issue'];

describe('the interpretation of a mandatory standard', () => {
  it('is given by the department and opened on the platform within its time', () => {
    const issued = interpretation().goes(...toIssued);
    expect(issued.state.clocks['stage:issued']?.due.rule).toBe('interpretation-published-mandatory');
    expect(issued.takes('publish').state.ended?.stage).toBe('published');
  });

  it('is declined with reasons, and may be asked for again', () => {
    const asked = interpretation().takes('ask', { by: 'reader@nobody' });
    asked.refuses('decline', { check: 'form-required', fact: 'reason' }, { facts: { reason: '' } });
    expect(asked.goes('decline', 'ask-again').stage()).toBe('asked');
    interpretation(false).goes('ask').refuses('take-up', { check: 'fact-is', fact: 'is-in-force' });
  });

  it('changes no requirement: for that the standard is amended or revised', () => {
    const taken = interpretation().goes('ask', 'take-up', 'ask-committee', 'enter-committee-opinion');
    const change = { facts: { 'changes-requirements': true } };
    taken.refuses('finish-draft', { check: 'fact-is', fact: 'changes-requirements' }, change);
    expect(taken.takes('change-instead', change).state.ended?.stage).toBe('changed-instead');
  });

  it('is issued by another person than its drafter, and opened as it was issued', () => {
    const drafted = interpretation().goes('ask', 'take-up', 'finish-draft');
    drafted.refuses('issue', { check: 'not-by', step: 'finish-draft' }, { whoTook: ['finish-draft'] });
    expect(drafted.goes('return-draft').stage()).toBe('drafting');
    const changed = drafted
      .goes('issue')
      .changes('interpretation')
      .refuses('publish', { check: 'approved', isVoid: true });
    expect(changed.goes('issue-again', 'issue', 'publish').stage()).toBe('published');
  });
});
