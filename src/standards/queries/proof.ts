import { canonicalJson } from '../../foundation/canonical-json.ts';
import type { ReadHandle } from '../../foundation/database.ts';
import type { SealedAct } from '../../foundation/seals/leaf.ts';
import { inclusionProof } from '../../foundation/seals/proofs.ts';
import { actKey, type PlacedEvent, readLeaves } from '../../foundation/seals/sealed-leaves.ts';
import { newestCheckpoint, readTiles } from '../../foundation/seals/tile-store.ts';
import { sql } from '../../foundation/sql.ts';

/** Where the newest act on a record stands in the log. */
export interface SealedPlace {
  readonly leafIndex: number;
  readonly leafHash: Buffer;
  readonly treeSize: number;
  readonly settledAt: string;
}

interface Stream {
  readonly homeId: string;
  readonly standardId: string;
}

/** The newest event of a stream in the log; undefined while it waits for the sealer. */
export function sealedPlace(read: ReadHandle, stream: Stream): Promise<SealedPlace | undefined> {
  return read.first<SealedPlace>(sql`select l.leaf_index as "leafIndex", e.leaf_hash as "leafHash", c.tree_size as "treeSize", c.settled_at as "settledAt"
    from (select * from event where home_id = ${stream.homeId} and stream_id = ${stream.standardId} order by version desc limit 1) e
    join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
    join (select tree_size, settled_at from checkpoint order by tree_size desc limit 1) c on c.tree_size > l.leaf_index`);
}

/** An event as it was sealed, with the hashes that lead from it to the root. */
export interface ProvenLeaf {
  readonly leafIndex: number;
  readonly leafHash: string;
  /** The text whose hash the leaf is: SHA-256(0x00 || text). */
  readonly entry: string;
  readonly proof: readonly string[];
}

export interface RecordProof {
  readonly treeSize: number;
  readonly rootHash: string;
  /** The signed checkpoint (C2SP tlog-checkpoint). */
  readonly checkpoint: string;
  readonly leaves: readonly ProvenLeaf[];
  /** Acts on the record that wait for the sealer. */
  readonly waiting: number;
}

/** Leaves proven at once; a stream stays under a thousand events. */
const provenAtMost = 1_000;

/** Proof of every event of a standard against the newest checkpoint, to be checked offline; undefined before the first checkpoint. */
export async function recordProof(read: ReadHandle, stream: Stream): Promise<RecordProof | undefined> {
  const checkpoint = await newestCheckpoint(read);
  if (!checkpoint) return undefined;
  const places = await read.all<{
    readonly leafIndex: number | null;
  }>(sql`select l.leaf_index as "leafIndex" from event e
    left join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
    where e.home_id = ${stream.homeId} and e.stream_id = ${stream.standardId} order by e.version limit ${provenAtMost}`);
  const sealed = places.flatMap(({ leafIndex }) =>
    leafIndex !== null && leafIndex < checkpoint.treeSize ? [leafIndex] : [],
  );
  const plans = sealed.map((leafIndex) => ({
    leafIndex,
    plan: inclusionProof({ leafIndex, treeSize: checkpoint.treeSize }),
  }));
  const tiles = await readTiles(
    read,
    plans.flatMap(({ plan }) => plan.tiles),
  );
  const leaves: ProvenLeaf[] = [];
  for (const { leafIndex, plan } of plans) {
    const page = await readLeaves(read, leafIndex, leafIndex + 1);
    const [event] = page.events;
    const act = event && page.acts.get(actKey(event));
    if (!event || !act) continue;
    leaves.push({
      leafIndex,
      leafHash: event.leafHash.toString('hex'),
      entry: entryText(event, act),
      proof: plan.hashes(tiles).map(hex),
    });
  }
  return {
    treeSize: checkpoint.treeSize,
    rootHash: hex(checkpoint.root),
    checkpoint: checkpoint.note,
    leaves,
    waiting: places.length - sealed.length,
  };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The text of a leaf: canonical JSON (RFC 8785) of the event with its act and nonce, as it was hashed when written. */
export function entryText(placed: PlacedEvent, act: SealedAct): string {
  const { homeId, streamId, version, kind, type, schema, data, validOn, corrects, recordedAt } = placed;
  const event = { homeId, streamId, version, kind, type, schema, data, validOn, corrects, recordedAt };
  return canonicalJson({ act: { ...act }, event, nonce: placed.nonce.toString('hex') });
}

/** The newest leaf under the newest checkpoint: the state of the log on which a printed document rests. */
export async function newestCheckpointPlace(
  read: ReadHandle,
): Promise<
  | { readonly leafIndex: number; readonly leafHash: string; readonly treeSize: number; readonly sealedAt: string }
  | undefined
> {
  const row =
    await read.first<SealedPlace>(sql`select l.leaf_index as "leafIndex", e.leaf_hash as "leafHash", c.tree_size as "treeSize", c.settled_at as "settledAt"
    from (select tree_size, settled_at from checkpoint order by tree_size desc limit 1) c join leaf l on l.leaf_index = c.tree_size - 1
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version`);
  return (
    row && {
      leafIndex: row.leafIndex,
      leafHash: row.leafHash.toString('hex'),
      treeSize: row.treeSize,
      sealedAt: row.settledAt,
    }
  );
}
