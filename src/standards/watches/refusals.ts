import type { RefusalTexts } from '../../foundation/refusal.ts';

export const watchRefusals: RefusalTexts = {
  'standards.nothing-to-watch': {
    category: 'invalid',
    zh: '没有说明要关注什么：缺少标准或检索条件，或者检索条件太长。',
    en: 'It is not said what to follow: neither a standard nor a search, or the search is too long.',
    remedyZh: '从标准页或检索结果页点“关注”。',
    remedyEn: 'Start from the page of a standard or of search results.',
  },
};
