import { expect, test } from 'vitest';
import {
  approver,
  carried,
  everyDayWorked,
  readSound,
  replaced,
  rulebook,
  sampleText,
  went,
} from '../tests/support/sample.ts';
import { brokenAfter } from './walk-promises.ts';

const ground = { rulebook, calendar: everyDayWorked, publishing: new Set(['text-published']) };

test('a walk tells when the organization that took a step takes one that it must not take', () => {
  const before = carried();
  const after = went(before, ['refuse', approver, '2026-07-02', { facts: { reason: 'r' } }]);
  const event = after.events.at(-1);
  if (event?.type !== 'step-taken') throw new Error('no step');
  const command = { step: 'refuse', actor: approver, on: '2026-07-02' };
  const taken = [...before.state.taken, { step: 'enter-vote', on: '2026-07-01', by: event.by, isWitnessed: true }];
  const walked = { event, command, before: { ...before.state, taken }, after: after.state };
  const separate = 'notBy: [{ step: enter-vote, same: organization }]';
  const strict = readSound(replaced(sampleText, '        to: refused\n', `        to: refused\n        ${separate}\n`));
  expect(brokenAfter(strict, walked, ground)).toEqual(['refuse on 2026-07-02: taken by who took enter-vote']);
  expect(brokenAfter(strict, { ...walked, before: before.state }, ground)).toEqual([]);
});
