import type { RefusalText, RefusalTexts } from '../../foundation/refusal.ts';

/** What can be wrong or doubtful in one record of a source. `{field}` is the field, `{value}` what stands in it. */
export const sourceReadingTexts: RefusalTexts = {
  'standards.field-missing': text(
    ['缺少“{field}”。', '补充该项；不知道时，该行无法登记。'],
    ['"{field}" is missing.', 'Add it; without it the row can not be registered.'],
  ),
  'standards.field-of-wrong-kind': text(
    ['“{field}”的内容“{value}”类型不对，应为 {expected}。', '按模板说明改正该项。'],
    [
      '"{field}" holds "{value}", which is not of the expected kind ({expected}).',
      'Correct it as the template describes.',
    ],
  ),
  'standards.field-too-long': text(
    ['“{field}”超过 {limit} 的长度限制。', '缩短；全文不在此处登记。'],
    ['"{field}" is longer than {limit}.', 'Shorten it; full texts are not registered here.'],
  ),
  'standards.field-unknown': text(
    ['模板没有这些列：{names}。', '删除，或改用模板的列名。'],
    ['The template has no fields {names}.', 'Remove them, or use the names of the template.'],
  ),
  'standards.field-not-in-list': text(
    ['“{field}”的内容“{value}”不在允许的取值中：{expected}。', '改用其中一个取值。'],
    ['"{field}" holds "{value}", which is not one of: {expected}.', 'Use one of these.'],
  ),
  'standards.field-not-understood': text(
    ['“{field}”的内容“{value}”无法理解。', '按模板中的示例改正。'],
    ['"{field}" holds "{value}", which is not understood.', 'Correct it as in the example of the template.'],
  ),
  'standards.nested-value': text(
    [
      '“{field}”中的对象“{value}”不是本登记册所给出的形式，未采用。',
      '写成文本，或写成接口所用的成员，例如 {"name":"甲研究院","role":"leading"}、{"number":"GB/T 1-2009","whole":false}。',
    ],
    [
      'The object "{value}" in "{field}" is not of a form that this register gives out; it was not taken.',
      'Write it as text, or with the members that the interface uses, as in {"name":"Institute A","role":"leading"}, {"number":"GB/T 1-2009","whole":false}.',
    ],
  ),
  'standards.date-not-understood': text(
    ['“{value}”不是日期。', '写成 2023-05-01、2023.5.1 或 2023年5月1日；只知道年月时写 2023-05。'],
    ['"{value}" is not a date.', 'Write 2023-05-01; when only the month is known, 2023-05.'],
  ),
  'standards.date-impossible': text(
    ['“{value}”不是历法中存在的日期。', '核对月份和日。'],
    ['"{value}" is not a day of the calendar.', 'Check the month and the day.'],
  ),
  'standards.date-doubtful': text(
    ['“{value}”可以有不同的读法，已取最可能的一种。', '核对；写成 2023-05-01 则没有疑问。'],
    ['"{value}" can be read in more than one way; the likeliest was taken.', 'Check it; 2023-05-01 leaves no doubt.'],
  ),
  'standards.number-not-understood': text(
    ['“{value}”不是可以识别的标准编号。', '按封面上的写法填写，例如 GB/T 1.1—2020。'],
    ['"{value}" is not a standard number that is understood.', 'Write it as on the cover, for example GB/T 1.1—2020.'],
  ),
  'standards.number-ambiguous': text(
    ['“{value}”有几种读法。', '写出完整的前缀。'],
    ['"{value}" can be read in several ways.', 'Write the prefix in full.'],
  ),
  'standards.number-several': text(
    ['“{value}”不止一个标准编号。', '一行只登记一个标准：拆成几行，每行写一个完整的编号。'],
    [
      '"{value}" holds more than one standard number.',
      'A row is one standard: divide it into rows, each with one whole number.',
    ],
  ),
  'standards.number-without-year': text(
    ['“{value}”没有年份，不是某一版标准的编号。', '按封面写出年份，例如 GB/T 1.1—2020。'],
    [
      '"{value}" has no year, so that it names no single edition.',
      'Write the year as on the cover, for example GB/T 1.1—2020.',
    ],
  ),
  'standards.replaced-as-a-whole': text(
    [
      '“{value}”中编号以外的文字无法理解，已按代替整个标准登记。',
      '核对；只代替一部分时写“部分代替”，或写明章、条、附录，例如 GB/T 1-2009（第3章）。',
    ],
    [
      'The words beside the number in "{value}" are not understood; the whole standard was taken as replaced.',
      'Check it; for a part write "in part", or the clause or annex, as in GB/T 1-2009 (clause 3).',
    ],
  ),
  'standards.part-of-the-one-before': text(
    [
      '“{value}”前一个编号写有“部分代替”，它自己没有，已按代替整个标准登记。',
      '核对；也只代替一部分时，在它前面同样写“部分代替”。',
    ],
    [
      'The number before "{value}" is replaced in part, it has no such word itself; the whole standard was taken as replaced.',
      'Check it; if only a part of it is replaced as well, write "in part" beside it too.',
    ],
  ),
  'standards.adopted-document-not-replaced': text(
    ['“{value}”是旧标准所采用的文件，不是被代替的标准，未采用。', '如确为被代替的标准，只写编号。'],
    [
      '"{value}" is a document that the old standard adopted, not one that is replaced; it was not taken.',
      'If it is replaced, write its number alone.',
    ],
  ),
  'standards.others-not-named': text(
    ['“{value}”还指未写出编号的标准，只登记了写出的编号。', '逐一写出全部编号。'],
    [
      '"{value}" means further standards without naming them; only the number given was taken.',
      'Write all the numbers.',
    ],
  ),
  'standards.range-of-parts': text(
    ['“{value}”已理解为从第一个到最后一个的每一部分。', '核对；逐一写出编号则没有疑问。'],
    [
      '"{value}" was taken as each part from the first to the last.',
      'Check it; numbers written one by one leave no doubt.',
    ],
  ),
  'standards.range-not-understood': text(
    ['“{value}”是一组编号，不能确定各是哪些，已原样保留。', '逐一写出编号。'],
    [
      '"{value}" is a range of numbers that can not be told one by one; it was kept as written.',
      'Write the numbers one by one.',
    ],
  ),
  'standards.words-beside-number': text(
    ['“{value}”中编号以外的文字无法理解，只采用了编号。', '采用程度写 IDT、MOD 或 NEQ，每个编号一个。'],
    [
      'The words beside the number in "{value}" are not understood; the number alone was taken.',
      'Write the degree of adoption as IDT, MOD or NEQ, one for each number.',
    ],
  ),
  'standards.relation-to-itself': text(
    ['“{value}”是本标准自己的编号，这一关系未采用。', '核对被代替或所涉及的编号，多为年份写错。'],
    [
      '"{value}" is the number of this standard itself; the relation was not taken.',
      'Check the other number; often its year is wrong.',
    ],
  ),
  'standards.field-against-number': text(
    ['“{field}”的内容“{value}”与标准编号不符。', '核对该项和编号；按来源原样保留。'],
    [
      '"{field}" holds "{value}", which does not agree with the standard number.',
      'Compare both; they are kept as the source gives them.',
    ],
  ),
  'standards.implemented-on-publication': text(
    ['实施日期写作“{value}”，已取发布日期。', '核对；写出日期则没有疑问。'],
    [
      'The implementation date is written "{value}"; the publication date was taken.',
      'Check it; a written date leaves no doubt.',
    ],
  ),
  'standards.implemented-before-published': text(
    ['实施日期 {value} 早于发布日期。', '核对两个日期；按来源原样保留。'],
    [
      'The implementation date {value} lies before the publication date.',
      'Compare both dates; they are kept as the source gives them.',
    ],
  ),
  'standards.code-not-in-list': text(
    ['代码“{value}”不在“{field}”的代码表中。', '核对该代码。'],
    ['The code "{value}" is not in the code list of "{field}".', 'Check the code.'],
  ),
  'standards.credit-code-wrong': text(
    ['统一社会信用代码“{value}”的校验码不符。', '核对该代码，字母 O、I、S、V、Z 不会出现。'],
    [
      'The unified social credit code "{value}" does not agree with its check character.',
      'Check the code; the letters O, I, S, V, Z do not occur in it.',
    ],
  ),
  'standards.reference-not-iso': text(
    ['“{value}”不是 ISO 或 IEC 文件的编号。', '此格式只登记 ISO、IEC 的文件；其他标准用 standards 格式导入。'],
    [
      '"{value}" is not the reference of an ISO or IEC deliverable.',
      'This format registers documents of ISO and IEC only; import other standards in the format standards.',
    ],
  ),
  'standards.stage-unknown': text(
    ['阶段代码“{value}”不存在。', '核对；ISO 阶段代码形如 6060，即 60.60。'],
    ['There is no stage {value}.', 'Check it; ISO stages are written like 6060, meaning 60.60.'],
  ),
  'standards.status-not-understood': text(
    ['状态“{value}”无法理解，未采用。', '使用：制定中、即将实施、现行、被代替、废止。'],
    [
      'The status "{value}" is not understood and was not taken.',
      'Use: in development, not yet in force, in force, superseded, withdrawn.',
    ],
  ),
  'standards.target-id-unknown': text(
    ['所指的 ISO 文件 {value} 不在本文件和登记册中。', '无需处理；该文件登记后关系自动成立。'],
    [
      'The ISO deliverable {value} it points to is neither in this file nor in the register.',
      'Nothing to do; the relation holds as soon as that deliverable is registered.',
    ],
  ),
  'standards.relation-ambiguous': text(
    ['关系“{value}”的方向不明，未采用。', '在来源中改用明确的关系类型。'],
    [
      'The direction of the relation "{value}" is not clear, and it was not taken.',
      'Use a definite type of relation in the source.',
    ],
  ),
  'standards.conflict-not-understood': text(
    ['其他来源对“{value}”的不同说法无法理解，未采用。', '核对该行的 conflicts。'],
    [
      'What another source says differently of "{value}" is not understood and was not taken.',
      'Check the conflicts of the row.',
    ],
  ),
  'standards.source-not-described': text(
    ['来源“{value}”未在 definitions/sources 中说明。', '先说明该来源及其许可。'],
    [
      'The source "{value}" is not described in definitions/sources.',
      'Describe the source and its licence there first.',
    ],
  ),
  'standards.record-not-yaml': text(
    ['第 {line} 行第 {column} 列起不是有效的 YAML：{whyZh}。', '更正该处后重新导入。'],
    ['From line {line}, column {column} on it is not valid YAML: {whyEn}.', 'Correct that place and import again.'],
  ),
  'standards.record-without-number': text(
    ['记录中没有标准编号。', '在 docidentifier 中给出编号。'],
    ['The record has no standard number.', 'Give the number in docidentifier.'],
  ),
};

function text([zh, remedyZh]: readonly [string, string], [en, remedyEn]: readonly [string, string]): RefusalText {
  return { category: 'invalid', zh, en, remedyZh, remedyEn };
}
