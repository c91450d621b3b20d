import { daysFrom } from '@guiju/procedure-language';
import { describe, expect, it } from 'vitest';
import { aCase, type Beginning, type CaseInTest } from './support.ts';

const usual = {
  'suggested-by': 'citizen',
  'project-kind': 'new',
  adoption: 'none',
  ground: 'health-life',
  'in-scope': true,
  'drafted-by': 'department',
  'all-verifiable': true,
  'major-change': false,
  'review-by': 'experts',
  'interests-represented': true,
  'minutes-signed-by-all': true,
  'has-patents': false,
  'restricts-competition': false,
  'approved-by': 'authorized',
  'based-on-international': false,
  'affects-trade': true,
  'wto-article': 'ordinary',
};
const project = (change: Readonly<Record<string, string | boolean>> = {}, beginning: Beginning = {}) =>
  aCase('national-mandatory', { ...beginning, usual: { ...usual, ...change } });

const toExamination = ['begin-application', 'apply'];
const toDrafting = [...toExamination, 'give-notice', 'conclude-notice', 'issue-plan'];
const toComments = [...toDrafting, 'entrust', 'finish-draft', 'send-for-comments'];
const askDepartments = ['ask-departments', 'conclude-departments', 'finish-departments'];
const notify = ['send-material', 'notify', 'enter-circulation'];
const toSubmission = [
  ...toComments,
  'ask-departments',
  ...notify,
  'conclude-comments',
  'conclude-departments',
  'finish-departments',
  'finish-handling',
  'open-review',
  'conclude-review',
];
const finishNotification = ['conclude-foreign-comments', 'finish-notification'];

const submitted = () => project().goes(...toSubmission, ...finishNotification, 'deliver');

/** Long enough after the circulation and with a day of entry into force that leaves six months. */
const published = (approved: CaseInTest) => approved.takes('publish', { facts: { 'implemented-on': '2029-01-01' } });

