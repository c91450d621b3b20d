import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { allCommittees, committeesMeant } from '../../bodies/index.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { type FacetName, facetNames, type SearchFilters, type SearchSort } from '../../search/index.ts';
import { summary } from '../exports/summary.ts';
import { refuseUnknownValues } from '../queries/filter-values.ts';
import { dayNamed } from '../queries/moment.ts';
import { findStandards, type StandardsFound, spellingsOf } from '../queries/searching.ts';
import type { House } from '../routes/house.ts';
import { answerJson } from './answer-json.ts';
import { refuseParameters } from './refuse-parameters.ts';
import { answer, type Conditions, conditions, noAnswers } from './requests.ts';
import { listShape, searchShape } from './schemas.ts';

const list = createRoute({
  method: 'get',
  path: '/api/v1/standards',
  operationId: 'standards',
  tags: ['standards'],
  request: { query: conditions },
  summary: 'Standards under conditions, page by page',
  responses: { ...answer('A page of standards.', listShape), ...noAnswers },
});
const searchRoute = createRoute({
  method: 'get',
  path: '/api/v1/search',
  operationId: 'search',
  tags: ['standards'],
  request: { query: conditions },
  summary: 'Search by number in any spelling and by words, with facets',
  responses: { ...answer('What was found.', searchShape), ...noAnswers },
});

const standardsOfPage = 20;
const committeesShown = 20;

/** Lists and search. */
export function searchApi(house: House): OpenAPIHono<HttpEnvironment> {
  const app = new OpenAPIHono<HttpEnvironment>({ defaultHook: refuseParameters });
  const { cursorKey, deps } = house;
  const { database: read, definitions } = deps;
  const find = async (asked: Conditions, day: string, facets: readonly FacetName[]) => {
    const filters = filtersOf(asked);
    await refuseUnknownValues({ read, cursorKey, definitions, asOf: day }, filters);
    return findStandards(read, cursorKey, {
      text: asked.q ?? '',
      filters,
      sort: sortOf(asked),
      asOf: day,
      size: Number(asked.limit ?? standardsOfPage),
      place: asked.cursor === undefined ? { page: 1 } : { cursor: asked.cursor },
      facets,
    });
  };
  app.openapi(list, async (c) => {
    const asked = c.req.valid('query');
    const day = dayOf(asked, c.var.today);
    return answerJson(c, listShape, listOf(await find(asked, day, []), day));
  });
  app.openapi(searchRoute, async (c) => {
    const asked = c.req.valid('query');
    const day = dayOf(asked, c.var.today);
    const found = await find(asked, day, facetNames);
    const nearest = found.nearest.map((brief) => summary(brief, day));
    const committees = committeesMeant(await allCommittees(read, {}), asked.q ?? '');
    return answerJson(c, searchShape, {
      ...listOf(found, day),
      readAs: found.answer.readAs,
      facets: found.facets,
      notHeld: found.answer.notHeld ?? null,
      nearest,
      spellings: spellingsOf(found),
      committees: committees.slice(0, committeesShown).map(({ code, ...rest }) => ({ reference: code, ...rest })),
    });
  });
  return app;
}

function dayOf(asked: Conditions, today: string): string {
  const day = asked['as-of'];
  return day === undefined || day === '' ? today : dayNamed('as-of', day);
}

function listOf({ answer: found, standards, indexingToGo }: StandardsFound, day: string) {
  return {
    items: standards.map((brief) => summary(brief, day)),
    total: found.total.n,
    isTotalApproximate: found.total.isApproximate,
    next: found.nextCursor ?? null,
    indexingToGo,
  };
}

function sortOf({ sort, q }: Conditions): SearchSort {
  return sort ?? (q === undefined || q.trim() === '' ? 'newest' : 'relevance');
}

/** Conditions as filters of the search; what is not asked does not narrow. */
export function filtersOf(asked: Conditions): SearchFilters {
  const filters = {
    tier: asked.tier,
    nature: asked.nature,
    documentKind: asked.kind,
    status: asked.status,
    ics: asked.ics,
    ccs: asked.ccs,
    region: asked.region,
    sector: asked.sector,
    department: asked.department,
    committee: asked.committee,
    organization: asked.organization,
    yearFrom: asked['year-from'] === undefined ? undefined : Number(asked['year-from']),
    yearTo: asked['year-to'] === undefined ? undefined : Number(asked['year-to']),
    adopted: asked.adopted === undefined ? undefined : asked.adopted === 'true',
  };
  const given = Object.entries(filters).flatMap(([name, value]) => {
    const kept = Array.isArray(value) ? value.filter((one) => one !== '') : value;
    return kept === undefined || (Array.isArray(kept) && kept.length === 0) ? [] : [[name, kept] as const];
  });
  // One cast at the edge: the entries that are left have the types of the filters they came from.
  return Object.fromEntries(given) as SearchFilters;
}
