import { join } from 'node:path';
import { part as bodies } from '../../src/bodies/index.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Part } from '../../src/foundation/part.ts';
import { openRegister, type Register } from '../../src/foundation/register.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { columnMappingKept, columnMappingRows } from '../../src/standards/import/column-mapping.ts';
import { standardsEventTypes, standardsProjections } from './standards-register.ts';

const root = join(import.meta.dirname, '../..');
const standards: Part = {
  name: 'standards',
  profiles: 'all',
  eventTypes: [...standardsEventTypes.filter((type) => !bodies.eventTypes?.includes(type)), columnMappingKept],
  projections: [...standardsProjections.filter((rows) => !bodies.projections?.includes(rows)), columnMappingRows],
};

/** A register of standards in a data folder on the disk, opened under its lock as every command opens it. */
export function registerIn(folder: string): Promise<Register> {
  const settings = readSettings({ GUIJU_DATA: folder }, root);
  return openRegister({ settings, parts: [bodies, standards], log: jsonLog('silent'), root });
}
