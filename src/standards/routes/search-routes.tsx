import { parse } from '@guiju/standard-numbers';
import { Hono } from 'hono';
import { allCommittees, committeesMeant } from '../../bodies/index.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { facetNames, type SearchFilters } from '../../search/index.ts';
import { NoResultPage } from '../pages/no-result-page.tsx';
import { SearchPage } from '../pages/search-page.tsx';
import { unknownValues } from '../queries/filter-values.ts';
import { type Moment, parameterInvalid } from '../queries/moment.ts';
import { findStandards, type StandardsFound } from '../queries/searching.ts';
import { resultView } from '../views/choice.ts';
import { committeeLinks } from '../views/committees.ts';
import { coverageStatement } from '../views/coverage.ts';
import type { ViewContext } from '../views/link.ts';
import {
  askedView,
  facetParameters,
  resultsOfPage,
  type Searched,
  type SearchQuestion,
  searchView,
  spellingViews,
  unknownValueViews,
  yearsIn,
} from '../views/search.ts';
import { daysShown, type House, momentOf, type Request, remembered, viewing } from './house.ts';
import { queryReading } from './not-in-register.tsx';

/** Committees change seldom, and every search asks for them. */
const committeesHoldSeconds = 60;

/** So many values that do not exist are told on the page that finds nothing. */
const unknownShown = 5;

/** The one box. */
export function searchRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const known = remembered(committeesHoldSeconds, () => allCommittees(house.deps.database, {}));
  app.get('/standards', async (c) => {
    const moment = momentOf(house, c);
    const question = questionOf(c);
    const { database: read, definitions } = house.deps;
    const { cursorKey } = house;
    const filters = filtersOf(question.parameters);
    const found = await findStandards(read, cursorKey, {
      text: question.query,
      filters,
      sort: question.sort,
      asOf: moment.day,
      size: resultsOfPage,
      place: { page: question.page },
      facets: facetNames,
    });
    const committees = question.page === 1 ? committeesMeant(await known(''), question.query) : [];
    // A value beside others that exist does no harm; where nothing is found it may be why.
    const isEmpty = found.answer.total.n === 0;
    const unknown = isEmpty
      ? await unknownValues({ read, cursorKey, definitions, asOf: moment.day }, filters, unknownShown)
      : [];
    const context = viewing(house, c, moment);
    const searched = { found, committees, unknown, notHeld: await notHeldView(house, found, context) };
    const frame = frameFor(c, house, daysShown(house, moment));
    if (isEmpty && question.query !== '') return noResult(house, c, { ...searched, question, context, moment });
    return answerPage(c, <SearchPage frame={frame} search={searchView(searched, question, context)} />);
  });
  return app;
}

/** Whether this register would know the number that it does not hold. */
async function notHeldView(
  house: House,
  { answer }: StandardsFound,
  context: ViewContext,
): Promise<Searched['notHeld']> {
  const reading = answer.notHeld === undefined ? undefined : parse(answer.notHeld);
  if (reading?.outcome !== 'recognized') return undefined;
  const { number } = reading;
  return { number: number.canonical, coverage: coverageStatement(number, await house.coverage(), context) };
}

function questionOf(c: Request): SearchQuestion {
  const parameters = new URL(c.req.url).searchParams;
  const query = (parameters.get('q') ?? '').trim();
  const sort = parameters.get('sort') ?? (query === '' ? 'newest' : 'relevance');
  const page = parameters.get('page') ?? '1';
  if (sort !== 'relevance' && sort !== 'newest' && sort !== 'oldest') {
    throw parameterInvalid({
      name: 'sort',
      value: sort,
      expected: '应为 relevance、newest 或 oldest',
      expectedEn: 'relevance, newest or oldest is expected',
    });
  }
  if (!/^[1-9]\d{0,5}$/.test(page)) {
    throw parameterInvalid({
      name: 'page',
      value: page,
      expected: '应为从 1 起的页码',
      expectedEn: 'the number of a page from 1 is expected',
    });
  }
  return { query, sort, page: Number(page), parameters };
}

export function filtersOf(parameters: URLSearchParams): SearchFilters {
  const values = Object.entries(facetParameters).flatMap(([name, parameter]) => {
    const given = parameters.getAll(parameter).filter((value) => value !== '');
    return given.length === 0 || name === 'year' || name === 'adopted' ? [] : [[name, given] as const];
  });
  const years = parameters.getAll('year').flatMap(yearsIn);
  const adopted = parameters.get('adopted');
  const organization = parameters.getAll('organization').filter((value) => value !== '');
  return {
    ...Object.fromEntries(values),
    ...(organization.length === 0 ? {} : { organization }),
    ...(years.length === 0 ? {} : { yearFrom: Math.min(...years), yearTo: Math.max(...years) }),
    ...(adopted === 'true' || adopted === 'false' ? { adopted: adopted === 'true' } : {}),
  };
}

interface Nothing extends Searched {
  readonly question: SearchQuestion;
  readonly context: ViewContext;
  readonly moment: Moment;
}

/** Nothing found: how the query was read, whether this register would know, nearest numbers, the same without filters. */
async function noResult(house: House, c: Request, nothing: Nothing): Promise<Response> {
  const { found, question, context, moment } = nothing;
  const hasFilters = [...question.parameters.keys()].some(
    (name) => !['q', 'sort', 'as-of', 'page', 'lang', 'known'].includes(name),
  );
  const withoutFilters = hasFilters ? await countWithout(house, question, moment) : 0;
  const reading = parse(question.query);
  const isNumber = reading.outcome === 'recognized' || reading.outcome === 'ambiguous' || /\d/.test(question.query);
  const view = {
    asked: askedView(question, context),
    committees: committeeLinks(nothing.committees, context),
    reading: isNumber ? await queryReading(house, context, { reading, moment }) : ({ kind: 'words' } as const),
    nearest: found.nearest.map((brief) => resultView(brief, found.facts.get(brief.standardId), context)),
    spellings: spellingViews(found.answer.spellings, question),
    withoutFilters:
      withoutFilters === 0
        ? undefined
        : { href: `/standards?q=${encodeURIComponent(question.query)}`, count: withoutFilters },
    unknownValues: unknownValueViews(nothing.unknown, context),
    indexingToGo: found.indexingToGo,
  };
  return answerPage(c, <NoResultPage frame={frameFor(c, house, daysShown(house, moment))} noResult={view} />);
}

async function countWithout(house: House, question: SearchQuestion, moment: Moment): Promise<number> {
  const found = await findStandards(house.deps.database, house.cursorKey, {
    text: question.query,
    filters: {},
    sort: 'relevance',
    asOf: moment.day,
    size: 1,
    place: { page: 1 },
    facets: [],
  });
  return found.answer.total.n;
}
