import type { Definitions } from '../../foundation/definitions.ts';
import type { ToldChange, WatchedState } from '../../notices/index.ts';
import type { Language } from '../../portal/languages.ts';
import { standardPath } from '../views/link.ts';
import { readState, type WatchedStandard } from './watched-state.ts';

export interface ChangeRules {
  readonly definitions: Definitions;
  readonly today: string;
  /** What leaves a search has not ended; what leaves a list or a page has been annulled. */
  readonly tellsGone: boolean;
}

/** What is different between two states, standard by standard, in the order of their numbers. */
export function changesBetween(
  before: WatchedState,
  after: WatchedState,
  telling: ChangeRules & { readonly lang: Language },
): readonly ToldChange[] {
  const [then, now] = [readState(before), readState(after)];
  const changes: ToldChange[] = [];
  for (const [id, standard] of now) {
    const earlier = then.get(id);
    const sentences = earlier === undefined ? [entered(standard, telling)] : differences(earlier, standard, telling);
    if (sentences.length > 0) changes.push(told(standard, sentences, telling.lang));
  }
  if (telling.tellsGone) {
    for (const [id, standard] of then)
      if (!now.has(id)) changes.push(told(standard, [gone(telling.lang)], telling.lang));
  }
  return changes.toSorted((one, other) => one.of.localeCompare(other.of, 'en', { numeric: true }));
}

function told(standard: WatchedStandard, sentences: readonly string[], lang: Language): ToldChange {
  const title = standard.titles.find((one) => one.lang === lang) ?? standard.titles[0];
  return { of: standard.number, title, path: standardPath(standard.address), sentences };
}

interface Telling extends ChangeRules {
  readonly lang: Language;
}

function entered(standard: WatchedStandard, telling: Telling): string {
  const status = statusWord(standard.status, telling);
  return telling.lang === 'en'
    ? `New in this register; status: ${status}${sinceWords(standard, telling.lang)}.`
    : `登记簿新收录；状态：${status}${sinceWords(standard, telling.lang)}。`;
}

function gone(lang: Language): string {
  return lang === 'en'
    ? 'The record was annulled as entered in error; its page says why and what to use instead.'
    : '该记录因误录被撤销；其页面说明原因和应改用的标准。';
}

function differences(then: WatchedStandard, now: WatchedStandard, telling: Telling): readonly string[] {
  const isEnglish = telling.lang === 'en';
  const sentences: string[] = [];
  if (then.number !== now.number)
    sentences.push(
      isEnglish
        ? `Its number was ${then.number} and is now ${now.number}.`
        : `编号由 ${then.number} 改为 ${now.number}。`,
    );
  if (then.status !== now.status) sentences.push(statusSentence(then, now, telling));
  sentences.push(...successorSentences(then, now, telling.lang), ...amendmentSentences(then, now, telling.lang));
  for (const [field, name] of dayFields) {
    if (then[field] !== now[field])
      sentences.push(daySentence({ name: name[telling.lang], before: then[field], after: now[field] }, telling.lang));
  }
  if (JSON.stringify(then.suspensions) !== JSON.stringify(now.suspensions))
    sentences.push(suspensionSentence(now, telling.lang));
  if (titleText(then, telling.lang) !== titleText(now, telling.lang)) {
    const [before, after] = [titleText(then, telling.lang), titleText(now, telling.lang)];
    sentences.push(
      isEnglish ? `Its title was “${before}” and is now “${after}”.` : `名称由“${before}”改为“${after}”。`,
    );
  }
  return sentences;
}

const dayFields = [
  ['publishedOn', { 'zh-Hans': '发布日期', en: 'Published' }],
  ['inForceOn', { 'zh-Hans': '实施日期', en: 'In force' }],
  ['withdrawnOn', { 'zh-Hans': '废止日期', en: 'Withdrawn' }],
  ['cancelledOn', { 'zh-Hans': '编号注销日期', en: 'Number cancelled' }],
] as const;

function statusSentence(then: WatchedStandard, now: WatchedStandard, telling: Telling): string {
  const [before, after] = [statusWord(then.status, telling), statusWord(now.status, telling)];
  const since = sinceWords(now, telling.lang);
  return telling.lang === 'en'
    ? `Status: ${after}${since} (before: ${before}).`
    : `状态：${after}${since}（此前：${before}）。`;
}

function sinceWords({ since }: WatchedStandard, lang: Language): string {
  if (since === null) return '';
  return lang === 'en' ? ` since ${since}` : `（自 ${since} 起）`;
}

function successorSentences(then: WatchedStandard, now: WatchedStandard, lang: Language): readonly string[] {
  const isEnglish = lang === 'en';
  const added = now.replacedBy.flatMap((successor) => {
    const earlier = then.replacedBy.find(({ number }) => number === successor.number);
    if (earlier && earlier.from === successor.from && earlier.whole === successor.whole) return [];
    const part = successor.whole ? '' : isEnglish ? ' in part' : '部分';
    if (isEnglish)
      return [
        `Replaced${part} by ${successor.number}${successor.from === null ? '; from when is not stated' : ` from ${successor.from} on`}.`,
      ];
    return [
      `被 ${successor.number} ${part}代替，${successor.from === null ? '生效日未载明' : `自 ${successor.from} 起`}。`,
    ];
  });
  const removed = then.replacedBy
    .filter(({ number }) => !now.replacedBy.some((one) => one.number === number))
    .map(({ number }) => (isEnglish ? `No longer stated to be replaced by ${number}.` : `不再载明被 ${number} 代替。`));
  return [...added, ...removed];
}

function amendmentSentences(then: WatchedStandard, now: WatchedStandard, lang: Language): readonly string[] {
  return now.amendments
    .filter((number) => !then.amendments.includes(number))
    .map((number) => (lang === 'en' ? `Amended by ${number}.` : `有新的修改单 ${number}。`));
}

function daySentence(
  day: { readonly name: string; readonly before: string | null; readonly after: string | null },
  lang: Language,
): string {
  const none = lang === 'en' ? 'not stated' : '未载明';
  const [before, after] = [day.before ?? none, day.after ?? none];
  return lang === 'en' ? `${day.name}: ${after} (before: ${before}).` : `${day.name}：${after}（此前：${before}）。`;
}

function suspensionSentence(now: WatchedStandard, lang: Language): string {
  const last = now.suspensions.at(-1);
  if (last === undefined) return lang === 'en' ? 'It is no longer stated to be suspended.' : '不再载明暂停实施。';
  if (lang === 'en')
    return `Its application is suspended from ${last.from} on${last.until === null ? '' : `, until ${last.until}`}.`;
  return `自 ${last.from} 起暂停实施${last.until === null ? '' : `，至 ${last.until} 恢复`}。`;
}

function titleText(standard: WatchedStandard, lang: Language): string {
  return (standard.titles.find((title) => title.lang === lang) ?? standard.titles[0])?.text ?? '';
}

function statusWord(code: string, { definitions, today, lang }: Telling): string {
  const name = definitions.codelist('statuses').at(today).get(code)?.name;
  return (lang === 'en' ? name?.en : name?.zh) ?? code;
}
