import type { Language, LanguageText, TextInBoth } from '../../portal/languages.ts';
import { written } from './link.ts';

/** Names of the fields of a record, as histories, comparisons and disagreements list them. */
const fieldNames: Readonly<Record<string, TextInBoth>> = {
  number: { 'zh-Hans': '标准编号', en: 'Standard number' },
  address: { 'zh-Hans': '固定网址', en: 'Permanent address' },
  tier: { 'zh-Hans': '层级', en: 'Tier' },
  kind: { 'zh-Hans': '文件种类', en: 'Kind of document' },
  nature: { 'zh-Hans': '性质', en: 'Nature' },
  title: { 'zh-Hans': '名称', en: 'Title' },
  scope: { 'zh-Hans': '范围', en: 'Scope' },
  status: { 'zh-Hans': '状态', en: 'Status' },
  documentKind: { 'zh-Hans': '文件种类', en: 'Kind of document' },
  year: { 'zh-Hans': '发布年', en: 'Year' },
  adopted: { 'zh-Hans': '是否采用国际标准', en: 'Adoption' },
  published_as: { 'zh-Hans': '发布日期', en: 'Published' },
  publishedOn: { 'zh-Hans': '发布日期', en: 'Published' },
  implemented_on: { 'zh-Hans': '实施日期', en: 'Implemented' },
  implementations: { 'zh-Hans': '实施日期（按来源）', en: 'Implementation as stated' },
  withdrawn_as: { 'zh-Hans': '废止日期', en: 'Withdrawn' },
  withdrawnOn: { 'zh-Hans': '废止日期', en: 'Withdrawn' },
  withdrawal: { 'zh-Hans': '废止说明', en: 'Withdrawal' },
  cancelled_on: { 'zh-Hans': '编号注销日期', en: 'Number cancelled' },
  suspensions: { 'zh-Hans': '暂停实施', en: 'Suspension' },
  reviewed_on: { 'zh-Hans': '复审日期', en: 'Reviewed' },
  reported_state: { 'zh-Hans': '来源所报状态', en: 'Status as reported' },
  reported: { 'zh-Hans': '来源所报状态', en: 'Status as reported' },
  reported_on: { 'zh-Hans': '来源日期', en: 'Reported on' },
  stage: { 'zh-Hans': '阶段', en: 'Stage' },
  stages: { 'zh-Hans': '已知的各阶段', en: 'Stages told of' },
  edition: { 'zh-Hans': '版次', en: 'Edition' },
  ics: { 'zh-Hans': 'ICS', en: 'ICS' },
  ccs: { 'zh-Hans': 'CCS', en: 'CCS' },
  industry: { 'zh-Hans': '国民经济行业', en: 'Industry' },
  region: { 'zh-Hans': '地区', en: 'Region' },
  sector: { 'zh-Hans': '行业代号', en: 'Sector' },
  topics: { 'zh-Hans': '主题', en: 'Topics' },
  committee: { 'zh-Hans': '技术委员会', en: 'Committee' },
  department: { 'zh-Hans': '主管部门', en: 'Department' },
  issuers: { 'zh-Hans': '发布机构', en: 'Issued by' },
  drafters: { 'zh-Hans': '起草人', en: 'Drafters' },
  organizations: { 'zh-Hans': '起草单位', en: 'Drafting organizations' },
  filing: { 'zh-Hans': '备案', en: 'Filing' },
  pages: { 'zh-Hans': '页数', en: 'Pages' },
  languages: { 'zh-Hans': '文本语言', en: 'Languages of the text' },
  text_address: { 'zh-Hans': '文本地址', en: 'Address of the text' },
  remarks: { 'zh-Hans': '备注', en: 'Remarks' },
  'relation.replaces': { 'zh-Hans': '代替', en: 'Replaces' },
  'relation.replacedBy': { 'zh-Hans': '被代替', en: 'Replaced by' },
  'relation.amends': { 'zh-Hans': '修改', en: 'Amends' },
  'relation.adopts': { 'zh-Hans': '采用', en: 'Adopts' },
  'relation.normativeReference': { 'zh-Hans': '规范性引用', en: 'Normative references' },
  'relation.cites': { 'zh-Hans': '引用', en: 'Cites' },
  'relation.translates': { 'zh-Hans': '译自', en: 'Translates' },
  'relation.mergedInto': { 'zh-Hans': '并入', en: 'Merged into' },
  'relation.splitInto': { 'zh-Hans': '拆分为', en: 'Split into' },
};

