import type { Language } from '../../../src/portal/languages.ts';
import type {
  BrowseView,
  CompareView,
  CoverageRow,
  CoverageView,
  GoneView,
  HomeView,
  TierFigure,
} from '../../../src/standards/pages/register-view.ts';
import type { ChoiceView } from '../../../src/standards/pages/search-view.ts';
import { pages, result, results } from './list-samples.ts';
import { both, chinese, link, proof, source, titles } from './words.ts';

/** The home page while the founding data are still coming in and the database can not be asked. */
export function arrivingHomeSample(lang: Language): HomeView {
  const { figures: _figures, coming: _coming, ...rest } = homeSample(lang);
  return { ...rest, arriving: { step: 'recording', done: 10_000, total: 14_998 } };
}

export function homeSample(lang: Language): HomeView {
  const figure = (tier: TierFigure['tier'], records: number, completeness: TierFigure['completeness']): TierFigure => ({
    tier,
    records,
    href: `/browse/tier/${tier}`,
    parts: [],
    completeness,
    asOf: '2025-06',
  });
  const coming = (number: string, zh: string, en: string, inForceFrom: string) => ({
    standard: link(number, { title: both(lang, en, zh) }),
    inForceFrom,
  });
  return {
    searchAction: '/standards',
    examples: ['GB9706.1—2020', 'gbt 42062', 'ISO 14971', 'medical'].map((text) => ({
      label: { text, lang: 'en' },
      href: `/standards?q=${text}`,
    })),
    checkListHref: '/check-list',
    figures: [
      {
        ...figure('national', 2_064, 'partial'),
        asOf: '2026-08-15',
        parts: [
          { label: both(lang, 'mandatory', '强制性'), records: 204, href: '/browse/tier/national?nature=mandatory' },
          { label: both(lang, 'voluntary', '推荐性'), records: 1_801, href: '/browse/tier/national?nature=voluntary' },
          { label: both(lang, 'guiding', '指导性'), records: 59, href: '/browse/tier/national?nature=guiding' },
        ],
      },
      figure('sectoral', 1_828, 'partial'),
      figure('local', 69, 'sample'),
      figure('association', 40, 'sample'),
      figure('enterprise', 0, 'none'),
      figure('international', 14_998, 'partial'),
    ],
    coverageHref: '/coverage',
    coming: [
      coming(
        'GB/T 16886.17-2025',
        '医疗器械生物学评价 第17部分：医疗器械成分的毒理学风险评估',
        'Biological evaluation of medical devices - Part 17: Toxicological risk assessment',
        '2026-09-01',
      ),
      coming(
        'YY 0451-2023',
        '一次性使用便携式输注泵 非电驱动',
        'Portable infusion pumps for single use - Non electrically driven',
        '2026-09-15',
      ),
      coming(
        'GB 8599-2023',
        '大型压力蒸汽灭菌器技术要求',
        'Large steam sterilizers - Technical requirements',
        '2026-10-01',
      ),
      coming(
        'GB/Z 44877-2024',
        '医疗器械灭菌 环氧乙烷灭菌过程参数放行指南',
        'Sterilization of medical devices - Guidance on parametric release',
        '2026-11-01',
      ),
    ],
    comingHref: '/standards?status=notYetInForce',
    comingFeedHref: '/feeds/coming.atom',
    services: [
      {
        label: both(lang, 'Check a list', '核对清单'),
        href: '/check-list',
        about: both(lang, 'Up to ten thousand numbers, as they lie in a file.', '最多一万个标准号，按文件原样。'),
      },
      {
        label: both(lang, 'Browse', '浏览'),
        href: '/browse/tier',
        about: both(lang, 'By tier, class, region, sector or committee.', '按层级、类目、地区、行业或归口单位。'),
      },
      {
        label: both(lang, 'Take the data', '取走数据'),
        href: '/data',
        about: both(lang, 'The whole register, with its hash.', '全部登记数据，附散列值。'),
      },
      {
        label: both(lang, 'Verify', '自行验证'),
        href: '/verify',
        about: both(lang, 'Check offline that nobody rewrote history.', '离线核对历史没有被改写。'),
      },
    ],
  };
}

export function browseSample(lang: Language): BrowseView {
  const entry = (code: string, en: string, records: number, children: BrowseView['entries'] = []) => ({
    code,
    label: { text: en, lang: 'en' },
    href: `/browse/ics/${code}`,
    records,
    children,
  });
  return {
    by: 'ics',
    ways: waysSample(),
    path: [{ label: { text: '11 Health care technology', lang: 'en' }, href: '/browse/ics/11' }],
    entries: [
      entry('11.040', 'Medical equipment', 1_102, [
        entry('11.040.01', 'Medical equipment in general', 96),
        entry('11.040.10', 'Anaesthetic, respiratory and reanimation equipment', 311),
      ]),
      entry('11.060', 'Dentistry', 214),
      entry('11.120', 'Pharmaceutics', 0),
    ],
    standards: results(lang).slice(0, 2),
    without: { records: 2_301, href: '/standards?ics=none' },
    total: 1_316,
    pagination: pages(1, 3),
  };
}

