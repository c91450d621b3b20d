import type { CalendarDay, WrittenDate } from '../../portal/calendar.ts';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import type { LanguageText } from '../../portal/languages.ts';
import type { PaginationView } from '../../portal/pagination.tsx';
import type { StatusCode } from '../../portal/register-codes.ts';
import type { CoverageStatement, HolderView } from './search-view.ts';
import type { LabelledLink, StandardLink } from './standard-link.ts';

/** Form to check a list of standard numbers. */
export interface CheckListFormView {
  readonly action: string;
  readonly pasted: string;
  readonly asOf: CalendarDay;
  readonly maximumRows: number;
  readonly maximumMegabytes: number;
  /** Token for browsers that send neither Origin nor Sec-Fetch-Site. */
  readonly formToken?: string | undefined;
  readonly problems: readonly FieldProblem[];
}

export type CheckOutcome =
  | { readonly kind: 'found'; readonly found: CheckedStandard }
  /** Year-less number or number with several holders. */
  | { readonly kind: 'several'; readonly found: readonly CheckedStandard[] }
  | { readonly kind: 'not-in-register'; readonly number: string; readonly coverage: CoverageStatement }
  | { readonly kind: 'unknown-prefix'; readonly prefix: string; readonly nearest: readonly string[] }
  | {
      readonly kind: 'malformed';
      readonly position: number;
      readonly why: LanguageText;
      readonly nearest: readonly string[];
    };

export interface CheckedStandard {
  readonly standard: StandardLink;
  /** Whose it is, where several standards bear its number. */
  readonly holder?: HolderView | undefined;
  readonly statusToday: StatusCode;
  readonly statusOnDay: StatusCode;
  /** Where the days are known to the month or year only, and the asked day lies within it. */
  readonly doubtful: readonly ('statusToday' | 'statusOnDay')[];
  readonly replacedBy: readonly {
    readonly standard: StandardLink;
    readonly from?: WrittenDate | undefined;
    /** It takes the place of a part only: of which one, when it is said. */
    readonly isPartial: boolean;
    readonly locality?: LanguageText | undefined;
  }[];
  readonly amendments: readonly StandardLink[];
  readonly ended?: EndView | undefined;
}

/** The end of a standard that nothing took the place of. */
export interface EndView {
  readonly how: 'withdrawn' | 'numberCancelled' | 'annulled';
  readonly on?: WrittenDate | undefined;
  readonly by?: LanguageText | undefined;
  readonly reason?: LanguageText | undefined;
  readonly instead: readonly StandardLink[];
}

export interface CheckedRow {
  /** Place in the list, from 1. */
  readonly row: number;
  /** Cell, paragraph or line it came from, in words of the page's language. */
  readonly place?: LanguageText | undefined;
  readonly asPasted: string;
  /** Canonical number it was read as. */
  readonly understoodAs?: string | undefined;
  readonly outcome: CheckOutcome;
}

export interface CheckListResultView {
  /** The day asked beside today. */
  readonly asOf: CalendarDay;
  readonly checkedOn: CalendarDay;
  readonly total: number;
  readonly summary: readonly {
    readonly status: StatusCode;
    readonly count: number;
    readonly href?: string | undefined;
  }[];
  readonly notFound: number;
  readonly several: number;
  readonly notUnderstood: number;
  /** Lines and rows that hold no number and are not among the rows. */
  readonly withoutNumber: number;
  readonly rows: readonly CheckedRow[];
  readonly pagination: PaginationView;
  readonly xlsxHref: string;
  /** All rows on one page, for printing. */
  readonly printHref?: string | undefined;
  readonly watchAction?: string | undefined;
  readonly formToken?: string | undefined;
  /** Name of the file that was read. */
  readonly fileName?: string | undefined;
  readonly answerProof?: AnswerProofView | undefined;
  readonly againHref: string;
}

