import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { apiRoutes } from './api/api-routes.ts';
import { publicServices } from './public-services.ts';
import { browseRoutes } from './routes/browse-routes.tsx';
import { dataRoutes } from './routes/data-routes.tsx';
import { feedRoutes } from './routes/feed-routes.ts';
import { houseOf } from './routes/house.ts';
import { logRoutes } from './routes/log-routes.ts';
import { oaiRoutes } from './routes/oai-routes.ts';
import { organizationRoutes } from './routes/organization-routes.tsx';
import { searchRoutes } from './routes/search-routes.tsx';
import { serviceRoutes } from './routes/service-routes.tsx';
import { sitemapRoutes } from './routes/sitemap-routes.ts';
import { standardFormRoutes } from './routes/standard-form-routes.tsx';
import { standardRoutes } from './routes/standard-routes.tsx';

/** Pages and interfaces of the register of standards. The widest address, any number below /standards, comes last. */
export function standardsRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const house = houseOf(deps, navigation);
  const app = new Hono<HttpEnvironment>();
  const parts = [
    ...publicServices.routes,
    serviceRoutes,
    apiRoutes,
    logRoutes,
    feedRoutes,
    oaiRoutes,
    dataRoutes,
    sitemapRoutes,
    searchRoutes,
    browseRoutes,
    organizationRoutes,
    standardFormRoutes,
    standardRoutes,
  ];
  for (const routes of parts) app.route('/', routes(house));
  return app;
}
