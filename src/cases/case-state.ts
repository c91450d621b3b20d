import { type Case, type CaseEvent, evolve } from '@guiju/procedure-language';
import type { RecordedEvent } from '../foundation/events.ts';
import type { Shown } from './events.ts';

/** A case as its stream tells it. */
export interface HeldCase {
  readonly homeId: string;
  readonly streamId: string;
  readonly version: number;
  readonly number: string;
  readonly state: Case;
  readonly shown: Shown;
}

export const nothingShown: Shown = { waits: [], timed: [] };

/** Several tables are folded from the same events, one after the other. */
const folded = new WeakMap<readonly RecordedEvent[], Folded | undefined>();

export interface Folded {
  readonly number: string;
  readonly state: Case;
  readonly shown: Shown;
}

/** The case that effective events of its stream tell. */
export function caseOf(events: readonly RecordedEvent[]): Folded | undefined {
  if (folded.has(events)) return folded.get(events);
  let state: Case | undefined;
  let number = '';
  let shown = nothingShown;
  for (const event of events) {
    const { type, data } = event;
    state = evolve(state, caseEventOf(event));
    if (type === 'case-opened' || type === 'case-brought-in') number = String(data['number']);
    // One cast at the typed edge: the schema of the event was checked when it was written.
    if (data['shown'] !== undefined) shown = data['shown'] as Shown;
  }
  const found = state === undefined ? undefined : { number, state, shown };
  folded.set(events, found);
  return found;
}

/** The event of the language that a stored one is. */
function caseEventOf({ type, data }: RecordedEvent): CaseEvent {
  // One cast at the typed edge: the schema of the event was checked when it was written.
  const whole = { ...data, type: type === 'case-step-taken' ? 'step-taken' : type };
  return whole as unknown as CaseEvent;
}
