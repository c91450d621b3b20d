import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { emptyDatabase } from '../../../tests/support/test-database.ts';
import { sql } from '../sql.ts';
import { importRegister } from './import-register.ts';
import type { ImportedEvent } from './import-rows.ts';
import { emptyHistory, homeA, keyNumbered, record, recordAct } from './sample-history.ts';
import { exported, keys, path, refusalOf, twoHomes } from './sample-register.ts';
import { sealer } from './sealer.ts';
import { verifyHistory } from './verify.ts';

describe('taking a register in', () => {
  it('writes everything, exactly as it was sealed, and seals it here as well', async () => {
    await twoHomes();
    await exported({ homeId: homeA });
    const database = await emptyDatabase();
    const seen: string[] = [];
    const written = async (_: unknown, events: readonly ImportedEvent[]): Promise<void> => {
      seen.push(...events.map(({ event }) => event.streamId));
    };
    expect(await importRegister({ database, path, keys, written })).toMatchObject({
      events: 243,
      added: 243,
      withheld: 1,
    });
    expect(seen).toHaveLength(243);
    await sealer({ database, origin: 'elsewhere.example', signers: () => [keyNumbered(7)] }).sealNow();
    const report = await verifyHistory({ database, origin: 'elsewhere.example', firstKey: keyNumbered(7) });
    expect(report).toMatchObject({ holds: true, treeSize: 243 });
    expect(await importRegister({ database, path, keys, written })).toMatchObject({ events: 243, added: 0 });
    expect(seen).toHaveLength(243);
  });

  it('writes nothing when one byte was changed', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{ streams: 50 }]);
    await seals.sealNow();
    await exported();
    const whole = readFileSync(path);
    whole[whole.length - 100] = (whole[whole.length - 100] ?? 0) ^ 1;
    writeFileSync(path, whole);
    const elsewhere = await emptyDatabase();
    expect((await refusalOf(importRegister({ database: elsewhere, path, keys }))).code).toBe('seals.file-changed');
    expect(await elsewhere.all(sql`select from event union all select from act`)).toEqual([]);
  });

  it('adds what is new in a later file, and refuses a past that differs', async () => {
    const { database, seals } = await emptyHistory();
    const [first] = await record(database, [{ streams: 50 }]);
    await seals.sealNow();
    await exported();
    const early = readFileSync(path);
    await record(database, [{ streams: 5 }]);
    await seals.sealNow();
    await exported();
    const late = readFileSync(path);
    const elsewhere = await emptyDatabase();
    writeFileSync(path, early);
    expect((await importRegister({ database: elsewhere, path, keys })).added).toBe(50);
    writeFileSync(path, late);
    expect((await importRegister({ database: elsewhere, path, keys })).added).toBe(5);
    await elsewhere.asOwner((tx) =>
      tx.run(sql`update event set leaf_hash = sha256(leaf_hash) where stream_id = ${first?.streamId}`),
    );
    expect(await refusalOf(importRegister({ database: elsewhere, path, keys }))).toMatchObject({
      code: 'seals.register-forks',
      details: { ...first },
    });
  });

  it('writes nothing when what follows from the events is refused', async () => {
    const { database, seals } = await emptyHistory();
    await database.transaction((tx) => recordAct(tx, {}));
    await seals.sealNow();
    await exported();
    const elsewhere = await emptyDatabase();
    const refusing = importRegister({
      database: elsewhere,
      path,
      keys,
      written: () => Promise.reject(new Error('number already held')),
    });
    await expect(refusing).rejects.toThrow('number already held');
    expect(await elsewhere.all(sql`select from event`)).toEqual([]);
  });
});
