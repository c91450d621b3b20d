import { checkListApi } from './check-list/api.ts';
import { checkListCommand } from './check-list/command.ts';
import { checkListRefusals } from './check-list/refusals.ts';
import { checkListRoutes } from './check-list/routes.tsx';
import { recordCommand } from './commands/record.ts';
import { correctionCommand } from './corrections/command.ts';
import { correctionRows } from './corrections/correction-rows.ts';
import { correctionEvents } from './corrections/events.ts';
import { correctionPermissions } from './corrections/permissions.ts';
import { correctionRefusals } from './corrections/refusals.ts';
import { correctionRoutes } from './corrections/routes.tsx';
import { registrarRefusals } from './registrar-refusals.ts';
import type { House } from './routes/house.ts';
import { watchLoops } from './watches/loops.ts';
import { watchRefusals } from './watches/refusals.ts';
import { watchRoutes } from './watches/routes.tsx';

/** What readers can ask of the register beside reading, and the registrar's acts that answer them; joined by the part. */
export const publicServices = {
  eventTypes: correctionEvents,
  projections: [correctionRows],
  refusals: { ...registrarRefusals, ...checkListRefusals, ...correctionRefusals, ...watchRefusals },
  permissions: Object.values(correctionPermissions),
  commands: [checkListCommand, correctionCommand, recordCommand],
  loops: watchLoops,
  routes: [checkListRoutes, (house: House) => watchRoutes(house), correctionRoutes],
  api: [checkListApi],
} as const;
