import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { visitorAs } from '../../tests/support/document-desk.ts';
import { dayBefore, published, accessRows as rows, textRow as text } from '../../tests/support/text-access-rows.ts';
import { readDefinitions } from '../foundation/definitions.ts';
import { matterOf, rolesFor, textAccessTable } from './access-table.ts';
import { type TextAsked, textAccess } from './text-access.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));
const table = textAccessTable(definitions);

/** The groups of the permission matrix, written here once more: what the table says of them is tested too. */
const groups: Readonly<Record<string, readonly string[]>> = {
  'committee-member': ['tc-member', 'tc-chair', 'tc-vice-chair'],
  reviewer: ['review-expert'],
  'committee-secretariat': ['tc-secretary', 'tc-secretary-general'],
  department: ['department-officer', 'department-approver', 'delegated-officer'],
  province: ['provincial-officer', 'provincial-approver', 'city-officer', 'city-approver'],
  recommender: ['provincial-officer', 'provincial-approver'],
  authority: ['sac-officer', 'sac-approver', 'evaluation-officer'],
  drafter: ['drafter', 'project-leader'],
  association: ['association-officer', 'association-approver'],
  enterprise: ['enterprise-officer'],
  administrator: ['administrator'],
};
const everyRole = [
  ...new Set(Object.values(groups).flat()),
  'tc-observer',
  'county-officer',
  'auditor',
  'publisher',
  'statistician',
  'registrar',
  'operator',
];
const asked = (facts: Partial<TextAsked>, day: string, roles: readonly string[] = []) =>
  textAccess(table, { matter: '', ...facts, day, roles });

describe.each(rows)('$rule: $facts', ({ rule, facts, everyone, from, full }) => {
  test('gives everybody what it says from its day on, and not a day before', () => {
    expect(asked(facts, published)).toMatchObject({ access: everyone, rule: { id: rule } });
    expect(asked(facts, '2031-01-01').access).toBe(everyone);
    expect(asked(facts, dayBefore)).toMatchObject(
      from === undefined ? { access: 'none' } : { access: 'none', later: { access: everyone, on: published } },
    );
    expect(asked(facts, published).from).toBe(from === undefined ? undefined : published);
    const { publishedOn: _published, opensOn: _opens, ...undated } = facts;
    expect(asked(undated, '2031-01-01').access).toBe('none');
  });

  test('gives the full text to the roles it names on any day, and to no other', () => {
    const given = (day: string) => everyRole.filter((role) => asked(facts, day, [role]).access === 'full');
    const wanted = everyRole.filter(
      (role) => full.some((group) => groups[group]?.includes(role)) || role === 'operator' || role === 'registrar',
    );
    expect(given(dayBefore)).toEqual(wanted);
    expect(given(published)).toEqual(everyone === 'full' ? everyRole : wanted);
  });
});

describe('the table', () => {
  test('is tested rule by rule', () => {
    expect(new Set(rows.map(({ rule }) => rule))).toEqual(new Set(table.rules.map(({ id }) => id)));
  });

  test('speaks of every matter of the list of kinds of document', () => {
    const matters = definitions.codelist('document-kinds').entries.map(({ extra }) => extra['matter'] ?? '');
    for (const matter of matters) expect(asked({ matter }, published).rule.id).not.toBe('no-rule');
    expect(matterOf(definitions, 'announcement', published)).toBe('public-notice');
  });

  test('gives nothing for a matter it does not speak of, but to the stewards', () => {
    expect(asked({ matter: 'unknown', publishedOn: published }, published, ['sac-officer'])).toMatchObject({
      access: 'none',
      rule: { id: 'no-rule' },
    });
    expect(asked({ matter: 'unknown' }, published, ['registrar']).access).toBe('full');
  });

  test('has both languages and a basis for every rule', () => {
    for (const { sentence, basis } of table.rules)
      for (const words of [sentence.zh, basis.zh]) expect(words).toMatch(/[一-鿿]/);
  });
});

describe('a mandatory national text', () => {
  test('is due on the page twenty days after its publication, and the rule says that this is not confirmed', () => {
    const facts = text({ tier: 'national', nature: 'mandatory' });
    expect(asked(facts, dayBefore).due).toMatchObject({ on: '2026-06-21', confirmed: false });
    expect(asked(facts, '2026-07-01').due?.on).toBe('2026-06-21');
    expect(asked(text({ tier: 'national', nature: 'voluntary' }), published).due).toBeUndefined();
  });
});

describe('a visitor', () => {
  const place = { home: '01900000-0000-7000-8000-0000000000c1', subject: { kind: 'case', key: 'one' } } as const;

  test('stands in a role only before things of a home that the appointment covers', () => {
    expect(rolesFor(visitorAs('tc-member'), place)).toEqual(['tc-member']);
    expect(rolesFor(visitorAs('tc-member', ['01900000-0000-7000-8000-0000000000c2']), place)).toEqual([]);
    expect(rolesFor(visitorAs('sac-officer', 'everywhere'), place)).toEqual(['sac-officer']);
    expect(rolesFor(undefined, place)).toEqual([]);
  });

  test('who came by a personal link sees the one thing it is for', () => {
    const visitor = { ...visitorAs('tc-member'), task: { kind: 'case', key: 'one' } };
    expect(rolesFor(visitor, place)).toEqual(['tc-member']);
    expect(rolesFor(visitor, { ...place, subject: { kind: 'case', key: 'two' } })).toEqual([]);
    expect(rolesFor(visitor, { home: place.home })).toEqual([]);
  });
});
