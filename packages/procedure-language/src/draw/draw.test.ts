import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSound, sample } from '../../tests/support/sample.ts';
import type { CompiledProcedure } from '../compiled.ts';
import type { DrawnNode } from './drawing.ts';
import { isGathered } from './gathered.ts';
import { layoutOf } from './layout.ts';
import { marksOf } from './marks.ts';
import { mermaidOf, quoted } from './mermaid.ts';
import { statesAt } from './position.ts';
import { svgOf } from './svg.ts';
import { linesOf, textWidth } from './text-lines.ts';

const folder = join(import.meta.dirname, '../../../../definitions/procedures');
const definitions: readonly (readonly [string, CompiledProcedure])[] = [
  ['sample', sample],
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readSound(readFileSync(join(folder, name), 'utf8'))] as const),
];

const overlap = (one: DrawnNode, other: DrawnNode): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe.each(definitions)('the drawing of %s', (_, procedure) => {
  const layout = layoutOf(procedure);

  test('has a box for every stage, and no box lies upon another or leaves the sheet', () => {
    const stages = layout.nodes.filter(({ kind }) => kind !== 'start').map(({ id }) => id);
    expect(stages.toSorted()).toEqual(procedure.stages.map(({ id }) => id).toSorted());
    for (const [index, node] of layout.nodes.entries()) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width).toBeLessThanOrEqual(layout.width);
      expect(node.y + node.height).toBeLessThanOrEqual(layout.height);
      for (const other of layout.nodes.slice(index + 1))
        expect(overlap(node, other), `${node.id} ${other.id}`).toBe(false);
    }
  });

  test('has every step once: as lines, or in the list beside', () => {
    const drawn = new Set([...layout.edges, ...layout.gathered].map(({ step }) => step));
    expect([...drawn].toSorted()).toEqual(procedure.steps.map(({ id }) => id).toSorted());
    for (const { id, from } of procedure.steps.filter((step) => !isGathered(step)))
      expect(layout.edges.filter(({ step }) => step === id)).toHaveLength(from.length);
    expect(layout.gathered.map(({ step }) => step)).toEqual(procedure.steps.filter(isGathered).map(({ id }) => id));
  });

  test('has lines that begin at their stage, end at their stage and stay on the sheet', () => {
    const nodes = new Map(layout.nodes.map((node) => [`${node.track} ${node.id}`, node]));
    for (const { step, track, from, to, points } of layout.edges) {
      for (const [stage, point] of [
        [from, points[0]],
        [to, points.at(-1)],
      ] as const) {
        const box = nodes.get(`${track} ${stage}`);
        if (box === undefined || point === undefined) throw new Error(`${step}: ${stage} is not drawn.`);
        const isOnEdge =
          (Math.abs(point.x - box.x) < 0.01 || Math.abs(point.x - box.x - box.width) < 0.01
            ? point.y >= box.y && point.y <= box.y + box.height
            : false) ||
          (Math.abs(point.y - box.y) < 0.01 || Math.abs(point.y - box.y - box.height) < 0.01
            ? point.x >= box.x && point.x <= box.x + box.width
            : false);
        expect(isOnEdge, `${step} at ${stage}`).toBe(true);
      }
      for (const { x, y } of points)
        expect(x >= 0 && x <= layout.width && y >= 0 && y <= layout.height, step).toBe(true);
    }
  });

  test('stands in the order of stage codes from above to below', () => {
    const main = layout.nodes.filter(
      ({ track, x }) => track === 'main' && x === layout.nodes.find(({ kind }) => kind === 'stage')?.x,
    );
    const codes = main.toSorted((one, other) => one.y - other.y).flatMap(({ code }) => code ?? []);
    expect(codes).toEqual(codes.toSorted());
  });

  test.each(['zh-Hans', 'en'] as const)('in %s keeps the words of a box inside it', (lang) => {
    const texts = marksOf(layout, { procedure, lang }).filter(({ tag }) => tag === 'text');
    for (const { at, text = '' } of texts)
      for (const node of layout.nodes)
        if (
          Number(at['x']) > node.x &&
          Number(at['x']) < node.x + node.width &&
          Number(at['y']) > node.y &&
          Number(at['y']) < node.y + node.height &&
          node.kind !== 'start'
        )
          expect(Number(at['x']) + textWidth(text, 14), `${text} in ${node.id}`).toBeLessThanOrEqual(
            node.x + node.width + 2,
          );
  });

  test('is the same every time, well formed and without style', () => {
    const svg = svgOf(layoutOf(procedure), { procedure, lang: 'zh-Hans' });
    expect(svgOf(layout, { procedure, lang: 'zh-Hans' })).toBe(svg);
    expect(svg).not.toMatch(/\sstyle=|<style|NaN|undefined/);
    expect(wellFormed(svg)).toBe(true);
  });

  test.each(['zh-Hans', 'en'] as const)(
    'as Mermaid in %s has only lines that Mermaid reads, and names nothing that is not there',
    (lang) => {
      expect(mermaidMistakes(mermaidOf(procedure, lang))).toEqual([]);
    },
  );
});

