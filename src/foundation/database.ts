import { createHash } from 'node:crypto';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type CopyRow, copyText } from './copy-text.ts';
import {
  type EmbeddedPlace,
  type EmbeddedPostgres,
  embeddedStartParams,
  openEmbeddedPostgres,
} from './embedded-postgres.ts';
import { postgresTypes } from './postgres-types.ts';
import { compile, type Statement, sql } from './sql.ts';

/** Reads only. Queries and facts get this. */
export interface ReadHandle {
  readonly all: <Row>(statement: Statement<Row>) => Promise<readonly Row[]>;
  readonly first: <Row>(statement: Statement<Row>) => Promise<Row | undefined>;
}

/** Writes inside one transaction. Only the executor, the sealer, migrations and restores get this. */
export interface WriteHandle extends ReadHandle {
  /** Runs a statement and answers how many rows it changed. */
  readonly run: (statement: Statement<unknown>) => Promise<number>;
  /** Runs several statements of plain SQL, for migrations. */
  readonly script: (text: string) => Promise<void>;
  /** Adds rows; text is rows already in COPY's format, see `copyText`. */
  readonly copy: (table: string, columns: readonly string[], rows: readonly CopyRow[] | string) => Promise<void>;
}

export interface Database extends ReadHandle {
  readonly kind: 'embedded' | 'server';
  /** All or nothing, read committed. Code inside uses only the handle it gets. */
  readonly transaction: <T>(work: (tx: WriteHandle) => Promise<T>) => Promise<T>;
  /** A read-only transaction at one snapshot, for answers made of several queries. */
  readonly snapshot: <T>(work: (read: ReadHandle) => Promise<T>) => Promise<T>;
  /** Runs as the owner of the tables: migrations, restores, rebuilds. Everything else runs without the right to change history. */
  readonly asOwner: <T>(work: (tx: WriteHandle) => Promise<T>) => Promise<T>;
  /** The data folder of the embedded database as one archive. */
  readonly dump: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface DatabasePlace {
  /** postgres://... of a server; absent: embedded. */
  readonly url?: string;
  readonly embedded?: EmbeddedPlace;
  readonly connections?: number;
}

/** The role that has no right to update or delete history. */
export const serverRole = 'guiju_server';

export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const embedded =
    place.url === undefined
      ? await openEmbeddedPostgres({ startParams: embeddedStartParams, ...place.embedded })
      : undefined;
  const pool = new pg.Pool({
    ...(embedded ? { stream: () => embedded.connect(), user: 'postgres', database: 'postgres' } : {}),
    ...(place.url === undefined ? {} : { connectionString: place.url }),
    max: embedded ? 1 : (place.connections ?? 8),
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 60_000,
    types: postgresTypes,
    options: embedded ? undefined : '-c timezone=UTC -c jit=off',
  });
  // A server that goes away ends idle connections; the next query says so to whoever asks.
  pool.on('error', () => {});
  return databaseOver(pool, embedded);
}

function databaseOver(pool: pg.Pool, embedded: EmbeddedPostgres | undefined): Database {
  const inTransaction = async <T>(begin: string, work: (tx: WriteHandle) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(handle(client, embedded));
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error(String(cause));
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
  const asServer = (mode: string): string => `begin ${mode}; set local role ${serverRole}; set local timezone to 'UTC'`;
  return {
    kind: embedded ? 'embedded' : 'server',
    all: (statement) => allRows(pool, statement),
    first: async (statement) => (await allRows(pool, statement))[0],
    transaction: (work) => inTransaction(asServer(''), work),
    snapshot: (work) => inTransaction(asServer('isolation level repeatable read read only'), work),
    asOwner: (work) => inTransaction("begin; set local timezone to 'UTC'", work),
    dump: () => (embedded ? embedded.dump() : Promise.reject(new Error('Only an embedded database has a folder.'))),
    close: async () => {
      await pool.end();
      await embedded?.close();
    },
  };
}

type Asker = Pick<pg.Pool, 'query'> | pg.PoolClient;

async function allRows<Row>(asker: Asker, statement: Statement<Row>): Promise<readonly Row[]> {
  return (await ask<Row>(asker, statement)).rows;
}

function ask<Row>(
  asker: Asker,
  statement: Statement<Row>,
): Promise<{ readonly rows: Row[]; readonly rowCount: number | null }> {
  const { sql: text, parameters } = compile(statement);
  // One cast at the driver's edge: rows are typed where the statement is written.
  return asker.query({ name: statementName(text), text, values: [...parameters] }) as unknown as Promise<{
    rows: Row[];
    rowCount: number | null;
  }>;
}

const names = new Map<string, string>();

/** Names make the server plan a statement once per connection. Statements made anew for each call stay few. */
function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
  names.set(text, name);
  return name;
}

function handle(client: pg.PoolClient, embedded: EmbeddedPostgres | undefined): WriteHandle {
  return {
    all: (statement) => allRows(client, statement),
    first: async (statement) => (await allRows(client, statement))[0],
    run: async (statement) => (await ask(client, statement)).rowCount ?? 0,
    script: async (text) => {
      await client.query(text);
    },
    copy: async (table, columns, rows) => {
      const text = typeof rows === 'string' ? rows : copyText(rows);
      if (text === '') return;
      const target = `${table} (${columns.join(', ')})`;
      if (embedded) {
        await embedded.copy(`copy ${target} from '/dev/blob'`, text);
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const stream = client.query(copyFrom(`copy ${target} from stdin`));
        stream.on('error', reject);
        stream.on('finish', resolve);
        stream.end(text);
      });
    },
  };
}

export { sql };
