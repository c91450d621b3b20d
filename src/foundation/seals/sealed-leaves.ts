import { NotCanonical } from '../canonical-json.ts';
import type { ReadHandle } from '../database.ts';
import { instant } from '../postgres-types.ts';
import { type Statement, sql } from '../sql.ts';
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
  /** When it was written, for the order of the log; in no leaf. */
  readonly xid: bigint;
  readonly seq: number;
}

/** A run of places with their events and the acts these belong to. */
export interface LeafPage {
  readonly events: readonly PlacedEvent[];
  readonly acts: ReadonlyMap<string, SealedAct>;
}

/** Reads the places `[from, until)`. A place without a row is not in the answer. */
export function readLeaves(read: ReadHandle, from: number, until: number): Promise<LeafPage> {
  return selectLeaves(read, sql`l.leaf_index >= ${from} and l.leaf_index < ${until} order by l.leaf_index`);
}

/**
 * Reads the places that a condition over `l` (leaf) and `e` (event) selects. Each row travels as one text, its parts parted by
 * U+001E: a third of the time of a whole check would go into taking fifteen columns apart and collecting them.
 */
export async function selectLeaves(read: ReadHandle, condition: Statement<unknown>): Promise<LeafPage> {
  const rows = await read.all<{
    readonly row: string;
  }>(sql`select concat_ws(chr(30), l.leaf_index, l.home_id, l.stream_id, l.version,
      coalesce(e.act_home_id::text, ''), coalesce(e.act_id::text, ''), coalesce(e.kind, ''), coalesce(e.type, ''), coalesce(e.schema::text, ''),
      coalesce(e.valid_on::text, ''), coalesce(e.corrects::text, ''), coalesce(e.recorded_at::text, ''), coalesce(encode(e.nonce, 'hex'), ''),
      coalesce(encode(e.leaf_hash, 'hex'), ''), coalesce(e.xid::text, '0'), coalesce(e.seq, 0), coalesce(e.data::text, '')) as row
    from leaf l left join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version
    where ${condition}`);
  const events = rows.map(({ row }) => placedEvent(row));
  return { events, acts: await readActs(read, events) };
}

function placedEvent(row: string): PlacedEvent {
  const [leafIndex, homeId = '', streamId = '', version, actHomeId = '', actId = '', kind = '', type = '', ...rest] =
    row.split('\u001e');
  const [schema, validOn = '', corrects = '', recordedAt = '', nonce = '', leafHash = '', xid = '', seq, ...data] =
    rest;
  return {
    leafIndex: Number(leafIndex),
    homeId,
    streamId,
    version: Number(version),
    // Only an event that is gone has no act.
    kind: actId === '' ? null : kind,
    type,
    schema: Number(schema),
    // A part too many was smuggled into a name: then this is no JSON, and no leaf follows from it.
    data: readData(data.join('\u001e')),
    validOn: validOn === '' ? null : validOn,
    corrects: corrects === '' ? null : Number(corrects),
    recordedAt: instant(recordedAt),
    actHomeId,
    actId,
    nonce: Buffer.from(nonce, 'hex'),
    leafHash: Buffer.from(leafHash, 'hex'),
    xid: BigInt(xid),
    seq: Number(seq),
  };
}

function readData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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

/** The acts of some events, by `actKey`. */
export async function readActs(
  read: ReadHandle,
  events: readonly Pick<PlacedEvent, 'kind' | 'actHomeId' | 'actId'>[],
): Promise<ReadonlyMap<string, SealedAct>> {
  const wanted = new Map<string, Pick<PlacedEvent, 'actHomeId' | 'actId'>>();
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
