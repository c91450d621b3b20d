import type { NavigationEntry } from '../../foundation/part.ts';
import type { Language, TextInBoth } from '../../portal/languages.ts';
import type { ServiceEntry } from '../pages/register-view.ts';

/** What each entry of the navigation offers, where a sentence helps. */
const about: Readonly<Record<string, TextInBoth>> = {
  '/standards': {
    'zh-Hans': '各层级标准一并查询，任何写法的编号都可以。',
    en: 'Every tier in one search, by any spelling of a number.',
  },
  '/browse': {
    'zh-Hans': '按层级、ICS、CCS、地区、行业、委员会和单位浏览。',
    en: 'By tier, ICS, CCS, region, sector, committee and organization.',
  },
  '/check-list': {
    'zh-Hans': '粘贴或上传一份清单，逐项给出今天和某一天的状态。',
    en: 'Paste or upload a list and get the status of each, today and on a day.',
  },
  '/coverage': {
    'zh-Hans': '本登记簿收录什么、来自哪里、到哪一天、是否完整。',
    en: 'What this register holds, from where, up to which day, how complete.',
  },
  '/data': {
    'zh-Hans': '全部公开记录的成批文件、接口和订阅。',
    en: 'All public records as files, interfaces and feeds.',
  },
};

/** What can be done here: the navigation of the installation's parts, each with what it is for. */
export function services(lang: Language, navigation: readonly NavigationEntry[]): readonly ServiceEntry[] {
  return navigation.flatMap((entry) => {
    const sentence = about[entry.path]?.[lang];
    if (sentence === undefined) return [];
    return [
      { label: { text: lang === 'en' ? entry.en : entry.zh, lang }, href: entry.path, about: { text: sentence, lang } },
    ];
  });
}
