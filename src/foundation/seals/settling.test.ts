import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { sql } from '../sql.ts';
import { settlement } from '../two-clocks.ts';
import { openCheckpoint } from './checkpoint.ts';
import { emptyHistory, record, recordAct, sampleKey, sampleOrigin } from './sample-history.ts';
import { verify } from './sealed-history.ts';
import { type Sealer, sealer } from './sealer.ts';
import type { SealerDeps } from './sealer-deps.ts';
import { newestCheckpoint } from './tile-store.ts';

/** A register and a sealer that settles again after so many seconds. */
async function register(
  of: Partial<SealerDeps> = {},
): Promise<{ readonly database: Database; readonly seals: Sealer }> {
  const { database } = await emptyHistory();
  const deps = { database, origin: sampleOrigin, signers: () => [sampleKey], settleAfter: 0 };
  return { database, seals: sealer({ ...deps, ...of }) };
}

const now = async (database: Database): Promise<string> =>
  (await database.first<{ readonly at: string }>(sql`select date_trunc('milliseconds', clock_timestamp()) as at`))
    ?.at ?? '';
const settledAt = async (database: Database): Promise<string> => (await newestCheckpoint(database))?.settledAt ?? '';

describe('an idle register', () => {
  it('settles: an answer as known after the last act becomes final without another act', async () => {
    const { database, seals } = await register();
    await record(database, [{ streams: 3 }]);
    await seals.sealNow();
    const asked = { at: await now(database) };
    expect(await settlement(database, asked)).toMatchObject({ settled: false });
    await expect.poll(() => seals.sealNow().then(() => settlement(database, asked))).toMatchObject({ settled: true });
  });

  it('keeps one checkpoint of its tree, signed again, which verifies with the history', async () => {
    const { database, seals } = await register();
    await record(database, [{ streams: 3 }]);
    await seals.sealNow();
    const before = await newestCheckpoint(database);
    await expect.poll(() => seals.sealNow().then(() => settledAt(database))).not.toBe(before?.settledAt);
    const after = await newestCheckpoint(database);
    expect(after).toMatchObject({
      treeSize: 3,
      root: before?.root,
      lastXid: before?.lastXid,
      lastSeq: before?.lastSeq,
    });
    expect(openCheckpoint(after?.note ?? '', [sampleKey]).settledAt).toBe(after?.settledAt);
    expect(await verify(database, before?.note)).toMatchObject({ holds: true, checkpoints: 1 });
    await record(database, [{}]);
    expect(await seals.sealNow()).toBe(1);
    expect(await verify(database)).toMatchObject({ holds: true, checkpoints: 2 });
  });

  it('writes nothing until its newest checkpoint is as old as the setting says', async () => {
    const { database, seals } = await register({ settleAfter: 600 });
    await record(database, [{}]);
    await seals.sealNow();
    const version = () => database.first(sql`select xmin::text, note from checkpoint`);
    const before = await version();
    for (let round = 0; round < 5; round += 1) await seals.sealNow();
    expect(await version()).toEqual(before);
  });

  it('signs nothing before the first act', async () => {
    const { database, seals } = await register();
    await seals.sealNow();
    expect(await newestCheckpoint(database)).toBeUndefined();
  });

  it('is signed again by the key in office alone', async () => {
    const asked: (readonly [number, number])[] = [];
    const { database, seals } = await register({
      signers: ({ sizeBefore, treeSize }) => {
        asked.push([sizeBefore, treeSize]);
        return [sampleKey];
      },
    });
    await record(database, [{ streams: 2 }]);
    await seals.sealNow();
    await expect.poll(() => seals.sealNow().then(() => asked.length)).toBeGreaterThan(1);
    expect(asked.slice(0, 2)).toEqual([
      [0, 2],
      [2, 2],
    ]);
  });
});

describe('the settled instant', () => {
  type Step = 'record' | 'begin' | 'end' | 'seal';
  const steps = fc.array(fc.constantFrom<Step>('record', 'begin', 'end', 'seal', 'seal'), { maxLength: 25 });

  it('never goes back and never runs ahead of an open writing transaction', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (walk) => {
        const { database, seals } = await register();
        const other = sealer({ database, origin: sampleOrigin, signers: () => [sampleKey], settleAfter: 0 });
        const open: OpenTransaction[] = [];
        let last = '';
        for (const step of walk) {
          if (step === 'record') await record(database, [{}]);
          // The embedded database has one session, so nothing can be open beside the sealer there.
          if (step === 'begin' && database.kind === 'server' && open.length < 4) open.push(await begun(database));
          if (step === 'end') await open.shift()?.end();
          if (step === 'seal') await Promise.all([seals.sealNow(), other.sealNow()]);
          const settled = await settledAt(database);
          expect(settled >= last).toBe(true);
          for (const { startedAt } of open) expect(settled <= startedAt).toBe(true);
          // An act that begins from here on is recorded at the settled instant or later.
          const [early] = await laterActs(database, last);
          expect(early).toBeUndefined();
          last = settled;
        }
        for (const transaction of open) await transaction.end();
      }),
      { numRuns: 12 },
    );
  });

  interface OpenTransaction {
    readonly startedAt: string;
    readonly end: () => Promise<void>;
  }

  /** A transaction that has written an act and waits. */
  async function begun(database: Database): Promise<OpenTransaction> {
    const release = Promise.withResolvers<void>();
    const started = Promise.withResolvers<string>();
    const done = database.transaction(async (tx) => {
      await recordAct(tx, {});
      const row = await tx.first<{ readonly at: string }>(
        sql`select date_trunc('milliseconds', transaction_timestamp()) as at`,
      );
      started.resolve(row?.at ?? '');
      await release.promise;
    });
    return {
      startedAt: await started.promise,
      end: async () => {
        release.resolve();
        await done;
      },
    };
  }

  /** Events beyond the newest checkpoint that claim an instant before the one already settled. */
  function laterActs(database: Database, settled: string): Promise<readonly unknown[]> {
    return database.all(sql`select from event e where recorded_at < nullif(${settled}, '')::timestamptz
      and not exists (select from leaf l where l.home_id = e.home_id and l.stream_id = e.stream_id)`);
  }
});
