import pg from 'pg';
import { allRows } from './asking.ts';
import {
  type EmbeddedPlace,
  type EmbeddedPostgres,
  embeddedStartParams,
  openEmbeddedPostgres,
} from './embedded-postgres.ts';
import type { ReadHandle, WriteHandle } from './handles.ts';
import { postgresTypes } from './postgres-types.ts';
import { Refusal, refusal } from './refusal.ts';
import { withoutPassword } from './settings-mistakes.ts';
import { transactionHandle } from './transaction-handle.ts';

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
    // A question does not wait for the answer to the one before. Every statement is planned once: planning the large ones by
    // their values took longer than carrying them out, and where values decide, the program chooses (docs/search.md).
    pipeline: true,
    options: embedded ? undefined : '-c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan',
  });
  // A server that goes away ends idle connections; the next query says so to whoever asks.
  pool.on('error', ignore);
  if (place.url !== undefined) await requireServer(pool, place.url);
  return databaseOver(pool, embedded);
}

/** PostgreSQL 15 is the first that has everything the migrations use. */
const oldestServer = 15;

/** The first question shows whether the address, account and database in the settings are right. */
async function requireServer(pool: pg.Pool, url: string): Promise<void> {
  const address = withoutPassword(url);
  try {
    const { rows } = await pool.query<{ readonly version: string }>(
      `select current_setting('server_version') as version`,
    );
    const version = rows[0]?.version ?? '';
    if (Number.parseInt(version, 10) < oldestServer)
      throw refusal('foundation.database-too-old', { address, version, needed: oldestServer });
  } catch (error) {
    await pool.end();
    if (error instanceof Refusal) throw error;
    throw refusal('foundation.database-not-reachable', { address, reason: reasonOf(error) });
  }
}

/** Several addresses of one host fail together and say nothing themselves. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join('; ');
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `${String(error.code)} ` : '';
  return `${code}${error.message}`;
}

const ignore = (): void => {};

function databaseOver(pool: pg.Pool, embedded: EmbeddedPostgres | undefined): Database {
  const inTransaction = async <T>(begin: string, work: (tx: WriteHandle) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    // A connection that is lost says so twice: to whoever asked, which is enough, and as an event.
    client.on('error', ignore);
    const tx = transactionHandle(client, embedded);
    let broken: Error | undefined;
    try {
      // Beginning and end travel with the first and the last questions.
      tx.tell(begin);
      const result = await work(tx.handle);
      await tx.readyToCommit();
      tx.tell('commit');
      await tx.arrived();
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: unknown) => {
        broken = cause instanceof Error ? cause : new Error(String(cause));
      });
      throw tx.reasonOf(error);
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  };
  const writing: typeof inTransaction = async (begin, work) => {
    embedded?.requireSpace();
    return inTransaction(begin, work);
  };
  const asServer = (mode: string): string => `begin ${mode}; set local role ${serverRole}`;
  return {
    kind: embedded ? 'embedded' : 'server',
    all: (statement) => allRows(pool, statement),
    first: async (statement) => (await allRows(pool, statement))[0],
    transaction: (work) => writing(asServer(''), work),
    snapshot: (work) => inTransaction(asServer('isolation level repeatable read read only'), work),
    asOwner: (work) => writing('begin', work),
    dump: () => (embedded ? embedded.dump() : Promise.reject(new Error('Only an embedded database has a folder.'))),
    close: async () => {
      await pool.end();
      await embedded?.close();
    },
  };
}

export type { ReadHandle, WriteHandle } from './handles.ts';
export { sql } from './sql.ts';
