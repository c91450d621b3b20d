import { expect, test } from 'vitest';
import { after, approver, carried, draft, sample, went } from '../tests/support/sample.ts';
import type { Case, CaseEvent } from './case.ts';
import { evolve } from './evolve.ts';

const published = () =>
  went(
    carried(),
    ['approve', approver, '2026-07-02', { documents: draft('hash 2', '2026-07-02') }],
    ['publish', approver, '2026-07-20', { facts: { 'published-on': '2026-07-20' } }],
  );

test('a history read again from its text, without the definition, gives the same case', () => {
  const { events, state } = published();
  let again: Case | undefined;
  for (const event of events) again = evolve(again, JSON.parse(JSON.stringify(event)));
  expect(again).toEqual(state);
  expect(evolve.length).toBe(2);
  expect(JSON.stringify(events)).not.toContain(sample.title.en);
});

test('an event changes no earlier state', () => {
  const before = carried();
  const kept = JSON.stringify(before.state);
  went(before, ['approve', approver, '2026-07-02', { documents: draft('hash 2', '2026-07-02') }]);
  expect(JSON.stringify(before.state)).toBe(kept);
});

test('a changed document is the present one, and keeps the approval of the former', () => {
  const document = { document: 'the draft', hash: 'hash 9', on: '2026-07-05' };
  const changed: CaseEvent = { type: 'case-document-changed', on: '2026-07-05', kind: 'draft', document };
  const { state } = after(published(), changed);
  expect(state.documents['draft']?.hash).toBe('hash 9');
  expect(state.approvals['draft']?.hash).toBe('hash 2');
});

test('a history begins with its opening', () => {
  const [, step] = published().events;
  expect(step && (() => evolve(undefined, step))).toThrow('begins with its opening');
});
