import type { Case, CompiledProcedure, FactValue } from '@guiju/procedure-language';
import type { Situation } from '../foundation/command.ts';
import type { ReadHandle } from '../foundation/database.ts';
import type { NewEvent } from '../foundation/events.ts';
import type { FactRequests } from '../foundation/facts.ts';

/** The case and the step by which an act is made. */
export interface ActOccasion {
  readonly homeId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly procedure: CompiledProcedure;
  readonly state: Case;
  /** What the case knows together with what the step enters. */
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly on: string;
}

export interface ActMade {
  readonly events: readonly NewEvent[];
  /** What the case learns by it: a number that was allotted. */
  readonly facts?: Readonly<Record<string, FactValue>>;
}

/** What an act is decided from. */
export interface ActMaking {
  readonly occasion: ActOccasion;
  readonly situation: Situation<unknown, Readonly<Record<string, unknown>>>;
  readonly prepared: unknown;
}

/**
 * What a step does in a register: a plan item, a number, an announcement, a standard. The folder of the register brings it;
 * definitions name it under `makes`. It is decided in the transaction of the step, so that both happen or neither.
 */
export interface CaseAct {
  readonly name: string;
  /** What the facts of the act are asked for, looked up before the transaction begins. */
  readonly prepare: (read: ReadHandle, occasion: ActOccasion) => Promise<unknown>;
  readonly facts: (prepared: unknown) => FactRequests;
  readonly decide: (making: ActMaking) => ActMade;
}
