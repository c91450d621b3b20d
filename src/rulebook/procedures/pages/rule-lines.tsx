import type { Child } from 'hono/jsx';
import type { Language } from '../../../portal/languages.ts';
import { UnconfirmedTag } from '../../pages/value-cells.tsx';
import { procedureText } from '../texts.ts';
import type { AppliedRule } from '../words.ts';

interface RuleLinesProps {
  readonly lang: Language;
  readonly rules: readonly AppliedRule[];
}

/** Rules with their values on the day: what applies when, set by whom, confirmed or not. */
export function RuleLines({ lang, rules }: RuleLinesProps) {
  if (rules.length === 1) return <p>{rules.map((rule) => ruleValue(lang, rule))}</p>;
  return (
    <ul>
      {rules.map((rule) => (
        <li>
          {rule.when === undefined ? null : <>{procedureText(lang)('rule.when', { when: rule.when })} </>}
          {ruleValue(lang, rule)}
        </li>
      ))}
    </ul>
  );
}

export function ruleValue(lang: Language, { value, href, title }: AppliedRule): Child {
  const t = procedureText(lang);
  if (value === undefined)
    return (
      <>
        <a href={href}>{title}</a> <span class="soft">{t('rule.none')}</span>
      </>
    );
  return (
    <>
      {t('rule.place', { value: value.value, place: value.place })}{' '}
      {value.isConfirmed ? null : <UnconfirmedTag lang={lang} />}{' '}
      <a class="small" href={href}>
        {title}
      </a>
    </>
  );
}
