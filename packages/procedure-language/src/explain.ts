import type { CompiledProcedure } from './compiled.ts';
import { conditionSentences } from './explain-condition.ts';
import type { Finding, FindingCheck } from './finding.ts';
import type { InBoth } from './rule.ts';
import { eitherOf, type Sentence, said, type Titles, type Words } from './words.ts';

/** The sentence of a finding in both languages: what was asked, and what was found. */
export function explain(finding: Finding, procedure: CompiledProcedure, titles: Titles): InBoth {
  const words = { ...titles, procedure };
  const sentence = sentences[finding.check](finding, words);
  const { says } = finding;
  return says === undefined ? sentence : { zh: `${says.zh}${sentence.zh}`, en: `${says.en} ${sentence.en}` };
}

const stageName = (id: unknown, { procedure }: Words): InBoth =>
  id === 'start' ? { zh: '开始之前', en: 'before the beginning' } : (procedure.stage(String(id))?.title ?? plain(id));
const stepName = (id: unknown, { procedure }: Words): InBoth => procedure.step(String(id))?.title ?? plain(id);
const windowName = (id: unknown, { procedure }: Words): InBoth => procedure.windowOf(String(id))?.title ?? plain(id);
const factName = (id: unknown, { procedure }: Words): InBoth => procedure.fact(String(id))?.title ?? plain(id);
const partyName = (id: unknown, { procedure }: Words): InBoth => procedure.party(String(id))?.title ?? plain(id);

function plain(value: unknown): InBoth {
  return { zh: said(value), en: said(value) };
}

function ofList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const actorSentence: Sentence = ({ details }, words) => {
  if (details['isTime']) return { zh: '这一步由到期触发，任何人都不能办理。', en: 'Time takes this step; nobody can.' };
  const names = ofList(details['wanted']).map((one): InBoth => {
    const [role = '', party] = String(one).split('@');
    if (role === 'anyone') return { zh: '任何人', en: 'anybody' };
    const title = words.role(role);
    if (party === undefined) return title;
    const of = partyName(party, words);
    return { zh: `${of.zh}的${title.zh}`, en: `${title.en} of the ${of.en}` };
  });
  const { zh, en } = eitherOf(names);
  return { zh: `由${zh}办理。`, en: `To be done by ${en}.` };
};

const suspendedSentence: Sentence = ({ details }) =>
  details['wanted'] === true
    ? { zh: '项目没有暂停，不需要恢复。', en: 'The case is not suspended; there is nothing to resume.' }
    : {
        zh: `项目自 ${said(details['since'])} 起暂停，须先恢复或终止，期限 ${said(details['day'])}。`,
        en: `The case is suspended since ${said(details['since'])}; it is resumed or ended first, by ${said(details['day'])}.`,
      };

const resultSentence: Sentence = ({ details }, words) => {
  const { zh, en } = windowName(details['window'], words);
  return {
    zh: `“${zh}”的结果为整数，答复不多于收到，票数不多于应投票人数。`,
    en: `What came of “${en}” is in whole numbers: no more answers than were received, no more votes than voters.`,
  };
};

const notEndedSentence: Sentence = ({ details }, words) => {
  const { zh, en } = windowName(details['window'], words);
  if (details['isEntered'] === true)
    return { zh: `“${zh}”的结果已登记。`, en: `What came of “${en}” is entered already.` };
  return {
    zh: `“${zh}”到 ${said(details['closesOn'])} 结束，结束后才能登记结果。`,
    en: `“${en}” is open until ${said(details['closesOn'])}; its result is entered afterwards.`,
  };
};

