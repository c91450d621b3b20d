import { describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import { openCheckpoint } from './checkpoint.ts';
import { hex, naiveRoot } from './naive-tree.ts';
import { inclusionProof, provesInclusion } from './proofs.ts';
import { emptyHistory, record, recordAct, sampleKey, sampleOrigin } from './sample-history.ts';
import { sealer } from './sealer.ts';
import { newestCheckpoint, readTiles } from './tile-store.ts';

async function sealedLeaves(database: Database): Promise<readonly Uint8Array[]> {
  const rows = await database.all<{ readonly hash: Buffer }>(sql`select e.leaf_hash as hash from leaf l
    join event e on e.home_id = l.home_id and e.stream_id = l.stream_id and e.version = l.version order by l.leaf_index`);
  return rows.map((row) => row.hash);
}

describe('the sealer', () => {
  it('gives every event a place and signs the root over all of them', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{ streams: 3 }, {}, { streams: 300 }]);
    expect(await seals.sealNow()).toBe(304);
    const newest = await newestCheckpoint(database);
    const leaves = await sealedLeaves(database);
    expect(leaves).toHaveLength(304);
    expect(hex(newest?.root)).toBe(hex(naiveRoot(leaves)));
    const opened = openCheckpoint(newest?.note ?? '', [sampleKey]);
    expect(opened).toMatchObject({ origin: sampleOrigin, treeSize: 304, settledAt: newest?.settledAt });
    expect(hex(opened.root)).toBe(hex(newest?.root));
  });

  it('has nothing to do when nothing was recorded, and signs nothing then', async () => {
    const { database, seals } = await emptyHistory();
    expect(await seals.sealNow()).toBe(0);
    await record(database, [{}]);
    await seals.sealNow();
    expect(await seals.sealNow()).toBe(0);
    expect(await database.all(sql`select from checkpoint`)).toHaveLength(1);
  });

  it('goes on where it ended, in batches, and each checkpoint holds its own past', async () => {
    const { database, seals } = await emptyHistory(100);
    await record(database, [{ streams: 250 }]);
    await seals.sealNow();
    await record(database, [{ streams: 420 }]);
    await seals.sealNow();
    const leaves = await sealedLeaves(database);
    const checkpoints = await database.all<{ readonly size: number; readonly root: Buffer }>(
      sql`select tree_size as size, root from checkpoint order by tree_size`,
    );
    expect(checkpoints.map(({ size }) => size)).toEqual([100, 200, 250, 350, 450, 550, 650, 670]);
    for (const { size, root } of checkpoints) expect(hex(root)).toBe(hex(naiveRoot(leaves.slice(0, size))));
  });

  it('seals no event twice, though its transaction number was changed, and goes on with the others', async () => {
    const { database, seals } = await emptyHistory();
    const events = await record(database, [{ streams: 3 }]);
    await seals.sealNow();
    await database.asOwner((tx) =>
      tx.run(sql`update event set xid = pg_current_xact_id() where stream_id = ${events[2]?.streamId}`),
    );
    expect(await seals.sealNow()).toBe(0);
    await record(database, [{}]);
    expect(await seals.sealNow()).toBe(1);
    expect(await database.all(sql`select from leaf`)).toHaveLength(4);
  });

  it('lets anyone prove from its tiles that an event is in the log', async () => {
    const { database, seals } = await emptyHistory(100);
    await record(database, [{ streams: 600 }]);
    await seals.sealNow();
    const newest = await newestCheckpoint(database);
    const leaves = await sealedLeaves(database);
    const proof = inclusionProof({ leafIndex: 421, treeSize: 600 });
    const claim = { leafIndex: 421, treeSize: 600, proof: proof.hashes(await readTiles(database, proof.tiles)) };
    const root = newest?.root ?? new Uint8Array();
    expect(provesInclusion({ ...claim, leaf: leaves[421] ?? new Uint8Array(), root })).toBe(true);
    expect(provesInclusion({ ...claim, leaf: leaves[420] ?? new Uint8Array(), root })).toBe(false);
  });

  it('takes no event of a transaction that was rolled back', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{}]);
    const failing = database.transaction(async (tx) => {
      await recordAct(tx, {});
      throw new Error('refused after writing');
    });
    await expect(failing).rejects.toThrow('refused after writing');
    await record(database, [{}]);
    expect(await seals.sealNow()).toBe(2);
  });

  it('puts the events of one act in the order in which they were written', async () => {
    const { database, seals } = await emptyHistory();
    const events = await record(database, [{ streams: 20 }]);
    await seals.sealNow();
    const leaves = await database.all<{ readonly id: string }>(
      sql`select stream_id as id from leaf order by leaf_index`,
    );
    expect(leaves.map(({ id }) => id)).toEqual(events.map((event) => event.streamId));
  });

  it('settles: nothing is recorded before the instant that a checkpoint names', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{}]);
    await seals.sealNow();
    const settledAt = (await newestCheckpoint(database))?.settledAt ?? '';
    await record(database, [{}]);
    const [early] = await database.all<{ readonly count: number }>(
      sql`select count(*)::int as count from event where recorded_at < ${settledAt}::timestamptz`,
    );
    // The first may have been recorded in the very millisecond that is settled; the second never lies before it.
    expect(early?.count).toBeLessThanOrEqual(1);
    expect(settledAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('seals by itself within a second or so, and ends when told', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{ streams: 5 }]);
    seals.start();
    await expect.poll(async () => (await newestCheckpoint(database))?.treeSize, { timeout: 10_000 }).toBe(5);
    await seals.stop();
    await record(database, [{}]);
    expect(await seals.sealNow()).toBe(1);
  });

  it('goes on after a round that failed, and says that it failed', async () => {
    const { database } = await emptyHistory();
    await record(database, [{}]);
    const faults: unknown[] = [];
    let isLocked = true;
    const seals = sealer({
      database,
      origin: sampleOrigin,
      signers: () => {
        if (isLocked) throw new Error('the key file is locked');
        return [sampleKey];
      },
      onFault: (fault) => {
        faults.push(fault);
        isLocked = false;
      },
    });
    seals.start();
    await expect.poll(async () => (await newestCheckpoint(database))?.treeSize, { timeout: 10_000 }).toBe(1);
    await seals.stop();
    expect(faults.map(String)).toEqual(['Error: the key file is locked']);
  });

  it('refuses with the reason when it is asked to seal and cannot', async () => {
    const { database } = await emptyHistory();
    await record(database, [{}]);
    const signers = () => {
      throw new Error('the key file is locked');
    };
    await expect(sealer({ database, origin: sampleOrigin, signers }).sealNow()).rejects.toMatchObject({
      code: 'seals.sealing-failed',
      details: { reason: 'Error: the key file is locked' },
    });
  });

  it('skips nothing when a slow transaction began before others and ends after them', async ({ skip }) => {
    const { database, seals } = await emptyHistory();
    if (database.kind === 'embedded') return skip('The embedded database has one session.');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let began = (): void => {};
    const hasBegun = new Promise<void>((resolve) => {
      began = resolve;
    });
    const slow = database.transaction(async (tx) => {
      await recordAct(tx, {});
      began();
      await held;
    });
    await hasBegun;
    await record(database, [{ streams: 3 }]);
    expect(await seals.sealNow()).toBe(0);
    release();
    await slow;
    expect(await seals.sealNow()).toBe(4);
  });

  it('is one for all processes: several at once make one log without holes', async ({ skip }) => {
    const { database } = await emptyHistory();
    if (database.kind === 'embedded') return skip('The embedded database has one session.');
    const several = Array.from({ length: 4 }, () =>
      sealer({ database, origin: sampleOrigin, signers: () => [sampleKey], batch: 7 }),
    );
    const writing = Promise.all(
      Array.from({ length: 4 }, () =>
        record(
          database,
          Array.from({ length: 25 }, () => ({})),
        ),
      ),
    );
    for (let round = 0; round < 10; round += 1) await Promise.all(several.map((one) => one.sealNow()));
    await writing;
    await several[0]?.sealNow();
    const leaves = await sealedLeaves(database);
    expect(leaves).toHaveLength(100);
    expect(hex((await newestCheckpoint(database))?.root)).toBe(hex(naiveRoot(leaves)));
  });
});
