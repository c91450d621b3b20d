/** For tests of `verify`: a sealed history, ways to change it, and what the check then says. */
import { expect } from 'vitest';
import type { Database } from '../database.ts';
import type { Statement } from '../sql.ts';
import { emptyHistory, record, type SampleEvent, sampleKey, sampleOrigin } from './sample-history.ts';
import { type VerifyReport, verifyHistory } from './verify.ts';

/** 700 sealed leaves with checkpoints every 100, and one event that waits. */
export async function sealedHistory(): Promise<{
  readonly database: Database;
  readonly events: readonly SampleEvent[];
}> {
  const { database, seals } = await emptyHistory(100);
  const events = await record(database, [{ streams: 350 }, {}, { streams: 349 }]);
  await seals.sealNow();
  await record(database, [{}]);
  return { database, events };
}

export function verify(database: Database, outside?: string): Promise<VerifyReport> {
  return verifyHistory({
    database,
    origin: sampleOrigin,
    firstKey: sampleKey,
    ...(outside === undefined ? {} : { outside }),
  });
}

export const change = (database: Database, ...statements: readonly Statement<unknown>[]): Promise<void> =>
  database.asOwner(async (tx) => {
    for (const statement of statements) expect(await tx.run(statement)).toBeGreaterThan(0);
  });

export const codes = (report: VerifyReport): readonly string[] => report.findings.map((finding) => finding.code);
