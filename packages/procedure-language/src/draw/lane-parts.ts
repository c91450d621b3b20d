import type { StageDefinition, StepDefinition, start } from '../model.ts';
import type { InBoth } from '../rule.ts';
import type { DrawnEdge } from './drawing.ts';

/** A step from one stage, with the way its line takes. */
export interface Leg {
  readonly step: StepDefinition;
  readonly from: string;
  readonly to: string;
  readonly way: DrawnEdge['way'];
}

export interface LaneParts {
  readonly track: string;
  readonly title: InBoth;
  readonly begunBy: readonly InBoth[];
  /** From above to below. */
  readonly spine: readonly (StageDefinition | typeof start)[];
  readonly ends: readonly StageDefinition[];
  readonly legs: readonly Leg[];
}

export function idOf(stage: StageDefinition | typeof start): string {
  return typeof stage === 'string' ? stage : stage.id;
}
