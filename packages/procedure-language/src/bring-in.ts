import {
  type Case,
  type CaseBroughtIn,
  clockOfStage,
  type DocumentState,
  type Due,
  type RunningClock,
  type WindowState,
} from './case.ts';
import { fits } from './check-entered.ts';
import type { CompiledProcedure } from './compiled.ts';
import { isDay } from './day.ts';
import { askingOf, type Given } from './decide.ts';
import { dueFrom } from './due.ts';
import { trackAndStage } from './effects.ts';
import type { Finding } from './finding.ts';
import type { FactValue, StepDefinition } from './model.ts';
import type { Jurisdiction } from './rule.ts';

/** What is known of a project that began elsewhere. */
export interface RunningProject {
  readonly stage: string;
  /** Since when it stands there. */
  readonly since: string;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly parties: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly documents: Readonly<Record<string, DocumentState>>;
  /** Steps that were taken there, each with its day; later ones come later. */
  readonly passed: readonly { readonly step: string; readonly on: string }[];
  /** Deadlines that were set there; the others follow from the days given. */
  readonly due: Readonly<Record<string, string>>;
  /** Of a window that is open: its last day. */
  readonly closesOn?: string;
}

export type BroughtIn = { readonly findings: readonly Finding[]; readonly event?: CaseBroughtIn };

/**
 * The opening of a case that began elsewhere. It stands at its present stage; what was passed is kept as not witnessed here;
 * deadlines follow from the days given, as if the steps had been taken here.
 */
export function bringIn(procedure: CompiledProcedure, project: RunningProject, given: Given): BroughtIn {
  const findings = [...checkPlace(procedure, project, given), ...checkFacts(procedure, project)];
  if (findings.some(({ isMet }) => !isMet)) return { findings };
  const bare = bareCase(procedure, project);
  const clocks = clocksFrom(procedure, bare, { project, given });
  const state: Case = { ...bare, clocks, windows: windowsFrom(procedure, project) };
  return { findings, event: { type: 'case-brought-in', from: { kind: 'elsewhere' }, state } };
}

function checkPlace(procedure: CompiledProcedure, project: RunningProject, given: Given): readonly Finding[] {
  const stage = procedure.stage(project.stage);
  const days = [project.since, ...project.passed.map(({ on }) => on)];
  return [
    {
      check: 'stage',
      isMet: stage !== undefined && stage.track === 'main' && stage.final === undefined,
      details: {
        stage: project.stage,
        wanted: procedure.stages
          .filter(({ track, final }) => track === 'main' && final === undefined)
          .map(({ id }) => id),
      },
      basis: [],
    },
    ...project.passed.map(
      ({ step }): Finding => ({
        check: 'taken',
        isMet: procedure.step(step) !== undefined,
        details: { step },
        basis: [],
      }),
    ),
    ...days.map(
      (on): Finding => ({
        check: 'day',
        isMet: isDay(on) && on <= given.today,
        details: { on, today: given.today },
        basis: [],
      }),
    ),
    ...Object.entries(project.due).map(
      ([clock, day]): Finding => ({
        check: 'due',
        isMet: isDay(day) && isClock(procedure, clock),
        details: { clock, day },
        basis: [],
      }),
    ),
  ];
}

function isClock(procedure: CompiledProcedure, clock: string): boolean {
  return procedure.clock(clock) !== undefined || procedure.stages.some(({ id }) => clockOfStage(id) === clock);
}

function checkFacts(procedure: CompiledProcedure, project: RunningProject): readonly Finding[] {
  return Object.entries(project.facts).map(([fact, value]) => {
    const definition = procedure.fact(fact);
    return {
      check: 'form-value',
      isMet: definition !== undefined && fits(value, definition),
      details: { fact, value },
      basis: [],
    };
  });
}

function bareCase(procedure: CompiledProcedure, project: RunningProject): Case {
  const passed = project.passed.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  const stages: Record<string, { stage: string; since: string }> = {
    main: { stage: project.stage, since: project.since },
  };
  for (const { step, on } of passed)
    for (const name of procedure.step(step)?.starts ?? []) {
      const { track, to } = trackAndStage(name);
      stages[track] ??= { stage: to, since: on };
    }
  return {
    procedure: procedure.id,
    version: procedure.version,
    jurisdictions: project.jurisdictions,
    openedOn: passed[0]?.on ?? project.since,
    stages,
    facts: project.facts,
    parties: project.parties,
    documents: project.documents,
    approvals: {},
    windows: {},
    clocks: {},
    taken: passed.map(({ step, on }) => ({ step, on, by: {}, isWitnessed: false })),
  };
}

interface Source {
  readonly project: RunningProject;
  readonly given: Given;
}

function clocksFrom(procedure: CompiledProcedure, state: Case, { project, given }: Source): Case['clocks'] {
  const clocks: Record<string, RunningClock> = {};
  const dueOn = (day: string, choice: Parameters<typeof dueFrom>[1], clock: string): Due => {
    const asking = askingOf(procedure, state, { command: { on: day }, given });
    const due = dueFrom(day, choice, asking);
    const stated = project.due[clock];
    return stated === undefined ? due : { ...due, day: stated };
  };
  for (const { stage, since } of Object.values(state.stages)) {
    const within = procedure.stage(stage)?.within;
    const clock = clockOfStage(stage);
    if (within !== undefined) clocks[clock] = { startedOn: since, due: dueOn(since, within, clock), extensions: 0 };
  }
  for (const clock of procedure.clocks) {
    const started = state.taken.findLast(({ step }) => clock.startsWith.includes(step));
    const stopped = state.taken.findLast(({ step }) => clock.stopsWith.includes(step));
    if (started === undefined || (stopped !== undefined && stopped.on >= started.on)) continue;
    clocks[clock.id] = { startedOn: started.on, due: dueOn(started.on, clock.period, clock.id), extensions: 0 };
  }
  return clocks;
}

/** The window that the step before opened and nobody has concluded yet is open still. */
function windowsFrom(procedure: CompiledProcedure, project: RunningProject): Case['windows'] {
  const opening = openingStep(procedure, project);
  if (opening?.opens === undefined || project.closesOn === undefined) return {};
  const window: WindowState = { openedOn: project.since, closesOn: project.closesOn, stage: project.stage };
  return { [opening.opens]: [window] };
}

function openingStep(procedure: CompiledProcedure, project: RunningProject): StepDefinition | undefined {
  return procedure.steps.find((step) => step.opens !== undefined && step.to === project.stage);
}
