import { parse } from '@guiju/standard-numbers';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import { type SearchEntry, type SearchSource, type StreamRef, serialOf } from '../search/index.ts';
import { briefsById } from './queries/brief.ts';
import { inTheEnd } from './queries/moment.ts';
import { dependentStandards } from './search-dependents.ts';
import { prominence } from './search-prominence.ts';
import { type StatusDates, statusOn } from './status.ts';

/** The register of standards as the search sees it: every current standard, with all its public words. */
export const standardSearchSource: SearchSource = {
  kind: 'standard',
  entries: async (read, streams, today) => {
    const ids = streams.map((stream) => stream.streamId);
    const rows = await currentRows(read, ids);
    const [briefs, organizations, adopting, pointedAt] = [
      await briefsById(read, ids, inTheEnd),
      await organizationsOf(read, streams),
      await adoptingOf(read, streams),
      await pointersAt(
        read,
        rows.map((row) => row.number_key),
      ),
    ];
    return rows.flatMap((row) => {
      const brief = briefs.get(row.standard_id);
      if (!brief) return [];
      return [
        entryOf(row, {
          status: brief.dates,
          today,
          organizations: organizations.get(row.standard_id) ?? [],
          adopted: adopting.has(row.standard_id),
          pointedAt: pointedAt.get(row.number_key) ?? 0,
        }),
      ];
    });
  },
  dependents: dependentStandards,
};

interface EntryRow {
  readonly home_id: string;
  readonly standard_id: string;
  readonly number: string;
  readonly number_key: string;
  readonly series_key: string;
  readonly work_key: string;
  readonly title: readonly { readonly text: string }[];
  readonly scope: readonly { readonly text: string }[];
  readonly tier: string | null;
  readonly nature: string | null;
  readonly kind: string;
  readonly ics: readonly string[];
  readonly ccs: readonly string[];
  readonly region: string | null;
  readonly sector: string | null;
  readonly topics: readonly string[];
  readonly committee: string | null;
  readonly department: string | null;
  readonly issuers: readonly string[];
}

async function currentRows(read: ReadHandle, ids: readonly string[]): Promise<readonly EntryRow[]> {
  return read.all<EntryRow>(sql`select distinct on (standard_id) home_id, standard_id, number, number_key, series_key, work_key, title, scope,
      tier, nature, kind, ics, ccs, region, sector, topics, committee, department, issuers
    from standard where standard_id = any(${ids}::uuid[]) and upper_inf(known) order by standard_id, lower(valid) desc nulls last`);
}

interface EntryWork {
  readonly status: StatusDates;
  readonly today: string;
  readonly organizations: readonly Organization[];
  readonly adopted: boolean;
  readonly pointedAt: number;
}

function entryOf(row: EntryRow, work: EntryWork): SearchEntry {
  const { status } = work;
  const year = status.publishedOn === null ? null : Number(status.publishedOn.slice(0, 4));
  const names = work.organizations.map((one) => one.name);
  return {
    homeId: row.home_id,
    streamId: row.standard_id,
    kind: 'standard',
    number: { number: row.number_key, series: row.series_key, work: row.work_key, serial: serialIn(row) },
    titles: row.title.map((title) => title.text),
    texts: [
      ...row.scope.map((scope) => scope.text),
      ...names,
      ...row.topics,
      ...row.issuers,
      row.committee ?? '',
      row.department ?? '',
    ].filter((text) => text !== ''),
    prominence: prominence({
      status: statusOn(status, work.today).code,
      tier: row.tier,
      nature: row.nature,
      kind: row.kind,
      year,
      pointedAt: work.pointedAt,
    }),
    sortOn: status.publishedOn,
    status,
    facets: {
      tier: row.tier,
      nature: row.nature,
      documentKind: row.kind,
      year,
      ics: row.ics,
      ccs: row.ccs,
      region: row.region,
      sector: row.sector,
      department: row.department,
      committee: row.committee,
      adopted: work.adopted,
      organizations: [...names, ...work.organizations.flatMap((one) => one.credit_code ?? [])],
    },
  };
}

/** Serial and parts; for a number that is not understood its digits. */
function serialIn(row: EntryRow): string {
  const reading = parse(row.number);
  return reading.outcome === 'recognized' ? serialOf(reading.number) : row.number_key.replace(/\D+/g, '');
}

interface Organization {
  readonly standard_id: string;
  readonly name: string;
  readonly credit_code: string | null;
}

async function organizationsOf(
  read: ReadHandle,
  streams: readonly StreamRef[],
): Promise<ReadonlyMap<string, readonly Organization[]>> {
  const rows = await read.all<Organization>(sql`select o.standard_id, o.name, o.credit_code from ${asked(streams)}
    join standard_organization o on o.home_id = asked.home_id and o.standard_id = asked.standard_id and upper_inf(o.known) order by o.standard_id, o.place`);
  return Map.groupBy(rows, (row) => row.standard_id);
}

/** Standards that adopt an international document (GB/T 1.2; ISO/IEC Guide 21-1). */
async function adoptingOf(read: ReadHandle, streams: readonly StreamRef[]): Promise<ReadonlySet<string>> {
  const rows = await read.all<{ readonly standard_id: string }>(sql`select distinct r.standard_id from ${asked(streams)}
    join standard_relation r on r.home_id = asked.home_id and r.standard_id = asked.standard_id and r.kind = 'adopts' and upper_inf(r.known)`);
  return new Set(rows.map((row) => row.standard_id));
}

/** How many statements of others point at a number. */
async function pointersAt(read: ReadHandle, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await read.all<{
    readonly target_key: string;
    readonly n: number;
  }>(sql`select target_key, count(*) as n from standard_relation
    where target_key = any(${keys}::text[]) and kind not in ('replacedBy', 'mergedInto', 'splitInto') and upper_inf(known) group by target_key`);
  return new Map(rows.map((row) => [row.target_key, row.n]));
}

function asked(streams: readonly StreamRef[]) {
  return sql`unnest(${streams.map((stream) => stream.homeId)}::uuid[], ${streams.map((stream) => stream.streamId)}::uuid[]) as asked (home_id, standard_id)`;
}
