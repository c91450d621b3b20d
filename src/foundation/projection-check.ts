import type { Database, WriteHandle } from './database.ts';
import type { Projection } from './projection.ts';
import { type RebuildDeps, type RebuildProgress, type UnreadableStream, withShadow } from './rebuild.ts';
import { shadowOf } from './shadow-tables.ts';
import { sql } from './sql.ts';

/** Something in the register that does not follow from its history, or follows and is not there. */
export interface Difference {
  readonly table: string;
  readonly homeId: string;
  /** The thing; absent in the ledger of counts, whose entries belong to no single thing. */
  readonly streamId?: string;
  /** Row number, claim or count concerned. */
  readonly place: string;
  readonly kind: 'missing' | 'unexpected' | 'different' | 'overlapping' | 'unreadable';
  /** Columns that differ, with what the register holds and what its history says. */
  readonly fields: readonly { readonly name: string; readonly held: unknown; readonly expected: unknown }[];
}

export interface ProjectionCheck extends RebuildProgress {
  readonly tables: readonly string[];
  /** The first of them; `found` says how many there are. */
  readonly differences: readonly Difference[];
  readonly found: number;
}

/**
 * Compares every row, claim and count of the register with what its history says, and searches for rows that hold on the
 * same day while the register knew both. Others go on reading and writing: everything is compared at one snapshot.
 */
export async function checkProjections(
  database: Database,
  deps: RebuildDeps & { readonly namedAtMost?: number },
): Promise<ProjectionCheck> {
  const atMost = deps.namedAtMost ?? 100;
  const unreadable: Difference[] = [];
  const onUnreadable = ({ homeId, streamId, reason }: UnreadableStream): void => {
    unreadable.push({ table: 'event', homeId, streamId, place: reason, kind: 'unreadable', fields: [] });
  };
  return withShadow(database, { ...deps, onUnreadable }, (shadow) =>
    database.asOwner(async (tx) => {
      await tx.script('set transaction isolation level repeatable read');
      await shadow.catchUp(tx);
      const tables = await allFound(tx, deps.projections, atMost);
      const found = [{ differences: unreadable, count: unreadable.length }, ...tables];
      return {
        ...shadow.progress,
        tables: shadow.tables,
        differences: found.flatMap(({ differences }) => differences).slice(0, atMost),
        found: found.reduce((sum, { count }) => sum + count, 0),
      };
    }),
  );
}

async function allFound(
  tx: WriteHandle,
  projections: readonly Projection[],
  atMost: number,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const projection of projections) found.push(await rowsThatDiffer(tx, projection, atMost));
  found.push(await claimsThatDiffer(tx, atMost), await countsThatDiffer(tx, atMost));
  for (const projection of projections) found.push(await rowsThatOverlap(tx, projection, atMost));
  return found;
}

/** What a comparison found: the first differences, and how many there are. */
export interface Found {
  readonly differences: readonly Difference[];
  readonly count: number;
}

/** A row as the register holds it and as it should be; null where there is none. */
export interface Pair {
  readonly homeId: string;
  readonly streamId: string | null;
  readonly place: string;
  readonly held: Readonly<Record<string, unknown>> | null;
  readonly expected: Readonly<Record<string, unknown>> | null;
  readonly total: number;
}

function rowsThatDiffer(tx: WriteHandle, projection: Projection, atMost: number): Promise<Found> {
  const id = sql.ref(projection.idColumn);
  return compared(
    projection.table,
    tx.all<Pair>(sql`select coalesce(h.home_id, e.home_id) as "homeId", coalesce(h.${id}, e.${id}) as "streamId",
        coalesce(h.row_no, e.row_no)::text as place, to_jsonb(h) as held, to_jsonb(e) as expected, count(*) over ()::int as total
      from ${sql.table(projection.table)} h full join ${sql.table(shadowOf(projection.table))} e
        on e.home_id = h.home_id and e.${id} = h.${id} and e.row_no = h.row_no
      where h.* is distinct from e.* order by 1, 2, 3 limit ${atMost}`),
  );
}

