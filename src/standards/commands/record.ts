import { resolve } from 'node:path';
import { onBasis } from '../../foundation/actor.ts';
import type { Command } from '../../foundation/command.ts';
import { basisOption, UsageError } from '../../foundation/command-line.ts';
import { loadFacts } from '../../foundation/facts.ts';
import type { CommandCall, CommandLineCommand, Console, Deps } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { annulStandard } from '../annul-standard.ts';
import { cancelNumber } from '../cancel-number.ts';
import { changeNature } from '../change-nature.ts';
import { correctStandard } from '../correct-standard.ts';
import { type HeldStandard, heldStandard, standing } from '../held-standard.ts';
import { byPrecedence } from '../merge.ts';
import { standardsText } from '../pages/texts.ts';
import { statementIn } from '../statement-file.ts';
import { statementRemarks } from '../statement-remarks.ts';
import { suspendStandard } from '../suspend-standard.ts';
import { actName } from '../views/words.ts';
import { withdrawStandard } from '../withdraw-standard.ts';
import { namedStandard } from './named-standard.ts';

interface RegistrarAct {
  readonly command: Command;
  /** Options without which the act cannot be done. */
  readonly needs: readonly string[];
  readonly input: (call: Given) => Readonly<Record<string, unknown>>;
}

interface Given {
  readonly option: (name: string) => string | undefined;
  readonly instead: readonly string[];
  readonly file: (name: string) => string;
}

const acts: Readonly<Record<string, RegistrarAct>> = {
  withdraw: {
    command: withdrawStandard,
    needs: ['on', 'by', 'reason'],
    input: ({ option, instead }) => ({
      withdrawnOn: option('on'),
      by: option('by'),
      reason: option('reason'),
      instead,
    }),
  },
  cancel: {
    command: cancelNumber,
    needs: ['on', 'by', 'reason'],
    input: ({ option }) => ({ cancelledOn: option('on'), by: option('by'), reason: option('reason') }),
  },
  suspend: {
    command: suspendStandard,
    needs: ['on', 'by', 'reason'],
    input: ({ option }) => ({
      from: option('on'),
      ...(option('until') === undefined ? {} : { until: option('until') }),
      by: option('by'),
      reason: option('reason'),
    }),
  },
  'change-nature': {
    command: changeNature,
    needs: ['nature', 'on', 'by', 'reason'],
    input: ({ option }) => ({
      nature: option('nature'),
      from: option('on'),
      by: option('by'),
      reason: option('reason'),
    }),
  },
  annul: {
    command: annulStandard,
    needs: ['reason'],
    input: ({ option, instead }) => ({ reason: option('reason'), instead }),
  },
  correct: {
    command: correctStandard,
    needs: ['statement', 'reason'],
    input: ({ option, file }) => ({
      reason: option('reason'),
      statement: statementIn(file('statement')),
      ...(option('source') === undefined ? {} : { source: option('source') }),
    }),
  },
};

