import type { ReadHandle } from '../foundation/database.ts';
import type { SearchEntry, StreamRef } from './model.ts';

/** A register that wants its records found. Registers implement it; the application joins them. */
export interface SearchSource {
  /** Kind of stream. */
  readonly kind: string;
  /** The entries of these records as they stand on `today`; a record without an entry is taken out of the index. */
  readonly entries: (read: ReadHandle, streams: readonly StreamRef[], today: string) => Promise<readonly SearchEntry[]>;
  /** Other records of this kind whose entries follow from these: predecessors, those that take effect together with them. */
  readonly dependents: (read: ReadHandle, streams: readonly StreamRef[]) => Promise<readonly StreamRef[]>;
}
