import type { Case } from './case.ts';
import { currentWindow, isAnswered } from './case-days.ts';
import type { CompiledProcedure } from './compiled.ts';
import type { StepDefinition, WindowDefinition } from './model.ts';
import type { InBoth } from './rule.ts';

/** One thing the law or a rule asks of the way a decision was made, and what shows that it was done. */
export interface DueCheck {
  readonly kind: 'window' | 'ballot' | 'approval' | 'deadline' | 'separation';
  readonly id: string;
  readonly title: InBoth;
  /** Passed over: the case went on by a way that does not ask for it. */
  readonly verdict: 'met' | 'open' | 'failed' | 'passedOver';
  /** Days, counts and steps that show it. */
  readonly evidence: Readonly<Record<string, string | number>>;
}

/**
 * The due-process meter of a case: each opening to others, each vote, each approval, each deadline and each separation of
 * duties that its procedure demands, with the evidence in the case.
 */
export function dueProcess(procedure: CompiledProcedure, state: Case): readonly DueCheck[] {
  const steps = procedure.steps.filter(({ track }) => state.stages[track] !== undefined);
  return [
    ...procedure.windows.flatMap((window) => windowCheck(window, { procedure, state, steps })),
    ...steps.flatMap((step) => step.approves.map((kind) => approvalCheck(step, kind, state))),
    ...procedure.clocks.flatMap(({ id, title }) => deadlineCheck({ id, title }, state)),
    ...steps.filter(({ notBy, notOf }) => notBy.length + notOf.length > 0).map((step) => separationCheck(step, state)),
  ];
}

interface Looking {
  readonly procedure: CompiledProcedure;
  readonly state: Case;
  readonly steps: readonly StepDefinition[];
}

function windowCheck(window: WindowDefinition, { procedure, state, steps }: Looking): readonly DueCheck[] {
  const opening = steps.filter(({ opens }) => opens === window.id);
  if (opening.length === 0) return [];
  const kind = window.kind === 'ballot' ? 'ballot' : 'window';
  const base = { kind, id: window.id, title: window.title } as const;
  const held = currentWindow(state, window.id);
  if (held === undefined) {
    const verdict = state.ended !== undefined || isBehind(opening, { procedure, state, steps }) ? 'passedOver' : 'open';
    return [{ ...base, verdict, evidence: {} }];
  }
  const evidence = { openedOn: held.openedOn, closesOn: held.closesOn, ...counted(held.result) };
  if (held.result === undefined) return [{ ...base, verdict: held.isAbandoned ? 'passedOver' : 'open', evidence }];
  const isFailed = held.verdict !== undefined && held.verdict !== 'carried';
  const verdict = isFailed ? 'failed' : isAnswered(held) ? 'met' : 'open';
  return [{ ...base, verdict, evidence }];
}

function counted(result: object | undefined): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(result ?? {}).filter(([, count]) => typeof count === 'number'));
}

/** Whether the case can no longer come to a step: no way leads from where it stands to where the step begins. */
function isBehind(opening: readonly StepDefinition[], { procedure, state }: Looking): boolean {
  const reached = new Set(Object.values(state.stages).map(({ stage }) => stage));
  const open = [...reached];
  for (let stage = open.pop(); stage !== undefined; stage = open.pop())
    for (const { to } of procedure.stepsFrom(stage))
      if (to !== undefined && !reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return !opening.some(({ from }) => from.some((stage) => reached.has(stage)));
}

function approvalCheck(step: StepDefinition, kind: string, state: Case): DueCheck {
  const approval = state.approvals[kind];
  const isVoid = approval !== undefined && state.documents[kind]?.hash !== approval.hash;
  return {
    kind: 'approval',
    id: kind,
    title: step.title,
    verdict: approval === undefined ? 'open' : isVoid ? 'failed' : 'met',
    evidence: approval === undefined ? {} : { on: approval.on, hash: approval.hash },
  };
}

function deadlineCheck(
  { id, title }: { readonly id: string; readonly title: InBoth },
  state: Case,
): readonly DueCheck[] {
  const clock = state.clocks[id];
  if (clock === undefined) return [];
  const { due, stoppedOn, extensions } = clock;
  const isLate = stoppedOn !== undefined && stoppedOn > due.day;
  const isFrozen = state.suspended !== undefined && state.suspended.on > due.day;
  return [
    {
      kind: 'deadline',
      id,
      title,
      verdict: isLate || isFrozen ? 'failed' : stoppedOn === undefined ? 'open' : 'met',
      evidence: { dueOn: due.day, extensions, ...(stoppedOn === undefined ? {} : { stoppedOn }) },
    },
  ];
}

/** A step is taken only when its separation of duties is kept, so a step that was taken shows it. */
function separationCheck(step: StepDefinition, state: Case): DueCheck {
  const taken = state.taken.findLast((one) => one.step === step.id);
  return {
    kind: 'separation',
    id: step.id,
    title: step.title,
    verdict: taken === undefined ? 'open' : taken.isWitnessed ? 'met' : 'passedOver',
    evidence: taken === undefined ? {} : { on: taken.on },
  };
}
