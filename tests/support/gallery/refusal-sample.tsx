import type { Frame } from '../../../src/portal/frame.ts';
import { RefusalPage } from '../../../src/portal/refusal-page.tsx';
import { both, chinese } from './words.ts';

/** The refusal of a made-up filing; the facts are register data. */
export function refusalSample(frame: Frame) {
  const { lang, today } = frame;
  return (
    <RefusalPage
      frame={frame}
      refusal={{
        asked: both(lang, 'filing of a sectoral standard (sample)', '行业标准备案（样例）'),
        verdict: both(
          lang,
          'A voluntary national standard already covers this subject',
          '已有推荐性国家标准覆盖该事项',
        ),
        decidedOn: today,
        because: both(
          lang,
          'The filing of YY/T 0316 was not accepted, because GB/T 42062-2022 has the same title and is in force.',
          'YY/T 0316 的备案未予受理：GB/T 42062-2022 题名相同且现行有效。',
        ),
        rule: {
          name: both(lang, 'Standardization Law (2017 revision), article 12', '《标准化法》（2017 年修订）第十二条'),
          quotation: chinese('对没有推荐性国家标准、需要在全国某个行业范围内统一的技术要求，可以制定行业标准。'),
          meaning: both(
            lang,
            'A sectoral standard may be made only where no voluntary national standard exists.',
            '有推荐性国家标准的，不再制定行业标准。',
          ),
          isConfirmed: true,
          href: '/rules/standardization-law-12',
        },
        facts: [
          {
            question: both(
              lang,
              'Is there a voluntary national standard with this title?',
              '有同题名的推荐性国家标准吗？',
            ),
            answer: both(lang, 'Yes', '有'),
            record: { label: { text: 'GB/T 42062-2022', lang: 'en' }, href: '/standards/GB-T-42062-2022' },
          },
        ],
        remedies: [
          {
            label: both(lang, 'Narrow the scope and file again', '缩小范围后再次备案'),
            href: '/filings/1',
            about: both(
              lang,
              'Name the requirements that the national standard does not contain.',
              '写明国家标准没有的要求。',
            ),
          },
        ],
        otherwise: both(
          lang,
          'The answer would be yes if GB/T 42062-2022 were withdrawn.',
          'GB/T 42062-2022 废止后，结论会不同。',
        ),
      }}
    />
  );
}
