import { explainTableProblem, type TableRefusal } from '@guiju/office-tables';
import { type Refusal, type RefusalText, type RefusalTexts, refusal } from '../../foundation/refusal.ts';

/** What an import refuses beside what its readers find wrong in a row. */
export const importRefusals: RefusalTexts = {
  'standards.file-refused': text(
    'invalid',
    ['文件没有读取：{zh}', '{remedyZh}'],
    ['The file was not read: {en}', '{remedyEn}'],
  ),
  'standards.file-remark': text('invalid', ['{zh}', '{remedyZh}'], ['{en}', '{remedyEn}']),
  'standards.no-number-column': text(
    'invalid',
    [
      '没有找到标准编号一列；读到的列标题：{headings}。',
      '用 --preview 查看理解结果，在核对工作簿中指定编号列（number）。',
    ],
    [
      'No column with standard numbers was found; the headings read are: {headings}.',
      'See how the file was understood with --preview, and name the column of numbers (number) in the review workbook.',
    ],
  ),
  'standards.sheet-not-read': text(
    'invalid',
    [
      '工作表“{sheet}”没有标准编号一列，未读取。',
      '如其中有标准，用 --preview 生成核对工作簿，为该表指定编号列（number）。',
    ],
    [
      'The sheet “{sheet}” has no column of standard numbers and was not read.',
      'If it holds standards, make a review workbook with --preview and name its column of numbers (number).',
    ],
  ),
  'standards.columns-not-read': text(
    'invalid',
    [
      '这些列没有对应的字段，未读取：{columns}。',
      '如其中有要登记的内容，用 --preview 生成核对工作簿，在“改为字段”一栏指定字段。',
    ],
    [
      'No field is known for these columns and they were not read: {columns}.',
      'If they hold something to register, make a review workbook with --preview and name their fields in it.',
    ],
  ),
  'standards.lines-not-read': text(
    'invalid',
    [
      '这些行像注释、签署或合计，未读取：第 {lines} 行。',
      '如其中有标准，补上编号和名称使其与其他行一样，再导入一次；已登记的不会重复。',
    ],
    [
      'These lines look like notes, signatures or totals and were not read: {lines}.',
      'If one of them is a standard, give it number and title like the other rows and import again; what is registered is not entered twice.',
    ],
  ),
  'standards.row-says-otherwise': text(
    'invalid',
    [
      '第 {first} 行已列出同一标准 {number}，内容不同；第 {second} 行未登记。',
      '核对两行，只保留正确的一行；如为不同的标准，改正编号，企业标准可补充统一社会信用代码。',
    ],
    [
      'Row {first} names the same standard {number} and says something else; row {second} was not entered.',
      'Compare both rows and keep the right one; if they are different standards, correct the number, or add the credit code of the enterprise.',
    ],
  ),
  'standards.row-repeated': text(
    'invalid',
    ['第 {second} 行与第 {first} 行（{number}）内容相同，只登记一次。', '无需处理；可删除其中一行。'],
    [
      'Row {second} says the same as row {first} ({number}); it was entered once.',
      'Nothing to do; one of them may go.',
    ],
  ),
  'standards.review-not-ours': text(
    'invalid',
    [
      '这不是核对工作簿：缺少工作表“{sheet}”或其中的列“{column}”。',
      '用 --preview 重新生成核对工作簿，在其中更正；不要改动工作表和列的标题。',
    ],
    [
      'This is no review workbook: the sheet “{sheet}” or its column “{column}” is missing.',
      'Make the review workbook again with --preview and correct in it; leave the names of sheets and columns as they are.',
    ],
  ),
  'standards.review-not-for-table': text(
    'invalid',
    ['格式 {format} 没有需要核对的列。', '只有 standards 格式（xlsx、csv、jsonl）使用核对工作簿；去掉 --review。'],
    [
      'A file of the format {format} has no columns to review.',
      'Only the format standards (xlsx, csv, jsonl) uses a review workbook; leave out --review.',
    ],
  ),
  'standards.review-field-unknown': text(
    'invalid',
    ['核对工作簿第 {row} 行写的字段“{field}”不存在。', '从“字段 fields”工作表中选一个字段名；不读该列时写“-”。'],
    [
      'Row {row} of the review workbook names a field “{field}” that does not exist.',
      'Choose a name from the sheet “字段 fields”; write “-” for a column that is not to be read.',
    ],
  ),
  'standards.review-field-twice': text(
    'invalid',
    ['核对工作簿把同一工作表的两列都指定为“{field}”。', '只保留一列；另一列写“-”。'],
    [
      'The review workbook gives two columns of one sheet the field “{field}”.',
      'Leave it to one of them and write “-” for the other.',
    ],
  ),
  'standards.review-row-unknown': text(
    'invalid',
    [
      '核对工作簿更正的单元格不在文件中：工作表“{sheet}”第 {row} 行 {field}。',
      '该工作簿可能属于另一文件；用 --preview 重新生成。',
    ],
    [
      'The review workbook corrects a cell that the file does not have: sheet “{sheet}”, row {row}, {field}.',
      'The workbook may belong to another file; make it again with --preview.',
    ],
  ),
  'standards.review-of-other-file': text(
    'invalid',
    ['核对工作簿属于另一文件：没有一张工作表的标题与其相同。', '用 --preview 为这个文件重新生成核对工作簿。'],
    [
      'The review workbook belongs to another file: no sheet has the headings it speaks of.',
      'Make the review workbook of this file with --preview.',
    ],
  ),
  'standards.review-formula': text(
    'invalid',
    ['核对工作簿第 {row} 行的更正是公式。', '写出文字本身，不用公式。'],
    ['Row {row} of the review workbook corrects with a formula.', 'Write the text itself instead of a formula.'],
  ),
  'standards.review-header-unclear': text(
    'invalid',
    ['核对工作簿写的标题行“{value}”不是行号。', '写行号，例如 4 或 4-5；没有标题行时写“-”。'],
    [
      'The review workbook gives “{value}” as the header row.',
      'Write row numbers such as 4 or 4-5, or “-” when there is no header.',
    ],
  ),
  'standards.review-contradicts': text(
    'invalid',
    ['核对工作簿对同一处给出两种更正：“{one}”和“{other}”。', '只保留一种。'],
    ['The review workbook corrects one place in two ways: “{one}” and “{other}”.', 'Keep one of them.'],
  ),
  'standards.file-too-large': text(
    'too-large',
    ['文件有 {bytes} 字节，超过 {largest} 字节的上限。', '分成几个文件导入。'],
    ['The file has {bytes} bytes; at most {largest} are read.', 'Import it in several files.'],
  ),
  'standards.line-too-long': text(
    'too-large',
    ['第 {row} 行超过 {limit} 个字符。', '一行是一条标准的记录；核对文件是否为 JSON Lines。'],
    [
      'Line {row} is longer than {limit} characters.',
      'A line is the record of one standard; check that the file is JSON Lines.',
    ],
  ),
  'standards.file-not-utf8': text(
    'invalid',
    ['文件 {path} 不是 UTF-8 编码。', '另存为 UTF-8 后再导入。'],
    ['The file {path} is not encoded in UTF-8.', 'Save it as UTF-8 and import it again.'],
  ),
  'standards.file-not-readable': text(
    'not-found',
    ['读不到文件 {path}（{why}）。', '核对路径、权限和文件是否完整后再试。'],
    ['The file {path} cannot be read ({why}).', 'Check its path, your rights and whether it is whole, and try again.'],
  ),
  'standards.line-not-json': text(
    'invalid',
    ['这一行不是 JSON：{value}', '每行应为一个完整的 JSON 对象；改正后重新导入。'],
    ['This line is not JSON: {value}', 'Each line must be one whole JSON object; correct it and import again.'],
  ),
};

/** A refusal of the file reader, in its own words. */
export function fileRefused(refused: TableRefusal): Refusal {
  const { zh, en } = explainTableProblem(refused);
  return refusal('standards.file-refused', {
    reason: refused.code,
    zh: zh.what,
    en: en.what,
    remedyZh: zh.remedy,
    remedyEn: en.remedy,
  });
}

function text(
  category: RefusalText['category'],
  [zh, remedyZh]: readonly [string, string],
  [en, remedyEn]: readonly [string, string],
): RefusalText {
  return { category, zh, en, remedyZh, remedyEn };
}