describe('a mandatory national standard', () => {
  it('is made from a department’s application to the free text on the platform', () => {
    const made = published(submitted().waits(60).goes('pass-check', 'assign-number', 'approve'));
    expect(made.stage()).toBe('text-awaited');
    expect(made.state.clocks['stage:text-awaited']?.due.rule).toBe('text-on-platform-mandatory');
    expect(made.state.ended).toBeUndefined();
    expect(made.takes('open-text').state.ended?.stage).toBe('published');
  });

  it('is suggested by anybody: the authority names the department, or answers with reasons', () => {
    const suggested = project().takes('suggest', { by: 'reader@nobody' });
    suggested.refuses('answer-no-need', { check: 'form-required', fact: 'reason' }, { facts: { reason: '' } });
    const declined = suggested.takes('answer-no-need');
    expect(declined.state.ended?.stage).toBe('declined');
    expect(declined.takes('suggest-again').stage()).toBe('suggestion');
    const named = suggested.takes('designate-department', { organization: 'Ministry' });
    expect(named.state.parties['department']).toBe('Ministry');
    named.refuses('apply', { check: 'actor' }, { by: 'department-officer@authority' });
  });

  it('of a province is decided jointly with the departments', () => {
    project({ 'suggested-by': 'province' })
      .takes('suggest')
      .refuses(
        'answer-no-need',
        { check: 'form-required', fact: 'departments-consulted' },
        { facts: { 'departments-consulted': '' } },
      );
  });

  it('is applied for with its supervising authority and the law by which it punishes', () => {
    project()
      .goes('begin-application')
      .refuses('apply', { check: 'fact-set', fact: 'supervision-law' }, { facts: { 'supervision-law': '' } })
      .refuses('apply', { check: 'form-required', fact: 'supervisor' }, { facts: { supervisor: '' } })
      .goes('apply', 'return-application', 'apply');
  });

  it('is refused outside its scope, with reasons that may be reconsidered', () => {
    const outside = project().goes(...toExamination);
    outside.refuses('give-notice', { check: 'fact-is', fact: 'in-scope' }, { facts: { 'in-scope': false } });
    const rejected = outside.takes('reject');
    expect(rejected.stage()).toBe('rejected');
    expect(rejected.takes('appeal').stage()).toBe('examination');
    expect(project().goes('begin-application', 'withdraw').stage()).toBe('withdrawn');
  });

  it('is open to the public thirty days before the plan, seven in an emergency', () => {
    const open = (urgent: boolean) => {
      const { state } = project({ urgent })
        .takes('begin-application', { facts: { urgent } })
        .goes('apply', 'give-notice');
      const notice = state.windows['project-notice']?.at(-1);
      return notice === undefined ? 0 : daysFrom(notice.openedOn, notice.closesOn);
    };
    expect(open(false)).toBeGreaterThanOrEqual(30);
    expect(open(true)).toBeLessThan(15);
  });

  it('is examined again after an objection found right', () => {
    project()
      .goes(...toExamination, 'give-notice')
      .waits(40)
      .takes('conclude-notice', { result: { received: 1, answered: 1, upheld: 1 } })
      .refuses('issue-plan', { check: 'window-is', window: 'project-notice' })
      .goes('examine-again', 'give-notice', 'conclude-notice', 'issue-plan');
  });

  it('is drafted so that every requirement can be verified, by the department, a committee or fifteen experts', () => {
    project()
      .goes(...toDrafting)
      .refuses('finish-draft', { check: 'fact-set', fact: 'drafted-by' })
      .refuses(
        'entrust',
        { check: 'fact-at-least', bound: 15 },
        { facts: { 'drafted-by': 'experts', 'drafting-experts': 14 } },
      )
      .takes('entrust', { facts: { 'drafted-by': 'committee' } })
      .refuses('finish-draft', { check: 'fact-is', fact: 'all-verifiable' }, { facts: { 'all-verifiable': false } });
  });

  it('waits for the written opinions of departments', () => {
    project()
      .goes(...toComments, 'ask-departments', 'conclude-comments')
      .refuses('finish-handling', { check: 'track-is', track: 'departments' })
      .waits(40)
      .takes('conclude-departments', { result: { received: 4, answered: 1 } })
      .refuses('finish-departments', { check: 'window-unanswered', window: 'departments-consultation' })
      .takes('answer-departments', { result: { answered: 4 } })
      .goes('finish-departments', 'finish-handling');
  });

  it('goes back for comments after a major change, when earlier opinions and notifications have ended', () => {
    const handled = project().goes(...toComments, ...askDepartments, 'conclude-comments');
    const again = handled.takes('comments-again', { facts: { 'major-change': true } });
    again.refuses('send-for-comments', { check: 'track-is', track: 'notification' });
    const judged = again.takes('need-no-notification', { facts: { 'affects-trade': false } });
    expect(judged.takes('send-for-comments').stage('notification')).toBe('judging');
  });

  it('is neither approved nor numbered by the department that organized it', () => {
    const checked = submitted().waits(60).goes('pass-check');
    const own = { check: 'not-of', party: 'department' } as const;
    checked.refuses('assign-number', own, { by: 'sac-officer@department' });
    const numbered = checked.goes('assign-number');
    numbered.refuses('approve', own, { by: 'sac-approver@department' });
    numbered.refuses('approve', { check: 'not-by', step: 'pass-check' }, { whoTook: ['pass-check'] });
    numbered.refuses(
      'approve',
      { check: 'document-required', kind: 'approval-document' },
      { facts: { 'approved-by': 'state-council' }, without: ['approval-document'] },
    );
    numbered.goes('approve').refuses('publish', own, { by: 'sac-approver@department' });
  });

  it('is returned, refused, and published only as it was approved', () => {
    expect(submitted().goes('return-submission', 'deliver').stage()).toBe('check');
    const numbered = submitted().waits(60).goes('pass-check', 'assign-number');
    expect(numbered.goes('refuse-approval', 'appeal-refusal').stage()).toBe('approval');
    const changed = numbered.goes('approve').changes('draft-for-approval');
    changed.refuses('publish', { check: 'approved', isVoid: true });
    expect(changed.goes('void-approval').stage()).toBe('check');
  });

  it('that the review did not carry is mended and reviewed again', () => {
    const lost = project()
      .goes(...toComments, ...askDepartments, 'conclude-comments', 'finish-handling', 'open-review')
      .waits(20)
      .takes('conclude-review', { result: { entitled: 16, favour: 11, against: 5 } });
    lost.refuses('deliver', { check: 'window-is', window: 'review-ballot' });
    expect(lost.goes('revise-after-review', 'open-review', 'conclude-review').stage()).toBe('submission');
  });
});

