import { expect, it } from 'vitest';
import { parcelProjections, parcelRegisters, parcelTypes } from '../../tests/support/parcel-register.ts';
import { annulParcel, correctParcel, labelParcel, openParcel, weighParcel } from '../../tests/support/parcels.ts';
import { tableContents, tableShape } from '../../tests/support/table-contents.ts';
import { operator, type TestRegister } from '../../tests/support/test-database.ts';
import { checkProjections } from './projection-check.ts';
import { type RebuildProgress, rebuild } from './rebuild.ts';
import { sql } from './sql.ts';

const emptyRegister = parcelRegisters();
const deps = { types: parcelTypes, projections: parcelProjections, timeZone: 'Asia/Shanghai' };

async function aRegisterWithHistory(): Promise<TestRegister> {
  const register = await emptyRegister();
  const act = actsIn(register);
  for (const code of ['A1', 'A2', 'A3', 'A4']) await act(openParcel, { code, label: `${code} "quoted" \\ 包裹` });
  await act(labelParcel, { code: 'A1', label: 'second', from: '2026-05-01' });
  await act(weighParcel, { code: 'A1', grams: 3 });
  await act(correctParcel, { code: 'A1', version: 2, label: 'corrected', from: '2026-06-01' });
  await act(annulParcel, { code: 'A2', reason: 'entered in error' });
  return register;
}

function actsIn({ executor }: TestRegister) {
  return (command: Parameters<typeof executor.execute>[0], input: unknown) =>
    executor.execute(command, input, { actor: operator, key: JSON.stringify([command.name, input]) });
}

const everything = async ({ database }: TestRegister) => ({
  rows: await tableContents(database, 'parcel'),
  claims: await tableContents(database, 'claim'),
  counts: await database.all(
    sql`select topic, known_on, sum(n)::int as n from count_entry group by 1, 2 having sum(n) <> 0 order by 1`,
  ),
  shapes: [
    await tableShape(database, 'parcel'),
    await tableShape(database, 'claim'),
    await tableShape(database, 'count_entry'),
  ],
});

it('tables rebuilt from the events are the same as those kept up act by act, in contents and in shape', async () => {
  const register = await aRegisterWithHistory();
  const before = await everything(register);
  expect(before.rows).toHaveLength(10);
  const steps: RebuildProgress[] = [];
  const done = await rebuild(register.database, {
    ...deps,
    pageSize: 3,
    onProgress: (progress) => steps.push(progress),
  });
  expect(await everything(register)).toEqual(before);
  expect(done).toEqual({ streams: 4, events: 8 });
  expect(steps.map((step) => step.streams)).toEqual([3, 4]);
});

it('a register goes on after a rebuild, with the rights of the server and no shadow left', async () => {
  const register = await aRegisterWithHistory();
  await rebuild(register.database, deps);
  await actsIn(register)(labelParcel, { code: 'A3', label: 'afterwards' });
  expect(await register.database.all(sql`select label from parcel where code = 'A3' and upper_inf(known)`)).toEqual([
    { label: 'afterwards' },
  ]);
  expect(await register.database.all(sql`select from pg_namespace where nspname = 'rebuild'`)).toHaveLength(0);
  expect((await checkProjections(register.database, deps)).found).toBe(0);
});

it('what is written while a rebuild runs is in the rebuilt tables', async () => {
  const register = await aRegisterWithHistory();
  const act = actsIn(register);
  const meanwhile: Promise<unknown>[] = [];
  await rebuild(register.database, {
    ...deps,
    pageSize: 1,
    onProgress: ({ streams }) => {
      if (streams === 1)
        meanwhile.push(
          act(openParcel, { code: 'B1', label: 'new' }),
          act(labelParcel, { code: 'A1', label: 'meanwhile' }),
          act(annulParcel, { code: 'A3', reason: 'meanwhile' }),
        );
    },
  });
  await Promise.all(meanwhile);
  const labels = await register.database.all<{ readonly label: string }>(
    sql`select distinct label from parcel where upper_inf(known)`,
  );
  expect(labels.map(({ label }) => label)).toEqual(expect.arrayContaining(['new', 'meanwhile']));
  expect(await checkProjections(register.database, deps)).toMatchObject({ found: 0, streams: 5, events: 11 });
});

it('a row, a claim and a count changed by hand are put right by a rebuild', async () => {
  const register = await aRegisterWithHistory();
  const before = await everything(register);
  await register.database.asOwner((tx) =>
    tx.script(
      `update parcel set label = 'forged' where code = 'A3'; delete from parcel where code = 'A4'; delete from claim where value = 'A1'; update count_entry set n = 5`,
    ),
  );
  expect(await everything(register)).not.toEqual(before);
  await rebuild(register.database, deps);
  expect(await everything(register)).toEqual(before);
});

it('a history in which two things claim one code is not put in place, and nothing changes', async () => {
  const register = await aRegisterWithHistory();
  await register.database.asOwner((tx) =>
    tx.run(
      sql`update event set data = jsonb_set(data, '{code}', '"A3"') where type = 'parcel-opened' and data ->> 'code' = 'A4'`,
    ),
  );
  const before = await everything(register);
  await expect(rebuild(register.database, deps)).rejects.toThrow(/claim_pkey/);
  expect(await everything(register)).toEqual(before);
  expect(await register.database.all(sql`select from pg_namespace where nspname = 'rebuild'`)).toHaveLength(0);
});
