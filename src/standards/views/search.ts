import type { Committee } from '../../bodies/index.ts';
import type { FacetItem, FacetView } from '../../portal/facet-list.tsx';
import type { LanguageText } from '../../portal/languages.ts';
import { statusCodes, tiers } from '../../portal/register-codes.ts';
import type { Facet, FacetName, Spelling } from '../../search/index.ts';
import type { ChosenFilter, NoResultView, ResultView, SearchView } from '../pages/search-view.ts';
import type { UnknownValue } from '../queries/filter-values.ts';
import type { StandardsFound } from '../queries/searching.ts';
import { resultView } from './choice.ts';
import { committeeLinks } from './committees.ts';
import { codeName, type ViewContext, written } from './link.ts';
import { fieldName } from './words.ts';

/** The question as it stands in the address; every link of the page is this one with something changed. */
export interface SearchQuestion {
  readonly query: string;
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly page: number;
  readonly parameters: URLSearchParams;
}

/** Parameters of the address that are facets. */
export const facetParameters = {
  tier: 'tier',
  nature: 'nature',
  documentKind: 'kind',
  status: 'status',
  year: 'year',
  ics: 'ics',
  ccs: 'ccs',
  region: 'region',
  sector: 'sector',
  department: 'department',
  committee: 'committee',
  adopted: 'adopted',
} as const satisfies Readonly<Record<FacetName, string>>;

export const resultsOfPage = 20;
/** Numbered pages end where the search ends them. */
const lastPage = 500;

/** What a search came upon: standards, committees that its words name, and values that do not exist. */
export interface Searched {
  readonly found: StandardsFound;
  readonly committees: readonly Committee[];
  readonly unknown: readonly UnknownValue[];
  readonly notHeld: SearchView['notHeld'];
}

/** The page of results. */
export function searchView(
  { found, committees, unknown, notHeld }: Searched,
  question: SearchQuestion,
  context: ViewContext,
): SearchView {
  const { answer } = found;
  return {
    asked: askedView(question, context),
    total: answer.total.n,
    isTotalApproximate: answer.total.isApproximate,
    notHeld,
    pastEnd:
      found.standards.length === 0 && answer.total.n > 0
        ? { page: question.page, firstHref: changed(question, (parameters) => parameters.delete('page')) }
        : undefined,
    readAs:
      notHeld === undefined &&
      answer.readAs.length === 1 &&
      answer.readAs[0] !== undefined &&
      answer.readAs[0] !== question.query
        ? { number: answer.readAs[0] }
        : undefined,
    highlight: answer.highlight,
    unknownValues: unknownValueViews(unknown, context),
    indexingToGo: found.indexingToGo,
    committees: committeeLinks(committees, context),
    results: found.standards.map((brief): ResultView => resultView(brief, found.facts.get(brief.standardId), context)),
    facets: found.facets.map((facet) =>
      facetView(facet, { question, context, isApproximate: answer.areFacetsApproximate }),
    ),
    chosen: chosenFilters(question, context),
    pagination: {
      kind: 'pages',
      current: question.page,
      last: Math.min(lastPage, Math.max(1, Math.ceil(answer.total.n / resultsOfPage))),
      hrefOf: (page) =>
        changed(question, (parameters) =>
          page === 1 ? parameters.delete('page') : parameters.set('page', String(page)),
        ),
    },
    downloads: [{ label: { text: 'JSON', lang: 'en' }, href: `/api/v1/standards?${apiQuestion(question)}` }],
    followHref:
      question.query === '' ? undefined : `/watches/new?search=${encodeURIComponent(question.parameters.toString())}`,
    orderExplainedHref: '/data#order',
  };
}

export function askedView(question: SearchQuestion, context: ViewContext): SearchView['asked'] {
  const carried = [...question.parameters].filter(([name]) => !['q', 'sort', 'as-of', 'page', 'lang'].includes(name));
  return {
    query: question.query,
    sort: question.sort,
    asOf: context.day,
    action: '/standards',
    hidden: carried.map(([name, value]) => ({ name, value })),
  };
}

function apiQuestion({ parameters }: SearchQuestion): URLSearchParams {
  const asked = new URLSearchParams(parameters);
  for (const name of ['page', 'lang', 'more']) asked.delete(name);
  const years = asked.getAll('year').flatMap(yearsIn);
  asked.delete('year');
  if (years.length > 0) {
    asked.set('year-from', String(Math.min(...years)));
    asked.set('year-to', String(Math.max(...years)));
  }
  return asked;
}

/** Other ways to ask, under the same conditions. */
export function spellingViews(spellings: readonly Spelling[], question: SearchQuestion): NoResultView['spellings'] {
  return spellings.map(({ text, total }) => ({
    query: text,
    href: changed(question, (parameters) => parameters.set('q', text)),
    count: total.n,
    isApproximate: total.isApproximate,
  }));
}

function changed(question: SearchQuestion, change: (parameters: URLSearchParams) => void): string {
  const parameters = new URLSearchParams(question.parameters);
  change(parameters);
  return `/standards?${parameters}`;
}