test('a position shows what is done, where the case stands, and the steps taken', () => {
  const position = { stages: { main: 'answering' }, taken: ['propose', 'ask', 'enter-comments'] };
  expect(Object.fromEntries(statesAt(sample, position))).toEqual({
    start: 'done',
    drafting: 'done',
    commenting: 'done',
    answering: 'now',
  });
  const layout = layoutOf(sample);
  const looks = (marks: ReturnType<typeof marksOf>) => ({
    full: marks.filter(({ tag, look }) => tag === 'circle' && look === 'ink').length,
    rings: marks.filter(({ tag, look, at }) => tag === 'circle' && look === 'k' && at['stroke-width'] === 4).length,
    empty: marks.filter(({ tag, look }) => tag === 'circle' && look === 'l').length,
    taken: marks.filter(({ tag, look, at }) => tag === 'path' && look === 'k' && at['stroke-width'] === 2.5).length,
  });
  expect(looks(marksOf(layout, { procedure: sample, lang: 'en', position }))).toEqual({
    full: 3,
    rings: 1,
    empty: 9,
    taken: 3,
  });
  expect(looks(marksOf(layout, { procedure: sample, lang: 'en' }))).toEqual({ full: 0, rings: 0, empty: 12, taken: 0 });
});

test('hostile words stay words in every drawing', () => {
  const title = { zh: '“<script>"&]|end;#`', en: '"]-->x[("<b>' };
  const [first, ...rest] = sample.stages;
  if (first === undefined) throw new Error('no stage');
  const hostile = { ...sample, stages: [{ ...first, title }, ...rest] };
  const svg = svgOf(layoutOf(hostile), { procedure: hostile, lang: 'zh-Hans' });
  expect(wellFormed(svg)).toBe(true);
  expect(svg).not.toContain('<script');
  for (const lang of ['zh-Hans', 'en'] as const) expect(mermaidMistakes(mermaidOf(hostile, lang))).toEqual([]);
  expect(quoted('a"b')).toBe('"a#34;b"');
});

test('a text is cut between words and between Chinese characters, and nothing is lost', () => {
  expect(linesOf('Ask for comments again', 60, 13)).toEqual(['Ask for', 'comments', 'again']);
  expect(linesOf('表决未通过，退回提出单位', 80, 13).join('')).toBe('表决未通过，退回提出单位');
  expect(linesOf('', 80, 13)).toEqual([]);
});

/** Tags are closed in order, attributes are quoted, and no sign stands bare. */
export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  const rest = xml
    .replace(/^<\?xml[^?]*\?>\s*/, '')
    .replaceAll(
      /<(\/?)([A-Za-z][\w:]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
      (_, closes: string, name: string, __, empty: string) => {
        if (closes === '/') {
          if (open.pop() !== name) throw new Error(`${name} is closed out of order.`);
        } else if (empty !== '/') open.push(name);
        return '';
      },
    );
  return open.length === 0 && !/[<>]|&(?!(?:amp|lt|gt|quot|#\d+);)/.test(rest);
}

/** Lines outside the part of Mermaid's grammar that drawings use, and names that no line declares. */
function mermaidMistakes(text: string): readonly string[] {
  const string = '"[^"\\n<>`]*"';
  const name = '[a-z]+_[a-z0-9_]+';
  const shapes = [`\\[${string}\\]`, `\\(\\[${string}\\]\\)`, `\\(\\(${string}\\)\\)`, `\\{\\{${string}\\}\\}`].join(
    '|',
  );
  const node = new RegExp(`^ +(${name})(?:${shapes})$`);
  const edge = new RegExp(`^ +(${name}) (?:-->|-\\.->)(?:\\|${string}\\|)? (${name})$`);
  const frame = new RegExp(`^ +subgraph ${name}\\[${string}\\]$`);
  const [head, ...lines] = text.trimEnd().split('\n');
  const declared = new Set(lines.flatMap((line) => node.exec(line)?.[1] ?? []));
  let depth = 0;
  const wrong = lines.filter((line) => {
    if (frame.test(line)) depth++;
    else if (line === '  end') depth--;
    else if (line !== '    direction TB' && !node.test(line)) {
      const [, from = '', to = ''] = edge.exec(line) ?? [];
      return !(declared.has(from) && declared.has(to));
    }
    return depth < 0;
  });
  return [
    ...(head === 'flowchart TD' ? [] : [String(head)]),
    ...wrong,
    ...(depth === 0 ? [] : ['a frame is left open']),
  ];
}
