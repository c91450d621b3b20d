import { describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import { parcelRegisters } from '../../tests/support/parcel-register.ts';
import { labelParcel, openParcel } from '../../tests/support/parcels.ts';
import { operator, type TestRegister } from '../../tests/support/test-database.ts';
import { command } from './command.ts';
import { sql } from './sql.ts';

const onServer = inject('serverAddress') !== '';
const emptyRegister = parcelRegisters();
const request = (key: string) => ({ actor: operator, key });
const open = ({ executor }: TestRegister, code: string) =>
  executor.execute(openParcel, { code, label: `label of ${code}` }, request(`open ${code}`));
const codes = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `C${at}`);

async function opened({ database }: TestRegister) {
  return database.all<{
    readonly code: string;
    readonly actId: string;
    readonly xid: string;
    readonly answer: unknown;
  }>(
    sql`select data ->> 'code' as code, e.act_id as "actId", e.xid::text as xid, act.answer
      from event e join act on act.home_id = e.act_home_id and act.act_id = e.act_id order by seq`,
  );
}

describe('acts that come at the same time', () => {
  it('enter in one transaction, each as an act of its own with its own answer', async () => {
    const register = await emptyRegister();
    const answers = await Promise.all(codes(20).map((code) => open(register, code)));
    const events = await opened(register);
    expect(events.map(({ code }) => code)).toEqual(codes(20));
    expect(new Set(events.map(({ xid }) => xid)).size).toBe(1);
    expect(events.map(({ actId }) => actId)).toEqual(answers.map(({ actId }) => actId));
    expect(events.map(({ answer }) => answer)).toEqual(answers);
    expect(new Set(events.map(({ actId }) => actId)).size).toBe(20);
  });

  it('enter in a few transactions when they are many', async () => {
    const register = await emptyRegister();
    await Promise.all(codes(100).map((code) => open(register, code)));
    const events = await opened(register);
    expect(new Set(events.map(({ code }) => code))).toEqual(new Set(codes(100)));
    expect(new Set(events.map(({ xid }) => xid)).size).toBe(4);
  });

  it('are refused each for itself', async () => {
    const register = await emptyRegister();
    const settled = await Promise.allSettled([
      open(register, 'A1'),
      register.executor.execute(labelParcel, { code: 'unknown', label: 'x' }, request('k1')),
      register.executor.execute(openParcel, { code: 7 }, request('k2')),
      open(register, 'A2'),
      register.executor.execute(openParcel, { code: 'A1', label: 'again' }, request('k3')),
    ]);
    expect(settled).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'parcels.unknown', details: { code: 'unknown' } } },
      { status: 'rejected', reason: { code: 'foundation.input-invalid' } },
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'parcels.code-taken' } },
    ]);
    expect((await opened(register)).map(({ code }) => code)).toEqual(['A1', 'A2']);
  });

  it('change one thing one after the other, in the order in which they came', async () => {
    const register = await emptyRegister();
    await open(register, 'A1');
    const labels = ['one', 'two', 'three', 'four', 'five'];
    const answers = await Promise.all(
      labels.map((label) => register.executor.execute(labelParcel, { code: 'A1', label }, request(label))),
    );
    expect(answers.map(({ events }) => events[0]?.version)).toEqual([2, 3, 4, 5, 6]);
  });

  it('under one key with different inputs make one act, and the other is refused', async () => {
    const register = await emptyRegister();
    const settled = await Promise.allSettled(
      ['A1', 'A2'].map((code) => register.executor.execute(openParcel, { code, label: 'x' }, request('one key'))),
    );
    expect(settled).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'foundation.key-used-for-other-input' } },
    ]);
  });

  it.each([
    ['a fault of the program', throwingCommand(), /a fault in deciding/],
    ['what the database does not take', unacceptableCommand(), /invalid input syntax/],
  ])('are not taken along by %s in one of them', async (_, faulty, message) => {
    const register = await emptyRegister();
    const settled = await Promise.allSettled([
      open(register, 'A1'),
      register.executor.execute(faulty, {}, request('faulty')),
      open(register, 'A2'),
    ]);
    expect(settled).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { message: expect.stringMatching(message) } },
      { status: 'fulfilled' },
    ]);
    expect((await opened(register)).map(({ code }) => code)).toEqual(['A1', 'A2']);
  });

  it.skipIf(!onServer)('do not wait for an act that waits for another transaction', async () => {
    const register = await emptyRegister();
    const { promise: enough, resolve: end } = Promise.withResolvers<void>();
    let first: Promise<unknown> | undefined;
    const holding = register.database
      .transaction(async (tx) => {
        await tx.run(
          sql`insert into claim (kind, value, home_id, stream_id) values ('parcel-code', 'A1', gen_random_uuid(), gen_random_uuid())`,
        );
        first = open(register, 'A1');
        await enough;
        throw new Error('gives up');
      })
      .catch(() => {});
    await vi.waitUntil(async () => first !== undefined && (await isWaiting(register)));
    await open(register, 'B1');
    expect((await opened(register)).map(({ code }) => code)).toEqual(['B1']);
    end();
    await holding;
    await first;
    expect((await opened(register)).map(({ code }) => code)).toEqual(['B1', 'A1']);
  });
});

/** Whether a transaction waits for another to end. */
async function isWaiting({ database }: TestRegister): Promise<boolean> {
  const waiting = await database.all(
    sql`select 1 from pg_locks where not granted and locktype = 'transactionid' and pid in (select pid from pg_stat_activity where datname = current_database())`,
  );
  return waiting.length > 0;
}

function throwingCommand() {
  return command({
    name: 'parcels.throwing',
    input: z.strictObject({}),
    facts: () => ({}),
    decide: () => {
      throw new Error('a fault in deciding');
    },
  });
}

function unacceptableCommand() {
  return command({
    name: 'parcels.unacceptable',
    input: z.strictObject({}),
    facts: () => ({}),
    decide: ({ newId }) => [
      { type: 'parcel-opened', homeId: 'no home', streamId: newId(), data: { code: 'A9', label: 'x' } },
    ],
  });
}
