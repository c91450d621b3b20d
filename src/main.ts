import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp, partsOf, refusalTexts } from './app.tsx';
import { allCommands, keptTables, runCommand, sealedAtEnd } from './commands.ts';
import { nightlyBackups } from './foundation/backups.ts';
import { serveCommands } from './foundation/command-socket.ts';
import { listening } from './foundation/http/listening.ts';
import { addressWarning } from './foundation/http/public-address.ts';
import { jsonLog } from './foundation/log.ts';
import type { Deps, Part } from './foundation/part.ts';
import { Refusal, refusalMessage } from './foundation/refusal.ts';
import { openRegister } from './foundation/register.ts';
import { readSettings, SettingsError } from './foundation/settings.ts';
import { terminal } from './foundation/terminal.ts';
import { type Upgrade, upgradeNotice } from './foundation/upgrade.ts';
import { startLoops } from './loops.ts';
import { parts } from './parts.ts';
import { indexerLoop } from './search/index.ts';

const root = process.env['GUIJU_ROOT'] ?? join(import.meta.dirname, '..');
/** How long requests under way may take when the server is told to stop. */
const patience = 10_000;

async function main(): Promise<void> {
  const settings = readSettings(process.env, root);
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  const log = jsonLog(process.env['GUIJU_LOG'] === 'silent' ? 'silent' : 'info');
  const onUpgrade = (upgrade: Upgrade): void => {
    process.stdout.write(`${upgradeNotice(upgrade, settings.language)}\n`);
  };
  const register = await openRegister({ settings, parts, log, root, onUpgrade });
  const { deps } = register;
  const app = createApp(deps, parts);
  const server = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host });
  const port = await listening(server, settings).catch(async (error: unknown) => {
    await register.close();
    throw error;
  });
  process.stdout.write(`Guiju 规矩: http://localhost:${port}\n`);
  const warning = addressWarning(settings, settings.language);
  if (warning !== undefined) log.warn({ setting: 'publicAddress' }, warning);
  const shown = partsOf(parts, settings.profile);
  deps.sealer.start();
  const indexer = indexerLoop({ ...deps, sources: parts.flatMap((part) => part.searchSources ?? []) });
  const loops = startLoops(
    [indexer, ...nightlyBackups(deps, keptTables(parts)), ...shown.flatMap((part) => part.loops?.(deps) ?? [])],
    log,
  );
  const socket = settings.databaseUrl === '' ? await serveHandedCommands(deps) : undefined;
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    await new Promise((resolve) => {
      server.close(resolve);
      if ('closeIdleConnections' in server) server.closeIdleConnections();
    });
    await socket?.close();
    await deps.afterAnswer.ended();
    await loops.stop();
    await deps.sealer.stop();
    await register.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop());
  for (const part of shown) await part.started?.(deps, (text) => process.stdout.write(`${text}\n`));
  await loadFounding(deps, shown);
  process.stdout.write('Guiju 规矩: 登记簿已就绪 the register is ready\n');
}

/** Founding data come in while the pages are already served; the pages say how far they have come. */
async function loadFounding(deps: Deps, shown: readonly Part[]): Promise<void> {
  const console = terminal(process.stdout, process.stderr, { lang: deps.settings.language, folder: root });
  await deps.arrivals.during(console.progress, async (progress) => {
    for (const part of shown) await part.loadFounding?.(deps, { root, progress });
  });
  // The sealer's loop tries again each second and says so.
  await deps.sealer.sealNow().catch((fault: unknown) => deps.log.error({ error: String(fault) }, 'sealing failed'));
}

function serveHandedCommands(deps: Deps) {
  const commands = allCommands(parts, root);
  const texts = refusalTexts(parts);
  return serveCommands(deps.settings.data, async (command, streams) => {
    const place = { lang: command.lang, folder: command.folder };
    const console = terminal(
      { write: (text) => streams.print(text.replace(/\n$/, '')) },
      { write: streams.write, isTTY: command.isTerminal },
      place,
    );
    let status = 1;
    try {
      status = await runCommand(command.argv, console, { commands, texts, register: async () => deps });
    } catch (error) {
      deps.log.error({ command: command.argv[0], error: String(error) }, 'fault in a command');
      streams.error(String(error));
    }
    return (await sealedAtEnd(deps.sealer, console, texts)) ? status : Math.max(status, 1);
  });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof Refusal) {
    const texts = refusalTexts(parts);
    return (['zh-Hans', 'en'] as const)
      .map((lang) => refusalMessage(texts, error, lang))
      .map(({ text, remedy }) => `${text} ${remedy}`)
      .join('\n');
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
