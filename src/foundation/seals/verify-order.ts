import type { ReadHandle } from '../database.ts';
import { sql } from '../sql.ts';
import type { Findings } from './findings.ts';
import type { PlacedEvent } from './sealed-leaves.ts';
import { placeOf } from './verify-page.ts';

/**
 * Goes along the leaves and notes which event does not stand behind the one before it. Transaction and sequence are in no
 * leaf, but the sealer took the events in their order, and by them it knows where to go on.
 */
export interface OrderOfLog {
  readonly follow: (events: readonly PlacedEvent[]) => void;
  /** Told at the end: an event that is not the one sealed at its place was named as that. */
  readonly tell: () => void;
}

const noted = 1_000;

export function orderOfLog(found: Findings): OrderOfLog {
  let before: PlacedEvent | undefined;
  let last: PlacedEvent | undefined;
  const displaced: ReturnType<typeof placeOf>[] = [];
  const note = (event: PlacedEvent): void => {
    if (displaced.length < noted) displaced.push(placeOf(event));
  };
  const follow = (event: PlacedEvent): void => {
    if (last === undefined || isBehind(event, last)) {
      before = last;
      last = event;
    } else if (before === undefined || isBehind(event, before)) {
      note(last);
      last = event;
    } else note(event);
  };
  return {
    follow: (events) => {
      for (const event of events) if (event.kind !== null) follow(event);
    },
    tell: () => {
      // Where history was rewritten, every place in it is in doubt already.
      if (found.list().some(({ code }) => code === 'seals.history-rewritten')) return;
      const named = new Set(found.list().map(({ details }) => details?.['leafIndex']));
      for (const place of displaced) if (!named.has(place.leafIndex)) found.add('seals.event-displaced', place);
    },
  };
}

function isBehind(event: PlacedEvent, other: PlacedEvent): boolean {
  return event.xid > other.xid || (event.xid === other.xid && event.seq > other.seq);
}

interface EndOfCheckpoint extends Readonly<Record<string, string | number>> {
  readonly treeSize: number;
}

/** A checkpoint says with which event it ends: there sealing goes on. */
export async function endsOfCheckpoints(read: ReadHandle, found: Findings): Promise<void> {
  const ends =
    await read.all<EndOfCheckpoint>(sql`select c.tree_size as "treeSize", c.last_xid::text as "lastXid", c.last_seq as "lastSeq",
      e.xid::text as xid, e.seq, l.leaf_index as "leafIndex", l.home_id as "homeId", l.stream_id as "streamId", l.version
    from checkpoint c join leaf l on l.leaf_index = c.tree_size - 1
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version
    where (e.xid, e.seq) <> (c.last_xid, c.last_seq) order by c.tree_size limit 100`);
  // A checkpoint whose size was changed was named already, and ends where another one does.
  const isNamed = ({ treeSize }: EndOfCheckpoint): boolean =>
    found.list().some(({ code, details }) => code === 'seals.checkpoint-changed' && details?.['treeSize'] === treeSize);
  for (const end of ends.filter((one) => !isNamed(one))) found.add('seals.checkpoint-end-changed', end);
}

/** An event whose transaction this database has not begun yet would wait for the sealer for ever. */
export async function eventsOfNoTransaction(read: ReadHandle, found: Findings): Promise<number> {
  const events = await read.all<Readonly<Record<string, string | number>>>(sql`
    select home_id as "homeId", stream_id as "streamId", version, xid::text as xid from event e
    where xid >= pg_snapshot_xmax(pg_current_snapshot()) and not exists (
      select from leaf l where l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version)
    order by xid, seq limit 100`);
  for (const event of events) found.add('seals.event-of-no-transaction', event);
  return events.length;
}
