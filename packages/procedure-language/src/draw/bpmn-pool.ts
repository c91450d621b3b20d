import { type Procedure, type StepDefinition, start } from '../model.ts';
import type { InBoth } from '../rule.ts';
import { type ActorNames, columnsOf, eventSize, stepsOfTrack, taskSize } from './bpmn-columns.ts';
import { type Bounds, type Flow, type FlowNode, idOf, type Pool } from './bpmn-model.ts';
import { type Building, endEvent, flowFrom, rulesOfClock } from './bpmn-pieces.ts';
import { timersOf } from './bpmn-timers.ts';

/** One track as a pool: a gateway for each stage, a task for each step, an end event for each way to end. */
export function poolOf(
  procedure: Procedure,
  track: string,
  at: { readonly actors: ActorNames; readonly top: number },
): Pool {
  const steps = stepsOfTrack(procedure, track);
  const columns = columnsOf(steps, at.actors, at.top);
  const building = { procedure, steps, columns };
  const parts = [
    ...steps.stages.map((stage) => gatewayOf(stage, building)),
    ...steps.inCourse.map((step) => taskOf(step, building)),
    ...steps.anyTime.map((step) => insideOf(step, building)),
    beginnings(building),
    timersOf(building),
  ];
  const title = procedure.tracks.find(({ id }) => id === track)?.title ?? { zh: track, en: track };
  return {
    id: idOf('pool', track),
    process: idOf('process', track),
    title: { zh: `${procedure.title.zh}：${title.zh}`, en: `${procedure.title.en}: ${title.en}` },
    bounds: columns.bounds,
    lanes: columns.lanes,
    nodes: parts.flatMap(({ nodes }) => nodes),
    flows: parts.flatMap(({ flows }) => flows),
  };
}

const beginning: InBoth = { zh: '开始', en: 'beginning' };
type Part = Pick<Pool, 'nodes' | 'flows'>;

function titleOf({ stages }: Procedure, id: string): InBoth {
  return stages.find((stage) => stage.id === id)?.title ?? beginning;
}

function gatewayOf(stage: string, { procedure, steps, columns }: Building): Part {
  const bounds = columns.gateway.get(stage);
  if (bounds === undefined) return { nodes: [], flows: [] };
  const { lane } = bounds;
  const id = idOf('stage', stage);
  const name = titleOf(procedure, stage);
  const leaving = steps.inCourse.filter(({ from, by }) => from.includes(stage) && by.length > 0);
  const flows = leaving.map((step): Flow => flowFrom(id, idOf('step', step.id)));
  const isEnd = procedure.stages.some((one) => one.id === stage && one.final !== undefined);
  const gateway: FlowNode = { id, tag: 'exclusiveGateway', name, bounds, lane };
  if (!isEnd) return { nodes: [gateway], flows };
  // Nobody asked to reopen it: it ends below its gateway.
  const end = endEvent(idOf('end', stage), name, { lane, at: { x: bounds.x + 7, y: bounds.y + 76 } });
  return { nodes: [gateway, end], flows: [...flows, flowFrom(id, end.id)] };
}

function taskOf(step: StepDefinition, building: Building): Part {
  const { columns, procedure } = building;
  const bounds = columns.task.get(step.id);
  if (bounds === undefined) return { nodes: [], flows: [] };
  const lane = columns.laneOf(step);
  const id = idOf('step', step.id);
  const task: FlowNode = { id, tag: tagOf(step), name: step.title, bounds, lane, ...documented(step) };
  const to = step.to ?? step.from[0] ?? start;
  if (columns.gateway.has(to)) return { nodes: [task], flows: [flowFrom(id, idOf('stage', to))] };
  const at = { x: bounds.x + taskSize.width + 30, y: bounds.y + (taskSize.height - eventSize) / 2 };
  const end = endEvent(idOf('end', to, 'by', step.id), titleOf(procedure, to), { lane, at });
  return { nodes: [task, end], flows: [flowFrom(id, end.id)] };
}

/** A step that may be taken at any time: an event sub-process of its own. */
function insideOf(step: StepDefinition, { columns, procedure }: Building): Part {
  const bounds = columns.inside.get(step.id);
  if (bounds === undefined) return { nodes: [], flows: [] };
  const lane = columns.laneOf(step);
  const isByTime = step.by.length === 0;
  const middle = bounds.y + bounds.height / 2 + 6;
  const id = idOf('step', step.id);
  const begins: FlowNode = {
    id: idOf('begin', step.id),
    tag: 'startEvent',
    name: isByTime ? { zh: '到期', en: 'time is over' } : beginning,
    bounds: { x: bounds.x + 20, y: middle - eventSize / 2, width: eventSize, height: eventSize },
    lane,
    attributes: { isInterrupting: String(step.to !== undefined) },
    event: isByTime ? 'timer' : 'message',
    ...(isByTime && { rules: rulesOfClock(procedure, step.whenDue) }),
  };
  const place: Bounds = { ...taskSize, x: bounds.x + 90, y: middle - taskSize.height / 2 };
  const task: FlowNode = { id, tag: tagOf(step), name: step.title, bounds: place, lane, ...documented(step) };
  const after = step.to === undefined ? { zh: '已办理', en: 'done' } : titleOf(procedure, step.to);
  const end = endEvent(idOf('end', step.id), after, { lane, at: { x: bounds.x + 250, y: middle - eventSize / 2 } });
  const inside = { nodes: [begins, task, end], flows: [flowFrom(begins.id, id), flowFrom(id, end.id)] };
  const frame = idOf('any-time', step.id);
  const attributes = { triggeredByEvent: 'true' };
  return {
    nodes: [{ id: frame, tag: 'subProcess', name: step.title, bounds, lane, attributes, inside }],
    flows: [],
  };
}

/** Where tokens begin: before the first step, or at each stage with which another track begins this one. */
function beginnings({ procedure, steps, columns }: Building): Part {
  const begun = new Set(procedure.steps.flatMap(({ starts }) => starts));
  const stages = steps.stages.filter((stage) => stage === start || begun.has(`${steps.track}:${stage}`));
  const nodes = stages.flatMap((stage, index): readonly FlowNode[] => {
    const gateway = columns.gateway.get(stage);
    if (gateway === undefined) return [];
    const bounds = { x: 50, y: gateway.y + 7 + index * (eventSize + 24), width: eventSize, height: eventSize };
    const event = stage === start ? {} : ({ event: 'message' } as const);
    const id = idOf('begin', steps.track, stage);
    return [{ id, tag: 'startEvent', name: titleOf(procedure, stage), bounds, lane: gateway.lane, ...event }];
  });
  return { nodes, flows: stages.map((stage) => flowFrom(idOf('begin', steps.track, stage), idOf('stage', stage))) };
}

function tagOf({ by }: StepDefinition): 'serviceTask' | 'userTask' {
  return by.length === 0 ? 'serviceTask' : 'userTask';
}

function documented({ guards, basis }: StepDefinition): Pick<FlowNode, 'documentation'> {
  const said = guards.flatMap(({ says }) => says ?? []);
  const places = basis.map(({ source, article }) => (article === undefined ? source : `${source} ${article}`));
  if (said.length + places.length === 0) return {};
  return {
    documentation: {
      zh: [...said.map(({ zh }) => zh), `依据：${places.join('、')}`].join('\n'),
      en: [...said.map(({ en }) => en), `Basis: ${places.join(', ')}`].join('\n'),
    },
  };
}
