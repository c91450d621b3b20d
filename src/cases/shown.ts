import { type Case, type CompiledProcedure, timedSteps, waitingFor } from '@guiju/procedure-language';
import type { Shown, Wait } from './events.ts';

/** What lists and inboxes show of a case as it now stands; kept in the event, so that it needs no definition to be read. */
export function shownOf(procedure: CompiledProcedure, state: Case): Shown {
  const main = procedure.stage(state.stages['main']?.stage ?? '');
  const waits = waitingFor(procedure, state).flatMap((waiting): readonly Wait[] => {
    const byActor = new Map<string, Wait>();
    const code = procedure.stage(waiting.stage)?.code;
    for (const { step, by } of waiting.steps) {
      for (const { role, of } of by) {
        const organization = of === undefined ? undefined : state.parties[of];
        const key = `${role} ${organization ?? ''}`;
        const held = byActor.get(key);
        byActor.set(key, {
          track: waiting.track,
          stage: waiting.stage,
          role,
          steps: [...(held?.steps ?? []), step.id],
          since: waiting.since,
          ...(code === undefined ? {} : { code }),
          ...(organization === undefined ? {} : { organization }),
          ...(waiting.due === undefined ? {} : { due: waiting.due.day, isConfirmed: waiting.due.isConfirmed }),
          ...(waiting.window === undefined ? {} : { closesOn: waiting.window.closesOn }),
        });
      }
    }
    return [...byActor.values()];
  });
  const ended = state.ended === undefined ? undefined : procedure.stage(state.ended.stage)?.final;
  return {
    waits,
    timed: timedSteps(procedure, state).map(({ clock }) => clock),
    ...(main?.code === undefined ? {} : { stageCode: main.code }),
    ...(ended === undefined ? {} : { outcome: ended }),
  };
}
