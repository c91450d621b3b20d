import type { FactValue } from './model.ts';
import type { Jurisdiction } from './rule.ts';

/** Who took a step, as far as later steps ask: never a name. */
export interface TakenBy {
  readonly organization?: string;
  readonly appointment?: string;
  readonly role?: string;
}

/** An act done where the authority works, recorded here: through which channel, when, under which number there. */
export interface Elsewhere {
  readonly channel: string;
  readonly on: string;
  readonly number?: string;
}

export interface TakenStep {
  readonly step: string;
  readonly on: string;
  readonly by: TakenBy | 'time';
  /** False: brought in with the case; nobody saw it here. */
  readonly isWitnessed: boolean;
  readonly elsewhere?: Elsewhere;
  /** Taken by the secretariat for somebody who answered on paper, by letter or by voice. */
  readonly isEnteredFor?: true;
}

/** A day by which something must be done, and the rule it follows from. */
export interface Due {
  readonly day: string;
  readonly rule: string;
  readonly jurisdiction: Jurisdiction;
  readonly isConfirmed: boolean;
  /** False when the day lies beyond the years whose holidays are announced. */
  readonly holidaysKnown: boolean;
}

export interface RunningClock {
  readonly startedOn: string;
  /** Absent for what was brought in without a day. */
  readonly due: Due;
  readonly extensions: number;
  readonly stoppedOn?: string;
}

/** What came of a window. Of a consultation: units asked and what they sent; of a ballot: votes; of notices: objections. */
export interface WindowResult {
  readonly asked?: number;
  readonly replied?: number;
  readonly received?: number;
  readonly answered?: number;
  /** Objections that were found right. */
  readonly upheld?: number;
  readonly entitled?: number;
  readonly favour?: number;
  readonly against?: number;
  readonly abstained?: number;
}

export interface WindowState {
  readonly openedOn: string;
  /** The last day on which something may be sent. */
  readonly closesOn: string;
  readonly stage: string;
  readonly result?: WindowResult;
  readonly concludedOn?: string;
  /** Of a ballot. */
  readonly verdict?: 'carried' | 'notCarried' | 'noQuorum';
  /** Given up with the case. */
  readonly isAbandoned?: true;
}

export interface DocumentState {
  readonly document: string;
  readonly hash: string;
  readonly on: string;
}

/** A running procedure: the fold of its events, and nothing else. */
export interface Case {
  readonly procedure: string;
  readonly version: number;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly openedOn: string;
  /** Stage of each track that has begun. */
  readonly stages: Readonly<Record<string, { readonly stage: string; readonly since: string }>>;
  readonly ended?: { readonly stage: string; readonly on: string };
  readonly suspended?: { readonly on: string; readonly step: string; readonly due: Due };
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly parties: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, DocumentState>>;
  readonly approvals: Readonly<Record<string, { readonly hash: string; readonly on: string; readonly step: string }>>;
  /** Every opening of each window, the last one last. */
  readonly windows: Readonly<Record<string, readonly WindowState[]>>;
  readonly clocks: Readonly<Record<string, RunningClock>>;
  readonly taken: readonly TakenStep[];
}

/** What a step did, complete: a case is folded from it without the definition. */
export interface StepTaken {
  readonly type: 'step-taken';
  readonly step: string;
  readonly on: string;
  readonly by: TakenBy | 'time';
  readonly elsewhere?: Elsewhere;
  readonly isEnteredFor?: true;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly documents?: Readonly<Record<string, DocumentState>>;
  readonly approves?: Readonly<Record<string, string>>;
  readonly moves?: readonly { readonly track: string; readonly to: string }[];
  readonly clocksStarted?: Readonly<Record<string, Due>>;
  readonly clocksStopped?: readonly string[];
  readonly clocksMoved?: Readonly<Record<string, Due>>;
  readonly isExtension?: true;
  readonly opened?: { readonly window: string; readonly closesOn: string; readonly stage: string };
  readonly concluded?: {
    readonly window: string;
    readonly result: WindowResult;
    readonly verdict?: 'carried' | 'notCarried' | 'noQuorum';
  };
  readonly abandonedWindows?: readonly string[];
  readonly suspended?: Due;
  readonly resumed?: true;
  readonly parties?: Readonly<Record<string, string>>;
  readonly ended?: string;
  readonly reopened?: true;
  /** Cases into which it was split, or the one that took it in. */
  readonly into?: readonly string[];
  readonly makes?: readonly string[];
}

export interface CaseOpened {
  readonly type: 'case-opened';
  readonly procedure: string;
  readonly version: number;
  readonly jurisdictions: readonly Jurisdiction[];
  readonly on: string;
  readonly parties: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** A case that began elsewhere: it stands where it stood, with what was said of its past. */
export interface CaseBroughtIn {
  readonly type: 'case-brought-in';
  readonly from: { readonly kind: 'elsewhere' } | { readonly kind: 'split'; readonly of: string };
  readonly state: Case;
}

export interface DocumentChanged {
  readonly type: 'case-document-changed';
  readonly on: string;
  readonly kind: string;
  readonly document: DocumentState;
}

export interface VersionChanged {
  readonly type: 'case-moved-to-version';
  readonly on: string;
  readonly version: number;
  readonly clocksStarted: Readonly<Record<string, Due>>;
  readonly clocksMoved: Readonly<Record<string, Due>>;
  readonly clocksStopped: readonly string[];
}

export type CaseEvent = CaseOpened | CaseBroughtIn | StepTaken | DocumentChanged | VersionChanged;

/** The clock of a stage's own time. */
export function clockOfStage(stage: string): string {
  return `stage:${stage}`;
}
