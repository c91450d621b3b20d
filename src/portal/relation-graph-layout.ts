import type { StatusCode, TierMarkOf } from './register-codes.ts';

/** A neighbour of the standard in the middle. */
export interface GraphNode {
  readonly label: string;
  readonly href?: string | undefined;
  readonly mark: TierMarkOf;
  readonly status?: StatusCode | undefined;
  /** Stands for several standards. */
  readonly count?: number | undefined;
}

export type HeadShape = 'full' | 'hollow' | 'diamond' | 'open';

/** Neighbours that stand in the same relation. */
export interface GraphGroup {
  /** What the relation is called, shown once beside the first line. */
  readonly name: string;
  /** left: what it replaced; top: what it rests on; right: the rest. */
  readonly side: 'left' | 'top' | 'right';
  /** Line and shape of the head together tell the relation without colour; its name stands at the first line. */
  readonly line: 'solid' | 'double' | 'dashed' | 'dotted' | 'dashDotted';
  /** Where the arrow head stands. */
  readonly head: 'neighbour' | 'centre' | 'none';
  /** What the head looks like; full when absent. */
  readonly shape?: HeadShape | undefined;
  readonly nodes: readonly GraphNode[];
  /** Where all of them stand, when only the first are shown. */
  readonly all?: { readonly label: string; readonly href: string } | undefined;
}

export interface PlacedNode {
  readonly node: GraphNode;
  readonly group: GraphGroup;
  readonly isFirst: boolean;
  /** How far below the top of the standard in the middle the lines of its relation begin or end. */
  readonly bond: number;
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number; readonly height: number };
  readonly nodes: readonly PlacedNode[];
}

export const nodeSize = { width: 240, height: 52 } as const;
export const graphWidth = 960;
export const mostNodes = 12;
const step = 72;
const mostOnTop = 4;
/** Room for one arrow head at the standard in the middle: each relation ends at a head of its own. */
const bondStep = 15;

/** Places the neighbours around the standard, or nothing when they are too many to be read as a drawing. */
export function graphLayout(groups: readonly GraphGroup[]): GraphLayout | undefined {
  const count = groups.reduce((sum, group) => sum + group.nodes.length, 0);
  const middle = middleHeight(groups);
  const top = onSide(groups, 'top', middle);
  if (count === 0 || count > mostNodes || top.length > mostOnTop) return undefined;
  const left = onSide(groups, 'left', middle);
  const right = onSide(groups, 'right', middle);
  const rows = Math.max(left.length, right.length, 1);
  const begin = top.length > 0 ? 78 + step / 2 : 6;
  const height = begin + rows * step - step + nodeSize.height + 6;
  const offset = (n: number) => begin + ((rows - n) * step) / 2;
  return {
    width: graphWidth,
    height,
    centre: {
      x: (graphWidth - nodeSize.width) / 2,
      y: begin + ((rows - 1) * step + nodeSize.height - middle) / 2,
      height: middle,
    },
    nodes: [
      ...left.map((entry, index) => ({ ...entry, x: 1, y: offset(left.length) + index * step })),
      ...top.map((entry, index) => ({ ...entry, x: topX(index, top.length), y: 6 })),
      ...right.map((entry, index) => ({
        ...entry,
        x: graphWidth - nodeSize.width - 1,
        y: offset(right.length) + index * step,
      })),
    ],
  };
}

function middleHeight(groups: readonly GraphGroup[]): number {
  const relations = (['left', 'right'] as const).map((side) => groups.filter((group) => group.side === side).length);
  return Math.max(nodeSize.height, (Math.max(...relations) + 1) * bondStep);
}

function onSide(groups: readonly GraphGroup[], side: GraphGroup['side'], middle: number) {
  const ofSide = groups.filter((group) => group.side === side);
  return ofSide.flatMap((group, place) => {
    const bond = (middle * (place + 1)) / (ofSide.length + 1);
    return group.nodes.map((node, index) => ({ node, group, isFirst: index === 0, bond }));
  });
}

function topX(index: number, count: number): number {
  const room = Math.min(nodeSize.width + 10, graphWidth / count);
  return graphWidth / 2 - (count * room) / 2 + index * room + (room - nodeSize.width) / 2;
}
