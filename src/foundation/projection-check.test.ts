import { expect, it } from 'vitest';
import { parcelProjections, parcelRegisters, parcelTypes } from '../../tests/support/parcel-register.ts';
import { labelParcel, openParcel } from '../../tests/support/parcels.ts';
import { operator, type TestRegister } from '../../tests/support/test-database.ts';
import { checkProjections } from './projection-check.ts';

const emptyRegister = parcelRegisters();
const deps = { types: parcelTypes, projections: parcelProjections, timeZone: 'Asia/Shanghai' };

async function threeParcels(): Promise<TestRegister> {
  const register = await emptyRegister();
  for (const code of ['A1', 'A2', 'A3']) {
    await register.executor.execute(openParcel, { code, label: 'first' }, { actor: operator, key: code });
  }
  const later = { code: 'A1', label: 'second', from: '2026-05-01' };
  await register.executor.execute(labelParcel, later, { actor: operator, key: 'later' });
  return register;
}

/** What a check finds after somebody with the keys to the database changed something past the register. */
async function foundAfter(change: string): Promise<Awaited<ReturnType<typeof checkProjections>>> {
  const { database } = await threeParcels();
  await database.asOwner((tx) => tx.script(change));
  return checkProjections(database, deps);
}

it('a register that follows from its history has no differences', async () => {
  const { database } = await threeParcels();
  expect(await checkProjections(database, deps)).toEqual({
    streams: 3,
    events: 4,
    tables: ['parcel', 'claim', 'count_entry'],
    differences: [],
    found: 0,
  });
});

it('a changed cell is named with what the register holds and what its history says', async () => {
  const check = await foundAfter(`update parcel set label = 'forged' where code = 'A3'`);
  expect(check.found).toBe(1);
  expect(check.differences).toMatchObject([
    { table: 'parcel', place: '1', kind: 'different', fields: [{ name: 'label', held: 'forged', expected: 'first' }] },
  ]);
});

it('a row that is missing and a row that nobody entered are told apart', async () => {
  const check = await foundAfter(`delete from parcel where code = 'A2';
    insert into parcel select home_id, gen_random_uuid(), 1, 'A9', label, grams, valid, known from parcel where code = 'A3'`);
  expect(check.differences.map(({ kind }) => kind).sort()).toEqual(['missing', 'unexpected']);
});

it('a claim that points at the wrong thing, one that is gone and one that nobody made are named', async () => {
  const check =
    await foundAfter(`update claim set stream_id = gen_random_uuid() where value = 'A1'; delete from claim where value = 'A2';
    insert into claim select kind, 'A9', home_id, stream_id from claim where value = 'A3'`);
  expect(check.differences.map(({ table, place, kind }) => [table, place, kind]).sort()).toEqual([
    ['claim', 'parcel-code:A1', 'different'],
    ['claim', 'parcel-code:A2', 'missing'],
    ['claim', 'parcel-code:A9', 'unexpected'],
  ]);
});

it('a count that does not equal the recount is named with both numbers', async () => {
  const check = await foundAfter(`update count_entry set n = 7 where n = 1 and topic = 'second'`);
  expect(check.differences).toMatchObject([
    { table: 'count_entry', kind: 'different', fields: [{ name: 'n', held: 7, expected: 1 }] },
  ]);
});

it('two rows that hold on a common day are found, although both follow from no rule the database could keep', async () => {
  const check = await foundAfter(`update parcel set valid = '(,2026-07-01)' where valid = '(,2026-05-01)'`);
  expect(check.differences.map(({ kind }) => kind).sort()).toEqual(['different', 'overlapping']);
  const overlap = check.differences.find(({ kind }) => kind === 'overlapping');
  expect(overlap).toMatchObject({ place: '2 and 3', fields: [{ held: '(,2026-07-01)', expected: '[2026-05-01,)' }] });
});

it('of very many differences the first are named and all are counted', async () => {
  const { database } = await threeParcels();
  await database.asOwner((tx) => tx.script('delete from parcel; delete from claim'));
  const check = await checkProjections(database, { ...deps, namedAtMost: 2 });
  expect(check.differences).toHaveLength(2);
  expect(check.found).toBe(8);
});
