import type { RefusalTexts } from '../foundation/refusal.ts';

export const searchRefusals: RefusalTexts = {
  'search.query-too-long': {
    category: 'invalid',
    zh: '检索词有 {length} 个字符，最多 {longest} 个。',
    en: 'The query has {length} characters; at most {longest} are taken.',
    remedyZh: '只输入一个标准编号或几个词；要核对一批编号，用“批量核对”。',
    remedyEn: 'Enter one standard number or a few words. To check many numbers, use “Check a list”.',
  },
  'search.page-too-far': {
    category: 'invalid',
    zh: '第 {page} 页太靠后，按页只能翻到第 {deepest} 页。',
    en: 'Page {page} lies too far back; numbered pages end at page {deepest}.',
    remedyZh: '用筛选缩小范围；需要全部结果时，用接口的游标或批量文件。',
    remedyEn:
      'Narrow the results with the filters. For all of them, use the cursors of the interface or the bulk files.',
  },
  'search.cursor-not-ours': {
    category: 'invalid',
    zh: '这个游标不是本系统为此次检索给出的，或已被改动。',
    en: 'This cursor was not given out for this search, or it was changed.',
    remedyZh: '不带游标重新检索，从第一页开始。',
    remedyEn: 'Search again without a cursor, from the first page.',
  },
  'search.filter-not-understood': {
    category: 'invalid',
    zh: '无法理解筛选条件“{filter}”的值。',
    en: 'The value of the filter “{filter}” is not understood.',
    remedyZh: '从检索页面的筛选列表中选择，或查看接口说明中的取值。',
    remedyEn: 'Choose from the filters of the search page, or see the values in the description of the interface.',
  },
  'search.filter-too-long': {
    category: 'invalid',
    zh: '筛选条件“{filter}”的值过多或过长，每项最多 {most} 个值。',
    en: 'The filter “{filter}” has too many or too long values; at most {most} are taken.',
    remedyZh: '减少取值，分几次检索。',
    remedyEn: 'Give fewer values and search several times.',
  },
};
