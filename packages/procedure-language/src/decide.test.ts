import { describe, expect, test } from 'vitest';
import {
  approver,
  asked,
  carried,
  commented,
  draft,
  holder,
  nobody,
  opened,
  parties,
  proposed,
  refusals,
  secretary,
  voting,
  went,
} from '../tests/support/sample.ts';

describe('a step', () => {
  test('is taken by who may, where the case stands, with what it asks for', () => {
    const { state } = carried();
    expect(state.stages['main']).toEqual({ stage: 'approval', since: '2026-07-01' });
    expect(state.windows['vote']?.[0]?.verdict).toBe('carried');
    expect(state.taken.map(({ step }) => step)).toEqual([
      'propose',
      'ask',
      'enter-comments',
      'answer',
      'open-vote',
      'enter-vote',
    ]);
  });

  test('that the definition does not know is refused', () => {
    expect(refusals(asked(opened(), ['no-such-step', nobody, '2026-03-01']))).toEqual(['stage']);
  });

  test('is refused to a stranger and to who holds the role elsewhere', () => {
    const given = { documents: draft('h', '2026-04-01') };
    expect(refusals(asked(proposed(), ['ask', nobody, '2026-04-01', given]))).toEqual(['actor']);
    expect(refusals(asked(proposed(), ['ask', holder('secretary', 'another'), '2026-04-01', given]))).toEqual([
      'actor',
    ]);
  });

  test('is refused in another stage, on a day to come, and before its stage began', () => {
    expect(refusals(asked(proposed(), ['answer', secretary, '2026-04-01', { result: { answered: 1 } }]))).toContain(
      'stage',
    );
    const given = { documents: draft('h', '2026-02-01'), given: { today: '2026-04-01' } };
    expect(refusals(asked(proposed(), ['ask', secretary, '2026-04-02', given]))).toEqual(['day']);
    expect(refusals(asked(proposed(), ['ask', secretary, '2026-02-01', given]))).toEqual(['day']);
  });

  test('tells everything that is in the way at once', () => {
    expect(refusals(asked(proposed(), ['ask', nobody, '2026-02-01']))).toEqual(['day', 'actor', 'document-required']);
  });

  test('that begins a case is refused before the procedure is in force', () => {
    expect(
      refusals(
        asked(opened(undefined, '2025-12-01'), [
          'propose',
          nobody,
          '2025-12-01',
          { facts: { title: 'x', kind: 'new', urgent: false } },
        ]),
      ),
    ).toEqual(['in-force']);
  });
});

describe('a form', () => {
  const facts = { title: 'x', kind: 'new', urgent: false };
  test('asks for what it asks for, and for some only when they matter', () => {
    expect(
      refusals(asked(opened(), ['propose', nobody, '2026-03-01', { facts: { kind: 'new', urgent: false } }])),
    ).toEqual(['form-required']);
    expect(
      refusals(asked(opened(), ['propose', nobody, '2026-03-01', { facts: { ...facts, kind: 'revision' } }])),
    ).toEqual(['form-required']);
    expect(
      refusals(
        asked(opened(), ['propose', nobody, '2026-03-01', { facts: { ...facts, kind: 'revision', replaces: ['A'] } }]),
      ),
    ).toEqual([]);
    expect(
      refusals(
        asked(opened(), ['propose', nobody, '2026-03-01', { facts: { ...facts, kind: 'revision', replaces: [] } }]),
      ),
    ).toEqual(['form-required']);
  });

  test.each([
    [{ ...facts, urgent: 'yes' }, 'form-value'],
    [{ ...facts, kind: 'something' }, 'form-value'],
    [{ ...facts, experts: 5 }, 'form-unknown'],
    [{ ...facts, title: 7 }, 'form-value'],
    [{ ...facts, replaces: ['A', ''] }, 'form-value'],
  ])('refuses %o: %s', (entered, check) => {
    expect(refusals(asked(opened(), ['propose', nobody, '2026-03-01', { facts: entered }]))).toEqual([check]);
  });

  test('takes no document that the step does not know', () => {
    const documents = { ...draft('h', '2026-04-01'), minutes: { document: 'm', hash: 'h', on: '2026-04-01' } };
    expect(refusals(asked(proposed(), ['ask', secretary, '2026-04-01', { documents }]))).toEqual(['document-unknown']);
  });
});

