import { bodiesRefusals } from '../../bodies/index.ts';
import { foundationRefusals } from '../../foundation/http/refusals.ts';
import type { RefusalTexts } from '../../foundation/refusal.ts';
import { standardRefusals } from '../refusals.ts';
import { sourceReadingTexts } from '../sources/refusals.ts';

/** The text of everything that can be wrong with a file or a row of it; for a cell the words of its reader go first. */
export const importTexts: RefusalTexts = {
  ...foundationRefusals,
  ...bodiesRefusals,
  ...standardRefusals,
  ...sourceReadingTexts,
};
