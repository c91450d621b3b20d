import type { Finding, FindingCheck } from './finding.ts';
import type { InBoth } from './rule.ts';
import { eitherOf, type Sentence, said, type Words } from './words.ts';

type Naming = (id: unknown, words: Words) => InBoth;

interface Names {
  readonly stageName: Naming;
  readonly stepName: Naming;
  readonly windowName: Naming;
  readonly factName: Naming;
  readonly partyName: Naming;
}

type ConditionCheck = Extract<
  FindingCheck,
  | 'fact-is'
  | 'fact-set'
  | 'fact-at-least'
  | 'fact-at-most'
  | 'fact-not-before'
  | 'window-is'
  | 'track-is'
  | 'approved'
  | 'document-held'
  | 'elapsed-at-least'
  | 'elapsed-at-most'
  | 'days-before'
  | 'taken'
  | 'switch'
  | 'party-set'
  | 'all'
  | 'any'
  | 'not'
>;

const windowStates: Readonly<Record<string, InBoth>> = {
  open: { zh: '正在进行', en: 'be open' },
  ended: { zh: '已经结束', en: 'have ended' },
  concluded: { zh: '已登记结果', en: 'have its result entered' },
  carried: { zh: '表决通过', en: 'be carried' },
  notCarried: { zh: '表决未通过', en: 'not be carried' },
  noQuorum: { zh: '参加表决人数不足', en: 'be without quorum' },
  answered: { zh: '全部答复', en: 'be answered in full' },
  unopposed: { zh: '没有成立的异议', en: 'have no objection that was found right' },
};

