import { NotCanonical } from '../canonical-json.ts';
import type { ReadHandle } from '../database.ts';
import { sql } from '../sql.ts';
import { type LeafWriter, leavesOf, personHash, type SealedAct, type SealedEvent } from './leaf.ts';

/** A place of the log with the event that stands there, as the tables have them now. */
export interface PlacedEvent extends Omit<SealedEvent, 'kind' | 'type' | 'schema' | 'recordedAt'> {
  readonly leafIndex: number;
  /** Null throughout when the event is gone. */
  readonly kind: string | null;
  readonly type: string;
  readonly schema: number;
  readonly recordedAt: string;
  readonly actHomeId: string;
  readonly actId: string;
  readonly nonce: Buffer;
  readonly leafHash: Buffer;
}

/** A run of places with their events and the acts these belong to. */
export interface LeafPage {
  readonly events: readonly PlacedEvent[];
  readonly acts: ReadonlyMap<string, SealedAct>;
}

/** Reads the places `[from, until)`. A place without a row is not in the answer. */
export async function readLeaves(read: ReadHandle, from: number, until: number): Promise<LeafPage> {
  const events =
    await read.all<PlacedEvent>(sql`select l.leaf_index as "leafIndex", l.home_id as "homeId", l.stream_id as "streamId",
      l.version, e.kind, e.type, e.schema, e.data, e.valid_on as "validOn", e.corrects, e.recorded_at as "recordedAt",
      e.act_home_id as "actHomeId", e.act_id as "actId", e.nonce, e.leaf_hash as "leafHash"
    from leaf l left join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version
    where l.leaf_index >= ${from} and l.leaf_index < ${until} order by l.leaf_index`);
  return { events, acts: await readActs(read, events) };
}

export function actKey(event: { readonly actHomeId: string; readonly actId: string }): string {
  return `${event.actHomeId}/${event.actId}`;
}

/** Recomputes leaf hashes; undefined where the event or its act is gone or says what no leaf can say. */
export function leafWriter(acts: ReadonlyMap<string, SealedAct>): (event: PlacedEvent) => Uint8Array | undefined {
  // Events of one act follow each other, so the act's text is made once for all of them.
  let latest: { readonly key: string; readonly write: LeafWriter } | undefined;
  return (event) => {
    if (event.kind === null) return undefined;
    const key = actKey(event);
    try {
      if (latest?.key !== key) {
        const act = acts.get(key);
        if (act === undefined) return undefined;
        latest = { key, write: leavesOf(act) };
      }
      return latest.write({ ...event, kind: event.kind }, event.nonce);
    } catch (error) {
      if (error instanceof NotCanonical) return undefined;
      throw error;
    }
  };
}

interface ActRow extends Omit<SealedAct, 'person'> {
  readonly personId: string | null;
  readonly personSalt: Buffer | null;
}

async function readActs(read: ReadHandle, events: readonly PlacedEvent[]): Promise<ReadonlyMap<string, SealedAct>> {
  const wanted = new Map<string, PlacedEvent>();
  for (const event of events) if (event.kind !== null) wanted.set(actKey(event), event);
  const keys = [...wanted.values()];
  const rows =
    await read.all<ActRow>(sql`select a.home_id as "homeId", a.act_id as "actId", a.command, a.for_home_id as "forHomeId",
      a.case_id as "caseId", a.appointment_id as "appointmentId", a.basis, a.rule_version as "ruleVersion", a.recorded_at as "recordedAt",
      a.person_id as "personId", a.person_salt as "personSalt"
    from unnest(${keys.map((key) => key.actHomeId)}::uuid[], ${keys.map((key) => key.actId)}::uuid[]) as wanted (home_id, act_id)
    join act a on a.home_id = wanted.home_id and a.act_id = wanted.act_id`);
  return new Map(
    rows.map(({ personId, personSalt, ...act }) => [
      actKey({ actHomeId: act.homeId, actId: act.actId }),
      { ...act, person: personHash(personId, personSalt) },
    ]),
  );
}
