import { addDays, endOfDay, isDay } from '../foundation/clock.ts';
import type { ReadHandle } from '../foundation/database.ts';
import { refusal } from '../foundation/refusal.ts';
import { sql } from '../foundation/sql.ts';

/** An act as the audit trail shows it. */
export interface ActEntry {
  readonly id: string;
  readonly at: string;
  readonly person: string | null;
  /** The person of the act was erased: there was one. */
  readonly isErased: boolean;
  readonly organization: string;
  readonly command: string;
  readonly basis: string;
  readonly ruleVersion: string | null;
  readonly sealed: 'sealed' | 'waiting' | 'nothing';
}

export interface ActFilter {
  readonly person: string;
  readonly organization: string;
  readonly command: string;
  readonly from: string;
  readonly until: string;
}

export interface ActWish {
  /** Homes whose acts may be seen; absent: all. */
  readonly homes?: readonly string[];
  readonly filter: ActFilter;
  readonly timeZone: string;
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const cursorShape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f-]{36})$/;

/** Acts, newest first. A filter that names nothing there is finds nothing. @throws Refusal `http.cursor-not-ours` */
export function actsOf(read: ReadHandle, wish: ActWish): Promise<readonly ActEntry[]> {
  const { filter, limit, homes } = wish;
  const named = (text: string, column: 'a.person_id' | 'a.home_id') => {
    if (text === '') return sql`true`;
    return uuidShape.test(text) ? sql`${sql.ref(column)} = ${text}::uuid` : sql`false`;
  };
  return read.all<ActEntry>(sql`select a.act_id as id, a.recorded_at as at, a.person_id as person,
      a.person_id is null and a.person_salt is not null as "isErased", a.home_id as organization, a.command, a.basis, a.rule_version as "ruleVersion",
      case when a.answer->'events' in ('[]', '0') then 'nothing'
        when l.leaf_index is not null or a.recorded_at < (select max(settled_at) from checkpoint) then 'sealed' else 'waiting' end as sealed
    from act a left join leaf l on jsonb_typeof(a.answer->'events') = 'array' and l.home_id = (a.answer->'events'->0->>'homeId')::uuid and l.stream_id = (a.answer->'events'->0->>'streamId')::uuid
      and l.version = (a.answer->'events'->0->>'version')::int
    where ${homes === undefined ? sql`true` : sql`a.home_id = any(${homes}::uuid[])`}
      and ${named(filter.person, 'a.person_id')} and ${named(filter.organization, 'a.home_id')}
      and ${filter.command === '' ? sql`true` : sql`a.command = ${filter.command}`}
      and ${daysOf(wish)} and ${after(wish.cursor)}
    order by a.recorded_at desc, a.act_id desc limit ${limit}`);
}

function daysOf({ filter: { from, until }, timeZone }: ActWish) {
  const first = isDay(from) ? sql`a.recorded_at > ${endOfDay(addDays(from, -1), timeZone)}::timestamptz` : sql`true`;
  const last = isDay(until) ? sql`a.recorded_at <= ${endOfDay(until, timeZone)}::timestamptz` : sql`true`;
  return sql`${first} and ${last}`;
}

function after(cursor: string | undefined) {
  if (cursor === undefined) return sql`true`;
  const found = cursorShape.exec(cursor);
  if (!found) throw refusal('http.cursor-not-ours');
  return sql`(a.recorded_at, a.act_id) < (${found[1]}::timestamptz, ${found[2]}::uuid)`;
}

export function cursorOf({ at, id }: ActEntry): string {
  return `${at}_${id}`;
}
