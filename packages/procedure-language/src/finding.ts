import type { Basis, InBoth, RuleOnDay } from './rule.ts';

/** Values a sentence is made from: identifiers of the definition, days, numbers; `titles` looks up the words. */
export type FindingDetails = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** One thing a verdict looked at: what was asked, whether it was met, on which basis. Its sentence is made when read. */
export interface Finding {
  /** Which question: `actor`, `stage`, `fact-is`, `window-ended`, `period` ... */
  readonly check: FindingCheck;
  readonly isMet: boolean;
  readonly details: FindingDetails;
  readonly basis: readonly Basis[];
  /** The value of the rulebook that was applied, with its jurisdiction. */
  readonly rule?: RuleOnDay;
  /** How the definition says it, before what was found. */
  readonly says?: InBoth;
  /** Of `all`, `any` and `not`: what they were made of. */
  readonly parts?: readonly Finding[];
}

export type FindingCheck =
  | 'in-force'
  | 'not-ended'
  | 'not-suspended'
  | 'stage'
  | 'actor'
  | 'not-by'
  | 'not-of'
  | 'day'
  | 'form-required'
  | 'form-unknown'
  | 'form-value'
  | 'document-required'
  | 'document-unknown'
  | 'document-held'
  | 'window-unclosed'
  | 'window-unanswered'
  | 'window-not-ended'
  | 'window-least'
  | 'window-closes'
  | 'window-result'
  | 'reason'
  | 'party-required'
  | 'into-required'
  | 'elsewhere'
  | 'extension-most'
  | 'reopen-within'
  | 'due'
  | 'rule-missing'
  | 'fact-is'
  | 'fact-set'
  | 'fact-at-least'
  | 'fact-at-most'
  | 'fact-not-before'
  | 'window-is'
  | 'track-is'
  | 'approved'
  | 'elapsed-at-least'
  | 'elapsed-at-most'
  | 'days-before'
  | 'taken'
  | 'switch'
  | 'party-set'
  | 'all'
  | 'any'
  | 'not';

export interface Verdict {
  readonly isAllowed: boolean;
  /** Everything that was looked at, in the order of looking. */
  readonly trace: readonly Finding[];
}
