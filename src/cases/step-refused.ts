import { type CompiledProcedure, explain, type Finding, type Titles } from '@guiju/procedure-language';
import { type Problem, Refusal } from '../foundation/refusal.ts';

/** A refused step: one problem for each finding that is not met, and the whole trace for pages that show every question. */
export class StepRefused extends Refusal {
  readonly trace: readonly Finding[];
  constructor(trace: readonly Finding[], problems: readonly Problem[]) {
    super('cases.step-refused', { count: problems.length }, problems);
    this.trace = trace;
  }
}

/** The refusal of a step, each problem with its sentence in both languages. */
export function stepRefused(trace: readonly Finding[], procedure: CompiledProcedure, titles: Titles): StepRefused {
  const problems = trace
    .filter(({ isMet }) => !isMet)
    .map((finding): Problem => {
      const { zh, en } = explain(finding, procedure, titles);
      const field = finding.details['fact'] ?? finding.details['kind'] ?? finding.details['window'];
      const basis = finding.basis.map(({ source, article }) => [source, article].filter(Boolean).join(' ')).join(', ');
      return {
        code: 'cases.finding-not-met',
        ...(typeof field === 'string' ? { field } : {}),
        details: { check: finding.check, zh, en, basis: basis || '—' },
      };
    });
  return new StepRefused(trace, problems);
}
