/** A text in both languages of the house. */
export interface InBoth {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule is laid down: the act as `definitions/rulebook/sources.yaml` names it, and the place in it. */
export interface Basis {
  readonly source: string;
  /** Article, clause or table, as the source counts them: `29`, `2.9.2`. */
  readonly article?: string;
}

export const periodUnits = ['days', 'workingDays', 'months', 'years'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A length of time in calendar days, working days, months or years. */
export interface Period {
  readonly amount: number;
  readonly unit: PeriodUnit;
}

/** A share as two integers; verdicts never use fractions of floating point. */
export interface Share {
  readonly of: number;
  readonly in: number;
}

/** When a vote is valid and when it carries. All shares are of votes cast unless they say otherwise. */
export interface Majority {
  /** At least this share of those entitled must vote. */
  readonly quorum?: Share;
  /** At least this many must vote. */
  readonly voters?: number;
  /** At least this share in favour; `strict` asks for more than it. */
  readonly favour: Share;
  readonly strict?: true;
  /** At most this share against. */
  readonly against?: Share;
  /** Whether a formal abstention counts as a vote cast. */
  readonly abstentionsCount: boolean;
}

/** What a rule says; its kind is the same for every value of the rule. */
export type RuleContent =
  | { readonly kind: 'period'; readonly period: Period }
  /** A count or an amount; the unit stands after the number in sentences. */
  | { readonly kind: 'number'; readonly number: number; readonly unit?: InBoth }
  | { readonly kind: 'majority'; readonly majority: Majority }
  /** Kinds of documents that have to be there. */
  | { readonly kind: 'documents'; readonly documents: readonly string[] }
  /** Days before a deadline on which it is recalled, longest first. */
  | { readonly kind: 'reminders'; readonly days: readonly number[] }
  | { readonly kind: 'switch'; readonly on: boolean }
  | { readonly kind: 'pattern'; readonly pattern: string };
export type RuleKind = RuleContent['kind'];

/** Who set a value: the nation, a region by its code of GB/T 2260, or a department by its code in plan numbers. */
export type Jurisdiction = 'nation' | `region:${string}` | `department:${string}`;

/** One value of a rule with its place and days. `until` is the first day on which it holds no more. */
export interface RuleValue {
  readonly jurisdiction: Jurisdiction;
  readonly from?: string;
  readonly until?: string;
  readonly content: RuleContent;
  readonly basis: readonly Basis[];
  /** False when the value was not read in the text of a law: pages that apply it say so. */
  readonly confirmed: boolean;
  readonly note?: InBoth;
}

/** Whether the period or number of a rule is the least or the most that is allowed; without it, it is exactly that. */
export const ruleBounds = ['at-least', 'at-most', 'about'] as const;
export type RuleBound = (typeof ruleBounds)[number];

export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  readonly title: InBoth;
  readonly bound?: RuleBound;
  /** Why the nation has no value, where only regions or departments have one. */
  readonly noNationalValue?: InBoth;
  readonly values: readonly RuleValue[];
}

export type Rulebook = ReadonlyMap<string, Rule>;

/** A value that holds, with the rule it is of. */
export interface RuleOnDay extends RuleValue {
  readonly rule: string;
  readonly title: InBoth;
  readonly bound?: RuleBound;
}

/**
 * The value of a rule on a day: of the most specific jurisdiction that has one then, else of the nation.
 *
 * @param asked.jurisdictions the jurisdictions that apply, most specific first; the nation is always the last resort
 * @example ruleOn(book, 'review-cycle', { day: '2026-03-01', jurisdictions: ['region:31'] })
 */
export function ruleOn(
  book: Rulebook,
  id: string,
  asked: { readonly day: string; readonly jurisdictions: readonly Jurisdiction[] },
): RuleOnDay | undefined {
  const rule = book.get(id);
  if (!rule) return undefined;
  for (const jurisdiction of [...asked.jurisdictions, 'nation' as const]) {
    const value = rule.values.find((one) => one.jurisdiction === jurisdiction && holdsOn(one, asked.day));
    if (value) return { ...value, rule: rule.id, title: rule.title, ...(rule.bound && { bound: rule.bound }) };
  }
  return undefined;
}

/** Whether a value holds on a day: from its first day up to, not including, `until`. */
export function holdsOn(value: Pick<RuleValue, 'from' | 'until'>, day: string): boolean {
  return (value.from === undefined || value.from <= day) && (value.until === undefined || day < value.until);
}
