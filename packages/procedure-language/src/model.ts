import type { Basis, InBoth, Jurisdiction } from './rule.ts';

/** What a case knows of a fact; a list names several numbers, organizations or documents. */
export type FactValue = string | number | boolean | readonly string[];

export const factTypes = [
  'yesNo',
  'number',
  'text',
  'day',
  'choice',
  'number-of-standard',
  'plan-number',
  'list',
] as const;
export type FactType = (typeof factTypes)[number];

/** Something guards ask and forms enter: its type, its words, and for a choice its values. */
export interface FactDefinition {
  readonly id: string;
  readonly title: InBoth;
  readonly type: FactType;
  readonly choices?: readonly { readonly value: string; readonly title: InBoth }[];
  /** Looked up in the register when a step is taken; no form enters it. */
  readonly isLookedUp?: true;
  /** What a person writes about persons or in confidence; kept apart and erasable. */
  readonly isPrivate?: true;
}

/** A place in a case that an organization fills: committee, department, authority. */
export interface PartyDefinition {
  readonly id: string;
  readonly title: InBoth;
  /** Who records its acts when it does not work here: they then carry channel, day and the number received there. */
  readonly recordedBy?: string;
}

/** Who takes a step: a role, held for the organization that fills a place of the case; without a place, wherever it is held. */
export interface ActorDefinition {
  readonly role: string;
  readonly of?: string;
}

