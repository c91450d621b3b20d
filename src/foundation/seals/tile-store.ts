import type { ReadHandle, WriteHandle } from '../database.ts';
import { type Statement, sql } from '../sql.ts';
import { edgeOf, edgePlaces, type Tile, type TilePlace, type TileReader, type TreeEdge } from './tiles.ts';

/** A signed state of the log as it lies in the table. */
export interface StoredCheckpoint {
  readonly treeSize: number;
  readonly root: Uint8Array;
  readonly settledAt: string;
  readonly note: string;
  readonly lastXid: string;
  readonly lastSeq: number;
}

/** The newest checkpoint; undefined before the first event was sealed. */
export function newestCheckpoint(read: ReadHandle): Promise<StoredCheckpoint | undefined> {
  return read.first<StoredCheckpoint>(sql`select ${checkpointColumns} from checkpoint order by tree_size desc limit 1`);
}

/** The checkpoints after a size, in their order. */
export function checkpointsAfter(
  read: ReadHandle,
  treeSize: number,
  limit: number,
): Promise<readonly StoredCheckpoint[]> {
  return read.all<StoredCheckpoint>(
    sql`select ${checkpointColumns} from checkpoint where tree_size > ${treeSize} order by tree_size limit ${limit}`,
  );
}

const checkpointColumns = sql`tree_size as "treeSize", root, settled_at as "settledAt", note, last_xid as "lastXid", last_seq as "lastSeq"`;

/** Events behind the last one that a checkpoint covers, in the order of the log: a condition over `event`. */
export function recordedAfter(checkpoint: StoredCheckpoint | undefined): Statement<unknown> {
  return sql`(xid, seq) > (${checkpoint?.lastXid ?? '0'}::xid8, ${checkpoint?.lastSeq ?? -1}::bigint)`;
}

/** Fetches tiles in one query. The reader knows these tiles only. */
export async function readTiles(read: ReadHandle, places: readonly TilePlace[]): Promise<TileReader> {
  const found = new Map<string, Uint8Array>();
  if (places.length > 0) {
    const tiles = await read.all<Tile>(sql`select t.level, t.tile_index as index, t.hashes
      from unnest(${places.map((place) => place.level)}::smallint[], ${places.map((place) => place.index)}::bigint[]) as wanted (level, tile_index)
      join tile t on t.level = wanted.level and t.tile_index = wanted.tile_index`);
    for (const tile of tiles) found.set(`${tile.level}/${tile.index}`, tile.hashes);
  }
  return (level, index) => found.get(`${level}/${index}`);
}

/** What must be known of the stored tree to make it longer. Throws `MissingTile`. */
export async function readEdge(read: ReadHandle, treeSize: number): Promise<TreeEdge> {
  return edgeOf(treeSize, await readTiles(read, edgePlaces(treeSize)));
}

/** Writes tiles; a partial one gives way to its longer self. */
export async function writeTiles(tx: WriteHandle, tiles: readonly Tile[]): Promise<void> {
  await tx.run(sql`insert into tile (level, tile_index, hashes)
    select * from unnest(${tiles.map((tile) => tile.level)}::smallint[], ${tiles.map((tile) => tile.index)}::bigint[],
      ${tiles.map((tile) => Buffer.from(tile.hashes))}::bytea[])
    on conflict (level, tile_index) do update set hashes = excluded.hashes`);
}
