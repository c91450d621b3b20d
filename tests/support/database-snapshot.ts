import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/foundation/database.ts';
import { migrate, readMigrations } from '../../src/foundation/migrations.ts';
import { sql } from '../../src/foundation/sql.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** File with the migrated embedded database. */
    readonly snapshot: string;
    /** Address of the server to test on; empty: the embedded database. */
    readonly serverAddress: string;
  }
}

const root = join(import.meta.dirname, '../..');

/** One folder for whatever the tests of a run leave behind, taken away at its end. */
export default async function prepare(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'guiju-tests-'));
  process.env['TMPDIR'] = folder;
  await migrateSnapshot(project);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Migrates once per content of the migrations; workers open a copy of the result. */
async function migrateSnapshot(project: TestProject): Promise<void> {
  const migrations = readMigrations(join(root, 'migrations'));
  const server = process.env['TEST_DATABASE_URL'] ?? '';
  project.provide('serverAddress', server);
  project.provide('snapshot', '');
  if (server !== '') return migrateTemplate(server);
  const hash = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  const folder = join(root, 'node_modules/.cache/guiju');
  const file = join(folder, `migrated-${hash}.bin`);
  project.provide('snapshot', file);
  if (existsSync(file)) return;
  const database = await openDatabase({});
  await migrate(database, migrations);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, await database.dump());
  await database.close();
}

async function migrateTemplate(server: string): Promise<void> {
  const admin = await openDatabase({ url: server, connections: 1 });
  await admin.all(sql`drop database if exists test_template with (force)`);
  await admin.all(sql`create database test_template`);
  await admin.close();
  const template = await openDatabase({ url: addressOf(server, 'test_template'), connections: 1 });
  await migrate(template, readMigrations(join(root, 'migrations')));
  await template.close();
}

/** The address of another database on the same server. */
export function addressOf(server: string, name: string): string {
  return server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}
