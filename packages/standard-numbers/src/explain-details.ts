import type { Sentence } from './explain-sentence.ts';
import type { StandardNumber, Supplement, SupplementKind } from './model.ts';

const sheetNames: Readonly<Record<SupplementKind, Sentence>> = {
  XG: { zh: '修改单', en: 'amendment sheet' },
  Amd: { zh: '修正案', en: 'amendment' },
  Cor: { zh: '技术勘误', en: 'corrigendum' },
  Add: { zh: '补充件', en: 'addendum' },
  Suppl: { zh: '增补', en: 'supplement' },
  Ext: { zh: '扩展件', en: 'extension' },
  ISH: { zh: '解释页', en: 'interpretation sheet' },
  FRAG: { zh: '分册', en: 'fragment' },
  Annex: { zh: '附录', en: 'annex' },
  Err: { zh: '勘误', en: 'erratum' },
  Int: { zh: '解释', en: 'interpretation' },
  Upd: { zh: '更新', en: 'update' },
  Expl: { zh: '解说', en: 'explanation' },
};

/** Explains one amendment sheet or other supplement. */
export function explainSheet(sheet: Supplement): Sentence {
  const name = sheetNames[sheet.kind];
  const number = sheet.number === '' ? '' : ` ${sheet.number}`;
  const draft = sheet.stage === undefined ? { zh: '', en: '' } : { zh: '（草案）', en: ' (draft)' };
  const year =
    sheet.year === undefined ? { zh: '', en: '' } : { zh: `，${sheet.year}年发布`, en: `, published in ${sheet.year}` };
  return {
    zh: `第${sheet.number === '' ? '' : sheet.number}号${name.zh}${draft.zh}${year.zh}；标准编号和年份不变。`,
    en: `${name.en}${number}${draft.en}${year.en}; number and year of the standard stay as they are.`,
  };
}

const stageNames: ReadonlyMap<string, Sentence> = new Map([
  ['PWI', { zh: '预备工作项目', en: 'preliminary work item' }],
  ['NP', { zh: '新工作项目提案', en: 'new project proposal' }],
  ['AWI', { zh: '已批准的工作项目', en: 'approved work item' }],
  ['WD', { zh: '工作草案', en: 'working draft' }],
  ['CD', { zh: '委员会草案', en: 'committee draft' }],
  ['CDV', { zh: '供投票的委员会草案', en: 'committee draft for vote' }],
  ['DIS', { zh: '国际标准草案', en: 'enquiry draft' }],
  ['FDIS', { zh: '最终国际标准草案', en: 'final draft' }],
  ['PRF', { zh: '校样', en: 'proof' }],
]);

/** Explains the stage of a draft. A draft is not an edition and cannot be cited as one. */
export function explainStage(number: StandardNumber): readonly Sentence[] {
  const { stage, iteration } = number;
  if (stage === undefined) return [];
  const name = stageNames.get(stage) ?? { zh: '草案', en: 'draft' };
  const nth =
    iteration === undefined ? { zh: '', en: '' } : { zh: `，第${iteration}稿`, en: `, iteration ${iteration}` };
  return [{ zh: `${stage}：${name.zh}${nth.zh}，尚未发布。`, en: `${stage}: ${name.en}${nth.en}, not yet published.` }];
}
