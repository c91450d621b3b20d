import { daysFrom } from '@guiju/procedure-language';
import { describe, expect, it } from 'vitest';
import { aCase, type Beginning } from './support.ts';

const usual = {
  'project-kind': 'new',
  adoption: 'none',
  'from-association': false,
  'project-class': 'general',
  'evaluation-opinion': 'approve',
  fast: 'none',
  'major-change': false,
  'review-by': 'committee',
  'interests-represented': true,
  'minutes-signed-by-all': true,
  'has-patents': false,
  'restricts-competition': false,
};
const project = (change: Readonly<Record<string, string | boolean>> = {}, beginning: Beginning = {}) =>
  aCase('national-voluntary', { ...beginning, usual: { ...usual, ...change } });

const toApplication = ['suggest', 'put-to-vote', 'conclude-proposal-vote'];
const toDecision = [...toApplication, 'apply', 'recommend', 'evaluate'];
const toPlanning = [...toDecision, 'give-notice', 'conclude-notice'];
const toDrafting = [...toPlanning, 'issue-plan'];
const toHandling = [...toDrafting, 'finish-draft', 'send-for-comments', 'conclude-comments'];
const toReviewed = [...toHandling, 'finish-handling', 'open-review', 'conclude-review'];
const toApproval = [...toReviewed, 'deliver', 'forward', 'pass-check'];
const toPublication = [...toApproval, 'approve'];

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

function daysOpen({ windows }: { readonly windows: ReturnType<typeof aCase>['state']['windows'] }): number {
  const last = windows['public-comments']?.at(-1);
  return last === undefined ? 0 : daysFrom(last.openedOn, last.closesOn);
}
