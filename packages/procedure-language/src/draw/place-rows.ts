import type { StageDefinition } from '../model.ts';
import { idOf, type LaneParts, type Leg } from './lane-parts.ts';
import {
  belowRoom,
  besideRoom,
  endWidth,
  labelSize,
  lineHeight,
  markRoom,
  nodeWidth,
  startSize,
  titleHeight,
  titleSize,
} from './measures.ts';
import { mostLines } from './text-lines.ts';

/** Where a box of the lane stands from above to below, and where lines leave and enter it. */
export interface Row {
  readonly id: string;
  readonly y: number;
  readonly height: number;
}

export interface Rows {
  readonly rows: ReadonlyMap<string, Row>;
  /** Where a step's line leaves its box. */
  readonly leaves: ReadonlyMap<Leg, number>;
  /** Where lines from one side enter a box. */
  readonly enters: { readonly left: ReadonlyMap<string, number>; readonly right: ReadonlyMap<string, number> };
  /** Base of the last line of words between two boxes. */
  readonly words: ReadonlyMap<Leg, number>;
  readonly height: number;
}

const entering = 14;
const least = 26;

interface Placing {
  readonly parts: LaneParts;
  readonly leaves: Map<Leg, number>;
  readonly words: Map<Leg, number>;
  readonly left: Map<string, number>;
  readonly right: Map<string, number>;
}

/** Places the boxes of a lane below each other, each as high as its lines need, and the ends beside them. */
export function placeRows(parts: LaneParts): Rows {
  const placing: Placing = { parts, leaves: new Map(), words: new Map(), left: new Map(), right: new Map() };
  const rows = new Map<string, Row>();
  let y = 0;
  for (const stage of parts.spine) {
    const id = idOf(stage);
    const height = Math.max(
      boxHeight(stage, nodeWidth - markRoom - 8),
      leftSide(id, y, placing) - y,
      rightSide(id, y, placing) - y,
    );
    rows.set(id, { id, y, height });
    y = wordsBelow(id, y + height, placing);
  }
  const bottom = y - least;
  const endBottom = placeEnds(parts, rows, placing);
  const { leaves, words, left, right } = placing;
  return { rows, leaves, words, enters: { left, right }, height: Math.max(bottom, endBottom) };
}

function boxHeight(stage: LaneParts['spine'][number], room: number): number {
  if (typeof stage === 'string') return startSize;
  const hasCode = stage.code !== undefined || stage.iso !== undefined;
  return 12 + (hasCode ? lineHeight : 0) + mostLines(stage.title, room, titleSize) * titleHeight;
}

/** Lines that go up from the left of a box; the answer is where the last one leaves. */
function leftSide(id: string, top: number, { parts, left, leaves }: Placing): number {
  let y = top + 6;
  if (parts.legs.some(({ to, way }) => to === id && way === 'back')) {
    left.set(id, y + entering / 2);
    y += entering;
  }
  return leaving(id, ['back'], { y, legs: parts.legs, leaves });
}

function rightSide(id: string, top: number, { parts, right, leaves }: Placing): number {
  let y = top + 6;
  if (parts.legs.some(({ to, way }) => to === id && (way === 'skip' || way === 'reopen'))) {
    right.set(id, y + entering / 2);
    y += entering;
  }
  return leaving(id, ['loop', 'skip', 'end'], { y, legs: parts.legs, leaves });
}

function leaving(
  id: string,
  ways: readonly Leg['way'][],
  { y, legs, leaves }: { readonly y: number; readonly legs: readonly Leg[]; readonly leaves: Map<Leg, number> },
): number {
  let at = y;
  for (const leg of legs) {
    if (leg.from !== id || !ways.includes(leg.way)) continue;
    at += mostLines(leg.step.title, besideRoom, labelSize) * lineHeight + 7;
    leaves.set(leg, at - 2);
  }
  return at + 6;
}

/** The words of the steps to the next box stand between the two. */
function wordsBelow(id: string, bottom: number, { parts, words }: Placing): number {
  let y = bottom + 4;
  for (const leg of parts.legs) {
    if (leg.from !== id || leg.way !== 'next') continue;
    y += mostLines(leg.step.title, belowRoom, labelSize) * lineHeight;
    words.set(leg, y);
  }
  return Math.max(bottom + least, y + 12);
}

function placeEnds(parts: LaneParts, rows: Map<string, Row>, { leaves, words, right }: Placing): number {
  let free = 0;
  for (const end of parts.ends) {
    const height = boxHeight(end, endWidth - markRoom - 8) + 8;
    const arrivals = parts.legs.flatMap((leg) => (leg.to === end.id ? (leaves.get(leg) ?? []) : []));
    const wanted = arrivals.length === 0 ? free : Math.round(Math.min(...arrivals) - height / 2);
    const y = Math.max(free, wanted);
    rows.set(end.id, { id: end.id, y, height });
    right.set(end.id, arrivals.length === 1 && y === wanted ? (arrivals[0] ?? y) : y + Math.round(height / 2));
    free = reopening(end, y + height, { parts, leaves, words }) + 16;
  }
  return free - 16;
}

/** Steps that reopen leave an end at its foot; their words stand under it. */
function reopening(
  end: StageDefinition,
  bottom: number,
  { parts, leaves, words }: Pick<Placing, 'parts' | 'leaves' | 'words'>,
): number {
  let y = bottom + 2;
  for (const leg of parts.legs) {
    if (leg.from !== end.id || leg.way !== 'reopen') continue;
    leaves.set(leg, bottom - 6);
    y += mostLines(leg.step.title, endWidth, labelSize) * lineHeight;
    words.set(leg, y);
  }
  return y;
}
