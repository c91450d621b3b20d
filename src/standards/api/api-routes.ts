import { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { answerText } from '../../portal/page.tsx';
import { publicServices } from '../public-services.ts';
import type { House } from '../routes/house.ts';
import { logApi } from './log-api.ts';
import { numbersApi } from './numbers-api.ts';
import { proceduresApi } from './procedures-api.ts';
import { searchApi } from './search-api.ts';
import { standardsApi } from './standards-api.ts';

/** The public interface with the document that describes it. */
export function apiRoutes(house: House): OpenAPIHono<HttpEnvironment> {
  const app = new OpenAPIHono<HttpEnvironment>();
  for (const routes of [searchApi, standardsApi, numbersApi, proceduresApi, logApi, ...publicServices.api])
    app.route('/', routes(house));
  const document = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  app.get('/api/openapi.json', (c) =>
    answerText(c, document, { type: 'application/json; charset=utf-8', seconds: 300 }),
  );
  return app;
}

/** The OpenAPI document, generated from the routes themselves. */
function openApiDocument(app: OpenAPIHono<HttpEnvironment>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Guiju 规矩: register of standards',
      version: '1',
      description:
        'Standards of all tiers: what they are today, what they were on any day (`as-of`), and what the register knew at any instant (`known`). ' +
        'Lists go on by the opaque cursor `next`. Every “no” is problem details (RFC 9457) with a code, a sentence and a remedy.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'standards', description: 'The register' },
      { name: 'numbers', description: 'Standard numbers in any spelling' },
      { name: 'code lists', description: 'Classifications and code lists with their days' },
      { name: 'procedures', description: 'Who takes which step, by when, under which article' },
      { name: 'register', description: 'What the register says of itself' },
      { name: 'log', description: 'The provable history; tiles stand at /log/tile (C2SP tlog-tiles)' },
    ],
  });
}
