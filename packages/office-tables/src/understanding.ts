import type { Cell } from './table.ts';

/** A field of the register that a column of a file may hold. */
export interface FieldSpec {
  readonly field: string;
  /** Headings that mean this field, in any language; the first is its own name. Compared without spaces, case and marks. */
  readonly names: readonly string[];
  readonly required?: true;
  /** Recognizes the field by what stands in its cells, for columns without a (known) heading. */
  readonly looksLike?: (text: string) => boolean;
}

/** What the sender confirmed or corrected; kept under the fingerprint of the header for the next file of the same make. */
export interface ColumnMapping {
  readonly fingerprint: string;
  readonly columns: readonly MappedColumn[];
  /** Only when the sender said where the header is: sheet row numbers, or that there is none. */
  readonly header?: HeaderChoice;
}

export type HeaderChoice = { readonly from: number; readonly to: number } | 'none';

export interface MappedColumn {
  /** Heading as it stands in the file; empty for a column without one. */
  readonly heading: string;
  /** 1 for the first column with this heading, 2 for the second ... */
  readonly occurrence: number;
  /** Nothing when the sender said that the column is not to be read. */
  readonly field: string | null;
}

/** How a table was understood: shown to the sender column by column before anything is written. */
export interface Understanding {
  /** Sheet row numbers of the header; nothing when the table has none. */
  readonly header?: { readonly from: number; readonly to: number };
  readonly fingerprint: string;
  readonly columns: readonly UnderstoodColumn[];
  /** Required fields that no column holds. */
  readonly missing: readonly string[];
  readonly rows: readonly BodyRow[];
  readonly skipped: readonly SkippedRow[];
  /** This understanding as a mapping, to be corrected and saved. */
  readonly mapping: ColumnMapping;
}

export interface UnderstoodColumn {
  /** Index into the cells of a row. */
  readonly column: number;
  /** The letter that the sender's program shows: A, B ... AA. */
  readonly letter: string;
  readonly heading: string;
  readonly occurrence: number;
  readonly field?: string;
  readonly confidence: 'certain' | 'likely' | 'guess' | 'none';
  readonly why: ColumnReason;
  /** Up to three texts of the column, for the sender to recognize it. */
  readonly samples: readonly string[];
}

/**
 * saved: the sender's own mapping. name: the heading is a name of the field. name-and-more: the heading holds a name
 * among other words. content: the cells look like the field. taken: a better column holds the field already.
 * not-read: the sender said so. unknown: no field has this name. blank: the column is empty.
 */
export type ColumnReason = 'saved' | 'name' | 'name-and-more' | 'content' | 'taken' | 'not-read' | 'unknown' | 'blank';

export interface BodyRow {
  /** Row number as the sender's program shows it. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The cells by field, of the columns that were understood. */
  readonly fields: ReadonlyMap<string, Cell>;
}

export interface SkippedRow {
  readonly row: number;
  readonly why: 'title' | 'header' | 'blank' | 'units' | 'numbering' | 'note' | 'total' | 'repeated-header';
  readonly text: string;
}
