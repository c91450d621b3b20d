import type { Procedure } from '../model.ts';
import type { InBoth } from '../rule.ts';
import type { DrawnEdge, DrawnLane, DrawnNode, Gathered, Layout, Point } from './drawing.ts';
import { gatheredHead } from './gathered.ts';
import { labelSize, lineHeight, markRoom, titleHeight, titleSize } from './measures.ts';
import { type Position, type StageState, statesAt } from './position.ts';
import { linesOf } from './text-lines.ts';

export type DrawingLanguage = 'zh-Hans' | 'en';

/** One element of a drawing: its look is a class of the house, never a style. */
export interface Mark {
  readonly tag: 'rect' | 'circle' | 'path' | 'text';
  readonly look: string;
  readonly at: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

export interface Drawn {
  readonly lang: DrawingLanguage;
  readonly procedure: Procedure;
  /** Where a case stands; without it no stage is passed. */
  readonly position?: Position;
}

/** The elements of a drawing in the order in which they are drawn. */
export function marksOf(layout: Layout, drawn: Drawn): readonly Mark[] {
  const states = drawn.position === undefined ? nothing : statesAt(drawn.procedure, drawn.position);
  const taken = new Set(drawn.position?.taken);
  const hasTime = layout.edges.some(({ isByTime }) => isByTime);
  const { lang } = drawn;
  const edges = layout.edges.toSorted((one, other) => Number(taken.has(one.step)) - Number(taken.has(other.step)));
  return [
    ...edges.flatMap((edge) => lineMarks(edge, taken.has(edge.step))),
    ...edges.flatMap((edge) => wordMarks(edge, lang, taken.has(edge.step))),
    ...layout.nodes.flatMap((node) => nodeMarks(node, lang, states.get(node.id) ?? 'open')),
    ...layout.lanes.flatMap((lane, index) => laneMarks(lane, lang, index === 0 && hasTime)),
    ...gatheredMarks(layout.gathered, lang, taken),
  ];
}

const nothing: ReadonlyMap<string, StageState> = new Map();

export function inLanguage({ zh, en }: InBoth, lang: DrawingLanguage): string {
  return lang === 'en' ? en : zh;
}

function lineMarks({ points, isByTime }: DrawnEdge, isTaken: boolean): readonly Mark[] {
  const d = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const look = `${isTaken ? 'k' : 'l'}${isByTime ? ' dash' : ''}`;
  return [
    { tag: 'path', look, at: { d, 'stroke-width': isTaken ? 2.5 : 1.25 } },
    { tag: 'path', look: isTaken ? 'ink' : 'midf', at: { d: headAt(points) } },
  ];
}

/** The head of an arrow at the last point, in the direction of the last part. */
function headAt(points: readonly Point[]): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const before = points.at(-2) ?? end;
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const back = { x: end.x - dx * 8, y: end.y - dy * 8 };
  return `M${end.x} ${end.y}L${back.x - dy * 4} ${back.y - dx * 4}L${back.x + dy * 4} ${back.y + dx * 4}Z`;
}

function wordMarks({ title, label }: DrawnEdge, lang: DrawingLanguage, isTaken: boolean): readonly Mark[] {
  const lines = linesOf(inLanguage(title, lang), label.room, labelSize);
  return lines.map((text, index) => ({
    tag: 'text',
    look: isTaken ? 'h' : 's h',
    at: { x: label.x, y: label.y - (lines.length - 1 - index) * lineHeight, 'text-anchor': label.anchor },
    text,
  }));
}

