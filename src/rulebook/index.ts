import type { Part } from '../foundation/part.ts';
import { rulebookRefusals } from './refusals.ts';
import { rulebookRoutes } from './routes.tsx';
import { rulebookCommand } from './rulebook-command.ts';

export { jurisdictionsAt } from './asked.ts';
export { UnconfirmedTag } from './pages/value-cells.tsx';
export { ruleHref } from './rule-view.ts';
export { basisText, documentName, placeName, valueSentence } from './sentences.ts';

/** The rulebook and the calendar of working days, to be read by everybody. */
export const part: Part = {
  name: 'rulebook',
  profiles: 'all',
  refusals: rulebookRefusals,
  navigation: [{ path: '/rulebook', zh: '规则', en: 'Rules', order: 80 }],
  routes: rulebookRoutes,
  commands: [rulebookCommand],
};
