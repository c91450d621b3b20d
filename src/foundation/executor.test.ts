import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parcelRegisters } from '../../tests/support/parcel-register.ts';
import { annulParcel, labelParcel, openParcel, parcelByCode, weighParcel } from '../../tests/support/parcels.ts';
import { operator } from '../../tests/support/test-database.ts';
import { command } from './command.ts';
import type { Database } from './database.ts';
import { factQuery } from './facts.ts';
import { sql } from './sql.ts';

const emptyRegister = parcelRegisters();
const request = (key: string) => ({ actor: operator, key });

interface Stored {
  readonly stream_id: string;
  readonly version: number;
  readonly type: string;
  readonly recorded_at: string;
  readonly act_id: string;
}
const eventsOf = (database: Database): Promise<readonly Stored[]> =>
  database.all<Stored>(sql`select stream_id, version, type, recorded_at, act_id from event order by seq`);
const count = async (database: Database, table: string): Promise<number> =>
  (await database.first<{ readonly n: number }>(sql`select count(*)::int as n from ${sql.table(table)}`))?.n ?? -1;

describe('identity', () => {
  it('a thing gets an opaque identifier of version 7, and its code is only a claim that points at it', async () => {
    const { database, executor } = await emptyRegister();
    const answer = await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    const streamId = answer.events[0]?.streamId;
    expect(streamId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(answer.actId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(await database.all(sql`select kind, value, stream_id from claim`)).toEqual([
      { kind: 'parcel-code', value: 'A1', stream_id: streamId },
    ]);
  });

  it('a code that was released by an annulment can be taken by another thing with another identifier', async () => {
    const { database, executor } = await emptyRegister();
    const first = await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    await executor.execute(annulParcel, { code: 'A1', reason: 'entered twice' }, request('k2'));
    expect(await count(database, 'claim')).toBe(0);
    const second = await executor.execute(openParcel, { code: 'A1', label: 'second' }, request('k3'));
    expect(second.events[0]?.streamId).not.toBe(first.events[0]?.streamId);
  });
});

describe('idempotency', () => {
  it('the same key with the same input gives the recorded answer and no second act', async () => {
    const { database, executor } = await emptyRegister();
    const input = { code: 'A1', label: 'first' };
    const first = await executor.execute(openParcel, input, request('k1'));
    const again = await executor.execute(openParcel, { label: 'first', from: undefined, code: 'A1' }, request('k1'));
    expect(again).toEqual(first);
    expect([await count(database, 'act'), await count(database, 'event')]).toEqual([1, 1]);
  });

  it('the same key with another input is refused and changes nothing', async () => {
    const { database, executor } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    const other = executor.execute(openParcel, { code: 'A2', label: 'first' }, request('k1'));
    await expect(other).rejects.toMatchObject({ code: 'foundation.key-used-for-other-input', details: { key: 'k1' } });
    expect([await count(database, 'act'), await count(database, 'event')]).toEqual([1, 1]);
  });

  it('the same key with the same input to another command is refused', async () => {
    const { executor } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    const other = executor.execute(labelParcel, { code: 'A1', label: 'first' }, request('k1'));
    await expect(other).rejects.toMatchObject({ code: 'foundation.key-used-for-other-input' });
  });

  it('another organization may use the same key for its own act', async () => {
    const { database, executor } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    const other = { ...operator, organization: '01900000-0000-7000-8000-0000000000ff' };
    await executor.execute(openParcel, { code: 'A2', label: 'second' }, { actor: other, key: 'k1' });
    expect(await count(database, 'act')).toBe(2);
  });

  it('a refused command leaves its key free for the corrected input', async () => {
    const { executor } = await emptyRegister();
    const refused = executor.execute(labelParcel, { code: 'A1', label: 'x' }, request('k1'));
    await expect(refused).rejects.toMatchObject({ code: 'parcels.unknown' });
    await expect(executor.execute(openParcel, { code: 'A1', label: 'x' }, request('k1'))).resolves.toBeDefined();
  });

  it('two requests with one key at the same time make one act and get one answer', async () => {
    const { database, executor } = await emptyRegister();
    const input = { code: 'A1', label: 'first' };
    const answers = await Promise.all([1, 2, 3].map(() => executor.execute(openParcel, input, request('k1'))));
    expect(new Set(answers.map((answer) => answer.actId)).size).toBe(1);
    expect([await count(database, 'act'), await count(database, 'event')]).toEqual([1, 1]);
  });
});

describe('input', () => {
  it('names every field that does not fit and changes nothing', async () => {
    const { database, executor } = await emptyRegister();
    const refused = executor.execute(openParcel, { label: 7, from: 'soon' }, request('k1'));
    await expect(refused).rejects.toMatchObject({ code: 'foundation.input-invalid' });
    const problems = await refused.catch((error: { problems: readonly { field: string }[] }) => error.problems);
    // Each is said in both languages.
    const details = { reason: expect.stringMatching(/^[ -~]+$/), reasonZh: expect.stringMatching(/[\u4e00-\u9fff]/) };
    expect(problems).toMatchObject(['code', 'label', 'from'].map((field) => ({ field, details })));
    expect(await count(database, 'act')).toBe(0);
  });

  it('refuses a fraction and half a character, which have no one spelling to be hashed', async () => {
    const { executor } = await emptyRegister();
    for (const label of [1.5, '\ud800']) {
      const refused = executor.execute(openParcel, { code: 'A1', label }, request('k1'));
      await expect(refused).rejects.toMatchObject({ code: 'foundation.input-invalid', problems: [{ field: 'label' }] });
    }
  });
});

describe('acts', () => {
  it('an act keeps who acted, for whom, under which rule and on which basis', async () => {
    const { database, executor } = await emptyRegister();
    const ids = ['1', '2', '3'].map((digit) => `01900000-0000-7000-8000-00000000000${digit}`);
    const [person, home, caseId] = ids;
    await executor.execute(
      openParcel,
      { code: 'A1', label: 'first' },
      {
        actor: { ...operator, ...(person ? { person } : {}) },
        key: 'k1',
        forHomeId: home ?? '',
        caseId: caseId ?? '',
        ruleVersion: '2024-1',
      },
    );
    const act = await database.first(
      sql`select command, person_id, octet_length(person_salt) as salt, appointment_id, for_home_id, case_id, basis, rule_version from act`,
    );
    expect(act).toEqual({
      command: 'parcels.open',
      person_id: person,
      salt: 16,
      appointment_id: operator.appointment?.id,
      for_home_id: home,
      case_id: caseId,
      basis: 'test',
      rule_version: '2024-1',
    });
  });

  it('an act is recorded at the start of its transaction, and its event of a stream later than the last of an earlier act', async () => {
    const { database, executor } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    // As if the clock of the database had been set back after the first act.
    await database.asOwner((tx) => tx.run(sql`update event set recorded_at = '2099-01-01T00:00:00Z'`));
    const answer = await executor.execute(weighParcel, { code: 'A1', grams: 5 }, request('k2'));
    expect((await eventsOf(database)).map((event) => event.recorded_at)).toEqual([
      '2099-01-01T00:00:00.000Z',
      '2099-01-01T00:00:00.001Z',
    ]);
    const act = await database.first<{ readonly recorded_at: string }>(
      sql`select recorded_at from act where act_id = ${answer.actId}`,
    );
    expect(act?.recorded_at).toBe(answer.recordedAt);
    expect(answer.recordedAt < '2099').toBe(true);
  });

  it('what an act writes to one stream is known from one instant', async () => {
    const { database, executor } = await emptyRegister();
    const many = command({
      name: 'parcels.open-and-weigh',
      input: z.strictObject({ code: z.string() }),
      facts: ({ code }) => ({ parcel: parcelByCode(code) }),
      decide: ({ input, actor, newId }) => {
        const place = { homeId: actor.organization, streamId: newId() };
        return [
          { type: 'parcel-opened', ...place, data: { code: input.code, label: 'first' } },
          { type: 'parcel-weighed', ...place, data: { grams: 12 } },
        ];
      },
    });
    await executor.execute(many, { code: 'A1' }, request('k1'));
    const events = await eventsOf(database);
    expect(events.map((event) => event.version)).toEqual([1, 2]);
    expect(new Set(events.map((event) => event.recorded_at)).size).toBe(1);
    // The row without a weight was opened and closed by one act: it is not kept.
    expect(await database.all(sql`select row_no, grams, upper_inf(known) as held from parcel`)).toEqual([
      { row_no: 1, grams: 12, held: true },
    ]);
  });

  it('an act that says nothing new writes no event', async () => {
    const { database, executor } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    const answer = await executor.execute(labelParcel, { code: 'A1', label: 'first' }, request('k2'));
    expect(answer.events).toEqual([]);
    expect([await count(database, 'act'), await count(database, 'event')]).toEqual([2, 1]);
  });
});

describe('a batch', () => {
  it('whose rows all change one thing is decided row after row, and asks for few facts at a time', async () => {
    const { database, executor } = await emptyRegister();
    await executor.execute(openParcel, { code: 'A1', label: 'first' }, request('k1'));
    let asked = 0;
    const looking = factQuery<number, number>({
      name: 'parcels.looking',
      keyText: String,
      load: async (_read, keys) => {
        asked += keys.length;
        return new Map();
      },
    });
    const labelOneByOne = command({
      name: 'parcels.label-one-by-one',
      input: z.strictObject({ row: z.number(), code: z.string(), label: z.string() }),
      facts: ({ row, code }) => ({ parcel: parcelByCode(code), looking: looking(row) }),
      decide: ({ input, facts: { parcel } }) =>
        parcel
          ? [
              {
                type: 'parcel-labelled',
                homeId: parcel.homeId,
                streamId: parcel.streamId,
                data: { label: input.label },
              },
            ]
          : [],
    });
    const count = 300;
    const rows = Array.from({ length: count }, (_, row) => ({
      row,
      input: { row, code: 'A1', label: `label ${row}` },
    }));
    const answer = await executor.executeMany(labelOneByOne, () => rows, {
      ...request('k2'),
      inputHash: Buffer.from('300'),
      mode: 'all-or-nothing',
    });
    expect(answer.written).toBe(count);
    // All facts of all rows in each round would be 45,000.
    expect(asked).toBeLessThan(count * 70);
    const labels = await database.all<{ readonly label: string }>(
      sql`select data ->> 'label' as label from event where type = 'parcel-labelled' order by version`,
    );
    expect(labels.map(({ label }) => label)).toEqual(rows.map(({ input }) => input.label));
  });
});

describe('history', () => {
  it.each(['update event set type = type', 'delete from event', 'update act set basis = basis', 'delete from act'])(
    'the role of the server may not %s',
    async (statement) => {
      const { database } = await emptyRegister();
      await expect(database.transaction((tx) => tx.script(statement))).rejects.toThrow(/permission denied/);
    },
  );
});