describe('the notification to the WTO', () => {
  it('holds the submission until its time is over and each foreign comment has its reply', () => {
    const reviewed = project().goes(...toSubmission);
    reviewed.refuses('deliver', { check: 'track-is', track: 'notification', stage: 'foreign-comment-time' });
    const replying = reviewed.waits(60).takes('conclude-foreign-comments', { result: { received: 2, answered: 1 } });
    replying.refuses('finish-notification', { check: 'window-unanswered', received: 2, answered: 1 });
    replying.refuses('deliver', { check: 'track-is', track: 'notification', stage: 'replying' });
    const done = replying
      .takes('answer-foreign-comments', { result: { answered: 2 } })
      .goes('add-addendum', 'finish-notification');
    expect(done.goes('deliver').stage()).toBe('check');
  });

  it('is open at least sixty days', () => {
    const notified = project().goes(...toComments, 'send-material', 'notify');
    notified.refuses('enter-circulation', { check: 'window-least' }, { closesOn: notified.today });
    notified.takes('enter-circulation').refuses('conclude-foreign-comments', { check: 'window-not-ended' });
  });

  it('is left out only when based on an international standard or without effect on trade, with the reason', () => {
    const judging = project().goes(...toComments);
    judging.refuses('need-no-notification', { check: 'fact-is', fact: 'affects-trade' });
    const based = { 'based-on-international': true };
    judging.refuses(
      'need-no-notification',
      { check: 'form-required' },
      { facts: { ...based, 'no-notification-reason': '' } },
    );
    expect(judging.takes('need-no-notification', { facts: based }).stage('notification')).toBe('not-notified');
  });

  it('is returned, and begun again for a revision', () => {
    expect(
      project()
        .goes(...toComments, 'send-material', 'return-material')
        .stage('notification'),
    ).toBe('judging');
    const revised = project().goes(...toComments, ...notify, 'conclude-foreign-comments', 'notify-again');
    expect(revised.goes(...notify).stage('notification')).toBe('foreign-comment-time');
  });

  it('sets the earliest adoption and the earliest entry into force', () => {
    const { state } = submitted();
    expect(state.facts['circulated-on']).toBeDefined();
    const late = submitted().waits(60).goes('pass-check', 'assign-number');
    late
      .goes('approve')
      .refuses(
        'publish',
        { check: 'fact-not-before', fact: 'implemented-on' },
        { facts: { 'implemented-on': late.today } },
      );
    const circulatedLate = project()
      .goes(...toComments, ...askDepartments, 'conclude-comments', 'finish-handling', 'open-review', 'conclude-review')
      .goes(...notify, ...finishNotification, 'deliver', 'pass-check', 'assign-number');
    circulatedLate.refuses('approve', { check: 'elapsed-at-least' });
    expect(circulatedLate.waits(60).takes('approve').stage()).toBe('publication');
  });
});

describe('patents, time and termination', () => {
  it('may keep a patent that nobody licenses when its disposal is decided', () => {
    const refused = project({ 'has-patents': true })
      .goes(...toSubmission, ...finishNotification, 'disclose-patent')
      .takes('enter-refusal', { facts: { 'patent-statement': 'refused' } });
    refused.refuses('deliver', { check: 'track-is', track: 'patents' });
    refused.refuses(
      'decide-disposal',
      { check: 'document-required' },
      { without: ['disposal-decision'], facts: { 'patent-disposal': 'licence' } },
    );
    const disposed = refused.takes('decide-disposal', { facts: { 'patent-disposal': 'licence' } });
    expect(disposed.takes('deliver').stage()).toBe('check');
  });

  it('is submitted within twenty-four months, or frozen, extended by at most a year, or terminated', () => {
    const drafting = project().goes(...toDrafting);
    const { startedOn = '', due } = drafting.state.clocks['development'] ?? {};
    expect(daysFrom(startedOn, due?.day ?? startedOn)).toBeGreaterThan(729);
    const late = drafting.waits(800);
    expect(late.state.suspended?.step).toBe('freeze');
    expect(late.takes('unfreeze', { facts: { 'extended-until': '2028-12-01' } }).state.suspended).toBeUndefined();
    expect(late.takes('terminate').stage()).toBe('terminated');
    expect(drafting.goes('apply-for-termination', 'terminate').stage()).toBe('terminated');
    const asked = drafting.takes('apply-for-extension', { facts: { 'extended-until': '2029-01-01' } });
    expect(asked.takes('grant-extension').state.clocks['development']?.due.day).toBe('2029-01-01');
  });

  it('goes to another department, and waits for a dispute between departments', () => {
    expect(
      project()
        .goes(...toDrafting)
        .takes('change-department').state.parties['department'],
    ).toBe('another organization');
    const objected = submitted().waits(60).goes('pass-check', 'assign-number', 'object-as-department');
    objected.refuses('approve', { check: 'track-is', track: 'dispute' });
    expect(
      objected
        .takes('settle-dispute', { facts: { 'dispute-outcome': 'continue' } })
        .takes('approve')
        .stage(),
    ).toBe('publication');
  });
});
