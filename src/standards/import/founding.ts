import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps, ShowProgress } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { importRecords } from './import-records.ts';
import { gbRecords, isoRecords, type RecordFile } from './json-records.ts';
import { fileHash } from './lines.ts';

interface FoundingFile {
  readonly name: string;
  readonly label: { readonly 'zh-Hans': string; readonly en: string };
  readonly source: string;
  readonly open: (deps: Deps, file: string) => Promise<RecordFile>;
}

const files: readonly FoundingFile[] = [
  {
    name: 'chinese-standards.jsonl.gz',
    label: { 'zh-Hans': '中国标准', en: 'Chinese standards' },
    source: 'nmpa-register',
    open: (_deps, file) => gbRecords(file),
  },
  {
    name: 'iso-deliverables.jsonl.gz',
    label: { 'zh-Hans': 'ISO 文件', en: 'ISO deliverables' },
    source: 'iso-catalogue-sample',
    open: (deps, file) => isoRecords(deps, file, 'iso-catalogue-sample'),
  },
];

/** Loads the founding data into a register that holds no standard; each file is one act, so a broken start goes on where it was. */
export async function loadFoundingStandards(deps: Deps, folder: string, progress: ShowProgress): Promise<void> {
  for (const founding of files) {
    const file = join(folder, founding.name);
    const key = `founding ${founding.name}`;
    if (!existsSync(file) || (await isDone(deps, key))) continue;
    const { records, count } = await founding.open(deps, file);
    const bar = progress(founding.label[deps.settings.language], count);
    await importRecords(deps, {
      records,
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
  const act = await deps.database.first(
    sql`select 1 from act where home_id = ${deps.operator.organization} and idempotency_key = ${key}`,
  );
  return act !== undefined;
}
