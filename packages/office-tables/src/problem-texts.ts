import type { TableProblemCode } from './table.ts';

/** What happened and what to do, Chinese then English. */
export type BilingualText = readonly [zhWhat: string, zhRemedy: string, enWhat: string, enRemedy: string];

/** Remarks on files that were read. `{name}` stands for a detail. */
export const problemTexts: Readonly<Record<TableProblemCode, BilingualText>> = {
  'office-tables.formula-refused': [
    '单元格是公式（{formula}），公式不作为数据读取。',
    '在表格软件中复制该列，用“选择性粘贴—数值”粘贴后重新上传。',
    'The cell is a formula ({formula}); formulas are not read as data.',
    'Copy the column in your spreadsheet program, paste it back as values, and send the file again.',
  ],
  'office-tables.formula-value-taken': [
    '单元格是公式（{formula}），读取的是文件中保存的结果，未重新计算。',
    '如果结果可能已过期，先在表格软件中打开并保存文件。',
    'The cell is a formula ({formula}); the result stored in the file was taken, nothing was calculated.',
    'If the result may be out of date, open and save the file in your spreadsheet program first.',
  ],
  'office-tables.characters-removed': [
    '去除了 {count} 个控制字符或改变书写方向的字符。',
    '核对该处文字；若文字有误，在原文件中重新输入。',
    '{count} control characters or characters that change the direction of writing were removed.',
    'Check the text at this place; if it is wrong, type it again in your file.',
  ],
  'office-tables.error-cell': [
    '单元格是错误值 {value}，不是数据。',
    '在原文件中改正产生该错误的公式，或直接填写内容。',
    'The cell holds the error {value}, not data.',
    'Correct the formula behind it in your file, or type the content.',
  ],
  'office-tables.hidden-sheet': [
    '该工作表在文件中是隐藏的，仍已读取。',
    '如果不应导入，删除该工作表后重新上传，或在列的对应关系中不选它。',
    'The sheet is hidden in the file; it was read all the same.',
    'If it must not be imported, delete it and send the file again, or leave it out when columns are assigned.',
  ],
  'office-tables.hidden-rows': [
    '该工作表有 {count} 行被隐藏或被筛选，仍已读取。',
    '如果不应导入，删除这些行后重新上传。',
    '{count} rows of the sheet are hidden or filtered out; they were read all the same.',
    'If they must not be imported, delete them and send the file again.',
  ],
  'office-tables.hidden-columns': [
    '该工作表有 {count} 列被隐藏（{columns}），仍已读取。',
    '如果不应导入，删除这些列后重新上传。',
    '{count} columns of the sheet are hidden ({columns}); they were read all the same.',
    'If they must not be imported, delete them and send the file again.',
  ],
  'office-tables.macros-ignored': [
    '文件含有宏，宏未被执行也未被保存。',
    '无需处理；建议另存为 .xlsx 后发送。',
    'The file holds macros; they were neither run nor kept.',
    'Nothing to do; better save it as .xlsx before sending.',
  ],
  'office-tables.encoding-guessed': [
    '文件没有说明文字编码，按 {encoding} 读取，但其中少见字较多，可能有误。',
    '核对下面显示的文字；若是乱码，把文件另存为“CSV UTF-8”后重新上传。',
    'The file does not state its encoding; it was read as {encoding}, but many rare characters appeared, so this may be wrong.',
    'Check the texts shown; if they are garbled, save the file as “CSV UTF-8” and send it again.',
  ],
  'office-tables.line-not-json': [
    '该行不是一个 JSON 对象（开头为：{begins}），未读取。',
    '每行应是一个完整的 JSON 对象，如 {"number":"GB 1-2020"}。',
    'The line is not one JSON object (it begins: {begins}); it was not read.',
    'Make each line one complete JSON object, such as {"number":"GB 1-2020"}.',
  ],
  'office-tables.impossible-date': [
    '单元格按日期显示，但数值 {number} 不是任何一天，按数字读取。',
    '在原文件中改为正确的日期。',
    'The cell is formatted as a date, but {number} is no day; it was read as a number.',
    'Enter the right date in your file.',
  ],
  'office-tables.tracked-changes': [
    '文档含有修订，读取的是接受全部修订后的文字。',
    '核对结果；如有必要，接受或拒绝修订后重新上传。',
    'The document holds tracked changes; it was read as if all were accepted.',
    'Check the result; if need be, accept or reject the changes and send it again.',
  ],
  'office-tables.more-problems': [
    '另有 {count} 条同类提示未列出。',
    '先处理已列出的各条，再重新上传。',
    '{count} more remarks are not listed.',
    'Deal with the listed ones first, then send the file again.',
  ],
};
