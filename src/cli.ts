import { join } from 'node:path';
import { refusalTexts } from './app.tsx';
import { allCommands, runCommand, sealedAtEnd } from './commands.ts';
import { handOver } from './foundation/command-socket.ts';
import { jsonLog } from './foundation/log.ts';
import type { Console, Deps } from './foundation/part.ts';
import { Refusal, type RefusalTexts } from './foundation/refusal.ts';
import { openRegister, type Register } from './foundation/register.ts';
import { readSettings, type Settings, SettingsError } from './foundation/settings.ts';
import { terminal } from './foundation/terminal.ts';
import { type Upgrade, upgradeNotice } from './foundation/upgrade.ts';
import { parts } from './parts.ts';
import { drainIndexing, indexingBacklog } from './search/index.ts';

const root = process.env['GUIJU_ROOT'] ?? join(import.meta.dirname, '..');
const folder = process.env['GUIJU_FOLDER'] ?? process.cwd();
const argv = process.argv.slice(2);

async function main(): Promise<number> {
  const settings = readSettings(process.env, root);
  const lang = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-Hans' : 'en';
  const console = terminal(process.stdout, process.stderr, { lang, folder });
  let register: Register | undefined;
  const open = async (): Promise<Deps | { readonly status: number }> => {
    const opened = await openOrHandOver(settings, lang, (upgrade) => console.error(upgradeNotice(upgrade, lang)));
    if ('status' in opened) return opened;
    register = opened;
    return opened.deps;
  };
  const texts = refusalTexts(parts);
  let isSealed = true;
  let status: number;
  try {
    status = await runCommand(argv, console, { commands: allCommands(parts, root), texts, register: open });
  } finally {
    if (register) isSealed = await end(register, console, texts);
  }
  return isSealed ? status : Math.max(status, 1);
}

/** What a command wrote is sealed and found before the command ends. A connection left open would keep it from ending. */
async function end(register: Register, console: Console, texts: RefusalTexts): Promise<boolean> {
  try {
    const isSealed = await sealedAtEnd(register.deps.sealer, console, texts);
    await index(register.deps, console);
    return isSealed;
  } finally {
    await register.close();
  }
}

/** So many changes are indexed before anybody wonders why the command does not end. */
const indexedUnnoticed = 1_000;
/** The backlog is counted up to here. */
const mostCounted = 100_000;

async function index(deps: Deps, console: Console): Promise<void> {
  const waiting = await indexingBacklog(deps.database);
  const isTold = waiting > indexedUnnoticed;
  const label = console.lang === 'en' ? 'search index' : '检索索引';
  const bar = isTold ? console.progress(label, waiting < mostCounted ? waiting : undefined) : undefined;
  const sources = parts.flatMap((part) => part.searchSources ?? []);
  await drainIndexing({ ...deps, sources }, ({ changes }) => bar?.at(changes));
  bar?.end();
}

/** Opens the folder under its lock; when the running server has it, the server runs the command and prints its answer here. */
async function openOrHandOver(
  settings: Settings,
  lang: 'zh-Hans' | 'en',
  onUpgrade: (upgrade: Upgrade) => void,
): Promise<Register | { readonly status: number }> {
  try {
    return await openRegister({ settings, parts, log: jsonLog('error'), root, onUpgrade });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'foundation.folder-in-use') throw error;
    const status = await handOver(
      settings.data,
      { argv, folder, lang, isTerminal: process.stderr.isTTY ?? false },
      { out: (text) => process.stdout.write(text), error: (text) => process.stderr.write(text) },
    );
    if (status === undefined) throw error;
    return { status };
  }
}

// Whoever reads the output may have enough of it, as `head` does: the command ends as others do then.
const brokenPipe = 128 + 13;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(brokenPipe);
  });

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(
    error instanceof SettingsError ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
}
