import { backUpInFolder, backupPath } from './backups.ts';
import type { Database } from './database.ts';
import { type RebuildDeps, rebuild } from './rebuild.ts';
import type { NoteSigner } from './seals/signed-note.ts';
import { sql } from './sql.ts';

/** A register of an earlier version that is about to be brought up to date. */
export interface Upgrade {
  readonly migrations: readonly string[];
  /** Where the backup is written first; absent on a server, whose administrator makes the backups. */
  readonly backup?: string;
}

export interface UpgradeSource {
  readonly database: Database;
  readonly signer: NoteSigner;
  /** The data folder. */
  readonly folder: string;
  /** Tables of the parts of this version that hold more than projections. */
  readonly tables: readonly string[];
  readonly now: string;
}

/** Backs a register of an earlier version up before it is changed, and tells beforehand where. */
export async function prepareUpgrade(
  source: UpgradeSource,
  migrations: readonly string[],
  tell: (upgrade: Upgrade) => void,
): Promise<void> {
  const { database, folder, now } = source;
  if (database.kind === 'server') return tell({ migrations });
  tell({ migrations, backup: backupPath(folder, reason, now) });
  // What this version added is not there yet.
  const tables = await tablesThere(database, source.tables);
  await backUpInFolder({ ...source, tables }, reason, now);
}

/**
 * Makes the rows anew where an upgrade changed the rules by which they follow from the history. An upgrade that was killed
 * meanwhile goes on here at the next opening.
 */
export async function rebuildWhenDue(database: Database, deps: RebuildDeps): Promise<void> {
  const due = await database.first(sql`select 1 from installation where rows_due`);
  if (due === undefined) return;
  await rebuild(database, deps);
  await database.asOwner((tx) => tx.run(sql`update installation set rows_due = false`));
}

/** What the operator is told before an upgrade: what happens, where the backup is, how to go back. */
export function upgradeNotice({ migrations, backup }: Upgrade, lang: 'zh-Hans' | 'en'): string {
  const names = migrations.join(', ');
  if (lang === 'en') {
    const saved =
      backup === undefined
        ? 'It lies on a database server, whose administrator makes the backups.'
        : `First it is backed up to ${backup}. To go back, restore that file into an empty data folder: GUIJU_DATA=FOLDER guiju restore ${backup}`;
    return `This register was made by an earlier version and is now brought up to date (${names}). ${saved}`;
  }
  const saved =
    backup === undefined
      ? '它在数据库服务器上，备份由服务器管理员负责。'
      : `先备份到 ${backup}。要退回，把该文件恢复到一个空的数据文件夹：GUIJU_DATA=文件夹 guiju restore ${backup}`;
  return `本登记簿由较早的版本建立，现在升级（${names}）。${saved}`;
}

const reason = 'before-upgrade';

async function tablesThere(database: Database, tables: readonly string[]): Promise<readonly string[]> {
  return database.asOwner(async (tx) => {
    const rows = await tx.all<{ readonly name: string }>(
      sql`select name from unnest(${tables}::text[]) with ordinality as t (name, at) where to_regclass(name) is not null order by at`,
    );
    return rows.map(({ name }) => name);
  });
}
