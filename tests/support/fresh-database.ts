import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/foundation/database.ts';
import { sql } from '../../src/foundation/sql.ts';
import { addressOf } from './database-snapshot.ts';

let made = 0;

/** An empty database of its own, without any migration, and how to do away with it. */
export async function freshDatabase(): Promise<{
  readonly database: Database;
  readonly address: string;
  readonly end: () => Promise<void>;
}> {
  const server = inject('serverAddress');
  if (server === '') {
    const database = await openEmbedded();
    return { database, address: '', end: () => database.close() };
  }
  const name = `fresh_${process.pid}_${++made}`;
  await asAdmin(server, (admin) => admin.all(sql`create database ${sql.ref(name)}`));
  const address = addressOf(server, name);
  const database = await openDatabase({ url: address });
  const end = async (): Promise<void> => {
    await database.close();
    await asAdmin(server, (admin) => admin.all(sql`drop database ${sql.ref(name)} with (force)`));
  };
  return { database, address, end };
}

const folder = join(import.meta.dirname, '../../node_modules/.cache/guiju');

/** An embedded database takes seconds to make and a fraction of one to copy. */
async function openEmbedded(): Promise<Database> {
  const file = join(folder, 'empty.bin');
  if (existsSync(file)) return openDatabase({ embedded: { snapshot: readFileSync(file), startParams: [] } });
  const database = await openDatabase({ embedded: { startParams: [] } });
  mkdirSync(folder, { recursive: true });
  // Written under another name first: workers may look for it at the same time.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, await database.dump());
  renameSync(own, file);
  return database;
}

async function asAdmin(server: string, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const admin = await openDatabase({ url: server, connections: 1 });
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}
