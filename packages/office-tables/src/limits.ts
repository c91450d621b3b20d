/** How much a file may hold. The defaults carry a register of 100,000 rows; a public form gives smaller ones. */
export interface Limits {
  /** Size of the file as uploaded. */
  readonly fileBytes: number;
  /** Size of everything unpacked from an archive. */
  readonly unpackedBytes: number;
  /** Unpacked to packed size of one part, tested once the part has reached `ratioFreeBytes`. */
  readonly ratio: number;
  readonly ratioFreeBytes: number;
  readonly zipEntries: number;
  readonly xmlDepth: number;
  readonly sheets: number;
  /** From the first to the last used row of one table. */
  readonly rows: number;
  readonly columns: number;
  /** Cells of all tables together, blank ones inside the used range included. */
  readonly cells: number;
  readonly paragraphs: number;
  /** Characters of all cells and paragraphs together, a repeated text counted each time. */
  readonly characters: number;
  readonly cellCharacters: number;
  readonly problems: number;
}

export const defaultLimits: Limits = {
  fileBytes: 32 * 1024 * 1024,
  unpackedBytes: 128 * 1024 * 1024,
  ratio: 300,
  ratioFreeBytes: 4 * 1024 * 1024,
  zipEntries: 2_000,
  xmlDepth: 200,
  sheets: 100,
  rows: 200_000,
  columns: 300,
  cells: 3_000_000,
  paragraphs: 200_000,
  characters: 64 * 1024 * 1024,
  cellCharacters: 32_767,
  problems: 500,
};
