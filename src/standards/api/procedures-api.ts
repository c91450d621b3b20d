import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import {
  procedureAnswer,
  procedureAnswerShape,
  proceduresAnswer,
  proceduresAnswerShape,
} from '../../rulebook/index.ts';
import { dayNamed } from '../queries/moment.ts';
import type { House } from '../routes/house.ts';
import { answerJson } from './answer-json.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { problemShape } from './register-schemas.ts';
import { answer, asOf, lang, noAnswers } from './requests.ts';

const all = createRoute({
  method: 'get',
  path: '/api/v1/procedures',
  operationId: 'procedures',
  tags: ['procedures'],
  summary: 'The executable procedures with version, days, basis and unconfirmed rules',
  request: { query: z.object({ 'as-of': asOf, lang }) },
  responses: { ...answer('The procedures.', proceduresAnswerShape), ...noAnswers },
});
const one = createRoute({
  method: 'get',
  path: '/api/v1/procedures/{id}',
  operationId: 'procedure',
  tags: ['procedures'],
  summary: 'One procedure: stages, steps, actors, guards, and the rules it applies on the day',
  request: {
    params: z.object({
      id: z
        .string()
        .max(100)
        .openapi({ param: { name: 'id', in: 'path' }, example: 'national-voluntary' }),
    }),
    query: z.object({
      'as-of': asOf,
      version: z
        .string()
        .regex(/^\d{1,6}$/)
        .optional()
        .openapi({
          param: { name: 'version', in: 'query' },
          description: 'The version; without it the one in force on the day.',
          example: '1',
        }),
      lang,
    }),
  },
  responses: {
    ...answer('The procedure.', procedureAnswerShape),
    ...noAnswers,
    404: {
      description: 'There is no such procedure or version.',
      content: { 'application/problem+json': { schema: problemShape } },
    },
  },
});

/** The executable procedures, as the rulebook holds them. */
export function proceduresApi({ deps }: House): OpenAPIHono<HttpEnvironment> {
  const { definitions } = deps;
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });
  const dayOf = (asked: string | undefined, { today }: { readonly today: string }): string =>
    asked === undefined || asked === '' ? today : dayNamed('as-of', asked);
  app.openapi(all, (c) => {
    const { 'as-of': asked } = c.req.valid('query');
    return answerJson(c, proceduresAnswerShape, proceduresAnswer(definitions, dayOf(asked, c.var)));
  });
  app.openapi(one, (c) => {
    const { 'as-of': asked, version } = c.req.valid('query');
    const { id } = c.req.valid('param');
    const day = dayOf(asked, c.var);
    return answerJson(c, procedureAnswerShape, procedureAnswer(definitions, { id, version, day }));
  });
  return app;
}
