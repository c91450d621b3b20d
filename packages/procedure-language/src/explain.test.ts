import { describe, expect, test } from 'vitest';
import { sample } from '../tests/support/sample.ts';
import { explain } from './explain.ts';
import type { Finding, FindingCheck, FindingDetails } from './finding.ts';
import { type ConditionWords, sayCondition } from './say-condition.ts';
import { conditionsIn } from './walk-parts.ts';

const titles = {
  document: (kind: string) => ({ zh: `文件${kind}`, en: `document ${kind}` }),
  role: (code: string) => ({ zh: `角色${code}`, en: `role ${code}` }),
};

/** Every check with what it is told; several where it has several sentences. */
const details: Readonly<Record<FindingCheck, readonly FindingDetails[]>> = {
  'in-force': [
    { from: '2026-01-01', on: '2025-01-01' },
    { from: '2026-01-01', until: '2027-01-01', on: '2028-01-01' },
  ],
  'not-ended': [{ stage: 'published', on: '2026-01-01' }],
  'not-suspended': [{ since: '2026-01-01', day: '2026-07-01', step: 'freeze' }, { wanted: true }],
  stage: [
    { step: 'ask', stage: 'drafting', wanted: ['voting'] },
    { step: 'ask', stage: 'start', wanted: ['voting', 'approval'] },
  ],
  actor: [
    { wanted: ['secretary@committee', 'anyone', 'approver'], isTime: false },
    { wanted: [], isTime: true },
  ],
  'not-by': [
    { step: 'ask', same: 'person' },
    { step: 'ask', same: 'organization' },
  ],
  'not-of': [{ party: 'committee' }],
  day: [
    { on: '2026-01-01', today: '2026-01-02' },
    { on: '2026-01-01', today: '2026-01-02', since: '2025-01-01' },
  ],
  'form-required': [{ fact: 'title' }],
  'form-unknown': [{ fact: 'title' }],
  'form-value': [{ fact: 'title', value: 'x' }],
  'document-required': [{ kind: 'draft' }],
  'document-unknown': [{ kind: 'draft' }],
  'document-held': [{ kind: 'draft' }],
  'window-unclosed': [{ window: 'comments', closesOn: '2026-01-01' }],
  'window-unanswered': [{ window: 'comments', received: 3, answered: 1 }],
  'window-not-ended': [
    { window: 'comments', closesOn: '2026-01-01', isEntered: false },
    { window: 'comments', isEntered: true },
  ],
  'window-least': [{ window: 'comments', closesOn: '2026-01-01', day: '2026-02-01' }],
  'window-closes': [{ window: 'vote' }],
  'window-result': [{ window: 'vote' }],
  reason: [{}],
  'party-required': [{ party: 'committee' }],
  'into-required': [{ least: 2 }, { least: 1 }],
  elsewhere: [{ on: '2026-01-01' }],
  'extension-most': [{ clock: 'development', day: '2026-01-01', extensions: 1 }],
  'reopen-within': [{ day: '2026-01-01', ended: '2025-12-01' }],
  due: [{ clock: 'development', day: 'x' }],
  'rule-missing': [{ name: 'comments' }],
  'fact-is': [
    { fact: 'kind', value: 'new', wanted: ['revision'] },
    { fact: 'urgent', wanted: ['true', 'false'] },
  ],
  'fact-set': [
    { fact: 'title', wanted: true },
    { fact: 'title', value: 'x', wanted: false },
  ],
  'fact-at-least': [{ fact: 'experts', value: 3, bound: 5 }],
  'fact-at-most': [{ fact: 'experts', value: 3, bound: 2 }],
  'fact-not-before': [{ fact: 'published-on', value: '2026-01-01', day: '2026-02-01' }],
  'window-is': ['open', 'ended', 'concluded', 'carried', 'notCarried', 'noQuorum', 'answered', 'unopposed'].map(
    (wanted) => ({ window: 'vote', wanted }),
  ),
  'track-is': [
    { track: 'patents', wanted: 'notStarted' },
    { track: 'patents', wanted: 'ended' },
    { track: 'patents', wanted: ['licensed'] },
  ],
  approved: [
    { kind: 'draft', isVoid: false },
    { kind: 'draft', isVoid: true, on: '2026-01-01' },
  ],
  'elapsed-at-least': [{ from: '2026-01-01', day: '2026-02-01' }],
  'elapsed-at-most': [{ from: '2026-01-01', day: '2026-02-01' }],
  'days-before': [{ clock: 'development', due: '2026-01-01' }],
  taken: [
    { step: 'ask', count: 0, least: 1 },
    { step: 'ask', count: 0, least: 2 },
    { step: 'ask', count: 3, least: 0, most: 1 },
  ],
  switch: [{ name: 'fast' }],
  'party-set': [
    { party: 'committee', wanted: true },
    { party: 'committee', wanted: false },
  ],
  all: [{}],
  any: [{}],
  not: [{}],
};

