import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';

/** Tables as queries name them. The rows of a query are typed where the query is written. */
type AnyTables = Record<string, Record<string, unknown>>;

const compiler = new Kysely<AnyTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement whose rows have the type `Row`: sql<{ readonly id: string }>`select id from t where k = ${key}`. */
export type Statement<Row> = RawBuilder<Row>;
export { sql };

export function compile<Row>(statement: Statement<Row>): CompiledQuery<Row> {
  return statement.compile(compiler);
}
