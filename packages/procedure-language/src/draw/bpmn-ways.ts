import type { Bounds, Flow, FlowNode } from './bpmn-model.ts';
import type { Point } from './drawing.ts';

/** The corners of a flow's line. */
export function wayOf({ from, to }: Flow, nodes: ReadonlyMap<string, FlowNode>): readonly Point[] {
  const source = nodes.get(from);
  const target = nodes.get(to);
  if (source === undefined || target === undefined) throw new Error(`A flow from ${from} to ${to} leads nowhere.`);
  if (source.tag === 'boundaryEvent') return fromEdge(source.bounds, target.bounds);
  return forward(source.bounds, target.bounds);
}

function forward(source: Bounds, target: Bounds): readonly Point[] {
  const begin = { x: source.x + source.width, y: middle(source) };
  const end = { x: target.x, y: middle(target) };
  const isNear = end.x > begin.x && end.x - begin.x < 120;
  if (isNear && begin.y === end.y) return [begin, end];
  if (isNear) return [begin, { x: end.x - 12, y: begin.y }, { x: end.x - 12, y: end.y }, end];
  if (target.x < source.x + source.width && target.x + target.width > source.x && target.y > source.y)
    return [
      { x: source.x + source.width / 2, y: source.y + source.height },
      { x: source.x + source.width / 2, y: target.y },
    ];
  // Along the free strip above the row, past whatever stands between.
  const strip = source.y - 14;
  return [
    begin,
    { x: begin.x + 14, y: begin.y },
    { x: begin.x + 14, y: strip },
    { x: end.x - 14, y: strip },
    { x: end.x - 14, y: end.y },
    end,
  ];
}

/** From a timer on the lower edge of its task. */
function fromEdge(source: Bounds, target: Bounds): readonly Point[] {
  const x = source.x + source.width / 2;
  const bottom = source.y + source.height;
  const end = { x: target.x, y: middle(target) };
  const turn = bottom + 12;
  return [{ x, y: bottom }, { x, y: turn }, { x: end.x - 12, y: turn }, { x: end.x - 12, y: end.y }, end];
}

/** From a task to the start of another pool, below. */
export function messageWay(source: Bounds, target: Bounds): readonly Point[] {
  const from = source.x + source.width / 2;
  const to = target.x + target.width / 2;
  const between = target.y - 24;
  return [
    { x: from, y: source.y + source.height },
    { x: from, y: between },
    { x: to, y: between },
    { x: to, y: target.y },
  ];
}

function middle({ y, height }: Bounds): number {
  return y + height / 2;
}
