import type { ReadHandle } from '../../foundation/database.ts';
import type { EventType, EventTypes } from '../../foundation/events.ts';
import { actKey, readLeaves } from '../../foundation/seals/sealed-leaves.ts';
import { entryText } from './proof.ts';

export interface LogEntry {
  readonly leafIndex: number;
  readonly leafHash: string;
  /** The text that was hashed; null where not all of it is public. */
  readonly entry: string | null;
}

function isPublic({ visibility }: EventType): boolean {
  return Object.values(visibility).every((one) => one === 'public');
}

/** The entries `[from, until)` of the log, as far as they are sealed; of what is not wholly public only the hash (DESIGN 10, rule 10). */
export async function readEntries(
  read: ReadHandle,
  types: EventTypes,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<readonly LogEntry[]> {
  const publicTypes = new Set(types.all.filter(isPublic).map(({ type }) => type));
  const page = await readLeaves(read, from, until);
  return page.events.map((event) => {
    const act = page.acts.get(actKey(event));
    const isShown = act !== undefined && event.kind !== null && publicTypes.has(event.type);
    return {
      leafIndex: event.leafIndex,
      leafHash: event.leafHash.toString('hex'),
      entry: isShown ? entryText(event, act) : null,
    };
  });
}
