import { beforeEach, describe, expect, it } from 'vitest';
import { parcelRegisters } from '../../tests/support/parcel-register.ts';
import { annulParcel, correctParcel, labelParcel, openParcel } from '../../tests/support/parcels.ts';
import { operator, type TestRegister } from '../../tests/support/test-database.ts';
import { addMilliseconds, endOfDay } from './clock.ts';
import { sampleKey, sampleOrigin } from './seals/sample-history.ts';
import { sealer } from './seals/sealer.ts';
import { sql } from './sql.ts';
import { knownInstant, rowsOn, settlement } from './two-clocks.ts';

const emptyRegister = parcelRegisters();
const timeZone = 'Asia/Shanghai';
let register: TestRegister;

/** A parcel whose history is spread over days, as if each act had been done at noon of its day. */
async function act(
  day: string,
  command: Parameters<TestRegister['executor']['execute']>[0],
  input: unknown,
): Promise<void> {
  const answer = await register.executor.execute(command, input, {
    actor: operator,
    key: JSON.stringify([day, input]),
  });
  const at = `${day}T04:00:00.000Z`;
  await register.database.asOwner(async (tx) => {
    await tx.run(sql`update event set recorded_at = ${at} where act_id = ${answer.actId}`);
    await tx.run(sql`update parcel set known = tstzrange(case when lower(known) > '2026-11-01' then ${at}::timestamptz else lower(known) end,
      case when upper(known) > '2026-11-01' then ${at}::timestamptz else upper(known) end, '[)')`);
  });
}

const labelOn = async (day: string, known?: string): Promise<string | undefined> => {
  const row = await register.database.first<{ readonly label: string }>(
    sql`select label from parcel p where ${rowsOn('p', day, knownInstant(known, timeZone))}`,
  );
  return row?.label;
};

beforeEach(async () => {
  register = await emptyRegister();
});

describe('an answer', () => {
  beforeEach(async () => {
    await act('2026-01-10', openParcel, { code: 'A1', label: 'first', from: '2026-01-01' });
    await act('2026-02-10', labelParcel, { code: 'A1', label: 'second', from: '2026-06-01' });
    await act('2026-03-10', correctParcel, { code: 'A1', version: 2, label: 'second', from: '2026-07-01' });
  });

  it('without a known-date is what the register holds today for the day in law', async () => {
    expect([
      await labelOn('2025-12-31'),
      await labelOn('2026-01-01'),
      await labelOn('2026-06-30'),
      await labelOn('2026-07-01'),
    ]).toEqual([undefined, 'first', 'first', 'second']);
  });

  it('as known before a correction is what was said then, also for the future', async () => {
    expect(await labelOn('2026-06-15', '2026-03-09')).toBe('second');
    expect(await labelOn('2026-06-15', '2026-03-10')).toBe('first');
    expect(await labelOn('2030-01-01', '2026-02-09')).toBe('first');
  });

  it('as known on a day is as known at the end of that day in the time zone of the installation', async () => {
    expect(await labelOn('2026-02-01', '2026-01-09')).toBeUndefined();
    expect(await labelOn('2026-02-01', '2026-01-10')).toBe('first');
    expect(knownInstant('2026-01-10', timeZone)).toEqual({ at: '2026-01-10T15:59:59.999Z' });
    expect(endOfDay('2026-01-10', 'America/New_York')).toBe('2026-01-11T04:59:59.999Z');
  });

  it('as known at an instant begins with the very millisecond at which the register learned it', async () => {
    expect(await labelOn('2026-02-01', addMilliseconds('2026-01-10T04:00:00.000Z', -1))).toBeUndefined();
    expect(await labelOn('2026-02-01', '2026-01-10T04:00:00.000Z')).toBe('first');
  });

  it('about what was entered in error is nothing from the annulment on, and what was said before it', async () => {
    await act('2026-04-10', annulParcel, { code: 'A1', reason: 'entered in error' });
    expect(await labelOn('2026-02-01')).toBeUndefined();
    expect(await labelOn('2026-02-01', '2026-04-09')).toBe('first');
  });
});

describe('a known-date', () => {
  const settled = async (at?: string) => settlement(register.database, at === undefined ? undefined : { at });

  it('is not settled before the first checkpoint', async () => {
    expect(await settled('2020-01-01T00:00:00.000Z')).toEqual({ settled: false });
  });

  it('is settled when it lies before the oldest act still being written at the newest checkpoint', async () => {
    await register.executor.execute(openParcel, { code: 'A1', label: 'first' }, { actor: operator, key: 'k1' });
    await sealer({ database: register.database, origin: sampleOrigin, signers: () => [sampleKey] }).sealNow();
    const { settledAt } = await settled('2020-01-01T00:00:00.000Z');
    expect(settledAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const at = settledAt ?? '';
    expect((await settled(addMilliseconds(at, -1))).settled).toBe(true);
    expect((await settled(at)).settled).toBe(false);
  });

  it('of today is never settled: the register may learn more', async () => {
    await register.executor.execute(openParcel, { code: 'A1', label: 'first' }, { actor: operator, key: 'k1' });
    await sealer({ database: register.database, origin: sampleOrigin, signers: () => [sampleKey] }).sealNow();
    expect((await settled()).settled).toBe(false);
  });
});