/** The sentences of conditions: what has to be so, and how it is. */
export function conditionSentences(names: Names): Readonly<Record<ConditionCheck, Sentence>> {
  const { stageName, stepName, windowName, factName, partyName } = names;
  const valueName = (finding: Finding, value: unknown, words: Words): InBoth => {
    const fact = words.procedure.fact(String(finding.details['fact']));
    if (value === undefined) return { zh: '未填写', en: 'not entered' };
    if (String(value) === 'true') return { zh: '是', en: 'yes' };
    if (String(value) === 'false') return { zh: '否', en: 'no' };
    return fact?.choices?.find((choice) => choice.value === value)?.title ?? { zh: said(value), en: said(value) };
  };
  const factIs: Sentence = (finding, words) => {
    const { zh, en } = factName(finding.details['fact'], words);
    const list = finding.details['wanted'];
    const wanted = eitherOf((Array.isArray(list) ? list : []).map((one) => valueName(finding, one, words)));
    const now = valueName(finding, finding.details['value'], words);
    return {
      zh: `“${zh}”须为${wanted.zh}，现为“${now.zh}”。`,
      en: `“${en}” has to be ${wanted.en}; it is “${now.en}”.`,
    };
  };
  const bounded =
    (zhWord: string, enWord: string): Sentence =>
    (finding, words) => {
      const { zh, en } = factName(finding.details['fact'], words);
      const { value, bound } = finding.details;
      return {
        zh: `“${zh}”须${zhWord} ${said(bound)}，现为 ${said(value)}。`,
        en: `“${en}” has to be ${enWord} ${said(bound)}; it is ${said(value)}.`,
      };
    };
  const joined =
    (zhJoin: string, enJoin: string): Sentence =>
    (finding, words) => {
      const parts = (finding.parts ?? []).map((part) => sentenceOf(part, words));
      return {
        zh: `${parts.map(({ zh }) => zh.replace(/。$/, '')).join(zhJoin)}。`,
        en: `${parts.map(({ en }) => en.replace(/\.$/, '')).join(enJoin)}.`,
      };
    };
  const sentences: Readonly<Record<ConditionCheck, Sentence>> = {
    'fact-is': factIs,
    'fact-set': ({ details }, words) => {
      const { zh, en } = factName(details['fact'], words);
      return details['wanted']
        ? { zh: `“${zh}”须已填写。`, en: `“${en}” has to be entered.` }
        : {
            zh: `“${zh}”须为空，现为“${said(details['value'])}”。`,
            en: `“${en}” has to be empty; it is “${said(details['value'])}”.`,
          };
    },
    'fact-at-least': bounded('不少于', 'at least'),
    'fact-at-most': bounded('不多于', 'at most'),
    'fact-not-before': ({ details }, words) => {
      const { zh, en } = factName(details['fact'], words);
      return {
        zh: `“${zh}”不早于 ${said(details['day'])}，现为 ${said(details['value'])}。`,
        en: `“${en}” is not before ${said(details['day'])}; it is ${said(details['value'])}.`,
      };
    },
    'window-is': ({ details }, words) => {
      const { zh, en } = windowName(details['window'], words);
      const state = windowStates[String(details['wanted'])] ?? { zh: '', en: '' };
      return { zh: `“${zh}”须${state.zh}。`, en: `“${en}” has to ${state.en}.` };
    },
    'track-is': ({ details }, words) => {
      const track = words.procedure.tracks.find(({ id }) => id === details['track'])?.title ?? { zh: '', en: '' };
      const { wanted } = details;
      if (wanted === 'notStarted')
        return { zh: `“${track.zh}”须没有开始。`, en: `The track “${track.en}” must not have begun.` };
      if (wanted === 'ended')
        return { zh: `“${track.zh}”须已结束。`, en: `The track “${track.en}” has to have ended.` };
      const stages = eitherOf((Array.isArray(wanted) ? wanted : []).map((id) => stageName(id, words)));
      return { zh: `“${track.zh}”须到${stages.zh}。`, en: `The track “${track.en}” has to stand at ${stages.en}.` };
    },
    approved: ({ details }, words) => {
      const { zh, en } = words.document(String(details['kind']));
      if (details['isVoid'])
        return {
          zh: `“${zh}”在批准（${said(details['on'])}）之后改动，批准已失效，须重新批准。`,
          en: `“${en}” was changed after its approval of ${said(details['on'])}; the approval is void and has to be given again.`,
        };
      return { zh: `“${zh}”须经批准。`, en: `“${en}” has to be approved.` };
    },
    'document-held': ({ details }, words) => {
      const { zh, en } = words.document(String(details['kind']));
      return { zh: `须有“${zh}”。`, en: `The document “${en}” has to be there.` };
    },
    'elapsed-at-least': ({ details }) => ({
      zh: `自 ${said(details['from'])} 起须满期限，${said(details['day'])} 之后才可办理。`,
      en: `The time from ${said(details['from'])} has to be over: after ${said(details['day'])}.`,
    }),
    'elapsed-at-most': ({ details }) => ({
      zh: `自 ${said(details['from'])} 起的期限到 ${said(details['day'])}。`,
      en: `The time from ${said(details['from'])} runs until ${said(details['day'])}.`,
    }),
    'days-before': ({ details }) => ({
      zh: `须在到期日 ${said(details['due'])} 之前按规定的提前量提出。`,
      en: `It has to come so long before the deadline of ${said(details['due'])} as the rule says.`,
    }),
    taken: ({ details }, words) => {
      const { zh, en } = stepName(details['step'], words);
      const { most, least, count } = details;
      if (most !== undefined)
        return {
          zh: `“${zh}”最多办理 ${said(most)} 次，已办理 ${said(count)} 次。`,
          en: `“${en}” is done at most ${said(most)} times; it was done ${said(count)} times.`,
        };
      return {
        zh: `须先办理“${zh}”${Number(least) > 1 ? ` ${said(least)} 次` : ''}。`,
        en: `“${en}” comes first${Number(least) > 1 ? `, ${said(least)} times` : ''}.`,
      };
    },
    switch: ({ isMet, rule }) => ({
      zh: `规则“${rule?.title.zh ?? ''}”${isMet ? '已启用' : '未启用'}。`,
      en: `The rule “${rule?.title.en ?? ''}” is switched ${isMet ? 'on' : 'off'}.`,
    }),
    'party-set': ({ details }, words) => {
      const { zh, en } = partyName(details['party'], words);
      return details['wanted']
        ? { zh: `须已确定${zh}。`, en: `The ${en} has to be known.` }
        : { zh: `${zh}须尚未确定。`, en: `The ${en} must not be known yet.` };
    },
    all: joined('，且', ', and: '),
    any: joined('，或', ', or: '),
    not: (finding, words) => {
      const [part] = finding.parts ?? [];
      const inner = part === undefined ? { zh: '', en: '' } : sentenceOf(part, words);
      return { zh: `以下情形不得成立：${inner.zh}`, en: `This must not be so: ${inner.en}` };
    },
  };
  const known: Readonly<Partial<Record<FindingCheck, Sentence>>> = sentences;
  const sentenceOf: Sentence = (part, words) => known[part.check]?.(part, words) ?? { zh: '', en: '' };
  return sentences;
}