function facetView(
  facet: Facet,
  shown: { readonly question: SearchQuestion; readonly context: ViewContext; readonly isApproximate: boolean },
): FacetView {
  const { question, context } = shown;
  const parameter = facetParameters[facet.name];
  const chosen = new Set(question.parameters.getAll(parameter));
  const values = facet.name === 'year' ? byDecade(facet.values) : facet.values;
  const isOpen = question.parameters.getAll('more').includes(parameter) || values.length <= fewValues + 1;
  // What is switched on stays in sight, so that it can be switched off.
  const seen = isOpen ? values : values.filter(({ value }, place) => place < fewValues || chosen.has(value));
  const items = seen.map(
    ({ value, count }): FacetItem => ({
      href: changed(question, (parameters) => {
        parameters.delete('page');
        if (chosen.has(value)) parameters.delete(parameter, value);
        else if (divided.has(facet.name)) parameters.set(parameter, value);
        else parameters.append(parameter, value);
      }),
      count,
      isChosen: chosen.has(value),
      shown: itemShown(facet.name, value, context),
    }),
  );
  return {
    name: fieldName(context.lang, facet.name).text,
    items,
    isApproximate: shown.isApproximate,
    moreHref: isOpen ? undefined : `${changed(question, (parameters) => parameters.append('more', parameter))}#narrow`,
  };
}

/** Facets whose chosen value is divided further: a narrower value stands in the place of the wider one. */
const divided: ReadonlySet<FacetName> = new Set(['ics', 'ccs', 'region', 'year']);

/** Values shown of a facet before the reader asks for more. */
const fewValues = 8;

/** Many single years say little: from so many on they stand together by decades, the newest first. */
const fewYears = 10;

function byDecade(values: Facet['values']): Facet['values'] {
  const sorted = values.toSorted((one, other) => Number(other.value) - Number(one.value));
  if (values.length <= fewYears) return sorted;
  const decades = Map.groupBy(sorted, ({ value }) => `${value.slice(0, 3)}0-${value.slice(0, 3)}9`);
  return [...decades].map(([value, years]) => ({ value, count: years.reduce((sum, { count }) => sum + count, 0) }));
}

/** First and last year of a value of the facet: `2019`, or a decade `2010-2019`. */
export function yearsIn(value: string): readonly number[] {
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(value) ?? [];
  return first === undefined ? [] : [Number(first), Number(last)];
}

function itemShown(name: FacetName, value: string, context: ViewContext): FacetItem['shown'] {
  if (name === 'tier') return { kind: 'tier', mark: { tier: tiers.find((tier) => tier === value) } };
  const status = name === 'status' ? statusCodes.find((code) => code === value) : undefined;
  return status === undefined ? { kind: 'text', label: valueName(name, value, context) } : { kind: 'status', status };
}

const lists: Readonly<Partial<Record<FacetName, string>>> = {
  tier: 'tiers',
  nature: 'natures',
  documentKind: 'kinds',
  status: 'statuses',
  ics: 'ics',
  ccs: 'ccs',
  region: 'regions',
  sector: 'sector-codes',
};
/** Lists whose codes people know: the code stands before the name. */
const codesShown: ReadonlySet<FacetName> = new Set(['ics', 'ccs', 'sector']);
const adoption = {
  true: { 'zh-Hans': '采用', en: 'adopts' },
  false: { 'zh-Hans': '不采用', en: 'does not adopt' },
} as const;

function valueName(name: FacetName, value: string, context: ViewContext): LanguageText {
  if (name === 'adopted')
    return { text: adoption[value === 'true' ? 'true' : 'false'][context.lang], lang: context.lang };
  if (name === 'year') return yearName(value, context);
  const list = lists[name];
  const entry = list === undefined ? undefined : codeName(context, list, value);
  if (entry === undefined) return written(value);
  return codesShown.has(name) ? { text: `${value} ${entry.text}`, lang: entry.lang } : entry;
}

function yearName(value: string, context: ViewContext): LanguageText {
  const [first, last] = value.split('-');
  if (last === undefined) return written(value);
  return { text: context.lang === 'en' ? `${first} to ${last}` : `${first}—${last}年`, lang: context.lang };
}

/** Chosen values that do not exist, by the names that the page has for the filters. */
export function unknownValueViews(values: readonly UnknownValue[], { lang }: ViewContext): SearchView['unknownValues'] {
  const names = new Map<string, string>(Object.entries(facetParameters).map(([name, parameter]) => [parameter, name]));
  return values.map(({ parameter, value, list }) => ({
    filter: fieldName(lang, names.get(parameter) ?? parameter).text,
    value: value.slice(0, 80),
    href: `/api/v1/codelists/${list}`,
  }));
}

function chosenFilters(question: SearchQuestion, context: ViewContext): readonly ChosenFilter[] {
  return Object.entries(facetParameters).flatMap(([name, parameter]) =>
    question.parameters.getAll(parameter).map((value) => ({
      facet: fieldName(context.lang, name).text,
      // One cast at the edge: the names are the keys of the table above.
      value: valueName(name as FacetName, value, context).text,
      removeHref: changed(question, (parameters) => {
        parameters.delete('page');
        parameters.delete(parameter, value);
      }),
    })),
  );
}