function nodeMarks(node: DrawnNode, lang: DrawingLanguage, state: StageState): readonly Mark[] {
  const { x, y, width, height, kind } = node;
  if (kind === 'start') {
    const at = { cx: x + width / 2, cy: y + height / 2, r: width / 2 - 1, 'stroke-width': 2 };
    return [{ tag: 'circle', look: state === 'open' ? 'leaff k' : 'ink', at }];
  }
  const code = [node.code, node.iso].filter((one) => one !== undefined).join(' · ');
  const title = linesOf(inLanguage(node.title, lang), width - markRoom - 8, titleSize);
  const first = y + 6 + (code === '' ? 0 : lineHeight);
  const border = state === 'now' || kind === 'end' ? 2.5 : 1;
  return [
    {
      tag: 'rect',
      look: state === 'open' ? 'leaff l' : 'leaff k',
      at: { x, y, width, height, 'stroke-width': border },
    },
    stateMark({ x: x + markRoom / 2, y: y + 17 }, state),
    ...(code === '' ? [] : [{ tag: 'text', look: 's', at: { x: x + markRoom, y: y + 17 }, text: code } as const]),
    ...title.map(
      (text, index): Mark => ({
        tag: 'text',
        look: state === 'now' ? 'b' : '',
        at: { x: x + markRoom, y: first + 14 + index * titleHeight },
        text,
      }),
    ),
  ];
}

/** Done full, now a thick ring, the rest empty. */
function stateMark({ x, y }: Point, state: StageState): Mark {
  const at = { cx: x, cy: y };
  if (state === 'done') return { tag: 'circle', look: 'ink', at: { ...at, r: 7 } };
  if (state === 'now') return { tag: 'circle', look: 'k', at: { ...at, r: 7, 'stroke-width': 4 } };
  return { tag: 'circle', look: 'l', at: { ...at, r: 6, 'stroke-width': 2 } };
}

function laneMarks({ x, y, title, begunBy }: DrawnLane, lang: DrawingLanguage, isExplained: boolean): readonly Mark[] {
  const begins = begunBy.map((one) => inLanguage(one, lang)).join(lang === 'en' ? ', ' : '、');
  const notes = [
    ...(begins === '' ? [] : [lang === 'en' ? `begins with: ${begins}` : `始于：${begins}`]),
    ...(isExplained ? [lang === 'en' ? 'dashed: when the time is over' : '虚线：到期'] : []),
  ];
  return [
    { tag: 'text', look: 'b', at: { x, y: y - 30 }, text: inLanguage(title, lang) },
    ...notes.map((text): Mark => ({ tag: 'text', look: 's', at: { x, y: y - 14 }, text })),
  ];
}

function gatheredMarks(
  entries: readonly Gathered[],
  lang: DrawingLanguage,
  taken: ReadonlySet<string>,
): readonly Mark[] {
  const [first] = entries;
  if (first === undefined) return [];
  const head = lang === 'en' ? 'Possible from many stages' : '多个阶段均可办理';
  return [
    { tag: 'text', look: 'b', at: { x: first.x, y: first.y - gatheredHead + 16 }, text: head },
    ...entries.flatMap((entry) => entryMarks(entry, lang, taken.has(entry.step))),
  ];
}

function entryMarks(entry: Gathered, lang: DrawingLanguage, isTaken: boolean): readonly Mark[] {
  const { x, y, width, height } = entry;
  const title = linesOf(inLanguage(entry.title, lang), width - 20, titleSize);
  const course = linesOf(inLanguage(entry.course, lang), width - 20, labelSize);
  const look = `${isTaken ? 'k' : 'l'}${entry.isByTime ? ' dash' : ''}`;
  return [
    { tag: 'path', look, at: { d: `M${x + 1} ${y}L${x + 1} ${y + height - 8}`, 'stroke-width': isTaken ? 4 : 2 } },
    ...title.map(
      (text, index): Mark => ({
        tag: 'text',
        look: isTaken ? 'b' : '',
        at: { x: x + 12, y: y + 13 + index * titleHeight },
        text,
      }),
    ),
    ...course.map(
      (text, index): Mark => ({
        tag: 'text',
        look: 's',
        at: { x: x + 12, y: y + 12 + title.length * titleHeight + index * 16 },
        text,
      }),
    ),
  ];
}
