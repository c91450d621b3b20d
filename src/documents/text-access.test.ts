import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { visitorAs } from '../../tests/support/document-desk.ts';
import { readDefinitions } from '../foundation/definitions.ts';
import { matterOf, rolesFor, textAccessTable } from './access-table.ts';
import { type TextAccess, type TextAsked, textAccess } from './text-access.ts';

const definitions = readDefinitions(join(import.meta.dirname, '../../definitions'));
const table = textAccessTable(definitions);

const everyRole = [
  'applicant',
  'drafter',
  'committee-member',
  'committee-secretariat',
  'committee-chair',
  'department',
  'province',
  'recommender',
  'authority',
  'association',
  'enterprise',
  'administrator',
  'auditor',
  'registrar',
  'operator',
] as const;
const published = '2026-06-01';
const dayBefore = '2026-05-31';
const committee = ['committee-member', 'committee-secretariat', 'department', 'province', 'authority'];
const rights = [...committee, 'association', 'enterprise'];
const text = (facts: Partial<TextAsked>): Partial<TextAsked> => ({
  matter: 'published-text',
  publishedOn: published,
  ...facts,
});

interface Row {
  readonly rule: string;
  readonly facts: Partial<TextAsked>;
  /** What everybody gets from the day on. */
  readonly everyone: TextAccess;
  readonly from?: 'publishedOn' | 'opensOn';
  /** Roles that get the full text on any day; the stewards always do. */
  readonly full: readonly string[];
}

const rows: readonly Row[] = [
  {
    rule: 'special-regime',
    facts: text({ tier: 'national', nature: 'mandatory', regime: 'food-safety' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee.slice(1),
  },
  {
    rule: 'mandatory-national',
    facts: text({ tier: 'national', nature: 'mandatory' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'mandatory-national',
    facts: text({ tier: 'national', nature: 'mandatory', adopts: ['IDT'] }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'adopted-source-allows-full',
    facts: text({ tier: 'national', nature: 'voluntary', adopts: ['IDT'], licence: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'adopted-source-allows-preview',
    facts: text({ tier: 'national', nature: 'voluntary', adopts: ['MOD'], licence: 'preview', choice: 'full' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'adopted',
    facts: text({ tier: 'national', nature: 'voluntary', adopts: ['NEQ', 'IDT'], choice: 'full' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'adopted',
    facts: text({ tier: 'association', adopts: ['MOD'], licence: 'metadata', choice: 'full' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'voluntary-national-opened',
    facts: text({ tier: 'national', nature: 'voluntary', choice: 'full', adopts: ['NEQ'] }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'voluntary-national-preview',
    facts: text({ tier: 'national', nature: 'guiding', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'voluntary-national-closed',
    facts: text({ tier: 'national', nature: 'voluntary' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'sectoral-opened',
    facts: text({ tier: 'sectoral', choice: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'sectoral-preview',
    facts: text({ tier: 'sectoral', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'sectoral-closed',
    facts: text({ tier: 'sectoral' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'local',
    facts: text({ tier: 'local', choice: 'basic-data' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'association-full',
    facts: text({ tier: 'association', choice: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'association-main-content',
    facts: text({ tier: 'association', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'association-basic-data',
    facts: text({ tier: 'association', choice: 'basic-data' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'association-basic-data',
    facts: text({ tier: 'association' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'enterprise-full',
    facts: text({ tier: 'enterprise', choice: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: ['enterprise'],
  },
  {
    rule: 'enterprise-main-content',
    facts: text({ tier: 'enterprise', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: ['enterprise'],
  },
  {
    rule: 'enterprise-basic-data',
    facts: text({ tier: 'enterprise' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: ['enterprise'],
  },
  {
    rule: 'other-source-full',
    facts: text({ tier: 'international', licence: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: [],
  },
  {
    rule: 'other-source-preview',
    facts: text({ tier: 'foreign', licence: 'preview' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: [],
  },
  {
    rule: 'other-source',
    facts: text({ tier: 'international', choice: 'full' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: [],
  },
  {
    rule: 'draft-for-comments',
    facts: { matter: 'draft-for-comments', opensOn: published },
    everyone: 'full',
    from: 'opensOn',
    full: ['drafter', ...committee.slice(1)],
  },
  {
    rule: 'draft-for-review',
    facts: { matter: 'draft-for-review', publishedOn: published, opensOn: published, choice: 'full' },
    everyone: 'none',
    full: ['committee-member', 'committee-secretariat', 'department', 'authority'],
  },
  {
    rule: 'ballot',
    facts: { matter: 'ballot', publishedOn: published },
    everyone: 'none',
    full: ['committee-secretariat', 'department'],
  },
  {
    rule: 'submission-set',
    facts: { matter: 'submission-set', publishedOn: published },
    everyone: 'none',
    full: ['drafter', 'committee-secretariat', 'department', 'recommender', 'authority'],
  },
  {
    rule: 'case-paper',
    facts: { matter: 'case-paper' },
    everyone: 'none',
    full: ['applicant', 'drafter', ...committee.slice(1)],
  },
  {
    rule: 'patent-material-published',
    facts: { matter: 'patent-material', choice: 'full', publishedOn: published },
    everyone: 'full',
    from: 'publishedOn',
    full: ['committee-member', 'committee-secretariat', 'department', 'authority'],
  },
  {
    rule: 'patent-material',
    facts: { matter: 'patent-material', publishedOn: published },
    everyone: 'none',
    full: ['committee-member', 'committee-secretariat', 'department', 'authority'],
  },
  {
    rule: 'public-notice',
    facts: { matter: 'public-notice', publishedOn: published },
    everyone: 'full',
    from: 'publishedOn',
    full: committee.slice(1),
  },
  {
    rule: 'paper-template',
    facts: { matter: 'paper-template', publishedOn: published },
    everyone: 'none',
    full: ['administrator'],
  },
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
    const wanted = everyRole.filter((role) => full.includes(role) || role === 'operator' || role === 'registrar');
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
    expect(asked({ matter: 'unknown', publishedOn: published }, published, ['authority'])).toMatchObject({
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
    expect(rolesFor(visitorAs('committee-member'), place)).toEqual(['committee-member']);
    expect(rolesFor(visitorAs('committee-member', ['01900000-0000-7000-8000-0000000000c2']), place)).toEqual([]);
    expect(rolesFor(visitorAs('authority', 'everywhere'), place)).toEqual(['authority']);
    expect(rolesFor(undefined, place)).toEqual([]);
  });

  test('who came by a personal link sees the one thing it is for', () => {
    const visitor = { ...visitorAs('committee-member'), task: { kind: 'case', key: 'one' } };
    expect(rolesFor(visitor, place)).toEqual(['committee-member']);
    expect(rolesFor(visitor, { ...place, subject: { kind: 'case', key: 'two' } })).toEqual([]);
    expect(rolesFor(visitor, { home: place.home })).toEqual([]);
  });
});
