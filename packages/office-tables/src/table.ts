/** What a spreadsheet cell is, after its text has been cleaned. `text` is what a reader of the file sees. */
export interface Cell {
  readonly text: string;
  readonly kind: CellKind;
  /** The stored number of a number or date cell. */
  readonly number?: number;
  /** The day (or month, or year, or day and time) of a date cell, as precise as its number format shows it. */
  readonly iso?: string;
  /** The text is the JSON of a list or object that holds objects itself: a value of a program, not words of a person. */
  readonly nested?: true;
  /** The anchor of the merged range that covers this cell; indexes into `rows` and its row. The text is the anchor's. */
  readonly mergedFrom?: CellPlace;
}

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'error' | 'empty';

/** Indexes from 0 into `Table.rows` and a row of it. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface Table {
  readonly name: string;
  /** All rows have the same length. Blank rows inside the used range are kept. */
  readonly rows: readonly (readonly Cell[])[];
  /** The row number, from 1, that the sender's program shows for `rows[0]`; row `i` is number `firstRow + i`. 0 in JSON Lines, whose first row is made up. */
  readonly firstRow: number;
  /** The column number, from 1, of the first cell of each row. */
  readonly firstColumn: number;
  /** The sheet is hidden in the sender's program. */
  readonly hidden?: true;
  /** Day count of plain numbers that mean days: 1904 for old Macintosh workbooks, otherwise 1900. */
  readonly dateBase: 1900 | 1904;
}

export type TableFormat = 'xlsx' | 'csv' | 'tsv' | 'docx' | 'text' | 'jsonl';
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** What a file holds. `order` gives paragraphs and tables of a document in reading order. */
export interface ReadTables {
  readonly ok: true;
  readonly format: TableFormat;
  readonly encoding?: TextEncoding;
  readonly tables: readonly Table[];
  /** Running text: the paragraphs of a DOCX, the lines of a plain text. */
  readonly paragraphs: readonly string[];
  readonly order: readonly TextBlock[];
  /** What was changed, left out or doubtful; at most `limits.problems`, the last one says how many more there were. */
  readonly problems: readonly TableProblem[];
}

export type TextBlock = { readonly paragraph: number } | { readonly table: number };

/** Where in the sender's file: row and column as the sender's program counts them, from 1. */
export interface FilePlace {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
  /** A part inside the archive, such as `xl/workbook.xml`. */
  readonly part?: string;
  /** A position in bytes or characters in the file or the part. */
  readonly offset?: number;
}

/** A remark on a file that could be read. `explainTableProblem` gives its text in both languages. */
export interface TableProblem {
  readonly code: TableProblemCode;
  readonly place: FilePlace;
  readonly details: TableDetails;
}

/** Why nothing of a file is used. */
export interface TableRefusal {
  readonly ok: false;
  readonly code: TableRefusalCode;
  readonly place: FilePlace;
  readonly details: TableDetails;
}

export type TableDetails = Readonly<Record<string, string | number>>;

export type TableProblemCode =
  | 'office-tables.formula-refused'
  | 'office-tables.formula-value-taken'
  | 'office-tables.characters-removed'
  | 'office-tables.error-cell'
  | 'office-tables.hidden-sheet'
  | 'office-tables.hidden-rows'
  | 'office-tables.hidden-columns'
  | 'office-tables.macros-ignored'
  | 'office-tables.encoding-guessed'
  | 'office-tables.line-not-json'
  | 'office-tables.impossible-date'
  | 'office-tables.tracked-changes'
  | 'office-tables.more-problems';

export type TableRefusalCode =
  | 'office-tables.file-empty'
  | 'office-tables.file-too-large'
  | 'office-tables.zip-bomb'
  | 'office-tables.zip-broken'
  | 'office-tables.zip-too-many-entries'
  | 'office-tables.zip-unsafe-name'
  | 'office-tables.zip-duplicate-name'
  | 'office-tables.zip-not-office'
  | 'office-tables.password-protected'
  | 'office-tables.legacy-format'
  | 'office-tables.binary-workbook'
  | 'office-tables.other-office-format'
  | 'office-tables.not-a-table-file'
  | 'office-tables.html'
  | 'office-tables.xml-file'
  | 'office-tables.json-not-lines'
  | 'office-tables.xml-doctype'
  | 'office-tables.xml-entity'
  | 'office-tables.xml-broken'
  | 'office-tables.xml-too-deep'
  | 'office-tables.part-missing'
  | 'office-tables.encoding-unknown'
  | 'office-tables.encoding-broken'
  | 'office-tables.too-many-sheets'
  | 'office-tables.too-many-rows'
  | 'office-tables.too-many-columns'
  | 'office-tables.too-many-cells'
  | 'office-tables.too-many-paragraphs'
  | 'office-tables.too-much-text'
  | 'office-tables.cell-too-long'
  | 'office-tables.quote-not-closed'
  | 'office-tables.nothing-inside';
