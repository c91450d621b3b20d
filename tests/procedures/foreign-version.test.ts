import { describe, expect, it } from 'vitest';
import { aCase, type Beginning } from './support.ts';

const usual = {
  nature: 'voluntary',
  scope: 'trade',
  adoption: 'none',
  synchronous: false,
  'capability-checked': true,
  'chinese-prevails': true,
};
const register = { 'chinese-published': true, 'chinese-changed': false };
const version = (change: Readonly<Record<string, string | boolean>> = {}, beginning: Beginning = {}) =>
  aCase('foreign-version', { lookedUp: register, ...beginning, usual: { ...usual, ...change } });
const toTranslation = ['propose', 'recommend', 'issue-task'];
const toSubmission = [
  ...toTranslation,
  'finish-translation',
  'conclude-comments',
  'finish-handling',
  'open-review',
  'conclude-review',
];

describe('a foreign-language version', () => {
  it('is proposed, translated, reviewed, submitted within a year, approved and published', () => {
    const made = version().goes(...toSubmission, 'deliver', 'pass-check', 'approve', 'publish');
    expect(made.state.ended?.stage).toBe('published');
    expect(made.state.clocks['development']?.due.rule).toBe('foreign-version-cycle');
  });

  it('of a mandatory standard is proposed by the department', () => {
    const proposed = version({ nature: 'mandatory' }).takes('propose');
    proposed.refuses('recommend', { check: 'taken', step: 'confirm-by-department' });
    expect(proposed.goes('confirm-by-department', 'recommend').stage()).toBe('examination');
  });

  it('needs a capable translator', () => {
    const proposed = version().goes('propose');
    proposed.refuses(
      'recommend',
      { check: 'document-required', kind: 'translator-capability' },
      { without: ['translator-capability'] },
    );
    proposed.goes('recommend').refuses('issue-task', { check: 'fact-is' }, { facts: { 'capability-checked': false } });
  });

  it('of a standard that adopts an international one is translated only for a reason', () => {
    const adopted = version({ adoption: 'idt' }).goes('propose', 'recommend');
    adopted.refuses(
      'issue-task',
      { check: 'form-required', fact: 'adopted-override' },
      { facts: { 'adopted-override': '' } },
    );
    expect(adopted.takes('issue-task', { facts: { 'adopted-override': '贸易急需' } }).stage()).toBe('translation');
  });

  it('before the Chinese text is made together with it, and not approved before that is published', () => {
    const early = { lookedUp: { ...register, 'chinese-published': false } };
    version({}, early).goes('propose', 'recommend').refuses('issue-task', { check: 'any' });
    const together = version({ synchronous: true }, early).goes(...toSubmission, 'deliver', 'pass-check');
    together.refuses('approve', { check: 'fact-is', fact: 'chinese-published' });
    expect(together.registered('chinese-published', true).takes('approve').stage()).toBe('publication');
  });

  it('goes back to the translator when the Chinese text has changed meanwhile', () => {
    const approved = version().goes(...toSubmission, 'deliver', 'pass-check', 'approve');
    approved.refuses('return-as-stale', { check: 'fact-is', fact: 'chinese-changed' });
    const stale = approved
      .registered('chinese-changed', true)
      .refuses('publish', { check: 'fact-is', fact: 'chinese-changed' });
    expect(stale.takes('return-as-stale').stage()).toBe('translation');
  });

  it('is reviewed by others than the translator, carried by the members, and mended when it is not', () => {
    const open = version()
      .goes(...toSubmission.slice(0, -1))
      .waits(20);
    open.refuses('conclude-review', { check: 'not-by' }, { whoTook: ['finish-translation'] });
    const lost = open.takes('conclude-review', { result: { entitled: 30, favour: 16, against: 10 } });
    lost.refuses('deliver', { check: 'window-is' });
    expect(lost.goes('translate-again').stage()).toBe('translation');
  });

  it('is not issued, returned, refused, frozen, extended and terminated', () => {
    expect(version().goes('propose', 'recommend', 'reject', 'appeal').stage()).toBe('examination');
    const delivered = version().goes(...toSubmission, 'deliver');
    expect(delivered.goes('return-submission').stage()).toBe('submission');
    expect(delivered.goes('pass-check', 'refuse-approval', 'appeal-refusal').stage()).toBe('approval');
    const task = version().goes(...toTranslation);
    expect(task.takes('change-translator').state.parties['translator']).toBe('another organization');
    expect(task.waits(400).takes('terminate').stage()).toBe('terminated');
    const asked = task.takes('apply-for-extension', { facts: { 'extended-until': '2027-05-01' } });
    expect(asked.takes('grant-extension').state.clocks['development']?.due.day).toBe('2027-05-01');
  });
});
