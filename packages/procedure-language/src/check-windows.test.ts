import { describe, expect, test } from 'vitest';
import {
  approver,
  asked,
  commented,
  draft,
  proposed,
  refusals,
  secretary,
  voting,
  went,
} from '../tests/support/sample.ts';

describe('a consultation', () => {
  test('is open for the shortest time of the rule that applies, or longer', () => {
    expect(commented().state.windows['comments']).toEqual([
      { openedOn: '2026-04-01', closesOn: '2026-05-31', stage: 'commenting' },
    ]);
    const urgent = went(proposed({ title: 'x', kind: 'new', urgent: true }), [
      'ask',
      secretary,
      '2026-04-01',
      { documents: draft('h', '2026-04-01') },
    ]);
    expect(urgent.state.windows['comments']?.[0]?.closesOn).toBe('2026-05-01');
    const open = (closesOn: string) =>
      refusals(asked(proposed(), ['ask', secretary, '2026-04-01', { closesOn, documents: draft('h', '2026-04-01') }]));
    expect(open('2026-05-30')).toEqual(['window-least']);
    expect(open('2026-06-30')).toEqual([]);
    expect(open('2026-06-31')).toEqual(['window-least']);
  });

  test('has its result entered when it has ended, on the day after its last', () => {
    const enter = (on: string) =>
      refusals(asked(commented(), ['enter-comments', secretary, on, { result: { received: 3 } }]));
    expect(enter('2026-05-31')).toEqual(['window-not-ended']);
    expect(enter('2026-06-01')).toEqual([]);
  });

  test.each([
    {},
    { received: 3, answered: 4 },
    { received: -1 },
    { received: 1.5 },
    { asked: 3, replied: 4 },
    { received: 1, upheld: 2 },
  ])('refuses a result that does not add up: %o', (result) => {
    const entered = Object.keys(result).length === 0 ? {} : { result };
    expect(refusals(asked(commented(), ['enter-comments', secretary, '2026-06-01', entered]))).toEqual([
      'window-result',
    ]);
  });

  test('holds the stage until every comment has its answer', () => {
    const entered = went(commented(), [
      'enter-comments',
      secretary,
      '2026-06-02',
      { result: { received: 10, answered: 4 } },
    ]);
    const vote = ['open-vote', secretary, '2026-06-06', { facts: { experts: 5 }, closesOn: '2026-06-30' }] as const;
    expect(refusals(asked(entered, vote))).toEqual(['window-unanswered']);
    const nearly = went(entered, ['answer', secretary, '2026-06-05', { result: { answered: 9 } }]);
    expect(refusals(asked(nearly, vote))).toEqual(['window-unanswered']);
    expect(
      refusals(asked(went(nearly, ['answer', secretary, '2026-06-05', { result: { answered: 10 } }]), vote)),
    ).toEqual([]);
  });

  test('is given up with the case', () => {
    const stopped = went(commented(), ['stop', approver, '2026-04-20', { facts: { reason: 'r' } }]);
    expect(stopped.state.windows['comments']?.[0]?.isAbandoned).toBe(true);
    expect(stopped.state.ended).toEqual({ stage: 'stopped', on: '2026-04-20' });
  });
});

describe('a vote', () => {
  test('without a shortest time names its last day', () => {
    const entered = went(commented(), ['enter-comments', secretary, '2026-06-02', { result: { received: 0 } }]);
    expect(refusals(asked(entered, ['open-vote', secretary, '2026-06-06', { facts: { experts: 5 } }]))).toEqual([
      'window-closes',
    ]);
    expect(
      refusals(
        asked(entered, ['open-vote', secretary, '2026-06-06', { facts: { experts: 5 }, closesOn: '2026-06-05' }]),
      ),
    ).toEqual(['window-closes']);
  });

  test('is counted before its last day only when everybody has voted', () => {
    const enter = (favour: number) =>
      refusals(asked(voting(), ['enter-vote', secretary, '2026-06-10', { result: { entitled: 30, favour } }]));
    expect(enter(29)).toEqual(expect.arrayContaining(['window-not-ended']));
    expect(enter(30)).toEqual([]);
  });

  test('has no more votes than voters', () => {
    expect(
      refusals(
        asked(voting(), ['enter-vote', secretary, '2026-07-01', { result: { entitled: 30, favour: 20, against: 11 } }]),
      ),
    ).toEqual(['window-result']);
  });
});
