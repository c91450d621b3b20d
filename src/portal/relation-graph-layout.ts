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

/** Neighbours that stand in the same relation. */
export interface GraphGroup {
  /** What the relation is called, shown once beside the first line. */
  readonly name: string;
  /** left: what it replaced; top: what it rests on; right: the rest. */
  readonly side: 'left' | 'top' | 'right';
  /** arrow: replaces; double: adopts; plain: belongs together; dashed: same day. */
  readonly line: 'arrow' | 'double' | 'plain' | 'dashed';
  /** Where the arrow head stands. */
  readonly head: 'neighbour' | 'centre' | 'none';
  readonly nodes: readonly GraphNode[];
}

export interface PlacedNode {
  readonly node: GraphNode;
  readonly group: GraphGroup;
  readonly isFirst: boolean;
  readonly x: number;
  readonly y: number;
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly centre: { readonly x: number; readonly y: number };
  readonly nodes: readonly PlacedNode[];
}

export const nodeSize = { width: 240, height: 52 } as const;
export const graphWidth = 960;
export const mostNodes = 12;
const step = 72;
const mostOnTop = 4;

/** Places the neighbours around the standard, or nothing when they are too many to be read as a drawing. */
export function graphLayout(groups: readonly GraphGroup[]): GraphLayout | undefined {
  const count = groups.reduce((sum, group) => sum + group.nodes.length, 0);
  const top = onSide(groups, 'top');
  if (count === 0 || count > mostNodes || top.length > mostOnTop) return undefined;
  const left = onSide(groups, 'left');
  const right = onSide(groups, 'right');
  const rows = Math.max(left.length, right.length, 1);
  const begin = top.length > 0 ? 78 + step / 2 : 6;
  const height = begin + rows * step - step + nodeSize.height + 6;
  const offset = (n: number) => begin + ((rows - n) * step) / 2;
  return {
    width: graphWidth,
    height,
    centre: { x: (graphWidth - nodeSize.width) / 2, y: begin + ((rows - 1) * step) / 2 },
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

function onSide(groups: readonly GraphGroup[], side: GraphGroup['side']) {
  return groups
    .filter((group) => group.side === side)
    .flatMap((group) => group.nodes.map((node, index) => ({ node, group, isFirst: index === 0 })));
}

function topX(index: number, count: number): number {
  const room = Math.min(nodeSize.width + 10, graphWidth / count);
  return graphWidth / 2 - (count * room) / 2 + index * room + (room - nodeSize.width) / 2;
}
