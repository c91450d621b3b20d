export interface UntidyDate {
  readonly ok: true;
  /** `2023-05-01`, `2023-05` or `2023`: no more than the cell says. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  /** Why a person should look at it. */
  readonly doubtful?: DateDoubt;
  /** All dates that the text may mean, `date` first, when there are several. */
  readonly readings?: readonly string[];
}

export interface DateProblem {
  readonly ok: false;
  readonly code: DateProblemCode;
  readonly text: string;
}

export type DateDoubt =
  | 'office-tables.date-order'
  | 'office-tables.date-two-digit-year'
  | 'office-tables.date-spreadsheet-number'
  | 'office-tables.date-among-words'
  | 'office-tables.date-improbable-year';

export type DateProblemCode =
  | 'office-tables.date-missing'
  | 'office-tables.date-not-understood'
  | 'office-tables.date-impossible'
  | 'office-tables.date-several';

/** A date as precise as it was written. */
export interface WrittenDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export interface FoundDate {
  /** The likeliest first. */
  readonly readings: readonly WrittenDate[];
  readonly doubtful?: DateDoubt;
}
