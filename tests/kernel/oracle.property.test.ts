/**
 * The oracle of the kernel: random acts, corrections, annulments and future days, singly and in bulk, are done by the real
 * register and by a naive one; afterwards both are asked for every day and every instant at which anything changed.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { addDays, addMilliseconds } from '../../src/foundation/clock.ts';
import { type Command, command } from '../../src/foundation/command.ts';
import type { Database } from '../../src/foundation/database.ts';
import type { InputRow, RejectedRow } from '../../src/foundation/deciding.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { rebuild } from '../../src/foundation/rebuild.ts';
import { Refusal } from '../../src/foundation/refusal.ts';
import { sql } from '../../src/foundation/sql.ts';
import { parcelProjections, parcelRegisters, parcelTypes } from '../support/parcel-register.ts';
import { annulParcel, correctParcel, labelParcel, openParcel, parcelByCode, weighParcel } from '../support/parcels.ts';
import { tableContents } from '../support/table-contents.ts';
import { operator, type TestRegister } from '../support/test-database.ts';
import { type Doing, NaiveRegister } from './naive-register.ts';

const emptyRegister = parcelRegisters();
const rules = { types: parcelTypes, projections: parcelProjections, timeZone: 'Asia/Shanghai' };

const commandOf = {
  open: openParcel,
  label: labelParcel,
  weigh: weighParcel,
  correct: correctParcel,
  annul: annulParcel,
} as const;

/** Any of the commands, so that one batch can hold all kinds of rows. */
const doAny = command({
  name: 'parcels.do',
  input: z.looseObject({ kind: z.enum(['open', 'label', 'weigh', 'correct', 'annul']), code: z.string() }),
  facts: ({ code }) => ({ parcel: parcelByCode(code) }),
  decide: (situation) => {
    const { kind, ...input } = situation.input;
    const chosen: Command = commandOf[kind];
    return chosen.decide({ ...situation, input: chosen.input.parse(input) });
  },
});

const codes = ['A', 'B', 'C'];
const day = fc.option(
  fc.integer({ min: 0, max: 5 }).map((n) => addDays('2026-10-01', n * 40)),
  { nil: undefined, freq: 2 },
);
const label = fc.constantFrom('red', 'green', 'blue', 'plain');
const doing: fc.Arbitrary<Doing> = fc
  .record({
    kind: fc.constantFrom<Doing['kind']>(
      'open',
      'open',
      'label',
      'label',
      'label',
      'weigh',
      'correct',
      'correct',
      'annul',
    ),
    code: fc.constantFrom(...codes),
    label,
    from: day,
    version: fc.integer({ min: 1, max: 6 }),
    grams: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ kind, code, label: text, from, version, grams }): Doing => {
    const since = from === undefined ? {} : { from };
    if (kind === 'weigh') return { kind, code, grams };
    if (kind === 'annul') return { kind, code, reason: 'entered in error' };
    if (kind === 'correct') return { kind, code, version, label: text, ...since };
    return { kind, code, label: text, ...since };
  });

interface Act {
  readonly how: 'singly' | 'good-rows' | 'all-or-nothing';
  readonly doings: readonly Doing[];
}
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: doing.map((one): Act => ({ how: 'singly', doings: [one] })) },
  {
    weight: 1,
    arbitrary: fc.record({
      how: fc.constantFrom<Act['how']>('good-rows', 'good-rows', 'all-or-nothing'),
      doings: fc.array(doing, { minLength: 1, maxLength: 12 }),
    }),
  },
);

it('the register and a naive one agree on every day as known at every instant, whatever was done', async () => {
  const register = await emptyRegister();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16, size: 'max' }), async (acts) => {
      // Each run has codes and labels of its own, so that the register need not be emptied in between.
      const prefix = `${++run}:`;
      const own = acts.map(({ how, doings }) => ({ how, doings: doings.map((one) => prefixed(one, prefix)) }));
      const naive = new NaiveRegister();
      for (const [place, one] of own.entries()) await doBoth({ register, naive, key: `${prefix}${place}` }, one);
      await expectSameHistory(register.database, naive, prefix);
    }),
    { numRuns: 40 },
  );
  const before = await tableContents(register.database, 'parcel');
  expect(before.length).toBeGreaterThan(60);
  expect((await checkProjections(register.database, rules)).differences).toEqual([]);
  await rebuild(register.database, { ...rules, pageSize: 7 });
  expect(await tableContents(register.database, 'parcel')).toEqual(before);
}, 300_000);

function prefixed(one: Doing, prefix: string): Doing {
  return { ...one, code: prefix + one.code, ...('label' in one ? { label: prefix + one.label } : {}) };
}

