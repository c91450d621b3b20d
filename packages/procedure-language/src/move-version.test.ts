import { expect, test } from 'vitest';
import {
  after,
  approver,
  givenOn,
  proposed,
  readSound,
  replaced,
  sample,
  sampleText,
  went,
} from '../tests/support/sample.ts';
import { moveToVersion } from './move-version.ts';

const newer = (...changes: readonly (readonly [string, string])[]) =>
  readSound(
    changes.reduce((text, [piece, by]) => replaced(text, piece, by), sampleText.replace('version: 1', 'version: 2')),
  );

const drafting = `drafting: { code: "20", iso: "20.20", title: { zh: 起草, en: drafting }, within: stage-time }`;

test('a move tells which steps are new, gone or changed where the case stands, and which deadlines change', () => {
  const to = newer(
    [drafting, drafting.replace('stage-time', 'comments')],
    ['documents: [draft, "explanation?"]', 'documents: [draft, explanation]'],
  );
  const { state } = proposed();
  const move = moveToVersion({ from: sample, to }, state, givenOn('2026-04-01'));
  expect(move).toMatchObject({ from: 1, to: 2, missingStages: [], newSteps: [], goneSteps: [], changedSteps: ['ask'] });
  expect(move.deadlines.map(({ clock, before, after: then }) => [clock, before?.day, then?.day])).toEqual([
    ['stage:drafting', '2026-05-30', '2026-04-30'],
  ]);
  if (move.event === undefined) throw new Error('It cannot be moved.');
  const moved = after(proposed(), move.event);
  expect(moved.state.version).toBe(2);
  expect(moved.state.clocks['stage:drafting']?.due.day).toBe('2026-04-30');
});

test('a case that stands where the newer version has no stage is not moved', () => {
  const to = readSound(sampleText.replace('version: 1', 'version: 2').replaceAll('drafting', 'writing'));
  const move = moveToVersion({ from: sample, to }, proposed().state, givenOn('2026-04-01'));
  expect(move.missingStages).toEqual(['drafting']);
  expect(move.event).toBeUndefined();
});

test('what an authority granted stays granted', () => {
  const to = newer(['period: development', 'period: frozen']);
  const { state } = went(proposed(), ['extend', approver, '2026-06-01']);
  expect(moveToVersion({ from: sample, to }, state, givenOn('2026-07-01')).deadlines).toEqual([]);
});
