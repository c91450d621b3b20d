// Writes docs/tables/<table>.md from the comments and keys in the catalogue and from docs/tables/readers.csv.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/foundation/database.ts';
import { migrate, readMigrations } from '../src/foundation/migrations.ts';
import { catalogue } from '../tests/support/catalogue.ts';
import { readersOf, tablePage } from '../tests/support/table-page.ts';
import { root } from './bootstrap.mjs';

const folder = join(root, 'docs/tables');
const readers = readersOf(readFileSync(join(folder, 'readers.csv'), 'utf8'));
const database = await openDatabase({});
await migrate(database, readMigrations(join(root, 'migrations')));
for (const page of readdirSync(folder).filter((name) => name.endsWith('.md'))) rmSync(join(folder, page));
for (const table of await catalogue(database)) {
  const seenBy = readers.get(table.name);
  if (seenBy === undefined) throw new Error(`docs/tables/readers.csv does not say who may see ${table.name}.`);
  writeFileSync(join(folder, `${table.name}.md`), tablePage(table, seenBy));
}
await database.close();
