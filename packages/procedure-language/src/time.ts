import type { Case, StepTaken } from './case.ts';
import type { CompiledProcedure } from './compiled.ts';
import { askingOf, type Given } from './decide.ts';
import { stepTaken } from './effects.ts';
import type { StepDefinition } from './model.ts';
import { dayAfter } from './period.ts';

/** The name of the clock that runs while a case is suspended. */
export const suspension = 'suspension';

/** A step that time takes, and the last day before it does. */
export interface TimedStep {
  readonly step: string;
  readonly clock: string;
  readonly due: string;
}

/** What time will do to the case if nobody acts, the next first. */
export function timedSteps(procedure: CompiledProcedure, state: Case): readonly TimedStep[] {
  if (state.ended !== undefined) return [];
  return Object.values(state.stages)
    .flatMap(({ stage }) => procedure.stepsFrom(stage))
    .flatMap((step) => {
      const due = dueOf(step, state);
      return due === undefined || step.whenDue === undefined ? [] : [{ step: step.id, clock: step.whenDue, due }];
    })
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
}

function dueOf(step: StepDefinition, state: Case): string | undefined {
  if (step.by.length > 0 || step.whenDue === undefined) return undefined;
  if (step.whenDue === suspension) return state.suspended?.due.day;
  if (state.suspended !== undefined && !step.whileSuspended) return undefined;
  const clock = state.clocks[step.whenDue];
  return clock?.stoppedOn === undefined ? clock?.due.day : undefined;
}

/**
 * The next step that time has taken by today: on the day after its deadline, whenever the timer runs. Undefined when
 * nothing is due. The same case and day always give the same event.
 */
export function whatTimeDid(procedure: CompiledProcedure, state: Case, given: Given): StepTaken | undefined {
  const next = timedSteps(procedure, state).find(({ due }) => due < given.today);
  const step = next === undefined ? undefined : procedure.step(next.step);
  if (next === undefined || step === undefined) return undefined;
  const on = dayAfter(next.due, 1);
  const asking = askingOf(procedure, state, { command: { on }, given });
  return stepTaken(step, asking, { on, by: 'time' });
}
