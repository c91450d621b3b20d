import { type StageDefinition, start } from '../model.ts';
import type { DrawnEdge, DrawnNode, LaneDrawing, Point } from './drawing.ts';
import { idOf, type LaneParts, type Leg } from './lane-parts.ts';
import { belowRoom, besideRoom, channelStep, endWidth, labelSize, nodeWidth, startSize } from './measures.ts';
import { placeRows, type Row, type Rows } from './place-rows.ts';
import { widest } from './text-lines.ts';

/** Where the columns of a lane stand from left to right. */
interface Columns {
  readonly boxes: number;
  readonly ends: number;
  readonly width: number;
  /** Where the line to a target runs up or down. */
  readonly left: ReadonlyMap<string, number>;
  readonly right: ReadonlyMap<string, number>;
}

export function placeLane(parts: LaneParts): LaneDrawing {
  const rows = placeRows(parts);
  const columns = columnsOf(parts, rows);
  const { track, title, begunBy } = parts;
  return {
    lane: { track, title, begunBy, x: 0, y: 0, width: columns.width, height: rows.height },
    nodes: [
      ...parts.spine.flatMap((stage) => nodeOf(stage, parts, rows.rows.get(idOf(stage)), { x: columns.boxes })),
      ...parts.ends.flatMap((stage) => nodeOf(stage, parts, rows.rows.get(stage.id), { x: columns.ends, isEnd: true })),
    ],
    edges: parts.legs.map((leg) => edgeOf(leg, parts, { rows, columns })),
  };
}

function columnsOf({ legs, ends }: LaneParts, rows: Rows): Columns {
  const of = (ways: readonly Leg['way'][]): readonly Leg[] => legs.filter(({ way }) => ways.includes(way));
  const room = (some: readonly Leg[], most: number): number =>
    Math.max(0, ...some.map(({ step }) => widest(step.title, most, labelSize)));
  const back = targetsOf(of(['back']), rows);
  const ahead = targetsOf(of(['skip', 'end', 'reopen']), rows);
  const leftRoom = back.length === 0 ? 0 : room(of(['back']), besideRoom) + 16;
  const boxes = leftRoom + back.length * channelStep;
  const belowWidth = room(of(['next']), belowRoom) + 14 - nodeWidth / 2;
  const rightRoom = Math.max(room(of(['skip', 'end', 'loop']), besideRoom) + 24, belowWidth);
  const firstRight = boxes + nodeWidth + rightRoom;
  const afterRight = firstRight + ahead.length * channelStep;
  return {
    boxes,
    ends: afterRight + 12,
    width: ends.length === 0 ? afterRight : afterRight + 12 + endWidth,
    left: new Map(back.map((id, index) => [id, boxes - leftRoom - index * channelStep])),
    right: new Map(ahead.map((id, index) => [id, firstRight + index * channelStep])),
  };
}

/** Targets by how far their lines run, the nearest first, so that long lines run around short ones. */
function targetsOf(legs: readonly Leg[], { rows }: Rows): readonly string[] {
  const y = (id: string): number => rows.get(id)?.y ?? 0;
  const span = new Map<string, number>();
  for (const { from, to } of legs) span.set(to, Math.max(span.get(to) ?? 0, Math.abs(y(from) - y(to))));
  return [...span].toSorted(([, one], [, other]) => one - other).map(([id]) => id);
}

function nodeOf(
  stage: StageDefinition | typeof start,
  { track }: LaneParts,
  row: Row | undefined,
  { x, isEnd }: { readonly x: number; readonly isEnd?: true },
): readonly DrawnNode[] {
  if (row === undefined) return [];
  const { y, height } = row;
  if (typeof stage === 'string') {
    const title = { zh: '开始', en: 'beginning' };
    const middle = x + (nodeWidth - startSize) / 2;
    const size = { width: startSize, height: startSize };
    return [{ id: start, track, kind: 'start', x: middle, y: y + height - startSize, ...size, title }];
  }
  const { id, title, code, iso, final } = stage;
  return [
    {
      id,
      track,
      kind: final === undefined ? 'stage' : 'end',
      x,
      y,
      width: isEnd ? endWidth : nodeWidth,
      height,
      title,
      ...(code === undefined ? {} : { code }),
      ...(iso === undefined ? {} : { iso }),
      ...(final === undefined ? {} : { final }),
    },
  ];
}

