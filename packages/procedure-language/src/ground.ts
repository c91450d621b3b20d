import type { Case } from './case.ts';
import type { CompiledProcedure } from './compiled.ts';
import type { FactValue } from './model.ts';
import type { WorkCalendar } from './period.ts';
import type { RuleOnDay } from './rule.ts';

/** What a decision is given beside the case: the rules and days that hold, and what the register knows. */
export interface Ground {
  readonly rule: (id: string) => RuleOnDay | undefined;
  readonly calendar: WorkCalendar;
  /** Organizations that do not work in this installation: others record their acts. */
  readonly absent: ReadonlySet<string>;
  /** The day for which the decision is made. */
  readonly on: string;
}

export interface Asking {
  readonly procedure: CompiledProcedure;
  readonly state: Case;
  /** What the case knows, with what this step enters and what was looked up. */
  readonly facts: Readonly<Record<string, FactValue>>;
  /** Kinds of documents that are there, with their present hashes. */
  readonly documents: Readonly<Record<string, string>>;
  readonly ground: Ground;
}
