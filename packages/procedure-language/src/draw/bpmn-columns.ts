import { type Procedure, type StageDefinition, type StepDefinition, start } from '../model.ts';
import type { InBoth } from '../rule.ts';
import { type Bounds, idOf, type LaneOfActor } from './bpmn-model.ts';
import { isGathered } from './gathered.ts';
import { endsBeside, spineOf } from './spine.ts';

export const taskSize = { width: 120, height: 80 } as const;
export const eventSize = 36;
export const gatewaySize = 50;
const slotHeight = 150;
const columnWidth = 300;
const leftMargin = 130;
const insideSize = { width: 330, height: 120 } as const;

/** Steps of a track as BPMN knows them: in its course, or possible at any time. */
export interface TrackSteps {
  readonly track: string;
  /** Stages with a gateway of their own, in order; `start` is the one before the first. */
  readonly stages: readonly string[];
  readonly inCourse: readonly StepDefinition[];
  /** Event sub-processes. */
  readonly anyTime: readonly StepDefinition[];
}

export function stepsOfTrack(procedure: Procedure, track: string): TrackSteps {
  const steps = procedure.steps.filter((step) => step.track === track);
  const finals = new Set(procedure.stages.filter(({ final }) => final !== undefined).map(({ id }) => id));
  const isAnyTime = (step: StepDefinition): boolean =>
    isGathered(step) && (step.to === undefined || finals.has(step.to));
  const inCourse = steps.filter((step) => !isAnyTime(step));
  const leaves = (id: string): boolean => inCourse.some(({ from }) => from.includes(id));
  const ends = procedure.stages.filter((stage) => stage.track === track && endsBeside(stage));
  const stages = [...spineOf(procedure, track), ...ends].filter((stage: StageDefinition) => {
    // An end is an event; only one that can be reopened is a place from which the case goes on.
    return stage.final === undefined || leaves(stage.id);
  });
  const ids = stages.map(({ id }) => id);
  return {
    track,
    stages: leaves(start) ? [start, ...ids] : ids,
    inCourse,
    anyTime: steps.filter(isAnyTime),
  };
}

/** Where everything of a pool stands. */
export interface Columns {
  readonly lanes: readonly LaneOfActor[];
  readonly bounds: Bounds;
  readonly laneOf: (step: StepDefinition) => string;
  readonly task: ReadonlyMap<string, Bounds>;
  readonly gateway: ReadonlyMap<string, Bounds & { readonly lane: string }>;
  /** The frame of an event sub-process. */
  readonly inside: ReadonlyMap<string, Bounds>;
}

export interface ActorNames {
  readonly keyOf: (step: StepDefinition) => string;
  readonly nameOf: (key: string) => InBoth;
}

/** Stages from left to right, actors from above to below; every task has a place of its own. */
export function columnsOf(steps: TrackSteps, actors: ActorNames, top: number): Columns {
  const keys = [...new Set([...steps.inCourse, ...steps.anyTime].map(actors.keyOf))];
  const column = new Map(steps.stages.map((id, index) => [id, leftMargin + index * columnWidth]));
  const slots = slotsOf(steps, actors);
  const anyTime = Map.groupBy(steps.anyTime, actors.keyOf);
  const widestRow = Math.max(0, ...[...anyTime.values()].map((some) => some.length * (insideSize.width + 30)));
  const width = Math.max(leftMargin + steps.stages.length * columnWidth, leftMargin + widestRow) + 20;
  const lanes: LaneOfActor[] = [];
  const inside = new Map<string, Bounds>();
  let y = top;
  for (const key of keys) {
    const rows = Math.max(1, ...[...slots].filter(([at]) => at.endsWith(` ${key}`)).map(([, some]) => some.length));
    const below = anyTime.get(key) ?? [];
    const rowsHeight = 20 + rows * slotHeight;
    for (const [index, step] of below.entries())
      inside.set(step.id, { ...insideSize, x: leftMargin + index * (insideSize.width + 30), y: y + rowsHeight });
    const height = rowsHeight + (below.length === 0 ? 0 : insideSize.height + 20);
    lanes.push({ id: idOf('lane', steps.track, key), name: actors.nameOf(key), x: 30, y, width: width - 30, height });
    y += height;
  }
  const laneTop = new Map(keys.map((key, index) => [key, lanes[index]?.y ?? top]));
  const task = new Map<string, Bounds>();
  for (const [at, some] of slots) {
    const [stage = '', key = ''] = at.split(' ');
    for (const [index, step] of some.entries()) {
      const taskY = (laneTop.get(key) ?? top) + 30 + index * slotHeight;
      task.set(step.id, { ...taskSize, x: (column.get(stage) ?? 0) + 90, y: taskY });
    }
  }
  return {
    lanes,
    bounds: { x: 0, y: top, width, height: y - top },
    laneOf: (step) => idOf('lane', steps.track, actors.keyOf(step)),
    task,
    gateway: gatewaysOf(steps, { actors, column, laneTop }),
    inside,
  };
}

/** Steps that share a stage and an actor, by both: they stand below each other. */
function slotsOf(steps: TrackSteps, { keyOf }: ActorNames): ReadonlyMap<string, readonly StepDefinition[]> {
  const firstStage = ({ from }: StepDefinition): string => steps.stages.find((id) => from.includes(id)) ?? start;
  return Map.groupBy(steps.inCourse, (step) => `${firstStage(step)} ${keyOf(step)}`);
}

interface Placed {
  readonly actors: ActorNames;
  readonly column: ReadonlyMap<string, number>;
  readonly laneTop: ReadonlyMap<string, number>;
}

function gatewaysOf(steps: TrackSteps, { actors, column, laneTop }: Placed): Columns['gateway'] {
  const [someKey = ''] = laneTop.keys();
  return new Map(
    steps.stages.map((id) => {
      const first = steps.inCourse.find(({ from, by }) => from.includes(id) && by.length > 0);
      const key = first === undefined ? someKey : actors.keyOf(first);
      const y = (laneTop.get(key) ?? 0) + 30 + (taskSize.height - gatewaySize) / 2;
      const lane = idOf('lane', steps.track, key);
      return [id, { x: column.get(id) ?? 0, y, width: gatewaySize, height: gatewaySize, lane }];
    }),
  );
}
