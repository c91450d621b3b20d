import type { RefusalTexts } from '../foundation/refusal.ts';

/** What the register of organizations answers with "no". */
export const bodiesRefusals: RefusalTexts = {
  'bodies.kind-unknown': {
    category: 'invalid',
    zh: '没有“{kind}”这一机构类别。',
    en: 'There is no kind of organization “{kind}”.',
    remedyZh: '从类别表中选一个（definitions/codelists/organization-kinds.csv）。',
    remedyEn: 'Choose one of the list (definitions/codelists/organization-kinds.csv).',
  },
  'bodies.region-unknown': {
    category: 'invalid',
    zh: '没有行政区划代码 {region}。',
    en: 'There is no region with the code {region}.',
    remedyZh: '写 GB/T 2260 的六位代码，例如 110000。',
    remedyEn: 'Give the six digits of GB/T 2260, such as 110000.',
  },
  'bodies.credit-code-wrong': {
    category: 'invalid',
    zh: '“{code}”不是有效的统一社会信用代码。',
    en: '“{code}” is no valid unified social credit code.',
    remedyZh: '对照证照核对十八位代码；guiju id 说明错在哪一位。',
    remedyEn: 'Compare the eighteen characters with the certificate; guiju id tells which of them is wrong.',
  },
  'bodies.credit-code-held': {
    category: 'conflict',
    zh: '统一社会信用代码 {code} 已由另一个机构登记，没有写入。',
    en: 'The credit code {code} is registered for another organization; nothing was written.',
    remedyZh: '查找已登记的机构；一个代码只属于一个机构。',
    remedyEn: 'Look up the organization that has it: one code has one organization.',
  },
  'bodies.parent-unknown': {
    category: 'not-found',
    zh: '没有编号为 {parent} 的上级机构，或者机构把自己当作上级。',
    en: 'There is no organization {parent} to stand above, or the organization names itself.',
    remedyZh: '先登记上级机构，再选它。',
    remedyEn: 'Enter the organization above first, then choose it.',
  },
  'bodies.organization-unknown': {
    category: 'not-found',
    zh: '没有编号为 {organizationId} 的机构。',
    en: 'There is no organization {organizationId}.',
    remedyZh: '按名称或统一社会信用代码查找。',
    remedyEn: 'Find it by its name or credit code.',
  },
  'bodies.entered-already': {
    category: 'conflict',
    zh: '这个机构（{organizationId}）已经完整登记，没有再次写入。',
    en: 'This organization ({organizationId}) is entered in full already; nothing was written again.',
    remedyZh: '要改名称、类别或上级，用变更登记并写明自哪一天起。',
    remedyEn: 'To change name, kind or superior, change it from a day on.',
  },
  'bodies.day-wrong': {
    category: 'invalid',
    zh: '“{day}”不是日期。',
    en: '“{day}” is no day.',
    remedyZh: '写成 2026-05-01 的形式。',
    remedyEn: 'Write it like 2026-05-01.',
  },
  'bodies.code-held-otherwise': {
    category: 'conflict',
    zh: '代号 {code} 已由另一个组织登记。',
    en: 'The code {code} is registered by another organization.',
    remedyZh: '核对来源：同一代号不能同时属于两个组织。',
    remedyEn: 'Check the source: one code cannot belong to two organizations at the same time.',
  },
};
