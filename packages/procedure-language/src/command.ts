import type { DocumentState, Elsewhere, WindowResult } from './case.ts';
import type { FactValue } from './model.ts';

/** Who stands before the case: every role held today, and what the person ever held. */
export interface Actor {
  readonly organization?: string;
  /** The appointment by which the step is taken; absent for somebody who needs none. */
  readonly appointment?: string;
  readonly roles: readonly { readonly role: string; readonly organization: string; readonly appointment: string }[];
  /** Every appointment the person ever held, for separation of duties. */
  readonly everHeld: readonly string[];
}

/** A step that somebody wants to take. */
export interface TakeStep {
  readonly step: string;
  readonly actor: Actor;
  /** The day on which it was done; not after today. */
  readonly on: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly documents?: Readonly<Record<string, DocumentState>>;
  /** Last day of the window it opens; without it, the shortest time by the rule. */
  readonly closesOn?: string;
  readonly result?: WindowResult;
  /** The organization that a transfer puts in its place. */
  readonly organization?: string;
  /** Identifiers of the cases of a split, or of the case that takes this one in. */
  readonly into?: readonly string[];
  readonly elsewhere?: Elsewhere;
  readonly isEnteredFor?: true;
}

/** The name that is always among the roles: who needs no appointment. */
export const anyone = 'anyone';
