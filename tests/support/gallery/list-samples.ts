import type { Language } from '../../../src/portal/languages.ts';
import type { PaginationView } from '../../../src/portal/pagination.tsx';
import type { StatusCode } from '../../../src/portal/register-codes.ts';
import type { RelationsView } from '../../../src/standards/pages/relations-page.tsx';
import type { ResultView, SearchView } from '../../../src/standards/pages/search-view.ts';
import { both, link, titles, today } from './words.ts';

type Facts = Partial<ResultView['facts']>;

export function result(
  number: string,
  zh: string | undefined,
  en: string | undefined,
  status: StatusCode,
  facts: Facts = {},
): ResultView {
  return {
    standard: link(number, { status }),
    titles: titles(zh, en),
    facts: { status, replacedBy: [], replacesCount: 0, ...facts },
  };
}

export function results(lang: Language): readonly ResultView[] {
  return [
    result(
      'GB 9706.1-2020',
      '医用电气设备 第1部分：基本安全和基本性能的通用要求',
      'Medical electrical equipment - Part 1: General requirements for basic safety and essential performance',
      'inForce',
      {
        inForceFrom: '2023-05-01',
        adopts: { number: 'IEC 60601-1:2005+A2:2020', degree: 'MOD' },
        replacesCount: 3,
      },
    ),
    result(
      'GB/T 42062-2022',
      '医疗器械 风险管理对医疗器械的应用',
      'Medical devices - Application of risk management to medical devices',
      'inForce',
      {
        inForceFrom: '2023-11-01',
        adopts: { number: 'ISO 14971:2019', degree: 'IDT' },
      },
    ),
    result(
      'ISO 14971:2019',
      undefined,
      'Medical devices - Application of risk management to medical devices',
      'inForce',
      {
        publishedOn: '2019-12',
        committee: { text: 'ISO/TC 210', lang: 'en' },
        adoptedAs: link('GB/T 42062-2022'),
      },
    ),
    result(
      'YY/T 1996-2025',
      '采用脑机接口技术的医疗器械 具备闭环功能的植入式神经刺激器 感知与响应性能测试方法',
      'Medical Devices Using Brain-Computer Interface Technology',
      'notYetInForce',
      {
        publishedOn: '2025-09-25',
        inForceFrom: '2027-10-01',
      },
    ),
    result(
      'ISO/DIS 17510',
      undefined,
      'Medical devices - Sleep apnoea breathing therapy - Masks and application accessories',
      'inDevelopment',
      {
        stage: { scheme: 'iso', code: '40.60', name: both(lang, 'close of voting', '投票结束') },
        committee: { text: 'ISO/TC 121/SC 3', lang: 'en' },
      },
    ),
    result(
      'IEC 60601-2-12:2001',
      undefined,
      'Medical electrical equipment - Part 2-12: Particular requirements for the safety of lung ventilators - Critical care ventilators',
      'superseded',
      {
        replacedBy: [link('ISO 80601-2-12:2011')],
      },
    ),
    result(
      'YY/T 0287-2017',
      '医疗器械质量管理体系用于法规的要求',
      'Quality Management Systems for Medical Devices',
      'unknown',
      {
        adopts: { number: 'ISO 13485:2016' },
      },
    ),
  ];
}

export const pages = (current: number, last: number): PaginationView => ({
  kind: 'pages',
  current,
  last,
  hrefOf: (page) => `/standards?q=medical&page=${page}`,
});

const facetHref = '/standards?q=medical&facet=1';

/** What comes into force, the nearest first. */
export function comingSample(lang: Language): readonly ResultView[] {
  return results(lang).filter(({ facts }) => facts.status === 'notYetInForce');
}

