import type { RefusalTexts } from '../foundation/refusal.ts';

/** What plans, numbers and announcements answer with "no". */
export const projectRefusals: RefusalTexts = {
  'projects.plan-number-not-understood': {
    category: 'invalid',
    zh: '计划号“{number}”不合规定，或不属于这类项目。',
    en: 'The plan number “{number}” is not written as plan numbers are, or belongs to another kind of project.',
    remedyZh: '按“年份四位＋顺序号四位－性质字母－部门代码三位”填写，例如 20261234-T-469；留空则由系统给出下一个号。',
    remedyEn:
      'Write it as year, four digits, letter of the nature, three digits of the department: 20261234-T-469; left empty, the next one is given.',
  },
  'projects.plan-number-taken': {
    category: 'conflict',
    zh: '计划号 {number} 已经使用；已撤销项目的计划号也不再使用。',
    en: 'The plan number {number} is given already; that of a cancelled item is not given again.',
    remedyZh: '换一个号，或留空由系统给出下一个号。',
    remedyEn: 'Take another, or leave it empty for the next one.',
  },
  'projects.plan-number-leaves-gap': {
    category: 'invalid',
    zh: '计划号 {number} 跳过了顺序号 {next}，须说明原因。',
    en: 'The plan number {number} passes over the serial {next}; that needs a reason.',
    remedyZh: '使用下一个顺序号，或填写“编号说明”。',
    remedyEn: 'Take the next serial, or give the reason under “note on the number”.',
  },
  'projects.number-not-understood': {
    category: 'invalid',
    zh: '标准编号“{number}”不合规定。',
    en: 'The standard number “{number}” is not written as standard numbers are.',
    remedyZh: '按代号、顺序号、年代号填写，例如 GB/T 1.1-2020；留空则由系统编号。',
    remedyEn: 'Write prefix, serial and year: GB/T 1.1-2020; left empty, the register gives the next one.',
  },
  'projects.number-of-another-nature': {
    category: 'invalid',
    zh: '编号 {number} 的代号与项目性质不符，应为 {prefix}。',
    en: 'The prefix of {number} does not fit the nature of the project; it has to be {prefix}.',
    remedyZh: '改正代号。',
    remedyEn: 'Mend the prefix.',
  },
  'projects.number-taken': {
    category: 'conflict',
    zh: '编号 {number} 已经使用；废止标准的编号也不再使用。',
    en: 'The number {number} is given already; that of a withdrawn standard is not given again.',
    remedyZh: '换一个号，或留空由系统编号。',
    remedyEn: 'Take another, or leave it empty for the next one.',
  },
  'projects.number-leaves-gap': {
    category: 'invalid',
    zh: '编号 {number} 跳过了顺序号 {next}，须说明原因。',
    en: 'The number {number} passes over the serial {next}; that needs a reason.',
    remedyZh: '使用下一个顺序号，或填写“编号说明”。',
    remedyEn: 'Take the next serial, or give the reason under “note on the number”.',
  },
};
