import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { refusal } from './refusal.ts';
import { sql } from './sql.ts';

export interface Migration {
  readonly name: string;
  readonly text: string;
}

/** Numbered SQL files of a folder in their order; a hole or a double number is a mistake of the installation. */
export function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort();
  names.forEach((name, index) => {
    if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`Migration ${name} should have number ${index + 1}.`);
  });
  return names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

/**
 * Applies what is missing, each file in a transaction of its own, and answers the names applied. Forward only. A database
 * that held something before is shown to `beforeUpgrade` first.
 *
 * @throws Refusal `foundation.made-by-newer`, `foundation.migrations-in-disorder`
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[],
  beforeUpgrade?: (missing: readonly string[]) => Promise<void>,
): Promise<readonly string[]> {
  const applied = await appliedMigrations(database);
  const unknown = applied.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw refusal('foundation.made-by-newer', { migrations: unknown.join(', ') });
  }
  const missing = migrations.filter((migration) => !applied.includes(migration.name));
  await refuseDisorder(database, applied, missing);
  if (missing.length > 0 && applied.length > 0) await beforeUpgrade?.(missing.map((migration) => migration.name));
  if (applied.length === 0) await database.asOwner((tx) => tx.script(record));
  for (const migration of missing) {
    await database.asOwner(async (tx) => {
      await tx.script(migration.text);
      await tx.run(sql`insert into applied_migration (name) values (${migration.name})`);
    });
  }
  return missing.map((migration) => migration.name);
}

const record = `create table if not exists applied_migration (name text primary key, applied_at timestamptz not null default now());
  comment on table applied_migration is 'local. Which migrations this database has had.';
  comment on column applied_migration.name is 'File name of the migration.';
  comment on column applied_migration.applied_at is 'When it was applied.';`;

/**
 * A database of somebody else, or one whose list of migrations was changed: what is missing would meet what is there. It
 * ends before a backup is written or a table touched.
 */
async function refuseDisorder(
  database: Database,
  applied: readonly string[],
  missing: readonly Migration[],
): Promise<void> {
  const [first] = missing;
  if (!first) return;
  const made = missing.flatMap(({ text }) => [...text.matchAll(/^create table (\w+)/gm)].map(([, table]) => table));
  const there = await database.all<{ readonly name: string }>(
    sql`select name from unnest(${made}::text[]) as name where to_regclass(name) is not null order by name`,
  );
  const found = [...applied.filter((name) => name > first.name), ...there.map(({ name }) => name)];
  if (found.length > 0)
    throw refusal('foundation.migrations-in-disorder', { migration: first.name, found: found.join(', ') });
}

async function appliedMigrations(database: Database): Promise<readonly string[]> {
  return database.asOwner(async (tx) => {
    const exists = await tx.first<{ readonly found: boolean }>(
      sql`select to_regclass('applied_migration') is not null as found`,
    );
    if (!exists?.found) return [];
    const rows = await tx.all<{ readonly name: string }>(sql`select name from applied_migration order by name`);
    return rows.map((row) => row.name);
  });
}
