import type { RefusalTexts } from '../foundation/refusal.ts';

/** What the acts of the registrar refuse. */
export const registrarRefusals: RefusalTexts = {
  'standards.annulled-already': {
    category: 'gone',
    zh: '{number} 的记录已作为误录撤销，不能再办理。',
    en: 'The record of {number} was annulled as entered in error; nothing more can be done to it.',
    remedyZh: '如撤销有误，重新登记该标准。',
    remedyEn: 'If the annulment was a mistake, enter the standard again.',
  },
  'standards.ended-already': {
    category: 'conflict',
    zh: '{number} 自 {day} 起已终止（{how}）。',
    en: '{number} has ended already, from {day} on ({howEn}).',
    remedyZh: '如日期或理由有误，更正原陈述，不要重复办理。',
    remedyEn: 'If the day or the reason is wrong, correct the statement; do not end it again.',
  },
  'standards.before-publication': {
    category: 'invalid',
    zh: '{day} 早于 {number} 的发布日期 {published}。',
    en: '{day} lies before the publication of {number} on {published}.',
    remedyZh: '核对日期；发布日期有误时先更正。',
    remedyEn: 'Check the day; if the day of publication is wrong, correct that first.',
  },
  'standards.until-before-from': {
    category: 'invalid',
    zh: '暂停的结束日 {until} 不晚于开始日 {from}。',
    en: 'The suspension would end on {until}, which is not after its beginning on {from}.',
    remedyZh: '核对两个日期；结束日不明时不填。',
    remedyEn: 'Check both days; leave the end open when it is not known.',
  },
  'standards.suspended-already': {
    category: 'conflict',
    zh: '{number} 在这段时间内已暂停实施（自 {from} 起）。',
    en: '{number} is already suspended in that time (from {from} on).',
    remedyZh: '改用不重叠的日期，或者先更正原来的暂停。',
    remedyEn: 'Use days that do not overlap, or correct the earlier suspension.',
  },
  'standards.number-of-others': {
    category: 'invalid',
    zh: '{number} 不是依《标准化法》编号的标准，其编号不由登记册注销。',
    en: '{number} is not numbered under the Standardization Law; its number is not cancelled here.',
    remedyZh: '发布机构废止时，办理废止。',
    remedyEn: 'If its publisher withdrew it, enter the withdrawal.',
  },
  'standards.nature-not-carried': {
    category: 'invalid',
    zh: '{number} 的编号不表示性质“{nature}”。',
    en: 'A number such as {number} cannot carry the nature “{nature}”.',
    remedyZh: '只有国家、行业和地方标准的代号区分强制性与推荐性；/Z 仅用于国家标准化指导性技术文件。',
    remedyEn:
      'Only national, sectoral and local numbers tell mandatory from voluntary; /Z is for national guiding documents alone.',
  },
  'standards.nature-unchanged': {
    category: 'conflict',
    zh: '{number} 的性质已是“{nature}”。',
    en: 'The nature of {number} is “{nature}” already.',
    remedyZh: '无需办理；记录有误时更正陈述。',
    remedyEn: 'Nothing needs to be done; if the record is wrong, correct its statement.',
  },
  'standards.source-not-stated': {
    category: 'not-found',
    zh: '来源“{source}”没有对 {number} 作过陈述；有陈述的来源：{sources}。',
    en: 'The source “{source}” states nothing of {number}; sources that do: {sources}.',
    remedyZh: '从有陈述的来源中选一个。',
    remedyEn: 'Choose one of the sources that do.',
  },
  'standards.number-stated-by-others': {
    category: 'conflict',
    zh: '不能把 {number} 更正为 {wanted}：其他来源也以原编号陈述该标准。',
    en: '{number} cannot be corrected to {wanted}: other sources state this standard under the old number.',
    remedyZh: '逐一更正各来源，或者撤销本记录后重新登记。',
    remedyEn: 'Annul the record and enter it again under the right number.',
  },
  'standards.instead-not-understood': {
    category: 'invalid',
    zh: '“改用”的编号“{number}”无法识别。',
    en: 'The number “{number}” to be used instead is not understood.',
    remedyZh: '写出完整编号，例如 GB/T 1.1-2020；没有时不填。',
    remedyEn: 'Write it in full, such as GB/T 1.1-2020; leave it out when there is none.',
  },
};

/** How a standard ended, in the words of a refusal. */
export const endWords = {
  withdrawn: { how: '废止', howEn: 'withdrawn' },
  cancelled: { how: '编号注销', howEn: 'number cancelled' },
} as const;
