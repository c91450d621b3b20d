import type { InBoth, Period } from '../rule.ts';
import type { Bounds, Flow, FlowNode, Graph, Pool, Sheet } from './bpmn-model.ts';
import { idOf } from './bpmn-model.ts';
import { messageWay, wayOf } from './bpmn-ways.ts';
import type { Point } from './drawing.ts';
import { type DrawingLanguage, inLanguage } from './marks.ts';
import { xmlText } from './xml-text.ts';

export interface Writing {
  readonly lang: DrawingLanguage;
  /** The length that a rule gives, where it is one; without it a timer names its rule. */
  readonly period?: ((rule: string) => Period | undefined) | undefined;
}

const namespaces = {
  'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
  'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
  'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
  'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** A sheet as BPMN 2.0 XML with its diagram. */
export function sheetXml(
  sheet: Sheet,
  { name, id }: { readonly name: InBoth; readonly id: string },
  writing: Writing,
): string {
  const attributes = { ...namespaces, id: idOf('definitions', id), name: inLanguage(name, writing.lang) };
  const lines = element('bpmn:definitions', { ...attributes, targetNamespace: `urn:guiju:procedure:${id}` }, [
    ...collaboration(sheet, writing),
    ...sheet.pools.flatMap((pool) => processXml(pool, writing)),
    ...diagram(sheet),
  ]);
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines, ''].join('\n');
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element with what it holds; indented by what holds it. */
function element(tag: string, attributes: Attributes, content: readonly string[] = []): readonly string[] {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(String(value))}"`);
  const open = `<${tag}${written.join('')}`;
  if (content.length === 0) return [`${open}/>`];
  return [`${open}>`, ...content.map((line) => `  ${line}`), `</${tag}>`];
}

function textElement(tag: string, text: string, attributes: Attributes = {}): readonly string[] {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${xmlText(String(value))}"`);
  // A line end inside a text would be indented with the rest.
  return [`<${tag}${written.join('')}>${xmlText(text).replaceAll('\n', '&#10;')}</${tag}>`];
}

function collaboration({ pools, messages }: Sheet, { lang }: Writing): readonly string[] {
  return element('bpmn:collaboration', { id: 'collaboration' }, [
    ...pools.flatMap(({ id, title, process }) =>
      element('bpmn:participant', { id, name: inLanguage(title, lang), processRef: process }),
    ),
    ...messages.flatMap(({ id, from, to, name }) =>
      element('bpmn:messageFlow', {
        id,
        ...(name && { name: inLanguage(name, lang) }),
        sourceRef: from,
        targetRef: to,
      }),
    ),
  ]);
}

function processXml(pool: Pool, writing: Writing): readonly string[] {
  const lanes = pool.lanes.flatMap((lane) =>
    element(
      'bpmn:lane',
      { id: lane.id, name: inLanguage(lane.name, writing.lang) },
      pool.nodes.filter((node) => node.lane === lane.id).flatMap(({ id }) => textElement('bpmn:flowNodeRef', id)),
    ),
  );
  return element('bpmn:process', { id: pool.process, isExecutable: 'false' }, [
    ...element('bpmn:laneSet', { id: idOf('lanes', pool.process) }, lanes),
    ...graphXml(pool, writing),
  ]);
}

function graphXml(graph: Graph, writing: Writing): readonly string[] {
  return [
    ...graph.nodes.flatMap((node) => nodeXml(node, graph, writing)),
    ...graph.flows.flatMap(({ id, from, to }) => element('bpmn:sequenceFlow', { id, sourceRef: from, targetRef: to })),
  ];
}

function nodeXml(node: FlowNode, { flows }: Graph, writing: Writing): readonly string[] {
  const { id, tag, name, attributes, documentation, inside } = node;
  return element(`bpmn:${tag}`, { id, name: inLanguage(name, writing.lang), ...attributes }, [
    ...(documentation ? textElement('bpmn:documentation', inLanguage(documentation, writing.lang)) : []),
    ...flows.filter(({ to }) => to === id).flatMap((flow) => textElement('bpmn:incoming', flow.id)),
    ...flows.filter(({ from }) => from === id).flatMap((flow) => textElement('bpmn:outgoing', flow.id)),
    ...eventXml(node, writing),
    ...(inside ? graphXml(inside, writing) : []),
  ]);
}

function eventXml({ id, event, rules }: FlowNode, { period }: Writing): readonly string[] {
  if (event === undefined) return [];
  const attributes = { id: idOf('event', id) };
  if (event !== 'timer') return element(`bpmn:${event}EventDefinition`, attributes);
  const [only, ...more] = rules ?? [];
  const length = only === undefined || more.length > 0 ? undefined : isoLength(period?.(only));
  const text = length ?? (rules ?? []).join(' | ');
  return element('bpmn:timerEventDefinition', attributes, [
    ...textElement('bpmn:timeDuration', text, { 'xsi:type': 'bpmn:tFormalExpression', id: idOf('time', id) }),
  ]);
}

/** ISO 8601 knows no working days: such a timer names its rule. */
function isoLength(period: Period | undefined): string | undefined {
  if (period === undefined || period.unit === 'workingDays') return undefined;
  const letter = { days: 'D', months: 'M', years: 'Y' }[period.unit];
  return `P${period.amount}${letter}`;
}

function diagram({ pools, messages }: Sheet): readonly string[] {
  const nodes = new Map(pools.flatMap((pool) => everyNode(pool)).map((node) => [node.id, node]));
  const shapes = pools.flatMap((pool) => [
    ...shape(pool.id, pool.bounds, { isHorizontal: 'true' }),
    ...pool.lanes.flatMap((lane) => shape(lane.id, lane, { isHorizontal: 'true' })),
    ...everyNode(pool).flatMap((node) => shape(node.id, node.bounds, shapeAttributes(node))),
    ...everyFlow(pool).flatMap((flow) => line(flow.id, wayOf(flow, nodes))),
  ]);
  const messageLines = messages.flatMap(({ id, from, to }) => {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    return source && target ? line(id, messageWay(source.bounds, target.bounds)) : [];
  });
  const plane = element('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: 'collaboration' }, [
    ...shapes,
    ...messageLines,
  ]);
  return element('bpmndi:BPMNDiagram', { id: 'diagram' }, plane);
}

function everyNode({ nodes }: Graph): readonly FlowNode[] {
  return nodes.flatMap((node) => [node, ...(node.inside ? everyNode(node.inside) : [])]);
}

function everyFlow({ nodes, flows }: Graph): readonly Flow[] {
  return [...flows, ...nodes.flatMap(({ inside }) => (inside ? everyFlow(inside) : []))];
}

function shapeAttributes({ tag }: FlowNode): Attributes {
  if (tag === 'exclusiveGateway') return { isMarkerVisible: 'true' };
  return tag === 'subProcess' ? { isExpanded: 'true' } : {};
}

function shape(of: string, { x, y, width, height }: Bounds, attributes: Attributes): readonly string[] {
  return element('bpmndi:BPMNShape', { id: idOf('shape', of), bpmnElement: of, ...attributes }, [
    ...element('dc:Bounds', { x, y, width, height }),
  ]);
}

function line(of: string, points: readonly Point[]): readonly string[] {
  return element(
    'bpmndi:BPMNEdge',
    { id: idOf('line', of), bpmnElement: of },
    points.flatMap(({ x, y }) => element('di:waypoint', { x, y })),
  );
}
