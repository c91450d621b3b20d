import { sealingKeyReplaced, successorOf } from './keys.ts';
import { BadNote, type NoteKey } from './signed-note.ts';

/**
 * The keys that took over from one of the given, one after the other, as the lines of a register or a backup tell. Each
 * succession proves itself by its signatures, so the lines need not be trusted; those of other logs are passed over.
 */
export async function successorsIn(
  lines: AsyncGenerator<string>,
  keys: readonly NoteKey[],
): Promise<readonly NoteKey[]> {
  const found: NoteKey[] = [];
  for await (const line of lines) {
    const succession = successionIn(line);
    if (succession === undefined) continue;
    const holders = found.length > 0 ? found.slice(-1) : keys;
    found.push(...holders.flatMap((holder) => takenOver(holder, succession)).slice(0, 1));
  }
  return found;
}

function takenOver(holder: NoteKey, succession: string): readonly NoteKey[] {
  try {
    return [successorOf(holder, succession)];
  } catch (error) {
    if (error instanceof BadNote) return [];
    throw error;
  }
}

function successionIn(line: string): string | undefined {
  if (!line.includes(sealingKeyReplaced)) return undefined;
  const [, text] = /"succession": ?("(?:[^"\\]|\\.)*")/.exec(line) ?? [];
  try {
    return text === undefined ? undefined : String(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
