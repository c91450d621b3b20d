import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deps, ShowProgress } from '../../foundation/part.ts';
import { sql } from '../../foundation/sql.ts';
import { fileHash } from './lines.ts';
import { type ImportFormat, openRecords } from './open-records.ts';

interface FoundingFile {
  readonly name: string;
  readonly label: { readonly 'zh-Hans': string; readonly en: string };
  readonly format: ImportFormat;
  readonly source: string;
}

/** Committees first, so that a page never shows a reference whose name is still to come; stages after what they belong to. */
const files: readonly FoundingFile[] = [
  {
    name: 'iso-committees.jsonl.gz',
    label: { 'zh-Hans': 'ISO 技术委员会', en: 'ISO committees' },
    format: 'iso-committees',
    source: 'iso-committees-sample',
  },
  {
    name: 'chinese-standards.jsonl.gz',
    label: { 'zh-Hans': '中国标准', en: 'Chinese standards' },
    format: 'chinese-records',
    source: 'nmpa-register',
  },
  {
    name: 'iso-deliverables.jsonl.gz',
    label: { 'zh-Hans': 'ISO 文件', en: 'ISO deliverables' },
    format: 'iso-open-data',
    source: 'iso-catalogue-sample',
  },
  {
    name: 'iso-stage-history.jsonl.gz',
    label: { 'zh-Hans': 'ISO 文件的过去阶段', en: 'Past stages of ISO deliverables' },
    format: 'iso-stage-history',
    source: 'iso-catalogue-sample',
  },
];

/** Loads the founding data into a register that holds no standard; each file is one act, so a broken start goes on where it was. */
export async function loadFoundingStandards(deps: Deps, folder: string, progress: ShowProgress): Promise<void> {
  for (const founding of files) {
    const file = join(folder, founding.name);
    const key = `founding ${founding.name}`;
    if (!existsSync(file) || (await isDone(deps, key))) continue;
    const { format, source } = founding;
    const { enter, count } = await openRecords(deps, { format, path: file, source }, 'import');
    const bar = progress(founding.label[deps.settings.language], count);
    await enter({
      statedOn: deps.definitions.sources.get(source)?.statedOn ?? deps.clock.today(),
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
