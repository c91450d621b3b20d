/**
 * Writers at the same time (DESIGN 10, rule 2). The embedded database has one session, so these stories can only happen on
 * a server.
 */
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { command } from '../../src/foundation/command.ts';
import type { Database } from '../../src/foundation/database.ts';
import type { InputRow } from '../../src/foundation/deciding.ts';
import { factQuery } from '../../src/foundation/facts.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { Refusal } from '../../src/foundation/refusal.ts';
import { sql } from '../../src/foundation/sql.ts';
import { parcelProjections, parcelRegisters, parcelTypes } from '../support/parcel-register.ts';
import { annulParcel, labelParcel, openParcel, parcelByCode, stateParcel, weighParcel } from '../support/parcels.ts';
import { operator } from '../support/test-database.ts';

const emptyRegister = parcelRegisters();
const ids = systemRandom();
const request = (key: string) => ({ actor: operator, key });

/** Weighs a parcel, but lets somebody else act between looking and writing, as often as told. */
function overtaken(interference: () => Promise<void>) {
  const decisions: string[] = [];
  const between = factQuery<string, string>({
    name: 'parcels.between',
    keyText: (code) => code,
    load: async (read) => {
      // One connection answers in order: then the parcel has been looked at.
      await read.all(sql`select 1`);
      await interference();
      return new Map();
    },
  });
  const slowly = command({
    name: 'parcels.weigh-slowly',
    input: z.strictObject({ code: z.string(), grams: z.number().int() }),
    facts: ({ code }) => ({ parcel: parcelByCode(code), between: between(code) }),
    decide: ({ input, facts }) => {
      decisions.push(facts.parcel?.label ?? 'unknown');
      const { parcel } = facts;
      if (!parcel) throw new Refusal('parcels.unknown');
      return [
        { type: 'parcel-weighed', homeId: parcel.homeId, streamId: parcel.streamId, data: { grams: input.grams } },
      ];
    },
  });
  return { slowly, decisions };
}

/** Labels a parcel after looking at another one too. In its second round each batch waits until the other has come as far. */
function waitingForEachOther() {
  let arrived = 0;
  let open = (): void => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const gate = factQuery<string, string>({
    name: 'parcels.gate',
    keyText: (code) => code,
    load: async (_read, codes) => {
      // In the first round of a batch both rows ask, in the second only the one that had to wait.
      if (codes.length > 1) return new Map();
      if (++arrived === 2) open();
      await both;
      return new Map();
    },
  });
  return command({
    name: 'parcels.label-after-looking',
    input: z.strictObject({ look: z.string(), code: z.string(), label: z.string() }),
    facts: ({ look, code }) => ({ look: parcelByCode(look), parcel: parcelByCode(code), gate: gate(code) }),
    decide: ({ input, facts: { parcel } }) => {
      if (!parcel) throw new Refusal('parcels.unknown');
      return [
        { type: 'parcel-labelled', homeId: parcel.homeId, streamId: parcel.streamId, data: { label: input.label } },
      ];
    },
  });
}

