import type {
  ClockDefinition,
  FactDefinition,
  FactValue,
  PartyDefinition,
  Procedure,
  StageDefinition,
  StepDefinition,
  WindowDefinition,
} from './model.ts';

/** A procedure with its parts by name, made once when it is loaded. */
export interface CompiledProcedure extends Procedure {
  readonly stage: (id: string) => StageDefinition | undefined;
  readonly step: (id: string) => StepDefinition | undefined;
  readonly windowOf: (id: string) => WindowDefinition | undefined;
  readonly fact: (id: string) => FactDefinition | undefined;
  readonly party: (id: string) => PartyDefinition | undefined;
  readonly clock: (id: string) => ClockDefinition | undefined;
  /** Facts that are the same in every case. */
  readonly fixed: Readonly<Record<string, FactValue>>;
  /** Steps that may be taken from a stage, in the order of the definition. */
  readonly stepsFrom: (stage: string) => readonly StepDefinition[];
  readonly clocksStartedBy: (step: string) => readonly ClockDefinition[];
  readonly clocksStoppedBy: (step: string) => readonly ClockDefinition[];
}

export function compiled(procedure: Procedure): CompiledProcedure {
  const stages = byId(procedure.stages);
  const steps = byId(procedure.steps);
  const windows = byId(procedure.windows);
  const facts = byId(procedure.facts);
  const parties = byId(procedure.parties);
  const clocks = byId(procedure.clocks);
  const from = Map.groupBy(
    procedure.steps.flatMap((step) => step.from.map((stage) => ({ stage, step }))),
    ({ stage }) => stage,
  );
  const stepsFrom = new Map([...from].map(([stage, found]) => [stage, found.map(({ step }) => step)]));
  const starting = clocksBy(procedure, 'startsWith');
  const stopping = clocksBy(procedure, 'stopsWith');
  return {
    ...procedure,
    fixed: Object.fromEntries(procedure.facts.flatMap(({ id, fixed }) => (fixed === undefined ? [] : [[id, fixed]]))),
    stage: (id) => stages.get(id),
    step: (id) => steps.get(id),
    windowOf: (id) => windows.get(id),
    fact: (id) => facts.get(id),
    party: (id) => parties.get(id),
    clock: (id) => clocks.get(id),
    stepsFrom: (stage) => stepsFrom.get(stage) ?? [],
    clocksStartedBy: (step) => starting.get(step) ?? [],
    clocksStoppedBy: (step) => stopping.get(step) ?? [],
  };
}

function byId<Part extends { readonly id: string }>(parts: readonly Part[]): ReadonlyMap<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}

function clocksBy(
  procedure: Procedure,
  occasion: 'startsWith' | 'stopsWith',
): ReadonlyMap<string, readonly ClockDefinition[]> {
  const found = new Map<string, ClockDefinition[]>();
  for (const clock of procedure.clocks)
    for (const step of clock[occasion]) found.set(step, [...(found.get(step) ?? []), clock]);
  return found;
}
