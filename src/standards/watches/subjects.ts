import type { WatchSubject } from '../../notices/index.ts';
import type { KeptList } from '../check-list/kept-lists.ts';
import { listPath } from '../check-list/result-view.ts';
import type { Brief } from '../queries/brief.ts';
import { standardPath } from '../views/link.ts';

/** One standard, by its stream: its number and address may change. */
export function standardSubject(brief: Brief): WatchSubject {
  return {
    kind: 'standard',
    key: brief.standardId,
    label: { 'zh-Hans': brief.number, en: brief.number },
    path: standardPath(brief.address),
  };
}

export function listSubject(kept: KeptList): WatchSubject {
  const of = kept.fileName === null ? '' : ` ${kept.fileName}`;
  return {
    kind: 'list',
    key: kept.id,
    label: {
      'zh-Hans': `标准清单${of}（${kept.total} 行，${kept.checkedOn} 核对）`,
      en: `the list${of} (${kept.total} rows, checked on ${kept.checkedOn})`,
    },
    path: listPath(kept.id),
  };
}

/** Parameters that only say how results are shown. */
const notAsked: ReadonlySet<string> = new Set(['page', 'sort', 'as-of', 'known', 'lang', 'cursor']);
const longestQuery = 1_000;

/** A search, by its question in one order; undefined when it asks for nothing or is too long to be kept. */
export function searchSubject(query: string): WatchSubject | undefined {
  const asked = [...new URLSearchParams(query)]
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([name, value]) => !notAsked.has(name) && value !== '')
    .toSorted((one, other) => one[0].localeCompare(other[0], 'en') || one[1].localeCompare(other[1], 'en'));
  const key = asked.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  if (asked.length === 0 || key.length > longestQuery) return undefined;
  const words = asked
    .map(([name, value]) => (name === 'q' ? value : `${name}=${value}`))
    .join(', ')
    .slice(0, 200);
  return {
    kind: 'search',
    key,
    label: { 'zh-Hans': `检索“${words}”的结果`, en: `the results of the search “${words}”` },
    path: `/standards?${key}`,
  };
}
