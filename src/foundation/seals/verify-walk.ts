import type { Database } from '../database.ts';
import type { Problem } from '../refusal.ts';
import type { Findings } from './findings.ts';
import { type KeysOfLog, sealingKeyReplaced } from './keys.ts';
import { hashLength } from './merkle-tree.ts';
import type { PlacedEvent } from './sealed-leaves.ts';
import { readTiles } from './tile-store.ts';
import { edgePlaces, type Tile, tileWidth } from './tiles.ts';
import { outsideRoot, type Stop, stops, storedRoot } from './verify-anchors.ts';
import { orderOfLog } from './verify-order.ts';
import { type ComparedPage, comparePage, type FetchedPage, fetchPage, placeOf, type Suspect } from './verify-page.ts';
import { type Confirmed, type TwoAccounts, twoAccounts } from './verify-tree.ts';

export interface WalkContext {
  readonly database: Database;
  readonly origin: string;
  readonly outside?: string;
  readonly keys: KeysOfLog;
  readonly homeId?: string;
  readonly found: Findings;
  readonly refuseOutside: (problem: Problem) => void;
  readonly onProgress?: (leaves: number, of: number) => void;
}

/** Goes along all leaves once, from signed root to signed root, and answers how many checkpoints it met. */
export async function walkTheLog(context: WalkContext, treeSize: number): Promise<number> {
  const walk: Walk = {
    context,
    tree: twoAccounts(),
    before: 0,
    confirmed: 0,
    suspects: [],
    isRewritten: false,
    checkpoints: 0,
  };
  const order = orderOfLog(context.found);
  const ahead = stops(context.database, context.outside);
  let stop = (await ahead.next()).value;
  for await (const fetched of pages(context.database, treeSize)) {
    const page = comparePage(fetched, context.found);
    learnKeys(context, fetched.leaves.events);
    order.follow(fetched.leaves.events);
    walk.suspects.push(...page.suspects);
    while (stop && stop.treeSize <= fetched.until) {
      extend(walk.tree, page, stop.treeSize);
      await compareAt(walk, stop);
      stop = (await ahead.next()).value;
    }
    extend(walk.tree, page, fetched.until);
    context.onProgress?.(fetched.until, treeSize);
  }
  if (stop && stop.stored === undefined && stop.treeSize > treeSize && outsideRoot(context.outside ?? '', context)) {
    context.found.add('seals.outside-longer', { outsideSize: stop.treeSize, treeSize });
  }
  // What no signed root came to confirm is judged by the leaf hash beside each event.
  accuse(walk, 'neither', treeSize);
  order.tell();
  await compareTiles(walk, [...walk.tree.fullTiles(), ...edgeTiles(walk.tree)]);
  return walk.checkpoints;
}

interface Walk {
  readonly context: WalkContext;
  readonly tree: TwoAccounts;
  /** Size of the checkpoint before. */
  before: number;
  /** Up to here a signed root has confirmed the leaves. */
  confirmed: number;
  suspects: Suspect[];
  isRewritten: boolean;
  checkpoints: number;
}

/** Sixteen tiles: large enough that the round trips do not count, small enough that two of them pass through the young generation. */
const pageSize = 16 * tileWidth;

/** The database fetches the next page while this one is being compared. */
async function* pages(database: Database, treeSize: number): AsyncGenerator<FetchedPage> {
  const fetch = (from: number): Promise<FetchedPage> => fetchPage(database, from, Math.min(from + pageSize, treeSize));
  let next = treeSize > 0 ? fetch(0) : undefined;
  while (next !== undefined) {
    const page = await next;
    next = page.until < treeSize ? fetch(page.until) : undefined;
    // A failure is thrown where the page is awaited, not where it happens while nobody listens.
    next?.catch(() => {});
    yield page;
  }
}

