import { describe, expect, it } from 'vitest';
import { procedureOf } from './definitions.ts';
import { aCase } from './support.ts';

const usual = {
  'is-real-name': true,
  'contains-complaint': false,
  origin: 'report',
  subject: 'declaration',
  'is-covered': true,
  'officer-free': true,
};
const report = (change: Readonly<Record<string, string | boolean>> = {}) =>
  aCase('report', { usual: { ...usual, ...change } });
const checking = (change: Readonly<Record<string, string | boolean>> = {}) =>
  report(change).goes('submit', 'begin-check');
const opened = (change: Readonly<Record<string, string | boolean>> = {}) =>
  checking(change).takes('open-case', { facts: { decision: 'open' } });

describe('a report of a violation', () => {
  it('is checked, leads to a case, and its reporter is told the decision and the result', () => {
    const corrected = opened()
      .goes('tell-decision', 'order-correction')
      .takes('accept-correction', { facts: { handling: 'corrected' } });
    expect(corrected.goes('tell-result').state.ended?.stage).toBe('concluded');
  });

  it('is checked in fifteen working days, fifteen more in special cases', () => {
    const begun = checking();
    expect(begun.state.clocks['stage:checking']?.due.rule).toBe('report-check');
    expect(begun.takes('extend-check').state.clocks['stage:checking-longer']?.due.rule).toBe('report-check-extension');
  });

  it('with a name is answered within five working days before it is closed', () => {
    const closed = checking().takes('open-no-case', { facts: { decision: 'not-open' } });
    expect(closed.state.clocks['stage:to-tell']?.due.rule).toBe('report-answer');
    closed.refuses('close', { check: 'track-is', track: 'telling' });
    closed.refuses('tell-nobody', { check: 'fact-is', fact: 'is-real-name' });
    const told = closed.goes('tell-decision', 'close');
    expect(told.state.ended?.stage).toBe('not-opened');
    expect(told.takes('check-again').stage()).toBe('checking');
  });

  it('without a name is taken in and concluded without telling', () => {
    const handled = opened({ 'is-real-name': false })
      .goes('tell-nobody')
      .takes('finish-case', { facts: { handling: 'punished' } });
    handled.refuses('tell-result', { check: 'fact-is', fact: 'is-real-name' });
    expect(handled.takes('conclude-anonymous').state.ended?.stage).toBe('concluded');
    opened()
      .goes('tell-decision')
      .takes('finish-case', { facts: { handling: 'punished' } })
      .refuses('conclude-anonymous', { check: 'fact-is' });
  });

  it('with a complaint in it is split, and what is no report is answered', () => {
    const both = report({ 'contains-complaint': true }).goes('submit');
    both.refuses('begin-check', { check: 'fact-is', fact: 'contains-complaint' });
    expect(both.takes('split-off-complaint').stage()).toBe('divided');
    const petition = report({ 'is-covered': false }).goes('submit');
    petition.refuses('begin-check', { check: 'fact-is', fact: 'is-covered' });
    expect(petition.takes('answer-not-covered').state.ended?.stage).toBe('not-covered');
    expect(report().goes('submit', 'merge').stage()).toBe('merged');
  });

  it('goes to who is competent: agreed within seven working days, or designated by the common superior', () => {
    const disputed = report().goes('submit', 'dispute-jurisdiction');
    expect(disputed.takes('agree-jurisdiction').state.parties['handler']).toBe('another organization');
    expect(disputed.takes('keep-jurisdiction').stage()).toBe('received');
    const late = disputed.waits(20);
    expect(late.stage()).toBe('before-superior');
    late.refuses('designate', { check: 'actor' }, { by: 'complaint-officer@handler' });
    expect(late.takes('designate').stage()).toBe('received');
    expect(report().goes('submit').takes('hand-over').state.parties['handler']).toBe('another organization');
  });

  it('is checked by an officer without interest', () => {
    report()
      .goes('submit')
      .refuses('begin-check', { check: 'fact-is', fact: 'officer-free' }, { facts: { 'officer-free': false } });
  });

  it('is made public only after the time for correction', () => {
    const ordered = opened().goes('tell-decision', 'order-correction');
    ordered.refuses('announce-violation', { check: 'elapsed-at-least' }, { facts: { handling: 'announced' } });
    expect(
      ordered
        .waits(40)
        .takes('announce-violation', { facts: { handling: 'announced' } })
        .stage(),
    ).toBe('result');
  });

  it('keeps who reported whom apart', () => {
    const open = procedureOf('report')
      .facts.filter(({ isPrivate }) => !isPrivate)
      .map(({ id }) => id);
    for (const fact of ['reporter-name', 'reporter-phone', 'reporter-address', 'reported-name', 'contents'])
      expect(open).not.toContain(fact);
  });
});
