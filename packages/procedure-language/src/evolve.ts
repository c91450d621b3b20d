import type { Case, CaseEvent, CaseOpened, Due, RunningClock, StepTaken, WindowState } from './case.ts';
import { start } from './model.ts';

/**
 * The case after an event: pure, and without the definition, so that a history reads the same whatever became of the rules.
 *
 * @throws Error when a case begins twice or an event comes before its beginning: the history is not one of a case
 */
export function evolve(before: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'case-opened') return opened(event);
  if (event.type === 'case-brought-in') return event.state;
  if (before === undefined) throw new Error(`A case begins with its opening, not with ${event.type}.`);
  switch (event.type) {
    case 'step-taken':
      return afterStep(before, event);
    case 'case-document-changed':
      return { ...before, documents: { ...before.documents, [event.kind]: event.document } };
    case 'case-moved-to-version':
      return {
        ...before,
        version: event.version,
        clocks: clocksAfter(before.clocks, { ...event, isExtension: undefined }),
      };
  }
}

function opened(event: CaseOpened): Case {
  return {
    procedure: event.procedure,
    version: event.version,
    jurisdictions: event.jurisdictions,
    openedOn: event.on,
    stages: { main: { stage: start, since: event.on } },
    facts: event.facts,
    parties: event.parties,
    documents: {},
    approvals: {},
    windows: {},
    clocks: {},
    taken: [],
  };
}

function afterStep(before: Case, event: StepTaken): Case {
  const { ended: earlierEnd, suspended: earlierSuspension, ...rest } = before;
  const ended =
    event.ended !== undefined ? { stage: event.ended, on: event.on } : event.reopened ? undefined : earlierEnd;
  const suspended = suspensionAfter(earlierSuspension, event);
  return {
    ...rest,
    ...(ended === undefined ? {} : { ended }),
    ...(suspended === undefined ? {} : { suspended }),
    stages: stagesAfter(before, event),
    facts: event.facts === undefined ? before.facts : { ...before.facts, ...event.facts },
    parties: event.parties === undefined ? before.parties : { ...before.parties, ...event.parties },
    documents: event.documents === undefined ? before.documents : { ...before.documents, ...event.documents },
    approvals: approvalsAfter(before, event),
    windows: windowsAfter(before, event),
    clocks: clocksAfter(before.clocks, event),
    taken: [
      ...before.taken,
      {
        step: event.step,
        on: event.on,
        by: event.by,
        isWitnessed: true,
        ...(event.elsewhere === undefined ? {} : { elsewhere: event.elsewhere }),
        ...(event.isEnteredFor === undefined ? {} : { isEnteredFor: event.isEnteredFor }),
      },
    ],
  };
}

function suspensionAfter(before: Case['suspended'], event: StepTaken): Case['suspended'] {
  if (event.suspended !== undefined) return { on: event.on, step: event.step, due: event.suspended };
  return event.resumed || event.ended !== undefined ? undefined : before;
}

function stagesAfter(before: Case, event: StepTaken): Case['stages'] {
  if (event.moves === undefined) return before.stages;
  const stages = { ...before.stages };
  for (const { track, to } of event.moves) stages[track] = { stage: to, since: event.on };
  return stages;
}

function approvalsAfter(before: Case, event: StepTaken): Case['approvals'] {
  if (event.approves === undefined) return before.approvals;
  const approvals = { ...before.approvals };
  for (const [kind, hash] of Object.entries(event.approves)) approvals[kind] = { hash, on: event.on, step: event.step };
  return approvals;
}

function windowsAfter(before: Case, event: StepTaken): Case['windows'] {
  const { opened: opening, concluded, abandonedWindows = [] } = event;
  if (opening === undefined && concluded === undefined && abandonedWindows.length === 0) return before.windows;
  const windows: Record<string, readonly WindowState[]> = { ...before.windows };
  for (const id of abandonedWindows) windows[id] = lastOf(windows[id], { isAbandoned: true });
  if (concluded !== undefined) {
    const { window, result, verdict } = concluded;
    windows[window] = lastOf(windows[window], {
      result,
      concludedOn: event.on,
      ...(verdict === undefined ? {} : { verdict }),
    });
  }
  if (opening !== undefined) {
    const { window, closesOn, stage } = opening;
    windows[window] = [...(windows[window] ?? []), { openedOn: event.on, closesOn, stage }];
  }
  return windows;
}

function lastOf(all: readonly WindowState[] = [], change: Partial<WindowState>): readonly WindowState[] {
  return all.map((one, index) => (index === all.length - 1 ? { ...one, ...change } : one));
}

interface ClockChanges {
  readonly on: string;
  readonly clocksStarted?: Readonly<Record<string, Due>> | undefined;
  readonly clocksStopped?: readonly string[] | undefined;
  readonly clocksMoved?: Readonly<Record<string, Due>> | undefined;
  readonly isExtension?: true | undefined;
}

function clocksAfter(before: Case['clocks'], change: ClockChanges): Case['clocks'] {
  const { clocksStarted, clocksStopped, clocksMoved } = change;
  if (clocksStarted === undefined && clocksStopped === undefined && clocksMoved === undefined) return before;
  const clocks: Record<string, RunningClock> = { ...before };
  for (const id of clocksStopped ?? []) {
    const clock = clocks[id];
    if (clock) clocks[id] = { ...clock, stoppedOn: change.on };
  }
  for (const [id, due] of Object.entries(clocksMoved ?? {})) {
    const clock = clocks[id];
    if (clock) clocks[id] = { ...clock, due, extensions: clock.extensions + (change.isExtension ? 1 : 0) };
  }
  for (const [id, due] of Object.entries(clocksStarted ?? {}))
    clocks[id] = { startedOn: change.on, due, extensions: 0 };
  return clocks;
}
