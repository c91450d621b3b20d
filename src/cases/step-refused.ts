import type { Finding } from '@guiju/procedure-language';
import { type Problem, Refusal, type RefusalDetails } from '../foundation/refusal.ts';

/** The refusal of a step: one problem for each finding that is not met. Its sentences are made where the words are known. */
export function stepRefused(trace: readonly Finding[]): Refusal {
  const problems = trace.filter(({ isMet }) => !isMet).map(problemOf);
  return new StepRefused(trace, problems);
}

/** A refused step with its whole trace, for pages that show every question with its answer. */
export class StepRefused extends Refusal {
  readonly trace: readonly Finding[];
  constructor(trace: readonly Finding[], problems: readonly Problem[]) {
    super('cases.step-refused', { count: problems.length }, problems);
    this.trace = trace;
  }
}

function problemOf(finding: Finding): Problem {
  const { details } = finding;
  const field = details['fact'] ?? details['kind'] ?? details['window'];
  return {
    code: `cases.${finding.check}`,
    ...(typeof field === 'string' ? { field } : {}),
    details: flat(details),
  };
}

function flat(details: Finding['details']): RefusalDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'object' ? value.join(', ') : value]),
  );
}
