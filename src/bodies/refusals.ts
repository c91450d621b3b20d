import type { RefusalTexts } from '../foundation/refusal.ts';

/** What the register of organizations answers with "no". */
export const bodiesRefusals: RefusalTexts = {
  'bodies.code-held-otherwise': {
    category: 'conflict',
    zh: '代号 {code} 已由另一个组织登记。',
    en: 'The code {code} is registered by another organization.',
    remedyZh: '核对来源：同一代号不能同时属于两个组织。',
    remedyEn: 'Check the source: one code cannot belong to two organizations at the same time.',
  },
};
