import { describe, expect, test } from 'vitest';
import {
  after,
  approver,
  asked,
  commented,
  givenOn,
  nobody,
  opened,
  proposed,
  refusals,
  type Story,
  sample,
  secretary,
  went,
} from '../tests/support/sample.ts';
import { timedSteps, whatTimeDid } from './time.ts';
import { waitingFor } from './waiting.ts';

const frozen = (): Story => {
  const story = proposed();
  const event = whatTimeDid(sample, story.state, givenOn('2027-09-10'));
  if (event === undefined) throw new Error('Time did nothing.');
  return after(story, event);
};

describe('time', () => {
  test('does nothing on the last day, and takes its step on the day after, whenever it is asked', () => {
    const { state } = proposed();
    expect(state.clocks['development']?.due).toEqual({
      day: '2027-09-01',
      rule: 'development',
      jurisdiction: 'nation',
      isConfirmed: true,
      holidaysKnown: true,
    });
    expect(timedSteps(sample, state)).toEqual([{ step: 'freeze', clock: 'development', due: '2027-09-01' }]);
    expect(whatTimeDid(sample, state, givenOn('2027-09-01'))).toBeUndefined();
    const onTheDay = whatTimeDid(sample, state, givenOn('2027-09-02'));
    expect(onTheDay).toMatchObject({ step: 'freeze', on: '2027-09-02', by: 'time' });
    expect(whatTimeDid(sample, state, givenOn('2028-01-31'))).toEqual(onTheDay);
  });

  test('is not taken by anybody', () => {
    expect(refusals(asked(proposed(), ['freeze', approver, '2027-10-01']))).toContain('actor');
  });

  test('stops with the step that stops the clock', () => {
    expect(timedSteps(sample, opened().state)).toEqual([]);
    const stopped = went(proposed(), ['stop', approver, '2026-04-01', { facts: { reason: 'r' } }]);
    expect(timedSteps(sample, stopped.state)).toEqual([]);
    expect(stopped.state.clocks['development']?.stoppedOn).toBe('2026-04-01');
  });
});

describe('a suspension', () => {
  test('lets nothing be done but what resumes or ends the case, by its own deadline', () => {
    const { state } = frozen();
    expect(state.suspended).toMatchObject({
      on: '2027-09-02',
      step: 'freeze',
      due: { day: '2028-03-02', rule: 'frozen' },
    });
    expect(refusals(asked(frozen(), ['ask', secretary, '2027-09-20']))).toContain('not-suspended');
    const [waiting] = waitingFor(sample, state);
    expect(waiting?.steps.map(({ step }) => step.id)).toEqual(['unfreeze', 'stop']);
    expect(waiting?.due?.day).toBe('2028-03-02');
  });

  test('does not count: what was left of each time is left when it is over', () => {
    const resumed = went(frozen(), ['unfreeze', approver, '2027-10-02']);
    expect(resumed.state.suspended).toBeUndefined();
    // Thirty days from 2 September to 2 October.
    expect(resumed.state.clocks['development']?.due.day).toBe('2027-10-01');
    expect(resumed.state.clocks['stage:drafting']?.due.day).toBe('2026-06-29');
  });

  test('is not lifted where there is none', () => {
    expect(refusals(asked(proposed(), ['unfreeze', approver, '2026-04-01']))).toEqual(['not-suspended']);
  });
});

describe('an extension', () => {
  test('adds to the deadline as it was, once', () => {
    const extended = went(proposed(), ['extend', approver, '2026-10-01']);
    expect(extended.state.clocks['development']).toMatchObject({
      due: { day: '2028-03-01', rule: 'extension' },
      extensions: 1,
      startedOn: '2026-03-01',
    });
    expect(refusals(asked(extended, ['extend', approver, '2026-11-01']))).toEqual(
      expect.arrayContaining(['extension-most', 'taken']),
    );
  });
});

describe('waiting', () => {
  test('names who can do what by when, and which window has to end first', () => {
    const [waiting] = waitingFor(sample, commented().state);
    expect(waiting).toMatchObject({
      track: 'main',
      stage: 'commenting',
      window: { id: 'comments', closesOn: '2026-05-31' },
    });
    // The time of a stage in which others speak begins when they have spoken.
    expect(waiting?.due?.day).toBe('2026-08-29');
    expect(waiting?.steps.map(({ step }) => step.id)).toContain('enter-comments');
  });

  test('is over with the case', () => {
    const stopped = went(proposed(), ['stop', approver, '2026-04-01', { facts: { reason: 'r' } }]);
    expect(waitingFor(sample, stopped.state)).toEqual([]);
  });

  test('goes on in a second track of its own', () => {
    const { state } = went(commented(), ['report-patent', nobody, '2026-04-10']);
    expect(waitingFor(sample, state).map(({ track, due }) => [track, due?.day])).toEqual([
      ['main', '2026-08-29'],
      ['patents', '2026-07-09'],
    ]);
  });
});
