import type { RefusalTexts } from '../foundation/refusal.ts';

export const simulationRefusals: RefusalTexts = {
  'simulation.installation-is-real': {
    category: 'not-permitted',
    zh: '这是正式登记簿，不能写入演练数据。',
    en: 'This is a real register; nothing made up is written into it.',
    remedyZh: '另用一个数据目录，设 GUIJU_NATURE=rehearsal 启动演练登记簿。',
    remedyEn: 'Take another data folder and start a rehearsal there: GUIJU_NATURE=rehearsal.',
  },
  'simulation.not-empty': {
    category: 'conflict',
    zh: '这个演练登记簿已有项目，没有再写入。',
    en: 'This rehearsal holds cases already; nothing was written.',
    remedyZh: '换一个空的数据目录。',
    remedyEn: 'Take an empty data folder.',
  },
};
