import { describe, expect, test } from 'vitest';
import {
  asked,
  draft,
  givenOn,
  parties,
  refusals,
  type Story,
  sample,
  secretary,
  went,
} from '../tests/support/sample.ts';
import { bringIn, type RunningProject } from './bring-in.ts';
import { evolve } from './evolve.ts';

const project: RunningProject = {
  stage: 'commenting',
  since: '2026-04-01',
  jurisdictions: [],
  parties,
  facts: { title: 'x', kind: 'new', urgent: false },
  documents: draft('hash 1', '2026-04-01'),
  passed: [
    { step: 'ask', on: '2026-04-01' },
    { step: 'propose', on: '2025-06-01' },
  ],
  due: {},
  closesOn: '2026-05-31',
};

function broughtIn(change: Partial<RunningProject> = {}): Story {
  const { event, findings } = bringIn(sample, { ...project, ...change }, givenOn('2026-07-01'));
  if (event === undefined) throw new Error(JSON.stringify(findings.filter(({ isMet }) => !isMet)));
  return { procedure: sample, events: [event], state: evolve(undefined, event) };
}

describe('a project that began elsewhere', () => {
  test('stands at its present stage; what it passed was not witnessed here', () => {
    const { state } = broughtIn();
    expect(state.stages).toEqual({ main: { stage: 'commenting', since: '2026-04-01' } });
    expect(state.openedOn).toBe('2025-06-01');
    expect(state.taken).toEqual([
      { step: 'propose', on: '2025-06-01', by: {}, isWitnessed: false },
      { step: 'ask', on: '2026-04-01', by: {}, isWitnessed: false },
    ]);
  });

  test('has the deadlines that follow from its days, or those that were set there', () => {
    expect(broughtIn().state.clocks['development']?.due.day).toBe('2026-12-01');
    const stated = broughtIn({ due: { development: '2027-03-31' } });
    expect(stated.state.clocks['development']?.due.day).toBe('2027-03-31');
  });

  test('goes on from there to its end', () => {
    const entered = went(broughtIn(), [
      'enter-comments',
      secretary,
      '2026-07-01',
      { result: { received: 2, answered: 2 } },
    ]);
    expect(entered.state.stages['main']?.stage).toBe('answering');
    expect(entered.state.taken.at(-1)?.isWitnessed).toBe(true);
  });

  test('brings along the track that a passed step began', () => {
    const { state } = broughtIn({ passed: [...project.passed, { step: 'report-patent', on: '2026-05-01' }] });
    expect(state.stages['patents']).toEqual({ stage: 'reported', since: '2026-05-01' });
  });

  test.each([
    [{ stage: 'published' }, 'stage'],
    [{ stage: 'reported' }, 'stage'],
    [{ stage: 'nowhere' }, 'stage'],
    [{ since: '2026-07-02' }, 'day'],
    [{ since: '2026-02-30' }, 'day'],
    [{ passed: [{ step: 'nothing', on: '2026-01-01' }] }, 'taken'],
    [{ facts: { urgent: 'perhaps' } }, 'form-value'],
    [{ facts: { unheard: 'x' } }, 'form-value'],
    [{ due: { development: '2026-13-01' } }, 'due'],
    [{ due: { nothing: '2027-01-01' } }, 'due'],
  ] as const)('is refused with %o: %s', (change, check) => {
    const { event, findings } = bringIn(sample, { ...project, ...change }, givenOn('2026-07-01'));
    expect(event).toBeUndefined();
    expect(findings.find(({ isMet }) => !isMet)?.check).toBe(check);
  });
});

test('a window that is open elsewhere is open here', () => {
  const { state } = broughtIn();
  expect(state.windows).toEqual({
    comments: [{ openedOn: '2026-04-01', closesOn: '2026-05-31', stage: 'commenting' }],
  });
  expect(
    refusals(asked(broughtIn(), ['enter-comments', secretary, '2026-05-31', { result: { received: 1 } }])),
  ).toEqual(['window-not-ended']);
});
