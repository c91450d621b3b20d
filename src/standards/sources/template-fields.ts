import type { FieldSpec } from '@guiju/office-tables';
import { parse } from '@guiju/standard-numbers';

/** One column of the template: how it may be headed, what it means, how it is filled. */
export interface TemplateField extends FieldSpec {
  readonly meaning: { readonly zh: string; readonly en: string };
  readonly example: string;
}

const number = (text: string): boolean => parse(text).outcome === 'recognized';
const ics = (text: string): boolean => /^\d{2}(\.\d{3}(\.\d{2})?)?$/.test(text.trim());
const ccs = (text: string): boolean => /^[A-HJ-NP-Z]\d{2}$/.test(text.trim());

/**
 * The columns of standards as CSV, XLSX and JSON Lines, in the order of the template. Only the number and one title are
 * required. In a cell for several values they are divided by `；`, `、` or line breaks.
 */
export const templateFields = [
  column(
    'number',
    ['标准编号', '标准号', '标准代号', '文件编号', '编号', 'standard number', 'standard no', 'number', 'reference'],
    {
      required: true,
      looksLike: number,
      example: 'GB/T 42061-2022',
      zh: '封面上的编号，含年份。',
      en: 'The number as on the cover, with its year.',
    },
  ),
  column(
    'titleZh',
    ['标准名称', '中文名称', '标准中文名称', '中文题名', '名称', '题名', 'chinese title', 'title zh', 'title'],
    {
      example: '医疗器械 质量管理体系 用于法规的要求',
      zh: '中文名称；中英文名称至少填一个。',
      en: 'Chinese title; one of the two titles must be given.',
    },
  ),
  column('titleEn', ['英文名称', '标准英文名称', '英文题名', '英文译名', 'english title', 'title en', 'english name'], {
    example: 'Medical devices — Quality management systems — Requirements for regulatory purposes',
    zh: '英文名称。',
    en: 'English title.',
  }),
  column('titleEnStanding', ['英文名称性质', 'standing of the english title'], {
    example: '正式',
    zh: '正式、采用（取自所采用的文件）、非正式；不填视为非正式。',
    en: 'official, adopted (from the adopted document), unofficial; unofficial when empty.',
  }),
  column('nature', ['标准性质', '性质', '强制性推荐性', 'nature'], {
    example: '推荐性',
    zh: '强制性、推荐性、指导性技术文件；不填时由编号得出。',
    en: 'mandatory, voluntary, guiding; follows from the number when empty.',
  }),
  column('status', ['标准状态', '状态', '有效性', '现行状态', 'status'], {
    example: '现行',
    zh: '制定中、即将实施、现行、被代替、废止。没有日期时才用于显示。',
    en: 'in development, not yet in force, in force, superseded, withdrawn. Shown only where there are no dates.',
  }),
  column(
    'publishedOn',
    [
      '发布日期',
      '发布日',
      '发布时间',
      '批准日期',
      '公布日期',
      'published on',
      'publication date',
      'date of publication',
    ],
    {
      example: '2022-10-12',
      zh: '发布日期；只知道年月时写 2022-10。',
      en: 'Publication date; 2022-10 when only the month is known.',
    },
  ),
  column(
    'implementedOn',
    [
      '实施日期',
      '实施日',
      '实施时间',
      '施行日期',
      '施行日',
      '生效日期',
      'implemented on',
      'implementation date',
      'effective date',
    ],
    {
      example: '2024-01-01（新产品）；2025-01-01（已批准产品）',
      zh: '实施日期；可有几个，各写明适用范围，或写“与GB 9706.1-2020同步实施”。',
      en: 'Implementation date; several with their scopes in brackets, or "together with GB 9706.1-2020".',
    },
  ),
  column('withdrawnOn', ['废止日期', '废止日', '废止时间', '作废日期', 'withdrawn on', 'withdrawal date'], {
    example: '2030-06-01',
    zh: '废止日期。',
    en: 'Day of withdrawal.',
  }),
  column('withdrawalReason', ['废止原因', '废止依据', 'withdrawal reason'], {
    example: '复审结论',
    zh: '废止的原因。',
    en: 'Why it was withdrawn.',
  }),
  column('reviewedOn', ['复审日期', '复审时间', '确认日期', 'reviewed on', 'review date'], {
    example: '2027-10',
    zh: '最近一次复审确认继续有效的日期。',
    en: 'Day of the last review that confirmed it.',
  }),
  column(
    'replaces',
    ['代替标准', '代替标准号', '替代标准', '被代替标准号', '代替', '替代', '代替情况', 'replaces', 'supersedes'],
    {
      example: 'GB/T 1-2009；部分代替 GB/T 2-2001',
      zh: '本标准代替的标准；只代替一部分时写“部分代替”。',
      en: 'The standards it replaces; "in part" before or behind those replaced only in part.',
    },
  ),
  column(
    'replacedBy',
    ['被代替', '被替代', '被下列标准代替', '被以下标准代替', '替代者', 'replaced by', 'superseded by'],
    {
      example: 'GB/T 3-2030',
      zh: '代替本标准的标准。',
      en: 'The standards that replace it.',
    },
  ),
  column('amends', ['被修改标准', '修改的标准', 'amends'], {
    example: 'GB 4706.1-2005',
    zh: '修改单所修改的标准。',
    en: 'The standard that an amendment changes.',
  }),
  column(
    'adopts',
    [
      '采用国际标准',
      '采用国际标准情况',
      '采标情况',
      '采标号',
      '采标标准',
      '采用标准',
      '采用的国际标准',
      '对应国际标准',
      'adopts',
      'adopted standard',
    ],
    {
      example: 'ISO 13485:2016，IDT',
      zh: '所采用的国际标准，可注明 IDT、MOD、NEQ。',
      en: 'The adopted document, with IDT, MOD or NEQ.',
    },
  ),
  column('adoptionDegree', ['采用程度', '采标程度', '一致性程度', 'adoption degree', 'degree of correspondence'], {
    example: 'IDT',
    zh: '采用程度；用于“采用国际标准”一栏没有注明的。',
    en: 'Degree, for adopted documents without one of their own.',
  }),
  column('normativeReferences', ['规范性引用文件', '引用标准', '引用文件', 'normative references'], {
    example: 'GB/T 19000；ISO 14971:2019',
    zh: '规范性引用文件。',
    en: 'Normative references.',
  }),
  column('ics', ['ICS', 'ICS分类号', 'ICS分类', '国际标准分类号', '国际标准分类', 'ics code'], {
    looksLike: ics,
    example: '11.040.01；03.120.10',
    zh: 'ICS 分类号。',
    en: 'ICS codes.',
  }),
  column('ccs', ['CCS', 'CCS分类号', 'CCS分类', '中国标准分类号', '中标分类号', '中标分类', 'ccs code'], {
    looksLike: ccs,
    example: 'C30',
    zh: 'CCS 分类号。',
    en: 'CCS codes.',
  }),
  column('industry', ['国民经济分类', '国民经济行业', '行业分类', 'industry'], {
    example: '3581',
    zh: 'GB/T 4754 行业代码。',
    en: 'Class of GB/T 4754.',
  }),
  column('region', ['行政区划', '行政区划代码', '地区代码', 'region'], {
    example: '310000',
    zh: '地方标准的 GB/T 2260 代码。',
    en: 'GB/T 2260 code of a local standard.',
  }),
  column('topics', ['主题', '主题词', '关键词', '专业领域', 'topics', 'keywords'], {
    example: '医疗器械；质量管理',
    zh: '主题词。',
    en: 'Topics.',
  }),
  column('committee', ['归口单位', '归口', '技术委员会', '归口技术委员会', 'committee', 'technical committee'], {
    example: 'SAC/TC 221',
    zh: '归口的技术委员会。',
    en: 'Committee in charge.',
  }),
  column('department', ['主管部门', '行业主管部门', 'department'], {
    example: '国家药品监督管理局',
    zh: '主管部门。',
    en: 'Department in charge.',
  }),
  column(
    'issuers',
    ['发布机构', '发布单位', '发布部门', '批准发布部门', '批准部门', 'issuers', 'issued by', 'issuing body'],
    {
      example: '国家市场监督管理总局、国家标准化管理委员会',
      zh: '发布机构。',
      en: 'Issuing bodies.',
    },
  ),
  column(
    'leadingOrganizations',
    ['牵头起草单位', '牵头单位', '负责起草单位', '第一起草单位', 'leading organizations'],
    {
      example: '甲研究院[91350100M000100Y43]',
      zh: '牵头起草单位；方括号内可写统一社会信用代码。',
      en: 'Leading drafting organizations; the credit code may follow in square brackets.',
    },
  ),
  column(
    'organizations',
    ['起草单位', '主要起草单位', '参与起草单位', '参加起草单位', '参编单位', 'organizations', 'drafting organizations'],
    {
      example: '甲研究院（牵头）；乙有限公司[91350100M000100Y43]',
      zh: '起草单位，按文件前言的顺序；牵头的注明“（牵头）”。',
      en: 'Drafting organizations in printed order; "(leading)" behind a leading one.',
    },
  ),
  column('drafters', ['起草人', '主要起草人', 'drafters'], {
    example: '张三、李四',
    zh: '起草人，按文件前言的顺序。',
    en: 'Drafters in printed order.',
  }),
  column('filingNumber', ['备案号', '备案编号', 'filing number'], {
    example: '130372-2026',
    zh: '备案号。',
    en: 'Filing number.',
  }),
  column('filedOn', ['备案日期', '备案时间', 'filed on', 'filing date'], {
    example: '2026-08-01',
    zh: '备案日期。',
    en: 'Filing date.',
  }),
  column('scopeZh', ['适用范围', '范围', '内容简介', '摘要', 'scope zh', 'scope'], {
    example: '本文件规定了……',
    zh: '中文范围。',
    en: 'Scope in Chinese.',
  }),
  column('scopeEn', ['英文范围', '英文摘要', 'scope en', 'english scope'], {
    example: 'This document specifies ...',
    zh: '英文范围。',
    en: 'Scope in English.',
  }),
  column('pages', ['页数', 'pages'], { example: '42', zh: '页数。', en: 'Number of pages.' }),
  column('textAddress', ['文本地址', '全文地址', '网址', '链接', 'text address', 'link'], {
    example: 'https://openstd.samr.gov.cn/',
    zh: '文本在发布者处的网址。',
    en: 'Address of the text at its publisher.',
  }),
  column('remarks', ['备注', '说明', 'remarks', 'notes'], { example: '', zh: '备注。', en: 'Remarks.' }),
] as const satisfies readonly TemplateField[];

export type TemplateFieldName = (typeof templateFields)[number]['field'];

interface ColumnText {
  readonly required?: true;
  readonly looksLike?: (text: string) => boolean;
  readonly example: string;
  readonly zh: string;
  readonly en: string;
}

function column<Field extends string>(
  field: Field,
  names: readonly string[],
  { zh, en, ...rest }: ColumnText,
): TemplateField & { readonly field: Field } {
  return { field, names, meaning: { zh, en }, ...rest };
}