export function searchSample(lang: Language): SearchView {
  const item = (count: number, shown: SearchView['facets'][number]['items'][number]['shown'], isChosen = false) => ({
    href: facetHref,
    count,
    isChosen,
    shown,
  });
  const text = (en: string, zh: string) => ({ kind: 'text' as const, label: both(lang, en, zh) });
  return {
    asked: {
      query: lang === 'en' ? 'medical' : '医疗',
      sort: 'relevance',
      asOf: today,
      action: '/standards',
      hidden: [],
    },
    total: 208,
    isTotalApproximate: false,
    highlight: [lang === 'en' ? 'medical' : '医疗'],
    committees: [
      {
        reference: 'ISO/TC 210',
        name: { text: 'Quality management and corresponding general aspects for medical devices', lang: 'en' },
        href: '/browse/committee/ISO%2FTC%20210',
      },
    ],
    indexingToGo: 0,
    results: results(lang),
    facets: [
      {
        name: both(lang, 'Tier', '层级').text,
        isApproximate: false,
        items: [
          item(187, { kind: 'tier', mark: { tier: 'international' } }),
          item(15, { kind: 'tier', mark: { tier: 'national', nature: 'voluntary' } }),
          item(4, { kind: 'tier', mark: { tier: 'sectoral' } }),
          item(1, { kind: 'tier', mark: { tier: 'national', nature: 'mandatory' } }),
          item(1, { kind: 'tier', mark: { tier: 'national', nature: 'guiding' } }),
        ],
      },
      {
        name: both(lang, 'Status on 15 August 2026', '2026年8月15日的状态').text,
        isApproximate: false,
        items: (['superseded', 'inForce', 'inDevelopment', 'withdrawn', 'unknown', 'notYetInForce'] as const).map(
          (status, index) => item([93, 83, 19, 8, 4, 1][index] ?? 0, { kind: 'status', status }),
        ),
      },
      {
        name: both(lang, 'Year', '年份').text,
        isApproximate: false,
        items: [
          item(45, text('2020 and later', '2020 年以来')),
          item(65, text('2010 to 2019', '2010 至 2019 年')),
          item(98, text('Before 2010', '2010 年以前')),
        ],
      },
      {
        name: both(lang, 'ICS group', 'ICS 组').text,
        isApproximate: true,
        items: [
          item(129, text('11.040 Medical equipment', '11.040 医疗设备')),
          item(34, text('11.100 Laboratory medicine', '11.100 检验医学')),
        ],
        moreHref: facetHref,
      },
      { name: both(lang, 'Sector', '行业').text, isApproximate: false, items: [item(208, text('All', '全部'))] },
    ],
    chosen: [],
    pagination: pages(1, 26),
    downloads: ['CSV', 'XLSX', 'JSON Lines'].map((label) => ({
      label: { text: label, lang: 'en' },
      href: `/standards.${label}`,
    })),
    followHref: '/follow?q=medical',
    orderExplainedHref: '/docs/order',
  };
}

/** A question read as a number, narrowed, at a past day, while the index is being built. */
export function narrowedSearch(lang: Language): SearchView {
  const base = searchSample(lang);
  return {
    ...base,
    asked: { ...base.asked, query: 'GB9706.1', asOf: '2010-01-01', hidden: [{ name: 'tier', value: 'national' }] },
    total: 1200,
    isTotalApproximate: true,
    readAs: {
      number: 'GB 9706.1',
      explanation: both(
        lang,
        'National mandatory standard 9706, part 1, all editions.',
        '强制性国家标准 9706 第 1 部分，各版次。',
      ),
    },
    committees: [],
    indexingToGo: 48_210,
    chosen: [
      {
        facet: both(lang, 'Tier', '层级').text,
        value: both(lang, 'National, mandatory', '强制性国家标准').text,
        removeHref: '/standards?q=GB9706.1',
      },
    ],
    facets: base.facets
      .map((facet, index) =>
        index === 0
          ? { ...facet, items: facet.items.slice(3, 4).map((entry) => ({ ...entry, isChosen: true })) }
          : facet,
      )
      .slice(0, 2),
    pagination: pages(7, 26),
  };
}

/** The number asked for is not held; another edition of it is. */
export function notHeldSearch(lang: Language): SearchView {
  const base = searchSample(lang);
  const found = results(lang).slice(0, 1);
  return {
    ...base,
    asked: { ...base.asked, query: 'GB 9706.1-2021' },
    total: found.length,
    results: found,
    committees: [],
    facets: [],
    notHeld: {
      number: 'GB 9706.1-2021',
      coverage: {
        of: both(lang, 'National standards', '国家标准'),
        records: 404,
        completeness: 'partial',
        asOf: '2026-08-15',
        href: '/coverage',
      },
    },
    pagination: pages(1, 1),
  };
}

/** A page of the many standards that cite one. */
export function relationsSample(): RelationsView {
  const href = '/standards/GB-9706.1-2020';
  return {
    standard: { number: 'GB 9706.1-2020', href },
    counts: [{ kind: 'citedBy', count: 312 }],
    relations: Array.from({ length: 40 }, (_, index) => ({
      kind: 'citedBy' as const,
      target: link(`YY ${9706 + index}-2021`),
    })),
    pagination: { kind: 'cursor', nextHref: `${href}/relations?kind=citedBy&cursor=1` },
  };
}
