import type { Database, ReadHandle } from '../database.ts';
import type { NoteSigner } from './signed-note.ts';

export interface SealerDeps {
  readonly database: Database;
  /** Name of the log in its checkpoints. */
  readonly origin: string;
  /** The key in office; for the first checkpoint after a change, both. */
  readonly signers: (due: CheckpointDue) => readonly NoteSigner[] | Promise<readonly NoteSigner[]>;
  /**
   * After how many seconds without an act a checkpoint of the same tree says anew up to when answers are settled; absent: never.
   */
  readonly settleAfter?: number;
  /** Leaves between two checkpoints at most, so that any number of waiting events is sealed in bounded memory. */
  readonly batch?: number;
  /** Called when a round of the loop failed; the next round tries again. */
  readonly onFault?: (fault: unknown) => void;
}

/** A checkpoint about to be signed, and the log as its transaction sees it. */
export interface CheckpointDue {
  readonly tx: ReadHandle;
  readonly sizeBefore: number;
  readonly treeSize: number;
}
