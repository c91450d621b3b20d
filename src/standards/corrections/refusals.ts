import type { RefusalTexts } from '../../foundation/refusal.ts';

/** What reporting an error and answering it refuse. */
export const correctionRefusals: RefusalTexts = {
  'standards.report-field-unknown': {
    category: 'invalid',
    zh: '没有选择有误的字段。',
    en: 'No field was chosen.',
    remedyZh: '从列表中选择有误的字段；都不合适时选“其他”。',
    remedyEn: 'Choose the field that is wrong; choose “something else” when none fits.',
  },
  'standards.report-incomplete': {
    category: 'invalid',
    zh: '没有填写正确的内容或依据。',
    en: 'What it should be, or where that can be seen, is missing.',
    remedyZh: '写明正确的内容，并写明依据：封面、公告号或网址。',
    remedyEn:
      'Say what is right, and where it can be seen: the title page, an announcement and its number, or an address.',
  },
  'standards.report-too-long': {
    category: 'too-large',
    zh: '填写的内容有 {length} 个字符，最多 {longest} 个。',
    en: 'What was entered has {length} characters; at most {longest} are taken.',
    remedyZh: '缩短；全文不必抄录，写明出处即可。',
    remedyEn: 'Shorten it; naming the place is enough, the text need not be copied.',
  },
  'standards.report-too-many': {
    category: 'too-many',
    zh: '今天从同一地址已报告 {most} 处错误。',
    en: '{most} errors were reported from one address today.',
    remedyZh: '明天再报；成批的问题整理成表格，直接寄给登记册运行机构。',
    remedyEn: 'Report more tomorrow; send a table of many errors to the operator of the register.',
  },
  'standards.report-unknown': {
    category: 'not-found',
    zh: '没有编号为“{number}”的更正申请。',
    en: 'There is no report “{number}”.',
    remedyZh: '核对编号；用 guiju correction list 查看待答复的申请。',
    remedyEn: 'Check the number; guiju correction list shows those that wait for an answer.',
  },
  'standards.statement-not-json': {
    category: 'invalid',
    zh: '文件 {path} 不是一份 JSON 陈述：{why}。',
    en: 'The file {path} is no statement in JSON: {why}.',
    remedyZh: '用 guiju record statement 编号 > 文件 取出现有陈述，改正后再提交；没有写入任何内容。',
    remedyEn:
      'Get the present statement with guiju record statement NUMBER > FILE, correct it and send it again; nothing was written.',
  },
  'standards.report-answered-already': {
    category: 'conflict',
    zh: '{number} 已答复。',
    en: '{number} was answered already.',
    remedyZh: '如有新情况，由读者重新报告。',
    remedyEn: 'If there is something new, it is reported anew.',
  },
  'standards.report-nothing-corrected': {
    category: 'conflict',
    zh: '接受 {number} 前，记录要先更正：报告以来该记录没有变化，答复中也没有附更正后的陈述。',
    en: 'To accept {number} the record must be corrected: it has not changed since the report, and no corrected statement came with the answer.',
    remedyZh: '附上更正后的陈述（--statement FILE），或者先办理更正、废止等，再接受。',
    remedyEn:
      'Give the corrected statement (--statement FILE), or first correct, withdraw ... the record, then accept.',
  },
};
