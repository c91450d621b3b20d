import { explainTableProblem, type TableRefusal } from '@guiju/office-tables';
import { type Refusal, type RefusalTexts, refusal } from '../../foundation/refusal.ts';

/** What an import refuses beside what its readers find wrong in a row. */
export const importRefusals: RefusalTexts = {
  'standards.file-refused': {
    category: 'invalid',
    zh: '文件没有读取：{zh}',
    en: 'The file was not read: {en}',
    remedyZh: '{remedyZh}',
    remedyEn: '{remedyEn}',
  },
  'standards.no-number-column': {
    category: 'invalid',
    zh: '没有找到标准编号一列；读到的列标题：{headings}。',
    en: 'No column with standard numbers was found; the headings read are: {headings}.',
    remedyZh: '用 --preview 查看理解结果，在核对工作簿中指定编号列（number）。',
    remedyEn: 'See how the file was understood with --preview, and name the column of numbers (number) in the review workbook.',
  },
  'standards.review-not-ours': {
    category: 'invalid',
    zh: '这不是核对工作簿：缺少“列 columns”或“单元格 cells”工作表。',
    en: 'This is no review workbook: the sheet “列 columns” or “单元格 cells” is missing.',
    remedyZh: '用 --preview 重新生成核对工作簿，在其中更正。',
    remedyEn: 'Make the review workbook again with --preview and correct in it.',
  },
  'standards.review-field-unknown': {
    category: 'invalid',
    zh: '核对工作簿中写的字段“{field}”不存在。',
    en: 'The review workbook names a field “{field}” that does not exist.',
    remedyZh: '从“字段 fields”工作表中选一个字段名；不读该列时写“-”。',
    remedyEn: 'Choose a name from the sheet “字段 fields”; write “-” for a column that is not to be read.',
  },
  'standards.file-too-large': {
    category: 'too-large',
    zh: '文件有 {bytes} 字节，超过 {largest} 字节的上限。',
    en: 'The file has {bytes} bytes; at most {largest} are read.',
    remedyZh: '分成几个文件导入。',
    remedyEn: 'Import it in several files.',
  },
  'standards.file-not-readable': {
    category: 'not-found',
    zh: '读不到文件 {path}。',
    en: 'The file {path} cannot be read.',
    remedyZh: '核对路径和权限后再试。',
    remedyEn: 'Check path and rights and try again.',
  },
  'standards.line-not-json': {
    category: 'invalid',
    zh: '这一行不是 JSON：{value}',
    en: 'This line is not JSON: {value}',
    remedyZh: '每行应为一个完整的 JSON 对象；改正后重新导入。',
    remedyEn: 'Each line must be one whole JSON object; correct it and import again.',
  },
  'standards.number-registered-otherwise': {
    category: 'conflict',
    zh: '编号 {number} 已由另一条记录持有。',
    en: 'The number {number} is held by another record.',
    remedyZh: '核对来源的编号；确为同一标准时，先撤销误录的那一条。',
    remedyEn: 'Check the number in the source; if it is the same standard, annul the record entered in error first.',
  },
};

/** A refusal of the file reader, in its own words. */
export function fileRefused(refused: TableRefusal): Refusal {
  const { zh, en } = explainTableProblem(refused);
  return refusal('standards.file-refused', { reason: refused.code, zh: zh.what, en: en.what, remedyZh: zh.remedy, remedyEn: en.remedy });
}
