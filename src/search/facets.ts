import type { ReadHandle } from '../foundation/database.ts';
import { type Statement, sql } from '../foundation/sql.ts';
import { type Candidates, condition } from './candidates.ts';
import { sampleShare } from './fetch.ts';
import { icsLevels, regionLevels } from './filter-words.ts';
import type { Counted, Facet, FacetName, FacetValue, SearchFilters, StreamRef } from './model.ts';
import { statusOnDay } from './status-sql.ts';

export interface Counts {
  readonly total: Counted;
  readonly facets: readonly Facet[];
}

interface CountWork {
  readonly all: Candidates;
  readonly facets: readonly FacetName[];
  readonly filters: SearchFilters;
  /** Entries found by number, which stand before the others and are counted with them. */
  readonly numbered: readonly StreamRef[];
  /** Whether to count every entry or one in 32. */
  readonly from: 'entries' | 'sample';
}

/** Values of one facet that are given. Years are given all, because a page adds them up by decades. */
const mostValues = 40;
const mostYears = 300;

/** How many entries answer, and how they divide. A facet that divides nothing is left out, unless it is filtered by. */
export async function countAll(read: ReadHandle, work: CountWork): Promise<Counts> {
  const isSample = work.from === 'sample';
  const share = isSample ? sampleShare : 1;
  const rows = await read.all<CountRow>(countStatement(work));
  const counted = rows.map((row) => ({ facet: facetOfRow(row, work.facets), value: row.value, n: row.n * share }));
  const total = (counted.find((row) => row.facet === 'total')?.n ?? 0) + (isSample ? work.numbered.length : 0);
  const facets = work.facets.map((name) => facetOf(name, counted));
  return {
    total: { n: total, isApproximate: isSample },
    facets: facets.filter((facet) => divides(facet, total) || isFilteredBy(work.filters, facet.name)),
  };
}

interface CountRow {
  /** Facets with several values an entry are named; the others are told by their grouping. */
  readonly facet: string | null;
  /** A bit for each single-valued facet, 0 for the one that was grouped by. */
  readonly mask: number;
  readonly value: string | null;
  readonly n: number;
}

interface CountedValue {
  readonly facet: string;
  readonly value: string | null;
  readonly n: number;
}

function facetOfRow(row: CountRow, facets: readonly FacetName[]): string {
  if (row.facet !== null) return row.facet;
  const single = facets.filter((name) => !isLevelled(name));
  // grouping() puts its first argument into the highest bit.
  return single.find((_, index) => (row.mask & (1 << (single.length - 1 - index))) === 0) ?? 'total';
}

function facetOf(name: FacetName, rows: readonly CountedValue[]): Facet {
  const values = rows.flatMap((row): readonly FacetValue[] =>
    row.facet === name && row.value !== null ? [{ value: row.value, count: row.n }] : [],
  );
  // Order by number, then by value, so that equal numbers do not change places between two answers.
  const inOrder = values.toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  const most = name === 'year' ? mostYears : mostValues;
  return { name, values: inOrder.slice(0, most), hasMore: inOrder.length > most };
}

function divides(facet: Facet, total: number): boolean {
  return facet.values.length > 1 || facet.values.some((value) => value.count < total);
}

function isFilteredBy(filters: SearchFilters, name: FacetName): boolean {
  if (name === 'year') return filters.yearFrom !== undefined || filters.yearTo !== undefined;
  if (name === 'adopted') return filters.adopted !== undefined;
  return (filters[name]?.length ?? 0) > 0;
}

/** One pass over the matching rows for all facets of one value, one more for each facet of several values an entry. */
function countStatement(work: CountWork): Statement<CountRow> {
  const single = work.facets.filter((name) => !isLevelled(name)).map((name) => sql.ref(name));
  const grouped =
    single.length === 0
      ? sql`select null as facet, 0 as mask, null as value, count(*) as n from m`
      : sql`select null as facet, grouping(${sql.join(single)}) as mask, coalesce(${sql.join(single.map((name) => sql`${name}::text`))}) as value, count(*) as n
          from m group by grouping sets ((), ${sql.join(single.map((name) => sql`(${name})`))})`;
  const levelled = work.facets.filter(isLevelled).map((name) => sql`union all ${levelStatement(name, work.filters)}`);
  return sql`with m as materialized (${matching(work)}) ${grouped} ${sql.join(levelled, sql` `)}`;
}

type LevelledFacet = 'ics' | 'ccs';

function isLevelled(name: FacetName): name is LevelledFacet {
  return name === 'ics' || name === 'ccs';
}

function matching(work: CountWork): Statement<unknown> {
  const columns = sql.join(
    work.facets.length === 0 ? [sql`1 as one`] : work.facets.map((name) => columnOf(name, work)),
  );
  if (work.from === 'sample') return sql`select ${columns} from search_sample where ${condition(work.all)}`;
  if (work.numbered.length === 0) return sql`select ${columns} from search_entry where ${condition(work.all)}`;
  return sql`select ${columns} from search_entry where ${condition(work.all)} union all
    select ${columns} from search_entry where home_id = any(${work.numbered.map((one) => one.homeId)}::uuid[])
      and stream_id = any(${work.numbered.map((one) => one.streamId)}::uuid[])`;
}

function columnOf(name: FacetName, work: CountWork): Statement<unknown> {
  switch (name) {
    case 'status':
      return sql`${statusOnDay(work.all.asOf)} as status`;
    case 'documentKind':
      return sql`document_kind as ${sql.ref(name)}`;
    case 'region':
      return sql`left(region, ${nextRegionLength(work.filters.region)}) as region`;
    default:
      return sql.ref(name);
  }
}

/** Codes of one level, below what is chosen. */
function levelStatement(name: LevelledFacet, filters: SearchFilters): Statement<unknown> {
  const under = filters[name] ?? [];
  const length = name === 'ics' ? nextIcsLength(under) : nextCcsLength(under);
  const chosen =
    under.length === 0
      ? sql`true`
      : sql`code like any(${under.map((code) => `${code.toUpperCase().replace(/[\\%_]/g, '')}%`)}::text[])`;
  return sql`select ${name} as facet, 0 as mask, code as value, count(*) as n from (select unnest(${sql.ref(name)}) as code from m) as codes
    where length(code) = ${length} and ${chosen} group by code`;
}

/** Classes have 1 character, codes 3. */
function nextCcsLength(chosen: readonly string[]): number {
  return chosen.length > 0 ? 3 : 1;
}

/** Fields have 2 characters, groups 6, subgroups 9. */
function nextIcsLength(chosen: readonly string[] | undefined): number {
  const deepest = Math.max(0, ...(chosen ?? []).map((code) => icsLevels(code).length));
  return [2, 6, 9, 9][deepest] ?? 9;
}

/** Provinces have 2 digits, cities 4, counties 6. */
function nextRegionLength(chosen: readonly string[] | undefined): number {
  const deepest = Math.max(0, ...(chosen ?? []).map((code) => regionLevels(code).length));
  return Math.min(6, 2 * (deepest + 1));
}
