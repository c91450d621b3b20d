import { explain, parse, type Reading } from '@guiju/standard-numbers';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { CodelistEntry } from '../../foundation/definitions-codelist.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { briefsByKey } from '../queries/brief.ts';
import { readingsOf } from '../queries/find.ts';
import type { House } from '../routes/house.ts';
import { answerJson } from './answer-json.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { codelistShape, codelistsShape, problemShape, readingShape } from './register-schemas.ts';
import { answer, noAnswers } from './requests.ts';

const notFound = {
  404: { description: 'There is no such list.', content: { 'application/problem+json': { schema: problemShape } } },
};

const id = createRoute({
  method: 'get',
  path: '/api/v1/id',
  operationId: 'id',
  tags: ['numbers'],
  summary: 'Reads a standard number in any spelling',
  request: {
    query: z.object({
      text: z
        .string()
        .min(1)
        .max(500)
        .openapi({ param: { name: 'text', in: 'query' }, example: 'ＧＢ/Ｔ1.1—2020' }),
    }),
  },
  responses: { ...answer('How it is read.', readingShape), ...noAnswers },
});
const lists = createRoute({
  method: 'get',
  path: '/api/v1/codelists',
  operationId: 'codelists',
  tags: ['code lists'],
  summary: 'Names of the code lists',
  responses: { ...answer('The lists.', codelistsShape), ...noAnswers },
});
const list = createRoute({
  method: 'get',
  path: '/api/v1/codelists/{name}',
  operationId: 'codelist',
  tags: ['code lists'],
  summary: 'A code list with the days on which each code holds',
  request: {
    params: z.object({
      name: z
        .string()
        .max(60)
        .openapi({ param: { name: 'name', in: 'path' }, example: 'ics' }),
    }),
  },
  responses: {
    ...answer('The codes.', codelistShape),
    ...noAnswers,
    ...notFound,
  },
});

/** Standard numbers in any spelling, and the code lists. */
export function numbersApi(house: House): OpenAPIHono<HttpEnvironment> {
  const { database, definitions } = house.deps;
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });

  app.openapi(id, async (c) => {
    const { text } = c.req.valid('query');
    const reading = parse(text);
    const keys = readingsOf(reading).map(({ key }) => key);
    const held = await briefsByKey(database, keys, { day: c.var.today });
    return answerJson(c, readingShape, {
      text,
      ...readingBody(reading),
      addresses: held.map((brief) => brief.address),
    });
  });
  app.openapi(lists, (c) => answerJson(c, codelistsShape, { names: definitions.codelistNames }));
  app.openapi(list, (c) => {
    const { name } = c.req.valid('param');
    if (!definitions.codelistNames.includes(name))
      throw refusal('http.not-found', { path: `/api/v1/codelists/${name}` });
    return answerJson(c, codelistShape, { name, codes: definitions.codelist(name).entries.map(codeBody) });
  });
  return app;
}

function readingBody(reading: Reading) {
  return {
    outcome: reading.outcome,
    numbers: readingsOf(reading).map(({ canonical, tier, publisher, prefix, serial, parts, year, typographic }) => ({
      canonical,
      tier: tier ?? null,
      publisher,
      prefix,
      serial,
      parts,
      year: year ?? null,
      typographic,
    })),
    explanation: explain(reading).map(({ zh, en }) => ({ zh, en })),
    nearest: reading.outcome === 'unknown-prefix' ? reading.nearest : [],
    position: reading.outcome === 'malformed' ? reading.position : null,
  };
}

function codeBody({ code, parent, name, validFrom, validUntil, confirmed, source }: CodelistEntry) {
  return {
    code,
    parent: parent ?? null,
    zh: name.zh ?? null,
    en: name.en ?? null,
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
    confirmed,
    source,
  };
}
