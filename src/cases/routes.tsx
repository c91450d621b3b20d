import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { answerPage, frameFor } from '../portal/page.tsx';
import { caseView } from './case-view.ts';
import { houseOf } from './house.ts';
import { BeginPage } from './pages/begin-page.tsx';
import { CasePage } from './pages/case-page.tsx';
import { WorkPage } from './pages/work-page.tsx';
import type { CasePlace } from './place.ts';
import { type CaseRequest, caseAsked } from './request.ts';
import { beginRoutes, stepRoutes } from './step-routes.tsx';
import { workView } from './work-view.ts';

/** The inbox, the pages of cases, and the forms of their steps. */
export function caseRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const house = houseOf(deps);
  const place = { deps, house, navigation };
  app.get('/work', async (c) => {
    const { visitor } = c.var;
    if (visitor === undefined) throw refusal('access.not-signed-in', { action: 'cases.work' });
    const work = await workView(deps, house, { visitor, lang: c.var.lang, page: c.req.query('page') });
    return answerPage(c, <WorkPage frame={frameFor(c, place)} work={work} />);
  });
  app.get('/cases/new', (c) => {
    const today = deps.clock.today();
    const inForce = new Set(house.library.all.map(({ id }) => id));
    const procedures = [...inForce].flatMap((id) => house.library.inForce(id, today) ?? []);
    return answerPage(c, <BeginPage frame={frameFor(c, place)} procedures={procedures} />);
  });
  app.route('/', beginRoutes(place));
  app.route('/', stepRoutes(place));
  app.get('/cases/:number', (c) => casePage(c, place));
  return app;
}

async function casePage(c: CaseRequest, place: CasePlace): Promise<Response> {
  const { deps, house } = place;
  const held = await caseAsked(deps, c.req.param('number') ?? '');
  const { lang, visitor } = c.var;
  const view = await caseView(deps, house, { held, visitor, lang });
  // Who may not see it learns no more than whoever asks for a number that is not there.
  if (view === undefined) throw refusal('cases.not-found', {});
  return answerPage(c, <CasePage frame={frameFor(c, place)} view={view} />);
}