describe('separation of duties', () => {
  test('keeps who entered the vote from approving, also by another appointment', () => {
    const both = { ...approver, everHeld: [approver.appointment ?? '', secretary.appointment ?? ''] };
    const documents = draft('hash 1', '2026-07-02');
    expect(refusals(asked(carried(), ['approve', both, '2026-07-02', { documents }]))).toEqual(['not-by']);
    expect(refusals(asked(carried(), ['approve', approver, '2026-07-02', { documents }]))).toEqual([]);
  });

  test('keeps everybody of the committee from approving', () => {
    const member = {
      ...approver,
      roles: [...approver.roles, { role: 'member', organization: parties.committee, appointment: 'm' }],
    };
    expect(refusals(asked(carried(), ['approve', member, '2026-07-02']))).toEqual(['not-of']);
  });
});

describe('an approval', () => {
  const approved = () =>
    went(carried(), ['approve', approver, '2026-07-02', { documents: draft('hash 2', '2026-07-02') }]);
  test('is of the content that was there', () => {
    expect(approved().state.approvals).toEqual({ draft: { hash: 'hash 2', on: '2026-07-02', step: 'approve' } });
    expect(
      went(approved(), ['publish', approver, '2026-07-20', { facts: { 'published-on': '2026-07-20' } }]).state.ended,
    ).toEqual({ stage: 'published', on: '2026-07-20' });
  });

  test('is void when the content is changed', () => {
    const document = { document: 'the draft', hash: 'hash 3', on: '2026-07-03' };
    const { procedure, state } = approved();
    const changed = { procedure, events: [], state: { ...state, documents: { draft: document } } };
    const decision = asked(changed, ['publish', approver, '2026-07-20', { facts: { 'published-on': '2026-07-20' } }]);
    expect(refusals(decision)).toEqual(['approved']);
    expect(decision.trace.find(({ check }) => check === 'approved')?.details).toMatchObject({
      isVoid: true,
      on: '2026-07-02',
    });
  });

  test('comes before the publication it is for', () => {
    expect(
      refusals(asked(approved(), ['publish', approver, '2026-07-20', { facts: { 'published-on': '2026-07-01' } }])),
    ).toEqual(['fact-not-before']);
  });
});

describe('organizations that do not work here', () => {
  const documents = draft('h', '2026-07-02');
  const elsewhere = { channel: 'letter', on: '2026-07-01', number: 'X 1' };
  test('have their acts recorded by the next one up the line that does', () => {
    const given = { absent: new Set([parties.authority]) };
    const recorder = holder('officer', parties.department);
    expect(refusals(asked(carried(), ['approve', recorder, '2026-07-02', { documents, elsewhere, given }]))).toEqual(
      [],
    );
    const further = { absent: new Set([parties.authority, parties.department]) };
    expect(
      refusals(asked(carried(), ['approve', recorder, '2026-07-02', { documents, elsewhere, given: further }])),
    ).toEqual(['actor']);
    const event = went(carried(), [
      'refuse',
      secretary,
      '2026-07-02',
      { facts: { reason: 'r' }, elsewhere, given: further },
    ]).events.at(-1);
    expect(event).toMatchObject({ elsewhere: { channel: 'letter', on: '2026-07-01', number: 'X 1' } });
  });

  test('need the channel and a day that is not after the record', () => {
    const given = { absent: new Set([parties.authority]) };
    const recorder = holder('officer', parties.department);
    expect(refusals(asked(carried(), ['approve', recorder, '2026-07-02', { documents, given }]))).toEqual(['actor']);
    const late = { channel: 'letter', on: '2026-07-03' };
    expect(
      refusals(asked(carried(), ['approve', recorder, '2026-07-02', { documents, given, elsewhere: late }])),
    ).toEqual(['elsewhere']);
    const nowhere = { channel: '', on: '2026-07-01' };
    expect(
      refusals(asked(carried(), ['approve', recorder, '2026-07-02', { documents, given, elsewhere: nowhere }])),
    ).toEqual(['elsewhere']);
  });

  test('are not stood for by anybody as long as they work here', () => {
    const recorder = holder('officer', parties.department);
    expect(refusals(asked(carried(), ['approve', recorder, '2026-07-02', { documents, elsewhere }]))).toEqual([
      'actor',
    ]);
  });
});

