import type { RefusalTexts } from '../foundation/refusal.ts';

/** What the rulebook answers with "no". */
export const rulebookRefusals: RefusalTexts = {
  'rulebook.rule-unknown': {
    category: 'not-found',
    zh: '没有代号为“{id}”的规则。',
    en: 'There is no rule “{id}”.',
    remedyZh: '在 /rulebook 中查找规则，或运行 guiju rulebook 列出全部代号。',
    remedyEn: 'Find the rule at /rulebook, or run guiju rulebook for all identifiers.',
  },
  'rulebook.year-unknown': {
    category: 'not-found',
    zh: '“{year}”不是 1949 年至 2999 年之间的年份。',
    en: '“{year}” is no year from 1949 to 2999.',
    remedyZh: '写成四位数字，例如 /calendar?year=2026。',
    remedyEn: 'Write four digits, such as /calendar?year=2026.',
  },
};