function claimsThatDiffer(tx: WriteHandle, atMost: number): Promise<Found> {
  return compared(
    'claim',
    tx.all<Pair>(sql`select coalesce(h.home_id, e.home_id) as "homeId", coalesce(h.stream_id, e.stream_id) as "streamId",
        coalesce(h.kind, e.kind) || ':' || coalesce(h.value, e.value) as place, to_jsonb(h) as held, to_jsonb(e) as expected, count(*) over ()::int as total
      from claim h full join ${sql.table(shadowOf('claim'))} e on e.kind = h.kind and e.value = h.value
      where h.* is distinct from e.* order by 1, 2, 3 limit ${atMost}`),
  );
}

const entryColumns = sql`home_id, measure, occasion, valid_on, known_on, tier, nature, region, industry, topic`;

/** Entries are summed before they are compared: an act that wrote plus one and minus one in two rounds counted nothing. */
function countsThatDiffer(tx: WriteHandle, atMost: number): Promise<Found> {
  const sumOrNothing = (sum: string) =>
    sql`case when ${sql.ref(sum)} <> 0 then jsonb_build_object('n', ${sql.ref(sum)}) end`;
  return compared(
    'count_entry',
    tx.all<Pair>(sql`select home_id as "homeId", null as "streamId", (to_jsonb(d) - 'held' - 'expected')::text as place,
        ${sumOrNothing('held')} as held, ${sumOrNothing('expected')} as expected, count(*) over ()::int as total
      from (select ${entryColumns}, sum(held)::int as held, sum(expected)::int as expected
        from (select ${entryColumns}, n as held, 0 as expected from count_entry
          union all select ${entryColumns}, 0, n from ${sql.table(shadowOf('count_entry'))}) as entries
        group by ${entryColumns} having sum(held) <> sum(expected)) as d
      order by 1, 3 limit ${atMost}`),
  );
}

/** The differences of a table, from the pairs that differ. */
export async function compared(table: string, pairs: Promise<readonly Pair[]>): Promise<Found> {
  const found = await pairs;
  return { count: found[0]?.total ?? 0, differences: found.map((pair) => differenceOf(table, pair)) };
}

function differenceOf(table: string, { homeId, streamId, place, held, expected }: Pair): Difference {
  const where = { table, homeId, place, ...(streamId === null ? {} : { streamId }) };
  if (held === null) return { ...where, kind: 'missing', fields: [] };
  if (expected === null) return { ...where, kind: 'unexpected', fields: [] };
  const fields = Object.keys(expected)
    .filter((name) => JSON.stringify(held[name]) !== JSON.stringify(expected[name]))
    .map((name) => ({ name, held: held[name], expected: expected[name] }));
  return { ...where, kind: 'different', fields };
}

/**
 * Two rows of one thing that hold on a common day while the register held both. Only tables with one truth per day have an
 * index named so; the others list things that hold side by side.
 */
async function rowsThatOverlap(tx: WriteHandle, projection: Projection, atMost: number): Promise<Found> {
  const { table, idColumn } = projection;
  const rule = await tx.first<{ readonly found: boolean }>(
    sql`select to_regclass(${`public.${table}_one_truth`}) is not null as found`,
  );
  if (!rule?.found) return { differences: [], count: 0 };
  const id = sql.ref(idColumn);
  const rows = await tx.all<{
    readonly homeId: string;
    readonly streamId: string;
    readonly place: string;
    readonly valid: string;
    readonly other: string;
    readonly total: number;
  }>(sql`select a.home_id as "homeId", a.${id} as "streamId", a.row_no || ' and ' || b.row_no as place, a.valid::text as valid, b.valid::text as other,
      count(*) over ()::int as total
    from ${sql.table(table)} a join ${sql.table(table)} b on b.home_id = a.home_id and b.${id} = a.${id} and b.row_no > a.row_no
    where a.valid && b.valid and a.known && b.known order by 1, 2, 3 limit ${atMost}`);
  const differences = rows.map(({ homeId, streamId, place, valid, other }) => ({
    table,
    homeId,
    streamId,
    place,
    kind: 'overlapping' as const,
    fields: [{ name: 'valid', held: valid, expected: other }],
  }));
  return { differences, count: rows[0]?.total ?? 0 };
}
