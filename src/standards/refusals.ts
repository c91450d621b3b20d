import type { RefusalTexts } from '../foundation/refusal.ts';
import { importRefusals } from './import/refusals.ts';
import { sourceReadingTexts } from './sources/refusals.ts';

/** What the register of standards answers with "no". */
export const standardRefusals: RefusalTexts = {
  ...sourceReadingTexts,
  ...importRefusals,
  'standards.number-not-understood': {
    category: 'invalid',
    zh: '标准编号“{number}”无法辨认。',
    en: 'The standard number “{number}” is not understood.',
    remedyZh: '按文件封面写全编号，例如 GB/T 1.1-2020；用“guiju id”可看到哪一处不能辨认。',
    remedyEn:
      'Write the whole number as on the cover, for example GB/T 1.1-2020; “guiju id” shows where it cannot be read.',
  },
  'standards.number-registered-otherwise': {
    category: 'conflict',
    zh: '编号 {number} 已由另一条记录登记。',
    en: 'The number {number} is registered by another record.',
    remedyZh: '核对来源的编号；两条记录确为同一标准时，先撤销误录的一条。',
    remedyEn: 'Check the number in the source; if both records are one standard, annul the one entered in error first.',
  },
  'standards.statement-outdated': {
    category: 'conflict',
    zh: '{number}：这一行说的是截至 {statedOn} 的情况，而同一来源在 {later} 另有说法；没有写入。',
    en: '{number}: this row speaks up to {statedOn}, and its source said otherwise up to {later}; nothing of it was entered.',
    remedyZh: '不必处理；如果这一行才是对的，核对文件所述的日期（--stated-on）。',
    remedyEn: 'Nothing to do; if this row is right after all, check the day of the file (--stated-on).',
  },
  'standards.stages-of-unknown-record': {
    category: 'not-found',
    zh: '来源 {source} 没有陈述过编号为 {key} 的文件，无法登入它过去的阶段。',
    en: 'The source {source} has not stated the document {key}, so its past stages cannot be entered.',
    remedyZh: '先导入这个来源的文件目录；目录来自另一来源时，用 --source 写明。',
    remedyEn: 'Import the documents of this source first; if they came from another source, name it with --source.',
  },
  'standards.not-in-register': {
    category: 'not-found',
    zh: '本登记簿没有“{number}”。未收录不等于不存在。',
    en: 'This register holds no “{number}”. Not in this register does not mean that it does not exist.',
    remedyZh: '换一种写法，或者在“收录情况”中查看本登记簿是否收录这一类标准。',
    remedyEn: 'Try another spelling, or see under “Coverage” whether this register holds standards of this kind.',
  },
  'standards.number-given-up': {
    category: 'not-found',
    zh: '本登记簿没有“{number}”。{at} 以前这个编号误录在 {present} 的记录上，已更正。',
    en: 'This register holds no “{number}”. Until {at} the record of {present} bore this number in error; it was corrected.',
    remedyZh: '要找的是那条记录，就用它的编号或固定网址：{address}。',
    remedyEn: 'If that record is meant, use its number or its permanent address: {address}.',
  },
  'standards.several-bear-number': {
    category: 'conflict',
    zh: '有 {count} 项标准用编号“{number}”，无法确定是哪一项。',
    en: '{count} standards bear the number “{number}”; which one is meant cannot be told.',
    remedyZh: '写上年份，或者用固定网址：{addresses}。',
    remedyEn: 'Write the year, or use the permanent address: {addresses}.',
  },
  'standards.edition-not-named': {
    category: 'invalid',
    zh: '“{number}”没有写明是哪一版；办理的事项只能针对一个版本。',
    en: '“{number}” names no edition; what is recorded concerns one edition.',
    remedyZh: '写上年份，或者用固定网址：{address}。',
    remedyEn: 'Write the year, or use the permanent address: {address}.',
  },
  'standards.annulled': {
    category: 'gone',
    zh: '{number} 的记录因误录已于{on}撤销，原因：{reason}。',
    en: 'The record of {number} was entered in error and annulled on {onEn}. Reason: {reason}.',
    remedyZh: '应使用：{instead}。指定撤销之前的知悉日，可看到撤销前的记录。',
    remedyEn:
      'To be used instead: {insteadEn}. Asked as known on an earlier day, the register shows the record as it was.',
  },
  'standards.not-known-then': {
    category: 'not-found',
    zh: '截至{known}，本登记簿还没有 {number} 的记录（{entered}才收录）。',
    en: 'As known on {knownEn} the register had no record of {number}; one was entered on {enteredEn}.',
    remedyZh: '不指定知悉日，或者换成更晚的日期。',
    remedyEn: 'Ask for what is known today, or as known on a later day.',
  },
  'standards.nothing-to-compare': {
    category: 'invalid',
    zh: '没有可供比较的另一版本。',
    en: 'There is no other edition to compare with.',
    remedyZh: '在网址中用 with 写明另一标准的固定网址或编号。',
    remedyEn: 'Name the other standard in the address: with=number or permanent address.',
  },
  'standards.organization-unknown': {
    category: 'not-found',
    zh: '本登记簿的标准没有提到起草单位“{key}”。',
    en: 'No standard of this register names the drafting organization “{key}”.',
    remedyZh: '核对名称或统一社会信用代码；从任一标准的“起草单位”进入。',
    remedyEn:
      'Check the name or the unified social credit code, or start from the drafting organizations of a standard.',
  },
  'standards.class-unknown': {
    category: 'not-found',
    zh: '没有“{value}”这一类目。',
    en: 'There is no class “{value}”.',
    remedyZh: '从“按类浏览”的首页进入。',
    remedyEn: 'Start from the first page of browsing.',
  },
  'standards.not-sealed-yet': {
    category: 'unavailable',
    zh: '日志还没有签名的检查点，暂时不能给出证明。',
    en: 'The log has no signed checkpoint yet, so no proof can be given.',
    remedyZh: '几秒后再试。',
    remedyEn: 'Try again in a few seconds.',
  },
  'standards.file-not-made': {
    category: 'not-found',
    zh: '没有成批文件“{name}”。',
    en: 'There is no bulk file “{name}”.',
    remedyZh: '现有的文件列在 /data。',
    remedyEn: 'The files there are stand on /data.',
  },
};
