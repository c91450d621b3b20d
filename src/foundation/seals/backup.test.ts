import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../tests/support/test-database.ts';
import type { Database } from '../database.ts';
import { Refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import { backUp, type KeptFile } from './backup.ts';
import { type RestoreWork, restore } from './restore.ts';
import { emptyHistory, keyNumbered, record, sampleKey, sampleOrigin } from './sample-history.ts';
import { sealer } from './sealer.ts';
import { newestCheckpoint } from './tile-store.ts';
import { verifyHistory } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-backup-'));
const path = join(folder, 'backup.jsonl.gz');
afterAll(() => rmSync(folder, { recursive: true }));

const documents: readonly KeptFile[] = [
  { name: 'documents/empty', bytes: new Uint8Array() },
  { name: 'documents/large', bytes: new Uint8Array(500_000).map((_, at) => at % 251) },
];

/** 3,001 sealed events, 2 that wait, an installation, a number held and a private text; backed up. */
async function backedUp(): Promise<Database> {
  const { database, seals } = await emptyHistory(1_000);
  await record(database, [
    { streams: 3_000 },
    { data: () => ({ title: { zh: '换行\n与\\t"引号"' }, at: 9_007_199_254_740_991 }) },
  ]);
  await seals.sealNow();
  const [held] = await record(database, [{}, {}]);
  await database.asOwner(async (tx) => {
    await tx.run(
      sql`insert into claim values ('standard-number', 'T/SAMPLE 1-2026', ${held?.homeId}, ${held?.streamId})`,
    );
    await tx.run(
      sql`insert into private_text values (${held?.homeId}, ${held?.streamId}, null, '\\x0102', '意见', null, null)`,
    );
    await tx.run(
      sql`insert into installation values (true, ${held?.homeId}, ${held?.homeId}, '样品', ${sampleOrigin}, 'nation', 'rehearsal', '2026-01-31T08:00:00.123456Z')`,
    );
  });
  await backUp({ database, signer: sampleKey, path, files: () => documents });
  return database;
}

async function migrations(database: Database): Promise<readonly string[]> {
  return (
    await database.asOwner((tx) => tx.all<{ readonly name: string }>(sql`select name from applied_migration`))
  ).map(({ name }) => name);
}

async function restored(database: Database, of: Partial<RestoreWork> = {}) {
  return restore({
    database,
    path,
    keys: [sampleKey],
    migrations: await migrations(database),
    rebuild: async () => {},
    ...of,
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof Refusal ? error.code : Promise.reject(error)),
  );
}

const content = (database: Database) =>
  database.asOwner(async (tx) => {
    const all: unknown[] = [];
    for (const table of ['installation', 'act', 'claim', 'private_text', 'leaf', 'tile']) {
      all.push(await tx.all(sql`select t::text as row from ${sql.table(table)} t order by 1`));
    }
    all.push(
      await tx.all(
        sql`select home_id, stream_id, version, data, nonce, leaf_hash, recorded_at from event order by 1, 2, 3`,
      ),
    );
    all.push(await tx.all(sql`select tree_size, root, settled_at, note from checkpoint order by 1`));
    return all;
  });

describe('a backup', () => {
  it('brings back everything, and history holds and goes on', async () => {
    const original = await backedUp();
    const before = await content(original);
    const newest = await newestCheckpoint(original);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const database = await emptyDatabase();
    let rebuilt = 0;
    const kept: KeptFile[] = [];
    const { counts } = await restored(database, {
      keepFile: async (file) => {
        kept.push(file);
      },
      rebuild: async () => {
        rebuilt = (await database.all(sql`select from event`)).length;
      },
    });
    expect(counts).toMatchObject({
      act: 4,
      event: 3_003,
      claim: 1,
      private_text: 1,
      leaf: 3_001,
      checkpoint: 4,
      installation: 1,
      files: 2,
    });
    expect(rebuilt).toBe(3_003);
    expect(await content(database)).toEqual(before);
    expect(
      kept.map(({ name, bytes }) => [
        name,
        Buffer.compare(bytes, documents.find((file) => file.name === name)?.bytes ?? Buffer.of(0)),
      ]),
    ).toEqual([
      ['documents/empty', 0],
      ['documents/large', 0],
    ]);
    const seals = sealer({ database, origin: sampleOrigin, signers: () => [sampleKey] });
    expect(await seals.sealNow()).toBe(2);
    await record(database, [{ streams: 5 }]);
    expect(await seals.sealNow()).toBe(5);
    const report = await verifyHistory({
      database,
      origin: sampleOrigin,
      firstKey: sampleKey,
      outside: newest?.note ?? '',
    });
    expect(report).toMatchObject({ holds: true, treeSize: 3_008, unsealed: 0, findings: [] });
  });

  it('of a restored installation restores again', async () => {
    await backedUp();
    const first = await emptyDatabase();
    await restored(first);
    await backUp({ database: first, signer: sampleKey, path });
    const before = await content(first);
    const second = await emptyDatabase();
    await restored(second);
    expect(await content(second)).toEqual(before);
  });

  it('of an empty installation is one too', async () => {
    const { database } = await emptyHistory();
    expect((await backUp({ database, signer: sampleKey, path })).counts).toEqual({});
    expect((await restored(database)).counts).toEqual({});
  });

  it('that was changed in any byte is refused before anything is written', async () => {
    await backedUp();
    const whole = readFileSync(path);
    const database = await emptyDatabase();
    const known = await migrations(database);
    const ends = fc.oneof(
      fc.nat(200),
      fc.nat(200).map((place) => whole.length - 1 - place),
      fc.nat(whole.length - 1),
    );
    await fc.assert(
      fc.asyncProperty(ends, fc.integer({ min: 1, max: 255 }), async (place, difference) => {
        const changed = Buffer.from(whole);
        changed[place] = (changed[place] ?? 0) ^ difference;
        writeFileSync(path, changed);
        expect(await codeOf(restored(database, { migrations: known }))).toMatch(
          /^seals\.file-(unreadable|of-other-kind|not-signed|changed)$/,
        );
      }),
      { numRuns: 150 },
    );
    for (const changed of [whole.subarray(0, -1), whole.subarray(0, 3_000), Buffer.concat([whole, whole])]) {
      writeFileSync(path, changed);
      expect(await codeOf(restored(database))).toMatch(/^seals\.file-/);
    }
    expect(await database.all(sql`select from act union all select from event`)).toEqual([]);
  });

  it('is not restored over acts that are there', async () => {
    const database = await backedUp();
    const before = await content(database);
    const details = await database.first(
      sql`select (select count(*) from act)::int as acts, (select count(*) from event)::int as events`,
    );
    await expect(restored(database)).rejects.toMatchObject({ code: 'seals.restore-not-empty', details });
    expect(await content(database)).toEqual(before);
  });

  it('of a newer version is refused', async () => {
    await backedUp();
    const database = await emptyDatabase();
    expect(await codeOf(restored(database, { migrations: ['0001-acts-and-events.sql'] }))).toBe('seals.backup-newer');
  });

  it('signed by a stranger is refused, unless only damage is asked about', async () => {
    const database = await backedUp();
    await backUp({ database, signer: keyNumbered(4), path });
    const empty = await emptyDatabase();
    expect(await codeOf(restored(empty))).toBe('seals.file-not-signed');
    const known = await migrations(empty);
    await restore({ database: empty, path, migrations: known, rebuild: async () => {} });
    expect(await empty.all(sql`select from act`)).toHaveLength(4);
  });

  it('is not taken for a register file', async () => {
    const { importRegister } = await import('./import-register.ts');
    const database = await backedUp();
    expect(await codeOf(importRegister({ database, path, keys: [sampleKey] }))).toBe('seals.file-of-other-kind');
  });

  it('that cannot be finished leaves no file and no open transaction behind', async () => {
    const database = await backedUp();
    const other = join(folder, 'other.jsonl.gz');
    const failing = backUp({
      database,
      signer: sampleKey,
      path: other,
      onProgress: () => {
        throw new Error('the disk is full');
      },
    });
    await expect(failing).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['backup.jsonl.gz']);
    expect(await database.all(sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});
