import type { Child } from 'hono/jsx';
import { FieldList } from '../../../portal/field-list.tsx';
import type { Language } from '../../../portal/languages.ts';
import { listed } from '../../../portal/listed.ts';
import type { StepView } from '../step-view.ts';
import { procedureText } from '../texts.ts';
import { ruleValue } from './rule-lines.tsx';

interface StepBlockProps {
  readonly lang: Language;
  readonly step: StepView;
  /** Whether the stages are told from which it is taken. */
  readonly isFromTold?: true;
  /** It stands at several stages; links lead to the first. */
  readonly isRepeated?: boolean;
}

/** A step: who takes it, with what, only if, under which article, and what follows. */
export function StepBlock({ lang, step, isFromTold, isRepeated }: StepBlockProps) {
  const t = procedureText(lang);
  return (
    <div class="gap" id={isRepeated ? undefined : `step-${step.id}`}>
      {isFromTold ? <h3>{step.title}</h3> : <h4>{step.title}</h4>}
      <FieldList
        entries={[
          { label: t('step.by'), value: listed(lang, step.by, 'or') },
          ...(isFromTold ? [{ label: t('step.from'), value: listed(lang, step.from, 'commas') }] : []),
          { label: t('step.to'), value: step.to ?? t('step.stays') },
          { label: t('step.form'), value: items(step.form) },
          { label: t('step.documents'), value: items(step.documents) },
          { label: t('step.guards'), value: guards(step) },
          { label: t('step.rules'), value: rules(lang, step) },
          { label: t('step.effects'), value: items(step.effects) },
          { label: t('step.basis'), value: step.basis },
        ]}
      />
    </div>
  );
}

function items(all: readonly string[]): Child {
  if (all.length === 0) return '';
  return (
    <ul>
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}

function guards({ guards: all }: StepView): Child {
  if (all.length === 0) return '';
  return (
    <ul>
      {all.map(({ text, basis }) => (
        <li>
          {text} {basis === '' ? null : <span class="small soft">{basis}</span>}
        </li>
      ))}
    </ul>
  );
}

function rules(lang: Language, { rules: all }: StepView): Child {
  if (all.length === 0) return '';
  const t = procedureText(lang);
  return (
    <ul>
      {all.map(({ label, rule }) => (
        <li>
          {t('rule.line', { label })} {rule.when === undefined ? null : <>{t('rule.when', { when: rule.when })} </>}
          {ruleValue(lang, rule)}
        </li>
      ))}
    </ul>
  );
}
