import type { TextAccess, TextAsked } from '../../src/documents/text-access.ts';

/** Every rule of definitions/text-access.yaml with facts that fit it, and what it has to give. */
export const published = '2026-06-01';
export const dayBefore = '2026-05-31';
const committee = ['committee-member', 'committee-secretariat', 'department', 'province', 'authority'];
const rights = [...committee, 'association', 'enterprise'];
export const textRow = (facts: Partial<TextAsked>): Partial<TextAsked> => ({
  matter: 'published-text',
  publishedOn: published,
  ...facts,
});

export interface AccessRow {
  readonly rule: string;
  readonly facts: Partial<TextAsked>;
  /** What everybody gets from the day on. */
  readonly everyone: TextAccess;
  readonly from?: 'publishedOn' | 'opensOn';
  /** Groups that get the full text on any day; the stewards always do. */
  readonly full: readonly string[];
}

export const accessRows: readonly AccessRow[] = [
  {
    rule: 'special-regime',
    facts: textRow({ tier: 'national', nature: 'mandatory', regime: 'food-safety' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee.slice(1),
  },
  {
    rule: 'mandatory-national',
    facts: textRow({ tier: 'national', nature: 'mandatory' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'mandatory-national',
    facts: textRow({ tier: 'national', nature: 'mandatory', adopts: ['IDT'] }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'adopted-source-allows-full',
    facts: textRow({ tier: 'national', nature: 'voluntary', adopts: ['IDT'], licence: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'adopted-source-allows-preview',
    facts: textRow({ tier: 'national', nature: 'voluntary', adopts: ['MOD'], licence: 'preview', choice: 'full' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'adopted',
    facts: textRow({ tier: 'national', nature: 'voluntary', adopts: ['NEQ', 'IDT'], choice: 'full' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'adopted',
    facts: textRow({ tier: 'association', adopts: ['MOD'], licence: 'metadata', choice: 'full' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: rights,
  },
  {
    rule: 'voluntary-national-opened',
    facts: textRow({ tier: 'national', nature: 'voluntary', choice: 'full', adopts: ['NEQ'] }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'voluntary-national-preview',
    facts: textRow({ tier: 'national', nature: 'guiding', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'voluntary-national-closed',
    facts: textRow({ tier: 'national', nature: 'voluntary' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'sectoral-opened',
    facts: textRow({ tier: 'sectoral', choice: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'sectoral-preview',
    facts: textRow({ tier: 'sectoral', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'sectoral-closed',
    facts: textRow({ tier: 'sectoral' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'local',
    facts: textRow({ tier: 'local', choice: 'basic-data' }),
    everyone: 'full',
    from: 'publishedOn',
    full: committee,
  },
  {
    rule: 'association-full',
    facts: textRow({ tier: 'association', choice: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'association-main-content',
    facts: textRow({ tier: 'association', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'association-basic-data',
    facts: textRow({ tier: 'association', choice: 'basic-data' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'association-basic-data',
    facts: textRow({ tier: 'association' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: ['association'],
  },
  {
    rule: 'enterprise-full',
    facts: textRow({ tier: 'enterprise', choice: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: ['enterprise'],
  },
  {
    rule: 'enterprise-main-content',
    facts: textRow({ tier: 'enterprise', choice: 'main-content' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: ['enterprise'],
  },
  {
    rule: 'enterprise-basic-data',
    facts: textRow({ tier: 'enterprise' }),
    everyone: 'metadata',
    from: 'publishedOn',
    full: ['enterprise'],
  },
  {
    rule: 'other-source-full',
    facts: textRow({ tier: 'international', licence: 'full' }),
    everyone: 'full',
    from: 'publishedOn',
    full: [],
  },
  {
    rule: 'other-source-preview',
    facts: textRow({ tier: 'foreign', licence: 'preview' }),
    everyone: 'preview',
    from: 'publishedOn',
    full: [],
  },
  {
    rule: 'other-source',
    facts: textRow({ tier: 'international', choice: 'full' }),
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
    full: ['committee-member', 'reviewer', 'committee-secretariat', 'department', 'authority'],
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
    full: ['drafter', ...committee.slice(1)],
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
