import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { newestCheckpoint } from '../../foundation/seals/tile-store.ts';
import { readEntries } from '../queries/log-entries.ts';
import type { House } from '../routes/house.ts';
import { heldSentence } from '../views/coverage.ts';
import { answerJson } from './answer-json.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { checkpointShape, coverageShape, entriesShape, problemShape } from './register-schemas.ts';
import { answer, noAnswers, wholeNumber } from './requests.ts';

const firstLeaf = z
  .string()
  .refine((value) => /^\d{1,15}$/.test(value), { params: { least: 0 } })
  .optional()
  .openapi({ param: { name: 'from', in: 'query' }, description: 'First leaf.', type: 'integer' });

const entriesAtMost = 1_000;
const entriesLimit = wholeNumber('limit', 'Entries on a page, 100 when absent.', { least: 1, most: entriesAtMost });

const coverage = createRoute({
  method: 'get',
  path: '/api/v1/coverage',
  operationId: 'coverage',
  tags: ['register'],
  summary: 'What this register holds, from where, up to when, how complete',
  responses: { ...answer('Coverage by tier and family.', coverageShape), ...noAnswers },
});
const checkpoint = createRoute({
  method: 'get',
  path: '/api/v1/log/checkpoint',
  operationId: 'checkpoint',
  tags: ['log'],
  summary: 'The newest signed checkpoint of the log',
  responses: {
    ...answer('The checkpoint.', checkpointShape),
    ...noAnswers,
    503: { description: 'Nothing is sealed yet.', content: { 'application/problem+json': { schema: problemShape } } },
  },
});
const entries = createRoute({
  method: 'get',
  path: '/api/v1/log/entries',
  operationId: 'entries',
  tags: ['log'],
  summary: 'Entries of the log from a leaf on',
  request: { query: z.object({ from: firstLeaf, limit: entriesLimit }) },
  responses: { ...answer('The entries.', entriesShape), ...noAnswers },
});

/** What the register says of itself: its coverage, and its log. */
export function logApi(house: House): OpenAPIHono<HttpEnvironment> {
  const { database, types } = house.deps;
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });

  app.openapi(coverage, async (c) => {
    const { parts } = await house.coverage();
    const told = parts.map((held) => {
      const { part, records, completeness, upTo = null, sources } = held;
      const { tier, code: family, title } = part;
      const statement = { zh: heldSentence(held, 'zh-Hans'), en: heldSentence(held, 'en') };
      return { tier, family, title, completeness, records, upTo, sources: sources.map(({ name }) => name), statement };
    });
    return answerJson(c, coverageShape, { parts: told });
  });
  app.openapi(checkpoint, async (c) => {
    const newest = await newestCheckpoint(database);
    if (!newest) throw refusal('standards.not-sealed-yet');
    const { treeSize, root, settledAt, note } = newest;
    return answerJson(c, checkpointShape, { treeSize, rootHash: Buffer.from(root).toString('hex'), settledAt, note });
  });
  app.openapi(entries, async (c) => {
    const { from, limit } = c.req.valid('query');
    const first = Number(from ?? 0);
    const count = Number(limit ?? 100);
    const found = await readEntries(database, types, { from: first, until: first + count });
    return answerJson(c, entriesShape, { entries: found, next: found.length < count ? null : first + count });
  });
  return app;
}
