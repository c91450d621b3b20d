import type { Case } from '../case.ts';
import { trackAndStage } from '../effects.ts';
import { type Procedure, start } from '../model.ts';

/** Where a case stands: the stage of each track that has begun, and the steps that were taken. */
export interface Position {
  readonly stages: Readonly<Record<string, string>>;
  readonly taken: readonly string[];
}

/** The position of a running case, for its drawing. */
export function positionOf({ stages, taken }: Pick<Case, 'stages' | 'taken'>): Position {
  return {
    stages: Object.fromEntries(Object.entries(stages).map(([track, { stage }]) => [track, stage])),
    taken: taken.map(({ step }) => step),
  };
}

export type StageState = 'done' | 'now' | 'open';

/** State of each stage: passed, where the case stands, or not reached. */
export function statesAt(procedure: Procedure, position: Position): ReadonlyMap<string, StageState> {
  const taken = new Set(position.taken);
  const states = new Map<string, StageState>();
  for (const { id, to, starts } of procedure.steps) {
    if (!taken.has(id)) continue;
    for (const stage of [to, ...starts.map((name) => trackAndStage(name).to)])
      if (stage !== undefined) states.set(stage, 'done');
  }
  if (taken.size > 0) states.set(start, 'done');
  for (const stage of Object.values(position.stages)) states.set(stage, 'now');
  return states;
}
