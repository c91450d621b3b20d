/** One statement for people, in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Why a text is not of the form at all. */
export type Shortfall = 'empty' | 'length' | 'character' | 'digits' | 'shape' | 'not-in-table';

/** The text cannot be this identifier: where it fails (index in the given text) and why. */
export interface Malformed {
  readonly outcome: 'malformed';
  readonly position: number;
  readonly why: Shortfall;
}

/** The form is right but a check character is not. */
export interface WrongCheck {
  readonly outcome: 'wrong-check';
  readonly position: number;
  readonly found: string;
  readonly expected: string;
}

/** The identifier is right; warnings tell what is unusual but not wrong. */
export interface Valid<T> {
  readonly outcome: 'valid';
  readonly value: T;
  readonly warnings: readonly Warning[];
}

export type Warning =
  | 'inner-check'
  | 'unknown-class'
  | 'unknown-region'
  | 'unknown-department'
  | 'unknown-country'
  | 'restricted-range';

/** The answer scale of every check: valid, wrong check character, malformed. Nothing throws. */
export type Answer<T> = Valid<T> | WrongCheck | Malformed;

/** What `complete` gives: the whole code with its check character. */
export type Completion = { readonly outcome: 'completed'; readonly code: string } | Malformed;

export function malformed(position: number, why: Shortfall): Malformed {
  return { outcome: 'malformed', position, why };
}

export function valid<T>(value: T, warnings: readonly Warning[] = []): Valid<T> {
  return { outcome: 'valid', value, warnings };
}
