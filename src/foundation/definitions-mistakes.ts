import { type RefusalDetails, type RefusalTexts, refusalMessage } from './refusal.ts';

/** One mistake in the definitions folder, placed where an editor finds it. */
export interface DefinitionMistake {
  readonly file: string;
  readonly line?: number;
  readonly code: string;
  readonly details?: RefusalDetails;
}

/** Every mistake of the definitions folder at once, so that one round of editing mends them all. */
export class DefinitionMistakes extends Error {
  readonly mistakes: readonly DefinitionMistake[];
  constructor(mistakes: readonly DefinitionMistake[]) {
    super(
      `The definitions hold ${mistakes.length} mistakes.\n${mistakes.map((mistake) => `  ${told(mistake)}`).join('\n')}`,
    );
    this.name = 'DefinitionMistakes';
    this.mistakes = mistakes;
  }
}

function told(mistake: DefinitionMistake): string {
  const place = mistake.line === undefined ? mistake.file : `${mistake.file}:${mistake.line}`;
  const [zh, en] = (['zh-Hans', 'en'] as const).map((lang) => {
    const { text, remedy } = refusalMessage(definitionMistakeTexts, mistake, lang);
    return `${text} ${remedy}`;
  });
  return `${place}: ${en} / ${zh}`;
}

export const definitionMistakeTexts: RefusalTexts = {
  'definitions.file-unreadable': {
    category: 'invalid',
    zh: '文件无法读取：{why}。',
    en: 'The file can not be read: {why}.',
    remedyZh: '确认文件存在、为 UTF-8 编码且格式正确。',
    remedyEn: 'See that the file exists, is UTF-8 and well formed.',
  },
  'definitions.column-missing': {
    category: 'invalid',
    zh: '缺少列“{column}”。',
    en: 'The column "{column}" is missing.',
    remedyZh: '在首行加入该列。',
    remedyEn: 'Add the column to the first line.',
  },
  'definitions.code-missing': {
    category: 'invalid',
    zh: '本行没有代码。',
    en: 'The line has no code.',
    remedyZh: '填写代码或删除本行。',
    remedyEn: 'Enter the code or remove the line.',
  },
  'definitions.name-missing': {
    category: 'invalid',
    zh: '代码“{value}”没有中文或英文名称。',
    en: 'The code "{value}" has neither a Chinese nor an English name.',
    remedyZh: '至少填写一个名称。',
    remedyEn: 'Enter at least one name.',
  },
  'definitions.source-missing': {
    category: 'invalid',
    zh: '“{value}”没有注明来源。',
    en: '"{value}" names no source.',
    remedyZh: '填写来源：法律、标准或数据文件。',
    remedyEn: 'Name the source: law, standard or data file.',
  },
  'definitions.date-wrong': {
    category: 'invalid',
    zh: '“{value}”不是日期。',
    en: '"{value}" is not a day.',
    remedyZh: '写成 YYYY-MM-DD，未知时留空。',
    remedyEn: 'Write YYYY-MM-DD, or leave it empty when unknown.',
  },
  'definitions.confirmed-wrong': {
    category: 'invalid',
    zh: 'confirmed 的值“{value}”不是 true 或 false。',
    en: 'The value "{value}" of confirmed is neither true nor false.',
    remedyZh: '在来源中读到写 true，否则写 false。',
    remedyEn: 'Write true when it was read in the source, otherwise false.',
  },
  'definitions.period-empty': {
    category: 'invalid',
    zh: '“{value}”的结束日期不晚于开始日期。',
    en: 'The period of "{value}" ends on or before the day it begins.',
    remedyZh: '结束日期是不再有效的第一天，须晚于开始日期。',
    remedyEn: 'valid_until is the first day on which it no longer holds; it must be later than valid_from.',
  },
  'definitions.periods-overlap': {
    category: 'invalid',
    zh: '代码“{value}”在同一天有两行（另一行为第 {other} 行）。',
    en: 'The code "{value}" has two lines that hold on the same day (the other is line {other}).',
    remedyZh: '结束较早的一行，或删除重复行。',
    remedyEn: 'End the earlier line, or remove the repeated one.',
  },
  'definitions.parent-unknown': {
    category: 'invalid',
    zh: '“{value}”的上级“{parent}”不在本表中。',
    en: 'The parent "{parent}" of "{value}" is not in this list.',
    remedyZh: '补充上级代码或更正 parent。',
    remedyEn: 'Add the parent, or correct the column parent.',
  },
  'definitions.parent-circle': {
    category: 'invalid',
    zh: '“{value}”是它自己的上级。',
    en: 'The code "{value}" is its own ancestor.',
    remedyZh: '更正 parent。',
    remedyEn: 'Correct the column parent.',
  },
  'definitions.shape-wrong': {
    category: 'invalid',
    zh: '“{where}”不符合格式：{why}。',
    en: '"{where}" has not the expected form: {why}.',
    remedyZh: '按 definitions/README.md 更正。',
    remedyEn: 'Correct it as definitions/README.md describes.',
  },
  'definitions.source-unknown': {
    category: 'invalid',
    zh: '来源“{value}”未在 sources/sources.yaml 中说明。',
    en: 'The source "{value}" is not described in sources/sources.yaml.',
    remedyZh: '在该文件中说明来源，或更正名称。',
    remedyEn: 'Describe the source there, or correct its name.',
  },
  'definitions.repeated': {
    category: 'invalid',
    zh: '“{value}”出现了两次。',
    en: '"{value}" stands twice.',
    remedyZh: '删除重复的一项。',
    remedyEn: 'Remove the repeated one.',
  },
  'definitions.file-wrong': {
    category: 'invalid',
    zh: '{whatZh}',
    en: '{whatEn}',
    remedyZh: '{remedyZh}',
    remedyEn: '{remedyEn}',
  },
  'definitions.region-unknown': {
    category: 'invalid',
    zh: '规则“{value}”的地区“{region}”不在 codelists/regions.csv 中。',
    en: 'The region "{region}" of the rule "{value}" is not in codelists/regions.csv.',
    remedyZh: '写成行政区划代码的前两位或全部六位。',
    remedyEn: 'Write the first two or all six digits of the code of GB/T 2260.',
  },
};
