import type { Procedure, StepDefinition } from '../model.ts';
import { start } from '../model.ts';
import type { InBoth } from '../rule.ts';
import type { Gathered, Point } from './drawing.ts';
import { spineOf } from './spine.ts';
import { mostLines } from './text-lines.ts';

export interface GatheredBox extends Point {
  readonly width: number;
  readonly height: number;
  readonly entries: readonly Gathered[];
}

/** More stages than this would be as many lines. */
const mostLinesOfOneStep = 2;
export const gatheredWidth = 290;
export const gatheredHead = 40;

/** Whether a step is listed beside the lanes instead of being drawn as lines. */
export function isGathered({ from, to }: StepDefinition): boolean {
  return from.length > mostLinesOfOneStep || (to === undefined && from.length > 1);
}

export function gatheredBox(procedure: Procedure, steps: readonly StepDefinition[], at: Point): GatheredBox {
  const entries: Gathered[] = [];
  let y = at.y + gatheredHead;
  for (const step of steps) {
    const course = courseOf(procedure, step);
    const titleLines = mostLines(step.title, gatheredWidth - 20, 14);
    const height = titleLines * 18 + mostLines(course, gatheredWidth - 20, 13) * 16 + 12;
    const isByTime = step.by.length === 0;
    entries.push({
      step: step.id,
      title: step.title,
      course,
      isByTime,
      x: at.x,
      y,
      width: gatheredWidth,
      height,
      titleLines,
    });
    y += height;
  }
  return { ...at, width: gatheredWidth, height: y - at.y, entries };
}

/** From where to where: a range where the stages follow each other, else the first, the last and how many. */
export function courseOf(procedure: Procedure, step: StepDefinition): InBoth {
  const from = rangeOf(procedure, step);
  const to = procedure.stages.find(({ id }) => id === step.to)?.title;
  if (to === undefined) return from;
  return { zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` };
}

function rangeOf(procedure: Procedure, { from, track }: StepDefinition): InBoth {
  const spine = spineOf(procedure, track).map(({ id }) => id);
  const places = from.map((id) => spine.indexOf(id)).toSorted((one, other) => one - other);
  const titles = from.map((id) => titleOf(procedure, id));
  const [first, last] = [titles[0], titles.at(-1)];
  if (first === undefined || last === undefined) return { zh: '', en: '' };
  if (titles.length <= mostLinesOfOneStep)
    return { zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') };
  const isWhole = places.every((place, index) => index === 0 || place === (places[index - 1] ?? -2) + 1);
  const n = titles.length;
  return isWhole
    ? { zh: `${first.zh}至${last.zh}`, en: `${first.en} to ${last.en}` }
    : { zh: `${first.zh}至${last.zh}之间的 ${n} 个阶段`, en: `${n} stages from ${first.en} to ${last.en}` };
}

function titleOf({ stages }: Procedure, id: string): InBoth {
  if (id === start) return { zh: '开始', en: 'the beginning' };
  return stages.find((stage) => stage.id === id)?.title ?? { zh: id, en: id };
}