interface Grid {
  readonly rows: Rows;
  readonly columns: Columns;
}

function edgeOf(leg: Leg, { track }: LaneParts, grid: Grid): DrawnEdge {
  const { step, from, to, way } = leg;
  const isByTime = step.by.length === 0;
  return { step: step.id, from, to, track, title: step.title, way, isByTime, ...courseOf(leg, grid) };
}

function courseOf(leg: Leg, grid: Grid): Pick<DrawnEdge, 'points' | 'label'> {
  switch (leg.way) {
    case 'next':
      return downwards(leg, grid);
    case 'loop':
      return within(leg, grid);
    case 'back':
      return upwards(leg, grid);
    case 'skip':
    case 'end':
      return beside(leg, grid);
    case 'reopen':
      return reopened(leg, grid);
  }
}

function downwards(leg: Leg, { rows, columns }: Grid): Pick<DrawnEdge, 'points' | 'label'> {
  const x = columns.boxes + nodeWidth / 2;
  const above = rows.rows.get(leg.from);
  const points = [
    { x, y: (above?.y ?? 0) + (above?.height ?? 0) },
    { x, y: rows.rows.get(leg.to)?.y ?? 0 },
  ];
  return { points, label: { x: x + 10, y: rows.words.get(leg) ?? 0, room: belowRoom, anchor: 'start' } };
}

function within(leg: Leg, { rows, columns }: Grid): Pick<DrawnEdge, 'points' | 'label'> {
  const y = rows.leaves.get(leg) ?? 0;
  const x = columns.boxes + nodeWidth;
  const points = [
    { x, y: y - 12 },
    { x: x + 12, y: y - 12 },
    { x: x + 12, y: y - 2 },
    { x, y: y - 2 },
  ];
  return { points, label: { x: x + 18, y: y - 3, room: besideRoom, anchor: 'start' } };
}

function upwards(leg: Leg, { rows, columns }: Grid): Pick<DrawnEdge, 'points' | 'label'> {
  const y = rows.leaves.get(leg) ?? 0;
  const x = columns.boxes;
  const points = along({ x, y }, columns.left.get(leg.to) ?? 0, { x, y: rows.enters.left.get(leg.to) ?? 0 });
  return { points, label: { x: x - 8, y: y - 4, room: besideRoom, anchor: 'end' } };
}

function beside(leg: Leg, { rows, columns }: Grid): Pick<DrawnEdge, 'points' | 'label'> {
  const y = rows.leaves.get(leg) ?? 0;
  const x = columns.boxes + nodeWidth;
  const begin = { x: leg.from === start ? columns.boxes + (nodeWidth + startSize) / 2 : x, y };
  const target = { x: leg.way === 'end' ? columns.ends : x, y: rows.enters.right.get(leg.to) ?? 0 };
  const points = along(begin, columns.right.get(leg.to) ?? 0, target);
  return { points, label: { x: x + 8, y: y - 4, room: besideRoom, anchor: 'start' } };
}

function reopened(leg: Leg, { rows, columns }: Grid): Pick<DrawnEdge, 'points' | 'label'> {
  const begin = { x: columns.ends, y: rows.leaves.get(leg) ?? 0 };
  const target = { x: columns.boxes + nodeWidth, y: rows.enters.right.get(leg.to) ?? 0 };
  const label = { x: columns.ends, y: rows.words.get(leg) ?? 0, room: endWidth, anchor: 'start' as const };
  return { points: along(begin, columns.right.get(leg.to) ?? 0, target), label };
}

/** From one point to another by a line that runs up or down in between. */
function along(begin: Point, channel: number, target: Point): readonly Point[] {
  return [begin, { x: channel, y: begin.y }, { x: channel, y: target.y }, target];
}
