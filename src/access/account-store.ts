import { type CustomAdapter, createAdapterFactory } from 'better-auth/adapters';
import type { Database } from '../foundation/database.ts';
import { type Statement, sql } from '../foundation/sql.ts';

type Where = NonNullable<Parameters<CustomAdapter['findMany']>[0]['where']>;
type Condition = Where[number];

const tables: Readonly<Record<string, string>> = {
  user: 'access_user',
  account: 'access_account',
  session: 'access_session',
  verification: 'access_verification',
  twoFactor: 'access_two_factor',
};

/** The tables of accounts as the library of accounts reads and writes them: through our database, as our role, in our names. */
export function accountStore(database: Database) {
  const rows = <Row>(statement: Statement<Record<string, unknown>>): Promise<readonly Row[]> =>
    database.transaction(async (tx) => (await tx.all(statement)).map((row) => named<Row>(row)));
  const count = (statement: Statement<unknown>): Promise<number> => database.transaction((tx) => tx.run(statement));
  const adapter: CustomAdapter = {
    create: async ({ model, data }) => {
      const fields = Object.keys(data);
      const [made] = await rows<typeof data>(sql`insert into ${table(model)} (${sql.join(fields.map(column))})
        values (${sql.join(fields.map((field) => data[field]))}) returning *`);
      return made ?? data;
    },
    findOne: async <Row>({ model, where }: { model: string; where: Where }) => {
      const found = await database.all(
        sql<Record<string, unknown>>`select * from ${table(model)} where ${all(where)} limit 1`,
      );
      return found[0] ? named<Row>(found[0]) : null;
    },
    findMany: async <Row>({ model, where = [], limit, sortBy, offset }: Parameters<CustomAdapter['findMany']>[0]) => {
      const order = sortBy
        ? sql`order by ${column(sortBy.field)} ${sortBy.direction === 'desc' ? sql`desc` : sql`asc`}`
        : sql``;
      const found = await database.all(
        sql<
          Record<string, unknown>
        >`select * from ${table(model)} where ${all(where)} ${order} limit ${limit} offset ${offset ?? 0}`,
      );
      return found.map((row) => named<Row>(row));
    },
    count: async ({ model, where = [] }) =>
      (
        await database.first(
          sql<{ readonly n: number }>`select count(*)::int as n from ${table(model)} where ${all(where)}`,
        )
      )?.n ?? 0,
    update: async <Row>({ model, where, update }: { model: string; where: Where; update: Row }) =>
      (
        await rows<Row>(
          sql`update ${table(model)} set ${assigned(Object.fromEntries(Object.entries(Object(update))))} where ${all(where)} returning *`,
        )
      )[0] ?? null,
    updateMany: ({ model, where, update }) =>
      count(sql`update ${table(model)} set ${assigned(update)} where ${all(where)}`),
    delete: async ({ model, where }) => {
      await count(sql`delete from ${table(model)} where ${all(where)}`);
    },
    deleteMany: ({ model, where }) => count(sql`delete from ${table(model)} where ${all(where)}`),
    // One statement each, so that of two attempts at once only one uses up what works once.
    consumeOne: async <Row>({ model, where }: { model: string; where: Where }) =>
      (
        await rows<Row>(sql`delete from ${table(model)} where id = (
        select id from ${table(model)} where ${all(where)} limit 1 for update) returning *`)
      )[0] ?? null,
    incrementOne: async <Row>({
      model,
      where,
      increment,
      set = {},
    }: Parameters<NonNullable<CustomAdapter['incrementOne']>>[0]) => {
      const added = Object.entries(increment).map(
        ([field, by]) => sql`${column(field)} = coalesce(${column(field)}, 0) + ${by}`,
      );
      const changes = [...added, ...(Object.keys(set).length > 0 ? [assigned(set)] : [])];
      return (
        (await rows<Row>(sql`update ${table(model)} set ${sql.join(changes)} where ${all(where)} returning *`))[0] ??
        null
      );
    },
  };
  return createAdapterFactory({
    config: { adapterId: 'guiju', adapterName: 'Guiju', supportsDates: false, supportsJSON: false, transaction: false },
    adapter: () => adapter,
  });
}

function table(model: string) {
  const name = tables[model];
  if (name === undefined) throw new Error(`There is no table for ${model}.`);
  return sql.table(name);
}

const column = (field: string) => sql.ref(field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

/** A row by the names of the library; one cast at the typed edge, for it checks its own rows. */
function named<Row>(row: Readonly<Record<string, unknown>>): Row {
  const renamed = Object.entries(row).map(([name, value]) => [
    name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(renamed) as Row;
}

function assigned(values: Readonly<Record<string, unknown>>) {
  return sql.join(Object.entries(values).map(([field, value]) => sql`${column(field)} = ${value}`));
}

function all(where: Where): Statement<unknown> {
  const either = where.filter(({ connector }) => connector === 'OR').map(one);
  const each = where.filter(({ connector }) => connector !== 'OR').map(one);
  const parts = [...each, ...(either.length > 0 ? [sql`(${sql.join(either, sql` or `)})`] : [])];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function one({ field, operator, value }: Condition): Statement<unknown> {
  const left = column(field);
  switch (operator) {
    case 'eq':
      return value === null ? sql`${left} is null` : sql`${left} = ${value}`;
    case 'ne':
      return value === null ? sql`${left} is not null` : sql`${left} <> ${value}`;
    case 'lt':
      return sql`${left} < ${value}`;
    case 'lte':
      return sql`${left} <= ${value}`;
    case 'gt':
      return sql`${left} > ${value}`;
    case 'gte':
      return sql`${left} >= ${value}`;
    case 'in':
      return Array.isArray(value) && value.length > 0 ? sql`${left} in (${sql.join([...value])})` : sql`false`;
    default:
      throw new Error(`Accounts are not looked up by ${operator}.`);
  }
}
