import { describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { refusalMessage } from '../refusal.ts';
import { sql } from '../sql.ts';
import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { findingTexts } from './findings.ts';
import { keySuccession, sealingKeyReplaced } from './keys.ts';
import { emptyHistory, homeA, homeB, keyNumbered, record, sampleKey, sampleOrigin } from './sample-history.ts';
import { change, codes, sealedHistory, verify } from './sealed-history.ts';
import { sealer } from './sealer.ts';
import { newestCheckpoint } from './tile-store.ts';
import { verifyHistory } from './verify.ts';

describe('history rewritten with care', () => {
  /** Changes an event and seals everything anew, as somebody could who holds the key and the database. */
  async function rewritten(database: Database): Promise<void> {
    await change(
      database,
      sql`update event set data = '{"at": -1}', leaf_hash = sha256(leaf_hash) where data @> '{"at": 0}'`,
      sql`delete from checkpoint`,
      sql`delete from leaf`,
      sql`delete from tile`,
    );
    await sealer({ database, origin: sampleOrigin, signers: () => [sampleKey] }).sealNow();
  }

  it('is shown by a checkpoint kept elsewhere', async () => {
    const { database } = await sealedHistory();
    const kept = (await newestCheckpoint(database))?.note ?? '';
    await rewritten(database);
    expect(codes(await verify(database, kept))).toContain('seals.outside-differs');
  });

  it('without the key is shown by the first signed root that it contradicts', async () => {
    const { database, events } = await sealedHistory();
    const [one, other] = [events[120]?.streamId, events[130]?.streamId];
    // Two events change places with everything that belongs to their leaves, so that events and tiles agree.
    await change(
      database,
      sql`update leaf set leaf_index = -1 where stream_id = ${one}`,
      sql`update leaf set leaf_index = 120 where stream_id = ${other}`,
      sql`update leaf set leaf_index = 130 where stream_id = ${one}`,
      sql`update tile set hashes = overlay(overlay(hashes placing (select leaf_hash from event where stream_id = ${other}) from 120 * 32 + 1)
        placing (select leaf_hash from event where stream_id = ${one}) from 130 * 32 + 1) where level = 0 and tile_index = 0`,
    );
    expect((await verify(database)).findings).toMatchObject([
      { code: 'seals.history-rewritten', details: { firstLeaf: 100, lastLeaf: 199, treeSize: 200 } },
      { code: 'seals.tile-changed', details: { level: 1, index: 0, place: 0 } },
    ]);
  });

  it('is not taken for a checkpoint of another log, of a stranger, or of a longer past', async () => {
    const { database } = await sealedHistory();
    const newest = openCheckpoint((await newestCheckpoint(database))?.note ?? '', [sampleKey]);
    const outside = (note: string): Promise<readonly string[]> => verify(database, note).then(codes);
    // A file that is no good says nothing against the log.
    const refused = async (note: string): Promise<string | undefined> => {
      const { holds, outsideRefused } = await verify(database, note);
      expect(holds).toBe(true);
      return outsideRefused?.code;
    };
    expect(await refused(signCheckpoint({ ...newest, origin: 'other.example' }, [sampleKey]))).toBe(
      'seals.outside-other-log',
    );
    expect(await refused(signCheckpoint(newest, [keyNumbered(9)]))).toBe('seals.outside-not-signed');
    expect(await outside(signCheckpoint({ ...newest, treeSize: 701 }, [sampleKey]))).toEqual(['seals.outside-longer']);
    expect(await refused('no checkpoint at all')).toBe('seals.outside-not-signed');
  });
});

describe('a new sealing key', () => {
  it('holds from the act that both keys have signed', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{ streams: 10 }]);
    await seals.sealNow();
    const succession = keySuccession(sampleKey, keyNumbered(2));
    await record(database, [{ type: sealingKeyReplaced, data: () => ({ succession }) }]);
    await seals.sealNow();
    await record(database, [{ streams: 10 }]);
    await sealer({ database, origin: sampleOrigin, signers: () => [keyNumbered(2)] }).sealNow();
    expect((await verify(database)).findings).toEqual([]);
    await record(database, [{}]);
    await seals.sealNow();
    expect((await verify(database)).findings).toMatchObject([
      { code: 'seals.checkpoint-not-signed', details: { treeSize: 22 } },
    ]);
  });

  it('does not hold when the old key has not signed', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [
      { type: sealingKeyReplaced, data: () => ({ succession: keySuccession(keyNumbered(3), keyNumbered(2)) }) },
    ]);
    await seals.sealNow();
    expect(codes(await verify(database))).toEqual(['seals.succession-invalid']);
  });
});

describe('a change of key in a register taken in from elsewhere', () => {
  it('is a change of the key of that register and says nothing of ours', async () => {
    const { database, seals } = await emptyHistory();
    const theirs = keySuccession(keyNumbered(3), keyNumbered(2));
    await record(database, [{ homeId: homeB, type: sealingKeyReplaced, data: () => ({ succession: theirs }) }, {}]);
    await seals.sealNow();
    const deps = { database, origin: sampleOrigin, firstKey: sampleKey };
    expect((await verifyHistory({ ...deps, homeId: homeA })).findings).toEqual([]);
    expect(codes(await verifyHistory({ ...deps, homeId: homeB }))).toContain('seals.succession-invalid');
  });
});

describe('a finding', () => {
  it('says in both languages what was changed where', async () => {
    const { database, events } = await sealedHistory();
    await change(database, sql`update event set kind = 'other' where stream_id = ${events[0]?.streamId}`);
    const [finding] = (await verify(database)).findings;
    for (const lang of ['en', 'zh-Hans'] as const) {
      const { text, remedy } = refusalMessage(findingTexts, finding ?? { code: '' }, lang);
      expect(text).toContain(events[0]?.streamId);
      expect(text).not.toContain('{');
      expect(remedy.length).toBeGreaterThan(10);
    }
  });

  it('is counted beyond the first thousand', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{ streams: 1_500 }]);
    await seals.sealNow();
    await change(database, sql`update act set basis = 'other'`);
    const report = await verify(database);
    expect(report.findings).toHaveLength(1_000);
    expect(report.findingCount).toBe(1_500);
  });
});