/** No record names a drafting organization. */
export function emptyBrowseSample(): BrowseView {
  return {
    by: 'organization',
    ways: waysSample(),
    path: [],
    entries: [],
    standards: [],
    total: 0,
    pagination: { kind: 'cursor' },
  };
}

/** A tier of which there is next to nothing, and why. */
export function nearlyEmptySample(lang: Language): BrowseView {
  return {
    by: 'tier',
    ways: waysSample(),
    path: [{ label: both(lang, 'Enterprise standards', '企业标准'), href: '/browse/tier/enterprise' }],
    entries: [],
    standards: [result('Q/SAMPLE 12-2021', '样例企业标准', undefined, 'inForce', { publishedOn: '2021-03' })],
    total: 1,
    pagination: pages(1, 1),
    nearlyEmpty: {
      reason: both(
        lang,
        'no source with a permissive licence lists enterprise standards.',
        '没有许可允许转载的企业标准名录。',
      ),
      href: '/coverage',
    },
  };
}

function waysSample(): BrowseView['ways'] {
  return (['tier', 'ics', 'ccs', 'region', 'sector', 'committee', 'organization'] as const).map((by) => ({
    by,
    href: `/browse/${by}`,
  }));
}

export function coverageSample(lang: Language): CoverageView {
  const row = (
    en: string,
    zh: string,
    records: number,
    completeness: CoverageRow['completeness'],
    mark: CoverageRow['mark'],
  ): CoverageRow => ({
    of: both(lang, en, zh),
    records,
    completeness,
    mark,
    href: records > 0 ? '/browse/tier' : undefined,
    sources: records > 0 ? [source(lang)] : [],
    remark: completeness === 'none' ? both(lang, 'No list may be republished.', '没有可转载的名录。') : undefined,
  });
  return {
    tiers: [
      row('National standards', '国家标准', 2_064, 'partial', { tier: 'national', nature: 'voluntary' }),
      row('Local standards', '地方标准', 69, 'sample', { tier: 'local' }),
      row('Enterprise standards', '企业标准', 0, 'none', { tier: 'enterprise' }),
      row('International documents', '国际标准', 14_998, 'complete', { tier: 'international' }),
    ],
    sectors: [row('YY, medicine', 'YY 医药', 1_802, 'partial', undefined)],
    regions: [],
  };
}

export function goneSample(lang: Language): GoneView {
  return {
    number: 'GB 97061-2020',
    mark: { tier: 'national', nature: 'mandatory' },
    annulledOn: '2026-08-14',
    by: both(lang, 'Registrar of this register', '本登记簿登记岗'),
    under: both(lang, 'Correction procedure', '更正程序'),
    reason: both(lang, 'the point in the number was lost when the list was read', '读入名录时编号中的圆点丢失'),
    useInstead: [link('GB 9706.1-2020')],
    bornBy: [],
    beforeHref: '/standards/GB-97061-2020?known=2026-08-13',
    proof: proof(),
  };
}

export function compareSample(lang: Language): CompareView {
  const text = (value: string) => [{ text: value, lang }];
  return {
    left: link('GB 9706.1-2007'),
    right: link('GB 9706.1-2020'),
    action: '/compare',
    choices: ['GB 9706.1-1995', 'GB 9706.1-2007', 'GB 9706.1-2020'].map((number) => link(number)),
    rows: [
      { field: both(lang, 'Published', '发布'), left: [], right: text('2020-04-09'), isSame: false },
      {
        field: both(lang, 'Chinese title', '中文题名'),
        left: [chinese('医用电气设备 第1部分：安全通用要求')],
        right: [chinese('医用电气设备 第1部分：基本安全和基本性能的通用要求')],
        isSame: false,
      },
      {
        field: both(lang, 'Replaces', '代替'),
        left: text('GB 9706.1-1995'),
        right: [...text('GB 9706.1-2007'), ...text('GB 9706.15-2008')],
        isSame: false,
      },
      {
        field: both(lang, 'Tier', '层级'),
        left: [both(lang, 'National, mandatory', '强制性国家标准')],
        right: [both(lang, 'National, mandatory', '强制性国家标准')],
        isSame: true,
      },
    ],
  };
}

export function choiceSample(lang: Language): ChoiceView {
  return {
    number: 'Q/SAMPLE 12-2021',
    choices: [
      {
        result: result('Q/SAMPLE 12-2021', '样例监护仪', undefined, 'inForce', { publishedOn: '2021-03' }),
        distinction: both(lang, 'Sample Devices Ltd.', '样例医疗器械有限公司'),
      },
      {
        result: {
          ...result('Q/SAMPLE 12-2021', '样例水杯', undefined, 'unknown'),
          titles: titles('样例水杯', undefined),
        },
        distinction: both(lang, 'Sample Cups Ltd.', '样例杯业有限公司'),
      },
    ],
  };
}
