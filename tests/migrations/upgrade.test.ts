import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { keptTables } from '../../src/commands.ts';
import { backupCommands } from '../../src/foundation/commands/backup.ts';
import { type Database, openDatabase } from '../../src/foundation/database.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import { migrate, readMigrations } from '../../src/foundation/migrations.ts';
import type { Console } from '../../src/foundation/part.ts';
import { checkProjections } from '../../src/foundation/projection-check.ts';
import { openRegister, type Register } from '../../src/foundation/register.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { sql } from '../../src/foundation/sql.ts';
import { type Upgrade, upgradeNotice } from '../../src/foundation/upgrade.ts';
import { parts } from '../../src/parts.ts';
import { repository } from '../support/source-files.ts';

const migrations = readMigrations(join(repository, 'migrations'));
const folders: string[] = [];
const opened: Register[] = [];
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guiju-upgrade-'));
  folders.push(folder);
  return folder;
};

/** A data folder as an earlier version left it: the rows of a stored state behind its migrations. */
async function olderFolder(state: string, last: number): Promise<string> {
  const folder = newFolder();
  const database = await openDatabase({ embedded: { folder: join(folder, 'postgres') } });
  await migrate(database, migrations.slice(0, last));
  await database.asOwner((tx) => tx.script(readFileSync(join(import.meta.dirname, 'states', state), 'utf8')));
  await database.close();
  return folder;
}

async function open(folder: string): Promise<{ readonly register: Register; readonly told: readonly Upgrade[] }> {
  const told: Upgrade[] = [];
  const settings = readSettings({ GUIJU_DATA: folder }, repository);
  const register = await openRegister({
    ...{ settings, parts, log: jsonLog('silent'), root: repository },
    onUpgrade: (upgrade) => {
      // Told before anything is written, so that a failure leaves the operator with a name.
      expect(readdirSync(folder)).not.toContain('backups');
      told.push(upgrade);
    },
  });
  opened.push(register);
  return { register, told };
}

const eventsOf = (database: Database): Promise<readonly unknown[]> =>
  database.all(sql`select stream_id, version, type, data, leaf_hash from event order by stream_id, version`);

describe('a data folder of an earlier version', () => {
  it('is backed up before it is brought up to date, and the operator is told where', async () => {
    const folder = await olderFolder('after-0004.sql', 4);
    const { register, told } = await open(folder);
    const [backup = ''] = readdirSync(join(folder, 'backups'));
    const path = join(folder, 'backups', backup);
    expect(told).toEqual([{ migrations: migrations.slice(4).map(({ name }) => name), backup: path }]);
    expect(backup).toMatch(/^\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d-before-upgrade\.guiju-backup$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);

    // What the rows say follows from the history by the rules of this version.
    const { database: upgraded, types, projections, settings } = register.deps;
    const check = await checkProjections(upgraded, { types, projections, timeZone: settings.timeZone });
    expect(check).toMatchObject({ found: 0 });
    expect(await upgraded.first(sql`select 1 from installation where rows_due`)).toBeUndefined();

    // The backup is what was there before, and this version takes it over.
    const { register: empty } = await open(newFolder());
    const restore = backupCommands(keptTables(parts)).find((command) => command.name === 'restore');
    if (restore?.needs !== 'register') throw new Error('There is no command restore.');
    expect(await restore.run({ args: [path], options: {} }, quiet, empty.deps)).toBe(0);
    const before = await eventsOf(register.deps.database);
    expect(before.length).toBeGreaterThan(0);
    expect(await eventsOf(empty.deps.database)).toEqual(before);
  });

  it('is left alone, and nobody is told anything, when it is up to date or new', async () => {
    const folder = newFolder();
    const first = await open(folder);
    opened.splice(opened.indexOf(first.register), 1);
    await first.register.close();
    const second = await open(folder);
    expect([...first.told, ...second.told]).toEqual([]);
    expect(readdirSync(folder)).not.toContain('backups');
  });

  it('of a newer version is refused, and can be opened again at once', async () => {
    const folder = newFolder();
    const database = await openDatabase({ embedded: { folder: join(folder, 'postgres') } });
    await migrate(database, [...migrations, { name: '9999-from-the-future.sql', text: 'select 1' }]);
    await database.close();
    const settings = readSettings({ GUIJU_DATA: folder }, repository);
    for (const attempt of ['first', 'second'])
      await expect(
        openRegister({ settings, parts, log: jsonLog('silent'), root: repository }),
        attempt,
      ).rejects.toMatchObject({
        code: 'foundation.made-by-newer',
        details: { migrations: '9999-from-the-future.sql' },
      });
  });
});

describe('what the operator is told before an upgrade', () => {
  it.each(['en', 'zh-Hans'] as const)(
    'names backup and way back in %s, and on a server who makes the backups',
    (lang) => {
      const migrated = ['0007-committees.sql'];
      const text = upgradeNotice({ migrations: migrated, backup: '/data/backups/one.guiju-backup' }, lang);
      expect(text).toContain('guiju restore /data/backups/one.guiju-backup');
      expect(text).toContain('0007-committees.sql');
      expect(upgradeNotice({ migrations: migrated }, lang)).toMatch(/administrator|管理员/);
    },
  );
});

const quiet: Console = {
  print: () => {},
  error: () => {},
  progress: () => ({ at: () => {}, end: () => {} }),
  lang: 'en',
  folder: '/',
};
