import type { Case, StepTaken } from './case.ts';
import { checkCase, checkPersons } from './check-actor.ts';
import { checkEntered } from './check-entered.ts';
import { checkWindows } from './check-windows.ts';
import type { TakeStep } from './command.ts';
import type { CompiledProcedure } from './compiled.ts';
import { found, isMet } from './condition.ts';
import { RuleMissing } from './due.ts';
import { stepTaken } from './effects.ts';
import type { Finding, Verdict } from './finding.ts';
import type { Asking } from './ground.ts';
import type { FactValue, StepDefinition } from './model.ts';
import type { WorkCalendar } from './period.ts';
import { type Rulebook, ruleOn } from './rule.ts';

/** What is known beside the case when a decision is made. */
export interface Given {
  readonly rulebook: Rulebook;
  readonly calendar: WorkCalendar;
  readonly today: string;
  /** Organizations that do not work in this installation. */
  readonly absent?: ReadonlySet<string>;
  /** Facts that the definition looks up: whether a number is free, whether a similar project runs. */
  readonly lookedUp?: Readonly<Record<string, FactValue>>;
}

export interface Decision extends Verdict {
  /** Present when allowed. */
  readonly event?: StepTaken;
}

/**
 * Whether a step may be taken, and what it does: pure, from the case, the command, the rules and the day. Every question
 * is asked even when an earlier one was answered with no, so that all that is in the way is told at once.
 *
 * @param state the case, opened before (`case-opened`)
 */
export function decide(procedure: CompiledProcedure, state: Case, command: TakeStep, given: Given): Decision {
  const step = procedure.step(command.step);
  if (step === undefined)
    return { isAllowed: false, trace: [{ check: 'stage', isMet: false, details: { step: command.step }, basis: [] }] };
  const asking = askingOf(procedure, state, { command, given });
  let trace: readonly Finding[] = [];
  try {
    trace = traceOf(step, asking, { command, today: given.today });
    if (trace.some((finding) => !finding.isMet)) return { isAllowed: false, trace };
    return { isAllowed: true, trace, event: stepTaken(step, asking, { ...command, by: takenBy(command) }) };
  } catch (error) {
    if (!(error instanceof RuleMissing)) throw error;
    const missing: Finding = { check: 'rule-missing', isMet: false, details: { name: error.message }, basis: [] };
    return { isAllowed: false, trace: [...trace, missing] };
  }
}

/** The ground on which a step is judged: facts and documents of the case with those it brings. */
export function askingOf(
  procedure: CompiledProcedure,
  state: Case,
  { command, given }: { readonly command: Pick<TakeStep, 'on' | 'facts' | 'documents'>; readonly given: Given },
): Asking {
  const hashes: Record<string, string> = {};
  for (const [kind, { hash }] of Object.entries(state.documents)) hashes[kind] = hash;
  for (const [kind, { hash }] of Object.entries(command.documents ?? {})) hashes[kind] = hash;
  return {
    procedure,
    state,
    facts: { ...given.lookedUp, ...state.facts, ...command.facts, ...procedure.fixed },
    documents: hashes,
    ground: {
      on: command.on,
      calendar: given.calendar,
      absent: given.absent ?? nobody,
      rule: (id) => ruleOn(given.rulebook, id, { day: command.on, jurisdictions: state.jurisdictions }),
    },
  };
}

const nobody: ReadonlySet<string> = new Set();

function traceOf(
  step: StepDefinition,
  asking: Asking,
  { command, today }: { readonly command: TakeStep; readonly today: string },
): readonly Finding[] {
  return [
    ...checkCase(step, asking, today),
    ...checkPersons(step, asking, command),
    ...checkEntered(step, asking, command),
    ...checkWindows(step, asking, command),
    ...checkGuards(step, asking),
  ];
}

function checkGuards(step: StepDefinition, asking: Asking): readonly Finding[] {
  return step.guards.flatMap((guard) => {
    if (!isMet(guard.when, asking)) return [];
    const finding = found(guard.must, asking, guard.basis);
    return [guard.says === undefined ? finding : { ...finding, says: guard.says }];
  });
}

function takenBy({ actor }: TakeStep): StepTaken['by'] {
  const held = actor.roles.find(({ appointment }) => appointment === actor.appointment);
  return {
    ...(actor.organization === undefined ? {} : { organization: actor.organization }),
    ...(actor.appointment === undefined ? {} : { appointment: actor.appointment }),
    ...(held === undefined ? {} : { role: held.role }),
  };
}