describe.skipIf(inject('serverAddress') === '')('on a server', () => {
  it('an act that was overtaken is decided again on what is known now', async () => {
    const { executor, database } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    let times = 0;
    const { slowly, decisions } = overtaken(async () => {
      if (times++ > 0) return;
      await executor.execute(labelParcel, { code: 'A1', label: 'second' }, request('other'));
    });
    await executor.execute(slowly, { code: 'A1', grams: 7 }, request('k2'));
    expect(decisions).toEqual(['first', 'second']);
    expect(await typesOf(database)).toEqual(['parcel-opened', 'parcel-labelled', 'parcel-weighed']);
  });

  it('an act that is overtaken again and again is decided again three times, then refused, and leaves nothing behind', async () => {
    const { executor, database } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    let times = 0;
    const { slowly, decisions } = overtaken(async () => {
      times++;
      await executor.execute(labelParcel, { code: 'A1', label: `label ${times}` }, request(`other ${times}`));
    });
    const refused = executor.execute(slowly, { code: 'A1', grams: 7 }, request('k2'));
    await expect(refused).rejects.toMatchObject({ code: 'foundation.conflict' });
    expect(decisions).toHaveLength(4);
    expect(await typesOf(database)).not.toContain('parcel-weighed');
    expect(await database.all(sql`select from act where idempotency_key = 'k2'`)).toHaveLength(0);
  });

  it('of two who open a thing under one code, the second is told that the code is taken', async () => {
    const { executor } = await emptyRegister();
    const results = await Promise.allSettled(
      [1, 2].map((n) => executor.execute(openParcel, { code: 'A1', label: `by ${n}` }, request(`k${n}`))),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'parcels.code-taken' });
  });

  it('of two batches that wait for each other, each holding what the other wants, both are written in the end', async () => {
    const { executor, database } = await emptyRegister();
    for (const code of ['A', 'B']) await executor.execute(openParcel, { code, label: 'first' }, request(code));
    const labelAfterLooking = waitingForEachOther();
    const batch = (one: string, other: string): Promise<unknown> => {
      // The second row looks at what the first one changes, so it is written in a second round.
      const rows: InputRow[] = [one, other].map((code, row) => ({
        row,
        input: { look: one, code, label: `by ${one}` },
      }));
      return executor.executeMany(labelAfterLooking, () => rows, {
        ...request(`batch ${one}`),
        inputHash: Buffer.from(one),
        mode: 'all-or-nothing',
      });
    };
    await Promise.all([batch('A', 'B'), batch('B', 'A')]);
    const rows = await database.all(
      sql`select max(version) as versions, count(distinct act_id)::int as acts from event group by stream_id`,
    );
    expect(rows).toEqual([
      { versions: 3, acts: 3 },
      { versions: 3, acts: 3 },
    ]);
  });

  it('after eight writers on the same keys, codes and things no version has a hole, each code has one holder, and the counts equal a recount', async () => {
    const { executor, database } = await emptyRegister();
    let state = 1;
    const next = (below: number): number => {
      // A fixed sequence (Park and Miller), so that a failure can be looked at again.
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    const refusals = new Map<string, number>();
    const writer = async (): Promise<void> => {
      for (let turn = 0; turn < 60; turn++) {
        const code = `C${next(6)}`;
        // Half of the keys are used by several writers at the same time.
        const key = next(2) === 0 ? `shared ${next(40)}` : `own ${ids.uuid()}`;
        await oneAct(code, key).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
        });
      }
    };
    const oneAct = (code: string, key: string): Promise<unknown> => {
      const kind = next(10);
      if (kind < 3) return executor.execute(openParcel, { code, label: `label ${next(3)}` }, request(key));
      if (kind < 6)
        return executor.execute(
          labelParcel,
          { code, label: `label ${next(3)}`, from: `2026-0${1 + next(9)}-01` },
          request(key),
        );
      if (kind < 8) return executor.execute(weighParcel, { code, grams: next(100) }, request(key));
      if (kind < 9) return executor.execute(annulParcel, { code, reason: 'test' }, request(key));
      const rows: InputRow[] = Array.from({ length: 5 }, (_, index) => ({
        row: index + 1,
        input: { code: `C${next(6)}`, label: `label ${next(3)}` },
      }));
      return executor.executeMany(stateParcel, () => rows, {
        ...request(key),
        inputHash: Buffer.from(JSON.stringify(rows)),
        mode: 'good-rows',
      });
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    await expectSoundHistory(database);
    const allowed = [
      'foundation.conflict',
      'foundation.key-used-for-other-input',
      'parcels.code-taken',
      'parcels.unknown',
    ];
    expect([...refusals.keys()].filter((code) => !allowed.includes(code))).toEqual([]);
  });
});

async function expectSoundHistory(database: Database): Promise<void> {
  const holes = await database.all(
    sql`select stream_id from event group by home_id, stream_id having max(version) <> count(*) or min(version) <> 1`,
  );
  expect(holes).toEqual([]);
  const disorder =
    await database.all(sql`select 1 from event a join event b on b.home_id = a.home_id and b.stream_id = a.stream_id
    and b.version = a.version + 1 where b.act_id <> a.act_id and b.recorded_at <= a.recorded_at`);
  expect(disorder).toEqual([]);
  const orphans = await database.all(
    sql`select 1 from event e left join act a on a.home_id = e.act_home_id and a.act_id = e.act_id where a.act_id is null`,
  );
  expect(orphans).toEqual([]);
  const check = await checkProjections(database, {
    types: parcelTypes,
    projections: parcelProjections,
    timeZone: 'Asia/Shanghai',
  });
  expect(check.events).toBeGreaterThan(100);
  expect(check.differences).toEqual([]);
}

async function typesOf(database: Database): Promise<readonly string[]> {
  return (await database.all<{ readonly type: string }>(sql`select type from event order by seq`)).map(
    (row) => row.type,
  );
}
