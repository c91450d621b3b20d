/** For tests of register files: a register of two homes, its file, and what refuses it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { eventTypes } from '../events.ts';
import { Refusal } from '../refusal.ts';
import { exportRegister, type RegisterExport, showsOnlyPublic } from './export-register.ts';
import { emptyHistory, homeA, homeB, record, sampleKey, sampleOrigin } from './sample-history.ts';
import type { Manifest } from './sealed-file.ts';

export const folder = mkdtempSync(join(tmpdir(), 'guiju-register-'));
// Test files of one worker share this module, so none of them may take the folder away.
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
export const path = join(folder, 'register.jsonl.gz');
export const keys = [sampleKey];
const types = eventTypes([
  {
    type: 'sample-registered',
    kind: 'sample',
    schema: 1,
    schemas: {},
    steps: {},
    visibility: { title: 'public', at: 'public', number: 'public' },
    claims: () => ({}),
  },
]);

/** 565 sealed leaves of two homes, one of which shows more than is public, and an event that waits. */
export async function twoHomes(): Promise<void> {
  const { database, seals } = await emptyHistory(100);
  await record(database, [
    { homeId: homeA, streams: 40 },
    { homeId: homeB, streams: 300 },
    { homeId: homeA, data: (at) => ({ title: { zh: '样品' }, at, contact: 'restricted' }) },
    { homeId: homeA, kind: 'other', streams: 3 },
    { homeId: homeB },
    { homeId: homeA, streams: 200 },
    { homeId: homeB, streams: 20 },
  ]);
  await seals.sealNow();
  await record(database, [{ homeId: homeA }]);
}
/** Writes the register to `path`. */
export async function exported(of: Partial<RegisterExport> = {}): Promise<Manifest> {
  const database = await testDatabase();
  return exportRegister({
    database,
    origin: sampleOrigin,
    signer: sampleKey,
    path,
    isPublic: showsOnlyPublic(types),
    ...of,
  });
}

export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => expect.unreachable('the file was accepted'),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  );
}
