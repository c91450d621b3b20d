import { readFileSync } from 'node:fs';
import { inject } from 'vitest';
import type { Actor } from '../../src/foundation/actor.ts';
import { systemClock } from '../../src/foundation/clock.ts';
import { type Database, openDatabase } from '../../src/foundation/database.ts';
import type { EventType } from '../../src/foundation/events.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { type Executor, executor } from '../../src/foundation/executor.ts';
import type { Projection } from '../../src/foundation/projection.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sql } from '../../src/foundation/sql.ts';
import { addressOf } from './database-snapshot.ts';

const clock = systemClock('Asia/Shanghai');
const random = systemRandom();

let opened: Promise<Database> | undefined;

/** The database of this worker: a copy of the migrated one, embedded in memory or on the server. */
export function testDatabase(): Promise<Database> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Database> {
  const server = inject('serverAddress');
  if (server === '') return openDatabase({ embedded: { snapshot: readFileSync(inject('snapshot')), startParams: [] } });
  const name = `test_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`;
  const admin = await openDatabase({ url: server, connections: 1 });
  await admin.all(sql`create database ${sql.ref(name)} template test_template`);
  await admin.close();
  return openDatabase({ url: addressOf(server, name), connections: 10 });
}

/** Empties every table, so that each test tells its own story. */
export async function emptyDatabase(): Promise<Database> {
  const database = await testDatabase();
  await database.asOwner(async (tx) => {
    const tables = await tx.all<{ readonly name: string }>(
      sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'applied_migration'`,
    );
    await tx.script(`truncate ${tables.map((table) => table.name).join(', ')} restart identity`);
  });
  return database;
}

/** An actor with every authority over the installation, as the command line has it. */
export const operator: Actor = {
  organization: '01900000-0000-7000-8000-000000000001',
  appointment: { id: '01900000-0000-7000-8000-000000000002', role: 'operator', scope: 'everywhere' },
  basis: 'test',
};

export interface TestRegister {
  readonly database: Database;
  readonly executor: Executor;
}

/** An empty register that knows some types of event and some projections. */
export async function emptyRegister(
  types: readonly EventType[],
  projections: readonly Projection[],
): Promise<TestRegister> {
  const database = await emptyDatabase();
  return { database, executor: executor({ database, clock, random, types: eventTypes(types), projections }) };
}