/** The name of a field; a field without a name stands under its own. */
export function fieldName(lang: Language, field: string): LanguageText {
  const language = /^title\.(.+)$/.exec(field)?.[1];
  if (language !== undefined) {
    const name = languageName(lang, language);
    return { text: lang === 'en' ? `Title (${name})` : `名称（${name}）`, lang };
  }
  const name = fieldNames[field];
  return name === undefined ? { text: field, lang: 'en' } : { text: name[lang], lang };
}

/** A language by its name, without its script: 中文, Chinese. */
export function languageName(lang: Language, language: string): string {
  const [code = language] = language.split('-');
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? language;
  } catch {
    return language;
  }
}

const actNames: Readonly<Record<string, TextInBoth>> = {
  'standard-stated': { 'zh-Hans': '来源陈述', en: 'Stated by a source' },
  'standard-statement-corrected': { 'zh-Hans': '更正陈述', en: 'Statement corrected' },
  'standard-stages-stated': { 'zh-Hans': '来源陈述过去的阶段', en: 'Past stages told by a source' },
  'standard-withdrawn': { 'zh-Hans': '废止', en: 'Withdrawn' },
  'standard-number-cancelled': { 'zh-Hans': '注销编号', en: 'Number cancelled' },
  'standard-suspended': { 'zh-Hans': '暂停实施', en: 'Suspended' },
  'standard-nature-changed': { 'zh-Hans': '性质变更', en: 'Nature changed' },
  'standard-annulled': { 'zh-Hans': '撤销误录', en: 'Record annulled' },
};

/** What happened, with the source that spoke where one did. */
export function actName(lang: Language, type: string, source: string | undefined): LanguageText {
  const name = actNames[type]?.[lang] ?? type;
  if (source === undefined) return { text: name, lang };
  return { text: lang === 'en' ? `${name}: ${source}` : `${name}：${source}`, lang };
}

const basisNames: Readonly<Record<string, TextInBoth>> = {
  'operator at the command line': { 'zh-Hans': '管理员命令行操作', en: 'operator at the command line' },
  'request by a reader': { 'zh-Hans': '读者提交', en: 'request by a reader' },
};

/** The basis of an act: as written, but what the system itself writes stands in the page's language. */
export function basisText(lang: Language, basis: string): LanguageText {
  const name = basisNames[basis]?.[lang];
  return name === undefined ? written(basis) : { text: name, lang };
}

/** The rule by which one of several statements is shown. */
export const precedenceRule: TextInBoth = {
  'zh-Hans': '来源的次序（登记册公布的次序表）；次序相同时以较新的陈述为准',
  en: 'The published order of sources; among equals the later statement',
};

/** A value of a field in words. */
export function valueText(lang: Language, value: unknown): string {
  const separator = lang === 'en' ? '; ' : '；';
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => valueText(lang, one)).join(separator);
  if (typeof value !== 'object') return String(value);
  return partsOfValue({ ...value }).join(' ');
}

/** The parts of a structured value in the order in which a reader wants them. */
function partsOfValue(value: Readonly<Record<string, unknown>>): readonly string[] {
  const order = [
    'written',
    'lang',
    'number',
    'target',
    'text',
    'date',
    'scope',
    'togetherWith',
    'words',
    'degree',
    'from',
    'until',
    'by',
    'reason',
    'instead',
    'state',
  ];
  return order.flatMap((name) => {
    const part = value[name];
    if (part === undefined || part === null || part === '') return [];
    if (typeof part === 'object' && !Array.isArray(part)) return partsOfValue({ ...part });
    return [Array.isArray(part) ? part.join(', ') : String(part)];
  });
}
