import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { publicRecord, publicRelations } from '../exports/public-record.ts';
import { readCursor, signedCursor } from '../exports/signed-cursor.ts';
import { summary } from '../exports/summary.ts';
import { historyOf, type StandardHistory } from '../queries/history.ts';
import { recordProof } from '../queries/proof.ts';
import { relationCounts, relationsAtMost, relationsPage } from '../queries/relations.ts';
import { amendmentsOf, seriesOf } from '../queries/series.ts';
import { isSettled } from '../queries/settled.ts';
import { type House, momentOf } from '../routes/house.ts';
import { recordOrAnnulled, recordOrRefusal } from '../routes/record-or-refusal.ts';
import { relationsQuestion } from '../routes/relations-route.tsx';
import { answerJson } from './answer-json.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { answer, noStandard, relationsAsked, standardPath, twoClocks } from './requests.ts';
import { historyShape, proofShape, relationsShape, seriesShape, standardShape } from './schemas.ts';

const request = { params: standardPath, query: twoClocks };

const standard = createRoute({
  method: 'get',
  path: '/api/v1/standards/{number}',
  operationId: 'standard',
  tags: ['standards'],
  request,
  summary: 'One standard, on a day and as known at an instant',
  responses: { ...answer('The standard.', standardShape), ...noStandard },
});
const relations = createRoute({
  method: 'get',
  path: '/api/v1/standards/{number}/relations',
  operationId: 'relations',
  tags: ['standards'],
  request: { params: standardPath, query: relationsAsked },
  summary: 'Relations of a standard, both sides, page by page',
  responses: { ...answer('Its relations.', relationsShape), ...noStandard },
});
const history = createRoute({
  method: 'get',
  path: '/api/v1/standards/{number}/history',
  operationId: 'history',
  tags: ['standards'],
  request,
  summary: 'Every act on a record with every field that changed',
  responses: { ...answer('Its history.', historyShape), ...noStandard },
});
const series = createRoute({
  method: 'get',
  path: '/api/v1/standards/{number}/series',
  operationId: 'series',
  tags: ['standards'],
  request,
  summary: 'Editions of the work, and the amendments of this edition',
  responses: { ...answer('Its series.', seriesShape), ...noStandard },
});
const proof = createRoute({
  method: 'get',
  path: '/api/v1/standards/{number}/proof',
  operationId: 'proof',
  tags: ['standards'],
  request,
  summary: 'Proof that each act on the record is in the log, to be checked offline',
  responses: { ...answer('The proof.', proofShape), ...noStandard },
});

/** Operations on one standard. */
export function standardsApi(house: House): OpenAPIHono<HttpEnvironment> {
  const { database } = house.deps;
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });

  app.openapi(standard, async (c) => {
    const moment = momentOf(house, c);
    const record = await recordOrRefusal(house.deps, c.req.valid('param').number, moment);
    return answerJson(c, standardShape, {
      ...publicRecord(record, moment),
      settled: await isSettled(database, moment),
    });
  });
  app.openapi(relations, async (c) => {
    const moment = momentOf(house, c);
    const record = await recordOrRefusal(house.deps, c.req.valid('param').number, moment);
    const { kind, cursor, limit } = c.req.valid('query');
    const question = relationsQuestion(record, kind, moment);
    const after = cursor === undefined ? undefined : readCursor(cursor, question, house.cursorKey);
    const page = await relationsPage(
      database,
      record,
      { kind, after, limit: Number(limit ?? relationsAtMost) },
      moment,
    );
    return answerJson(c, relationsShape, {
      relations: publicRelations(page.rows),
      counts: relationCounts(record.relations),
      next: page.next === undefined ? null : signedCursor(page.next, question, house.cursorKey),
    });
  });
  app.openapi(series, async (c) => {
    const moment = momentOf(house, c);
    const record = await recordOrRefusal(house.deps, c.req.valid('param').number, moment);
    const found = await seriesOf(database, record.workKey, moment);
    const listed = (briefs: typeof found.editions) => briefs.map((brief) => summary(brief, moment.day));
    return answerJson(c, seriesShape, {
      editions: listed(found.editions),
      amendments: listed(amendmentsOf(found, record)),
    });
  });
  app.openapi(history, async (c) => {
    const moment = momentOf(house, c);
    const record = await recordOrRefusal(house.deps, c.req.valid('param').number, moment);
    return answerJson(c, historyShape, historyBody(await historyOf(database, record, moment)));
  });
  app.openapi(proof, async (c) => {
    const record = await recordOrAnnulled(house.deps, c.req.valid('param').number, momentOf(house, c));
    const found = await recordProof(database, record);
    if (!found) throw refusal('standards.not-sealed-yet');
    return answerJson(c, proofShape, { number: record.number, address: record.address, ...found });
  });
  return app;
}

function historyBody({ acts, disagreements }: StandardHistory) {
  return {
    acts: acts.map((act) => ({
      recordedAt: act.recordedAt,
      command: act.act.command,
      basis: act.act.basis,
      ruleVersion: act.act.ruleVersion,
      organization: act.act.organizationCode,
      events: act.events.map(({ version, type, validOn, corrects }) => ({
        version,
        type,
        validOn: validOn ?? null,
        corrects: corrects ?? null,
      })),
      changes: act.differences.map(({ field, before, after }) => ({
        field,
        before: before ?? null,
        after: after ?? null,
      })),
      correctedAt: act.correctedAt ?? null,
    })),
    disagreements: disagreements.map(({ field, values }) => ({
      field,
      values: values.map(({ source, value, isShown }) => ({
        source: source.name,
        statedOn: source.statedOn,
        value,
        isShown,
      })),
    })),
  };
}
