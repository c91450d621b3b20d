import { refusal } from '../refusal.ts';
import { BadNote, type NoteKey, noteKey } from '../seals/signed-note.ts';

/**
 * The public key that a command is given.
 *
 * @throws Refusal `seals.key-not-understood`
 */
export function keyGiven(text: string): NoteKey {
  try {
    return noteKey(text.trim());
  } catch (error) {
    if (!(error instanceof BadNote)) throw error;
    throw refusal('seals.key-not-understood', { value: text.slice(0, 80) });
  }
}
