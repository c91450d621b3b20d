/**
 * One decision for one row or for thousands (DESIGN 4 and 10): the same 1,000 rows are written singly, by a hundred senders at
 * once, and in bulk, with rows that depend on each other, and every table is compared. What differs by nature is left out: identifiers, instants, seals,
 * and the past rows between two acts, which one act does not have.
 */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/foundation/canonical-json.ts';
import type { Database } from '../../src/foundation/database.ts';
import type { InputRow } from '../../src/foundation/deciding.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { Refusal } from '../../src/foundation/refusal.ts';
import { sql } from '../../src/foundation/sql.ts';
import type { StandardStatement } from '../../src/standards/model.ts';
import { type StateStandardInput, stateStandard } from '../../src/standards/state-standard.ts';
import { on, standardsEventTypes, standardsProjections } from '../support/standards-register.ts';
import { emptyRegister, operator, type TestRegister } from '../support/test-database.ts';

const types = eventTypes(standardsEventTypes);

it('the same 1,000 rows give the same register, written singly, by many at once, or in bulk', async () => {
  const rows = thousandRows();
  const singly = await written(rows, (register) => enteredByOne(register, rows));
  const byMany = await written(rows, async (register) => {
    const senders = Array.from({ length: 100 }, (_, sender) => rows.slice(10 * sender, 10 * sender + 10));
    return (await Promise.all(senders.map((its) => enteredByOne(register, its)))).flat();
  });
  const inBulk = await written(rows, async ({ executor }) => {
    const refused: number[] = [];
    const inputHash = createHash('sha256').update(canonicalJson(rows)).digest();
    const request = { actor: operator, key: 'batch', inputHash, mode: 'good-rows' as const };
    await executor.executeMany(stateStandard, () => rows, { ...request, onReject: ({ row }) => refused.push(row) });
    return refused.sort((a, b) => a - b);
  });
  expect(singly.refused).toHaveLength(20);
  for (const other of [byMany, inBulk]) {
    expect(other.refused).toEqual(singly.refused);
    expectSameTables(singly.tables, other.tables);
  }
  expect([singly.acts, byMany.acts, inBulk.acts]).toEqual([980, 980, 1]);
  expect(byMany.transactions).toBeLessThan(singly.transactions / 3);
}, 300_000);

/** Enters rows one after the other and gives those that were refused. */
async function enteredByOne({ executor }: TestRegister, rows: readonly InputRow[]): Promise<readonly number[]> {
  const refused: number[] = [];
  for (const { row, input } of rows) {
    await executor.execute(stateStandard, input, { actor: operator, key: `row ${row}` }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      refused.push(row);
    });
  }
  return refused;
}

function expectSameTables(expected: Written['tables'], found: Written['tables']): void {
  for (const [table, contents] of expected) {
    expect(contents.length, `rows of ${table}`).toBeGreaterThan(0);
    // The first row that differs says more than all of them.
    const others = found.get(table) ?? [];
    const place = contents.findIndex((row, index) => row !== others[index]);
    expect({ table, rows: others.length, row: others[place] }).toEqual({
      table,
      rows: contents.length,
      row: contents[place],
    });
  }
}

const sample = (number: string, title: string, more: Partial<StandardStatement> = {}): StandardStatement => ({
  number,
  titles: [{ lang: 'zh-Hans', text: title, standing: 'official' }],
  publishedOn: on('2020-03-31'),
  implementations: [{ date: on('2020-10-01') }],
  relations: [{ kind: 'replaces', target: `${number.slice(0, -4)}2009` }],
  ics: ['11.040'],
  ccs: ['C30'],
  topics: [],
  issuers: ['Fictitious issuer'],
  organizations: [{ name: '虚构单位', role: 'leading' }],
  drafters: [],
  ...more,
});

function stated(
  statement: StandardStatement,
  source: { readonly name: string; readonly key: string; readonly statedOn?: string },
): StateStandardInput {
  const contentHash = createHash('sha256').update(canonicalJson(statement)).digest('hex');
  return {
    source: { statedOn: '2026-01-31', rank: source.name === 'first' ? 10 : 20, ...source },
    contentHash,
    statement,
  };
}

/** Fictitious rows in hundreds of ten, each ten with every kind of dependence on the rows before it. */
function thousandRows(): readonly InputRow[] {
  const inputs = Array.from({ length: 100 }, (_, hundred) => tenRows(hundred + 1)).flat();
  return inputs.map((input, index) => ({ row: index + 1, input }));
}

