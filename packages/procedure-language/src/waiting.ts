import { type Case, clockOfStage, type Due } from './case.ts';
import { currentWindow } from './case-days.ts';
import type { CompiledProcedure } from './compiled.ts';
import type { ActorDefinition, StepDefinition } from './model.ts';

/** What a case waits for on one track: in which stage, by when, and who can do what. */
export interface Waiting {
  readonly track: string;
  readonly stage: string;
  readonly since: string;
  readonly due?: Due;
  /** The window that has to end first. */
  readonly window?: { readonly id: string; readonly closesOn: string };
  /** Steps that somebody can take from here, each with its actors; demands of each are asked by `decide`. */
  readonly steps: readonly { readonly step: StepDefinition; readonly by: readonly ActorDefinition[] }[];
}

/**
 * What the case waits for, track by track: the answer to "whose turn is it". An ended case waits for nobody; a suspended one
 * for whoever can resume or end it, by the day its suspension ends.
 */
export function waitingFor(procedure: CompiledProcedure, state: Case): readonly Waiting[] {
  if (state.ended !== undefined) return [];
  return Object.entries(state.stages).flatMap(([track, { stage, since }]): readonly Waiting[] => {
    if (procedure.stage(stage)?.final !== undefined) return [];
    const steps = procedure
      .stepsFrom(stage)
      .filter((step) => step.track === track && step.by.length > 0 && mayNow(step, state))
      .map((step) => ({ step, by: step.by }));
    // While the case is suspended, a track on which nothing can be done waits with it.
    if (state.suspended !== undefined && steps.length === 0) return [];
    const due = state.suspended === undefined ? runningDue(state, clockOfStage(stage)) : state.suspended.due;
    const open = openWindow(procedure, state, stage);
    return [
      {
        track,
        stage,
        since,
        steps,
        ...(due === undefined ? {} : { due }),
        ...(open === undefined ? {} : { window: open }),
      },
    ];
  });
}

function mayNow(step: StepDefinition, state: Case): boolean {
  if (step.reopens !== undefined) return false;
  return state.suspended === undefined
    ? step.resumes === undefined
    : step.resumes === true || step.whileSuspended === true;
}

function runningDue(state: Case, clock: string): Due | undefined {
  const running = state.clocks[clock];
  return running?.stoppedOn === undefined ? running?.due : undefined;
}

function openWindow(procedure: CompiledProcedure, state: Case, stage: string): Waiting['window'] {
  for (const { id } of procedure.windows) {
    const window = currentWindow(state, id);
    if (window !== undefined && window.stage === stage && window.result === undefined && !window.isAbandoned)
      return { id, closesOn: window.closesOn };
  }
  return undefined;
}
