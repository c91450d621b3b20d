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
export interface WrittenStatement<Row = unknown> {
  readonly text: string;
  readonly parameters: readonly unknown[];
  /** Never there: says what its rows are. */
  readonly row?: Row;
}

/**
 * Writes a statement at its first use and puts the values of each further use in its places.
 * The statement must have the same text whatever the values are.
 */
export function writtenOnce<Given extends Readonly<Record<string, string>>, Row>(
  build: (given: Given) => Statement<Row>,
): (given: Given) => WrittenStatement<Row> {
  let written: { readonly text: string; readonly places: readonly unknown[] } | undefined;
  return (given) => {
    written ??= withPlaces(given, build);
    const parameters = written.places.map((place) => (place instanceof Place ? given[place.name] : place));
    return { text: written.text, parameters };
  };
}

class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

function withPlaces<Given extends Readonly<Record<string, string>>, Row>(
  given: Given,
  build: (given: Given) => Statement<Row>,
): { readonly text: string; readonly places: readonly unknown[] } {
  const nameOf = new Map(Object.keys(given).map((name) => [`value of ${name}`, new Place(name)]));
  // One cast at the edge: every value of what is given is a text.
  const marked = Object.fromEntries(Object.keys(given).map((name) => [name, `value of ${name}`])) as Given;
  const { text, parameters } = compile(build(marked));
  return { text, places: parameters.map((value) => nameOf.get(String(value)) ?? value) };
}

export function compile<Row>(statement: Statement<Row> | WrittenStatement<Row>): WrittenStatement<Row> {
  if ('text' in statement) return statement;
  const { sql: text, parameters } = statement.compile(compiler);
  return { text, parameters };
}
