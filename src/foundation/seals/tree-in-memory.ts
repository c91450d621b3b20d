/** For tests: a tree whose tiles lie in memory. */
import { appendLeaves, emptyTree, type Tile, type TileReader, type TreeEdge } from './tiles.ts';

export interface TreeInMemory {
  readonly edge: TreeEdge;
  readonly tiles: readonly Tile[];
  readonly read: TileReader;
}

/** The tree after each of these runs of leaves has arrived. */
export function treeOf(...arrivals: readonly (readonly Uint8Array[])[]): TreeInMemory {
  const byPlace = new Map<string, Tile>();
  let edge = emptyTree;
  for (const leaves of arrivals) {
    const grown = appendLeaves(edge, Buffer.concat(leaves));
    edge = grown.edge;
    for (const tile of grown.tiles) byPlace.set(`${tile.level}/${tile.index}`, tile);
  }
  const tiles = [...byPlace.values()].sort((a, b) => a.level - b.level || a.index - b.index);
  return { edge, tiles, read: (level, index) => byPlace.get(`${level}/${index}`)?.hashes };
}