function learnKeys(context: WalkContext, events: readonly PlacedEvent[]): void {
  for (const { type, data, leafIndex, homeId } of events) {
    // A register taken in from elsewhere brings the changes of its own key.
    if (type !== sealingKeyReplaced || (context.homeId ?? homeId) !== homeId) continue;
    const succession = typeof data === 'object' && data !== null && 'succession' in data ? String(data.succession) : '';
    if (!context.keys.succeed({ leafIndex, succession })) context.found.add('seals.succession-invalid', { leafIndex });
  }
}

function extend(tree: TwoAccounts, page: ComparedPage, until: number): void {
  const from = (tree.size() - page.from) * hashLength;
  const to = (until - page.from) * hashLength;
  if (to > from) tree.add(page.events.subarray(from, to), page.tiles.subarray(from, to));
}

async function compareAt(walk: Walk, stop: Stop): Promise<void> {
  const { context } = walk;
  const { stored, treeSize } = stop;
  const root = stored ? storedRoot(stored, walk.before, context) : outsideRoot(context.outside ?? '', context);
  if (stored) {
    walk.before = treeSize;
    walk.checkpoints += 1;
  }
  if (root === undefined) return;
  const confirmed = walk.tree.settle(root);
  if (confirmed === 'neither' && !stored) {
    context.found.add('seals.outside-differs', { outsideSize: treeSize });
    return;
  }
  accuse(walk, confirmed, treeSize);
  if (confirmed !== 'neither') {
    walk.confirmed = treeSize;
    walk.isRewritten = false;
  } else if (!walk.isRewritten) {
    // Every later root differs too: only the first one says where.
    walk.isRewritten = true;
    context.found.add('seals.history-rewritten', { firstLeaf: walk.confirmed, lastLeaf: treeSize - 1, treeSize });
  }
  await compareTiles(walk, walk.tree.fullTiles());
}

/** Says of each place where event and tile disagree which of them was changed. */
function accuse(walk: Walk, confirmed: Confirmed, until: number): void {
  const { found } = walk.context;
  const judged = walk.suspects.filter(({ event }) => event.leafIndex < until);
  walk.suspects = walk.suspects.filter(({ event }) => event.leafIndex >= until);
  const isEvent = ({ agreesWithItself }: Suspect): boolean =>
    confirmed === 'tiles' || (confirmed === 'neither' && !agreesWithItself);
  for (const { event } of judged.filter(isEvent)) found.add('seals.event-changed', placeOf(event));
  const inTiles = Map.groupBy(
    judged.filter((suspect) => !isEvent(suspect)).map(({ event }) => event.leafIndex),
    (leafIndex) => Math.floor(leafIndex / tileWidth),
  );
  for (const [index, [firstLeaf = 0, ...others]] of inTiles) {
    found.add('seals.tile-changed', {
      level: 0,
      index,
      place: firstLeaf % tileWidth,
      count: 1 + others.length,
      firstLeaf,
    });
  }
}

/** Compares tiles above the leaves with those that follow from the leaves; a stored one may have grown since. */
async function compareTiles(walk: Walk, tiles: readonly Tile[]): Promise<void> {
  if (tiles.length === 0) return;
  const read = await readTiles(walk.context.database, tiles);
  for (const { level, index, hashes } of tiles) {
    const stored = read(level, index) ?? new Uint8Array();
    const differing = Array.from({ length: hashes.length / hashLength }, (_, place) => place).filter((place) => {
      const [start, end] = [place * hashLength, (place + 1) * hashLength];
      return Buffer.compare(hashes.subarray(start, end), stored.subarray(start, end)) !== 0;
    });
    const [place] = differing;
    if (place === undefined) continue;
    const firstLeaf = (index * tileWidth + place) * tileWidth ** level;
    walk.context.found.add('seals.tile-changed', { level, index, place, count: differing.length, firstLeaf });
  }
}

function edgeTiles(tree: TwoAccounts): readonly Tile[] {
  const { size, partial } = tree.edge();
  return edgePlaces(size)
    .map(({ level, index }) => ({ level, index, hashes: partial[level] ?? new Uint8Array() }))
    .filter((tile) => tile.level > 0 && tile.hashes.length > 0);
}
