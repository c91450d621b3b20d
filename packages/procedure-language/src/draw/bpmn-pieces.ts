import type { Procedure } from '../model.ts';
import type { InBoth } from '../rule.ts';
import { type Columns, eventSize, type TrackSteps } from './bpmn-columns.ts';
import { type Flow, type FlowNode, idOf } from './bpmn-model.ts';

/** What a pool is built from. */
export interface Building {
  readonly procedure: Procedure;
  readonly steps: TrackSteps;
  readonly columns: Columns;
}

export function flowFrom(from: string, to: string): Flow {
  return { id: idOf('flow', from, to), from, to };
}

export function endEvent(
  id: string,
  name: InBoth,
  { lane, at }: { readonly lane: string; readonly at: { readonly x: number; readonly y: number } },
): FlowNode {
  return { id, tag: 'endEvent', name, lane, bounds: { ...at, width: eventSize, height: eventSize } };
}

/** The rules that give a clock its length; the clock of a stage is its own time. */
export function rulesOfClock({ clocks, stages, steps }: Procedure, clock: string | undefined): readonly string[] {
  const period = clocks.find(({ id }) => id === clock)?.period;
  const within = stages.find(({ id }) => `stage:${id}` === clock)?.within;
  const suspension = clock === 'suspension' ? steps.flatMap(({ suspends }) => suspends?.within ?? []) : [];
  return [...new Set([...(period ?? within ?? []), ...suspension].map(({ rule }) => rule))];
}
