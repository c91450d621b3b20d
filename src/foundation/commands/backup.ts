import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backupSource, keepRestoredFile, writeBackup } from '../backups.ts';
import type { CommandLineCommand } from '../part.ts';
import { rebuild } from '../rebuild.ts';
import { refusal } from '../refusal.ts';
import { restore } from '../seals/restore.ts';
import { sql } from '../sql.ts';
import { keyGiven } from './key-given.ts';
import { sealFirst } from './seal-first.ts';
import { rebuildDeps } from './verify.ts';

/** `guiju backup` and `guiju restore`: the whole installation as one file, from embedded to a server and back. */
export function backupCommands(tables: readonly string[]): readonly CommandLineCommand[] {
  return [
    {
      name: 'backup',
      usage: 'backup FILE',
      summary: {
        zh: '把整个安装（行为、事件、私密文本、封存、封存密钥）写入一个文件；期间照常运行。该文件要像密钥一样保管。',
        en: 'Writes the whole installation (acts, events, private texts, seals, sealing keys) into one file while it goes on. Guard the file like the key it holds.',
      },
      examples: ['backup guiju-2026-11-22.guiju-backup'],
      options: [
        {
          flag: '--overwrite',
          text: { zh: '文件已存在时覆盖它', en: 'write over the file if it is there already' },
        },
      ],
      needs: 'register',
      run: async (call, console, deps) => {
        const path = resolve(console.folder, call.args[0] ?? '');
        if (call.options['overwrite'] !== true && existsSync(path)) throw refusal('foundation.file-exists', { path });
        await sealFirst(deps);
        const bar = console.progress(console.lang === 'en' ? 'rows' : '行', undefined);
        const manifest = await writeBackup(backupSource(deps, tables), path, bar.at);
        bar.end();
        const { event = 0, act = 0 } = manifest.counts;
        console.print(
          console.lang === 'en'
            ? `${path}: ${act} acts, ${event} events.`
            : `${path}：行为 ${act} 项，事件 ${event} 个。`,
        );
        return 0;
      },
    },
    {
      name: 'restore',
      usage: 'restore FILE',
      summary: {
        zh: '把备份恢复到一个空的安装（嵌入式或服务器）；每个字节先核对，然后才写入。',
        en: 'Restores a backup into an empty installation, embedded or on a server; every byte is checked before a row is written.',
      },
      examples: ['restore guiju-2026-11-22.guiju-backup', 'restore old.guiju-backup --key "origin+1a2b3c4d+…"'],
      options: [
        {
          flag: '--key KEY',
          text: { zh: '备份应由该公钥签名', en: 'the public key that must have signed the backup' },
        },
      ],
      needs: 'register',
      run: async (call, console, deps) => {
        const { key } = call.options;
        const bar = console.progress(console.lang === 'en' ? 'rows' : '行', undefined);
        const migrations = await deps.database.all<{ readonly name: string }>(sql`select name from applied_migration`);
        const restored = await restore({
          database: deps.database,
          path: resolve(console.folder, call.args[0] ?? ''),
          migrations: migrations.map((migration) => migration.name),
          tables,
          keepFile: (file) => keepRestoredFile(deps.settings.data, file),
          rebuild: async () => {
            await rebuild(deps.database, rebuildDeps(deps));
            await deps.database.transaction((tx) =>
              tx.run(
                sql`insert into changed_stream (kind, home_id, stream_id) select kind, home_id, stream_id from event where version = 1`,
              ),
            );
          },
          onProgress: bar.at,
          ...(typeof key === 'string' ? { keys: [keyGiven(key)] } : {}),
        });
        bar.end();
        const { event = 0 } = restored.counts;
        console.print(
          console.lang === 'en'
            ? `${event} events restored. The search index is made when the server runs; check with: guiju verify`
            : `已恢复 ${event} 个事件。检索索引在服务运行时生成；用 guiju verify 核对。`,
        );
        return 0;
      },
    },
  ];
}
