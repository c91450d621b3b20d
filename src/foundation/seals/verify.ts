import type { Database } from '../database.ts';
import type { Problem } from '../refusal.ts';
import { findings } from './findings.ts';
import { keysOfLog } from './keys.ts';
import type { NoteKey } from './signed-note.ts';
import { newestCheckpoint } from './tile-store.ts';
import { whatIsTooMuch } from './verify-leftovers.ts';
import { walkTheLog } from './verify-walk.ts';

export interface VerifyDeps {
  readonly database: Database;
  readonly origin: string;
  /** The first key of the log, as its readers know it; later keys follow from acts in the log. */
  readonly firstKey: NoteKey;
  /** Home of the operator, whose acts alone replace the key; absent: the log holds no other's register. */
  readonly homeId?: string;
  /** A checkpoint kept elsewhere: shows also what the holder of the key himself rewrote. */
  readonly outside?: string;
  /** Compares projections with history, after history has been compared with its seals. */
  readonly projections?: (found: (problem: Problem) => void) => Promise<void>;
  readonly onProgress?: (leaves: number, of: number) => void;
}

export interface VerifyReport {
  readonly holds: boolean;
  readonly treeSize: number;
  readonly checkpoints: number;
  /** Events that wait for the sealer; they are not part of what was verified. */
  readonly unsealed: number;
  readonly settledAt?: string;
  /** The first thousand; `findingCount` tells how many there are. */
  readonly findings: readonly Problem[];
  readonly findingCount: number;
  /** Why the checkpoint kept elsewhere could not be used; nothing is said against the log by that. */
  readonly outsideRefused?: Problem;
}

/**
 * Recomputes the whole log from acts and events and holds it against leaves, tiles and every signed checkpoint.
 * Reads page by page in the order of the leaves, while the installation goes on.
 */
export async function verifyHistory(deps: VerifyDeps): Promise<VerifyReport> {
  const { database, origin, outside, onProgress } = deps;
  const found = findings();
  const newest = await newestCheckpoint(database);
  const treeSize = newest?.treeSize ?? 0;
  let outsideRefused: Problem | undefined;
  const context = {
    refuseOutside: (problem: Problem): void => {
      outsideRefused = problem;
    },
    database,
    origin,
    keys: keysOfLog(deps.firstKey),
    found,
    ...(outside === undefined ? {} : { outside }),
    ...(deps.homeId === undefined ? {} : { homeId: deps.homeId }),
  };
  const checkpoints = await walkTheLog({ ...context, ...(onProgress ? { onProgress } : {}) }, treeSize);
  const unsealed = await whatIsTooMuch(database, found);
  await deps.projections?.(found.take);
  return {
    holds: found.count() === 0,
    treeSize,
    checkpoints,
    unsealed,
    ...(newest === undefined ? {} : { settledAt: newest.settledAt }),
    findings: found.list(),
    findingCount: found.count(),
    ...(outsideRefused === undefined ? {} : { outsideRefused }),
  };
}
