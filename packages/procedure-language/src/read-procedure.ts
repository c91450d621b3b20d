import { type CompiledProcedure, compiled } from './compiled.ts';
import { type FileMistake, readYamlText } from './mistake.ts';
import type { Procedure, StepDefinition } from './model.ts';
import type { Jurisdiction } from './rule.ts';
import { procedureShape, type WrittenProcedure, type WrittenStep } from './shape.ts';

export interface ProcedureRead {
  readonly procedure?: CompiledProcedure;
  readonly mistakes: readonly FileMistake[];
  /** Line of a step, stage or other part, by the path at which it is written. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
}

/** Reads one definition; whether it holds together is asked by `checkProcedure`. */
export function readProcedure(file: string, text: string): ProcedureRead {
  const { value, mistakes, lineOf } = readYamlText(file, text, procedureShape);
  return value === undefined ? { mistakes, lineOf } : { procedure: compiled(procedureOf(value)), mistakes, lineOf };
}

function procedureOf(written: WrittenProcedure): Procedure {
  const { parties, facts, windows, clocks, tracks, inForce, jurisdiction, ...rest } = written;
  const { until } = inForce;
  return {
    ...rest,
    inForce: { from: inForce.from, ...(until === undefined ? {} : { until }) },
    jurisdiction: jurisdictionOf(jurisdiction),
    parties: named(parties),
    facts: named(facts),
    windows: named(windows),
    clocks: named(clocks),
    tracks: Object.entries(tracks).map(([id, { title }]) => ({ id, title })),
    stages: Object.entries(tracks).flatMap(([track, { stages }]) =>
      named(stages).map((stage) => ({ ...stage, track })),
    ),
    steps: Object.entries(tracks).flatMap(([track, { steps, groups }]) =>
      Object.entries(steps).map(([id, step]) => {
        const from = step.from.flatMap((stage) => groups[stage] ?? [stage]);
        return stepOf({ ...step, from }, { id, track });
      }),
    ),
  };
}

function named<Part extends object>(
  parts: Readonly<Record<string, Part>>,
): readonly (Part & { readonly id: string })[] {
  return Object.entries(parts).map(([id, part]) => ({ ...part, id }));
}

function jurisdictionOf(text: string): Jurisdiction {
  const [kind, code = ''] = text.split(':');
  return kind === 'region' ? `region:${code}` : kind === 'department' ? `department:${code}` : 'nation';
}

function stepOf(written: WrittenStep, place: { readonly id: string; readonly track: string }): StepDefinition {
  return { ...withoutAbsent(written), ...place };
}

type Present<Whole> = { [Name in keyof Whole]: Exclude<Whole[Name], undefined> };

/** What is not written is not there: no member that is undefined. */
function withoutAbsent<Whole extends object>(whole: Whole): Present<Whole> {
  // One cast at the typed edge: members that are undefined are taken away.
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Present<Whole>;
}
