import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readSound, sample } from '../../tests/support/sample.ts';
import type { CompiledProcedure } from '../compiled.ts';
import { bpmnOf } from './bpmn.ts';

const folder = join(import.meta.dirname, '../../../../definitions/procedures');
const definitions: readonly (readonly [string, CompiledProcedure])[] = [
  ['sample', sample],
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readSound(readFileSync(join(folder, name), 'utf8'))] as const),
];

const parsed = z.object({
  warnings: z.array(z.unknown()),
  references: z.array(z.object({ id: z.string() })),
  elementsById: z.record(z.string(), z.looseObject({ $type: z.string() })),
});
const readBpmn = async (xml: string) => parsed.parse(await new BpmnModdle().fromXML(xml));

interface Box {
  readonly of: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const shapesIn = (xml: string): readonly Box[] =>
  [
    ...xml.matchAll(
      /<bpmndi:BPMNShape [^>]*bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g,
    ),
  ].map(([, of = '', ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number);
    return { of, x, y, width, height };
  });

const onSheet =
  /^bpmn:(Participant|Lane|Task|UserTask|ServiceTask|ExclusiveGateway|StartEvent|EndEvent|BoundaryEvent|SubProcess)$/;

describe.each(definitions)('the BPMN of %s', (_, procedure) => {
  const xml = bpmnOf(procedure, 'zh-Hans');

  test('is read without warning, and every name it refers to is there', async () => {
    const { warnings, references, elementsById } = await readBpmn(xml);
    expect(warnings).toEqual([]);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter(({ id }) => elementsById[id] === undefined)).toEqual([]);
  });

  test('has a shape for everything on the sheet and a line of two points or more for every flow', async () => {
    const { elementsById } = await readBpmn(xml);
    const all = Object.entries(elementsById);
    const shapes = new Set(shapesIn(xml).map(({ of }) => of));
    const wanted = all.filter(([, { $type }]) => onSheet.test($type)).map(([id]) => id);
    expect([...shapes].toSorted()).toEqual(wanted.toSorted());
    const lines = [...xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="([^"]+)">([\s\S]*?)<\/bpmndi:BPMNEdge>/g)];
    const flows = all.filter(([, { $type }]) => /^bpmn:(Sequence|Message)Flow$/.test($type)).map(([id]) => id);
    expect(lines.map(([, of]) => of).toSorted()).toEqual(flows.toSorted());
    for (const [, of, points = ''] of lines)
      expect(points.match(/<di:waypoint /g)?.length ?? 0, of).toBeGreaterThanOrEqual(2);
  });

  test('has no shape upon another, but what stands inside or on the edge of its own', async () => {
    const { elementsById } = await readBpmn(xml);
    const typeOf = (of: string): string => elementsById[of]?.$type ?? '';
    const loose = shapesIn(xml).filter(({ of }) => /Task|Gateway|EndEvent|StartEvent|SubProcess/.test(typeOf(of)));
    for (const [index, one] of loose.entries())
      for (const other of loose.slice(index + 1)) {
        const overlaps =
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height;
        const isInside = [one, other].some(({ of }) => typeOf(of) === 'bpmn:SubProcess');
        expect(overlaps && !isInside, `${one.of} ${other.of}`).toBe(false);
      }
  });

  test('has a task for every step, by a person or by time, in the lane of its actor', async () => {
    const { elementsById } = await readBpmn(xml);
    for (const { id, by } of procedure.steps)
      expect(elementsById[`step.${id}`]?.$type, id).toBe(by.length === 0 ? 'bpmn:ServiceTask' : 'bpmn:UserTask');
    const pools = Object.values(elementsById).filter(({ $type }) => $type === 'bpmn:Participant');
    expect(pools).toHaveLength(procedure.tracks.length);
  });

  test('has a timer for every stage that has a time, and every token can begin and end', () => {
    const timed = procedure.stages.filter(
      ({ within, final, id }) => within && !final && procedure.stepsFrom(id).length > 0,
    );
    expect(xml.match(/<bpmn:boundaryEvent /g)?.length ?? 0).toBeGreaterThan(timed.length / 2);
    expect(xml).toContain('<bpmn:startEvent ');
    expect(xml).toContain('<bpmn:endEvent ');
    const boundaries = [...xml.matchAll(/<bpmn:boundaryEvent id="([^"]+)"/g)].map(([, id]) => id);
    for (const id of boundaries) expect(xml).toContain(`sourceRef="${id}"`);
  });
});

test('a timer states the length that a rule gives, and names the rule where ISO 8601 has no words for it', () => {
  const of = (unit: 'days' | 'months' | 'workingDays') => bpmnOf(sample, 'en', { period: () => ({ amount: 3, unit }) });
  expect(of('days')).toContain('>P3D</bpmn:timeDuration>');
  expect(of('months')).toContain('>P3M</bpmn:timeDuration>');
  expect(of('workingDays')).toContain('>stage-time</bpmn:timeDuration>');
  expect(bpmnOf(sample, 'en')).toContain('>stage-time</bpmn:timeDuration>');
});

test('roles bear the names they are given', () => {
  expect(bpmnOf(sample, 'en', { role: () => ({ zh: '秘书', en: 'Secretary <&>' }) })).toContain(
    'name="committee: Secretary &lt;&amp;&gt;"',
  );
});