function tenRows(n: number): readonly StateStandardInput[] {
  // Every tenth set opens a new home; the others share it.
  const sector = ['YY', 'JB', 'HJ', 'SY', 'NB', 'DL', 'QB', 'LY', 'HG', 'FZ'][Math.floor((n - 1) / 10)] ?? 'YY';
  const number = `${sector}/T ${4000 + n}-2020`;
  const other = `${sector}/T ${5000 + n}-2020`;
  const refusedOrNot = n % 5 === 0 ? 'not a number at all' : `${sector}/T ${6000 + n}-2020`;
  return [
    stated(sample(number, '甲'), { name: 'first', key: `a${n}` }),
    // The same number from another source joins the standard.
    stated(sample(number, '乙', { committee: 'SAC/TC 10' }), { name: 'second', key: `b${n}` }),
    // The same key, later: the statement takes the place of the earlier one.
    stated(sample(number, '甲之二'), { name: 'first', key: `a${n}`, statedOn: '2026-02-28' }),
    // The same key again with equal content: no event.
    stated(sample(number, '甲之二'), { name: 'first', key: `a${n}`, statedOn: '2026-03-31' }),
    // The same key, earlier: never overwrites.
    stated(sample(number, '更早'), { name: 'first', key: `a${n}`, statedOn: '2019-01-01' }),
    stated(sample(refusedOrNot, '丙'), { name: 'first', key: `c${n}` }),
    stated(sample(other, '丁', { organizations: [] }), { name: 'first', key: `d${n}` }),
    // The source corrects the number: the old address stays and leads there.
    stated(sample(`${sector}/T ${7000 + n}-2020`, '丁'), { name: 'first', key: `d${n}`, statedOn: '2026-02-28' }),
    // Another source states the number the standard has now, or had once: it joins that standard, if the row before comes first.
    stated(sample(n % 2 === 0 ? other : `${sector}/T ${7000 + n}-2020`, '戊'), { name: 'second', key: `e${n}` }),
    stated(sample(`ISO ${9000 + n}:2015`, '己', { relations: [] }), { name: 'second', key: `f${n}` }),
  ];
}

interface Written {
  readonly refused: readonly number[];
  readonly acts: number;
  readonly transactions: number;
  readonly tables: ReadonlyMap<string, readonly string[]>;
}

async function written(
  rows: readonly InputRow[],
  write: (register: TestRegister) => Promise<readonly number[]>,
): Promise<Written> {
  const register = await emptyRegister(standardsEventTypes, standardsProjections);
  const refused = await write(register);
  expect(rows).toHaveLength(1_000);
  const check = await checkProjections(register.database, {
    types,
    projections: standardsProjections,
    timeZone: 'Asia/Shanghai',
  });
  expect(check.differences).toEqual([]);
  await expectValidEvents(register.database);
  const counted = await register.database.first<{ readonly acts: number; readonly transactions: number }>(
    sql`select (select count(*)::int from act) as acts, (select count(distinct xid)::int from event) as transactions`,
  );
  return { refused, ...(counted ?? { acts: 0, transactions: 0 }), tables: await tablesByName(register.database) };
}

async function expectValidEvents(database: Database): Promise<void> {
  const events = await database.all<{ readonly type: string; readonly schema: number; readonly data: unknown }>(
    sql`select type, schema, data from event`,
  );
  for (const { type, schema, data } of events) {
    expect(types.of(type).schemas[schema]?.safeParse(data).error, type).toBeUndefined();
  }
}

const projected = [
  'standard',
  'standard_relation',
  'standard_organization',
  'standard_source',
  'standard_issuer',
  'organization',
];

/** What every table holds now, with the names of things in the place of their identifiers. */
async function tablesByName(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = await database.all<{ readonly id: string; readonly name: string }>(
    sql`select stream_id as id, min(kind || ':' || value collate "C") as name from claim where kind in ('source', 'organization-code') group by 1`,
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const named = (text: string): string =>
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, (id) => nameOf.get(id) ?? 'nameless');
  const read = async (rows: Promise<readonly { readonly row: string }[]>): Promise<readonly string[]> =>
    (await rows).map(({ row }) => named(row)).sort();
  const tables = new Map<string, readonly string[]>();
  for (const table of projected) {
    const rows = database.all<{ readonly row: string }>(
      sql`select (to_jsonb(t) - 'known' - 'row_no')::text as row from ${sql.table(table)} t where upper_inf(known)`,
    );
    tables.set(table, await read(rows));
  }
  const event = sql<{
    readonly row: string;
  }>`select jsonb_build_array(home_id, stream_id, version, kind, type, schema, data, act_home_id, valid_on, corrects)::text as row from event`;
  tables.set('event', await read(database.all(event)));
  tables.set(
    'claim',
    await read(database.all(sql<{ readonly row: string }>`select to_jsonb(t)::text as row from claim t`)),
  );
  tables.set(
    'changed_stream',
    await read(
      database.all(
        sql<{ readonly row: string }>`select distinct (to_jsonb(t) - 'seq')::text as row from changed_stream t`,
      ),
    ),
  );
  const counts = sql<{
    readonly row: string;
  }>`select jsonb_build_array(home_id, measure, occasion, valid_on, tier, nature, region, industry, topic, sum(n))::text as row
    from count_entry group by home_id, measure, occasion, valid_on, tier, nature, region, industry, topic having sum(n) <> 0`;
  tables.set('count_entry', await read(database.all(counts)));
  return tables;
}
