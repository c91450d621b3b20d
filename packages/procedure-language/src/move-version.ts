import { type Case, clockOfStage, type Due, type VersionChanged } from './case.ts';
import type { CompiledProcedure } from './compiled.ts';
import { askingOf, type Given } from './decide.ts';
import { dueFrom, runningClocks } from './due.ts';

/** What moving a case to a newer version changes for it; with a stage that is no more, it cannot be moved. */
export interface VersionMove {
  readonly from: number;
  readonly to: number;
  readonly missingStages: readonly string[];
  /** Steps that can be taken from where it stands: those that are new, and those that are no more. */
  readonly newSteps: readonly string[];
  readonly goneSteps: readonly string[];
  /** Steps whose demands, actors or words differ. */
  readonly changedSteps: readonly string[];
  readonly deadlines: readonly { readonly clock: string; readonly before?: Due; readonly after?: Due }[];
  readonly event?: VersionChanged;
}

/**
 * What a newer version of its procedure would change for a running case. It keeps its own until somebody moves it, with a
 * reason: deadlines are computed anew from the days on which their clocks started.
 */
export function moveToVersion(
  { from, to }: { readonly from: CompiledProcedure; readonly to: CompiledProcedure },
  state: Case,
  given: Given,
): VersionMove {
  const stages = Object.values(state.stages).map(({ stage }) => stage);
  const missingStages = stages.filter((stage) => to.stage(stage) === undefined);
  const here = (procedure: CompiledProcedure): ReadonlySet<string> =>
    new Set(stages.flatMap((stage) => procedure.stepsFrom(stage).map(({ id }) => id)));
  const before = here(from);
  const after = here(to);
  const both = [...before].filter((step) => after.has(step));
  const deadlines = movedDeadlines(to, state, given);
  const report = {
    from: from.version,
    to: to.version,
    missingStages,
    newSteps: [...after].filter((step) => !before.has(step)),
    goneSteps: [...before].filter((step) => !after.has(step)),
    changedSteps: both.filter((step) => JSON.stringify(from.step(step)) !== JSON.stringify(to.step(step))),
    deadlines,
  };
  if (missingStages.length > 0) return report;
  return { ...report, event: movedEvent(to, deadlines, given.today) };
}

function movedDeadlines(to: CompiledProcedure, state: Case, given: Given): VersionMove['deadlines'] {
  const running = new Map(runningClocks(state));
  const wanted = new Map<string, Due>();
  const set = (clock: string, from: string, choice: Parameters<typeof dueFrom>[1]): void => {
    wanted.set(clock, dueFrom(from, choice, askingOf(to, state, { command: { on: from }, given })));
  };
  for (const { stage, since } of Object.values(state.stages)) {
    const within = to.stage(stage)?.within;
    if (within !== undefined) set(clockOfStage(stage), since, within);
  }
  for (const clock of to.clocks) {
    const started = state.taken.findLast(({ step }) => clock.startsWith.includes(step));
    const stopped = state.taken.findLast(({ step }) => clock.stopsWith.includes(step));
    if (started && (stopped === undefined || stopped.on < started.on)) set(clock.id, started.on, clock.period);
  }
  return [...new Set([...running.keys(), ...wanted.keys()])].flatMap((clock) => {
    const before = running.get(clock);
    const isExtended = (state.clocks[clock]?.extensions ?? 0) > 0;
    // What an authority granted stays granted.
    const after = isExtended ? before : wanted.get(clock);
    if (before?.day === after?.day) return [];
    return [{ clock, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

function movedEvent(to: CompiledProcedure, deadlines: VersionMove['deadlines'], on: string): VersionChanged {
  const clocksStarted: Record<string, Due> = {};
  const clocksMoved: Record<string, Due> = {};
  const clocksStopped: string[] = [];
  for (const { clock, before, after } of deadlines) {
    if (after === undefined) clocksStopped.push(clock);
    else if (before === undefined) clocksStarted[clock] = after;
    else clocksMoved[clock] = after;
  }
  return { type: 'case-moved-to-version', on, version: to.version, clocksStarted, clocksMoved, clocksStopped };
}
