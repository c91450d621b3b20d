import { sameBytes } from './merkle-tree.ts';
import { appendLeaves, emptyTree, rootOfEdge, type Tile, type TreeEdge, tileWidth } from './tiles.ts';

/**
 * Which of two accounts of the same leaves a signed root confirms: `events`, recomputed from what was recorded, or
 * `tiles`, the hashes kept since sealing. So a changed event and a changed tile are told apart.
 */
export interface TwoAccounts {
  readonly size: () => number;
  /** Adds the next leaves as either account has them. */
  readonly add: (events: Uint8Array, tiles: Uint8Array) => void;
  /** From here on the confirmed account stands for both. */
  readonly settle: (root: Uint8Array) => Confirmed;
  /** The full tiles above the leaves, as the account followed so far has them; each is given once. */
  readonly fullTiles: () => readonly Tile[];
  readonly edge: () => TreeEdge;
}

export type Confirmed = 'both' | 'events' | 'tiles' | 'neither';

export function twoAccounts(): TwoAccounts {
  let ofEvents = { edge: emptyTree, full: [] as readonly Tile[] };
  let ofTiles = ofEvents;
  const settle = (root: Uint8Array): Confirmed => {
    const agree = ofEvents === ofTiles;
    if (sameBytes(rootOfEdge(ofEvents.edge), root)) {
      ofTiles = ofEvents;
      return agree ? 'both' : 'events';
    }
    if (agree || !sameBytes(rootOfEdge(ofTiles.edge), root)) return 'neither';
    ofEvents = ofTiles;
    return 'tiles';
  };
  return {
    size: () => ofEvents.edge.size,
    add: (events, tiles) => {
      const agree = ofEvents === ofTiles && sameBytes(events, tiles);
      const grown = grow(ofEvents, events);
      ofTiles = agree ? grown : grow(ofTiles, tiles);
      ofEvents = grown;
    },
    settle,
    fullTiles: () => {
      const { full } = ofEvents;
      const agree = ofEvents === ofTiles;
      ofEvents = { edge: ofEvents.edge, full: [] };
      ofTiles = agree ? ofEvents : { edge: ofTiles.edge, full: [] };
      return full;
    },
    edge: () => ofEvents.edge,
  };
}

interface Account {
  readonly edge: TreeEdge;
  readonly full: readonly Tile[];
}

function grow(account: Account, leaves: Uint8Array): Account {
  const { edge, tiles } = appendLeaves(account.edge, leaves);
  // Level 0 are the leaves themselves, which are compared one by one.
  const full = tiles.filter((tile) => tile.level > 0 && tile.hashes.length === tileWidth * 32);
  return { edge, full: full.length === 0 ? account.full : [...account.full, ...full] };
}