/** What an answer rests on: its own hash, and the state of the log that gave it. */
export interface AnswerProofView {
  /** Identifier and permanent address of the list, on paper too. */
  readonly list: string;
  readonly address: string;
  /** Day up to which the answer stands there, unless somebody watches it. */
  readonly keptUntil: CalendarDay;
  /** Name of the log. */
  readonly origin: string;
  readonly resultHash: string;
  readonly treeSize: number;
  readonly rootHash: string;
  /** Instant of the checkpoint, ISO 8601 with offset. */
  readonly sealedAt: string;
  /** The answer as JSON, over which the hash is taken. */
  readonly jsonHref: string;
  /** Proof that the records behind the rows were in that log. */
  readonly proofHref: string;
}

/** What is watched: one standard, a search or a list. */
export interface WatchSubject {
  readonly label: LanguageText;
  readonly href?: string | undefined;
}

export interface WatchFormView {
  readonly subject: WatchSubject;
  readonly action: string;
  readonly email: string;
  readonly formToken?: string | undefined;
  readonly problems: readonly FieldProblem[];
  readonly feedHref?: string | undefined;
}

export type WatchStateView =
  /** A message was sent; nothing is watched before it is confirmed. */
  | { readonly kind: 'asked'; readonly subject: WatchSubject; readonly email: string; readonly validUntil: string }
  /** Confirming needs a button, since mail programs open links. */
  | {
      readonly kind: 'confirm';
      readonly subject: WatchSubject;
      readonly action: string;
      readonly formToken?: string | undefined;
    }
  | { readonly kind: 'confirmed'; readonly subject: WatchSubject; readonly stopHref?: string | undefined }
  /** Stopping needs a button, since mail programs open links. */
  | {
      readonly kind: 'stop';
      readonly subject: WatchSubject;
      readonly action: string;
      readonly formToken?: string | undefined;
    }
  | { readonly kind: 'stopped'; readonly subject: WatchSubject }
  | { readonly kind: 'expired'; readonly againHref: string };

export interface CorrectionFormView {
  readonly standard: StandardLink;
  readonly action: string;
  readonly formToken?: string | undefined;
  /** Fields of the record that can be questioned. */
  readonly fields: readonly { readonly value: string; readonly label: string; readonly current: string }[];
  readonly entered: {
    readonly field: string;
    readonly shouldBe: string;
    readonly evidence: string;
    readonly email: string;
  };
  readonly problems: readonly FieldProblem[];
}

/** A reported error and what became of it. The reporter's address is never shown. */
export interface CorrectionStateView {
  readonly number: string;
  readonly standard: StandardLink;
  readonly state: 'open' | 'accepted' | 'refused';
  readonly reportedOn: CalendarDay;
  /** The office that answers, and by when. */
  readonly answerBy?: { readonly who: LanguageText; readonly on: CalendarDay } | undefined;
  readonly field: LanguageText;
  readonly was: string;
  readonly shouldBe: string;
  readonly evidence: string;
  readonly steps: readonly CorrectionStep[];
}

export interface CorrectionStep {
  readonly on: CalendarDay;
  readonly who: LanguageText;
  readonly what: LanguageText;
  readonly reason?: LanguageText | undefined;
  readonly under?: LanguageText | undefined;
}

/** Bulk data and interfaces. */
export interface BulkDataView {
  readonly files: readonly BulkFile[];
  readonly licences: readonly {
    readonly covers: LanguageText;
    readonly licence: LabelledLink;
    readonly attribution: LanguageText;
  }[];
  readonly api: { readonly openApiHref: string; readonly baseUrl: string; readonly exampleHref: string };
  readonly feeds: readonly LabelledLink[];
  readonly oaiPmhHref: string;
  readonly dcatHref: string;
}

export interface BulkFile {
  readonly name: string;
  readonly href: string;
  readonly format: 'JSON Lines' | 'CSV' | 'Parquet' | 'XLSX';
  readonly madeOn: CalendarDay;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** How anyone verifies the register without trusting it. */
export interface VerifyView {
  readonly origin: string;
  readonly publicKey: string;
  readonly treeSize: number;
  readonly rootHash: string;
  readonly checkpointAt: string;
  readonly checkpointHref: string;
  /** Commands that check files which were taken away. */
  readonly listCommand: string;
  readonly recordCommand: string;
  readonly tilesHref: string;
  readonly exportCommand: string;
  readonly verifyCommand: string;
}
