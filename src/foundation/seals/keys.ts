import { BadNote, type NoteKey, type NoteSigner, noteKey, openNote, signNote } from './signed-note.ts';

/** The event by which a log gets a new key. Its data is `{ succession }`, a note that both keys signed. */
export const sealingKeyReplaced = 'sealing-key-replaced';

/**
 * Writes that a new key takes over. The old key signs, because only it can give its office away; the new one signs,
 * because a key nobody holds must not take office.
 */
export function keySuccession(old: NoteSigner, next: NoteSigner): string {
  return signNote(`${heading}\n${old.text}\n${next.text}\n`, [old, next]);
}

/** The key that takes over from this one. Throws `BadNote` when the note is not signed by both, or is about other keys. */
export function successorOf(current: NoteKey, succession: string): NoteKey {
  const lines = succession.split('\n');
  if (lines[0] !== heading || lines[1] !== current.text || lines[3] !== '') throw new BadNote('not-a-note');
  const next = noteKey(lines[2] ?? '');
  const { signedBy } = openNote(succession, [current, next]);
  if (signedBy.length !== 2 || signedBy[0] === signedBy[1]) throw new BadNote('not-signed-by-a-known-key');
  return next;
}

/** The keys of a log as its reader learns them, leaf after leaf. */
export interface KeysOfLog {
  /** Takes a change of the key up; false when it is not signed by the key in office and the new one. */
  readonly succeed: (succession: SealedSuccession) => boolean;
  readonly inOffice: (sizeBefore: number, treeSize: number) => readonly NoteKey[];
  readonly ever: () => readonly NoteKey[];
}

export function keysOfLog(first: NoteKey): KeysOfLog {
  const successions: SealedSuccession[] = [];
  const all = [first];
  return {
    succeed: (succession) => {
      try {
        all.push(successorOf(all.at(-1) ?? first, succession.succession));
        successions.push(succession);
        return true;
      } catch (error) {
        if (error instanceof BadNote) return false;
        throw error;
      }
    },
    inOffice: (sizeBefore, treeSize) => keysInOffice(first, successions, { sizeBefore, treeSize }),
    ever: () => all,
  };
}

/** A succession and the leaf by which it became history. */
export interface SealedSuccession {
  readonly leafIndex: number;
  readonly succession: string;
}

/**
 * The keys that may sign the checkpoint of a size, when the checkpoint before it had another: the key in office at the
 * earlier one, because it may have signed before it knew, and those that took over since.
 */
export function keysInOffice(
  first: NoteKey,
  successions: readonly SealedSuccession[],
  between: Interval,
): readonly NoteKey[] {
  let current = first;
  const taken: NoteKey[] = [];
  for (const { leafIndex, succession } of successions) {
    if (leafIndex >= between.treeSize) break;
    const next = successorOf(current, succession);
    if (leafIndex >= between.sizeBefore) taken.push(current);
    current = next;
  }
  return [...taken, current];
}

export interface Interval {
  readonly sizeBefore: number;
  readonly treeSize: number;
}

const heading = 'guiju sealing key succession';
