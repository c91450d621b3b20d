import type { ReadHandle } from '../../foundation/database.ts';
import { type Statement, sql } from '../../foundation/sql.ts';

/** An act on a standard as feeds list it, newest first by its place in the log. */
export interface RecentAct {
  readonly leafIndex: number;
  readonly standardId: string;
  readonly homeId: string;
  readonly version: number;
  readonly type: string;
  readonly source: string | null;
  readonly recordedAt: string;
  readonly number: string;
  readonly address: string;
  readonly titles: readonly { readonly lang: string; readonly text: string }[];
}

const actColumns = sql`l.leaf_index as "leafIndex", e.stream_id as "standardId", e.home_id as "homeId", e.version, e.type,
  e.data->'source'->>'name' as source, e.recorded_at as "recordedAt", t.number, t.address, t.title as titles`;

const current = sql`lateral (select number, address, title, ics from standard t where t.home_id = e.home_id and t.standard_id = e.stream_id
  order by upper_inf(t.known) desc, t.row_no desc limit 1) t`;

/** The newest sealed acts on any standard. Only what is in the log is fed, so that nothing appears before a reader's place (DESIGN 10, rule 9). */
export function recentActs(read: ReadHandle, limit: number): Promise<readonly RecentAct[]> {
  return read.all<RecentAct>(sql`select ${actColumns} from (select * from leaf order by leaf_index desc limit ${limit * 3}) l
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version and e.kind = 'standard'
    join ${current} on true order by l.leaf_index desc limit ${limit}`);
}

/** The newest sealed acts on one standard. */
export function actsOn(read: ReadHandle, standardId: string, limit: number): Promise<readonly RecentAct[]> {
  return actsWhere(read, sql`e.stream_id = ${standardId}::uuid`, limit);
}

/** How far back a feed of one class looks; older acts stand in the bulk files and in OAI-PMH. */
const classReach = 20_000;

/** The newest sealed acts on the standards of an ICS class and those below it. */
export function actsInIcs(read: ReadHandle, ics: string, limit: number): Promise<readonly RecentAct[]> {
  return read.all<RecentAct>(sql`select ${actColumns} from (select * from leaf order by leaf_index desc limit ${classReach}) l
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version and e.kind = 'standard'
    join ${current} on true where exists (select from unnest(t.ics) code where code = ${ics} or starts_with(code, ${`${ics}.`}))
    order by l.leaf_index desc limit ${limit}`);
}

function actsWhere(read: ReadHandle, condition: Statement<unknown>, limit: number): Promise<readonly RecentAct[]> {
  return read.all<RecentAct>(sql`select ${actColumns} from event e
    join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
    join ${current} on true where ${condition} and e.kind = 'standard' order by l.leaf_index desc limit ${limit}`);
}
