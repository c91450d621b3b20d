import type { ReadHandle } from '../../foundation/database.ts';
import { sql } from '../../foundation/sql.ts';

/** The newest event of a standard, by which harvesters tell whether they have it. */
export interface HarvestHead {
  readonly leafIndex: number;
  readonly standardId: string;
  readonly recordedAt: string;
  readonly isAnnulled: boolean;
  readonly tier: string | null;
}

export interface Harvest {
  /** Leaf after which to go on. */
  readonly after: number;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly tier?: string | undefined;
  readonly limit: number;
}

const headColumns = sql`l.leaf_index as "leafIndex", e.stream_id as "standardId", e.recorded_at as "recordedAt", e.type = 'standard-annulled' as "isAnnulled", t.tier`;

const lastRow = sql`left join lateral (select tier from standard t where t.home_id = e.home_id and t.standard_id = e.stream_id order by row_no desc limit 1) t on true`;

/**
 * Standards in the order in which their newest act stands in the log. One that changes during the harvest moves to the
 * end and is met again there, so nothing is missed.
 */
export function harvestHeads(
  read: ReadHandle,
  { after, from, until, tier, limit }: Harvest,
): Promise<readonly HarvestHead[]> {
  return read.all<HarvestHead>(sql`select ${headColumns} from leaf l
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version and e.kind = 'standard'
    ${lastRow}
    where l.leaf_index > ${after}
      and not exists (select from event n where n.home_id = e.home_id and n.stream_id = e.stream_id and n.version > e.version)
      and ${from === undefined ? sql`true` : sql`e.recorded_at >= ${from}::timestamptz`}
      and ${until === undefined ? sql`true` : sql`e.recorded_at <= ${until}::timestamptz`}
      and ${tier === undefined ? sql`true` : sql`t.tier = ${tier}`}
    order by l.leaf_index limit ${limit}`);
}

/** The head of one standard. */
export function harvestHead(read: ReadHandle, standardId: string): Promise<HarvestHead | undefined> {
  return read.first<HarvestHead>(sql`select ${headColumns} from (select * from event where stream_id = ${standardId}::uuid and kind = 'standard'
      and home_id = (select home_id from standard where standard_id = ${standardId}::uuid limit 1) order by version desc limit 1) e
    join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
    ${lastRow}`);
}

/** The first instant of the log. */
export async function firstInstant(read: ReadHandle): Promise<string | undefined> {
  const row = await read.first<{ readonly at: string }>(sql`select e.recorded_at as at from leaf l
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version order by l.leaf_index limit 1`);
  return row?.at;
}
