import type { Language } from '../../../src/portal/languages.ts';
import type { NoResultView } from '../../../src/standards/pages/search-view.ts';
import { results } from './list-samples.ts';
import { both, today } from './words.ts';

export function noResultSample(lang: Language): NoResultView {
  return {
    asked: { query: 'GB 9706.1-2021', sort: 'relevance', asOf: today, action: '/standards', hidden: [] },
    reading: {
      kind: 'recognized',
      number: 'GB 9706.1-2021',
      explanation: both(
        lang,
        'Mandatory national standard 9706, part 1, edition 2021.',
        '强制性国家标准 9706 第 1 部分，2021 年版。',
      ),
      coverage: {
        of: both(lang, 'national standards', '国家标准'),
        records: 2_064,
        completeness: 'partial',
        asOf: '2026-08-15',
        href: '/coverage',
      },
    },
    nearest: results(lang).slice(0, 2),
    spellings: [{ query: 'GB 9706.1', href: '/standards?q=GB+9706.1', count: 4, isApproximate: false }],
    committees: [],
    indexingToGo: 0,
  };
}

/** Looks like a number and is not one. */
export function malformedSample(lang: Language): NoResultView {
  return {
    ...noResultSample(lang),
    asked: { query: 'GBB/T 12x4-20', sort: 'relevance', asOf: today, action: '/standards', hidden: [] },
    reading: {
      kind: 'malformed',
      position: 9,
      why: both(lang, 'A serial number holds digits only.', '顺序号只含数字。'),
    },
    nearest: [],
    spellings: [],
    withoutFilters: undefined,
  };
}

/** Words that are found, but not under the chosen conditions. */
export function filteredAwaySample(lang: Language): NoResultView {
  return {
    ...malformedSample(lang),
    asked: { query: 'medical', sort: 'relevance', asOf: today, action: '/standards', hidden: [] },
    reading: { kind: 'words' },
    committees: ['ISO/TC 194', 'ISO/TC 210'].map((reference) => ({
      reference,
      name: both(lang, 'Sample committee', '样例技术委员会'),
      href: `/browse/committee/${encodeURIComponent(reference)}`,
    })),
    withoutFilters: { href: '/standards?q=medical', count: 295 },
  };
}

/** Words that nothing here matches. */
export function unknownWordsSample(lang: Language): NoResultView {
  return {
    ...malformedSample(lang),
    asked: { query: 'zzqqxx', sort: 'relevance', asOf: today, action: '/standards', hidden: [] },
    reading: { kind: 'words' },
  };
}