const sentences: Readonly<Record<FindingCheck, Sentence>> = {
  ...conditionSentences({ stageName, stepName, windowName, factName, partyName }),
  actor: actorSentence,
  'not-suspended': suspendedSentence,
  'window-result': resultSentence,
  'window-not-ended': notEndedSentence,
  'in-force': ({ details }) => ({
    zh: `程序自 ${said(details['from'])} 起施行${details['until'] === undefined ? '' : `，至 ${said(details['until'])} 前`}，所办日期为 ${said(details['on'])}。`,
    en: `The procedure is in force from ${said(details['from'])}${details['until'] === undefined ? '' : ` until before ${said(details['until'])}`}; the day is ${said(details['on'])}.`,
  }),
  'not-ended': ({ details }, words) => {
    const { zh, en } = stageName(details['stage'], words);
    return {
      zh: `项目已于 ${said(details['on'])} 以“${zh}”结束。`,
      en: `The case ended on ${said(details['on'])}: “${en}”.`,
    };
  },
  stage: ({ details }, words) => {
    const wanted = eitherOf(ofList(details['wanted']).map((id) => stageName(id, words)));
    const now = stageName(details['stage'], words);
    return {
      zh: `须处于${wanted.zh}阶段，现为“${now.zh}”。`,
      en: `The case has to stand at ${wanted.en}; it stands at “${now.en}”.`,
    };
  },
  'not-by': ({ details }, words) => {
    const { zh, en } = stepName(details['step'], words);
    return details['same'] === 'person'
      ? { zh: `办理过“${zh}”的人不能办理这一步。`, en: `Who took “${en}” does not take this step.` }
      : {
          zh: `办理过“${zh}”的单位不能办理这一步。`,
          en: `The organization that took “${en}” does not take this step.`,
        };
  },
  'not-of': ({ details }, words) => {
    const { zh, en } = partyName(details['party'], words);
    return { zh: `${zh}的人员回避这一步。`, en: `Nobody of the ${en} takes this step.` };
  },
  day: ({ details }) => ({
    zh: `办理日期 ${said(details['on'])} 不晚于今天 ${said(details['today'])}${details['since'] === undefined ? '' : `，不早于进入本阶段的 ${said(details['since'])}`}。`,
    en: `The day, ${said(details['on'])}, is not after today, ${said(details['today'])}${details['since'] === undefined ? '' : `, nor before ${said(details['since'])}, when this stage began`}.`,
  }),
  'form-required': ({ details }, words) => {
    const { zh, en } = factName(details['fact'], words);
    return { zh: `须填写“${zh}”。`, en: `“${en}” has to be entered.` };
  },
  'form-unknown': ({ details }) => ({
    zh: `这一步不填“${said(details['fact'])}”。`,
    en: `This step does not ask for “${said(details['fact'])}”.`,
  }),
  'form-value': ({ details }, words) => {
    const { zh, en } = factName(details['fact'], words);
    return { zh: `“${zh}”不能是“${said(details['value'])}”。`, en: `“${en}” cannot be “${said(details['value'])}”.` };
  },
  'document-required': ({ details }, words) => {
    const { zh, en } = words.document(String(details['kind']));
    return { zh: `须附“${zh}”。`, en: `The document “${en}” has to be there.` };
  },
  'document-unknown': ({ details }, words) => {
    const { zh, en } = words.document(String(details['kind']));
    return { zh: `这一步不收“${zh}”。`, en: `This step does not take the document “${en}”.` };
  },
  'window-unclosed': ({ details }, words) => {
    const { zh, en } = windowName(details['window'], words);
    return {
      zh: `“${zh}”到 ${said(details['closesOn'])} 结束，登记结果后才能离开本阶段。`,
      en: `“${en}” is open until ${said(details['closesOn'])}; the stage is left when its result is entered.`,
    };
  },
  'window-unanswered': ({ details }, words) => {
    const { zh, en } = windowName(details['window'], words);
    return {
      zh: `“${zh}”收到 ${said(details['received'])} 条，已答复 ${said(details['answered'])} 条，全部答复后才能离开本阶段。`,
      en: `Of what came in “${en}”, ${said(details['answered'])} of ${said(details['received'])} are answered; the stage is left when all are.`,
    };
  },
  'window-least': ({ details }, words) => {
    const { zh, en } = windowName(details['window'], words);
    return {
      zh: `“${zh}”最早可于 ${said(details['day'])} 结束。`,
      en: `“${en}” closes on ${said(details['day'])} at the earliest.`,
    };
  },
  'window-closes': ({ details }, words) => {
    const { zh, en } = windowName(details['window'], words);
    return { zh: `须给出“${zh}”的截止日期。`, en: `The last day of “${en}” has to be given.` };
  },
  reason: () => ({ zh: '须写明理由。', en: 'Reasons have to be given.' }),
  'party-required': ({ details }, words) => {
    const { zh, en } = partyName(details['party'], words);
    return { zh: `须指明新的${zh}。`, en: `Another ${en} has to be named.` };
  },
  'into-required': ({ details }) =>
    Number(details['least']) > 1
      ? { zh: '须指明拆分成的两个以上项目。', en: 'The two or more cases it is split into have to be named.' }
      : { zh: '须指明并入的项目。', en: 'The case that takes it in has to be named.' },
  elsewhere: ({ details }) => ({
    zh: `须写明办理渠道，办理日期（${said(details['on'])}）不晚于登记日期。`,
    en: `The channel has to be named, and the day there (${said(details['on'])}) is not after the day here.`,
  }),
  'extension-most': ({ details }) => ({
    zh: `期限最多可延长一次，延长后的日期晚于原定日期，最迟 ${said(details['day'])}。`,
    en: `The time is extended once at most, to a day after the present one, by ${said(details['day'])}.`,
  }),
  'reopen-within': ({ details }) => ({
    zh: `须在结束后的期限内提出，最迟 ${said(details['day'])}。`,
    en: `It is asked for within the time after the end, by ${said(details['day'])}.`,
  }),
  due: ({ details }) => ({
    zh: `期限“${said(details['clock'])}”的日期 ${said(details['day'])} 须是有效日期。`,
    en: `The deadline “${said(details['clock'])}” needs a day of the calendar; ${said(details['day'])} was given.`,
  }),
  'rule-missing': ({ details }) => ({
    zh: `规则手册在这一天没有规则 ${said(details['name'])} 的值。`,
    en: `The rulebook has no value of the rule ${said(details['name'])} on this day.`,
  }),
};
