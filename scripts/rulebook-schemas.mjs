// Writes the JSON Schemas of the files of rules and days to docs/schemas: node --import tsx scripts/rulebook-schemas.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulebookSchemas } from '../tests/support/rulebook-schemas.ts';
import { root } from './bootstrap.mjs';

const folder = join(root, 'docs/schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of rulebookSchemas()) writeFileSync(join(folder, name), text);
