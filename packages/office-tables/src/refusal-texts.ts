import type { BilingualText } from './problem-texts.ts';
import type { TableRefusalCode } from './table.ts';

const saveAsXlsx = '在表格或文字处理软件中打开，另存为 .xlsx 或 .docx 后重新上传。';
const saveAsXlsxEn = 'Open it in your office program, save it as .xlsx or .docx, and send it again.';
const splitFile = '把文件分成几个较小的文件后分别上传。';
const splitFileEn = 'Divide the file into smaller ones and send them one by one.';

/** Why a file was not read. `{name}` stands for a detail. */
export const refusalTexts: Readonly<Record<TableRefusalCode, BilingualText>> = {
  'office-tables.file-empty': [
    '文件是空的，没有任何字节。',
    '检查文件是否保存成功，再重新上传。',
    'The file is empty: it has no bytes.',
    'Check that it was saved, and send it again.',
  ],
  'office-tables.file-too-large': [
    '文件有 {bytes} 字节，超过上限 {limit} 字节。',
    '删除图片和无用的工作表，或把文件分成几个后上传。',
    'The file has {bytes} bytes; at most {limit} are taken.',
    'Delete pictures and unused sheets, or divide the file.',
  ],
  'office-tables.zip-bomb': [
    '文件解压后的大小与其声明或上限不符（压缩炸弹的特征），未读取。',
    saveAsXlsx,
    'What the file unpacks to exceeds what it states or what is allowed, as a zip bomb does; it was not read.',
    saveAsXlsxEn,
  ],
  'office-tables.zip-broken': [
    '文件的压缩结构已损坏或不完整。',
    '重新从来源处取得文件，或用办公软件打开修复并另存后上传。',
    'The archive inside the file is damaged or cut off.',
    'Get the file again from its source, or repair and save it in your office program.',
  ],
  'office-tables.zip-too-many-entries': [
    '文件内含 {entries} 个部件，超过上限 {limit}。',
    saveAsXlsx,
    'The file holds {entries} parts; at most {limit} are allowed.',
    saveAsXlsxEn,
  ],
  'office-tables.zip-unsafe-name': [
    '压缩文件中有越出自身目录的文件名（{name}），未读取。',
    saveAsXlsx,
    'The archive holds a name that leads outside of it ({name}); it was not read.',
    saveAsXlsxEn,
  ],
  'office-tables.zip-duplicate-name': [
    '压缩文件中同一部件出现两次，无法确定以哪个为准。',
    saveAsXlsx,
    'The archive holds one part twice; which one counts cannot be told.',
    saveAsXlsxEn,
  ],
  'office-tables.zip-not-office': [
    '这是压缩文件，但不是 .xlsx 或 .docx。',
    '先解压，再上传其中的 .xlsx、.docx 或 .csv 文件。',
    'This is an archive, but neither .xlsx nor .docx.',
    'Unpack it and send the .xlsx, .docx or .csv file inside.',
  ],
  'office-tables.password-protected': [
    '文件有打开密码或已加密，无法读取。',
    '在办公软件中取消密码后另存，再重新上传。',
    'The file is encrypted or protected by a password to open it.',
    'Remove the password in your office program, save, and send it again.',
  ],
  'office-tables.legacy-format': [
    '这是旧版二进制格式（{format}）。',
    saveAsXlsx,
    'This is an old binary format ({format}).',
    saveAsXlsxEn,
  ],
  'office-tables.binary-workbook': [
    '这是二进制工作簿（.xlsb）。',
    '另存为 .xlsx 后重新上传。',
    'This is a binary workbook (.xlsb).',
    'Save it as .xlsx and send it again.',
  ],
  'office-tables.other-office-format': [
    '这是另一种办公文件（{format}），不是表格 .xlsx 或文档 .docx。',
    saveAsXlsx,
    'This is another kind of office file ({format}), neither .xlsx nor .docx.',
    saveAsXlsxEn,
  ],
  'office-tables.not-a-table-file': [
    '文件内容不是表格或文字（识别为：{format}）。',
    '上传 .xlsx、.docx、.csv 或 .txt 文件；PDF 或图片中的表格先转换为这些格式。',
    'The file holds neither table nor text (recognized as: {format}).',
    'Send .xlsx, .docx, .csv or .txt; convert tables in a PDF or picture first.',
  ],
  'office-tables.html': [
    '文件内容是网页（HTML），不论其扩展名如何。',
    '有些系统把网页保存为 .xls：在表格软件中打开，另存为 .xlsx 后上传。',
    'The file holds a web page (HTML), whatever its name says.',
    'Some systems save web pages as .xls: open it in your spreadsheet program and save it as .xlsx.',
  ],
  'office-tables.xml-file': [
    '文件内容是 XML，不是表格。',
    saveAsXlsx,
    'The file holds XML, not a table.',
    saveAsXlsxEn,
  ],
  'office-tables.json-not-lines': [
    '文件是一个 JSON 数组。',
    '改为 JSON Lines：每行一个对象，没有方括号和行末逗号。',
    'The file is one JSON array.',
    'Make it JSON Lines: one object on each line, without brackets and commas between lines.',
  ],
  'office-tables.xml-doctype': [
    '文件的部件含有文档类型声明（DOCTYPE），办公文件中不允许。',
    saveAsXlsx,
    'A part of the file has a document type declaration (DOCTYPE), which office files must not have.',
    saveAsXlsxEn,
  ],
  'office-tables.xml-entity': [
    '文件的部件使用了未知实体。',
    saveAsXlsx,
    'A part of the file uses an unknown entity.',
    saveAsXlsxEn,
  ],
  'office-tables.xml-broken': [
    '文件的部件不符合 XML 或办公文件的规则，可能已损坏。',
    '在办公软件中打开修复，另存后重新上传。',
    'A part of the file breaks the rules of XML or of office files; it may be damaged.',
    'Repair it in your office program, save it and send it again.',
  ],
  'office-tables.xml-too-deep': [
    '文件的部件嵌套超过 {limit} 层。',
    saveAsXlsx,
    'A part of the file is nested deeper than {limit} levels.',
    saveAsXlsxEn,
  ],
  'office-tables.part-missing': [
    '文件缺少其自身引用的部件。',
    '在办公软件中打开修复，另存后重新上传。',
    'The file lacks a part that it refers to.',
    'Repair it in your office program, save it and send it again.',
  ],
  'office-tables.encoding-unknown': [
    '文件的文字编码无法识别，既不是 UTF-8、UTF-16，也不是 GB18030。',
    '在表格软件中另存为“CSV UTF-8”后重新上传。',
    'The encoding of the text is not UTF-8, UTF-16 or GB18030.',
    'Save it as “CSV UTF-8” in your spreadsheet program and send it again.',
  ],
  'office-tables.encoding-broken': [
    '文件按 {encoding} 编码，但其中有损坏的字节。',
    '重新从来源处取得文件，或另存为“CSV UTF-8”后上传。',
    'The file is encoded in {encoding}, but some bytes are damaged.',
    'Get the file again from its source, or save it as “CSV UTF-8”.',
  ],
  'office-tables.too-many-sheets': [
    '工作表（或文档中的表格）多于 {limit} 个。',
    splitFile,
    'There are more than {limit} sheets, or tables of a document.',
    splitFileEn,
  ],
  'office-tables.too-many-rows': [
    '数据延伸至 {rows} 行，上限为 {limit} 行。',
    '如果末尾有游离的单元格，删除下方的空行；否则把文件分成几个后上传。',
    'The data reach over {rows} rows; at most {limit} are taken.',
    'If a stray cell stands far below, delete the empty rows; otherwise divide the file.',
  ],
  'office-tables.too-many-columns': [
    '数据延伸至 {columns} 列，上限为 {limit} 列。',
    '如果右侧有游离的单元格，删除右侧的空列后重新上传。',
    'The data reach over {columns} columns; at most {limit} are taken.',
    'If a stray cell stands far to the right, delete the empty columns and send the file again.',
  ],
  'office-tables.too-many-cells': [
    '单元格、合并区域或样式的数目超过上限 {limit}。',
    splitFile,
    'There are more than {limit} cells, merged ranges or styles.',
    splitFileEn,
  ],
  'office-tables.too-many-paragraphs': [
    '文字多于 {limit} 段（行）。',
    splitFile,
    'There are more than {limit} paragraphs or lines.',
    splitFileEn,
  ],
  'office-tables.too-much-text': [
    '全部文字超过 {limit} 个字符。',
    splitFile,
    'All texts together have more than {limit} characters.',
    splitFileEn,
  ],
  'office-tables.cell-too-long': [
    '一个单元格或段落有 {characters} 个字符，上限为 {limit}。',
    '缩短该处文字；CSV 文件还要检查是否有未成对的引号。',
    'One cell or paragraph has {characters} characters; at most {limit} are taken.',
    'Shorten it; in a CSV file also look for a quote without its partner.',
  ],
  'office-tables.quote-not-closed': [
    'CSV 中有一个引号没有配对的结束引号。',
    '在该行补上引号，或在表格软件中重新另存为 CSV。',
    'A quote in the CSV file has no closing partner.',
    'Add it on this line, or save the file as CSV again in your spreadsheet program.',
  ],
  'office-tables.nothing-inside': [
    '文件可以打开，但没有任何内容。',
    '检查是否选对了文件。',
    'The file opens, but there is nothing in it.',
    'Check that you chose the right file.',
  ],
};