/** `guiju record`: the acts of the registrar on one standard. Each is one act with its basis, and is refused when the law or the record does not allow it. */
export const recordCommand: CommandLineCommand = {
  name: 'record',
  isActOfAuthority: true,
  usage: 'record ACTION NUMBER',
  summary: {
    zh: '办理一项标准：withdraw 废止、cancel 注销编号、suspend 暂停实施、change-nature 变更性质、annul 撤销误录、correct 更正陈述、statement 取出现有陈述。',
    en: 'Acts on one standard: withdraw, cancel (its number), suspend, change-nature, annul (entered in error), correct (a statement), statement (prints the present one).',
  },
  examples: [
    'record withdraw "GB 1-1999" --on 2026-12-01 --by 国家标准委 --reason "复审结论：废止" --instead "GB/T 2-2026" --basis "公告 2026 年第 1 号"',
    'record change-nature "GB 8599-2008" --nature voluntary --on 2017-03-23 --by 国家标准委 --reason "整合精简结论"',
    'record suspend "YY 0505-2012" --on 2026-01-01 --until 2027-01-01 --by 国家药监局 --reason "延期实施"',
    'record annul GB-T-9999-2020 --reason "重复录入" --instead "GB/T 9998-2020"',
    'record statement "GB 9706.1-2020" > statement.json',
    'record correct "GB 9706.1-2020" --statement statement.json --reason "发布日期误录" --basis "国家标准公告 2020 年第 8 号"',
  ],
  options: [
    { flag: '--on DATE', text: { zh: '生效日', en: 'the day from which it holds' } },
    {
      flag: '--until DATE',
      text: { zh: '恢复实施日（suspend）', en: 'the day on which it is applied again (suspend)' },
    },
    { flag: '--by NAME', text: { zh: '作出决定的机关', en: 'the authority that decided it' } },
    { flag: '--reason TEXT', text: { zh: '理由', en: 'reason' } },
    {
      flag: '--instead NUMBERS',
      text: { zh: '应改用的标准，多项用分号隔开', en: 'what to use instead; several parted by semicolons' },
    },
    { flag: '--nature NATURE', text: { zh: 'mandatory、voluntary 或 guiding', en: 'mandatory, voluntary or guiding' } },
    { flag: '--statement FILE', text: { zh: '更正后的完整陈述（JSON）', en: 'the whole corrected statement (JSON)' } },
    {
      flag: '--source NAME',
      text: { zh: '哪个来源的陈述，默认为所显示的', en: 'whose statement; default: the source that is shown' },
    },
    basisOption,
    { flag: '--key KEY', text: { zh: '同一 KEY 只办理一次', en: 'the same KEY is carried out once' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const [action = '', named = ''] = call.args;
    if (action === 'statement') return printStatement(call, console, deps);
    const act = acts[action];
    if (!act) throw new UsageError(`guiju record ${[...Object.keys(acts), 'statement'].join('|')} NUMBER`);
    const missing = act.needs.filter((name) => typeof call.options[name] !== 'string');
    if (missing.length > 0)
      throw new UsageError(`guiju record ${action} NUMBER ${missing.map((name) => `--${name} …`).join(' ')}`);
    const { basis, key } = call.options;
    const number = await namedStandard(deps.database, named, { day: deps.clock.today() });
    const input: Readonly<Record<string, unknown>> = { standard: number, ...act.input(givenBy(call, console)) };
    const answer = await deps.executor.execute(act.command, input, {
      actor: onBasis(deps.operator, basis),
      key: typeof key === 'string' ? key : `record ${deps.random.uuid()}`,
    });
    console.print(doneLine(answer, console));
    for (const remark of statementRemarks(input['statement'], console.lang)) console.print(remark);
    return 0;
  },
};

function givenBy(call: CommandCall, console: Console): Given {
  const option = (name: string): string | undefined => {
    const value = call.options[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    option,
    instead: (option('instead') ?? '')
      .split(/[;；]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
    file: (name) => resolve(console.folder, option(name) ?? ''),
  };
}

function doneLine(
  answer: { readonly actId: string; readonly events: readonly { readonly type: string }[] },
  console: Console,
): string {
  const say = standardsText(console.lang);
  if (answer.events.length === 0) return say('record.unchanged');
  return say('record.done', {
    events: answer.events.map(({ type }) => actName(console.lang, type, undefined).text).join(', '),
    act: answer.actId,
  });
}

/** The statement as it stands, to be corrected in a text editor. */
async function printStatement(call: CommandCall, console: Console, deps: Deps): Promise<number> {
  const [, named = ''] = call.args;
  const number = await namedStandard(deps.database, named, { day: deps.clock.today() });
  const asked = heldStandard(number);
  const facts = await loadFacts(deps.database, [asked]);
  // One cast at the edge: answers of mixed questions are typed where they are asked.
  const held = standing(facts.of(asked) as HeldStandard | undefined, number);
  const { source } = call.options;
  const ordered = byPrecedence(held.state.statements);
  const found = typeof source === 'string' ? ordered.find((one) => one.source.name === source) : ordered[0];
  if (!found)
    throw refusal('standards.source-not-stated', {
      source: String(source),
      number: held.number,
      sources: ordered.map((one) => one.source.name).join(', '),
    });
  console.print(JSON.stringify(found.statement, null, 2));
  return 0;
}
