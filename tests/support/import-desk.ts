import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAnswer } from '../../src/foundation/after-answer.ts';
import { arrivals } from '../../src/foundation/arrivals.ts';
import { systemClock } from '../../src/foundation/clock.ts';
import { readDefinitions } from '../../src/foundation/definitions.ts';
import { eventTypes } from '../../src/foundation/events.ts';
import { executor } from '../../src/foundation/executor.ts';
import { openInstallation, operatorOf, publicDeskOf } from '../../src/foundation/installation.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Deps } from '../../src/foundation/part.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sealingKeys } from '../../src/foundation/sealing-key.ts';
import { sealer } from '../../src/foundation/seals/sealer.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { sql } from '../../src/foundation/sql.ts';
import { columnMappingKept, columnMappingRows } from '../../src/standards/import/column-mapping.ts';
import { type FileReport, type ImportFile, importFile } from '../../src/standards/import/import-file.ts';
import { standardsEventTypes, standardsProjections } from './standards-register.ts';
import { emptyDatabase } from './test-database.ts';

const root = join(import.meta.dirname, '../..');
const definitions = readDefinitions(join(root, 'definitions'));

/** Path of a sample among the founding data. */
export const sampleFile = (name: string): string => join(root, 'founding/samples', name);

export const today = '2026-11-22';

/** An empty register with everything an import needs, and a folder for the sender's files. */
export interface ImportDesk {
  readonly deps: Deps;
  readonly folder: string;
  /** Puts a file into the folder and answers its path. */
  readonly file: (name: string, content: string | Uint8Array) => string;
  /** A copy of a sample, because rejects and reviews are put beside a file. */
  readonly copyOf: (name: string) => string;
  readonly take: (file: Pick<ImportFile, 'format' | 'path'> & Partial<ImportFile>) => Promise<FileReport>;
  readonly count: (table: string) => Promise<number>;
  /** What the register shows of a number now. */
  readonly held: (number: string) => Promise<Readonly<Record<string, unknown>> | undefined>;
}

export async function emptyImportDesk(): Promise<ImportDesk> {
  const database = await emptyDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'guiju-import-'));
  const deps = await depsOver(database, folder);
  const file: ImportDesk['file'] = (name, content) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  return {
    deps,
    folder,
    file,
    copyOf: (name) => file(name, readFileSync(sampleFile(name))),
    take: (asked) => importFile(deps, { statedOn: today, mode: 'good-rows', ...asked }),
    count: async (table) =>
      (await database.first<{ readonly n: number }>(sql`select count(*)::int as n from ${sql.table(table)}`))?.n ?? -1,
    held: (number) =>
      database.first(sql`select number, published_as as "publishedAs", reported_state as "reportedState", stage, stages, address, department, has_conflict as "hasConflict", title->0->>'text' as title,
          standard_id as "standardId", (select json_agg(json_build_object('kind', r.kind, 'target', r.target, 'key', r.target_key) order by r.target) from standard_relation r
            where r.standard_id = s.standard_id and upper_inf(r.known)) as relations
        from standard s where number = ${number} and upper_inf(known)`),
  };
}

async function depsOver(database: Deps['database'], data: string): Promise<Deps> {
  const random = systemRandom();
  const clock = { ...systemClock('Asia/Shanghai'), today: () => today };
  const settings = readSettings({ GUIJU_DATA: data }, root);
  const installation = await openInstallation(database, settings, random);
  const keys = sealingKeys(data, settings.origin, random);
  const types = eventTypes([...standardsEventTypes, columnMappingKept]);
  const projections = [...standardsProjections, columnMappingRows];
  return {
    settings,
    database,
    random,
    clock,
    definitions,
    installation,
    parts: [],
    types,
    projections,
    log: jsonLog('silent'),
    sealingKeys: keys,
    afterAnswer: afterAnswer(),
    arrivals: arrivals(),
    sealer: sealer({ database, origin: installation.origin, signers: keys.signers }),
    operator: operatorOf(installation),
    publicDesk: publicDeskOf(installation),
    executor: executor({ database, clock, random, types, projections }),
  };
}
