import type { Child } from 'hono/jsx';
import {
  type GraphGroup,
  type GraphLayout,
  type HeadShape,
  nodeSize,
  type PlacedNode,
} from './relation-graph-layout.ts';

interface RelationLineProps {
  readonly placed: PlacedNode;
  readonly layout: GraphLayout;
}

/** The line from the standard in the middle to a neighbour, with the arrow head of its relation. */
export function RelationLine({ placed, layout }: RelationLineProps) {
  const { group } = placed;
  if (group.side === 'top') return <TopLine placed={placed} layout={layout} />;
  const isLeft = group.side === 'left';
  const direction = isLeft ? -1 : 1;
  const from = { x: isLeft ? layout.centre.x : layout.centre.x + nodeSize.width, y: layout.centre.y + placed.bond };
  const to = { x: isLeft ? placed.x + nodeSize.width : placed.x, y: placed.y + nodeSize.height / 2 };
  const gap = roomOf(group) * direction;
  const start = group.head === 'centre' ? from.x + gap : from.x;
  const end = group.head === 'neighbour' ? to.x - gap : to.x;
  const curve = (shift: number) =>
    `M${start} ${from.y + shift}C${from.x + 50 * direction} ${from.y + shift} ${to.x - 60 * direction} ${to.y + shift} ${end} ${to.y + shift}`;
  const isToCentre = group.head === 'centre';
  return (
    <>
      <Stroke group={group} path={curve} />
      <Head group={group} {...(isToCentre ? from : to)} angle={isLeft === isToCentre ? 0 : 180} />
    </>
  );
}

function TopLine({ placed, layout }: RelationLineProps) {
  const { group } = placed;
  const to = { x: placed.x + nodeSize.width / 2, y: placed.y + nodeSize.height };
  const from = { x: layout.centre.x + nodeSize.width / 2, y: layout.centre.y };
  const line = (shift: number) => `M${from.x + shift} ${from.y}L${to.x + shift} ${to.y + roomOf(group)}`;
  return (
    <>
      <Stroke group={group} path={line} />
      <Head group={group} {...to} angle={-90} />
    </>
  );
}

const strokes: Readonly<Record<GraphGroup['line'], string>> = {
  solid: 'k',
  double: 'k',
  dashed: 'k dash',
  dotted: 'k dots',
  dashDotted: 'k dashdot',
};

function Stroke({ group, path }: { readonly group: GraphGroup; readonly path: (shift: number) => string }) {
  return <path class={strokes[group.line]} d={group.line === 'double' ? path(-2) + path(2) : path(0)} />;
}

/** Each shape with its tip at 0 0, pointing to the right, and how far from the tip its line ends. */
const shapes: Readonly<Record<HeadShape, { readonly path: string; readonly class: string; readonly room: number }>> = {
  full: { path: 'M-1 0l-10 -5v10z', class: 'ink', room: 8 },
  hollow: { path: 'M-2 0l-11 -6v12z', class: 'k', room: 13 },
  diamond: { path: 'M-2 0l-8 -5l-8 5l8 5z', class: 'k', room: 18 },
  open: { path: 'M-11 -6L-2 0L-11 6', class: 'k', room: 2 },
};

function roomOf(group: GraphGroup): number {
  return group.head === 'none' ? 0 : shapes[group.shape ?? 'full'].room;
}

interface HeadProps {
  readonly group: GraphGroup;
  readonly x: number;
  readonly y: number;
  readonly angle: 0 | 180 | -90;
}

function Head({ group, x, y, angle }: HeadProps): Child {
  if (group.head === 'none') return null;
  const shape = shapes[group.shape ?? 'full'];
  return (
    <path class={shape.class} stroke-width="1.5" transform={`translate(${x} ${y}) rotate(${angle})`} d={shape.path} />
  );
}
