import { hashLength, nodeHash, rootOver } from './merkle-tree.ts';
import { type Span, type Subtree, subtreesOf } from './spans.ts';

/** Hashes in a full tile: height 8 (C2SP tlog-tiles). */
export const tileWidth = 256;

export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** A row of hashes of the tree: at level 0 of leaves, at level n + 1 of the full tiles of level n. Partial at the right edge. */
export interface Tile extends TilePlace {
  readonly hashes: Uint8Array;
}

/** Answers the hashes of a tile, at least those that exist at the size asked about; undefined when there is no such tile. */
export type TileReader = (level: number, index: number) => Uint8Array | undefined;

/** What must be remembered of a tree to make it longer: its partial tiles, one for each level, possibly empty. */
export interface TreeEdge {
  readonly size: number;
  readonly partial: readonly Uint8Array[];
}

export const emptyTree: TreeEdge = { size: 0, partial: [] };

/** Adds leaf hashes, written one after another, and answers the new edge with every tile that was begun, made longer or filled. */
export function appendLeaves(
  edge: TreeEdge,
  leaves: Uint8Array,
): { readonly edge: TreeEdge; readonly tiles: readonly Tile[] } {
  const tiles: Tile[] = [];
  const partial: Uint8Array[] = [];
  let arriving = leaves;
  for (let level = 0; arriving.length > 0 || level < edge.partial.length; level += 1) {
    const before = edge.partial[level] ?? new Uint8Array();
    const first = Math.floor(edge.size / tileWidth ** (level + 1));
    const filled = fillTiles({ level, index: first }, Buffer.concat([before, arriving]));
    tiles.push(...filled.full);
    if (arriving.length > 0 && filled.rest.length > 0) {
      tiles.push({ level, index: first + filled.full.length, hashes: filled.rest });
    }
    partial.push(filled.rest);
    arriving = Buffer.concat(filled.full.map((tile) => rootOver(tile.hashes)));
  }
  return { edge: { size: edge.size + leaves.length / hashLength, partial }, tiles };
}

/** The root of the whole tree: the partial tiles are its right edge, each level's subtree is the last hash of the next level. */
export function rootOfEdge(edge: TreeEdge): Uint8Array {
  let below: Uint8Array = new Uint8Array();
  for (const partial of edge.partial) {
    const row = Buffer.concat([partial, below]);
    below = row.length === 0 ? row : rootOver(row);
  }
  return rootOver(below);
}

/** The partial tiles of a tree of this size, for which `edgeOf` asks its reader. */
export function edgePlaces(size: number): readonly (TilePlace & { readonly width: number })[] {
  const places = [];
  for (let level = 0; tileWidth ** level <= size; level += 1) {
    const width = Math.floor(size / tileWidth ** level) % tileWidth;
    places.push({ level, index: Math.floor(size / tileWidth ** (level + 1)), width });
  }
  return places;
}

/** The edge of a tree of this size, read from its tiles. Throws `MissingTile`. */
export function edgeOf(size: number, read: TileReader): TreeEdge {
  const partial = edgePlaces(size).map(({ level, index, width }) => {
    if (width === 0) return new Uint8Array();
    const hashes = read(level, index)?.subarray(0, width * hashLength);
    if (hashes?.length !== width * hashLength) throw new MissingTile({ level, index });
    return new Uint8Array(hashes);
  });
  return { size, partial };
}

export class MissingTile extends Error {
  readonly place: TilePlace;
  constructor(place: TilePlace) {
    super(`Tile ${place.level}/${place.index} is missing or too short.`);
    this.name = 'MissingTile';
    this.place = place;
  }
}

/** The tile that holds a complete subtree. */
export function tileOf({ height, index }: Subtree): TilePlace {
  const level = Math.floor(height / 8);
  return { level, index: Math.floor((index * 2 ** (height % 8)) / tileWidth) };
}

/** The tiles needed for the hashes of these spans, each once, so that they can be fetched together. */
export function tilesOf(spans: readonly Span[]): readonly TilePlace[] {
  const places = new Map<string, TilePlace>();
  for (const subtree of spans.flatMap(subtreesOf)) {
    const place = tileOf(subtree);
    places.set(`${place.level}/${place.index}`, place);
  }
  return [...places.values()];
}

/** The hash of a complete subtree. Throws `MissingTile`. */
export function subtreeHash(subtree: Subtree, read: TileReader): Uint8Array {
  const place = tileOf(subtree);
  const width = 2 ** (subtree.height % 8);
  const start = (subtree.index * width) % tileWidth;
  const row = read(place.level, place.index)?.subarray(start * hashLength, (start + width) * hashLength);
  if (row?.length !== width * hashLength) throw new MissingTile(place);
  return width === 1 ? new Uint8Array(row) : rootOver(row);
}

/** The hash over the leaves of a span as it occurs in proofs: a tree of its own, RFC 6962 section 2.1. Throws `MissingTile`. */
export function spanHash(span: Span, read: TileReader): Uint8Array {
  return subtreesOf(span)
    .map((subtree) => subtreeHash(subtree, read))
    .reduceRight((right, left) => nodeHash(left, right));
}

/** The root of the tree at a size it has or had. Throws `MissingTile`. */
export function rootAt(size: number, read: TileReader): Uint8Array {
  return size === 0 ? rootOver(new Uint8Array()) : spanHash({ from: 0, until: size }, read);
}

/** Cuts a row of hashes that begins a tile into tiles. */
function fillTiles(first: TilePlace, row: Uint8Array): { readonly full: readonly Tile[]; readonly rest: Uint8Array } {
  const full: Tile[] = [];
  const bytes = tileWidth * hashLength;
  let at = 0;
  for (; at + bytes <= row.length; at += bytes) {
    full.push({ level: first.level, index: first.index + full.length, hashes: row.subarray(at, at + bytes) });
  }
  return { full, rest: new Uint8Array(row.subarray(at)) };
}
