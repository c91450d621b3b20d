import type { WindowResult, WindowState } from './case.ts';
import { currentWindow, isAnswered } from './case-days.ts';
import type { TakeStep } from './command.ts';
import { chosenRule } from './condition.ts';
import { isDay } from './day.ts';
import { dueBy } from './due.ts';
import type { Finding } from './finding.ts';
import type { Asking } from './ground.ts';
import type { FactValue, StepDefinition, WindowDefinition } from './model.ts';
import { endOfPeriod } from './period.ts';

/** Whether windows allow the step: those it leaves behind, the one it opens, the one whose result it enters. */
export function checkWindows(step: StepDefinition, asking: Asking, command: TakeStep): readonly Finding[] {
  return [
    ...checkLeft(step, asking, command),
    ...checkOpening(step, asking, command),
    ...checkResult(step, asking, command),
    ...checkExtension(step, asking),
  ];
}

/** A stage is not left over a window that is open, nor over anything that was received and not answered. */
function checkLeft(step: StepDefinition, asking: Asking, command: TakeStep): readonly Finding[] {
  const { state, procedure } = asking;
  const stage = state.stages[step.track]?.stage;
  if (step.to === undefined || step.to === stage || step.abandons) return [];
  return procedure.windows.flatMap((window): readonly Finding[] => {
    const held = currentWindow(state, window.id);
    if (held === undefined || held.isAbandoned) return [];
    if (held.result === undefined && step.concludes !== window.id)
      return held.stage === stage ? [left('window-unclosed', window, held)] : [];
    if ((window.answeredIn ?? held.stage) !== stage) return [];
    const isEntered = step.concludes === window.id || step.answers === window.id;
    const whole = isEntered ? { ...held, result: { ...held.result, ...command.result } } : held;
    return isAnswered(whole) ? [] : [left('window-unanswered', window, whole)];
  });
}

function left(check: 'window-unclosed' | 'window-unanswered', { id }: WindowDefinition, held: WindowState): Finding {
  const { received = 0, answered = 0 } = held.result ?? {};
  return { check, isMet: false, details: { window: id, closesOn: held.closesOn, received, answered }, basis: [] };
}

function checkOpening(step: StepDefinition, asking: Asking, { closesOn }: TakeStep): readonly Finding[] {
  if (step.opens === undefined) return [];
  const window = asking.procedure.windowOf(step.opens);
  const rule = chosenRule(window?.least, asking);
  if (window?.least === undefined) {
    const isMet = closesOn !== undefined && isDay(closesOn) && closesOn >= asking.ground.on;
    return [{ check: 'window-closes', isMet, details: { window: step.opens, closesOn }, basis: [] }];
  }
  if (rule === undefined) return [];
  const { day, isConfirmed } = dueBy(asking.ground.on, rule, asking.ground.calendar);
  const isMet = closesOn === undefined || (isDay(closesOn) && closesOn >= day);
  return [
    {
      check: 'window-least',
      isMet,
      details: { window: step.opens, closesOn, day, isConfirmed },
      basis: rule.basis,
      rule,
    },
  ];
}

function checkResult(step: StepDefinition, asking: Asking, { result }: TakeStep): readonly Finding[] {
  const id = step.concludes ?? step.answers;
  if (id === undefined) return [];
  const window = asking.procedure.windowOf(id);
  const held = currentWindow(asking.state, id);
  const whole = { ...held?.result, ...result };
  const hasEnded =
    held !== undefined && !held.isAbandoned && (asking.ground.on > held.closesOn || isComplete(window, whole));
  const isSound = result !== undefined && Object.values(result).every(isCount) && addsUp(whole);
  const mayBeEntered = step.concludes === undefined ? held?.result !== undefined : held?.result === undefined;
  return [
    {
      check: 'window-not-ended',
      isMet: hasEnded && mayBeEntered,
      details: { window: id, closesOn: held?.closesOn, isEntered: held?.result !== undefined },
      basis: [],
    },
    { check: 'window-result', isMet: isSound, details: { window: id, ...result }, basis: [] },
  ];
}

/** A ballot may be counted before its last day when everybody has voted. */
function isComplete(
  window: WindowDefinition | undefined,
  { entitled = 0, favour = 0, against = 0, abstained = 0 }: WindowResult,
): boolean {
  return window?.kind === 'ballot' && entitled > 0 && favour + against + abstained === entitled;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** No more answers than were received, no more replies than were asked, no more votes than voters. */
function addsUp(result: WindowResult): boolean {
  const {
    asked,
    replied = 0,
    received = 0,
    answered = 0,
    upheld = 0,
    entitled,
    favour = 0,
    against = 0,
    abstained = 0,
  } = result;
  return (
    answered <= received &&
    upheld <= received &&
    (asked === undefined || replied <= asked) &&
    (entitled === undefined || favour + against + abstained <= entitled)
  );
}

/** An extension is granted only up to its most in all, and before the time is over it was asked for. */
function checkExtension(step: StepDefinition, asking: Asking): readonly Finding[] {
  if (step.extends === undefined) return [];
  const { clock, by, until } = step.extends;
  const running = asking.state.clocks[clock];
  const rule = chosenRule(by, asking);
  const period = rule?.content.kind === 'period' ? rule.content.period : undefined;
  const day =
    running === undefined || period === undefined
      ? undefined
      : endOfPeriod(running.due.day, period, asking.ground.calendar).day;
  const wanted = until === undefined ? undefined : asking.facts[until];
  const isMet =
    running !== undefined &&
    running.stoppedOn === undefined &&
    running.extensions === 0 &&
    (until === undefined || isWithin(wanted, running.due.day, day));
  return [
    {
      check: 'extension-most',
      isMet,
      details: { clock, day, extensions: running?.extensions, ...(typeof wanted === 'string' && { wanted }) },
      basis: rule?.basis ?? [],
      ...(rule && { rule }),
    },
  ];
}

/** A day after the one on which the time would have been over, and not after the last one that the rule allows. */
function isWithin(wanted: FactValue | undefined, due: string, last: string | undefined): boolean {
  return typeof wanted === 'string' && isDay(wanted) && wanted > due && last !== undefined && wanted <= last;
}
