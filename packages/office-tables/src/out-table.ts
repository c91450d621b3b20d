/** A column of a table to be written. A date is an ISO text in a column of kind `date`. */
export interface OutColumn {
  readonly title: string;
  /** Width in characters, for XLSX. */
  readonly width?: number;
  readonly kind?: 'text' | 'number' | 'date';
}

export type OutValue = string | number | boolean | null | undefined;
