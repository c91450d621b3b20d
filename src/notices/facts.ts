import { factQuery } from '../foundation/facts.ts';
import { newestCheckpoint } from '../foundation/seals/tile-store.ts';
import { sql } from '../foundation/sql.ts';

/** A watch as a decision needs it. */
export interface WatchHeld {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
  readonly state: 'asked' | 'confirmed' | 'stopped' | 'lapsed';
  readonly confirmHash: string;
  readonly stopHash: string;
  readonly askedAt: string;
  readonly validUntil: string;
  readonly emailText: string;
  readonly stopText: string;
}

const columns = sql`w.home_id as "homeId", w.watch_id as "streamId", w.state, w.confirm_hash as "confirmHash", w.stop_hash as "stopHash",
  w.asked_at as "askedAt", w.valid_until as "validUntil", w.email_text as "emailText", w.stop_text as "stopText",
  (select max(version) from event e where e.home_id = w.home_id and e.stream_id = w.watch_id) as version`;

/** A watch by its identifier. */
export const watchById = factQuery<string, WatchHeld>({
  name: 'notices.watch-by-id',
  keyText: (id) => id,
  streams: (watch) => [watch],
  load: async (read, ids) => {
    const rows = await read.all<WatchHeld>(
      sql`select ${columns} from watch w where w.watch_id = any(${ids}::uuid[]) and upper_inf(w.known)`,
    );
    return new Map(rows.map((row) => [row.streamId, row]));
  },
});

export interface WatcherOf {
  readonly subjectKind: string;
  readonly subjectKey: string;
  readonly email: string;
}

const watcherText = (asked: WatcherOf): string => JSON.stringify([asked.subjectKind, asked.subjectKey, asked.email]);

/** The living watch of a subject for an address. The few watches of one subject are looked through; no index holds addresses. */
export const watchOfAddress = factQuery<WatcherOf, WatchHeld>({
  name: 'notices.watch-of-address',
  keyText: watcherText,
  streams: (watch) => [watch],
  load: async (read, keys) => {
    const rows = await read.all<WatchHeld & { readonly place: number }>(sql`select asked.place, ${columns}
      from unnest(${keys.map((key) => key.subjectKind)}::text[], ${keys.map((key) => key.subjectKey)}::text[], ${keys.map((key) => key.email)}::text[])
        with ordinality as asked (kind, key, email, place)
      join watch w on w.subject_kind = asked.kind and w.subject_key = asked.key and upper_inf(w.known) and w.state in ('asked', 'confirmed')
      join private_text p on p.home_id = w.home_id and p.text_id = w.email_text and p.text = asked.email
      order by asked.place, w.state desc`);
    const found = new Map<string, WatchHeld>();
    for (const { place, ...watch } of rows) {
      const key = keys[Number(place) - 1];
      if (key !== undefined) found.set(watcherText(key), watch);
    }
    return found;
  },
});

export interface LogState {
  readonly treeSize: number;
}

/** The log as its newest checkpoint has it. */
export const logNow = factQuery<'log', LogState>({
  name: 'notices.log-now',
  keyText: (key) => key,
  load: async (read) => {
    const checkpoint = await newestCheckpoint(read);
    return new Map(checkpoint === undefined ? [] : [['log', { treeSize: checkpoint.treeSize }]]);
  },
});
