import { expect, test } from 'vitest';
import { RelationGraph } from './relation-graph.tsx';
import { type GraphGroup, graphLayout } from './relation-graph-layout.ts';

const group = (count: number, side: GraphGroup['side']): GraphGroup => ({
  name: `${side} relation`,
  side,
  line: 'arrow',
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
    const boxes = [...(layout?.nodes ?? []), ...(layout ? [layout.centre] : [])];
    expect(boxes).toHaveLength(left + top + right + 1);
    for (const [index, box] of boxes.entries()) {
      expect(box.y + 52).toBeLessThanOrEqual(layout?.height ?? 0);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + 232).toBeLessThanOrEqual(960);
      for (const other of boxes.slice(index + 1)) {
        expect(Math.abs(box.x - other.x) >= 232 || Math.abs(box.y - other.y) >= 52).toBe(true);
      }
    }
  }
});

test('a hostile address in a relation is not followed from the drawing', () => {
  const hostile: GraphGroup = { ...group(1, 'left'), nodes: [{ label: 'X', href: 'javascript:alert(1)', mark: {} }] };
  expect(graph([hostile])).not.toContain('javascript:');
});
