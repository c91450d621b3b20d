import type { StepDefinition } from '@guiju/procedure-language';
import { basisText, documentName, inLanguage } from '../sentences.ts';
import { procedureText } from './texts.ts';
import { type AppliedRule, actorNames, appliedRule, appliedRules, clause, type Wording } from './words.ts';

/** A rule that a step applies, with what it is applied to. */
export interface StepRule {
  readonly label: string;
  readonly rule: AppliedRule;
}

/** A step in words. */
export interface StepView {
  readonly id: string;
  readonly title: string;
  readonly by: readonly string[];
  readonly isByTime: boolean;
  /** Titles of the stages from which it is taken, when asked. */
  readonly from: readonly string[];
  readonly to: string | undefined;
  readonly form: readonly string[];
  readonly documents: readonly string[];
  readonly guards: readonly { readonly text: string; readonly basis: string }[];
  readonly rules: readonly StepRule[];
  /** What it does beside moving the case. */
  readonly effects: readonly string[];
  readonly basis: string;
}

export function stepView(step: StepDefinition, wording: Wording): StepView {
  const { lang, definitions, procedure } = wording;
  const stageTitle = (id: string): string => {
    const title = procedure.stage(id)?.title;
    return title ? inLanguage(lang, title) : procedureText(lang)('stage.start');
  };
  return {
    id: step.id,
    title: inLanguage(lang, step.title),
    by: actorNames(step.by, wording),
    isByTime: step.by.length === 0,
    from: step.from.map(stageTitle),
    to: step.to === undefined ? undefined : stageTitle(step.to),
    form: formLines(step, wording),
    documents: documentLines(step, wording),
    guards: guardLines(step, wording),
    rules: rulesOf(step, wording),
    effects: effectsOf(step, wording),
    basis: basisText(lang, step.basis, definitions.legalSources),
  };
}

function formLines({ form }: StepDefinition, wording: Wording): readonly string[] {
  const { lang, procedure } = wording;
  const t = procedureText(lang);
  return form.map(({ fact, isRequired, when }) => {
    const title = procedure.fact(fact)?.title;
    const name = title ? inLanguage(lang, title) : fact;
    if (when !== undefined) return t('item.when', { item: name, when: clause(when, wording) });
    return isRequired ? name : t('item.optional', { item: name });
  });
}

function documentLines({ documents }: StepDefinition, wording: Wording): readonly string[] {
  const { lang, definitions } = wording;
  const t = procedureText(lang);
  return documents.flatMap(({ kinds, rule, isRequired, when }) => {
    const names = kinds.map((kind) => documentName(lang, kind, definitions));
    const list = rule === undefined ? undefined : appliedRule(rule, wording);
    const all =
      list === undefined
        ? names
        : [...names, t('item.list', { title: list.title, documents: list.value?.value ?? '' })];
    return all.map((item) => {
      if (when !== undefined) return t('item.when', { item, when: clause(when, wording) });
      return isRequired ? item : t('item.optional', { item });
    });
  });
}

function guardLines({ guards, notBy, notOf }: StepDefinition, wording: Wording): StepView['guards'] {
  const { lang, definitions, procedure } = wording;
  const t = procedureText(lang);
  const basisOf = (basis: StepDefinition['basis']): string => basisText(lang, basis, definitions.legalSources);
  const said = guards.map(({ when, must, says, basis }) => {
    const demand = clause(must, wording);
    const whole =
      when === undefined
        ? t('guard.must', { must: demand })
        : t('guard.whenMust', { when: clause(when, wording), must: demand });
    const text = says === undefined ? whole : t('guard.says', { says: inLanguage(lang, says), demand: whole });
    return { text, basis: basisOf(basis) };
  });
  const separate = notBy.map(({ step, same, basis }) => {
    const title = procedure.step(step)?.title;
    return { text: t(`guard.notBy.${same}`, { step: title ? inLanguage(lang, title) : step }), basis: basisOf(basis) };
  });
  const outside = notOf.map(({ party, basis }) => {
    const title = procedure.party(party)?.title;
    return { text: t('guard.notOf', { party: title ? inLanguage(lang, title) : party }), basis: basisOf(basis) };
  });
  return [...said, ...separate, ...outside];
}

function rulesOf(step: StepDefinition, wording: Wording): readonly StepRule[] {
  const t = procedureText(wording.lang);
  const window = step.opens === undefined ? undefined : wording.procedure.windowOf(step.opens);
  const result = step.concludes === undefined ? undefined : wording.procedure.windowOf(step.concludes);
  const some = (label: string, choice: Parameters<typeof appliedRules>[0]): readonly StepRule[] =>
    appliedRules(choice, wording).map((rule) => ({ label, rule }));
  return [
    ...some(t('rule.least'), window?.least),
    ...some(t('rule.majority'), result?.majority),
    ...some(t('rule.extends'), step.extends?.by),
    ...some(t('rule.suspends'), step.suspends?.within),
    ...some(t('rule.reopens'), step.reopens?.within),
    ...step.documents.flatMap(({ rule }) =>
      rule === undefined ? [] : [{ label: t('rule.documents'), rule: appliedRule(rule, wording) }],
    ),
  ];
}

function effectsOf(step: StepDefinition, wording: Wording): readonly string[] {
  const { lang, procedure, definitions, day } = wording;
  const t = procedureText(lang);
  const windowName = (id: string): string => inLanguage(lang, procedure.windowOf(id)?.title ?? { zh: id, en: id });
  const clockNames = (clocks: readonly { readonly title: { readonly zh: string; readonly en: string } }[]) =>
    clocks.map(({ title }) => inLanguage(lang, title));
  const acts = definitions.codelist('case-acts').at(day);
  const actName = (code: string): string => (lang === 'en' ? acts.get(code)?.name.en : acts.get(code)?.name.zh) ?? code;
  const begun = step.starts.map((name) => {
    const track = procedure.tracks.find(({ id }) => id === name.split(':')[0]);
    return t('effect.starts', { track: track ? inLanguage(lang, track.title) : name });
  });
  return [
    ...(step.opens === undefined ? [] : [t('effect.opens', { window: windowName(step.opens) })]),
    ...(step.concludes === undefined ? [] : [t('effect.concludes', { window: windowName(step.concludes) })]),
    ...(step.answers === undefined ? [] : [t('effect.answers', { window: windowName(step.answers) })]),
    ...step.approves.map((kind) => t('effect.approves', { document: documentName(lang, kind, definitions) })),
    ...begun,
    ...clockNames(procedure.clocksStartedBy(step.id)).map((clock) => t('effect.clockStarts', { clock })),
    ...clockNames(procedure.clocksStoppedBy(step.id)).map((clock) => t('effect.clockStops', { clock })),
    ...step.makes.map((act) => t('effect.makes', { act: actName(act) })),
    ...(step.suspends === undefined ? [] : [t('effect.suspends')]),
    ...(step.resumes === undefined ? [] : [t('effect.resumes')]),
    ...(step.transfers === undefined
      ? []
      : [
          t('effect.transfers', {
            party: inLanguage(
              lang,
              procedure.party(step.transfers)?.title ?? { zh: step.transfers, en: step.transfers },
            ),
          }),
        ]),
    ...(step.splits === undefined ? [] : [t('effect.splits')]),
    ...(step.merges === undefined ? [] : [t('effect.merges')]),
    ...(step.abandons === undefined ? [] : [t('effect.abandons')]),
    ...(step.reopens === undefined ? [] : [t('effect.reopens')]),
  ];
}
