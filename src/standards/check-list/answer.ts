import { hash } from 'node:crypto';
import { canonicalJson } from '../../foundation/canonical-json.ts';
import type { StatusCode } from '../../portal/register-codes.ts';
import type { Holder } from '../queries/holders.ts';
import type { ListPlace } from './list-entry.ts';

/** What the register answers for one number of a list. Only what follows from the register stands here: it is hashed. */
export interface RowAnswer {
  readonly row: number;
  readonly place: ListPlace;
  readonly text: string;
  /** Canonical forms it was read as; several when it is ambiguous. */
  readonly understoodAs: readonly string[];
  readonly outcome: RowOutcome;
  /** One, or several: editions of a number without year, holders of one number, readings of an ambiguous one. The current one first. */
  readonly standards: readonly StandardAnswer[];
  /** Why it is not understood. */
  readonly problem: ReadingProblem | null;
  /** Of which part of the register it would be, for what the register says of its own completeness. */
  readonly wouldBe: { readonly tier: string; readonly family: string } | null;
}

export type RowOutcome = 'found' | 'several' | 'not-in-register' | 'unknown-prefix' | 'malformed';

export type ReadingProblem =
  | { readonly prefix: string; readonly nearest: readonly string[] }
  | {
      readonly position: number;
      readonly expected: string;
      /** Registered numbers that differ by letters written for digits; absent when there are none. */
      readonly nearest?: readonly string[];
    };

export interface StandardAnswer {
  readonly standardId: string;
  readonly number: string;
  readonly address: string;
  readonly tier: string | null;
  readonly nature: string | null;
  readonly kind: string;
  readonly titles: readonly { readonly lang: string; readonly text: string }[];
  /** Whose it is, told where several standards bear its number. */
  readonly holder?: Holder;
  readonly today: DayAnswer;
  readonly onDay: DayAnswer;
  readonly replacedBy: readonly SuccessorAnswer[];
  readonly amendments: readonly { readonly number: string; readonly address: string }[];
  /** Of one that was withdrawn, or whose number or record is gone; absent of every other. */
  readonly ended?: EndAnswer;
}

/** The end of a standard that nothing took the place of: from which day, by whom, why and what to use instead. */
export interface EndAnswer {
  readonly on: string | null;
  /** In the languages in which it is known; none when nobody is named. */
  readonly by: readonly { readonly lang: string; readonly text: string }[];
  readonly reason: string | null;
  readonly instead: readonly {
    readonly number: string;
    /** Absent from this register when null. */
    readonly address: string | null;
  }[];
}

export interface DayAnswer {
  readonly status: StatusCode;
  readonly basis: 'dates' | 'reported' | 'none';
  /** As the source wrote it: `2014-10` where only the month is known. */
  readonly since: string | null;
  readonly until: string | null;
  /** False where the asked day lies within the month or year that `since` names; absent otherwise. */
  readonly certain?: boolean;
}

export interface SuccessorAnswer {
  readonly number: string;
  /** Absent from this register when null. */
  readonly address: string | null;
  /** From which day it is in force, as the source wrote it, when known. */
  readonly from: string | null;
  readonly whole: boolean;
  readonly locality: string | null;
}

/** A whole answer, as it is kept, printed and proven. */
export interface ListAnswer {
  readonly checkedAt: string;
  readonly checkedOn: string;
  readonly asOf: string;
  /** The state of the log that answered; absent while nothing was sealed. */
  readonly checkpoint: AnswerCheckpoint | null;
  readonly rows: readonly RowAnswer[];
}

export interface AnswerCheckpoint {
  readonly treeSize: number;
  /** Root hash of the log in hexadecimal. */
  readonly root: string;
  readonly settledAt: string;
}

/** SHA-256 of the canonical JSON (RFC 8785) of days, checkpoint and rows. */
export function answerHash({ checkedOn, asOf, checkpoint, rows }: Omit<ListAnswer, 'checkedAt'>): string {
  return hash('sha256', canonicalJson({ checkedOn, asOf, checkpoint, rows }), 'hex');
}

/** Status today, or why there is none: by this the rows of an answer are told apart and counted. */
export function standingOf({ outcome, standards }: RowAnswer): string {
  return outcome === 'found' ? (standards[0]?.today.status ?? outcome) : outcome;
}
