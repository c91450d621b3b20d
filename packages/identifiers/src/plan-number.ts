import { type Answer, malformed, type Sentence, valid } from './answer.ts';
import { explainFailure, type FormNames } from './failure.ts';
import { trimmed } from './typed.ts';

/** Number of a national standards project in a plan (国家标准计划号). */
export interface PlanNumber {
  readonly code: string;
  /** A plan for a foreign-language version (W), a reference material (S), or an ordinary standard. */
  readonly subject: 'standard' | 'foreign-version' | 'reference-material';
  readonly year: number;
  /** Serial in the year, with its leading zeros. */
  readonly serial: string;
  readonly nature: 'voluntary' | 'mandatory' | 'guiding' | undefined;
  /** Three digits of the department responsible; 469 is the national standardization administration. */
  readonly department: string | undefined;
}

const natures: ReadonlyMap<string, NonNullable<PlanNumber['nature']>> = new Map([
  ['T', 'voluntary'],
  ['Q', 'mandatory'],
  ['Z', 'guiding'],
] as const);

const subjects: ReadonlyMap<string, PlanNumber['subject']> = new Map([
  ['', 'standard'],
  ['W', 'foreign-version'],
  ['S', 'reference-material'],
] as const);

/** Department codes seen in published plans. The list is not official: an unknown code is a warning. */
const departments: ReadonlyMap<string, Sentence> = new Map([
  ['469', { zh: '国家标准化管理委员会', en: 'Standardization Administration' }],
  ['339', { zh: '工业和信息化部', en: 'Ministry of Industry and Information Technology' }],
  ['333', { zh: '住房和城乡建设部', en: 'Ministry of Housing and Urban-Rural Development' }],
  ['334', { zh: '自然资源部', en: 'Ministry of Natural Resources' }],
  ['348', { zh: '交通运输部', en: 'Ministry of Transport' }],
  ['326', { zh: '农业农村部', en: 'Ministry of Agriculture and Rural Affairs' }],
  ['450', { zh: '应急管理部', en: 'Ministry of Emergency Management' }],
  ['604', { zh: '中国机械工业联合会', en: 'China Machinery Industry Federation' }],
  ['605', { zh: '中国钢铁工业协会', en: 'China Iron and Steel Association' }],
  ['606', { zh: '中国石油和化学工业联合会', en: 'China Petroleum and Chemical Industry Federation' }],
  ['607', { zh: '中国轻工业联合会', en: 'China National Light Industry Council' }],
  ['608', { zh: '中国纺织工业联合会', en: 'China National Textile and Apparel Council' }],
  ['609', { zh: '中国建筑材料联合会', en: 'China Building Materials Federation' }],
  ['610', { zh: '中国有色金属工业协会', en: 'China Nonferrous Metals Industry Association' }],
  ['524', { zh: '中国电力企业联合会', en: 'China Electricity Council' }],
]);

/**
 * Checks the number of a national plan: `20231234-T-469`. A plan number is not a standard number.
 *
 * @example checkPlanNumber('20170425-T-469').outcome === 'valid'
 */
export function checkPlanNumber(text: string): Answer<PlanNumber> {
  const typed = trimmed(text);
  if (typed.text === '') return malformed(0, 'empty');
  const match = /^([WS]?)((?:19|20)\d{2})(\d{3,4})(?:-([TQZ])-(\d{3}))?$/.exec(typed.text);
  const [, letter = '', year = '', serial = '', nature, department] = match ?? [];
  // Only plans for versions and reference materials are published without nature and department.
  if (match === null || (letter === '' && (nature === undefined || serial.length !== 4))) return malformed(0, 'shape');
  const value: PlanNumber = {
    code: typed.text,
    subject: subjects.get(letter) ?? 'standard',
    year: Number(year),
    serial,
    nature: nature === undefined ? undefined : natures.get(nature),
    department,
  };
  return valid(value, department !== undefined && !departments.has(department) ? ['unknown-department'] : []);
}

const natureNames = {
  voluntary: { zh: '推荐性', en: 'voluntary' },
  mandatory: { zh: '强制性', en: 'mandatory' },
  guiding: { zh: '指导性技术文件', en: 'guiding document' },
} as const;

const subjectNames = {
  standard: { zh: '国家标准计划', en: 'plan for a national standard' },
  'foreign-version': { zh: '国家标准外文版计划', en: 'plan for a foreign-language version' },
  'reference-material': { zh: '国家标准样品计划', en: 'plan for a reference material' },
} as const;

/** Explains the answer of `checkPlanNumber`, or says what is wrong and what to do. */
export function explainPlanNumber(answer: Answer<PlanNumber>): readonly Sentence[] {
  if (answer.outcome !== 'valid') return explainFailure(answer, form);
  const { value } = answer;
  const subject = subjectNames[value.subject];
  const sentences: Sentence[] = [
    { zh: `${subject.zh}，不是标准编号。`, en: `A ${subject.en}, not a standard number.` },
    {
      zh: `${value.year}年计划，年内序号 ${value.serial}。`,
      en: `Plan of ${value.year}, serial ${value.serial} of that year.`,
    },
  ];
  if (value.nature !== undefined) {
    const nature = natureNames[value.nature];
    sentences.push({
      zh: `下达时的性质：${nature.zh}；研制中可能改变。`,
      en: `Nature when planned: ${nature.en}; it may change during the project.`,
    });
  }
  if (value.department !== undefined) sentences.push(departmentOf(value.department));
  return sentences;
}

function departmentOf(code: string): Sentence {
  const name = departments.get(code);
  if (name === undefined)
    return { zh: `${code}：主管部门代码，名称未收录。`, en: `${code}: code of a department that is not in the list.` };
  return { zh: `${code}：主管部门为${name.zh}。`, en: `${code}: the department responsible is the ${name.en}.` };
}

const form: FormNames = {
  name: { zh: '国家标准计划号', en: 'plan number' },
  length: { zh: '形式为年份、四位序号、性质、部门', en: 'its form is year, four-digit serial, nature, department' },
  characters: { zh: '形式为年份、四位序号、性质、部门', en: 'its form is year, four-digit serial, nature, department' },
  digits: { zh: '年份和序号为数字', en: 'year and serial are digits' },
  example: '20231234-T-469',
};
