import { describe, expect, test } from 'vitest';
import { readRulebook, ruleOn } from './index.ts';

const sources = `sources:
  - tag: LAW
    title: { zh: 法, en: Law }
    read: whole
    whatWasRead: { zh: 全文, en: all }
  - tag: TALK
    title: { zh: 说法, en: Talk }
    read: none
    whatWasRead: { zh: 无, en: none }
`;
const documentKinds = 'kinds:\n  letter: { zh: 公文, en: Letter }\n';

function read(...rules: readonly string[]) {
  return readRulebook({
    sources: { file: 'sources.yaml', text: sources },
    documentKinds: { file: 'document-kinds.yaml', text: documentKinds },
    subjects: [{ file: 'rulebook/one.yaml', text: `subject: { zh: 一, en: One }\nrules:\n${rules.join('')}` }],
  });
}

const rule = (id: string, kind: string, ...values: readonly string[]): string =>
  [`  - id: ${id}`, `    kind: ${kind}`, '    title: { zh: 规则, en: Rule }', '    values:', ...values, ''].join('\n');
const value = (text: string): string => `      - { ${text}, basis: [LAW 29], confirmed: true }`;

const mistakesOf = (...rules: readonly string[]) =>
  read(...rules).mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`);

describe('a rule is read', () => {
  test('with its kind, its basis and its article', () => {
    const { rulebook, mistakes, subjects } = read(rule('cycle', 'period', value('period: 7 working days')));
    expect(mistakes).toEqual([]);
    expect(subjects).toEqual([{ id: 'one', title: { zh: '一', en: 'One' }, rules: ['cycle'] }]);
    expect(rulebook.get('cycle')?.values).toEqual([
      {
        jurisdiction: 'nation',
        content: { kind: 'period', period: { amount: 7, unit: 'workingDays' } },
        basis: [{ source: 'LAW', article: '29' }],
        confirmed: true,
      },
    ]);
  });

  test.each([
    ['1 day', 1, 'days'],
    ['60 days', 60, 'days'],
    ['1 working day', 1, 'workingDays'],
    ['18 months', 18, 'months'],
    ['1 year', 1, 'years'],
  ])('a period of %s', (text, amount, unit) => {
    const content = read(rule('p', 'period', value(`period: ${text}`))).rulebook.get('p')?.values[0]?.content;
    expect(content).toEqual({ kind: 'period', period: { amount, unit } });
  });

  test('shares are two integers', () => {
    const text = value('majority: { quorum: 3/4, favour: 2/3, against: 1/4, abstentionsCount: true }');
    expect(read(rule('m', 'majority', text)).rulebook.get('m')?.values[0]?.content).toEqual({
      kind: 'majority',
      majority: {
        quorum: { of: 3, in: 4 },
        favour: { of: 2, in: 3 },
        against: { of: 1, in: 4 },
        abstentionsCount: true,
      },
    });
  });
});

describe('the most specific jurisdiction wins', () => {
  const { rulebook } = read(
    rule(
      'cycle',
      'period',
      value('from: 2018-01-01, period: 5 years'),
      value('for: region:31, from: 2019-10-01, until: 2030-01-01, period: 3 years'),
    ),
  );
  const on = (day: string, ...jurisdictions: readonly `region:${string}`[]) =>
    ruleOn(rulebook, 'cycle', { day, jurisdictions })?.jurisdiction;

  test('and is named; without a value of its own the nation is', () => {
    expect(on('2026-01-01', 'region:31')).toBe('region:31');
    expect(on('2026-01-01', 'region:37')).toBe('nation');
    expect(on('2026-01-01')).toBe('nation');
  });

  test('from its first day, up to but not including the day of its end', () => {
    expect(on('2019-09-30', 'region:31')).toBe('nation');
    expect(on('2019-10-01', 'region:31')).toBe('region:31');
    expect(on('2029-12-31', 'region:31')).toBe('region:31');
    expect(on('2030-01-01', 'region:31')).toBe('nation');
    expect(on('2017-12-31', 'region:31')).toBeUndefined();
  });
});

describe('mistakes are placed on their line', () => {
  test('two values of one place on one day', () => {
    const values = [value('until: 2020-01-02, period: 5 days'), value('from: 2020-01-01, period: 6 days')];
    expect(mistakesOf(rule('r', 'period', ...values))).toEqual(['rulebook/one.yaml:8 values-overlap']);
    const next = [value('until: 2020-01-01, period: 5 days'), value('from: 2020-01-01, period: 6 days')];
    expect(mistakesOf(rule('r', 'period', ...next))).toEqual([]);
  });

  test('a kind that changes within a rule, or two things in one value', () => {
    const values = [value('period: 5 days'), value('for: region:31, switch: true')];
    expect(mistakesOf(rule('r', 'period', ...values))).toEqual(['rulebook/one.yaml:8 kind-changes']);
    expect(mistakesOf(rule('r', 'period', value('period: 5 days, switch: true')))).toEqual([
      'rulebook/one.yaml:7 kind-changes',
    ]);
  });

  test('a source nobody described, and a confirmed value whose sources nobody read', () => {
    const unknown = '      - { period: 5 days, basis: [HEARSAY], confirmed: false }';
    const talk = '      - { period: 5 days, basis: [TALK], confirmed: true }';
    expect(mistakesOf(rule('r', 'period', unknown))).toEqual(['rulebook/one.yaml:7 source-unknown']);
    expect(mistakesOf(rule('r', 'period', talk))).toEqual(['rulebook/one.yaml:7 confirmed-without-text']);
  });

  test('a rule that stands twice, and one without a value of the nation that does not say why', () => {
    const twice = mistakesOf(
      rule('r', 'period', value('period: 5 days')),
      rule('r', 'period', value('period: 5 days')),
    );
    expect(twice).toEqual(['rulebook/one.yaml:8 rule-repeated']);
    expect(mistakesOf(rule('r', 'period', value('for: region:31, period: 5 days')))).toEqual([
      'rulebook/one.yaml:3 nation-missing',
    ]);
  });

  test.each([
    ['documents', 'documents: [poem]', 'document-kind-unknown'],
    ['reminders', 'reminders: [7, 30]', 'reminders-order'],
    ['majority', 'majority: { favour: 4/3, abstentionsCount: true }', 'share-wrong'],
    ['pattern', "pattern: '('", 'pattern-wrong'],
    ['period', 'period: 5 days, from: 2020-01-01, until: 2020-01-01', 'days-empty'],
    ['period', 'period: 5 weeks', 'shape-wrong'],
    ['period', 'period: 5 days, from: 2026-02-30', 'shape-wrong'],
    ['switch', 'switch: true, unit: { zh: 个, en: pieces }', 'unit-without-number'],
  ])('%s: %s', (kind, text, code) => {
    expect(mistakesOf(rule('r', kind, value(text)))).toEqual([`rulebook/one.yaml:7 ${code}`]);
  });

  test('all together, each with a remedy in both languages', () => {
    const { mistakes } = read(
      rule('r', 'documents', value('documents: [poem]')),
      rule('s', 'period', '      - { period: 5 days, basis: [HEARSAY], confirmed: false }'),
    );
    expect(mistakes.map(({ code }) => code)).toEqual(['document-kind-unknown', 'source-unknown']);
    for (const { what, remedy } of mistakes)
      for (const text of [what.zh, what.en, remedy.zh, remedy.en]) expect(text.length).toBeGreaterThan(5);
  });

  test('YAML that is none', () => {
    const found = readRulebook({
      sources: { file: 'sources.yaml', text: sources },
      documentKinds: { file: 'document-kinds.yaml', text: documentKinds },
      subjects: [{ file: 'broken.yaml', text: 'subject: [\n' }],
    });
    expect(found.mistakes[0]).toMatchObject({ file: 'broken.yaml', code: 'file-unreadable' });
  });
});
