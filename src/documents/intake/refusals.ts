import type { RefusalTexts } from '../../foundation/refusal.ts';

const saveAgainZh = '用办公软件打开，另存为 .docx、.xlsx 或 PDF 后上传。';
const saveAgainEn = 'Open it in an office program, save it as .docx, .xlsx or PDF, and send that.';

/** Why a file is not taken. Nothing of it is kept. */
export const intakeRefusals: RefusalTexts = {
  'documents.file-absent': {
    category: 'invalid',
    zh: '没有选择文件。',
    en: 'No file was chosen.',
    remedyZh: '选择一个文件后再提交。',
    remedyEn: 'Choose a file and send the form again.',
  },
  'documents.file-empty': {
    category: 'invalid',
    zh: '文件“{file}”是空的，没有任何字节。',
    en: 'The file “{file}” is empty: it has no bytes.',
    remedyZh: '核对文件已经保存，再上传。',
    remedyEn: 'Check that it was saved, and send it again.',
  },
  'documents.file-too-large': {
    category: 'too-large',
    zh: '文件“{file}”有 {size} 字节，超过这类文件 {largest} MiB 的上限。',
    en: 'The file “{file}” has {size} bytes; of its kind at most {largest} MiB are taken.',
    remedyZh: '压缩其中的图片，或者分成几个文件上传；上限由设置 documents.largest 规定。',
    remedyEn:
      'Make its pictures smaller, or send it in several files; the setting documents.largest says how much is taken.',
  },
  'documents.too-large': {
    category: 'too-large',
    zh: '送来的内容超过 {largest} 字节的上限，没有保存。',
    en: 'What was sent is larger than {largest} bytes and was not kept.',
    remedyZh: '分成几个文件上传。',
    remedyEn: 'Send it in several files.',
  },
  'documents.file-kind-not-taken': {
    category: 'invalid',
    zh: '文件“{file}”的内容是 {kind}，这里不收。',
    en: 'The content of “{file}” is {kind}, which is not taken here.',
    remedyZh: '上传 PDF、DOCX、XLSX、NISO STS XML、PNG、JPEG、WebP、TIFF 或纯文本；文件的种类由内容决定，与名称无关。',
    remedyEn:
      'Send PDF, DOCX, XLSX, NISO STS XML, PNG, JPEG, WebP, TIFF or plain text; the content decides, not the name.',
  },
  'documents.file-old-office': {
    category: 'invalid',
    zh: '文件“{file}”是旧格式的办公文件（.doc、.xls），可能带有宏，这里不收。',
    en: 'The file “{file}” is of an old office format (.doc, .xls), which may carry macros, and is not taken.',
    remedyZh: saveAgainZh,
    remedyEn: saveAgainEn,
  },
  'documents.file-encrypted': {
    category: 'invalid',
    zh: '文件“{file}”已加密或设有打开密码，无法核对内容。',
    en: 'The file “{file}” is encrypted or has a password, so that its content cannot be checked.',
    remedyZh: '打开文件，去掉密码和加密后另存，再上传。',
    remedyEn: 'Open it, take away password and encryption, save it, and send it again.',
  },
  'documents.file-macros': {
    category: 'invalid',
    zh: '文件“{file}”带有宏（{part}），这里不收任何会执行的内容。',
    en: 'The file “{file}” carries macros ({part}); nothing that could be executed is taken.',
    remedyZh: '另存为不带宏的 .docx 或 .xlsx，再上传。',
    remedyEn: 'Save it as .docx or .xlsx without macros and send that.',
  },
  'documents.file-active': {
    category: 'invalid',
    zh: '文件“{file}”含有打开时会执行、嵌入或从别处取来的内容（{part}），这里不收。',
    en: 'The file “{file}” holds something that is executed, embedded or fetched from elsewhere when it is opened ({part}); it is not taken.',
    remedyZh: '去掉脚本、嵌入文件和外部模板，或者打印为 PDF（最好是 PDF/A）后上传。',
    remedyEn:
      'Take out scripts, embedded files and templates from elsewhere, or print it to PDF (PDF/A is best) and send that.',
  },
  'documents.file-nested': {
    category: 'invalid',
    zh: '文件“{file}”的压缩包里还有压缩包（{part}），这里不收。',
    en: 'The file “{file}” holds an archive within an archive ({part}), which is not taken.',
    remedyZh: '把里面的文件解压后分别上传。',
    remedyEn: 'Unpack the inner archive and send its files one by one.',
  },
  'documents.file-bursts': {
    category: 'too-large',
    zh: '文件“{file}”解压后的大小超过声明或上限（{part}），与压缩炸弹的特征相同，没有读取。',
    en: 'The file “{file}” unpacks to more than it states or than is allowed ({part}), as a zip bomb does; it was not read.',
    remedyZh: saveAgainZh,
    remedyEn: saveAgainEn,
  },
  'documents.file-broken': {
    category: 'invalid',
    zh: '文件“{file}”（{kind}）已损坏或不完整，在 {place} 处读不下去。',
    en: 'The file “{file}” ({kind}) is damaged or cut off; it cannot be read at {place}.',
    remedyZh: '重新取得文件，或者用办公软件修复并另存后上传。',
    remedyEn: 'Get the file again, or repair and save it in an office program, and send that.',
  },
  'documents.file-two-kinds': {
    category: 'invalid',
    zh: '文件“{file}”同时是两种文件（第 {place} 字节起是另一种内容），这里不收。',
    en: 'The file “{file}” is two kinds of file at once (another content begins at byte {place}); it is not taken.',
    remedyZh: '用原来的软件重新导出后上传。',
    remedyEn: 'Export it anew from the program that made it and send that.',
  },
  'documents.file-markup': {
    category: 'invalid',
    zh: '文件“{file}”是标记文本（{kind}），不是 NISO STS。网页和 SVG 可能带有脚本，这里不收。',
    en: 'The file “{file}” is markup ({kind}) and no NISO STS. Pages of the web and SVG may carry scripts and are not taken.',
    remedyZh: '标准文本用 NISO STS（根元素 standard 或 adoption）；其他内容打印为 PDF 后上传。',
    remedyEn:
      'Send the text of a standard as NISO STS (root element standard or adoption); print anything else to PDF.',
  },
  'documents.file-entities': {
    category: 'invalid',
    zh: '文件“{file}”声明或使用了 XML 实体（{part}），可能读取别处的文件或无限展开，没有读取。',
    en: 'The file “{file}” declares or uses XML entities ({part}), which may read other files or expand without end; it was not read.',
    remedyZh: '去掉文档类型声明中的实体，用字符本身代替后上传。',
    remedyEn: 'Take the entities out of the document type, write the characters themselves, and send it again.',
  },
};
