import { ballotOutcome } from './ballot.ts';
import { type Case, clockOfStage, type Due, type StepTaken, type TakenBy, type WindowResult } from './case.ts';
import { currentWindow } from './case-days.ts';
import type { TakeStep } from './command.ts';
import { chosenRule } from './condition.ts';
import { dueBy, dueFrom, laterDue, RuleMissing, runningClocks } from './due.ts';
import type { Asking } from './ground.ts';
import { type StepDefinition, start } from './model.ts';
import { daysFrom } from './period.ts';

/** The event of a step that may be taken: all it does, computed once and kept. */
export function stepTaken(
  step: StepDefinition,
  asking: Asking,
  taking: Omit<TakeStep, 'actor' | 'step'> & { readonly by: TakenBy | 'time' },
): StepTaken {
  const { on } = asking.ground;
  const moves = movesOf(step);
  const main = moves.find(({ track }) => track === 'main');
  const ended = main !== undefined && asking.procedure.stage(main.to)?.final !== undefined ? main.to : undefined;
  const opened = openedBy(step, asking, taking.closesOn);
  const clocks = clocksOf(step, asking, { moves, ended, opened });
  const concluded = concludedBy(step, asking, taking.result);
  const abandoned = step.abandons ? openWindows(asking.state) : [];
  return {
    type: 'step-taken',
    step: step.id,
    on,
    by: taking.by,
    ...(taking.elsewhere === undefined ? {} : { elsewhere: taking.elsewhere }),
    ...(taking.isEnteredFor === undefined ? {} : { isEnteredFor: taking.isEnteredFor }),
    ...(taking.facts === undefined || Object.keys(taking.facts).length === 0 ? {} : { facts: taking.facts }),
    ...(taking.documents === undefined || Object.keys(taking.documents).length === 0
      ? {}
      : { documents: taking.documents }),
    ...(step.approves.length === 0 ? {} : { approves: approvedBy(step, asking) }),
    ...(moves.length === 0 ? {} : { moves }),
    ...clocks,
    ...(opened === undefined ? {} : { opened }),
    ...(concluded === undefined ? {} : { concluded }),
    ...(abandoned.length === 0 ? {} : { abandonedWindows: abandoned }),
    ...(step.suspends === undefined ? {} : { suspended: dueFrom(on, step.suspends.within, asking) }),
    ...(step.resumes === undefined ? {} : { resumed: true as const }),
    ...(step.transfers === undefined || taking.organization === undefined
      ? {}
      : { parties: { [step.transfers]: taking.organization } }),
    ...(ended === undefined ? {} : { ended }),
    ...(step.reopens === undefined ? {} : { reopened: true as const }),
    ...(taking.into === undefined ? {} : { into: taking.into }),
    ...(step.makes.length === 0 ? {} : { makes: step.makes }),
  };
}

function movesOf(step: StepDefinition): readonly { readonly track: string; readonly to: string }[] {
  const own = step.to === undefined ? [] : [{ track: step.track, to: step.to }];
  return [...own, ...step.starts.map((one) => trackAndStage(one))];
}

/** A start names track and stage: `notification:material`. */
export function trackAndStage(name: string): { readonly track: string; readonly to: string } {
  const [track = '', to = ''] = name.split(':');
  return { track, to };
}

interface ClocksOfEvent {
  readonly clocksStarted?: Readonly<Record<string, Due>>;
  readonly clocksStopped?: readonly string[];
  readonly clocksMoved?: Readonly<Record<string, Due>>;
  readonly isExtension?: true;
}

interface Moving {
  readonly moves: readonly { readonly track: string; readonly to: string }[];
  readonly ended: string | undefined;
  readonly opened: StepTaken['opened'];
}

function clocksOf(step: StepDefinition, asking: Asking, { moves, ended, opened }: Moving): ClocksOfEvent {
  const { state, procedure } = asking;
  const stopped = new Set(procedure.clocksStoppedBy(step.id).map(({ id }) => id));
  for (const { track } of moves) {
    const left = state.stages[track]?.stage;
    if (left !== undefined && left !== start) stopped.add(clockOfStage(left));
  }
  const running = runningClocks(state);
  if (ended !== undefined) for (const [id] of running) stopped.add(id);
  const started = startedClocks(step, asking, { moves, opened });
  const moved = movedClocks(step, asking);
  const isRunning = new Set(running.map(([id]) => id));
  const stops = [...stopped].filter((id) => isRunning.has(id));
  return {
    ...(Object.keys(started).length === 0 ? {} : { clocksStarted: started }),
    ...(stops.length === 0 ? {} : { clocksStopped: stops }),
    ...(Object.keys(moved).length === 0 ? {} : { clocksMoved: moved }),
    ...(step.extends === undefined ? {} : { isExtension: true as const }),
  };
}

