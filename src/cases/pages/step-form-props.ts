import type { CompiledProcedure, Finding, StepDefinition } from '@guiju/procedure-language';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import type { Typed } from '../step-form.ts';

/** Everything the form of a step is drawn from. */
export interface StepFormView {
  readonly procedure: CompiledProcedure;
  readonly step: StepDefinition;
  readonly action: string;
  /** Present when the case exists: its number and title. */
  readonly of?: { readonly number: string; readonly title: string };
  readonly typed: Typed;
  readonly problems: readonly FieldProblem[];
  readonly formToken: string | undefined;
  /** Facts of the form that are asked for now. */
  readonly asked: ReadonlySet<string>;
  readonly documents: readonly {
    readonly kind: string;
    readonly title: string;
    readonly isRequired: boolean;
    readonly since?: string;
  }[];
  /** First day on which the window may close. */
  readonly leastDay?: string;
  /** Each question of the verdict with its sentence. */
  readonly trace: readonly { readonly finding: Finding; readonly sentence: string }[];
  readonly basis: string;
  /** Whether the secretariat may enter it for somebody, or record what was done elsewhere. */
  readonly mayEnterFor: boolean;
  readonly mayRecordElsewhere: boolean;
  /** Of a case that begins: the places to fill. */
  readonly parties: readonly { readonly id: string; readonly title: string }[];
}
