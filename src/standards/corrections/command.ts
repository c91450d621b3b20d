import { resolve } from 'node:path';
import { onBasis } from '../../foundation/actor.ts';
import { basisOption, UsageError } from '../../foundation/command-line.ts';
import type { CommandCall, CommandLineCommand, Console, Deps } from '../../foundation/part.ts';
import type { PrivateTextReading } from '../../foundation/private-text.ts';
import { refusal } from '../../foundation/refusal.ts';
import { postOf } from '../../notices/index.ts';
import { statementIn } from '../statement-file.ts';
import { statementRemarks } from '../statement-remarks.ts';
import { sendAnswer } from './answer-letter.ts';
import { acceptWithCorrection, answerReport } from './answer-report.ts';
import { labelOf } from './record-fields.ts';
import { type Report, reportAt, reporterAddress, reports } from './reports.ts';

/** `guiju correction`: the reports of readers, and their answers. */
export const correctionCommand: CommandLineCommand = {
  name: 'correction',
  usage: 'correction ACTION',
  summary: {
    zh: '读者报告的错误：list 列出待答复的，show 查看，answer 答复（accept 接受 | refuse 不接受）。',
    en: 'Errors that readers reported: list those that wait, show one, answer it (accept | refuse).',
  },
  examples: [
    'correction list',
    'correction show C-2026-7KQ2MD',
    'correction answer C-2026-7KQ2MD refuse --reason "封面即为 2020-04-09"',
    'correction answer C-2026-7KQ2MD accept --statement corrected.json --reason "按公告更正" --basis "国家标准公告 2020 年第 8 号"',
  ],
  options: [
    { flag: '--reason TEXT', text: { zh: '答复的理由', en: 'reason of the answer' } },
    {
      flag: '--statement FILE',
      text: {
        zh: '更正后的完整陈述（JSON，见 guiju record statement）',
        en: 'the whole corrected statement (JSON, see guiju record statement)',
      },
    },
    {
      flag: '--source NAME',
      text: {
        zh: '更正哪个来源的陈述，默认为所显示的来源',
        en: 'whose statement is corrected; default: the source that is shown',
      },
    },
    basisOption,
    { flag: '--all', text: { zh: '也列出已答复的', en: 'also list those answered' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const [action, named = ''] = call.args;
    if (action === 'list') return list(call, console, deps);
    if (action === 'show' && named !== '') return show(await reportOrRefusal(deps, named), { call, console, deps });
    if (action === 'answer' && named !== '') return answer(call, console, deps);
    throw new UsageError('guiju correction list | show ID | answer ID accept|refuse --reason TEXT');
  },
};

async function reportOrRefusal(deps: Deps, named: string): Promise<Report> {
  const report = await reportAt(deps.database, named);
  if (!report) throw refusal('standards.report-unknown', { number: named.slice(0, 40) });
  return report;
}

const listedAtMost = 1_000;

async function list(call: CommandCall, console: Console, deps: Deps): Promise<number> {
  const found = await reports(deps.database, { open: call.options['all'] !== true, limit: listedAtMost });
  if (call.options['json']) console.print(JSON.stringify(found, null, 2));
  else {
    for (const report of found) {
      const late = report.state === 'open' && report.answerBy < deps.clock.today() ? ' !' : '';
      console.print(
        `${report.number}  ${report.state.padEnd(8)}  ${report.answerBy}${late}  ${report.standardNumber}  ${labelOf(console.lang, report.field).text}`,
      );
    }
    if (found.length === 0)
      console.print(console.lang === 'en' ? 'Nothing waits for an answer.' : '没有待答复的报告。');
  }
  return 0;
}

interface Showing {
  readonly call: CommandCall;
  readonly console: Console;
  readonly deps: Deps;
}

function show(report: Report, { call, console, deps }: Showing): number {
  if (call.options['json']) {
    console.print(JSON.stringify(report, null, 2));
    return 0;
  }
  const words =
    console.lang === 'en'
      ? ['Record', 'Field', 'It says', 'It should say', 'Evidence', 'Answer by', 'Reason']
      : ['记录', '字段', '现为', '应为', '依据', '答复期限', '理由'];
  const values = [
    `${report.standardNumber} (${report.standardAddress})`,
    labelOf(console.lang, report.field).text,
    report.was,
    textOf(report.shouldBe, deps, console.lang),
    textOf(report.evidence, deps, console.lang),
    report.answerBy,
    report.reason ?? '',
  ];
  console.print(`${report.number}: ${report.state}`);
  for (const [index, word] of words.entries()) console.print(`  ${word}: ${values[index] ?? ''}`);
  tellTexts(report, console);
  return 0;
}

/** What the operator needs when somebody asks that what he wrote be erased (Personal Information Protection Law, art. 47). */
function tellTexts({ texts }: Report, { lang, print }: Console): void {
  const isEnglish = lang === 'en';
  print(
    isEnglish
      ? '  Texts of the reader, to be erased on request (guiju erase text HOME/ID --basis …):'
      : '  读者所写的文本，依其请求可删除（guiju erase text HOME/ID --basis …）：',
  );
  print(`    ${isEnglish ? 'It should say' : '应为'}: ${texts.shouldBe}`);
  print(`    ${isEnglish ? 'Evidence' : '依据'}: ${texts.evidence}`);
  if (texts.email !== undefined) print(`    ${isEnglish ? 'Address' : '邮箱地址'}: ${texts.email}`);
}

const states: Readonly<Record<'altered' | 'missing', readonly [zh: string, en: string]>> = {
  altered: ['所存内容与报告时不一致', 'what is kept is not what was reported'],
  missing: ['没有保存', 'not kept'],
};

function textOf(text: PrivateTextReading, deps: Pick<Deps, 'clock'>, lang: Console['lang']): string {
  if (text.state === 'whole') return text.text;
  if (text.state !== 'erased') return `[${states[text.state][lang === 'en' ? 1 : 0]}]`;
  const day = deps.clock.dayOf(text.erasedAt);
  return lang === 'en' ? `[erased on ${day}: ${text.basis}]` : `[已于 ${day} 删除：${text.basis}]`;
}

async function answer(call: CommandCall, console: Console, deps: Deps): Promise<number> {
  const [, named = '', verdict] = call.args;
  const { reason, statement, source, basis } = call.options;
  if ((verdict !== 'accept' && verdict !== 'refuse') || typeof reason !== 'string') {
    throw new UsageError('guiju correction answer ID accept|refuse --reason TEXT [--statement FILE --basis TEXT]');
  }
  const report = await reportOrRefusal(deps, named);
  // The address goes with the answer, so it is read before.
  const to = await reporterAddress(deps.database, report.id);
  const request = {
    actor: onBasis(deps.operator, basis),
    key: `answer ${report.id} ${deps.random.uuid()}`,
    caseId: report.id,
  };
  const common = { report: report.id, reason, standard: report.standardAddress };
  if (verdict === 'accept' && typeof statement === 'string') {
    const corrected = statementIn(resolve(console.folder, statement));
    const input = { ...common, statement: corrected, ...(typeof source === 'string' ? { source } : {}) };
    await deps.executor.execute(acceptWithCorrection, input, request);
    for (const remark of statementRemarks(corrected, console.lang)) console.print(remark);
  } else {
    await deps.executor.execute(answerReport, { ...common, accepted: verdict === 'accept' }, request);
  }
  const answered = await reportOrRefusal(deps, report.id);
  const isTold = to === undefined ? undefined : await sendAnswer(deps, postOf(deps), { report: answered, to });
  console.print(resultLine(answered, isTold, console));
  return isTold === false ? 1 : 0;
}

function resultLine(report: Report, isTold: boolean | undefined, console: Console): string {
  const isEnglish = console.lang === 'en';
  const told =
    isTold === undefined
      ? ''
      : isTold
        ? isEnglish
          ? ' The reporter was told.'
          : '已告知报告人。'
        : isEnglish
          ? ' The reporter could not be told; the address is erased.'
          : '未能告知报告人；其邮箱地址已删除。';
  return isEnglish
    ? `${report.number}: ${report.state}.${told}`
    : `${report.number}：${report.state === 'accepted' ? '已接受' : '未接受'}。${told}`;
}
