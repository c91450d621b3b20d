import {
  holdsOn,
  type Jurisdiction,
  type Rule,
  type RuleOnDay,
  type RuleValue,
  ruleOn,
} from '@guiju/procedure-language';
import type { Definitions } from '../foundation/definitions.ts';
import type { Language } from '../portal/languages.ts';
import { type Asked, jurisdictionsAt } from './asked.ts';
import { basisText, inLanguage, placeName, valueSentence } from './sentences.ts';

/** A value in words. */
export interface ValueView {
  readonly value: string;
  readonly place: string;
  readonly placeCode: Jurisdiction;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly basis: string;
  readonly note: string | undefined;
  readonly isConfirmed: boolean;
  /** Whether it holds on the asked day. */
  readonly holds: boolean;
}

/** A rule in the list: what applies at the asked place on the asked day. */
export interface RuleLine {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly value: ValueView | undefined;
}

export interface SubjectView {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly RuleLine[];
}

export interface ViewGiven {
  readonly lang: Language;
  readonly definitions: Definitions;
  readonly day: string;
}

interface SubjectsGiven extends Omit<ViewGiven, 'day'> {
  /** What the addresses of rules keep of the question: place and day. */
  readonly query: string;
}

/** The rules by subject, with the value that applies at the asked place on the asked day. */
export function subjectViews(given: SubjectsGiven, asked: Asked): readonly SubjectView[] {
  const context = { ...given, day: asked.day };
  return given.definitions.ruleSubjects
    .map(({ id, title, rules }) => ({
      id,
      title: inLanguage(given.lang, title),
      rules: rules.flatMap((rule) => ruleLines(rule, context, asked)),
    }))
    .filter(({ rules }) => rules.length > 0);
}

function ruleLines(id: string, given: ViewGiven & SubjectsGiven, asked: Asked): readonly RuleLine[] {
  const rule = given.definitions.rulebook.get(id);
  if (!rule) return [];
  const applied = appliedAt(given.definitions, id, asked);
  if (asked.onlyUnconfirmed && (applied === undefined || applied.confirmed)) return [];
  // What only other places have is of no concern here.
  if (applied === undefined && rule.noNationalValue !== undefined) return [];
  return [
    {
      id,
      title: inLanguage(given.lang, rule.title),
      href: ruleHref(id, given.query),
      value: applied && valueView(rule, applied, given),
    },
  ];
}

/** The value that applies at a place on a day. */
export function appliedAt(
  { rulebook }: Pick<Definitions, 'rulebook'>,
  id: string,
  { day, jurisdiction }: Pick<Asked, 'day' | 'jurisdiction'>,
): RuleOnDay | undefined {
  return ruleOn(rulebook, id, { day, jurisdictions: jurisdictionsAt(jurisdiction) });
}

/** The address of a rule; the query keeps place and day. */
export function ruleHref(id: string, query = ''): string {
  return `/rulebook/${id}${query}`;
}

/** A value of a rule in words. */
export function valueView(rule: Rule, value: RuleValue, { lang, definitions, day }: ViewGiven): ValueView {
  return {
    value: valueSentence(lang, { content: value.content, bound: rule.bound }, definitions),
    place: placeName(lang, value.jurisdiction, { definitions, day }),
    placeCode: value.jurisdiction,
    from: value.from,
    until: value.until,
    basis: basisText(lang, value.basis, definitions.legalSources),
    note: value.note && inLanguage(lang, value.note),
    isConfirmed: value.confirmed,
    holds: holdsOn(value, day),
  };
}

/** The values of the rules one by one, as files and programs take them. */
export interface RuleRow extends ValueView {
  readonly id: string;
  readonly subject: string;
  readonly title: string;
  readonly kind: Rule['kind'];
}

/** Every value of every rule, of all places and days, or only those that are not confirmed. */
export function ruleRows(given: ViewGiven, asked: Pick<Asked, 'onlyUnconfirmed'>): readonly RuleRow[] {
  const { definitions, lang } = given;
  return definitions.ruleSubjects.flatMap((subject) =>
    subject.rules.flatMap((id) => {
      const rule = definitions.rulebook.get(id);
      if (!rule) return [];
      const values = asked.onlyUnconfirmed ? rule.values.filter(({ confirmed }) => !confirmed) : rule.values;
      return values.map((value) => ({
        id,
        subject: inLanguage(lang, subject.title),
        title: inLanguage(lang, rule.title),
        kind: rule.kind,
        ...valueView(rule, value, given),
      }));
    }),
  );
}
