import type { Database } from '../database.ts';
import type { EventTypes } from '../events.ts';
import { refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import { sealingKeyReplaced } from './keys.ts';
import { leafContents, type SealedAct } from './leaf.ts';
import { leafHash, sameBytes } from './merkle-tree.ts';
import { gapHashes, gapsBetween, type TreeWalk, treeWalk } from './multiproof.ts';
import { contentLine, gapLine, type RegisterAbout, registerHeading, withheldLine } from './register-file.ts';
import { type Manifest, writeSealedFile } from './sealed-file.ts';
import { actKey, type LeafPage, type PlacedEvent, selectLeaves } from './sealed-leaves.ts';
import type { NoteSigner } from './signed-note.ts';
import { newestCheckpoint, readTiles, type StoredCheckpoint } from './tile-store.ts';
import { type TileReader, tilesOf } from './tiles.ts';

export interface RegisterExport {
  readonly database: Database;
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly path: string;
  /** One home, one kind of thing, or both; neither: everything. Changes of the sealing key are always in the file. */
  readonly homeId?: string;
  readonly kind?: string;
  /** Whether all that an event shows is public; the others are in the file by their leaf hash alone. */
  readonly isPublic: (event: Pick<PlacedEvent, 'type' | 'data'>) => boolean;
  readonly onProgress?: (events: number) => void;
}

/**
 * Writes a register as one file that proves itself: each event as it was sealed, between them the hashes of one compact
 * multiproof, and the checkpoint to whose root they lead. The register goes on meanwhile. Throws refusals `seals.nothing-sealed`
 * and `seals.history-differs`: what does not agree with its seal is not handed on.
 */
export async function exportRegister(work: RegisterExport): Promise<Manifest> {
  const checkpoint = await newestCheckpoint(work.database);
  if (checkpoint === undefined) throw refusal('seals.nothing-sealed');
  const counts = { events: 0, withheld: 0 };
  const about: RegisterAbout = {
    origin: work.origin,
    homeId: work.homeId ?? null,
    kind: work.kind ?? null,
    treeSize: checkpoint.treeSize,
    checkpoint: checkpoint.note,
  };
  return writeSealedFile({
    path: work.path,
    heading: registerHeading,
    signer: work.signer,
    lines: registerLines(work, checkpoint, counts),
    closing: () => ({ counts, about }),
  });
}

/** An event is public when every field of its data is named public by its type; a field not named is restricted. */
export function showsOnlyPublic(types: EventTypes): RegisterExport['isPublic'] {
  const visible = new Map(types.all.map((type) => [type.type, type.visibility]));
  return ({ type, data }) => {
    const fields = visible.get(type);
    if (fields === undefined || typeof data !== 'object' || data === null) return false;
    return Object.keys(data).every((field) => fields[field] === 'public');
  };
}

interface Counts {
  events: number;
  withheld: number;
}

const pageSize = 4_096;

async function* registerLines(
  work: RegisterExport,
  checkpoint: StoredCheckpoint,
  counts: Counts,
): AsyncGenerator<string> {
  const walk = treeWalk();
  const fetch = (after: number): Promise<LeafPage> => fetchAfter(work, after, checkpoint.treeSize);
  let next = fetch(-1);
  for (;;) {
    const page = await next;
    const last = page.events.at(-1);
    // The database fetches the next page while this one is hashed and packed.
    if (last !== undefined) next = fetch(last.leafIndex);
    next.catch(() => {});
    const until = last?.leafIndex ?? checkpoint.treeSize;
    const read = await tilesBetween(work.database, { page, walk, until });
    for (const event of page.events) {
      yield* passGap(walk, event.leafIndex, read);
      yield leafLine(work, { event, act: page.acts.get(actKey(event)), counts, walk });
    }
    work.onProgress?.(counts.events + counts.withheld);
    if (last !== undefined) continue;
    yield* passGap(walk, checkpoint.treeSize, read);
    break;
  }
  if (!sameBytes(walk.root(), checkpoint.root))
    throw new Error('The tiles do not lead to the root of the newest checkpoint: run guiju verify.');
}

function fetchAfter(work: RegisterExport, after: number, treeSize: number): Promise<LeafPage> {
  const ofHome = work.homeId === undefined ? sql`true` : sql`l.home_id = ${work.homeId}`;
  const ofKind = work.kind === undefined ? sql`true` : sql`e.kind = ${work.kind}`;
  return selectLeaves(
    work.database,
    sql`l.leaf_index > ${after} and l.leaf_index < ${treeSize}
      and ((${ofHome} and ${ofKind}) or e.type = ${sealingKeyReplaced}) order by l.leaf_index limit ${pageSize}`,
  );
}

function tilesBetween(
  database: Database,
  { page, walk, until }: { readonly page: LeafPage; readonly walk: TreeWalk; readonly until: number },
): Promise<TileReader> {
  const places = page.events.map((event) => event.leafIndex);
  const gaps = gapsBetween(places.length === 0 ? [until] : places, walk.size());
  return readTiles(database, tilesOf(gaps));
}

function* passGap(walk: TreeWalk, until: number, read: TileReader): Generator<string> {
  const from = walk.size();
  if (from === until) return;
  const hashes = gapHashes({ from, until }, read);
  walk.gap(until, hashes);
  yield gapLine({ until, hashes });
}

interface LeafWork {
  readonly event: PlacedEvent;
  readonly act: SealedAct | undefined;
  readonly counts: Counts;
  readonly walk: TreeWalk;
}

function leafLine(work: RegisterExport, { event, act, counts, walk }: LeafWork): string {
  const { leafIndex, kind, streamId, version } = event;
  if (kind === null || act === undefined) throw refusal('seals.history-differs', { streamId, version, leafIndex });
  const content = leafContents(act)({ ...event, kind }, event.nonce);
  const hash = leafHash(content);
  if (!sameBytes(hash, event.leafHash)) throw refusal('seals.history-differs', { streamId, version, leafIndex });
  walk.leaf(hash);
  if (!work.isPublic(event)) {
    counts.withheld += 1;
    return withheldLine({ leafIndex, leafHash: hash });
  }
  counts.events += 1;
  return contentLine({ leafIndex, hash: Buffer.from(hash).toString('hex', 0, 8), content });
}
