/** Where in the sender's file or text a number stands, as the sender's program counts. */
export interface ListPlace {
  readonly sheet?: string;
  readonly table?: number;
  readonly row?: number;
  readonly column?: string;
  readonly paragraph?: number;
  readonly line?: number;
}

/** One number of a list as it stands there, at most 200 characters. Everything else of the file is forgotten. */
export interface ListEntry {
  readonly place: ListPlace;
  readonly text: string;
}

/** What was read of a list. */
export interface ReadList {
  readonly entries: readonly ListEntry[];
  /** Lines, paragraphs and rows of tables that hold text and no number, and stand where numbers are not listed. */
  readonly withoutNumber: number;
}

export const mostNumbers = 10_000;
export const longestNumber = 200;
/** What a form may send: a list of 10,000 numbers as XLSX has a few hundred kilobytes. */
export const mostMegabytes = 10;
