import { beforeEach, describe, expect, test } from 'vitest';
import { type CaseRegister, caseRegister } from '../../tests/support/case-register.ts';
import { type CaseKey, inboxOf } from '../cases/index.ts';
import { sql } from '../foundation/sql.ts';
import { openWindows, planOf, planYears } from './public-lists.ts';

let register: CaseRegister;
beforeEach(async () => {
  register = await caseRegister();
});

const suggestion = {
  'title-zh': '样例 医用电动病床安全要求',
  'title-en': 'Sample: Safety of powered hospital beds',
  scope: '规定安全要求和试验方法',
  'project-kind': 'new',
  adoption: 'none',
  'from-association': false,
} as const;

/** A project on its way, up to the plan. */
async function planned(): Promise<CaseKey & { readonly number: string }> {
  const key = await register.opens('national-voluntary', {
    step: 'suggest',
    on: '2025-07-01',
    facts: suggestion,
    documents: ['project-suggestion'],
  });
  await toEvaluation(key);
  const { takes } = register;
  await takes(key, 'evaluation-officer@evaluation', {
    step: 'evaluate',
    on: '2025-09-01',
    facts: { 'evaluation-opinion': 'approve', reason: '必要且可行', fast: 'none' },
    documents: ['evaluation-opinion'],
  });
  await takes(key, 'sac-officer@authority', { step: 'give-notice', on: '2025-09-05' });
  await takes(key, 'sac-officer@authority', {
    step: 'conclude-notice',
    on: '2025-10-20',
    result: { received: 0, answered: 0, upheld: 0 },
  });
  await takes(key, 'sac-approver@authority', { step: 'issue-plan', on: '2025-10-27' });
  return key;
}

/** From the suggestion to the evaluation centre. */
async function toEvaluation(key: CaseKey): Promise<void> {
  const { takes } = register;
  await takes(key, 'tc-secretary@committee', {
    step: 'put-to-vote',
    on: '2025-07-10',
    closesOn: '2025-07-31',
    documents: ['draft-for-comments'],
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'conclude-proposal-vote',
    on: '2025-08-01',
    result: { entitled: 30, favour: 25, against: 1, abstained: 0 },
    documents: ['voting-list'],
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'apply',
    on: '2025-08-05',
    facts: {
      ics: ['11.140'],
      ccs: ['C46'],
      'project-class': 'general',
      'needs-surveyed': ['生产企业', '医院'],
      necessity: '事故频发',
      feasibility: '已有试验方法',
    },
    documents: ['application-form', 'needs-survey'],
  });
  await takes(key, 'department-officer@department', { step: 'recommend', on: '2025-08-15' });
}

/** From the plan to the approved text. */
async function approved(key: CaseKey): Promise<void> {
  const { takes } = register;
  await takes(key, 'project-leader@committee', {
    step: 'finish-draft',
    on: '2025-12-01',
    documents: ['draft-for-comments=v2', 'compilation-explanation'],
  });
  await takes(key, 'tc-secretary@committee', { step: 'send-for-comments', on: '2025-12-03' });
  await takes(key, 'tc-secretary@committee', {
    step: 'conclude-comments',
    on: '2026-02-10',
    result: { asked: 40, replied: 31, received: 12, answered: 0 },
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'answer-comments',
    on: '2026-02-20',
    result: { received: 12, answered: 12 },
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'finish-handling',
    on: '2026-03-01',
    facts: { 'major-change': false },
    documents: ['comment-table', 'draft-for-review'],
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'open-review',
    on: '2026-03-05',
    closesOn: '2026-03-20',
    facts: { 'review-by': 'committee', interests: ['生产者', '使用者'], 'interests-represented': true },
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'conclude-review',
    on: '2026-03-21',
    result: { entitled: 30, favour: 24, against: 2, abstained: 0 },
    documents: ['review-minutes', 'voting-list=v2'],
    person: '2',
  });
  await takes(key, 'tc-secretary@committee', {
    step: 'deliver',
    on: '2026-04-10',
    facts: { 'has-patents': false, 'proposed-transition': '6' },
    documents: [
      'submission-letter',
      'file-list',
      'application-form',
      'draft-for-approval',
      'compilation-explanation',
      'verification-report',
      'comment-table',
      'review-minutes',
      'voting-list',
      'draft-for-review',
    ],
  });
  await takes(key, 'department-officer@department', { step: 'forward', on: '2026-04-20' });
  await takes(key, 'evaluation-officer@evaluation', {
    step: 'pass-check',
    on: '2026-05-10',
    facts: { 'restricts-competition': false },
  });
  await takes(key, 'sac-approver@authority', { step: 'approve', on: '2026-05-20', person: '7' });
}