function startedClocks(
  step: StepDefinition,
  asking: Asking,
  { moves, opened }: Pick<Moving, 'moves' | 'opened'>,
): Readonly<Record<string, Due>> {
  const { procedure, ground } = asking;
  const started: Record<string, Due> = {};
  // The time of a stage in which others speak begins when they have spoken.
  const from = opened?.closesOn ?? ground.on;
  for (const { to } of [...moves, ...wakingStages(step, asking)]) {
    const within = procedure.stage(to)?.within;
    if (within !== undefined) started[clockOfStage(to)] = dueFrom(from, within, asking);
  }
  for (const clock of procedure.clocksStartedBy(step.id)) started[clock.id] = dueFrom(ground.on, clock.period, asking);
  return started;
}

/** With the case, the time of its other tracks stood still: a case that goes on gives them their time anew. */
function wakingStages({ reopens, track: own }: StepDefinition, { state }: Asking): readonly { readonly to: string }[] {
  if (reopens === undefined) return [];
  return Object.entries(state.stages).flatMap(([track, { stage }]) => (track === own ? [] : [{ to: stage }]));
}

/** An extension gives its clock more time; time during which the case was suspended does not count. */
function movedClocks(step: StepDefinition, asking: Asking): Readonly<Record<string, Due>> {
  const { state, ground } = asking;
  const moved: Record<string, Due> = {};
  if (step.resumes && state.suspended !== undefined) {
    const days = Math.max(0, daysFrom(state.suspended.on, ground.on));
    for (const [id, due] of runningClocks(state)) moved[id] = laterDue(due, days, ground.calendar);
  }
  if (step.extends !== undefined) {
    const { clock, by, until } = step.extends;
    const rule = chosenRule(by, asking);
    const due = state.clocks[clock]?.due;
    if (rule === undefined) throw new RuleMissing(by.map((one) => one.rule).join(', '));
    const wanted = until === undefined ? undefined : asking.facts[until];
    if (due !== undefined)
      moved[clock] = { ...dueBy(due.day, rule, ground.calendar), ...(typeof wanted === 'string' && { day: wanted }) };
  }
  return moved;
}

function openedBy(step: StepDefinition, asking: Asking, closesOn: string | undefined): StepTaken['opened'] {
  if (step.opens === undefined) return undefined;
  const last = closesOn ?? leastDay(step, asking) ?? asking.ground.on;
  return { window: step.opens, closesOn: last, stage: step.to ?? asking.state.stages[step.track]?.stage ?? start };
}

/** The first day on which the window that a step opens may close. */
export function leastDay(step: StepDefinition, asking: Asking): string | undefined {
  const least = step.opens === undefined ? undefined : asking.procedure.windowOf(step.opens)?.least;
  return least === undefined ? undefined : dueFrom(asking.ground.on, least, asking).day;
}

function concludedBy(step: StepDefinition, asking: Asking, result: WindowResult | undefined): StepTaken['concluded'] {
  const window = step.concludes ?? step.answers;
  if (window === undefined || result === undefined) return undefined;
  const whole = { ...currentWindow(asking.state, window)?.result, ...result };
  const rule = chosenRule(asking.procedure.windowOf(window)?.majority, asking);
  if (rule?.content.kind !== 'majority') return { window, result: whole };
  return { window, result: whole, verdict: ballotOutcome(rule.content.majority, whole).verdict };
}

function openWindows(state: Case): readonly string[] {
  return Object.keys(state.windows).filter((id) => {
    const window = currentWindow(state, id);
    return window !== undefined && window.result === undefined && window.isAbandoned === undefined;
  });
}

function approvedBy(step: StepDefinition, asking: Asking): Readonly<Record<string, string>> {
  const approved: Record<string, string> = {};
  for (const kind of step.approves) {
    const hash = asking.documents[kind];
    if (hash !== undefined) approved[kind] = hash;
  }
  return approved;
}
