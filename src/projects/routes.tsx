import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { answerPage, frameFor } from '../portal/page.tsx';
import { ProjectsPage } from './pages/projects-page.tsx';
import { announced, openWindows, planOf, planYears } from './public-lists.ts';

/** What is being made into standards, for everybody. */
export function projectRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/projects', async (c) => {
    const { database, definitions, clock } = deps;
    const day = clock.today();
    const years = await planYears(database);
    const asked = Number(c.req.query('year'));
    const year = years.includes(asked) ? asked : years[0];
    const { procedures } = definitions;
    const [consultations, proposed, plan, lines] = await Promise.all([
      openWindows(database, procedures, { kind: 'consultation', day }),
      openWindows(database, procedures, { kind: 'notice', day }),
      year === undefined ? [] : planOf(database, year),
      announced(database),
    ]);
    const view = { consultations, proposed, year, years, plan, announced: lines };
    return answerPage(c, <ProjectsPage frame={frameFor(c, { deps, navigation })} view={view} />);
  });
  return app;
}
