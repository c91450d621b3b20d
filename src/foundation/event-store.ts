import { addMilliseconds } from './clock.ts';
import type { ReadHandle } from './database.ts';
import type { EventData, EventTypes, NewEvent, RecordedEvent } from './events.ts';
import { sql } from './sql.ts';

/** An event as the table gives it. */
interface StoredEvent {
  readonly home_id: string;
  readonly stream_id: string;
  readonly version: number;
  readonly kind: string;
  readonly type: string;
  readonly schema: number;
  readonly data: EventData;
  readonly act_home_id: string;
  readonly act_id: string;
  readonly valid_on: string | null;
  readonly corrects: number | null;
  readonly recorded_at: string;
}

const keyOf = (stream: { readonly homeId: string; readonly streamId: string }): string =>
  `${stream.homeId}/${stream.streamId}`;

const columns = sql`e.home_id, e.stream_id, e.version, e.kind, e.type, e.schema, e.data, e.act_home_id, e.act_id, e.valid_on, e.corrects, e.recorded_at`;

/** A stream to read: whole, or as far as it went when somebody looked at it. */
export interface WantedStream {
  readonly homeId: string;
  readonly streamId: string;
  readonly version?: number;
}

/**
 * The events of some streams in their order, data stepped up to the newest schema. With a version, none that came after
 * it: what is written next then takes a version that a faster act has taken already, and the key refuses. With a snapshot,
 * none of acts that had not ended then, so that many transactions can read one history.
 */
export async function readStreams(
  read: ReadHandle,
  streams: readonly WantedStream[],
  types: EventTypes,
  snapshot?: string,
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  if (streams.length === 0) return new Map();
  const seen = snapshot === undefined ? sql`true` : sql`pg_visible_in_snapshot(e.xid, ${snapshot}::pg_snapshot)`;
  const rows = await read.all<StoredEvent>(sql`select ${columns}
    from unnest(${streams.map((stream) => stream.homeId)}::uuid[], ${streams.map((stream) => stream.streamId)}::uuid[],
      ${streams.map((stream) => stream.version ?? null)}::int[]) as wanted (home_id, stream_id, version)
    join event e on e.home_id = wanted.home_id and e.stream_id = wanted.stream_id and (wanted.version is null or e.version <= wanted.version)
      and ${seen}
    order by e.home_id, e.stream_id, e.version`);
  return Map.groupBy(
    rows.map((row) => recorded(row, types)),
    keyOf,
  );
}

/** A page of whole streams after a key, for rebuilds and checks over everything; empty when there are no more. */
export async function readStreamsAfter(
  read: ReadHandle,
  after: { readonly homeId: string; readonly streamId: string } | undefined,
  work: { readonly limit: number; readonly types: EventTypes; readonly snapshot?: string },
): Promise<readonly (readonly RecordedEvent[])[]> {
  const first = after
    ? sql`(home_id, stream_id) > (${after.homeId}::uuid, ${after.streamId}::uuid) and version = 1`
    : sql`version = 1`;
  const seen =
    work.snapshot === undefined ? sql`true` : sql`pg_visible_in_snapshot(xid, ${work.snapshot}::pg_snapshot)`;
  const keys = sql<{ readonly home_id: string; readonly stream_id: string }>`select home_id, stream_id from event
    where ${first} and ${seen} order by home_id, stream_id limit ${work.limit}`;
  const page = await read.all(keys);
  const streams = await readStreams(
    read,
    page.map((row) => ({ homeId: row.home_id, streamId: row.stream_id })),
    work.types,
    work.snapshot,
  );
  return [...streams.values()];
}

/** Gives each new event its version, and an instant later than the stream's last event of an earlier act. */
export function recordEvents(
  head: { readonly actId: string; readonly actor: { readonly organization: string }; readonly recordedAt: string },
  news: readonly NewEvent[],
  known: { readonly stored: ReadonlyMap<string, readonly RecordedEvent[]>; readonly types: EventTypes },
): readonly RecordedEvent[] {
  const last = new Map<string, { readonly version: number; readonly recordedAt: string }>();
  return news.map((event) => {
    const key = keyOf(event);
    const before = last.get(key) ?? lastOf(known.stored.get(key), head);
    last.set(key, { ...before, version: before.version + 1 });
    const type = known.types.of(event.type);
    if (event.corrects !== undefined && event.corrects > before.version) {
      throw new Error(
        `An event of type ${event.type} corrects version ${event.corrects}, which its stream does not have.`,
      );
    }
    return {
      homeId: event.homeId,
      streamId: event.streamId,
      version: before.version + 1,
      kind: type.kind,
      type: event.type,
      schema: type.schema,
      data: event.data,
      actHomeId: head.actor.organization,
      actId: head.actId,
      ...(event.validOn === undefined ? {} : { validOn: event.validOn }),
      ...(event.corrects === undefined ? {} : { corrects: event.corrects }),
      recordedAt: before.recordedAt,
    };
  });
}

function lastOf(
  events: readonly RecordedEvent[] | undefined,
  head: { readonly actId: string; readonly recordedAt: string },
): { readonly version: number; readonly recordedAt: string } {
  const last = events?.at(-1);
  if (!last) return { version: 0, recordedAt: head.recordedAt };
  if (last.actId === head.actId) return last;
  const later = addMilliseconds(last.recordedAt, 1);
  return { version: last.version, recordedAt: [later, head.recordedAt].sort().at(-1) ?? later };
}

function recorded(row: StoredEvent, types: EventTypes): RecordedEvent {
  return {
    homeId: row.home_id,
    streamId: row.stream_id,
    version: row.version,
    kind: row.kind,
    type: row.type,
    schema: types.of(row.type).schema,
    data: types.upToDate(row.type, row.schema, row.data),
    actHomeId: row.act_home_id,
    actId: row.act_id,
    ...(row.valid_on === null ? {} : { validOn: row.valid_on }),
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
    recordedAt: row.recorded_at,
  };
}
