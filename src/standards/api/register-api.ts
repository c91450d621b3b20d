import { explain, parse } from '@guiju/standard-numbers';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { newestCheckpoint } from '../../foundation/seals/tile-store.ts';
import { briefsByKey } from '../queries/brief.ts';
import { readingsOf } from '../queries/find.ts';
import { readEntries } from '../queries/log-entries.ts';
import type { House } from '../routes/house.ts';
import { answer, noAnswers } from './requests.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { checkpointShape, codeShape, coverageShape, entriesShape, problemShape, readingShape } from './schemas.ts';

const notFound = { 404: { description: 'There is no such list.', content: { 'application/problem+json': { schema: problemShape } } } };
const index = (name: string, description: string) =>
  z.string().regex(/^\d{1,15}$/).optional().openapi({ param: { name, in: 'query' }, description, type: 'integer' });

const id = createRoute({
  method: 'get', path: '/api/v1/id', operationId: 'id', tags: ['numbers'], summary: 'Reads a standard number in any spelling',
  request: { query: z.object({ text: z.string().min(1).max(500).openapi({ param: { name: 'text', in: 'query' }, example: 'ＧＢ/Ｔ1.1—2020' }) }) },
  responses: { ...answer('How it is read.', readingShape), ...noAnswers },
});
const lists = createRoute({
  method: 'get', path: '/api/v1/codelists', operationId: 'codelists', tags: ['code lists'], summary: 'Names of the code lists',
  responses: { ...answer('The lists.', z.object({ names: z.array(z.string()) })), ...noAnswers },
});
const list = createRoute({
  method: 'get', path: '/api/v1/codelists/{name}', operationId: 'codelist', tags: ['code lists'], summary: 'A code list with the days on which each code holds',
  request: { params: z.object({ name: z.string().max(60).openapi({ param: { name: 'name', in: 'path' }, example: 'ics' }) }) },
  responses: { ...answer('The codes.', z.object({ name: z.string(), codes: z.array(codeShape) })), ...noAnswers, ...notFound },
});
const coverage = createRoute({
  method: 'get', path: '/api/v1/coverage', operationId: 'coverage', tags: ['register'], summary: 'What this register holds, from where, up to when, how complete',
  responses: { ...answer('Coverage by tier and family.', coverageShape), ...noAnswers },
});
const checkpoint = createRoute({
  method: 'get', path: '/api/v1/log/checkpoint', operationId: 'checkpoint', tags: ['log'], summary: 'The newest signed checkpoint of the log',
  responses: { ...answer('The checkpoint.', checkpointShape), ...noAnswers, 503: { description: 'Nothing is sealed yet.', content: { 'application/problem+json': { schema: problemShape } } } },
});
const entries = createRoute({
  method: 'get', path: '/api/v1/log/entries', operationId: 'entries', tags: ['log'], summary: 'Entries of the log from a leaf on',
  request: { query: z.object({ from: index('from', 'First leaf.'), limit: index('limit', 'At most 1000.') }) },
  responses: { ...answer('The entries.', entriesShape), ...noAnswers },
});

const entriesAtMost = 1_000;

/** Numbers, code lists, coverage and the log. */
export function registerApi(house: House): OpenAPIHono<HttpEnvironment> {
  const { database, definitions } = house.deps;
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });

  app.openapi(id, async (c) => {
    const { text } = c.req.valid('query');
    const reading = parse(text);
    const numbers = readingsOf(reading);
    const held = await briefsByKey(database, numbers.map(({ key }) => key), { day: c.var.today });
    return c.json(
      {
        text,
        outcome: reading.outcome,
        numbers: numbers.map(({ canonical, tier, publisher, prefix, serial, parts, year, typographic }) => ({
          canonical, tier: tier ?? null, publisher, prefix, serial, parts: [...parts], year: year ?? null, typographic,
        })),
        explanation: explain(reading).map(({ zh, en }) => ({ zh, en })),
        nearest: reading.outcome === 'unknown-prefix' ? [...reading.nearest] : [],
        position: reading.outcome === 'malformed' ? reading.position : null,
        addresses: held.map((brief) => brief.address),
      },
      200,
    );
  });
  app.openapi(lists, (c) => c.json({ names: [...definitions.codelistNames] }, 200));
  app.openapi(list, (c) => {
    const { name } = c.req.valid('param');
    if (!definitions.codelistNames.includes(name)) throw refusal('http.not-found', { path: `/api/v1/codelists/${name}` });
    const codes = definitions.codelist(name).entries.map((entry) => ({
      code: entry.code, parent: entry.parent ?? null, zh: entry.name.zh ?? null, en: entry.name.en ?? null,
      validFrom: entry.validFrom ?? null, validUntil: entry.validUntil ?? null, confirmed: entry.confirmed, source: entry.source,
    }));
    return c.json({ name, codes }, 200);
  });
  app.openapi(coverage, (c) =>
    c.json(
      {
        parts: definitions.coverage.map(({ tier, code, title, completeness, records, upTo, sources, statement }) => ({
          tier, family: code, title, completeness, records, upTo: upTo ?? null, sources: [...sources], statement,
        })),
      },
      200,
    ),
  );
  app.openapi(checkpoint, async (c) => {
    const newest = await newestCheckpoint(database);
    if (!newest) throw refusal('standards.not-sealed-yet');
    return c.json({ treeSize: newest.treeSize, rootHash: Buffer.from(newest.root).toString('hex'), settledAt: newest.settledAt, note: newest.note }, 200);
  });
  app.openapi(entries, async (c) => {
    const { from, limit } = c.req.valid('query');
    const first = Number(from ?? 0);
    const count = Math.min(Number(limit ?? 100), entriesAtMost);
    const found = await readEntries(database, house.deps.types, { from: first, until: first + count });
    return c.json({ entries: [...found], next: found.length < count ? null : first + count }, 200);
  });
  return app;
}
