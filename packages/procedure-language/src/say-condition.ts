import type { Condition, DayName, FactValue } from './model.ts';
import { start } from './model.ts';
import type { InBoth } from './rule.ts';
import { eitherOf, said, type Words } from './words.ts';

/** What a definition's conditions are said with: words of the house, and what a rule says. */
export interface ConditionWords extends Words {
  /** A rule with its value on the day: comment period (not less than 60 days). */
  readonly rule: (id: string) => InBoth;
}

/**
 * A condition as a clause of a sentence, without a case: what must be so, not how it is. It has no full stop, so that it can
 * follow "when" and "only if".
 *
 * @example sayCondition({ window: 'vote', is: 'carried' }, words).en // '“vote of the members” has been carried'
 */
export function sayCondition(condition: Condition, words: ConditionWords): InBoth {
  if ('all' in condition) return joined(condition.all, words, { zh: '，且', en: ', and ' });
  if ('any' in condition) return joined(condition.any, words, { zh: '，或者', en: ', or ' });
  if ('not' in condition) return negated(sayCondition(condition.not, words));
  if ('fact' in condition) return ofFact(condition, words);
  if ('window' in condition) {
    const { zh, en } = words.procedure.windowOf(condition.window)?.title ?? plain(condition.window);
    const state = windowStates[condition.is];
    return { zh: `“${zh}”${state.zh}`, en: `“${en}” ${state.en}` };
  }
  if ('track' in condition) return ofTrack(condition, words);
  if ('since' in condition) return ofElapsed(condition, words);
  return ofRest(condition, words);
}

const windowStates = {
  open: { zh: '正在进行', en: 'is open' },
  ended: { zh: '已经结束', en: 'has ended' },
  concluded: { zh: '已登记结果', en: 'has its result entered' },
  carried: { zh: '已表决通过', en: 'has been carried' },
  notCarried: { zh: '表决未通过', en: 'has not been carried' },
  noQuorum: { zh: '参加表决人数不足', en: 'was without quorum' },
  answered: { zh: '已全部答复', en: 'is answered in full' },
  unopposed: { zh: '没有成立的异议', en: 'has no objection that was found right' },
} as const;

function joined(conditions: readonly Condition[], words: ConditionWords, by: InBoth): InBoth {
  const parts = conditions.map((condition) => {
    const { zh, en } = sayCondition(condition, words);
    return 'any' in condition || 'all' in condition ? { zh: `（${zh}）`, en: `(${en})` } : { zh, en };
  });
  return { zh: parts.map(({ zh }) => zh).join(by.zh), en: parts.map(({ en }) => en).join(by.en) };
}

function negated({ zh, en }: InBoth): InBoth {
  return { zh: `并非“${zh}”的情形`.replaceAll('““', '“').replaceAll('””', '”'), en: `it is not so that ${en}` };
}

function ofFact(condition: Extract<Condition, { readonly fact: string }>, words: ConditionWords): InBoth {
  const name = factName(condition.fact, words);
  if ('is' in condition) {
    const values: readonly FactValue[] = Array.isArray(condition.is) ? condition.is : [condition.is];
    const { zh, en } = eitherOf(values.map((value) => valueName(condition.fact, value, words)));
    return { zh: `“${name.zh}”为${zh}`, en: `“${name.en}” is ${en}` };
  }
  if ('isSet' in condition)
    return condition.isSet
      ? { zh: `已填写“${name.zh}”`, en: `“${name.en}” is entered` }
      : { zh: `未填写“${name.zh}”`, en: `“${name.en}” is empty` };
  if ('notBefore' in condition) {
    const day = sayDay(condition.notBefore, words);
    if (condition.after !== undefined) {
      const rule = words.rule(condition.after.rule);
      return {
        zh: `“${name.zh}”不早于${day.zh}起满${rule.zh}`,
        en: `“${name.en}” is not before the end of this time from ${day.en}: ${rule.en}`,
      };
    }
    return { zh: `“${name.zh}”不早于${day.zh}`, en: `“${name.en}” is not before ${day.en}` };
  }
  if ('atLeast' in condition) {
    const bound = numberName(condition.atLeast, words);
    return { zh: `“${name.zh}”不少于${bound.zh}`, en: `“${name.en}” is at least ${bound.en}` };
  }
  const bound = numberName(condition.atMost, words);
  return { zh: `“${name.zh}”不多于${bound.zh}`, en: `“${name.en}” is at most ${bound.en}` };
}

function ofTrack({ track, is }: Extract<Condition, { readonly track: string }>, words: ConditionWords): InBoth {
  const { zh, en } = words.procedure.tracks.find(({ id }) => id === track)?.title ?? plain(track);
  if (is === 'notStarted') return { zh: `“${zh}”没有开始`, en: `the track “${en}” has not begun` };
  if (is === 'ended') return { zh: `“${zh}”已结束`, en: `the track “${en}” has ended` };
  const stages = eitherOf(is.map((id) => stageName(id, words)));
  return { zh: `“${zh}”处于${stages.zh}`, en: `the track “${en}” stands at ${stages.en}` };
}

