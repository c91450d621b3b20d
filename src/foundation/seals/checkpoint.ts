import { hashLength } from './merkle-tree.ts';
import { BadNote, type NoteKey, type NoteSigner, openNote, signNote } from './signed-note.ts';

/** What a log says of itself at one moment (C2SP tlog-checkpoint), with the instant before which its answers are final. */
export interface Checkpoint {
  /** The log, as one line: its address without scheme. */
  readonly origin: string;
  readonly treeSize: number;
  readonly root: Uint8Array;
  /** Start of the oldest transaction that was still writing: nothing can be recorded before it any more. */
  readonly settledAt: string;
}

export interface OpenedCheckpoint extends Checkpoint {
  readonly signedBy: readonly NoteKey[];
}

/** Signs a checkpoint as a note, with one key or, while a key is being replaced, with several. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  return signNote(checkpointText(checkpoint), signers);
}

/** Verifies and reads a checkpoint. Throws `BadNote`. */
export function openCheckpoint(note: string, keys: readonly NoteKey[]): OpenedCheckpoint {
  const { text, signedBy } = openNote(note, keys);
  const checkpoint = readCheckpoint(text);
  if (checkpoint === undefined) throw new BadNote('not-a-note');
  return { ...checkpoint, signedBy };
}

/** Reads what a checkpoint claims without trusting it; undefined when it is none. */
export function claimedCheckpoint(note: string): Checkpoint | undefined {
  const end = note.lastIndexOf('\n\n');
  return end < 0 ? undefined : readCheckpoint(note.slice(0, end + 1));
}

function checkpointText({ origin, treeSize, root, settledAt }: Checkpoint): string {
  return `${origin}\n${treeSize}\n${Buffer.from(root).toString('base64')}\nsettled ${settledAt}\n`;
}

function readCheckpoint(text: string): Checkpoint | undefined {
  const [, origin, size, root, settledAt] =
    /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\nsettled ([0-9TZ:.-]{24})\n/.exec(text) ?? [];
  if (origin === undefined || size === undefined || root === undefined || settledAt === undefined) return undefined;
  const checkpoint = { origin, treeSize: Number(size), root: Buffer.from(root, 'base64'), settledAt };
  // Written again it must be the same text: no second spelling, no line that is not understood.
  return checkpoint.root.length === hashLength && checkpointText(checkpoint) === text ? checkpoint : undefined;
}
