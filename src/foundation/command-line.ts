import { parseArgs } from 'node:util';
import type { CommandCall, CommandLineCommand } from './part.ts';

/** Wrong use of the command line; the text says what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** On which article or announcement an act rests; read with `onBasis`. */
export const basisOption: NonNullable<CommandLineCommand['options']>[number] = {
  flag: '--basis TEXT',
  text: { zh: '依据：法条、公告', en: 'basis: article of a law, announcement' },
};

/** Reads the arguments of a command by its own list of options. @throws UsageError */
export function readCall(
  command: CommandLineCommand,
  args: readonly string[],
  lang: 'zh-Hans' | 'en' = 'en',
): CommandCall {
  const options = Object.fromEntries(
    (command.options ?? []).map(({ flag }) => {
      const [name = '', value] = flag.split(' ');
      return [name.replace(/^--/, ''), { type: value === undefined ? ('boolean' as const) : ('string' as const) }];
    }),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const wanted = command.usage.split(' ').filter((word) => /^[A-Z]/.test(word)).length;
    if (positionals.length < wanted) throw new UsageError(`guiju ${command.usage}`);
    return { args: positionals, options: values as CommandCall['options'] };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${optionMistake(error, lang)}\nguiju ${command.usage}\nguiju help ${command.name}`);
  }
}

/** What Node found wrong with an option, in the reader's language. */
function optionMistake(error: unknown, lang: 'zh-Hans' | 'en'): string {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const option = /'-{1,2}[^' ]*/.exec(error.message)?.[0].slice(1) ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return lang === 'en' ? `There is no option ${option} here.` : `这一命令没有选项 ${option}。`;
  const lacksValue = /missing|ambiguous/.test(error.message);
  if (lang === 'en') return lacksValue ? `The option ${option} needs a value.` : `The option ${option} takes no value.`;
  return lacksValue ? `选项 ${option} 后面要写出它的值。` : `选项 ${option} 后面不带值。`;
}

/** The help: every command with its examples, or one command in full. */
export function helpText(commands: readonly CommandLineCommand[], lang: 'zh-Hans' | 'en', name?: string): string {
  const key = lang === 'en' ? 'en' : 'zh';
  const chosen = name === undefined ? commands : commands.filter((command) => command.name === name);
  const blocks = [...chosen]
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((command) => {
      const options = (command.options ?? []).map(({ flag, text }) => `      ${flag.padEnd(22)} ${text[key]}`);
      const examples = command.examples.map((example) => `      $ npx guiju ${example}`);
      return [`  ${command.usage}`, `      ${command.summary[key]}`, ...options, ...examples].join('\n');
    });
  const head = lang === 'en' ? 'guiju COMMAND [ARGUMENTS]' : 'guiju 命令 [参数]';
  return `${head}\n\n${blocks.join('\n\n')}\n`;
}
