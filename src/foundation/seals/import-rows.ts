import { canonicalJson } from '../canonical-json.ts';
import type { CopyRow } from '../copy-text.ts';
import type { WriteHandle } from '../database.ts';
import { actColumns, eventColumns, eventRow } from '../history-rows.ts';
import { refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import type { LeafContent } from './register-file.ts';
import { actKey, readActs } from './sealed-leaves.ts';

/** An event of another installation with its act, as it was sealed there. */
export interface ImportedEvent extends LeafContent {
  readonly leafHash: Uint8Array;
}

/**
 * Writes the events that are not here yet, with their own nonces and leaf hashes, and answers how many. They are sealed
 * here too, so both logs prove them. Throws `seals.register-forks` where something else stands in their place.
 */
export async function writeImported(
  tx: WriteHandle,
  events: readonly ImportedEvent[],
  written: ((tx: WriteHandle, events: readonly ImportedEvent[]) => Promise<void>) | undefined,
): Promise<number> {
  const known = await knownHashes(tx, events);
  const added = events.filter((event) => {
    const here = known.get(eventKey(event.event));
    if (here !== undefined && !here.equals(event.leafHash)) throw forks(event);
    return here === undefined;
  });
  if (added.length === 0) return 0;
  await writeActs(tx, added);
  await tx.copy(
    'event',
    eventColumns,
    added.map(({ act, event, nonce, leafHash }) =>
      eventRow(event, act, { data: { json: event.data }, nonce: Buffer.from(nonce, 'hex'), hash: leafHash }),
    ),
  );
  await written?.(tx, added);
  return added.length;
}

const eventKey = (event: { readonly homeId: string; readonly streamId: string; readonly version: number }): string =>
  `${event.homeId}/${event.streamId}/${event.version}`;

async function knownHashes(tx: WriteHandle, events: readonly ImportedEvent[]): Promise<ReadonlyMap<string, Buffer>> {
  const keys = events.map(({ event }) => event);
  const rows = await tx.all<{
    readonly homeId: string;
    readonly streamId: string;
    readonly version: number;
    readonly hash: Buffer;
  }>(sql`
    select e.home_id as "homeId", e.stream_id as "streamId", e.version, e.leaf_hash as hash
    from unnest(${keys.map((key) => key.homeId)}::uuid[], ${keys.map((key) => key.streamId)}::uuid[], ${keys.map((key) => key.version)}::int[])
      as wanted (home_id, stream_id, version)
    join event e on e.home_id = wanted.home_id and e.stream_id = wanted.stream_id and e.version = wanted.version`);
  return new Map(rows.map((row) => [eventKey(row), row.hash]));
}

/** An act may be here already with other events of it; then it must be the same, or these events could never be verified. */
async function writeActs(tx: WriteHandle, events: readonly ImportedEvent[]): Promise<void> {
  const byKey = new Map(
    events.map((event) => [actKey({ actHomeId: event.act.homeId, actId: event.act.actId }), event]),
  );
  const here = await readActs(
    tx,
    [...byKey.values()].map(({ act, event }) => ({ kind: event.kind, actHomeId: act.homeId, actId: act.actId })),
  );
  const rows: CopyRow[] = [];
  for (const [key, imported] of byKey) {
    const known = here.get(key);
    if (known !== undefined && canonicalJson(known) !== canonicalJson(imported.act)) throw forks(imported);
    if (known === undefined) rows.push(actRow(imported));
  }
  await tx.copy('act', actColumns, rows);
}

function actRow({ act }: ImportedEvent): CopyRow {
  // The person is known here only as the hash in the leaf, which stands where the salt stood, as after an erasure.
  const person = act.person === null ? null : Buffer.from(act.person, 'hex');
  const { homeId, actId, command, appointmentId, forHomeId, caseId, basis, ruleVersion, recordedAt } = act;
  const [key, inputHash, answer] = [`imported:${actId}`, new Uint8Array(), { json: {} }];
  return [
    homeId,
    actId,
    command,
    key,
    inputHash,
    answer,
    null,
    person,
    appointmentId,
    forHomeId,
    caseId,
    basis,
    ruleVersion,
    recordedAt,
  ];
}

function forks({ event }: ImportedEvent): Error {
  return refusal('seals.register-forks', { homeId: event.homeId, streamId: event.streamId, version: event.version });
}