async function doBoth(
  { register, naive, key }: { readonly register: TestRegister; readonly naive: NaiveRegister; readonly key: string },
  { how, doings }: Act,
): Promise<void> {
  const request = { actor: operator, key };
  const rows: InputRow[] = doings.map((input, place) => ({ row: place, input }));
  const rejected: RejectedRow[] = [];
  const done =
    how === 'singly'
      ? register.executor.execute(doAny, doings[0], request)
      : register.executor.executeMany(doAny, () => rows, {
          ...request,
          inputHash: Buffer.from(key),
          mode: how,
          onReject: (row) => rejected.push(row),
        });
  const answer = await done.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  });
  const refused = naive.do(doings, { at: answer?.recordedAt ?? '', isAllOrNothing: how !== 'good-rows' });
  if (how === 'singly') expect(answer === undefined).toBe(refused.length > 0);
  else expect(rejected.map(({ row }) => row).sort((a, b) => a - b)).toEqual(refused);
}

async function expectSameHistory(database: Database, naive: NaiveRegister, prefix: string): Promise<void> {
  const ids = await idsOf(database, naive, prefix);
  const { days, instants } = turningPoints(naive);
  const answers = await database.all<{ readonly parcel: string; readonly states: readonly unknown[] }>(sql`
    select i.id || ' on ' || d.day || ' as known ' || k.place as parcel,
      coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'label', p.label, 'grams', p.grams)) filter (where p.parcel_id is not null), '[]') as states
    from unnest(${ids}::uuid[]) with ordinality i (id, place) cross join unnest(${days}::date[]) with ordinality d (day, place)
      cross join unnest(${instants}::timestamptz[]) with ordinality k (at, place)
      left join parcel p on p.parcel_id = i.id and p.valid @> d.day and p.known @> k.at
    group by i.id, i.place, d.day, d.place, k.place order by i.place, d.place, k.place`);
  const expected = naive.parcels.flatMap((parcel, place) =>
    days.flatMap((on) =>
      instants.map((known, at) => {
        const state = naive.stateOf(parcel, { day: on, known });
        return { parcel: `${ids[place]} on ${on} as known ${at + 1}`, states: state ? [state] : [] };
      }),
    ),
  );
  expect(answers).toEqual(expected);
  await expectSameClaims(database, { naive, ids, prefix });
  await expectSameCounts(database, naive, prefix);
}

/** The identifiers the register gave to the parcels of the naive one: the same code opened again is another parcel. */
async function idsOf(database: Database, naive: NaiveRegister, prefix: string): Promise<readonly string[]> {
  const streams = await database.all<{ readonly id: string; readonly code: string }>(
    sql`select stream_id as id, data ->> 'code' as code from event where version = 1 and starts_with(data ->> 'code', ${prefix}) order by seq`,
  );
  expect(streams).toHaveLength(naive.parcels.length);
  const byCode = Map.groupBy(streams, ({ code }) => code);
  return naive.parcels.map((parcel) => byCode.get(parcel.said[0]?.doing.code ?? '')?.shift()?.id ?? '');
}

/** Every day and instant at which an answer can change, with the one before it. */
function turningPoints(naive: NaiveRegister): {
  readonly days: readonly string[];
  readonly instants: readonly string[];
} {
  const said = naive.parcels.flatMap((parcel) => parcel.said);
  const days = new Set(['0001-01-01', '9999-01-01']);
  for (const { doing: one } of said) if ('from' in one && one.from) days.add(one.from).add(addDays(one.from, -1));
  const instants = new Set(['9999-01-01T00:00:00.000Z']);
  for (const { at } of said) instants.add(at).add(addMilliseconds(at, -1));
  return { days: [...days].sort(), instants: [...instants].sort() };
}

async function expectSameClaims(
  database: Database,
  work: { readonly naive: NaiveRegister; readonly ids: readonly string[]; readonly prefix: string },
): Promise<void> {
  const claims = await database.all<{ readonly value: string; readonly id: string }>(
    sql`select value, stream_id as id from claim where starts_with(value, ${work.prefix})`,
  );
  const held = new Map(claims.map(({ value, id }) => [value, id]));
  expect(held).toEqual(new Map([...work.naive.holders()].map(([code, place]) => [code, work.ids[place]])));
}

async function expectSameCounts(database: Database, naive: NaiveRegister, prefix: string): Promise<void> {
  const counts = await database.all<{ readonly topic: string; readonly n: number }>(
    sql`select topic, sum(n)::int as n from count_entry where starts_with(topic, ${prefix}) group by topic having sum(n) <> 0 order by topic collate "C"`,
  );
  const states = naive.parcels.flatMap((parcel) => naive.stateOf(parcel, { day: '9999-01-01', known: '9999' }) ?? []);
  const expected = [...Map.groupBy(states, (state) => state.label)].map(([topic, found]) => ({
    topic,
    n: found.length,
  }));
  expect(counts).toEqual(expected.sort((a, b) => (a.topic < b.topic ? -1 : 1)));
}
