import type { Language } from '../../../src/portal/languages.ts';
import type { StandardView } from '../../../src/standards/pages/standard-view.ts';
import { emptyStandard, fullStandard, noDates, noStatus } from './standard-samples.ts';
import { both, link, source, titles } from './words.ts';

/** One made-up standard in each status a reader can meet. */
export function standardsByStatus(lang: Language): Readonly<Record<string, StandardView>> {
  const of = (number: string, more: Partial<StandardView>): StandardView => ({
    ...emptyStandard(lang, number),
    titles: titles('样例设备 通用要求', 'Sample equipment - General requirements'),
    ...more,
  });
  return {
    'not-yet-in-force': of('GB 99901-2025', {
      status: {
        ...noStatus,
        code: 'notYetInForce',
        usableBeside: [link('GB 99901-2015')],
        transitionEndsOn: '2026-10-01',
      },
      dates: { ...noDates, publishedOn: '2025-09-25', implementations: [{ on: '2026-10-01' }] },
      editions: [
        {
          standard: link('GB 99901-2015'),
          isThis: false,
          publishedOn: '2015-02-03',
          inForceFrom: '2016-03-01',
          endedOn: '2026-10-01',
          isEndInferred: true,
          hasEnded: false,
        },
        {
          standard: link('GB 99901-2025'),
          isThis: true,
          publishedOn: '2025-09-25',
          inForceFrom: '2026-10-01',
          isEndInferred: false,
          hasEnded: false,
        },
      ],
    }),
    superseded: of('GB/T 99902-2007', {
      status: {
        ...noStatus,
        code: 'superseded',
        since: '2023-05-01',
        replacedBy: [link('GB/T 99902.1-2020'), link('GB/T 99902.2-2020')],
      },
      dates: { ...noDates, publishedOn: '2007-06', implementations: [{ on: '2008-01-01' }], endedOn: '2023-05-01' },
    }),
    withdrawn: of('DB31/T 9903-2012', {
      status: {
        ...noStatus,
        code: 'withdrawn',
        since: '2021-07-01',
        endedBy: both(lang, 'Sample Provincial Administration', '样例省市场监督管理局'),
        endedUnder: both(lang, 'Announcement 2021 No. 5 (sample)', '2021年第5号公告（样例）'),
        reason: both(lang, 'review found it outdated', '复审结论为废止'),
        useInstead: [link('GB/T 99904-2020')],
      },
      dates: { ...noDates, publishedOn: '2012', endedOn: '2021-07-01' },
    }),
    'number-cancelled': of('T/SAMPLE 17-2019', {
      status: {
        ...noStatus,
        code: 'numberCancelled',
        since: '2022-02-01',
        reason: both(lang, 'numbered against the rules', '编号不符合规定'),
      },
    }),
    unknown: of('YY/T 9905-2017', { dates: noDates }),
    reported: of('Q/SAMPLE 12-2021', { status: { ...noStatus, code: 'inForce', reportedBy: source(lang) } }),
    guiding: of('GB/Z 99906-2024', {
      status: { ...noStatus, code: 'inForce', since: '2024-11-01' },
      dates: { ...noDates, publishedOn: '2024-11-01', hasNoImplementationDay: true },
    }),
    'in-development': of('ISO/DIS 99907', {
      titles: titles(undefined, 'Sample devices - Breathing therapy - Masks and application accessories'),
      status: {
        ...noStatus,
        code: 'inDevelopment',
        stage: { scheme: 'iso', code: '40.60', name: both(lang, 'close of voting', '投票结束'), since: '2026-07-30' },
      },
    }),
    untitled: of('JJF 9908-2010', { titles: [], mark: { tier: 'national', kind: 'metrology' } }),
    'many-relations': {
      ...fullStandard(lang),
      relations: Array.from({ length: 14 }, (_, index) => ({
        kind: 'replaces' as const,
        target: link(`GB/T 999${10 + index}-2001`, { status: 'superseded' }),
        isPartial: index === 2,
      })),
    },
    'long-number': of('ISO/IEC/IEEE 29119-1:2013/Amd 1:2022', {
      status: { ...noStatus, code: 'inForce', since: '2022-05' },
      titles: titles(
        undefined,
        'Software and systems engineering - Software testing - Part 1: Concepts and definitions',
      ),
      dates: { ...noDates, publishedOn: '2022-05' },
    }),
  };
}