describe('a voluntary national standard', () => {
  test('goes from the suggestion to the register, with a plan number, a number and an announcement', async () => {
    const key = await planned();
    expect((await register.stateOf(key)).state.facts['plan-number']).toBe('20250001-T-469');
    await approved(key);
    expect((await register.stateOf(key)).state.facts['number']).toBe('GB/T 1-2026');
    await register.takes(key, 'sac-approver@authority', {
      step: 'publish',
      on: '2026-06-01',
      facts: {
        announcement: '2026年第12号',
        'published-on': '2026-06-01',
        'implemented-on': '2026-12-01',
        'further-days': ['2027-06-01 已批准的产品'],
      },
      documents: ['announcement'],
    });
    const held = await register.stateOf(key);
    expect(held.state.ended).toEqual({ stage: 'published', on: '2026-06-01' });
    expect(held.shown).toMatchObject({ waits: [], timed: [], outcome: 'done' });
    const standard = await register.database.first(
      sql`select number, title, published_on, implemented_on from standard where upper_inf(known)`,
    );
    expect(standard).toMatchObject({ published_on: '2026-06-01', implemented_on: '2026-12-01' });
    const plan = await register.database.first(
      sql`select state, standard_number, ended_on from plan_item where upper_inf(known)`,
    );
    expect(plan).toEqual({ state: 'done', standard_number: 'GB/T 1-2026', ended_on: '2026-06-01' });
    const item =
      await register.database.first(sql`select a.number as announcement, i.number, i.further_days from announcement_item i
      join announcement a on a.announcement_id = i.announcement_id and upper_inf(a.known) where upper_inf(i.known)`);
    expect(item).toEqual({
      announcement: '2026年第12号',
      number: 'GB/T 1-2026',
      further_days: ['2027-06-01 已批准的产品'],
    });
  });

  test('is not published when its text was changed after the approval', async () => {
    const key = await planned();
    await approved(key);
    await register.changes(key, 'tc-secretary@committee', 'draft-for-approval=v2');
    const publishing = register.takes(key, 'sac-approver@authority', {
      step: 'publish',
      on: '2026-06-01',
      facts: { announcement: '2026年第12号', 'published-on': '2026-06-01', 'implemented-on': '2026-12-01' },
      documents: ['announcement'],
    });
    await expect(publishing).rejects.toMatchObject({ code: 'cases.finding-not-met', details: { check: 'approved' } });
    expect(await register.database.first(sql`select 1 from announcement`)).toBeUndefined();
  });

  test('waits in the inbox of whoever has to act, and of nobody else', async () => {
    const key = await register.opens('national-voluntary', {
      step: 'suggest',
      on: '2025-07-01',
      facts: suggestion,
      documents: ['project-suggestion'],
    });
    const inbox = (role: string, organization: string) =>
      inboxOf(register.database, [{ role, organization }], { today: '2025-07-02', limit: 20, offset: 0 });
    const { tasks, total, late } = await inbox('tc-secretary', register.organizations.committee);
    expect({ total, late }).toEqual({ total: 1, late: 0 });
    expect(tasks[0]).toMatchObject({
      number: key.number,
      waitStage: 'suggestion',
      taskDueOn: '2025-09-01',
      dueConfirmed: false,
    });
    expect((await inbox('tc-secretary', register.organizations.department)).total).toBe(0);
    expect((await inbox('tc-member', register.organizations.committee)).total).toBe(0);
  });

  test('goes on when the authority does not work here: the department records its acts with channel, day and number', async () => {
    register = await caseRegister(['authority', 'evaluation']);
    const key = await register.opens('national-voluntary', {
      step: 'suggest',
      on: '2025-07-01',
      facts: suggestion,
      documents: ['project-suggestion'],
    });
    const recorded = { channel: '国家标准制修订工作管理信息系统', on: '2025-09-01', number: '样例受理 2025-17' };
    const step = {
      step: 'evaluate',
      on: '2025-09-01',
      facts: { 'evaluation-opinion': 'approve', reason: '必要且可行', fast: 'none' },
      documents: ['evaluation-opinion'],
    };
    await toEvaluation(key);
    await expect(register.takes(key, 'department-officer@department', step)).rejects.toMatchObject({
      details: { check: 'actor' },
    });
    await register.takes(key, 'department-officer@department', { ...step, elsewhere: recorded });
    const { taken } = (await register.stateOf(key)).state;
    expect(taken.at(-1)).toMatchObject({ step: 'evaluate', elsewhere: recorded });
    const row = await register.database.first(sql`select channel, elsewhere_on, elsewhere_number from case_step
      where upper_inf(known) and step = 'evaluate'`);
    expect(row).toEqual({ channel: recorded.channel, elsewhere_on: recorded.on, elsewhere_number: recorded.number });
  });

  test('is listed for everybody while its draft is open for comments, and in the plan of its year', async () => {
    const key = await planned();
    const { takes, database, deps } = register;
    await takes(key, 'project-leader@committee', {
      step: 'finish-draft',
      on: '2025-12-01',
      documents: ['draft-for-comments=v2', 'compilation-explanation'],
    });
    await takes(key, 'tc-secretary@committee', { step: 'send-for-comments', on: '2025-12-03' });
    const open = (day: string) => openWindows(database, deps.definitions.procedures, { kind: 'consultation', day });
    expect(await open('2025-12-02')).toEqual([]);
    expect(await open('2026-01-05')).toMatchObject([
      { number: key.number, planNumber: '20250001-T-469', window: 'public-comments', closesOn: '2026-02-02' },
    ]);
    expect(await open('2026-02-03')).toEqual([]);
    expect(await planYears(database)).toEqual([2025]);
    expect(await planOf(database, 2025)).toMatchObject([{ number: '20250001-T-469', state: 'issued' }]);
  });
});
