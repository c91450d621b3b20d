import type { ReadHandle } from '../database.ts';
import { sql } from '../sql.ts';
import type { Findings } from './findings.ts';
import { hashLength } from './merkle-tree.ts';
import { type LeafPage, leafWriter, type PlacedEvent, readLeaves } from './sealed-leaves.ts';
import { tileWidth } from './tiles.ts';

/** A place where event and tile disagree; which of them was changed shows when a signed root confirms one. */
export interface Suspect {
  readonly event: PlacedEvent;
  /** The event still agrees with the leaf hash kept beside it. */
  readonly agreesWithItself: boolean;
}

/** A run of leaves as recomputed from the events and as kept in the tiles. */
export interface ComparedPage {
  readonly from: number;
  readonly events: Buffer;
  readonly tiles: Buffer;
  readonly suspects: readonly Suspect[];
}

export interface FetchedPage {
  readonly from: number;
  readonly until: number;
  readonly leaves: LeafPage;
  readonly tiles: ReadonlyMap<number, Uint8Array>;
}

/** Fetches what is needed to check the places `[from, until)`; `from` begins a tile. */
export async function fetchPage(read: ReadHandle, from: number, until: number): Promise<FetchedPage> {
  const leaves = await readLeaves(read, from, until);
  const tiles = await read.all<{
    readonly index: number;
    readonly hashes: Buffer;
  }>(sql`select tile_index as index, hashes from tile
    where level = 0 and tile_index >= ${from / tileWidth} and tile_index < ${Math.ceil(until / tileWidth)}`);
  return { from, until, leaves, tiles: new Map(tiles.map((tile) => [tile.index, tile.hashes])) };
}

/** Recomputes the leaves of a page. What is plainly missing or changed is found at once, the rest is handed on as suspects. */
export function comparePage(page: FetchedPage, found: Findings): ComparedPage {
  const tiles = storedHashes(page);
  const events = Buffer.from(tiles.hashes);
  const write = leafWriter(page.leaves.acts);
  const suspects: Suspect[] = [];
  let expected = page.from;
  for (const event of page.leaves.events) {
    for (; expected < event.leafIndex; expected += 1) found.add('seals.leaf-missing', { leafIndex: expected });
    expected = event.leafIndex + 1;
    const leaf = write(event);
    if (leaf === undefined) {
      found.add(
        event.kind === null || !page.leaves.acts.has(`${event.actHomeId}/${event.actId}`)
          ? 'seals.event-missing'
          : 'seals.event-changed',
        placeOf(event),
      );
      continue;
    }
    const at = (event.leafIndex - page.from) * hashLength;
    events.set(leaf, at);
    const agreesWithItself = event.leafHash.equals(leaf);
    if (tiles.missing.has(Math.floor(event.leafIndex / tileWidth))) tiles.hashes.set(leaf, at);
    if (tiles.hashes.compare(leaf, 0, hashLength, at, at + hashLength) !== 0)
      suspects.push({ event, agreesWithItself });
    else if (!agreesWithItself) found.add('seals.leaf-hash-changed', placeOf(event));
  }
  for (; expected < page.until; expected += 1) found.add('seals.leaf-missing', { leafIndex: expected });
  for (const index of tiles.missing) {
    found.add('seals.tile-changed', { level: 0, index, place: 0, count: tileWidth, firstLeaf: index * tileWidth });
  }
  return { from: page.from, events, tiles: tiles.hashes, suspects };
}

/** Where an event stands, for a finding. */
export function placeOf({ leafIndex, homeId, streamId, version }: PlacedEvent) {
  return { leafIndex, homeId, streamId, version, tile: `0/${Math.floor(leafIndex / tileWidth)}` };
}

function storedHashes(page: FetchedPage): { readonly hashes: Buffer; readonly missing: ReadonlySet<number> } {
  const hashes = Buffer.alloc((page.until - page.from) * hashLength);
  const missing = new Set<number>();
  for (let leaf = page.from; leaf < page.until; leaf += tileWidth) {
    const width = Math.min(tileWidth, page.until - leaf);
    const tile = page.tiles.get(leaf / tileWidth);
    // A tile that grew since is longer; one that is too short cannot be trusted to begin where it should.
    if (tile === undefined || tile.length < width * hashLength) missing.add(leaf / tileWidth);
    else hashes.set(tile.subarray(0, width * hashLength), (leaf - page.from) * hashLength);
  }
  return { hashes, missing };
}
