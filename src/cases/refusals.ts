import type { RefusalTexts } from '../foundation/refusal.ts';

/** What cases answer with "no". */
export const caseRefusals: RefusalTexts = {
  'cases.not-found': {
    category: 'not-found',
    zh: '没有这个项目，或者无权查看。',
    en: 'There is no such case, or it is not yours to see.',
    remedyZh: '核对项目编号或计划号。',
    remedyEn: 'Check the number of the case or of the plan item.',
  },
  'cases.no-such-step': {
    category: 'not-found',
    zh: '程序中没有步骤“{step}”。',
    en: 'The procedure has no step “{step}”.',
    remedyZh: '从项目页选择可以办理的步骤。',
    remedyEn: 'Choose a step on the page of the case.',
  },
  'cases.no-such-procedure': {
    category: 'not-found',
    zh: '没有程序“{procedure}”。',
    en: 'There is no procedure “{procedure}”.',
    remedyZh: '在程序目录中选择。',
    remedyEn: 'Choose one from the list of procedures.',
  },
  'cases.procedure-not-in-force': {
    category: 'invalid',
    zh: '程序“{procedure}”在 {on} 没有有效的版本。',
    en: 'No version of the procedure “{procedure}” is in force on {on}.',
    remedyZh: '核对日期；早于现行程序的项目用“接入在办项目”录入。',
    remedyEn: 'Check the day; a project that began earlier is brought in as a running one.',
  },
  'cases.version-differs': {
    category: 'conflict',
    zh: '项目 {number} 在此期间转到了程序的另一版本，这一步没有办理。',
    en: 'The case {number} was moved to another version of its procedure meanwhile; the step was not taken.',
    remedyZh: '重新打开项目页再办理。',
    remedyEn: 'Open the page of the case again and take the step there.',
  },
  'cases.step-refused': {
    category: 'invalid',
    zh: '这一步现在不能办理：有 {count} 项不符合规定，没有写入任何内容。',
    en: 'The step cannot be taken now: {count} things are not as the rules demand. Nothing was written.',
    remedyZh: '按所列各项补正后重新提交。',
    remedyEn: 'Put right what is listed and send it again.',
  },
  'cases.finding-not-met': {
    category: 'invalid',
    zh: '{zh}',
    en: '{en}',
    remedyZh: '依据：{basis}。',
    remedyEn: 'Basis: {basis}.',
  },
  'cases.organization-unclear': {
    category: 'invalid',
    zh: '“{name}”不能确定是哪个单位。登记的有：{found}。',
    en: 'It is not clear which organization “{name}” is. Registered are: {found}.',
    remedyZh: '填写单位的全称或统一社会信用代码；尚未登记的先登记，或暂不填写。',
    remedyEn:
      'Write the whole name or the unified social credit code; one that is not registered is registered first, or left out.',
  },
  'cases.scan-missing': {
    category: 'invalid',
    zh: '代为录入须附本人来函、纸质件或口述记录的扫描件。',
    en: 'What is entered for somebody needs the scan of their letter, paper or of the note of what they said.',
    remedyZh: '上传扫描件后重新提交。',
    remedyEn: 'Attach the scan and send it again.',
  },
  'cases.document-not-held': {
    category: 'invalid',
    zh: '项目还没有“{kind}”，不能更换。',
    en: 'The case holds no document of the kind “{kind}” that could be changed.',
    remedyZh: '在需要它的步骤中上传。',
    remedyEn: 'Bring it with the step that asks for it.',
  },
  'cases.no-newer-version': {
    category: 'invalid',
    zh: '项目 {number} 适用程序第 {version} 版；没有可以转入的较新版本，或者项目已经结束。',
    en: 'The case {number} runs under version {version}; there is no such newer version, or the case has ended.',
    remedyZh: '核对版本号。',
    remedyEn: 'Check the number of the version.',
  },
  'cases.stage-is-no-more': {
    category: 'invalid',
    zh: '项目 {number} 所处的阶段（{stages}）在新版本中已不存在，不能转入。',
    en: 'The case {number} stands at a stage ({stages}) that the newer version does not have; it cannot be moved.',
    remedyZh: '等项目离开该阶段后再转，或在新版本中保留该阶段。',
    remedyEn: 'Move it when it has left that stage, or keep the stage in the newer version.',
  },
};
