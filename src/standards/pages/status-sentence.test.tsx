import { expect, test } from 'vitest';
import { fullStandard, noDates, noStatus } from '../../../tests/support/gallery/standard-samples.ts';
import { link, source } from '../../../tests/support/gallery/words.ts';
import type { Language } from '../../portal/languages.ts';
import { statusCodes, type TierMarkOf } from '../../portal/register-codes.ts';
import type { DatesView, StatusView } from './standard-view.ts';
import { StatusSentence } from './status-sentence.tsx';

const today = '2026-08-15';
const mandatory: TierMarkOf = { tier: 'national', nature: 'mandatory' };

interface Asked {
  readonly lang?: Language;
  readonly asOf?: string;
  readonly mark?: TierMarkOf;
  readonly status: Partial<StatusView>;
  readonly dates?: Partial<DatesView>;
}

function says({ lang = 'en', asOf = today, mark = mandatory, status, dates = {} }: Asked): string {
  const html = String(
    <StatusSentence
      lang={lang}
      today={today}
      asOf={asOf}
      mark={mark}
      status={{ ...noStatus, ...status }}
      dates={{ ...noDates, ...dates }}
    />,
  );
  return html
    .replaceAll(/<\/p>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .trim();
}

test('a mandatory standard in force says since when, what that means, and that its review is overdue', () => {
  const { status, dates } = fullStandard('en');
  expect(says({ status, dates })).toBe(
    [
      'It holds today. In force since 1 May 2023, for 3 years and 3 months; nothing in the register replaces it.',
      'Mandatory: products and services that do not conform may not be produced, sold, imported or provided (Standardization Law, art. 25).',
      'Review overdue by 1 year and 4 months. The cycle is generally at most five years, so it was due by 9 April 2025; the register holds no review (Standardization Law, art. 29).',
    ].join('\n'),
  );
  expect(says({ lang: 'zh-Hans', status, dates }).split('\n')[0]).toBe(
    '今天有效。自 2023年5月1日起实施，至今 3 年 3 个月；登记簿中没有代替它的标准。',
  );
});

test('a standard that will be replaced says when, by what, and that the new edition can be used already', () => {
  const status: Partial<StatusView> = {
    code: 'inForce',
    since: '2020-01-01',
    until: '2026-09-01',
    replacedBy: [link('GB 2-2026')],
    usableBeside: [link('GB 2-2026')],
    transitionEndsOn: '2026-09-01',
  };
  const text = says({ status });
  expect(text).toContain('GB 2-2026 replaces it on 1 September 2026, in 17 days.');
  expect(text).toContain(
    'GB 2-2026 can be used as well, until the day before 1 September 2026 (Administrative Measures for National Standards).',
  );
  expect(says({ lang: 'zh-Hans', status })).toContain('2026年9月1日起由 GB 2-2026 代替，还有 17 天。');
});

test('on a past day the sentence speaks of that day', () => {
  expect(
    says({
      asOf: '2010-01-01',
      status: { code: 'inForce', since: '2008-01-01', until: '2023-05-01', replacedBy: [link('GB 2-2020')] },
    }),
  ).toMatch(/^It held on 1 January 2010\. In force since 1 January 2008\. GB 2-2020 replaced it on 1 May 2023\./);
  expect(says({ asOf: '2010-01-01', status: { code: 'notYetPublished' }, dates: { publishedOn: '2020-04-09' } })).toBe(
    'On 1 January 2010 it was not yet published. Its publication is dated 9 April 2020.',
  );
  expect(says({ asOf: '2027-01-01', status: { code: 'inForce', since: '2020-01-01' } })).toContain(
    'as far as the register knows today',
  );
});

test('a withdrawn standard says since when, by whom, under what, why, and what to use', () => {
  expect(
    says({
      status: {
        code: 'withdrawn',
        since: '2021-07',
        endedBy: { text: 'SAC', lang: 'en' },
        endedUnder: { text: 'Announcement 5', lang: 'en' },
        reason: { text: 'outdated', lang: 'en' },
        useInstead: [link('GB 3-2020')],
      },
    }),
  ).toBe(
    'It no longer holds. Withdrawn with effect from July 2021. Done by SAC, under Announcement 5. Reason: outdated. Use GB 3-2020 instead.',
  );
});

test('what the register does not know it says so', () => {
  expect(says({ status: { code: 'unknown' } })).toMatch(/^The register does not know whether it holds/);
  expect(says({ status: { code: 'superseded' } })).toContain('the register knows neither by what nor from when');
  expect(says({ status: { code: 'inForce', reportedBy: source('en') } })).toContain(
    'stated on 15 August 2026; the register holds no days from which to compute it',
  );
  expect(says({ status: { code: 'inForce' }, mark: {} })).not.toContain('Law');
});

test('where the word of a source stands, it is said which days are missing', () => {
  const dates = { publishedOn: '2016-01-01', implementations: [{ on: '2016-03-01' }] };
  const over = says({ status: { code: 'withdrawn', reportedBy: source('en') }, dates });
  expect(over).toContain('stated on 15 August 2026; no day of an end is known.');
  expect(over).not.toContain('holds no days');
  const holds = { code: 'inForce', reportedBy: source('en') } as const;
  expect(says({ status: holds, dates: { publishedOn: '2016-01-01' } })).toContain(
    'no day from which it holds is known',
  );
});

test('a suspension says from when, until when, by whom and why', () => {
  const suspension = {
    from: '2026-05-01',
    until: '2026-09-01',
    by: { text: 'SAC', lang: 'en' },
    reason: { text: 'a patent', lang: 'en' },
  } as const;
  const status = { code: 'inForce', flags: ['suspended'], suspension } as const;
  expect(says({ status })).toContain(
    'Its application is suspended from 1 May 2026 until 1 September 2026 by SAC. Reason: a patent.',
  );
  expect(says({ status: { ...status, suspension: { from: '2026-05-01' } } })).toContain(
    'Its application is suspended from 1 May 2026.',
  );
  expect(says({ lang: 'zh-Hans', status })).toContain(
    '自 2026年5月1日起至 2026年9月1日由SAC暂停实施。理由：a patent。',
  );
});

test('on the very day of a change no length of time is told', () => {
  const change = { code: 'superseded', since: '2023-05-01', replacedBy: [link('GB 2-2020')] } as const;
  expect(says({ asOf: '2023-05-01', status: change })).toBe(
    'It no longer held on 1 May 2023. GB 2-2020 replaced it on 1 May 2023.',
  );
  expect(says({ asOf: '2023-05-02', status: change })).toContain('1 day before the asked day');
  expect(says({ status: { ...change, since: today } })).not.toContain('0 days');
  const begun = says({ status: { code: 'inForce', since: today } });
  expect(begun).not.toContain('0 days');
  expect(begun).toContain('In force since 15 August 2026.');
});

test('several days of implementation and a common one are said', () => {
  const newProducts = { text: 'new products', lang: 'en' } as const;
  const approved = { text: 'products already approved', lang: 'en' } as const;
  const implementations = [
    { on: '2026-01-01', scope: newProducts },
    { on: '2027-01', scope: approved },
  ];
  const status = { code: 'inForce', since: '2026-01-01' } as const;
  expect(says({ status, dates: { implementations } })).toContain(
    'on different days for different uses: new products since 1 January 2026, products already approved only from January 2027.',
  );
  expect(says({ lang: 'zh-Hans', status, asOf: '2027-02-01', dates: { implementations } })).toContain(
    '：new products自 2026年1月1日起已实施、products already approved自 2027年1月起已实施。',
  );
  expect(says({ status, dates: { implementations: [{ on: '2026-01-01' }, {}] } })).toContain(
    'other uses since 1 January 2026, other uses on a day that the register does not know.',
  );
  const together = { implementations: [{ togetherWith: link('GB 9706.1-2020') }] };
  expect(says({ status: { code: 'notYetInForce' }, dates: together })).toContain('together with GB 9706.1-2020');
});

test.each(['en', 'zh-Hans'] as const)('every status has its sentence on every day in %s', (lang) => {
  for (const code of statusCodes) {
    for (const asOf of ['2010-01-01', today, '2030-01-01']) {
      for (const since of [undefined, '2009', '2009-05', '2009-05-04']) {
        const text = says({ lang, asOf, status: { code, since, flags: ['partlyReplaced', 'suspended'] } });
        expect(text.length).toBeGreaterThan(5);
        expect(text).not.toMatch(/undefined|\bnull\b|\[object|\{\w+\}/);
      }
    }
  }
});

test('each tier and nature says whom it binds; what has its own law says nothing', () => {
  const sentence = (mark: TierMarkOf) =>
    says({ mark, status: { code: 'inForce', since: '2020-01-01' } }).split('\n')[1] ?? '';
  expect(sentence({ tier: 'national', nature: 'voluntary' })).toContain('Voluntary');
  expect(sentence({ tier: 'national', nature: 'guiding' })).toContain('must not be cited');
  expect(sentence({ tier: 'sectoral', nature: 'mandatory' })).toContain('special law');
  expect(sentence({ tier: 'association' })).toContain('art. 18');
  expect(sentence({ tier: 'enterprise' })).toContain('art. 27');
  expect(sentence({ tier: 'national', kind: 'metrology' })).toBe('');
});
