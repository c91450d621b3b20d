import { describe, expect, test } from 'vitest';
import { knownWords, replaced, sampleText } from '../tests/support/sample.ts';
import { checkProcedure } from './check-procedure.ts';
import type { KnownWords } from './found.ts';
import { readProcedure } from './read-procedure.ts';

function checked(text: string, known: KnownWords = knownWords) {
  const { procedure, mistakes, lineOf } = readProcedure('sample.yaml', text);
  if (procedure === undefined) throw new Error(JSON.stringify(mistakes));
  return checkProcedure(procedure, known, { file: 'sample.yaml', lineOf });
}

test('the sample holds together', () => {
  expect(checked(sampleText)).toEqual([]);
});

/** What is written, what is written instead, the refusal, and a piece of the text on the line that is told. */
const broken: readonly (readonly [code: string, piece: string, by: string, on: string])[] = [
  ['unknown-name', 'from: publication', 'from: publishing', 'publish:'],
  ['unknown-name', 'notBy: [{ step: enter-vote', 'notBy: [{ step: count-vote', 'approve:'],
  ['unknown-name', 'by: anyone\n        from: start', 'by: everyone\n        from: start', 'propose:'],
  ['unknown-name', 'transfers: committee', 'transfers: board', 'hand-over:'],
  ['unknown-name', 'approves: draft', 'approves: drawing', 'approve:'],
  ['unknown-name', 'makes: text-published', 'makes: text-printed', 'publish:'],
  ['unknown-name', 'starts: patents:reported', 'starts: trademarks:reported', 'report-patent:'],
  ['unknown-name', 'basis: [LAW 10]', 'basis: [BOOK 10]', 'report-patent:'],
  ['unknown-name', 'recordedBy: committee', 'recordedBy: board', 'department:'],
  ['unknown-name', 'whenDue: development', 'whenDue: growth', 'freeze:'],
  ['unknown-name', 'answeredIn: answering', 'answeredIn: replying', 'comments:'],
  ['unused', '  reason: {', '  idea: { type: text, title: { zh: 想法, en: idea } }\n  reason: {', 'idea:'],
  ['unknown-choice', 'fact: kind, is: revision', 'fact: kind, is: renewal', 'propose:'],
  ['unknown-rule', 'within: appeal', 'within: petition', 'within: petition'],
  ['rule-of-another-kind', 'within: appeal', 'within: expert-minimum', 'within: expert-minimum'],
  [
    'stage-never-reached',
    '      stopped: {',
    '      waiting: { title: { zh: 等, en: waiting }, final: done }\n      stopped: {',
    'waiting:',
  ],
  ['left-after-end', '        reopens: { within: appeal }\n', '', 'refused:'],
  [
    'waits-for-nobody',
    '        by: secretary@committee\n        from: reported',
    '        by: time\n        whenDue: stage:reported\n        from: reported',
    'reported:',
  ],
  ['waits-without-deadline', ', within: stage-time }\n      licensed', ' }\n      licensed', 'reported:'],
  ['never-ends', '        from: reported\n        to: licensed', '        from: reported', 'reported:'],
  ['window-never-concluded', '        concludes: vote\n', '', 'vote:'],
  ['window-left-open', '        concludes: vote\n', '', 'open-vote:'],
  ['ballot-without-majority', ', majority: vote', '', 'vote:'],
  ['suspended-for-ever', '        resumes: true\n', '', 'freeze:'],
  ['nobody-takes-it', '        whenDue: development\n', '', 'freeze:'],
  ['without-basis', '        basis: [LAW 2]\n', '', 'propose:'],
  ['another-track', 'from: reported\n', 'from: drafting\n', 'enter-statement:'],
  ['published-without-approval', '          - must: { approved: draft }\n            basis: [LAW 7]\n', '', 'publish:'],
];

describe('a definition is refused', () => {
  test.each(broken)('%s: %s', (code, piece, by, on) => {
    const text = replaced(sampleText, piece, by);
    const found = checked(text).filter((mistake) => mistake.code === code);
    expect(found.length, JSON.stringify(checked(text))).toBeGreaterThan(0);
    for (const { what, remedy, file } of found) {
      expect(file).toBe('sample.yaml');
      for (const words of [what, remedy]) {
        expect(words.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(words.en).toMatch(/\.$/);
      }
    }
    const lines = text.split('\n');
    const near = found.map(({ line }) => lines.slice(Math.max(0, (line ?? 0) - 3), line).join('\n'));
    expect(
      near.some((some) => some.includes(on)),
      JSON.stringify(found.map(({ line }) => line)),
    ).toBe(true);
  });

  test('when a rule does not hold on a day on which it is in force', () => {
    const vote = knownWords.rulebook.get('appeal');
    if (vote === undefined) throw new Error('no rule');
    const rulebook = new Map(knownWords.rulebook).set('appeal', {
      ...vote,
      values: vote.values.map((value) => ({ ...value, until: '2026-06-01' })),
    });
    expect(checked(sampleText, { ...knownWords, rulebook }).map(({ code }) => code)).toEqual(['rule-not-in-force']);
    const ended = replaced(
      sampleText,
      'inForce: { from: 2026-01-01 }',
      'inForce: { from: 2026-01-01, until: 2026-06-01 }',
    );
    expect(checked(ended, { ...knownWords, rulebook })).toEqual([]);
  });
});
