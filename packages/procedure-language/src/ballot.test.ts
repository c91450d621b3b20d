import { expect, test } from 'vitest';
import { ballotOutcome } from './ballot.ts';
import type { Majority } from './rule.ts';

const committee: Majority = {
  quorum: { of: 3, in: 4 },
  favour: { of: 2, in: 3 },
  against: { of: 1, in: 4 },
  abstentionsCount: true,
};
const otherMatters: Majority = {
  quorum: { of: 3, in: 4 },
  favour: { of: 1, in: 2 },
  strict: true,
  abstentionsCount: true,
};
const expertGroup: Majority = { voters: 15, favour: { of: 3, in: 4 }, abstentionsCount: true };

const counted = (majority: Majority, votes: Parameters<typeof ballotOutcome>[1]) => {
  const { verdict, cast, lines } = ballotOutcome(majority, votes);
  return {
    verdict,
    cast,
    lines: lines.map(({ left, relation, right, isMet }) => `${left} ${relation} ${right} ${isMet}`),
  };
};

test('17 for, 3 against and 3 abstentions of 30 carry a draft', () => {
  expect(counted(committee, { entitled: 30, favour: 17, against: 3, abstained: 3 })).toEqual({
    verdict: 'carried',
    cast: 23,
    lines: ['92 ≥ 90 true', '51 ≥ 46 true', '12 ≤ 23 true'],
  });
});

test('22 of 30 are no quorum, however they vote', () => {
  expect(counted(committee, { entitled: 30, favour: 22 })).toMatchObject({ verdict: 'noQuorum', cast: 22 });
  expect(counted(committee, { entitled: 30, favour: 22 }).lines[0]).toBe('88 ≥ 90 false');
});

test('more than a quarter against stop a draft that two thirds want', () => {
  expect(counted(committee, { entitled: 30, favour: 16, against: 6, abstained: 1 })).toEqual({
    verdict: 'notCarried',
    cast: 23,
    lines: ['92 ≥ 90 true', '48 ≥ 46 true', '24 ≤ 23 false'],
  });
  expect(counted(committee, { entitled: 30, favour: 17, against: 5, abstained: 1 }).verdict).toBe('carried');
});

test('other matters need more than half: half is not enough', () => {
  expect(counted(otherMatters, { entitled: 24, favour: 12, against: 12 }).lines).toEqual([
    '96 ≥ 72 true',
    '24 > 24 false',
  ]);
  expect(counted(otherMatters, { entitled: 24, favour: 13, against: 11 }).verdict).toBe('carried');
});

test('an expert group has its least number of voters and three quarters', () => {
  expect(counted(expertGroup, { favour: 12, against: 3 })).toMatchObject({
    verdict: 'carried',
    lines: ['15 ≥ 15 true', '48 ≥ 45 true'],
  });
  expect(counted(expertGroup, { favour: 14 }).verdict).toBe('noQuorum');
  expect(counted(expertGroup, { favour: 11, against: 4 }).verdict).toBe('notCarried');
});

test('where abstentions are no votes, they count for neither quorum nor shares', () => {
  const votes = { entitled: 30, favour: 17, against: 3, abstained: 3 };
  expect(counted({ ...committee, abstentionsCount: false }, votes)).toMatchObject({ verdict: 'noQuorum', cast: 20 });
});

test('without votes nothing is carried', () => {
  expect(counted({ favour: { of: 0, in: 1 }, abstentionsCount: true }, {}).verdict).toBe('noQuorum');
});
