import type { Part } from '../foundation/part.ts';
import { contentEraser, removeErased } from './erase-content.ts';
import { documentEvents } from './events.ts';
import { documentRefusals } from './refusals.ts';
import { documentRoutes } from './routes.tsx';
import { documentProjections } from './rows.ts';
import { verifyContentsCommand } from './verify-contents.ts';

/** Files and their versions, who may read them, what was approved. */
export const part: Part = {
  name: 'documents',
  profiles: 'all',
  eventTypes: documentEvents,
  projections: documentProjections,
  refusals: documentRefusals,
  erasers: [contentEraser],
  commands: [verifyContentsCommand],
  routes: documentRoutes,
  loops: (deps) => [
    {
      name: 'erased contents',
      everyMilliseconds: 3_600_000,
      run: async () => {
        const removed = await removeErased(deps);
        if (removed > 0) deps.log.info({ removed }, 'erased contents removed');
      },
    },
  ],
};

export { addVersion } from './add-version.ts';
export { enterDocument } from './enter-document.ts';
export { takeContent } from './intake/take-content.ts';
export { documentsOf } from './queries.ts';
