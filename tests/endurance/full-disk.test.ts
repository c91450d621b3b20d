/**
 * A register whose disk is full refuses to write, says so in both languages, has everything it acknowledged, and goes on when
 * there is room again (DESIGN 8). Needs the right to mount a disk; without it these tests are skipped and say why.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, inject, it } from 'vitest';
import { refusalTexts } from '../../src/app.tsx';
import { type Database, openDatabase } from '../../src/foundation/database.ts';
import { migrate, readMigrations } from '../../src/foundation/migrations.ts';
import { Refusal, refusalMessage } from '../../src/foundation/refusal.ts';
import { parts } from '../../src/parts.ts';
import { createParcelTable } from '../support/parcels.ts';
import { repository } from '../support/source-files.ts';
import type { Acknowledgement } from './acknowledgements.ts';
import { faultsOf, parcelRegister, statedParcels } from './parcel-register.ts';
import { type SmallDisk, smallDisk, whyNoDisk } from './small-disk.ts';

const why = whyNoDisk();
const isOnServer = inject('serverAddress') !== '';
const megabyte = 1024 * 1024;
const undoing: (() => unknown)[] = [];
afterAll(async () => {
  for (const undo of undoing.reverse()) await undo();
});

function disk(megabytes: number): SmallDisk {
  const made = smallDisk(megabytes);
  undoing.push(made.unmount);
  return made;
}

async function prepared(database: Database): Promise<Database> {
  await migrate(database, readMigrations(join(repository, 'migrations')));
  await createParcelTable(database);
  return database;
}

/** States parcels until the database takes no more, and answers what was acknowledged and why it stopped. */
async function writtenUntilFull(
  database: Database,
): Promise<{ readonly told: Acknowledgement[]; readonly stopped: unknown }> {
  const register = parcelRegister(database);
  const told: Acknowledgement[] = [];
  for (let turn = 0; turn < 2_000; turn++) {
    const input = { code: `C${turn % 50}`, label: `label ${turn} ${'long '.repeat(50)}` };
    try {
      told.push(await statedParcels(register, { key: `full ${turn}`, input, parcels: turn % 3 === 0 ? 1 : 400 }));
    } catch (stopped) {
      return { told, stopped };
    }
  }
  return { told, stopped: undefined };
}

/** Both languages say what happened and what to do; the code says which it was. */
function explained(refused: unknown, code: string): void {
  expect(refused).toBeInstanceOf(Refusal);
  if (!(refused instanceof Refusal)) return;
  expect(refused.code).toBe(code);
  const texts = refusalTexts(parts);
  expect(refusalMessage(texts, refused, 'zh-Hans')).toMatchObject({
    text: expect.stringMatching(/[\u4e00-\u9fff]/),
    remedy: expect.stringContaining('再提交一次'),
  });
  expect(refusalMessage(texts, refused, 'en').remedy).toContain('send again');
}

it.skipIf(isOnServer || why !== undefined)(
  `an embedded register refuses to write when its disk is full, and goes on when there is room${why ? ` (${why})` : ''}`,
  async () => {
    const { folder, fillUpTo, free } = disk(400);
    const database = await prepared(
      await openDatabase({ embedded: { folder: join(folder, 'postgres'), startParams: [] } }),
    );
    undoing.push(() => database.close());
    fillUpTo(90 * megabyte);
    const { told, stopped } = await writtenUntilFull(database);
    explained(stopped, 'foundation.disk-full');
    const register = parcelRegister(database);
    expect(told.length).toBeGreaterThan(3);
    free();
    expect(await faultsOf(register, told)).toEqual([]);
    const more = await statedParcels(register, { key: 'more', input: { code: 'C1', label: 'more' }, parcels: 1 });
    expect(await faultsOf(register, [...told, more])).toEqual([]);
  },
  600_000,
);

it.skipIf(isOnServer || why !== undefined)(
  'an embedded database whose disk somebody else fills in the middle of an act stops, says so, and has everything when it is opened again',
  async () => {
    const { folder, fillUpTo, free } = disk(300);
    const place = { embedded: { folder: join(folder, 'postgres'), startParams: [] } };
    const database = await prepared(await openDatabase(place));
    const register = parcelRegister(database);
    const told = [await statedParcels(register, { key: 'first', input: { code: 'C1', label: 'first' }, parcels: 30 })];
    const overfull = database.asOwner(async (tx) => {
      fillUpTo(0);
      await tx.script(`insert into parcel select gen_random_uuid(), gen_random_uuid(), 1, 'X', repeat('long ', 100), 1, 'empty', 'empty'
        from generate_series(1, 100000)`);
    });
    const stopped = await overfull.catch((error: unknown) => error);
    const code = stopped instanceof Refusal ? stopped.code : String(stopped);
    expect(['foundation.database-stopped', 'foundation.database-disk-full']).toContain(code);
    explained(stopped, code);
    await expect(
      statedParcels(register, { key: 'next', input: { code: 'C2', label: 'next' }, parcels: 1 }),
    ).rejects.toBeInstanceOf(Refusal);
    await database.close();
    await expect(openDatabase(place)).rejects.toThrow('foundation.disk-full');
    free();
    const again = await openDatabase(place);
    undoing.push(() => again.close());
    expect(await faultsOf(parcelRegister(again), told)).toEqual([]);
  },
  600_000,
);

it.skipIf(!isOnServer || why !== undefined)(
  `a register on a server whose disk is full refuses to write, and goes on when there is room${why ? ` (${why})` : ''}`,
  async () => {
    const { folder, fillUpTo, free } = disk(400);
    const services: { readonly postgres: (parent: string) => { readonly address: string; readonly stop: () => void } } =
      await import(pathToFileURL(join(repository, 'scripts/test-services.mjs')).href);
    const server = services.postgres(folder);
    undoing.push(server.stop);
    const database = await prepared(await openDatabase({ url: server.address }));
    undoing.push(() => database.close());
    fillUpTo(30 * megabyte);
    const { told, stopped } = await writtenUntilFull(database);
    explained(stopped, 'foundation.database-disk-full');
    expect(told.length).toBeGreaterThan(3);
    free();
    const register = parcelRegister(database);
    expect(await faultsOf(register, told)).toEqual([]);
    const more = await statedParcels(register, { key: 'more', input: { code: 'C1', label: 'more' }, parcels: 1 });
    expect(await faultsOf(register, [...told, more])).toEqual([]);
  },
  600_000,
);
