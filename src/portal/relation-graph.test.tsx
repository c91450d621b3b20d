import { expect, test } from 'vitest';
import { RelationGraph } from './relation-graph.tsx';
import { type GraphGroup, graphLayout, nodeSize } from './relation-graph-layout.ts';
import { textWidth } from './text-width.ts';

const group = (count: number, side: GraphGroup['side']): GraphGroup => ({
  name: `${side} relation`,
  side,
  line: 'solid',
  head: 'neighbour',
  nodes: Array.from({ length: count }, (_, index) => ({
    label: `GB ${side} ${index + 1}`,
    href: `/standards/${side}-${index}`,
    mark: { tier: 'national' },
  })),
});
const graph = (groups: readonly GraphGroup[]) =>
  String(<RelationGraph lang="en" id="g" centre={{ label: 'GB 1', mark: { tier: 'national' } }} groups={groups} />);

test('up to twelve neighbours are drawn, each also in the list', () => {
  const html = graph([group(5, 'left'), group(2, 'top'), group(5, 'right')]);
  expect(html).toContain('<svg');
  expect(html.match(/GB (left|top|right) \d/g)).toHaveLength(24);
});

test('more than twelve neighbours are a list alone', () => {
  const html = graph([group(7, 'left'), group(6, 'right')]);
  expect(html).not.toContain('<svg');
  expect(html.match(/GB (left|right) \d/g)).toHaveLength(13);
});

test('no two nodes lie upon each other, and none leaves the drawing', () => {
  for (const [left, top, right] of [
    [1, 1, 1],
    [6, 4, 2],
    [0, 3, 9],
    [12, 0, 0],
    [0, 1, 0],
  ] as const) {
    const layout = graphLayout([group(left, 'left'), group(top, 'top'), group(right, 'right')]);
    expect((layout?.centre.y ?? 0) + (layout?.centre.height ?? 0)).toBeLessThanOrEqual(layout?.height ?? 0);
    const boxes = [...(layout?.nodes ?? []), ...(layout ? [layout.centre] : [])];
    expect(boxes).toHaveLength(left + top + right + 1);
    for (const [index, box] of boxes.entries()) {
      expect(box.y + 52).toBeLessThanOrEqual(layout?.height ?? 0);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + nodeSize.width).toBeLessThanOrEqual(960);
      for (const other of boxes.slice(index + 1)) {
        expect(Math.abs(box.x - other.x) >= nodeSize.width || Math.abs(box.y - other.y) >= 52).toBe(true);
      }
    }
  }
});

test('a hostile address in a relation is not followed from the drawing', () => {
  const hostile: GraphGroup = { ...group(1, 'left'), nodes: [{ label: 'X', href: 'javascript:alert(1)', mark: {} }] };
  expect(graph([hostile])).not.toContain('javascript:');
});

test('the words in a box are no wider than the box, in both languages', () => {
  const node = {
    label: 'GB 9706.1-2007',
    mark: { tier: 'national', nature: 'mandatory' },
    status: 'notYetInForce',
  } as const;
  for (const lang of ['en', 'zh-Hans'] as const) {
    const html = String(
      <RelationGraph lang={lang} id="g" centre={node} groups={[{ ...group(0, 'left'), nodes: [node] }]} />,
    );
    const notes = [...html.matchAll(/<text class="(?:s|inv)"[^>]*>([^<]+)</g)].map(([whole, words = '']) => ({
      isFitted: whole.includes('textLength'),
      width: textWidth(words, 13),
    }));
    expect(notes).toHaveLength(2);
    for (const { isFitted, width } of notes) expect(isFitted || width <= nodeSize.width - 40).toBe(true);
  }
});

test('relations are told apart by line and head, on every side, not by colour', () => {
  const looks = [
    { line: 'solid', shape: 'full' },
    { line: 'solid', shape: 'diamond' },
    { line: 'double', shape: 'hollow' },
    { line: 'dashDotted', shape: 'hollow' },
    { line: 'dotted', shape: 'open' },
  ] as const;
  for (const side of ['left', 'top', 'right'] as const) {
    const drawn = looks.map((look) => graph([{ ...group(1, side), ...look }]));
    const strokes = drawn.map((html) => [...html.matchAll(/<path class="(k[^"]*)" d="(M)[^"]*?(M?)[^"M]*"/g)].join());
    const heads = drawn.map((html) => /<path class="([^"]+)" stroke-width="1.5"[^>]* d="([^"]+)"/.exec(html)?.slice(1));
    expect(new Set(drawn.map((_, index) => `${strokes[index]} ${heads[index]}`)).size).toBe(looks.length);
    expect(new Set(heads.map(String)).size).toBe(4);
  }
});

test('no arrow head stands for two relations: those that point at the middle end apart from each other', () => {
  const names = ['replaced by', 'amended by', 'adopted by', 'translated as', 'cited by'];
  const groups = names.map((name) => ({ ...group(2, 'right'), name, head: 'centre' as const }));
  const layout = graphLayout(groups);
  const bonds = [...Map.groupBy(layout?.nodes ?? [], (placed) => placed.group.name).values()].map((placed) => {
    expect(new Set(placed.map(({ bond }) => bond)).size).toBe(1);
    return placed[0]?.bond ?? 0;
  });
  expect(bonds).toHaveLength(names.length);
  for (const [index, bond] of bonds.slice(1).entries()) expect(bond - (bonds[index] ?? 0)).toBeGreaterThanOrEqual(13);
  expect(Math.max(...bonds)).toBeLessThan(layout?.centre.height ?? 0);
});

test('a long list stands in columns, its rest folded behind a count; a short one as before', () => {
  const list = (count: number) => graph([group(count, 'right')]);
  expect(list(13)).toContain('<ul class="columns">');
  expect(list(13)).not.toContain('<details>');
  const [shown = '', folded = ''] = list(300).split('<details>');
  expect(shown.match(/<li>/g)).toHaveLength(24);
  expect(folded).toContain('<summary>276 more</summary>');
  expect(folded.match(/<li>/g)).toHaveLength(276);
  expect(list(12)).not.toContain('columns');
});
