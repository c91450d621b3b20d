import type { FieldProblem } from '../../portal/error-summary.tsx';
import type { LanguageText } from '../../portal/languages.ts';
import type { ApprovalStanding } from '../model.ts';
import type { TextFacts, TextVerdict } from '../text-access.ts';

/** A content as a page shows it. Without full access it has no addresses. */
export interface ContentView {
  readonly hash: string;
  readonly name: string | undefined;
  readonly mediaType: string;
  readonly size: number;
  readonly enteredOn: string;
  readonly role: string;
  readonly erased?: { readonly on: string; readonly basis: string };
  readonly href?: string;
  readonly fileHref?: string;
  readonly viewHref?: string;
}

export interface VersionView extends ContentView {
  readonly number: number;
  readonly isCurrent: boolean;
  readonly origin: 'uploaded' | 'brought-in' | { readonly template: string };
  readonly compare?: { readonly number: number; readonly href: string };
}

export interface ScanView extends ContentView {
  readonly signedNumber: number;
}

export interface ApprovalView
  extends Pick<
    ApprovalStanding,
    'standing' | 'because' | 'rule' | 'hash' | 'currentHash' | 'approvedNumber' | 'currentNumber'
  > {
  readonly role: string;
  readonly on: string;
  readonly since?: string;
  readonly changeHref?: string;
}

/** What a visitor may do with the document, by the permission table. */
export interface DocumentActs {
  readonly addVersion: boolean;
  readonly bindScan: boolean;
  readonly approve: boolean;
  readonly changeAccess: boolean;
  readonly withdraw: boolean;
}

export type FormName = 'version' | 'scan' | 'approve' | 'access' | 'withdraw';

/** The form that was sent and refused, with what was typed. */
export interface FormState {
  readonly form: FormName;
  readonly entered: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export interface DocumentView {
  readonly id: string;
  readonly href: string;
  readonly title: LanguageText;
  readonly kind: string;
  readonly lang: string;
  readonly enteredOn: string;
  readonly withdrawn?: { readonly on: string; readonly reason: string };
  readonly facts: TextFacts;
  readonly verdict: TextVerdict;
  readonly versions: readonly VersionView[];
  readonly approvals: readonly ApprovalView[];
  readonly scans: readonly ScanView[];
  readonly acts: DocumentActs;
  /** The beginning of the text, where no more is open. */
  readonly preview?: readonly string[];
  readonly formKey: string;
  readonly sent?: FormState;
}
