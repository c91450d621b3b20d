import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { rateLimit } from '../../foundation/http/rate-limit.ts';
import { answerJson } from '../api/answer-json.ts';
import { refuseParameters } from '../api/refuse-parameters.ts';
import { problemShape } from '../api/register-schemas.ts';
import { answer, noAnswers } from '../api/requests.ts';
import { dayNamed } from '../queries/moment.ts';
import { type House, viewing } from '../routes/house.ts';
import { listAnswerShape } from './api-shapes.ts';
import { checkList } from './check-list.ts';
import { jsonAnswer } from './json-answer.ts';
import { keptRows } from './kept-lists.ts';
import { longestNumber, mostNumbers } from './list-entry.ts';
import { readListNumbers } from './read-list.ts';
import { readSentList } from './sent-list.ts';

const asOf = z
  .string()
  .max(20)
  .optional()
  .openapi({ description: 'The day asked about beside today.', example: '2020-01-31' });

const jsonBody = z.strictObject({
  numbers: z
    .array(z.string().max(longestNumber))
    .max(mostNumbers)
    .optional()
    .openapi({
      description:
        'One number each, in any spelling; one that holds several is answered by a row for each, with its place.',
      example: ['GB9706.1—2007', 'yy/t0740'],
    }),
  text: z.string().optional().openapi({ description: 'Text with numbers in it, instead of `numbers`.' }),
  asOf,
});
const formBody = z.object({
  file: z
    .instanceof(File)
    .optional()
    .openapi({ type: 'string', format: 'binary', description: 'XLSX, CSV, DOCX or text.' }),
  numbers: z.string().optional().openapi({ description: 'Text with numbers in it.' }),
  'as-of': asOf,
});

const route = createRoute({
  method: 'post',
  path: '/api/v1/check-list',
  operationId: 'checkList',
  tags: ['numbers'],
  summary: 'Checks up to 10,000 standard numbers at once',
  description:
    'Each number is answered: how it was understood, its status today and on the asked day, what replaces it and from when, its amendments, or why it was not found. The answer is kept for 30 days. One sender may have 50,000 numbers checked in an hour and 200 lists in a day; beyond that the answer is 429 with Retry-After.',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: jsonBody }, 'multipart/form-data': { schema: formBody } },
    },
  },
  responses: {
    ...answer('The answer, row by row.', listAnswerShape),
    ...noAnswers,
    413: {
      description: 'More than 10,000 numbers, or a file that is too large.',
      content: { 'application/problem+json': { schema: problemShape } },
    },
  },
});

/** Checks a list for a program. */
export function checkListApi(house: House): OpenAPIHono<HttpEnvironment> {
  const { deps } = house;
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });
  app.use('/api/v1/check-list', rateLimit(deps.settings.limits.toolsPerMinute, stopwatch()));
  app.openapi(route, async (c) => {
    const isJson = (c.req.header('content-type') ?? '').includes('json');
    const { day, ...read } = isJson
      ? await ofJson(jsonBody.parse(c.req.valid('json')))
      : await ofForm(formBody.parse(c.req.valid('form')));
    const kept = await checkList(deps, { ...read, asOf: day ?? c.var.today, sender: c.var.sender });
    const body = jsonAnswer(kept, await keptRows(deps.database, kept.id), {
      context: viewing(house, c, { day: kept.asOf }),
      coverage: await house.coverage(),
    });
    return answerJson(c, listAnswerShape, body);
  });
  return app;
}

const dayOf = (asked: string | undefined): string | undefined =>
  asked === undefined || asked === '' ? undefined : dayNamed('as-of', asked);

async function ofJson(body: z.infer<typeof jsonBody>) {
  const day = dayOf(body.asOf);
  if (body.numbers !== undefined && body.numbers.length > 0)
    return { entries: readListNumbers(body.numbers), withoutNumber: 0, fileName: null, day };
  return { ...(await readSentList({ text: body.text, file: undefined })), day };
}

async function ofForm(body: z.infer<typeof formBody>) {
  return { ...(await readSentList({ text: body.numbers, file: body.file })), day: dayOf(body['as-of']) };
}
