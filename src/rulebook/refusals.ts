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
  'rulebook.procedure-unknown': {
    category: 'not-found',
    zh: '没有代号为“{id}”的程序。',
    en: 'There is no procedure “{id}”.',
    remedyZh: '在 /procedures 中查找程序，或运行 guiju procedure list 列出全部代号。',
    remedyEn: 'Find the procedure at /procedures, or run guiju procedure list for all identifiers.',
  },
  'rulebook.procedure-version-unknown': {
    category: 'not-found',
    zh: '程序“{id}”没有第“{version}”版。',
    en: 'The procedure “{id}” has no version “{version}”.',
    remedyZh: '现有版本：{versions}。',
    remedyEn: 'Its versions: {versions}.',
  },
  'rulebook.drawing-unknown': {
    category: 'not-found',
    zh: '没有名为“{file}”的图。',
    en: 'There is no drawing “{file}”.',
    remedyZh: '写成“版本.格式”，例如 1.svg；格式有：{forms}。',
    remedyEn: 'Write version and form, such as 1.svg; the forms are: {forms}.',
  },
};
