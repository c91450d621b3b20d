import { clockOfStage } from '../case.ts';
import type { StepDefinition } from '../model.ts';
import { eventSize, taskSize } from './bpmn-columns.ts';
import { type Flow, type FlowNode, idOf } from './bpmn-model.ts';
import { type Building, endEvent, flowFrom, rulesOfClock } from './bpmn-pieces.ts';

interface Timer {
  readonly id: string;
  readonly clock: string;
  readonly task: StepDefinition;
  /** What time does; without it, the deadline is told and nothing ends. */
  readonly does?: StepDefinition;
}

/** Deadlines as timers on the edge of the first task of their stage: they tell that the time is over, or do what time does. */
export function timersOf(building: Building): { readonly nodes: readonly FlowNode[]; readonly flows: readonly Flow[] } {
  const timers = allTimers(building);
  const nodes: FlowNode[] = [];
  const flows: Flow[] = [];
  for (const [task, some] of Map.groupBy(timers, (timer) => timer.task)) {
    const place = building.columns.task.get(task.id);
    if (place === undefined) continue;
    const lane = building.columns.laneOf(task);
    const at = { x: place.x + taskSize.width + 30, y: place.y + 92 };
    const told = endEvent(idOf('overdue', task.id), { zh: '已逾期', en: 'overdue' }, { lane, at });
    for (const [index, timer] of some.entries()) {
      const x = place.x + 6 + index * (eventSize + 2);
      nodes.push(timerEvent(timer, building, { lane, x, y: place.y + taskSize.height - eventSize / 2 }));
      flows.push(flowFrom(timer.id, timer.does === undefined ? told.id : idOf('step', timer.does.id)));
    }
    if (some.some(({ does }) => does === undefined)) nodes.push({ ...told, event: 'escalation' });
  }
  return { nodes, flows };
}

function allTimers({ procedure, steps }: Building): readonly Timer[] {
  return steps.stages.flatMap((stage): readonly Timer[] => {
    const task = steps.inCourse.find(({ from, by }) => from.includes(stage) && by.length > 0);
    if (task === undefined) return [];
    const byTime = steps.inCourse.filter(({ from, by }) => from.includes(stage) && by.length === 0);
    const own = clockOfStage(stage);
    const hasTime = procedure.stages.some(({ id, within }) => id === stage && within !== undefined);
    const isDone = byTime.some(({ whenDue }) => whenDue === own);
    return [
      ...(hasTime && !isDone ? [{ id: idOf('timer', stage), clock: own, task }] : []),
      ...byTime.map((does) => ({ id: idOf('timer', stage, does.id), clock: does.whenDue ?? own, task, does })),
    ];
  });
}

function timerEvent(
  { id, clock, task, does }: Timer,
  { procedure }: Building,
  { lane, x, y }: { readonly lane: string; readonly x: number; readonly y: number },
): FlowNode {
  const ofStage = procedure.stages.find((stage) => clockOfStage(stage.id) === clock)?.title;
  const ofClock = procedure.clocks.find((one) => one.id === clock)?.title;
  const name = ofClock ?? ofStage ?? { zh: clock, en: clock };
  return {
    id,
    tag: 'boundaryEvent',
    name: { zh: `期限：${name.zh}`, en: `time limit: ${name.en}` },
    bounds: { x, y, width: eventSize, height: eventSize },
    lane,
    attributes: { attachedToRef: idOf('step', task.id), cancelActivity: String(does !== undefined) },
    event: 'timer',
    rules: rulesOfClock(procedure, clock),
  };
}
