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

/** Values of one facet that are given; the others have a page of their own. */
const mostValues = 40;

/** How many entries answer, and how they divide. A facet that divides nothing is left out, unless it is filtered by. */
export async function countAll(read: ReadHandle, work: CountWork): Promise<Counts> {
  const rows = await read.all<{ readonly facet: string; readonly value: string | null; readonly n: number }>(
    countStatement(work),
  );
  const isSample = work.from === 'sample';
  const share = isSample ? sampleShare : 1;
  const counted = rows.map((row) => ({ ...row, n: row.n * share }));
  const total = (counted.find((row) => row.facet === 'total')?.n ?? 0) + (isSample ? work.numbered.length : 0);
  const facets = work.facets.map((name) => facetOf(name, counted));
  return {
    total: { n: total, isApproximate: isSample },
    facets: facets.filter((facet) => divides(facet, total) || isFilteredBy(work.filters, facet.name)),
  };
}

function facetOf(
  name: FacetName,
  rows: readonly { readonly facet: string; readonly value: string | null; readonly n: number }[],
): Facet {
  const values = rows.flatMap((row): readonly FacetValue[] =>
    row.facet === name && row.value !== null ? [{ value: row.value, count: row.n }] : [],
  );
  // Order by number, then by value, so that equal numbers do not change places between two answers.
  const inOrder = values.toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return { name, values: inOrder.slice(0, mostValues), hasMore: inOrder.length > mostValues };
}

function divides(facet: Facet, total: number): boolean {
  return facet.values.length > 1 || facet.values.some((value) => value.count < total);
}

function isFilteredBy(filters: SearchFilters, name: FacetName): boolean {
  if (name === 'year') return filters.yearFrom !== undefined || filters.yearTo !== undefined;
  if (name === 'adopted') return filters.adopted !== undefined;
  return (filters[name]?.length ?? 0) > 0;
}

/**
 * One pass over the matching rows for each facet, over a list read once. Grouping sets would be one pass, but a sharded
 * database takes none across its shards.
 */
function countStatement(work: CountWork): Statement<{ facet: string; value: string | null; n: number }> {
  const parts = work.facets.map(
    (name) => sql`union all (${facetStatement(name, work.filters)} order by count(*) desc limit ${mostValues + 1})`,
  );
  return sql`with m as materialized (${matching(work)})
    select 'total' as facet, null as value, count(*) as n from m ${sql.join(parts, sql` `)}`;
}

function matching(work: CountWork): Statement<unknown> {
  const columns = sql.join([...neededColumns(work)], sql`, `);
  if (work.from === 'sample') return sql`select ${columns} from search_sample where ${condition(work.all)}`;
  if (work.numbered.length === 0) return sql`select ${columns} from search_entry where ${condition(work.all)}`;
  return sql`select ${columns} from search_entry where ${condition(work.all)} union all
    select ${columns} from search_entry where home_id = any(${work.numbered.map((one) => one.homeId)}::uuid[])
      and stream_id = any(${work.numbered.map((one) => one.streamId)}::uuid[])`;
}

function neededColumns(work: CountWork): readonly Statement<unknown>[] {
  const columns = work.facets.map((name) => columnOf(name, work.all.asOf));
  return columns.length === 0 ? [sql`1 as one`] : columns;
}

function columnOf(name: FacetName, asOf: string): Statement<unknown> {
  if (name === 'status') return sql`${statusOnDay(asOf)} as status`;
  return sql`${sql.ref(name === 'documentKind' ? 'document_kind' : name)}`;
}

function facetStatement(name: FacetName, filters: SearchFilters): Statement<unknown> {
  switch (name) {
    case 'ics':
      return levelled('ics', { length: nextIcsLength(filters.ics), under: filters.ics ?? [] });
    case 'ccs':
      return levelled('ccs', { length: (filters.ccs?.length ?? 0) > 0 ? 3 : 1, under: filters.ccs ?? [] });
    case 'region': {
      const digits = nextRegionLength(filters.region);
      return sql`select 'region' as facet, left(region, ${digits}) as value, count(*) as n from m where region is not null group by 2`;
    }
    default: {
      const column = sql.ref(name === 'documentKind' ? 'document_kind' : name);
      return sql`select ${name} as facet, ${column}::text as value, count(*) as n from m where ${column} is not null group by ${column}`;
    }
  }
}

/** Codes of one level, below what is chosen. */
function levelled(
  name: 'ics' | 'ccs',
  work: { readonly length: number; readonly under: readonly string[] },
): Statement<unknown> {
  const patterns = work.under.length === 0 ? ['%'] : work.under.map((code) => `${code.replace(/[\\%_]/g, '')}%`);
  return sql`select ${name} as facet, code as value, count(*) as n from m, unnest(${sql.ref(name)}) as code
    where length(code) = ${work.length} and code like any(${patterns}::text[]) group by code`;
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
