import { benchCommand } from './bench-command.ts';
import { handOver, type HandedCommand } from './foundation/command-socket.ts';
import { helpText, readCall, UsageError } from './foundation/command-line.ts';
import type { CommandLineCommand, Console, Deps, Part } from './foundation/part.ts';
import { Refusal, refusalMessage, type RefusalTexts } from './foundation/refusal.ts';
import { kernelCommands } from './foundation/commands/index.ts';

/** Every command of the installation: those of the kernel and those of its parts. */
export function allCommands(parts: readonly Part[], root: string): readonly CommandLineCommand[] {
  return [...kernelCommands, benchCommand(parts, root), ...parts.flatMap((part) => part.commands ?? [])];
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
  if (name === undefined || name === 'help' || name === '--help') {
    console.print(helpText(running.commands, console.lang, args[0]));
    return 0;
  }
  const command = running.commands.find((one) => one.name === name);
  if (!command) {
    console.error(console.lang === 'en' ? `There is no command ${name}. See: guiju help` : `没有命令 ${name}。查看：guiju help`);
    return 2;
  }
  try {
    const call = readCall(command, args);
    if (command.needs === 'nothing') return await command.run(call, console);
    const opened = await running.register();
    return 'status' in opened ? opened.status : await command.run(call, console, opened);
  } catch (error) {
    return explained(error, console, running.texts);
  }
}

function explained(error: unknown, console: Console, texts: RefusalTexts): number {
  if (error instanceof UsageError) {
    console.error(error.message);
    return 2;
  }
  if (!(error instanceof Refusal)) throw error;
  const { text, remedy } = refusalMessage(texts, error, console.lang);
  console.error(`${text}\n${remedy}`);
  for (const problem of error.problems.slice(0, 20)) {
    const message = refusalMessage(texts, problem, console.lang);
    console.error(`  ${[problem.row, problem.field].filter((part) => part !== undefined).join(', ')}: ${message.text} ${message.remedy}`);
  }
  return 1;
}

export { handOver, type HandedCommand };
