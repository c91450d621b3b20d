import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps, ShowProgress } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { importRecords, type ReadRecord } from './import-records.ts';
import { gbRecords, isoRecords } from './json-records.ts';
import { fileHash } from './lines.ts';

interface FoundingFile {
  readonly name: string;
  readonly label: { readonly 'zh-Hans': string; readonly en: string };
  readonly source: string;
  readonly records: (deps: Deps, file: string) => Promise<() => AsyncIterable<ReadRecord>>;
  /** About how many rows, for the progress bar only. */
  readonly rows: number;
}

const files: readonly FoundingFile[] = [
  {
    name: 'chinese-standards.jsonl.gz',
    label: { 'zh-Hans': '中国标准', en: 'Chinese standards' },
    source: 'nmpa-register',
    records: async (_deps, file) => () => gbRecords(file),
    rows: 1_800,
  },
  {
    name: 'iso-deliverables.jsonl.gz',
    label: { 'zh-Hans': 'ISO 文件', en: 'ISO deliverables' },
    source: 'iso-catalogue-sample',
    records: (deps, file) => isoRecords(deps, file, 'iso-catalogue-sample'),
    rows: 14_998,
  },
];

/** Loads the founding data into a register that holds no standard; each file is one act, so a broken start goes on where it was. */
export async function loadFoundingStandards(deps: Deps, folder: string, progress: ShowProgress): Promise<void> {
  for (const founding of files) {
    const file = join(folder, founding.name);
    const key = `founding ${founding.name}`;
    if (!existsSync(file) || (await isDone(deps, key))) continue;
    const bar = progress(founding.label[deps.settings.language], founding.rows);
    await importRecords(deps, {
      records: await founding.records(deps, file),
      statedOn: deps.definitions.sources.get(founding.source)?.statedOn ?? deps.clock.today(),
      mode: 'good-rows',
      key,
      inputHash: await fileHash(file, key),
      onProgress: bar.at,
    });
    bar.end();
  }
}

async function isDone(deps: Deps, key: string): Promise<boolean> {
  const act = await deps.database.first(sql`select 1 from act where home_id = ${deps.operator.organization} and idempotency_key = ${key}`);
  return act !== undefined;
}
