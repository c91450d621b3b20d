import { describe, expect, it } from 'vitest';
import { procedureOf } from './definitions.ts';
import { aCase } from './support.ts';

const usual = {
  'known-on': '2026-01-10',
  'contains-report': false,
  'is-competent': true,
  'is-consumer': true,
  'handled-before': false,
  'complainant-consents': true,
  'other-side-consents': true,
  'mediator-free': true,
  'refusal-ground': 'not-competent',
  'end-ground': 'no-agreement',
  recused: true,
};
const complaint = (change: Readonly<Record<string, string | boolean>> = {}) =>
  aCase('complaint', { usual: { ...usual, ...change } });
const mediated = () => complaint().goes('submit', 'accept', 'enter-consent');

describe('a complaint', () => {
  it('is taken up, mediated with the consent of both, and settled', () => {
    expect(mediated().goes('enter-agreement').state.ended?.stage).toBe('agreed');
  });

  it('is decided upon within seven working days, and refused only on a listed ground', () => {
    const submitted = complaint().goes('submit');
    expect(submitted.state.clocks['stage:received']?.due).toMatchObject({
      rule: 'complaint-acceptance',
      day: '2026-03-11',
    });
    submitted.refuses(
      'refuse',
      { check: 'form-value', fact: 'refusal-ground' },
      { facts: { 'refusal-ground': 'unwelcome' } },
    );
    const refused = submitted.takes('refuse');
    expect(refused.state.ended?.stage).toBe('refused');
    expect(refused.takes('take-up-after-all').stage()).toBe('received');
  });

  it.each([
    ['is-competent', false],
    ['is-consumer', false],
    ['handled-before', true],
  ] as const)('is not taken up when %s is %s', (fact, value) => {
    complaint()
      .goes('submit')
      .refuses('accept', { check: 'fact-is', fact }, { facts: { [fact]: value } });
  });

  it('older than three years is not taken up', () => {
    complaint({ 'known-on': '2023-01-01' }).goes('submit').refuses('accept', { check: 'elapsed-at-most' });
  });

  it('with a report in it is split before it is taken up', () => {
    const both = complaint({ 'contains-report': true }).goes('submit');
    both.refuses('accept', { check: 'fact-is', fact: 'contains-report' });
    expect(both.takes('split-off-report').state.ended?.stage).toBe('divided');
    complaint().goes('submit').refuses('split-off-report', { check: 'all' });
  });

  it('is completed in time or lapses, and is handed over to the competent authority', () => {
    const asked = complaint().goes('submit', 'ask-for-material');
    expect(asked.goes('complete').stage()).toBe('received');
    expect(asked.waits(30).state.ended?.stage).toBe('refused');
    expect(complaint().goes('submit', 'hand-over').state.parties['handler']).toBe('another organization');
  });

  it('is mediated only with the consent of both, by a mediator without interest', () => {
    const accepted = complaint().goes('submit', 'accept');
    accepted.refuses('enter-consent', { check: 'all' }, { facts: { 'other-side-consents': false } });
    accepted.refuses(
      'enter-consent',
      { check: 'fact-is', fact: 'mediator-free' },
      { facts: { 'mediator-free': false } },
    );
    expect(accepted.goes('end-mediation', 'tell-end').state.ended?.stage).toBe('ended');
  });

  it('ends without agreement after forty-five working days; the time of expert testing is not counted', () => {
    const open = mediated();
    const due = open.state.clocks['mediation']?.due.day ?? '';
    expect(open.waits(90)).toMatchObject({ state: { stages: { main: { stage: 'to-tell' } } } });
    const tested = open.takes('order-testing').waits(30).takes('enter-testing');
    expect((tested.state.clocks['mediation']?.due.day ?? '') > due).toBe(true);
    open.takes('order-testing').refuses('enter-agreement', { check: 'not-suspended' });
  });

  it('rests while the recusal of its mediator is undecided, and another officer decides', () => {
    const asked = mediated().takes('ask-recusal');
    expect(asked.state.suspended?.step).toBe('ask-recusal');
    asked.refuses('decide-recusal', { check: 'not-by', step: 'enter-consent' }, { whoTook: ['enter-consent'] });
    expect(asked.takes('decide-recusal').stage()).toBe('mediation');
  });

  it('is withdrawn at any time, and passes clues of a violation on', () => {
    expect(mediated().goes('order-testing', 'withdraw').state.ended?.stage).toBe('withdrawn');
    expect(mediated().takes('pass-clue-on').state.facts['report-number']).toBe('words');
  });

  it('keeps what is said of persons apart', () => {
    const open = procedureOf('complaint')
      .facts.filter(({ isPrivate }) => !isPrivate)
      .map(({ id }) => id);
    for (const fact of ['complainant-name', 'complainant-phone', 'complainant-address', 'claim', 'facts'])
      expect(open).not.toContain(fact);
  });
});
