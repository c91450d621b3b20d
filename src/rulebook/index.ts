import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Part } from '../foundation/part.ts';
import { procedureCommand } from './procedures/procedure-command.ts';
import { procedureRoutes } from './procedures/routes.tsx';
import { rulebookRefusals } from './refusals.ts';
import { rulebookRoutes } from './routes.tsx';
import { rulebookCommand } from './rulebook-command.ts';

export { UnconfirmedTag } from './pages/value-cells.tsx';
export { ProcedureDrawing } from './procedures/pages/procedure-drawing.tsx';
export {
  procedureAnswer,
  procedureAnswerShape,
  proceduresAnswer,
  proceduresAnswerShape,
} from './procedures/procedure-json.ts';
export { ruleHref } from './rule-view.ts';
export { basisText, inLanguage } from './sentences.ts';

/** The rulebook, the calendar of working days and the procedures, to be read by everybody. */
export const part: Part = {
  name: 'rulebook',
  profiles: 'all',
  refusals: rulebookRefusals,
  navigation: [
    { path: '/procedures', zh: '程序', en: 'Procedures', order: 78 },
    { path: '/rulebook', zh: '规则', en: 'Rules', order: 80 },
  ],
  routes: (deps, navigation) =>
    new Hono<HttpEnvironment>()
      .route('/', rulebookRoutes(deps, navigation))
      .route('/', procedureRoutes(deps, navigation)),
  commands: [rulebookCommand],
  folderCommands: (root) => [procedureCommand(root)],
};
