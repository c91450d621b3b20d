import type { RecordedEvent } from '../foundation/events.ts';
import { type SourceStatement, withStatement } from './merge.ts';
import type { StageSeen } from './model.ts';
import { stagesAfter } from './stages.ts';

/** Everything the events of one standard say, folded once for all its tables. */
export interface StandardState {
  readonly statements: readonly SourceStatement[];
  readonly isAnnulled: boolean;
  /** The stages that any source told of, by their codes. */
  readonly stages: readonly StageSeen[];
  /** Events that change what the statements say: withdrawal, cancellation, suspension, change of nature. */
  readonly changes: readonly RecordedEvent[];
  readonly identity: { readonly number: string; readonly numberKey: string; readonly address: string };
}

const noState: StandardState = {
  statements: [],
  isAnnulled: false,
  stages: [],
  changes: [],
  identity: { number: '', numberKey: '', address: '' },
};

/** Five tables are folded from the same events: their state is made once per list of events. */
const states = new WeakMap<readonly RecordedEvent[], StandardState>();

export function standardState(events: readonly RecordedEvent[]): StandardState {
  const held = states.get(events);
  if (held) return held;
  const state = events.reduce(next, noState);
  states.set(events, state);
  return state;
}

function next(state: StandardState, event: RecordedEvent): StandardState {
  switch (event.type) {
    case 'standard-stated':
    case 'standard-statement-corrected':
      return {
        ...state,
        statements: withStatement(state.statements, event),
        stages: stagesAfter(state.stages, event),
        identity: identityIn(event),
      };
    case 'standard-stages-stated':
      return { ...state, stages: stagesAfter(state.stages, event) };
    case 'standard-annulled':
      return { ...state, isAnnulled: true };
    default:
      return { ...state, changes: [...state.changes, event] };
  }
}

function identityIn(event: RecordedEvent): StandardState['identity'] {
  const { number, numberKey, address } = event.data;
  return { number: String(number), numberKey: String(numberKey), address: String(address) };
}
