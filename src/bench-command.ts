import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchLine } from './foundation/bench.ts';
import { UsageError } from './foundation/command-line.ts';
import { openDatabase, sql } from './foundation/database.ts';
import { jsonLog } from './foundation/log.ts';
import type { BenchRow, CommandLineCommand, Deps, Part } from './foundation/part.ts';
import { openRegister } from './foundation/register.ts';
import { readSettings } from './foundation/settings.ts';
import { recordBench } from './record-bench.ts';

/** `guiju bench`: the speed table, each row with its floor measured in the same run, in a scratch register that is thrown away. */
export function benchCommand(parts: readonly Part[], root: string): CommandLineCommand {
  return {
    name: 'bench',
    usage: 'bench [name]',
    summary: {
      zh: '测速：每一行都与同一次运行中测得的下限相比。在临时登记簿中进行，不碰本登记簿。',
      en: 'Measures speed, each row against a floor measured in the same run, in a scratch register; yours is not touched.',
    },
    examples: ['bench', 'bench import', 'bench search --scale 1000000', 'bench --server postgres://localhost/postgres'],
    options: [
      { flag: '--scale N', text: { zh: '记录数（默认 50000）', en: 'number of records (default 50000)' } },
      {
        flag: '--server URL',
        text: { zh: '在该服务器上另建一个数据库来测', en: 'measure in a new database on that server' },
      },
      { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
    ],
    needs: 'nothing',
    run: async (call, console) => {
      const scale = Number(call.options['scale'] ?? 50_000);
      const wanted = call.args;
      const all = [
        ...parts.flatMap((part) => part.benches?.(root) ?? []),
        recordBench(parts, (deps) => fillRecords(deps, parts, root)),
      ];
      const benches = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
      if (benches.length < wanted.length)
        throw new UsageError(`guiju bench ${all.map(({ name }) => name).join(' | ')}`);
      const rows: BenchRow[] = [];
      const server = call.options['server'];
      for (const bench of benches) {
        console.error(`${bench.name} …`);
        const measured = await inScratchRegister(
          parts,
          { root, ...(typeof server === 'string' ? { server } : {}) },
          (deps) => bench.run(deps, { scale, note: (text) => console.error(`  ${text}`) }),
        );
        rows.push(...measured);
      }
      if (call.options['json']) console.print(JSON.stringify(rows, null, 2));
      else
        console.print(['| what | measured | floor | ratio |', '|---|---|---|---|', ...rows.map(benchLine)].join('\n'));
      return 0;
    },
  };
}

/** Loads the founding data and answers the address of a record that everybody asks for. */
async function fillRecords(deps: Deps, parts: readonly Part[], root: string): Promise<string> {
  const progress = () => ({ at: () => {}, end: () => {} });
  for (const part of parts) await part.loadFounding?.(deps, { root, progress });
  await deps.sealer.sealNow();
  return '/api/v1/standards/GB-9706.1-2020';
}

async function inScratchRegister<T>(
  parts: readonly Part[],
  place: { readonly root: string; readonly server?: string },
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'guiju-bench-'));
  const name = `guiju_bench_${process.pid}`;
  const databaseUrl = place.server === undefined ? '' : await newDatabase(place.server, name);
  const settings = { ...readSettings({}, folder), data: folder, databaseUrl };
  const register = await openRegister({ settings, parts, log: jsonLog('error'), root: place.root });
  try {
    return await work(register.deps);
  } finally {
    await register.close();
    if (place.server !== undefined)
      await onServer(place.server, sql`drop database if exists ${sql.ref(name)} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function newDatabase(server: string, name: string): Promise<string> {
  await onServer(server, sql`drop database if exists ${sql.ref(name)} with (force)`);
  await onServer(server, sql`create database ${sql.ref(name)}`);
  return server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

async function onServer(
  server: string,
  statement: Parameters<Awaited<ReturnType<typeof openDatabase>>['all']>[0],
): Promise<void> {
  const database = await openDatabase({ url: server, connections: 2 });
  await database.all(statement);
  await database.close();
}
