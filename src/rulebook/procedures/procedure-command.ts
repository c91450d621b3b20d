import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '../../foundation/clock.ts';
import { UsageError } from '../../foundation/command-line.ts';
import { type Definitions, readDefinitions } from '../../foundation/definitions.ts';
import type { CommandCall, CommandLineCommand, Console } from '../../foundation/part.ts';
import { readAsked } from '../asked.ts';
import { checkFiles, walkProcedure } from './check-files.ts';
import { drawingFile, drawingForms } from './drawing-files.ts';
import { procedureAnswer, proceduresAnswer } from './procedure-json.ts';
import { procedureLine, procedureView } from './procedure-view.ts';
import { tellLine, tellProcedure } from './tell-procedure.ts';
import { procedureText } from './texts.ts';
import { procedureNamed, proceduresOn } from './versions.ts';

/** `guiju procedure`: the procedures of the program's folder, read without opening the register. */
export function procedureCommand(root: string): CommandLineCommand {
  return {
    name: 'procedure',
    usage: 'procedure ACTION [id or files]',
    summary: {
      zh: '程序：列出（list）、展示（show）、检查（check）、画图（draw）可执行的程序定义。',
      en: 'Procedures: list, show, check or draw the executable definitions.',
    },
    examples: [
      'procedure list',
      'procedure show national-voluntary --as-of 2026-06-30',
      'procedure check',
      'procedure check my-procedure.yaml --walks 1000',
      'procedure draw national-voluntary --format bpmn --out national-voluntary.bpmn',
    ],
    options: [
      { flag: '--as-of DATE', text: { zh: '按哪一天的规则（默认今天）', en: 'rules of which day (default: today)' } },
      {
        flag: '--version N',
        text: { zh: '哪一版（默认当日施行的）', en: 'which version (default: the one in force)' },
      },
      {
        flag: '--format FORM',
        text: {
          zh: 'draw：svg、mermaid、bpmn 或 yaml（默认 svg）',
          en: 'draw: svg, mermaid, bpmn or yaml (default: svg)',
        },
      },
      { flag: '--lang LANG', text: { zh: '语言：zh-Hans 或 en', en: 'language: zh-Hans or en' } },
      { flag: '--out FILE', text: { zh: 'draw：写入文件', en: 'draw: write to a file' } },
      {
        flag: '--walks N',
        text: { zh: 'check：每个程序随机走查的次数', en: 'check: random walks through each procedure' },
      },
      { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
    ],
    needs: 'nothing',
    run: async (call, console) => {
      const action = actions[call.args[0] ?? ''];
      if (action === undefined) throw new UsageError(`guiju procedure ${Object.keys(actions).join(' | ')}`);
      return action(askedOf(call, console, root));
    },
  };
}

interface AskedOfCommand {
  readonly call: CommandCall;
  readonly console: Console;
  readonly folder: string;
  readonly day: string;
  readonly text: (name: string) => string | undefined;
}

/** Law counts days in China's time, wherever the command is called. */
const timeZone = 'Asia/Shanghai';

function askedOf(call: CommandCall, console: Console, root: string): AskedOfCommand {
  const text = (name: string): string | undefined => {
    const value = call.options[name];
    return typeof value === 'string' ? value : undefined;
  };
  const { day } = readAsked({ asOf: text('as-of') }, systemClock(timeZone).today());
  return {
    call,
    console: { ...console, lang: langAsked(text('lang')) ?? console.lang },
    folder: join(root, 'definitions'),
    day,
    text,
  };
}

function langAsked(text: string | undefined): Console['lang'] | undefined {
  if (text === undefined) return undefined;
  if (text === 'en') return 'en';
  if (text === 'zh' || text === 'zh-Hans') return 'zh-Hans';
  throw new UsageError('--lang zh-Hans | en');
}

type Action = (asked: AskedOfCommand) => number;
const actions: Readonly<Record<string, Action>> = { list, show, check, draw };

function list({ call, console, folder, day }: AskedOfCommand): number {
  const definitions = readDefinitions(folder);
  if (call.options['json']) {
    console.print(JSON.stringify(proceduresAnswer(definitions, day), null, 2));
    return 0;
  }
  for (const procedure of proceduresOn(definitions, day))
    tellLine(procedureLine({ lang: console.lang, day, definitions, procedure }), console);
  return 0;
}

function show(asked: AskedOfCommand): number {
  const { call, console, folder, day } = asked;
  const definitions = readDefinitions(folder);
  const procedure = named(asked, definitions);
  if (call.options['json']) {
    const { id, version } = procedure;
    console.print(JSON.stringify(procedureAnswer(definitions, { id, version: String(version), day }), null, 2));
  } else tellProcedure(procedureView({ lang: console.lang, day, definitions, procedure }), console);
  return 0;
}

function draw(asked: AskedOfCommand): number {
  const { console, folder, day, text } = asked;
  const form = drawingForms.find((one) => one === (text('format') ?? 'svg'));
  if (form === undefined) throw new UsageError(`--format ${drawingForms.join(' | ')}`);
  const definitions = readDefinitions(folder);
  const drawn = drawingFile(named(asked, definitions), form, { lang: console.lang, day, definitions });
  const out = text('out');
  if (out === undefined) {
    console.print(drawn.trimEnd());
    return 0;
  }
  const file = resolve(console.folder, out);
  writeFileSync(file, drawn);
  console.error(procedureText(console.lang)('command.written', { file }));
  return 0;
}

function named({ call, day, text }: AskedOfCommand, definitions: Definitions) {
  const [, id] = call.args;
  if (id === undefined) throw new UsageError(`guiju procedure ${call.args[0]} ID`);
  return procedureNamed(definitions, { id, version: text('version'), day });
}

function check({ call, console, folder, text }: AskedOfCommand): number {
  const t = procedureText(console.lang);
  const walks = walksAsked(text('walks'));
  const { procedures, mistakes, ...ground } = checkFiles(folder, call.args.slice(1), console);
  const walked = mistakes.length > 0 ? [] : procedures.map((procedure) => walkProcedure(procedure, ground, walks));
  const broken = walked.flatMap(({ id, broken: some }) => some.map((what) => ({ id, what })));
  const status = mistakes.length + broken.length > 0 ? 1 : 0;
  if (call.options['json']) {
    console.print(
      JSON.stringify(
        { procedures: procedures.map(({ id, version }) => ({ id, version })), mistakes, walks: walked },
        null,
        2,
      ),
    );
    return status;
  }
  for (const mistake of mistakes) console.print(t('command.mistake', { ...mistake }));
  for (const one of broken) console.print(t('command.broken', one));
  if (mistakes.length > 0) return status;
  console.print(t('command.sound', { n: procedures.length }));
  for (const { id, taken, steps, broken: some } of walked)
    if (walks > 0 && some.length === 0) console.print(t('command.walked', { id, n: walks, taken, steps }));
  return status;
}

const mostWalks = 1_000_000;

function walksAsked(text: string | undefined): number {
  const walks = Number(text ?? 0);
  if (!Number.isSafeInteger(walks) || walks < 0 || walks > mostWalks) throw new UsageError(`--walks 0 … ${mostWalks}`);
  return walks;
}
