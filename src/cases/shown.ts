import {
  type Case,
  type CompiledProcedure,
  type StepDefinition,
  timedSteps,
  waitingFor,
} from '@guiju/procedure-language';
import type { Shown, Wait } from './events.ts';

/** What lists and inboxes show of a case as it now stands; kept in the event, so that it needs no definition to be read. */
export function shownOf(procedure: CompiledProcedure, state: Case): Shown {
  const main = procedure.stage(state.stages['main']?.stage ?? '');
  const waits = waitingFor(procedure, state).flatMap((waiting): readonly Wait[] => {
    const byActor = new Map<string, Wait>();
    const code = procedure.stage(waiting.stage)?.code;
    const awaited = waiting.steps.filter(({ step }) => isAwaited(step));
    // What can be done and what is awaited are two things: who may only give up, or ask for more time, is waited for by nobody.
    for (const { step, by } of awaited.length > 0 ? awaited : waiting.steps) {
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

/** Whether a step brings the case on: it leads to a stage, or enters what came of a window, and does not give the case up. */
function isAwaited(step: StepDefinition): boolean {
  if (step.abandons || step.suspends !== undefined || step.transfers !== undefined) return false;
  return step.to !== undefined || step.concludes !== undefined || step.answers !== undefined;
}
