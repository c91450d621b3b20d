import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Part } from '../foundation/part.ts';
import { accountRoutes } from './account-routes.tsx';
import { accountsOf } from './accounts.ts';
import { auditRoutes } from './audit-routes.tsx';
import { authorityRoutes } from './authority-routes.tsx';
import { adminCommand } from './command.ts';
import { accessDoor } from './door.ts';
import { accessEvents } from './events.ts';
import { announceFirstAdministrator } from './first-administrator.ts';
import { houseOf } from './house.ts';
import { linkRoutes } from './link-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { accessPermissions } from './permissions.ts';
import { accessRefusals } from './refusals.ts';
import { sweepAccess } from './sessions.ts';
import { signInRoutes } from './sign-in-routes.tsx';
import { taskLinkRows } from './task-link-rows.ts';

/** Who comes in, by which door, and what was done. */
export const part: Part = {
  name: 'access',
  profiles: 'all',
  eventTypes: accessEvents,
  projections: [taskLinkRows],
  permissions: Object.values(accessPermissions),
  refusals: accessRefusals,
  // Sessions, sign-ins under way, links and failures are left out: an old copy must let nobody in.
  keptTables: ['access_user', 'access_account', 'access_two_factor', 'api_token'],
  navigation: [{ path: '/sign-in', zh: '登录', en: 'Sign in', order: 100, isForStrangers: true }],
  doors: (deps) => [accessDoor(deps, accountsOf(deps))],
  routes: (deps, navigation, shown) => {
    const house = houseOf(deps, navigation, shown);
    const app = new Hono<HttpEnvironment>();
    for (const routes of [signInRoutes, linkRoutes, accountRoutes, authorityRoutes, auditRoutes, peopleRoutes])
      app.route('/', routes(house));
    return app;
  },
  started: announceFirstAdministrator,
  commands: [adminCommand],
  loops: (deps) => [{ name: 'sweep accounts', everyMilliseconds: 300_000, run: () => sweepAccess(deps) }],
};

export { invitationLink } from './invite.ts';
export {
  issueTaskLink,
  taskLinkHeld,
  taskLinkOf,
  useTaskLink,
} from './task-links.ts';
