import type { RefusalTexts } from '../../foundation/refusal.ts';

/** What is wrong with a template of official paper, or with what is to be written on it. */
export const paperRefusals: RefusalTexts = {
  'documents.template-not-there': {
    category: 'not-found',
    zh: '没有公文模板“{template}”。',
    en: 'There is no template of official paper “{template}”.',
    remedyZh: '从模板页面的列表中选择。',
    remedyEn: 'Choose one from the list on the page of templates.',
  },
  'documents.template-not-docx': {
    category: 'invalid',
    zh: '“{file}”不是 DOCX 文件，不能作为公文模板。',
    en: '“{file}” is no DOCX file and cannot be a template of official paper.',
    remedyZh: '用文字处理软件另存为 .docx 后上传。',
    remedyEn: 'Save it as .docx in a word processor and send that.',
  },
  'documents.template-without-placeholders': {
    category: 'invalid',
    zh: '模板中没有占位符，什么也不会写入。',
    en: 'The template has no placeholder, so nothing would be written on it.',
    remedyZh: '在需要填写之处写上占位符，例如 {title}；可用的占位符列在模板页面上。',
    remedyEn:
      'Write placeholders such as {title} where something is to be filled in; the page of the template lists them.',
  },
  'documents.template-placeholder-unknown': {
    category: 'invalid',
    zh: '占位符 {tag} 没有可填的内容（位置：{place}）。',
    en: 'Nothing fills the placeholder {tag} (place: {place}).',
    remedyZh: '改为模板页面所列的占位符；列表中的占位符只能写在该列表之内。',
    remedyEn: 'Use a placeholder listed on the page of the template; those of a list stand inside that list only.',
  },
  'documents.template-placeholder-raw': {
    category: 'invalid',
    zh: '占位符 {tag} 要求写入原始 XML，这里不允许（位置：{place}）。',
    en: 'The placeholder {tag} asks for raw XML, which is not allowed here (place: {place}).',
    remedyZh: '去掉占位符前的 @ 等符号。',
    remedyEn: 'Take away the @ or other sign in front of the placeholder.',
  },
  'documents.template-loop-not-opened': {
    category: 'invalid',
    zh: '{tag} 是列表，要写成 {#…} 与 {/…} 一对（位置：{place}）。',
    en: '{tag} is a list; it has to be written as a pair of {#…} and {/…} (place: {place}).',
    remedyZh: '在重复部分之前写 {#名称}，之后写 {/名称}。',
    remedyEn: 'Write {#name} before what repeats and {/name} after it.',
  },
  'documents.template-loop-not-closed': {
    category: 'invalid',
    zh: '列表 {tag} 的开始与结束不成对（位置：{place}）。',
    en: 'Beginning and end of the list {tag} do not fit together (place: {place}).',
    remedyZh: '每个 {#名称} 对应一个 {/名称}，在同一表格行、同一段或各自独立的段中。',
    remedyEn:
      'Each {#name} needs its {/name}, in the same row of a table, the same paragraph, or paragraphs of their own.',
  },
  'documents.template-tag-broken': {
    category: 'invalid',
    zh: '占位符 {tag} 的花括号不成对（位置：{place}）。',
    en: 'The braces of the placeholder {tag} do not fit together (place: {place}).',
    remedyZh: '每个占位符以一个左花括号开始、一个右花括号结束。',
    remedyEn: 'Each placeholder begins with one opening brace and ends with one closing brace.',
  },
  'documents.template-broken': {
    category: 'conflict',
    zh: '模板不能填写：{tag}（{place}）。没有生成公文。',
    en: 'The template cannot be filled: {tag} ({place}). No paper was written.',
    remedyZh: '由管理员在模板页面上传改正的模板，或者恢复初始模板。',
    remedyEn: 'An administrator sends a corrected template on its page, or goes back to the founding one.',
  },
  'documents.paper-field-missing': {
    category: 'invalid',
    zh: '公文缺少“{field}”，没有生成。',
    en: 'The paper lacks “{field}” and was not written.',
    remedyZh: '补上这一项。',
    remedyEn: 'Give that field.',
  },
  'documents.paper-field-unknown': {
    category: 'invalid',
    zh: '公文没有“{field}”这一项，没有生成。',
    en: 'The paper has no field “{field}” and was not written.',
    remedyZh: '去掉这一项，或者改为模板页面所列的名称。',
    remedyEn: 'Leave it out, or use a name listed on the page of the template.',
  },
  'documents.pdf-not-made': {
    category: 'unavailable',
    zh: '这台机器不能生成 PDF（没有装 LibreOffice 的文字处理组件，或者它没有完成）。',
    en: 'This machine cannot make PDF (LibreOffice with its word processor is not installed, or did not finish).',
    remedyZh: '下载 DOCX，用文字处理软件打印；或者由管理员安装 LibreOffice Writer。',
    remedyEn: 'Download the DOCX and print it from a word processor, or let the operator install LibreOffice Writer.',
  },
};