export const windowKinds = ['consultation', 'ballot', 'notice', 'notification'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** The rule that applies: the first whose condition is met. */
export type RuleChoice = readonly { readonly when?: Condition; readonly rule: string }[];

/** A time in which others speak: comments, votes, objections, replies from abroad. Its result is entered when it has ended. */
export interface WindowDefinition {
  readonly id: string;
  readonly kind: WindowKind;
  readonly title: InBoth;
  readonly audience: 'public' | 'members' | 'abroad';
  /** The shortest time it may be open. */
  readonly least?: RuleChoice;
  /** The rule by which a ballot is counted. */
  readonly majority?: RuleChoice;
  /** The stage that is not left before all that was received is answered; without it, the one in which it was opened. */
  readonly answeredIn?: string;
}

/** A deadline that runs over several stages. */
export interface ClockDefinition {
  readonly id: string;
  readonly title: InBoth;
  readonly period: RuleChoice;
  readonly startsWith: readonly string[];
  readonly stopsWith: readonly string[];
}

export interface TrackDefinition {
  readonly id: string;
  readonly title: InBoth;
}

export interface StageDefinition {
  readonly id: string;
  readonly track: string;
  readonly title: InBoth;
  /** Stage of GB/T 16733: `30`. */
  readonly code?: string;
  /** Harmonized stage code of ISO: `40.20`. */
  readonly iso?: string;
  /** Nothing follows: how the track ended. */
  readonly final?: 'done' | 'refused' | 'terminated' | 'withdrawn' | 'merged';
  /** How long it may last. */
  readonly within?: RuleChoice;
}

/** A demand of a step: the condition, said in words, with its article. It applies when `when` is met. */
export interface Guard {
  readonly when?: Condition;
  readonly must: Condition;
  readonly says?: InBoth;
  readonly basis: readonly Basis[];
}

export interface FormField {
  readonly when?: Condition;
  readonly fact: string;
  readonly isRequired: boolean;
}

/** Kinds of documents a step brings along; `rule` names a list of the rulebook. */
export interface DocumentDemand {
  readonly when?: Condition;
  readonly kinds: readonly string[];
  readonly rule?: string;
  readonly isRequired: boolean;
}

export interface StepDefinition {
  readonly id: string;
  readonly title: InBoth;
  /** Empty: nobody takes it, time does. */
  readonly by: readonly ActorDefinition[];
  readonly track: string;
  /** Stages from which it may be taken; `start` is the one before the first. */
  readonly from: readonly string[];
  readonly to?: string;
  readonly form: readonly FormField[];
  readonly documents: readonly DocumentDemand[];
  readonly guards: readonly Guard[];
  readonly basis: readonly Basis[];
  /** Opens a window; enters what came of one that has ended; enters how much of it is answered. */
  readonly opens?: string;
  readonly concludes?: string;
  readonly answers?: string;
  /** Kinds of documents whose present content it approves. */
  readonly approves: readonly string[];
  /** First stages of tracks that begin with it. */
  readonly starts: readonly string[];
  /** Acts in the registers that follow from it, by the names their folders gave them. */
  readonly makes: readonly string[];
  /** Taken by time: when this clock, or the time of this stage, is over. */
  readonly whenDue?: string;
  /** Gives a clock more time, once: as much as the rule allows, or up to the day that the fact `until` names. */
  readonly extends?: { readonly clock: string; readonly by: RuleChoice; readonly until?: string };
  readonly suspends?: { readonly within: RuleChoice };
  readonly resumes?: true;
  /** May be taken while the case is suspended. */
  readonly whileSuspended?: true;
  /** Puts another organization in this place. */
  readonly transfers?: string;
  readonly splits?: true;
  readonly merges?: true;
  /** Gives the case up: open windows and answers do not hold it. */
  readonly abandons?: true;
  /** An ended case goes on; only so long after its end. */
  readonly reopens?: { readonly within: RuleChoice };
  /** Separation of duties: not by whom, or not from where, these steps were taken. */
  readonly notBy: readonly {
    readonly step: string;
    readonly same: 'person' | 'organization';
    readonly basis: readonly Basis[];
  }[];
  /** Not by anybody of the organization that fills this place. */
  readonly notOf: readonly { readonly party: string; readonly basis: readonly Basis[] }[];
}

export interface Procedure {
  readonly id: string;
  readonly version: number;
  readonly title: InBoth;
  readonly summary: InBoth;
  readonly inForce: { readonly from: string; readonly until?: string };
  readonly basis: readonly Basis[];
  readonly jurisdiction: Jurisdiction;
  readonly parties: readonly PartyDefinition[];
  readonly facts: readonly FactDefinition[];
  readonly windows: readonly WindowDefinition[];
  readonly clocks: readonly ClockDefinition[];
  readonly tracks: readonly TrackDefinition[];
  readonly stages: readonly StageDefinition[];
  readonly steps: readonly StepDefinition[];
}

/** Things said of a case that are true or not, and that explain themselves. */
export type Condition =
  | { readonly fact: string; readonly is: FactValue | readonly FactValue[] }
  | { readonly fact: string; readonly isSet: boolean }
  | { readonly fact: string; readonly atLeast: number | RuleName }
  | { readonly fact: string; readonly atMost: number | RuleName }
  /** A day not before another: a fact, `today`, or the day a window ended or a step was taken. */
  /** With `after`: not before the end of that period from the day on. */
  | { readonly fact: string; readonly notBefore: DayName; readonly after?: RuleName }
  | { readonly window: string; readonly is: WindowVerdict }
  | { readonly track: string; readonly is: 'notStarted' | 'ended' | readonly string[] }
  | { readonly approved: string }
  | { readonly document: string }
  | { readonly since: DayName; readonly atLeast: RuleName }
  | { readonly since: DayName; readonly atMost: RuleName }
  | { readonly before: string; readonly atLeast: RuleName }
  | { readonly taken: string; readonly atLeast?: number; readonly atMost?: number | RuleName }
  | { readonly switch: string }
  | { readonly party: string; readonly isSet: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const windowVerdicts = [
  'open',
  'ended',
  'concluded',
  'carried',
  'notCarried',
  'noQuorum',
  'answered',
  'unopposed',
] as const;
export type WindowVerdict = (typeof windowVerdicts)[number];

export interface RuleName {
  readonly rule: string;
}

export type DayName =
  | 'today'
  | { readonly fact: string }
  | { readonly step: string }
  | { readonly stage: string }
  | { readonly window: string };

/** The stage before the first. */
export const start = 'start';
