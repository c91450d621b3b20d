import {
  type ActorDefinition,
  anyone,
  type CompiledProcedure,
  type Condition,
  type ConditionWords,
  type InBoth,
  type RuleChoice,
  ruleOn,
  sayCondition,
} from '@guiju/procedure-language';
import type { Definitions } from '../../foundation/definitions.ts';
import type { Language } from '../../portal/languages.ts';
import { ruleHref, type ValueView, valueView } from '../rule-view.ts';
import { inLanguage, valueSentence } from '../sentences.ts';
import { procedureText } from './texts.ts';

/** What a definition is put into words with: the language, the day on which rules are asked, and the house's words. */
export interface Wording {
  readonly lang: Language;
  readonly day: string;
  readonly definitions: Definitions;
  readonly procedure: CompiledProcedure;
}

/** One rule of a choice: when it applies and what it says on the day. */
export interface AppliedRule {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly when?: string | undefined;
  /** Absent when the nation has no value on the day. */
  readonly value: ValueView | undefined;
}

/** The rules of a choice with their values of the nation. */
export function appliedRules(choice: RuleChoice | undefined, wording: Wording): readonly AppliedRule[] {
  return (choice ?? []).map(({ when, rule }) => ({
    ...appliedRule(rule, wording),
    ...(when === undefined ? {} : { when: clause(when, wording) }),
  }));
}

export function appliedRule(id: string, { lang, definitions, day }: Omit<Wording, 'procedure'>): AppliedRule {
  const rule = definitions.rulebook.get(id);
  const value = ruleOn(definitions.rulebook, id, { day, jurisdictions: [] });
  return {
    id,
    title: rule ? inLanguage(lang, rule.title) : id,
    href: ruleHref(id),
    value: rule && value && valueView(rule, value, { lang, definitions, day }),
  };
}

/** A condition as a clause, in the page's language. */
export function clause(condition: Condition, wording: Wording): string {
  return inLanguage(wording.lang, sayCondition(condition, conditionWords(wording)));
}

function conditionWords({ definitions, procedure, day }: Wording): ConditionWords {
  return {
    procedure,
    document: (kind) => definitions.documentKinds.get(kind) ?? { zh: kind, en: kind },
    role: (code) => roleName(code, definitions, day),
    rule: (id) => {
      const rule = definitions.rulebook.get(id);
      const value = ruleOn(definitions.rulebook, id, { day, jurisdictions: [] });
      const title = rule?.title ?? { zh: id, en: id };
      if (value === undefined || value.content.kind === 'switch') return title;
      const says = (lang: Language) => valueSentence(lang, value, definitions);
      return { zh: `${title.zh}（${says('zh-Hans')}）`, en: `${title.en} (${says('en')})` };
    },
  };
}

/** The name of a role; its code where the list of roles does not have it. */
export function roleName(code: string, definitions: Pick<Definitions, 'codelist'>, day: string): InBoth {
  const name = definitions.codelist('roles').at(day).get(code)?.name;
  return { zh: name?.zh ?? code, en: name?.en ?? code };
}

/** Who takes a step, in words. */
export function actorNames(by: readonly ActorDefinition[], wording: Wording): readonly string[] {
  const { lang, definitions, day, procedure } = wording;
  const t = procedureText(lang);
  if (by.length === 0) return [t('by.time')];
  return by.map(({ role, of }) => {
    if (role === anyone) return t('by.anyone');
    const title = inLanguage(lang, roleName(role, definitions, day));
    const party = of === undefined ? undefined : procedure.party(of)?.title;
    return party === undefined ? title : t('by.roleOf', { role: title, party: inLanguage(lang, party) });
  });
}
