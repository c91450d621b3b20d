import type { Procedure, StepDefinition } from '../model.ts';
import type { InBoth } from '../rule.ts';
import type { LaneDrawing, Layout, Point } from './drawing.ts';
import { gatheredBox, isGathered } from './gathered.ts';
import { laneOf } from './lane.ts';

const gap = 28;
const headHeight = 46;

/**
 * Lays a definition out: each track as a lane from above to below in the order of stage codes, the first lane on the left and
 * the others under each other beside it; steps possible from many stages are gathered in a list instead of many lines.
 */
export function layoutOf(procedure: Procedure): Layout {
  const [main, ...others] = procedure.tracks.map(({ id }) => laneOf(procedure, id, begunBy(procedure, id)));
  if (main === undefined) throw new Error(`The procedure ${procedure.id} has no track.`);
  const beside = main.lane.width + gap;
  let below = 0;
  const placed = [moved(main, 0, headHeight)];
  for (const lane of others) {
    placed.push(moved(lane, beside, below + headHeight));
    below += lane.lane.height + headHeight + gap;
  }
  const steps = procedure.steps.filter(isGathered);
  const box = steps.length === 0 ? undefined : gatheredBox(procedure, steps, { x: beside, y: below });
  const lanes = placed.map(({ lane }) => lane);
  const ends = [...lanes, ...(box === undefined ? [] : [box])];
  return {
    procedure: procedure.id,
    title: procedure.title,
    width: Math.max(...ends.map(({ x, width }) => x + width)) + 1,
    height: Math.max(...ends.map(({ y, height }) => y + height)) + 2,
    lanes,
    nodes: placed.flatMap(({ nodes }) => nodes),
    edges: placed.flatMap(({ edges }) => edges),
    gathered: box?.entries ?? [],
  };
}

function moved({ lane, nodes, edges }: LaneDrawing, dx: number, dy: number): LaneDrawing {
  const shift = <Placed extends Point>(one: Placed): Placed => ({ ...one, x: one.x + dx, y: one.y + dy });
  return {
    lane: shift(lane),
    nodes: nodes.map(shift),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(shift), label: shift(edge.label) })),
  };
}

function begunBy({ steps }: Procedure, track: string): readonly InBoth[] {
  const begins = ({ starts }: StepDefinition): boolean => starts.some((name) => name.startsWith(`${track}:`));
  return steps.filter(begins).map(({ title }) => title);
}
