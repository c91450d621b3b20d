import { addMilliseconds } from '../foundation/clock.ts';
import type { ReadHandle } from '../foundation/database.ts';
import { sql } from '../foundation/sql.ts';
import type { SubjectKind, ToldMark, WatchedState, WatchSubject } from './model.ts';

/** A watch as pages and the messenger read it. It holds no address. */
export interface Watch {
  readonly homeId: string;
  readonly watchId: string;
  readonly subject: WatchSubject;
  readonly lang: 'zh-Hans' | 'en';
  readonly state: 'asked' | 'confirmed' | 'stopped' | 'lapsed';
  readonly confirmHash: string;
  readonly stopHash: string;
  readonly validUntil: string;
}

const columns = sql`w.home_id as "homeId", w.watch_id as "watchId",
  w.subject || jsonb_build_object('kind', w.subject_kind, 'key', w.subject_key) as subject, w.lang, w.state,
  w.confirm_hash as "confirmHash", w.stop_hash as "stopHash", w.valid_until as "validUntil"`;

const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function watchAt(read: ReadHandle, watchId: string): Promise<Watch | undefined> {
  if (!uuidShape.test(watchId)) return undefined;
  return read.first<Watch>(sql`select ${columns} from watch w where w.watch_id = ${watchId} and upper_inf(w.known)`);
}

/** Keys of what is watched, of one kind: what must be kept for as long as somebody follows it. */
export async function watchedKeys(read: ReadHandle, kind: SubjectKind): Promise<readonly string[]> {
  const rows = await read.all<{ readonly key: string }>(sql`select distinct w.subject_key as key from watch w
    where w.subject_kind = ${kind} and w.state in ('asked', 'confirmed') and upper_inf(w.known)`);
  return rows.map(({ key }) => key);
}

export interface DueWatch extends Watch {
  readonly mark: ToldMark;
  /** What was told; null while nothing was written down yet. */
  readonly told: WatchedState | null;
}

/** Minutes between two looks at a watch on one day, however fast the log grows. */
const pauseMinutes = 15;

/**
 * Watches that have something to look at: they are new, a day has begun since their mark, or the log has grown and
 * nothing was told today. So a reader gets at most one message a day for each watch, with everything in it.
 */
export async function dueWatches(
  read: ReadHandle,
  now: ToldMark & { readonly instant: string },
  limit: number,
): Promise<readonly DueWatch[]> {
  const lookedBefore = addMilliseconds(now.instant, -pauseMinutes * 60_000);
  const rows = await read.all<
    Watch & { readonly treeSize: number; readonly day: string; readonly told: WatchedState | null }
  >(sql`
    select ${columns}, coalesce(m.tree_size, w.from_size) as "treeSize", coalesce(m.day, w.from_day) as day, m.state as told
    from watch w left join watch_mark m on m.home_id = w.home_id and m.watch_id = w.watch_id
    where w.state = 'confirmed' and upper_inf(w.known) and (m.watch_id is null or m.day < ${now.day}
      or (m.tree_size < ${now.treeSize} and m.told_on is distinct from ${now.day}::date and m.looked_at <= ${lookedBefore}::timestamptz))
    order by coalesce(m.day, w.from_day), coalesce(m.tree_size, w.from_size), w.watch_id limit ${limit}`);
  return rows.map(({ treeSize, day, told, ...watch }) => ({ ...watch, told, mark: { treeSize, day } }));
}

/** Watches whose link has passed its time and that nobody confirmed. */
export async function unconfirmedSince(read: ReadHandle, instant: string): Promise<readonly string[]> {
  const rows = await read.all<{ readonly id: string }>(sql`select w.watch_id as id from watch w
    where w.state = 'asked' and upper_inf(w.known) and w.valid_until < ${instant}::timestamptz limit 1000`);
  return rows.map(({ id }) => id);
}

/** What is needed to send to a watch: address and token of the stop link; undefined when they are erased. */
export function sendingPlace(
  read: ReadHandle,
  watchId: string,
): Promise<{ readonly email: string; readonly stopToken: string; readonly lang: 'zh-Hans' | 'en' } | undefined> {
  return read.first(sql`select e.text as email, s.text as "stopToken", w.lang from watch w
    join private_text e on e.home_id = w.home_id and e.text_id = w.email_text and e.text is not null
    join private_text s on s.home_id = w.home_id and s.text_id = w.stop_text and s.text is not null
    where w.watch_id = ${watchId} and upper_inf(w.known) and w.state in ('asked', 'confirmed')`);
}
