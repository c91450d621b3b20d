import type { Language } from './languages.ts';
import { portalText } from './texts.ts';

/** What is wrong with one field of a form, in whole sentences of the page's language. */
export interface FieldProblem {
  /** The field's `id`. */
  readonly field: string;
  /** The field's label, for the summary. */
  readonly label: string;
  /** What is wrong and what would be right. */
  readonly problem: string;
  /** The rule behind it, with its source. */
  readonly why?: string | undefined;
}

interface ErrorSummaryProps {
  readonly lang: Language;
  readonly problems: readonly FieldProblem[];
}

/** All problems of a form at once, each linked to its field; what was entered stays below. */
export function ErrorSummary({ lang, problems }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  const t = portalText(lang);
  return (
    <div class="box heavy errbox" role="alert" aria-labelledby="error-summary">
      <h2 id="error-summary">{t('errors.title', { n: problems.length })}</h2>
      <ol class="errs">
        {problems.map(({ field, label, problem }) => (
          <li>
            <a href={`#${field}`}>{t('errors.entry', { label, problem })}</a>
          </li>
        ))}
      </ol>
      <p class="note">{t('errors.kept')}</p>
    </div>
  );
}

export function problemOf(problems: readonly FieldProblem[], field: string): FieldProblem | undefined {
  return problems.find((problem) => problem.field === field);
}