function ofElapsed(condition: Extract<Condition, { readonly since: unknown }>, words: ConditionWords): InBoth {
  const from = sayDay(condition.since, words);
  if ('atLeast' in condition) {
    const rule = words.rule(condition.atLeast.rule);
    return { zh: `自${from.zh}起已满${rule.zh}`, en: `since ${from.en} this time is over: ${rule.en}` };
  }
  const rule = words.rule(condition.atMost.rule);
  return { zh: `自${from.zh}起未超过${rule.zh}`, en: `since ${from.en} this time is not yet over: ${rule.en}` };
}

type Rest = Exclude<
  Condition,
  | { readonly all: unknown }
  | { readonly any: unknown }
  | { readonly not: unknown }
  | { readonly fact: string }
  | { readonly window: string }
  | { readonly track: string }
  | { readonly since: unknown }
>;

function ofRest(condition: Rest, words: ConditionWords): InBoth {
  if ('approved' in condition) {
    const { zh, en } = words.document(condition.approved);
    return { zh: `“${zh}”已经批准，批准后未改动`, en: `“${en}” is approved and unchanged since` };
  }
  if ('document' in condition) {
    const { zh, en } = words.document(condition.document);
    return { zh: `已有“${zh}”`, en: `the document “${en}” is there` };
  }
  if ('before' in condition) {
    const clock = clockName(condition.before, words);
    const rule = words.rule(condition.atLeast.rule);
    return {
      zh: `距“${clock.zh}”到期尚有${rule.zh}`,
      en: `this time is left before “${clock.en}” is over: ${rule.en}`,
    };
  }
  if ('taken' in condition) return ofTaken(condition, words);
  if ('switch' in condition) {
    const { zh, en } = words.rule(condition.switch);
    return { zh: `规则“${zh}”已启用`, en: `the rule “${en}” is switched on` };
  }
  const { zh, en } = words.procedure.party(condition.party)?.title ?? plain(condition.party);
  return condition.isSet
    ? { zh: `已确定${zh}`, en: `the ${en} is known` }
    : { zh: `尚未确定${zh}`, en: `the ${en} is not yet known` };
}

function ofTaken(condition: Extract<Rest, { readonly taken: string }>, words: ConditionWords): InBoth {
  const { zh, en } = stepName(condition.taken, words);
  if (condition.atMost === 0) return { zh: `没有办理过“${zh}”`, en: `“${en}” was never done` };
  if (condition.atMost !== undefined) {
    const most = numberName(condition.atMost, words);
    return { zh: `“${zh}”办理不超过${most.zh}次`, en: `“${en}” was done no more often than this: ${most.en}` };
  }
  const least = condition.atLeast ?? 1;
  return least > 1
    ? { zh: `“${zh}”已办理 ${least} 次以上`, en: `“${en}” was done at least ${least} times` }
    : { zh: `已办理“${zh}”`, en: `“${en}” was done` };
}

function sayDay(day: DayName, words: ConditionWords): InBoth {
  if (day === 'today') return { zh: '办理当日', en: 'the day of the step' };
  if ('fact' in day) {
    const { zh, en } = factName(day.fact, words);
    return { zh: `“${zh}”`, en: `“${en}”` };
  }
  if ('step' in day) {
    const { zh, en } = stepName(day.step, words);
    return { zh: `办理“${zh}”之日`, en: `the day of “${en}”` };
  }
  if ('stage' in day) {
    const { zh, en } = stageName(day.stage, words);
    return { zh: `进入“${zh}”之日`, en: `the day on which “${en}” began` };
  }
  const { zh, en } = words.procedure.windowOf(day.window)?.title ?? plain(day.window);
  return { zh: `“${zh}”截止之日`, en: `the last day of “${en}”` };
}

function valueName(fact: string, value: FactValue, { procedure }: ConditionWords): InBoth {
  if (value === true) return { zh: '是', en: 'yes' };
  if (value === false) return { zh: '否', en: 'no' };
  return procedure.fact(fact)?.choices?.find((choice) => choice.value === value)?.title ?? plain(said(value));
}

function numberName(bound: number | { readonly rule: string }, { rule }: ConditionWords): InBoth {
  return typeof bound === 'number' ? { zh: ` ${bound} `, en: String(bound) } : rule(bound.rule);
}

function stageName(id: string, { procedure }: ConditionWords): InBoth {
  return id === start ? { zh: '开始之前', en: 'before the beginning' } : (procedure.stage(id)?.title ?? plain(id));
}

function clockName(id: string, { procedure }: ConditionWords): InBoth {
  const stage = procedure.stage(id.replace(/^stage:/, ''));
  return procedure.clock(id)?.title ?? stage?.title ?? plain(id);
}

const factName = (id: string, { procedure }: ConditionWords): InBoth => procedure.fact(id)?.title ?? plain(id);
const stepName = (id: string, { procedure }: ConditionWords): InBoth => procedure.step(id)?.title ?? plain(id);

function plain(text: string): InBoth {
  return { zh: text, en: text };
}
