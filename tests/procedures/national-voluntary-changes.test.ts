import { describe, expect, it } from 'vitest';
import {
  daysOpen,
  project,
  toApplication,
  toApproval,
  toDecision,
  toDrafting,
  toHandling,
  toPlanning,
  toPublication,
  toReviewed,
} from './voluntary.ts';

describe('adoption', () => {
  it('of an international standard needs applicability, copyright, source text and translation, and is due in a year', () => {
    const adopting = project({ adoption: 'idt', synchronous: true, 'copyright-settled': true }).takes('suggest');
    adopting.refuses(
      'put-to-vote',
      { check: 'document-required', kind: 'applicability-analysis' },
      { without: ['applicability-analysis'] },
    );
    const evaluated = adopting.goes('put-to-vote', 'conclude-proposal-vote', 'apply', 'recommend');
    evaluated.refuses(
      'evaluate',
      { check: 'fact-is', fact: 'copyright-settled' },
      { facts: { 'copyright-settled': false } },
    );
    const drafting = evaluated.goes('evaluate', 'give-notice', 'conclude-notice', 'issue-plan');
    expect(drafting.state.clocks['development']?.due.rule).toBe('development-cycle-adoption');
    drafting
      .takes('finish-draft')
      .refuses('send-for-comments', { check: 'document-required', kind: 'translation' }, { without: ['translation'] });
    const reviewed = drafting.goes(...toReviewed.slice(toDrafting.length));
    reviewed.refuses(
      'deliver',
      { check: 'form-required', fact: 'source-published-on' },
      { facts: { 'source-published-on': '' } },
    );
    expect(reviewed.takes('deliver').stage()).toBe('forwarding');
  });

  it('leaves the drafting out by the fast procedure B; the fast procedure C is switched off', () => {
    const adopting = project({ adoption: 'mod', synchronous: false, 'copyright-settled': true, fast: 'b' });
    const planned = adopting.goes(...toPlanning).refuses('issue-plan', { check: 'not' });
    expect(planned.takes('issue-plan-without-drafting').stage()).toBe('circulation');
    project()
      .goes(...toApplication, 'apply', 'recommend')
      .refuses('evaluate', { check: 'fact-is', fact: 'adoption' }, { facts: { fast: 'b' } })
      .refuses('evaluate', { check: 'switch', name: 'fast-procedure-c' }, { facts: { fast: 'c' } });
  });

  const conditions = {
    'association-in-scope': true,
    'association-advanced': true,
    'association-good-practice': true,
    'association-agrees': true,
    'association-applied-since': '2023-01-01',
    'association-effect': '效果良好',
  };

  it('of an association standard needs all its conditions; the ordinary way stays open', () => {
    const suggested = project({ 'from-association': true }).takes('suggest');
    suggested.refuses('put-to-vote', { check: 'fact-is', fact: 'association-good-practice' });
    suggested
      .takes('complete-association-evidence', { facts: { ...conditions, 'association-applied-since': '2025-06-01' } })
      .refuses('put-to-vote', { check: 'elapsed-at-least' });
    const ordinary = suggested.takes('take-ordinary-route', { facts: { 'from-association': false } });
    expect(ordinary.takes('put-to-vote').stage()).toBe('proposal-vote');
  });

  it('of an association standard may leave the drafting out, changes nothing in principle and is due in a year', () => {
    const adopted = project({ 'from-association': true, fast: 'association', 'association-unchanged': true })
      .takes('suggest')
      .takes('complete-association-evidence', { facts: conditions })
      .goes(...toPlanning.slice(1), 'issue-plan-without-drafting');
    expect(adopted.state.clocks['development']?.due.rule).toBe('development-cycle-association-adoption');
    const reviewed = adopted.goes('send-for-comments', ...toReviewed.slice(toHandling.length - 1));
    expect(daysOpen(adopted.takes('send-for-comments').state)).toBeLessThan(60);
    reviewed.refuses(
      'deliver',
      { check: 'fact-is', fact: 'association-unchanged' },
      { facts: { 'association-unchanged': false } },
    );
    expect(reviewed.takes('deliver').stage()).toBe('forwarding');
  });
});

