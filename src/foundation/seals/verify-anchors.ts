import type { ReadHandle } from '../database.ts';
import type { Problem } from '../refusal.ts';
import { type Checkpoint, claimedCheckpoint, openCheckpoint } from './checkpoint.ts';
import type { Findings } from './findings.ts';
import type { KeysOfLog } from './keys.ts';
import { sameBytes } from './merkle-tree.ts';
import { BadNote, type NoteKey } from './signed-note.ts';
import { checkpointsAfter, type StoredCheckpoint } from './tile-store.ts';

/** A place on the way along the leaves at which a signed checkpoint is compared. */
export interface Stop {
  readonly treeSize: number;
  /** Absent: the checkpoint kept elsewhere. */
  readonly stored?: StoredCheckpoint;
}

/** Every checkpoint of the table and the one kept elsewhere, by size, fetched as the walk comes near. */
export async function* stops(read: ReadHandle, outside: string | undefined): AsyncGenerator<Stop> {
  // What is no checkpoint is met at the end, where its missing signature is told.
  let waiting = outside === undefined ? undefined : (claimedCheckpoint(outside)?.treeSize ?? Number.POSITIVE_INFINITY);
  let after = -1;
  for (;;) {
    const page = await checkpointsAfter(read, after, 1_000);
    for (const stored of page) {
      if (waiting !== undefined && waiting <= stored.treeSize) {
        yield { treeSize: waiting };
        waiting = undefined;
      }
      yield { treeSize: stored.treeSize, stored };
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.treeSize;
  }
  if (waiting !== undefined) yield { treeSize: waiting };
}

export interface AnchorContext {
  readonly origin: string;
  readonly keys: KeysOfLog;
  readonly found: Findings;
  /** Told when the checkpoint file itself is no good: that says nothing against the log. */
  readonly refuseOutside: (problem: Problem) => void;
}

/** Checks signature and columns of a stored checkpoint; answers its root when it confirms one. */
export function storedRoot(
  stored: StoredCheckpoint,
  sizeBefore: number,
  context: AnchorContext,
): Uint8Array | undefined {
  const { treeSize } = stored;
  const checkpoint = opened(stored.note, context.keys.inOffice(sizeBefore, treeSize), (reason) => {
    context.found.add('seals.checkpoint-not-signed', { treeSize, reason });
  });
  if (checkpoint === undefined) return undefined;
  const agrees =
    checkpoint.treeSize === treeSize &&
    checkpoint.origin === context.origin &&
    checkpoint.settledAt === stored.settledAt &&
    sameBytes(checkpoint.root, stored.root);
  if (!agrees) context.found.add('seals.checkpoint-changed', { treeSize });
  return checkpoint.treeSize === treeSize ? checkpoint.root : undefined;
}

/** Checks a checkpoint kept elsewhere; answers its root. Any key that was ever in office may have signed it. */
export function outsideRoot(note: string, context: AnchorContext): Uint8Array | undefined {
  const checkpoint = opened(note, context.keys.ever(), (reason) => {
    context.refuseOutside({ code: 'seals.outside-not-signed', details: { reason } });
  });
  if (checkpoint === undefined || checkpoint.origin === context.origin) return checkpoint?.root;
  context.refuseOutside({ code: 'seals.outside-other-log', details: { origin: checkpoint.origin } });
  return undefined;
}

function opened(note: string, keys: readonly NoteKey[], refused: (reason: string) => void): Checkpoint | undefined {
  try {
    return openCheckpoint(note, keys);
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    refused(error.reason);
    return undefined;
  }
}
