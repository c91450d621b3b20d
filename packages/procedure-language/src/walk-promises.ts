import type { Case, CaseEvent, StepTaken } from './case.ts';
import type { TakeStep } from './command.ts';
import type { CompiledProcedure } from './compiled.ts';
import { evolve } from './evolve.ts';
import type { StepDefinition } from './model.ts';
import { endOfPeriod, type WorkCalendar } from './period.ts';
import { type Rulebook, ruleOn } from './rule.ts';
import { waitingFor } from './waiting.ts';

/** A step of a walk with the case around it. */
export interface WalkedStep {
  readonly event: StepTaken;
  /** Absent when time took it. */
  readonly command?: TakeStep;
  readonly before: Case;
  readonly after: Case;
}

interface Ground {
  readonly rulebook: Rulebook;
  readonly calendar: WorkCalendar;
  readonly publishing: ReadonlySet<string>;
}

/** Promises that a step has broken, asked without the code that decided it. */
export function brokenAfter(procedure: CompiledProcedure, walked: WalkedStep, ground: Ground): readonly string[] {
  const step = procedure.step(walked.event.step);
  if (step === undefined) return [`${walked.event.step}: a step that is not defined`];
  return [
    ...actorPromise(step, walked),
    ...approvalPromise(step, walked, ground),
    ...windowPromises(step, walked, { procedure, ground }),
    ...waitingPromise(procedure, walked.after),
  ].map((what) => `${step.id} on ${walked.event.on}: ${what}`);
}

/** No step without its actor; what time took was due. */
function actorPromise(step: StepDefinition, { event, command, before }: WalkedStep): readonly string[] {
  if (event.by === 'time') {
    const due = step.whenDue === 'suspension' ? before.suspended?.due.day : before.clocks[step.whenDue ?? '']?.due.day;
    return step.by.length === 0 && due !== undefined && due < event.on ? [] : ['taken by time before it was due'];
  }
  const { organization } = event.by;
  const holds = step.by.some(
    ({ role, of }) =>
      role === 'anyone' ||
      command?.actor.roles.some(
        (held) => held.role === role && (of === undefined || held.organization === before.parties[of]),
      ),
  );
  const separated = step.notBy.filter(({ step: earlier, same }) =>
    before.taken.some(
      ({ step: taken, by }) =>
        taken === earlier &&
        by !== 'time' &&
        (same === 'organization'
          ? organization !== undefined && by.organization === organization
          : command?.actor.everHeld.includes(by.appointment ?? 'nobody')),
    ),
  );
  return [
    ...(holds ? [] : ['taken by somebody who does not hold the role']),
    ...separated.map(({ step: earlier }) => `taken by who took ${earlier}`),
  ];
}

/** No publication without approval of the text that is published. */
function approvalPromise(
  step: StepDefinition,
  { event, after }: WalkedStep,
  { publishing }: Ground,
): readonly string[] {
  if (!(event.makes ?? step.makes).some((name) => publishing.has(name))) return [];
  const isApproved = Object.entries(after.approvals).some(([kind, { hash }]) => after.documents[kind]?.hash === hash);
  return isApproved ? [] : ['published without an approval that holds'];
}

/** No stage left before its time, nor over anything open or unanswered; no window shorter than the rule. */
function windowPromises(
  step: StepDefinition,
  { event, before, after }: WalkedStep,
  { procedure, ground }: { readonly procedure: CompiledProcedure; readonly ground: Ground },
): readonly string[] {
  const broken: string[] = [];
  const stage = before.stages[step.track]?.stage;
  const isLeft = stage !== undefined && after.stages[step.track]?.stage !== stage && !step.abandons;
  for (const { id, kind, answeredIn } of procedure.windows) {
    const window = after.windows[id]?.at(-1);
    if (!isLeft || window === undefined || window.isAbandoned) continue;
    const { result } = window;
    const isWholeVote =
      kind === 'ballot' &&
      result !== undefined &&
      (result.favour ?? 0) + (result.against ?? 0) + (result.abstained ?? 0) === result.entitled;
    if (window.stage === stage && event.on <= window.closesOn && !isWholeVote)
      broken.push(`left while ${id} was open until ${window.closesOn}`);
    if (window.stage === stage && result === undefined) broken.push(`left without what came of ${id}`);
    if ((answeredIn ?? window.stage) === stage && (result?.answered ?? 0) < (result?.received ?? 0))
      broken.push(`left over what was not answered of ${id}`);
  }
  if (event.opened !== undefined) {
    const least = (procedure.windowOf(event.opened.window)?.least ?? []).flatMap(({ rule }) => {
      const value = ruleOn(ground.rulebook, rule, { day: event.on, jurisdictions: [] });
      return value?.content.kind === 'period' ? [endOfPeriod(event.on, value.content.period, ground.calendar).day] : [];
    });
    const shortest = least.toSorted()[0];
    if (shortest !== undefined && event.opened.closesOn < shortest)
      broken.push(`${event.opened.window} is open for less than any rule allows`);
  }
  return broken;
}

/** The case has ended, or waits for somebody by name and by a day. */
function waitingPromise(procedure: CompiledProcedure, state: Case): readonly string[] {
  if (state.ended !== undefined) return [];
  const waiting = waitingFor(procedure, state).filter(({ stage }) => stage !== 'start');
  if (waiting.length === 0 && state.stages['main']?.stage !== 'start') return ['waits for nothing'];
  return waiting.flatMap(({ stage, due, steps }) => [
    ...(due === undefined ? [`waits in ${stage} without a deadline`] : []),
    ...(steps.length === 0 ? [`waits in ${stage} for nobody`] : []),
  ]);
}

/** What must be so when a walk stops: the history read again gives the same case, and it can go on or has ended. */
export function brokenAtEnd(
  procedure: CompiledProcedure,
  state: Case,
  events: readonly CaseEvent[],
): readonly string[] {
  let again: Case | undefined;
  for (const event of events) again = evolve(again, JSON.parse(JSON.stringify(event)));
  const isSame = JSON.stringify(again) === JSON.stringify(state);
  return [...(isSame ? [] : ['its history, read again, gives another case']), ...waitingPromise(procedure, state)];
}