describe('time and plan', () => {
  it('freezes a project that is not submitted in time; it is lifted with more time, once, or terminated', () => {
    const late = project()
      .goes(...toDrafting)
      .waits(600);
    expect(late.state.suspended?.step).toBe('freeze');
    late.refuses('finish-draft', { check: 'not-suspended' });
    const lifted = late.takes('unfreeze', { facts: { 'extended-until': '2028-02-01' } });
    expect(lifted.stage()).toBe('drafting');
    expect(lifted.state.clocks['development']?.due.day).toBe('2028-02-01');
    late.refuses('unfreeze', { check: 'extension-most' }, { facts: { 'extended-until': '2030-01-01' } });
    const again = lifted.waits(200);
    again.refuses('unfreeze', { check: 'extension-most' }, { facts: { 'extended-until': '2028-12-01' } });
    expect(again.takes('terminate').state.ended?.stage).toBe('terminated');
  });

  it('extends the cycle when asked in time, to the day that was granted and no further than the rule', () => {
    const drafting = project().goes(...toDrafting);
    const asked = drafting.takes('apply-for-extension', { facts: { 'extended-until': '2027-12-01' } });
    asked.refuses('grant-extension', { check: 'extension-most' }, { facts: { 'extended-until': '2029-01-01' } });
    const granted = asked.takes('grant-extension', { facts: { 'extended-until': '2027-12-01' } });
    expect(granted.state.clocks['development']?.due.day).toBe('2027-12-01');
    granted.refuses('apply-for-extension', { check: 'taken', step: 'grant-extension' });
    expect(asked.takes('refuse-extension').stage('extension')).toBe('extension-refused');
    drafting.waits(530).refuses('apply-for-extension', { check: 'days-before', clock: 'development' });
  });

  it('adjusts the plan, changes the committee, splits and merges', () => {
    const drafting = project().goes(...toDrafting);
    const adjusted = drafting.takes('apply-for-adjustment').takes('adjust-plan', { facts: { 'title-zh': '新名称' } });
    expect(adjusted.state.facts['title-zh']).toBe('新名称');
    expect(drafting.goes('apply-for-adjustment', 'refuse-adjustment').stage('adjustment')).toBe('adjustment-refused');
    const moved = drafting.takes('change-committee', { organization: 'TC 2' });
    expect(moved.state.parties['committee']).toBe('TC 2');
    drafting.refuses('change-committee', { check: 'party-required' }, { organization: 'organization of committee' });
    drafting.refuses('split', { check: 'into-required' }, { into: ['only one'] });
    expect(drafting.takes('split').stage()).toBe('divided');
    expect(drafting.takes('merge').stage()).toBe('merged');
  });

  it('is terminated by the authority, on the application of the committee or its own decision', () => {
    const applied = project().goes(...toHandling, 'apply-for-termination');
    expect(applied.takes('refuse-termination').stage('termination')).toBe('termination-refused');
    expect(applied.takes('terminate').stage()).toBe('terminated');
    const openWindow = project()
      .goes(...toDrafting, 'finish-draft', 'send-for-comments')
      .takes('terminate');
    expect(openWindow.state.windows['public-comments']?.at(-1)?.isAbandoned).toBe(true);
  });

  it('is withdrawn before the plan, and declined with a reason that may be looked at again', () => {
    expect(project().goes('suggest', 'withdraw').stage()).toBe('withdrawn');
    expect(project().goes('suggest', 'decline', 'appeal-declined').stage()).toBe('suggestion');
    expect(
      project()
        .goes(...toApplication, 'apply', 'return-for-completion', 'apply')
        .stage(),
    ).toBe('recommendation');
  });
});

describe('patents and disputes', () => {
  it('takes a patent in with a licence, after it was open to the public', () => {
    const disclosed = project({ 'has-patents': true }).goes(...toReviewed, 'disclose-patent');
    disclosed.refuses('deliver', { check: 'track-is', track: 'patents' });
    disclosed.refuses(
      'enter-statement',
      { check: 'fact-is', fact: 'patent-statement' },
      { facts: { 'patent-statement': 'refused' } },
    );
    const licensed = disclosed.takes('enter-statement', { facts: { 'patent-statement': 'royalty' } });
    const waiting = licensed
      .goes('deliver', 'forward', 'pass-check')
      .refuses('approve', { check: 'track-is', track: 'patents' });
    expect(waiting.goes('publish-patents', 'conclude-patent-notice', 'approve', 'publish').stage()).toBe('published');
  });

  it('takes the clauses out when a licence is refused, and a second disclosure begins it anew', () => {
    const disclosed = project({ 'has-patents': true }).goes(...toDrafting, 'disclose-patent');
    const cleared = disclosed
      .takes('enter-refusal', { facts: { 'patent-statement': 'refused' } })
      .takes('take-clauses-out');
    expect(cleared.stage('patents')).toBe('cleared');
    expect(cleared.takes('disclose-patent').stage('patents')).toBe('disclosed');
    const late = project()
      .goes(...toPublication)
      .takes('disclose-patent', { facts: { 'has-patents': true } });
    late.refuses('publish', { check: 'track-is', track: 'patents' });
  });

  it('that is reconsidered waits again by a day for what it waited for beside', () => {
    const refused = project()
      .goes(...toApproval)
      .takes('disclose-patent', { facts: { 'has-patents': true } })
      .takes('refuse-approval');
    expect(refused.state.clocks['stage:disclosed']?.stoppedOn).toBeDefined();
    const again = refused.waits(10).takes('appeal-refusal');
    expect(again.state.clocks['stage:disclosed']).toMatchObject({ startedOn: again.today });
    expect(again.state.clocks['stage:disclosed']?.stoppedOn).toBeUndefined();
  });

  it('is not approved over the objection of a department before the dispute is settled', () => {
    const objected = project().goes(...toApproval, 'object-as-department');
    objected.refuses('approve', { check: 'track-is', track: 'dispute' });
    const settled = objected.takes('settle-dispute', { facts: { 'dispute-outcome': 'continue' } });
    expect(settled.takes('approve').stage()).toBe('publication');
    const referred = objected.takes('refer-dispute');
    referred.refuses(
      'decide-dispute',
      { check: 'document-required', kind: 'coordination-decision' },
      { without: ['coordination-decision'], facts: { 'dispute-outcome': 'stop' } },
    );
    referred.takes('decide-dispute', { facts: { 'dispute-outcome': 'stop' } }).refuses('approve', { check: 'not' });
  });

  it('records the acts of an authority that does not work here, with channel, day and number', () => {
    const away = project({}, { absent: ['authority'] }).goes(...toDecision);
    const by = 'department-officer@department';
    away.refuses('give-notice', { check: 'actor' }, { by });
    const entered = away.takes('give-notice', {
      by,
      elsewhere: { channel: '国家标准信息系统', on: away.today, number: '2026-7' },
    });
    expect(entered.state.taken.at(-1)?.elsewhere?.number).toBe('2026-7');
  });
});