const part: Finding = { check: 'approved', isMet: false, details: { kind: 'draft' }, basis: [] };
const leftover = /undefined|NaN|\{|\}|\[object|“”/;

describe('every check has its sentence in both languages', () => {
  const all = Object.entries(details).flatMap(([check, some]) => some.map((one) => [check, one] as const));
  test.each(all)('%s %o', (check, one) => {
    const known = Object.keys(details).find((name): name is FindingCheck => name === check);
    if (known === undefined) throw new Error('no such check');
    const needsRule = check === 'switch';
    const rule = {
      rule: 'fast',
      title: { zh: '快速', en: 'fast' },
      jurisdiction: 'nation' as const,
      content: { kind: 'switch' as const, on: false },
      basis: [],
      confirmed: true,
    };
    const finding: Finding = {
      check: known,
      isMet: false,
      details: one,
      basis: [],
      parts: [part, part],
      ...(needsRule && { rule }),
    };
    const { zh, en } = explain(finding, sample, titles);
    expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/^[A-Z“‘0-9].*\.$/);
    expect(en).not.toMatch(/[\u4e00-\u9fff。，]/);
    expect(`${zh}${en}`).not.toMatch(leftover);
    expect(`${zh}${en}`).not.toMatch(/请|您|成功|please|success/i);
  });
});

test('what the definition says stands before what was found', () => {
  const says = { zh: '须经批准。', en: 'It must be approved.' };
  expect(explain({ ...part, says }, sample, titles).en).toBe(
    'It must be approved. “document draft” has to be approved.',
  );
});

describe('a condition without a case', () => {
  const words: ConditionWords = { ...titles, procedure: sample, rule: (id) => ({ zh: `规则${id}`, en: `rule ${id}` }) };
  test.each(conditionsIn(sample).map(({ condition }) => [JSON.stringify(condition), condition] as const))(
    '%s is said in both languages',
    (_, condition) => {
      const { zh, en } = sayCondition(condition, words);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff。]|\.$/);
      expect(`${zh}${en}`).not.toMatch(leftover);
    },
  );

  test('is a clause that can follow "when"', () => {
    expect(sayCondition({ fact: 'kind', is: 'revision' }, words).en).toBe('“kind” is “revision”');
    expect(
      sayCondition(
        { all: [{ approved: 'draft' }, { any: [{ taken: 'ask' }, { party: 'committee', isSet: false }] }] },
        words,
      ),
    ).toEqual({
      zh: '“文件draft”已经批准，批准后未改动，且（已办理“公开征求意见”，或者尚未确定委员会）',
      en: '“document draft” is approved and unchanged since, and (“Ask for comments” was done, or the committee is not yet known)',
    });
    expect(sayCondition({ since: { step: 'ask' }, atLeast: { rule: 'comments' } }, words).en).toBe(
      'since the day of “Ask for comments” this time is over: rule comments',
    );
    expect(sayCondition({ fact: 'published-on', notBefore: { window: 'comments' } }, words).en).toBe(
      '“published on” is not before the last day of “comments”',
    );
  });
});
