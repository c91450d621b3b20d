import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchCommand } from './bench-command.ts';
import { canonicalJson } from './foundation/canonical-json.ts';
import { helpText, readCall, UsageError } from './foundation/command-line.ts';
import { kernelCommands } from './foundation/commands/index.ts';
import type { DerivedIndex } from './foundation/commands/verify.ts';
import type { CommandLineCommand, Console, Deps, Part } from './foundation/part.ts';
import { Refusal, type RefusalTexts, refusal, refusalMessage } from './foundation/refusal.ts';
import { checkIndex, mendIndex } from './search/index.ts';

/** Every command of the installation: those of the kernel and those of its parts. */
export function allCommands(parts: readonly Part[], root: string): readonly CommandLineCommand[] {
  return [
    ...kernelCommands(
      keptTables(parts),
      searchIndexOf(parts),
      parts.flatMap((part) => part.erasers ?? []),
    ),
    benchCommand(parts, root),
    ...parts.flatMap((part) => part.commands ?? []),
  ];
}

/** The search index over everything that the parts let be found. */
export function searchIndexOf(parts: readonly Part[]): DerivedIndex {
  const sources = parts.flatMap((part) => part.searchSources ?? []);
  return {
    check: (deps, onProgress) => checkIndex({ ...deps, sources, onProgress }),
    mend: (deps) => mendIndex({ ...deps, sources }),
  };
}

/** Tables of parts that hold more than projections and so belong into a backup. */
export function keptTables(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => part.keptTables ?? []);
}

export interface Running {
  readonly commands: readonly CommandLineCommand[];
  readonly texts: RefusalTexts;
  /** Opens the register, or hands the command to the server that owns it: then the answer is its exit status. */
  readonly register: () => Promise<Deps | { readonly status: number }>;
}

/** Runs one command line and answers its exit status; refusals and wrong usage become sentences. */
export async function runCommand(argv: readonly string[], console: Console, running: Running): Promise<number> {
  const [name, ...args] = argv;
  const commandNamed = (asked: string) => running.commands.find((one) => one.name === asked);
  if (name === undefined || name === 'help' || name === '--help') {
    const [about] = args;
    if (about !== undefined && !commandNamed(about)) return noCommand(about, console);
    console.print(helpText(running.commands, console.lang, about));
    return 0;
  }
  const command = commandNamed(name);
  if (!command) return noCommand(name, console);
  try {
    const call = readCall(command, args, console.lang);
    if (command.needs === 'nothing') return await command.run(call, console);
    const opened = await running.register();
    if ('status' in opened) return opened.status;
    if (command.isActOfAuthority) warnOnce(opened, console);
    return await command.run(call, console, opened);
  } catch (error) {
    return explained(error, console, running.texts);
  }
}

function noCommand(name: string, { lang, error }: Console): number {
  error(lang === 'en' ? `There is no command ${name}. See: guiju help` : `没有命令 ${name}。查看：guiju help`);
  return 2;
}

/** The embedded database is for trying, teaching and small desks; before the first act of authority it says so, once. */
function warnOnce(deps: Deps, console: Console): void {
  const mark = join(deps.settings.data, 'embedded-warning-given.txt');
  if (deps.database.kind !== 'embedded' || deps.installation.nature !== 'real' || existsSync(mark)) return;
  writeFileSync(mark, `${deps.clock.now()}\n`);
  console.error(
    console.lang === 'en'
      ? 'This register runs on the embedded database: one process on one machine, synced to its disk and backed up each night into its own data folder. For acts of authority use a PostgreSQL server (GUIJU_DATABASE_URL), or keep copies of data/backups on another machine. This is said once.'
      : '本登记簿使用嵌入式数据库：只有一个进程、一台机器，写入即同步到磁盘，每夜备份到自己的数据文件夹。办理有法律效力的行为，宜改用 PostgreSQL 服务器（GUIJU_DATABASE_URL），或把 data/backups 另存到别的机器。此提示只出现一次。',
  );
}

/**
 * What a command wrote is sealed before the command ends (DESIGN 10, rule 9). A fault in that is told after the answer.
 * Answers whether everything is sealed.
 */
export async function sealedAtEnd(
  sealer: Deps['sealer'],
  console: Pick<Console, 'error' | 'lang'>,
  texts: RefusalTexts,
): Promise<boolean> {
  try {
    await sealer.sealNow();
    return true;
  } catch (error) {
    explained(error, console, texts);
    return false;
  }
}

function explained(error: unknown, console: Pick<Console, 'error' | 'lang'>, texts: RefusalTexts): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return 2;
  }
  const refused = error instanceof Refusal ? error : fileRefusal(error);
  if (!refused) throw error;
  const { text, remedy } = refusalMessage(texts, refused, console.lang);
  const [first, ...others] = refused.problems;
  // A refusal of an input repeats the first of its mistakes: each is told once.
  const isFirst = first?.code === refused.code && canonicalJson(first.details ?? {}) === canonicalJson(refused.details);
  if (!isFirst || others.length === 0) console.error(`${text}\n${remedy}`);
  for (const problem of isFirst && others.length === 0 ? [] : refused.problems.slice(0, 20)) {
    const message = refusalMessage(texts, problem, console.lang);
    console.error(
      `  ${[problem.row, problem.field].filter((part) => part !== undefined).join(', ')}: ${message.text} ${message.remedy}`,
    );
  }
  return 1;
}

/** Every command reads or writes files that its arguments name; what the system says of them is no fault of ours. */
function fileRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('syscall' in error && 'path' in error && 'code' in error)) return undefined;
  return refusal('foundation.file-not-usable', { path: String(error.path), why: String(error.code) });
}
