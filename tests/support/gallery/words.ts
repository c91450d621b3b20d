import type { Frame } from '../../../src/portal/frame.ts';
import type { Language, LanguageText } from '../../../src/portal/languages.ts';
import type { ProofView } from '../../../src/portal/proof-box.tsx';
import type { SourceView, StandardLink, TitleView } from '../../../src/standards/pages/standard-link.ts';

/** The day the samples are shown on. */
export const today = '2026-08-15';

export function sampleFrame(lang: Language, days: Partial<Pick<Frame, 'asOf' | 'known' | 'strips'>> = {}): Frame {
  return {
    lang,
    today,
    asOf: today,
    known: today,
    parts: [
      { href: '/standards', label: { en: 'Standards', 'zh-Hans': '标准' }, isCurrent: true },
      { href: '/browse/tier', label: { en: 'Browse', 'zh-Hans': '浏览' }, isCurrent: false },
      { href: '/check-list', label: { en: 'Check a list', 'zh-Hans': '核对清单' }, isCurrent: false },
      { href: '/coverage', label: { en: 'Coverage', 'zh-Hans': '登记范围' }, isCurrent: false },
    ],
    strips: [{ kind: 'sample' }],
    otherLanguageHref: '?lang=other',
    stylesheetHref: 'style.css',
    logoHref: 'logo.svg',
    canonicalHref: 'https://register.example/standards/GB-9706.1-2020',
    places: { home: '/', bulkData: '/data', api: '/api', verify: '/verify', accessibility: '/accessibility' },
    ...days,
  };
}

/** A text of the page's language. */
export function both(lang: Language, en: string, zh: string): LanguageText {
  return lang === 'en' ? { text: en, lang: 'en' } : { text: zh, lang: 'zh-Hans' };
}

export function chinese(text: string): LanguageText {
  return { text, lang: 'zh-Hans' };
}

export function titles(zh: string | undefined, en: string | undefined): readonly TitleView[] {
  return [
    ...(zh === undefined ? [] : [{ text: zh, lang: 'zh-Hans', standing: 'official' as const }]),
    ...(en === undefined ? [] : [{ text: en, lang: 'en', standing: 'unofficial' as const }]),
  ];
}

const prefixes: readonly (readonly [RegExp, StandardLink['mark']])[] = [
  [/^GB\/T/, { tier: 'national', nature: 'voluntary' }],
  [/^GB\/Z/, { tier: 'national', nature: 'guiding' }],
  [/^GSB/, { tier: 'national', kind: 'reference-material' }],
  [/^GB /, { tier: 'national', nature: 'mandatory' }],
  [/^DB/, { tier: 'local', nature: 'voluntary' }],
  [/^T\//, { tier: 'association' }],
  [/^Q\//, { tier: 'enterprise' }],
  [/^(ISO|IEC|IWA)/, { tier: 'international' }],
  [/^(EN|BS|ASTM)/, { tier: 'foreign' }],
];

/** A link as a query would make it, with the mark the prefix stands for. */
export function link(number: string, more: Partial<StandardLink> = {}): StandardLink {
  const mark = prefixes.find(([prefix]) => prefix.test(number))?.[1] ?? { tier: 'sectoral', nature: 'voluntary' };
  return { number, href: `/standards/${number.replaceAll(/[/: ]/g, '-')}`, mark, ...more };
}

export function proof(): ProofView {
  return {
    leafIndex: 4_207_331,
    leafHash: '3f9c2b7de0a1458c9b6f0d417c25e8f3a90b1c64d7e2f58890c3a1b2d4e5a17e',
    treeSize: 4_207_360,
    sealedAt: '2026-08-16T02:00:01+08:00',
    downloadHref: '/api/v1/proofs/4207331',
    verifyHref: '/verify',
  };
}

export function source(lang: Language): SourceView {
  return {
    name: both(lang, 'List of medical-device standards', '医疗器械标准名录'),
    href: 'https://source.example/standards',
    asOf: '2026-08-15',
    licence: 'CC BY 4.0',
  };
}
