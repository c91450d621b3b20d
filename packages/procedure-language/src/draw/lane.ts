import { type Procedure, type StageDefinition, type StepDefinition, start } from '../model.ts';
import type { InBoth } from '../rule.ts';
import type { DrawnEdge, LaneDrawing } from './drawing.ts';
import { isGathered } from './gathered.ts';
import { idOf, type Leg } from './lane-parts.ts';
import { placeLane } from './place-lane.ts';
import { endsBeside, spineOf } from './spine.ts';

/** One track as a lane at the origin. */
export function laneOf(procedure: Procedure, track: string, begunBy: readonly InBoth[]): LaneDrawing {
  const steps = procedure.steps.filter((step) => step.track === track && !isGathered(step));
  const hasStart = procedure.steps.some((step) => step.track === track && step.from.includes(start));
  const begin = hasStart ? ([start] as const) : [];
  const spine = [...begin, ...spineOf(procedure, track)];
  const ends = procedure.stages.filter((stage) => stage.track === track && endsBeside(stage));
  const places = new Map(spine.map((stage, index) => [idOf(stage), index]));
  const legs = steps.flatMap((step) => step.from.map((from) => legOf(step, from, places)));
  const title = procedure.tracks.find(({ id }) => id === track)?.title ?? { zh: track, en: track };
  return placeLane({ track, title, begunBy, spine, ends: inOrderOfUse(ends, legs, places), legs });
}

function legOf(step: StepDefinition, from: string, places: ReadonlyMap<string, number>): Leg {
  const to = step.to ?? from;
  return { step, from, to, way: from === to ? 'loop' : wayOf(places.get(from), places.get(to)) };
}

function wayOf(from: number | undefined, to: number | undefined): DrawnEdge['way'] {
  if (from === undefined) return 'reopen';
  if (to === undefined) return 'end';
  if (to === from + 1) return 'next';
  return to > from ? 'skip' : 'back';
}

/** Ends beside the lane in the order in which it leads to them; those that only gathered steps reach come last. */
function inOrderOfUse(
  ends: readonly StageDefinition[],
  legs: readonly Leg[],
  places: ReadonlyMap<string, number>,
): readonly StageDefinition[] {
  const first = (id: string): number =>
    Math.min(...legs.filter(({ to }) => to === id).map(({ from }) => places.get(from) ?? 0), Number.MAX_SAFE_INTEGER);
  return ends.toSorted((one, other) => first(one.id) - first(other.id));
}
