// Writes docs/refusals.md from the texts of all refusals of all parts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyText, refusalsPage } from '../tests/support/refusals-page.ts';
import { root } from './bootstrap.mjs';

writeFileSync(join(root, 'docs/refusals.md'), refusalsPage(everyText));