describe('an end', () => {
  const refused = () => went(carried(), ['refuse', approver, '2026-07-02', { facts: { reason: 'r' } }]);
  test('is reopened within its time only', () => {
    expect(refusals(asked(refused(), ['ask-again', secretary, '2026-08-02']))).toEqual(['reopen-within']);
    const again = went(refused(), ['ask-again', secretary, '2026-08-01']);
    expect(again.state.ended).toBeUndefined();
    expect(again.state.stages['main']?.stage).toBe('approval');
  });

  test('lets nothing else be done', () => {
    expect(refusals(asked(refused(), ['approve', approver, '2026-07-03']))).toEqual(
      expect.arrayContaining(['stage', 'not-ended']),
    );
  });

  test('of a split names the cases it becomes', () => {
    expect(refusals(asked(proposed(), ['divide', approver, '2026-04-01', { into: ['a'] }]))).toEqual(['into-required']);
    expect(refusals(asked(proposed(), ['divide', approver, '2026-04-01', { into: ['a', 'a'] }]))).toEqual([
      'into-required',
    ]);
    expect(went(proposed(), ['divide', approver, '2026-04-01', { into: ['a', 'b'] }]).events.at(-1)).toMatchObject({
      into: ['a', 'b'],
      ended: 'divided',
    });
  });
});

test('a transfer puts another organization in the place, and that one acts from then on', () => {
  expect(
    refusals(asked(proposed(), ['hand-over', approver, '2026-04-01', { organization: parties.committee }])),
  ).toEqual(['party-required']);
  const moved = went(proposed(), ['hand-over', approver, '2026-04-01', { organization: 'org-other' }]);
  const documents = draft('h', '2026-04-02');
  expect(refusals(asked(moved, ['ask', secretary, '2026-04-02', { documents }]))).toEqual(['actor']);
  expect(refusals(asked(moved, ['ask', holder('secretary', 'org-other'), '2026-04-02', { documents }]))).toEqual([]);
});

test('a second track begins beside the first and ends without ending the case', () => {
  const reported = went(commented(), ['report-patent', nobody, '2026-04-10']);
  expect(reported.state.stages['patents']).toEqual({ stage: 'reported', since: '2026-04-10' });
  const licensed = went(reported, ['enter-statement', secretary, '2026-04-12']);
  expect(licensed.state.stages['patents']?.stage).toBe('licensed');
  expect(licensed.state.ended).toBeUndefined();
});

test('a guard names the value of the rulebook that it applied', () => {
  const answered = went(commented(), [
    'enter-comments',
    secretary,
    '2026-06-02',
    { result: { received: 0, answered: 0 } },
  ]);
  const decision = asked(answered, [
    'open-vote',
    secretary,
    '2026-06-03',
    { facts: { experts: 4 }, closesOn: '2026-06-20' },
  ]);
  expect(refusals(decision)).toEqual(['fact-at-least']);
  const finding = decision.trace.find(({ check }) => check === 'fact-at-least');
  expect(finding).toMatchObject({
    details: { value: 4, bound: 5 },
    rule: { rule: 'expert-minimum', jurisdiction: 'nation' },
  });
});

test('a rule that the rulebook lacks refuses the step and names it', () => {
  const rulebook = new Map();
  const decision = asked(proposed(), [
    'ask',
    secretary,
    '2026-04-01',
    { documents: draft('h', '2026-04-01'), given: { rulebook } },
  ]);
  expect(decision.isAllowed).toBe(false);
  expect(refusals(decision)).toContain('rule-missing');
});

test('a vote that did not carry leads back to drafting, and to no approval', () => {
  const result = { entitled: 30, favour: 16, against: 6, abstained: 1 };
  const failed = went(voting(), ['enter-vote', secretary, '2026-07-01', { result }]);
  expect(refusals(asked(failed, ['approve', approver, '2026-07-02']))).toEqual(['window-is']);
  expect(refusals(asked(failed, ['draft-again', secretary, '2026-07-02']))).toEqual([]);
  expect(refusals(asked(carried(), ['draft-again', secretary, '2026-07-02']))).toEqual(['not']);
});
