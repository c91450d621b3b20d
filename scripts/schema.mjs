// Writes migrations/schema.sql: what all migrations together make, from the catalogue of an embedded database.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../src/foundation/database.ts';
import { migrate, readMigrations } from '../src/foundation/migrations.ts';
import { catalogue } from '../tests/support/catalogue.ts';
import { schemaText } from '../tests/support/schema-text.ts';
import { root } from './bootstrap.mjs';

const database = await openDatabase({});
await migrate(database, readMigrations(join(root, 'migrations')));
writeFileSync(join(root, 'migrations/schema.sql'), schemaText(await catalogue(database)));
await database.close();
