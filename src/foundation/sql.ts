import {
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

/** A statement with its text at hand, for what is written again and again. */
export interface WrittenStatement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

export function compile<Row>(statement: Statement<Row> | WrittenStatement): WrittenStatement {
  if ('text' in statement) return statement;
  const { sql: text, parameters } = statement.compile(compiler);
  return { text, parameters };
}
