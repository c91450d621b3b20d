import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { UsageError } from '../../foundation/command-line.ts';
import { publicAddressOf } from '../../foundation/http/public-address.ts';
import type { CommandCall, CommandLineCommand, Console } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { type CoverageNow, coverageNow } from '../coverage.ts';
import { dayNamed } from '../queries/moment.ts';
import type { ViewContext } from '../views/link.ts';
import { answerHash, type RowAnswer, type StandardAnswer, standingOf } from './answer.ts';
import { answerList } from './answer-list.ts';
import { jsonAnswer } from './json-answer.ts';
import { mostMegabytes } from './list-entry.ts';
import { readListFile } from './read-list.ts';
import { endText, remarkOf, resultWorkbook, statusName, successorText, withoutNumberText } from './result-workbook.ts';

/** `guiju check-list`: the state of every standard number found in a file. Exit status 1 when any was not found. */
export const checkListCommand: CommandLineCommand = {
  name: 'check-list',
  usage: 'check-list FILE',
  summary: {
    zh: '核对文件中的每个标准编号：今日和所问日的状态、被什么代替、修改单，或者为什么没有找到。',
    en: 'Checks every standard number in a file: status today and on a day, what replaces it, amendments, or why it was not found.',
  },
  examples: [
    'check-list 合同引用标准.docx',
    'check-list suppliers.xlsx --as-of 2020-01-31 --out answer.xlsx',
    'check-list numbers.txt --json',
  ],
  options: [
    { flag: '--as-of DATE', text: { zh: '另问这一天的状态', en: 'also the status on this day' } },
    { flag: '--out FILE', text: { zh: '结果写入 XLSX 文件', en: 'write the answer to an XLSX file' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const [path = ''] = call.args;
    const asked = call.options['as-of'];
    const asOf = typeof asked === 'string' ? dayNamed('as-of', asked) : deps.clock.today();
    const { entries, withoutNumber } = readListFile(fileBytes(resolve(console.folder, path)), basename(path));
    const answer = await answerList(deps, entries, asOf);
    const kept = {
      ...answer,
      fileName: basename(path),
      total: answer.rows.length,
      withoutNumber,
      resultHash: answerHash(answer),
    };
    const context: ViewContext = {
      lang: console.lang,
      today: answer.checkedOn,
      day: asOf,
      definitions: deps.definitions,
      installation: { homeId: deps.installation.homeId, name: deps.settings.name },
    };
    const coverage = await coverageNow(deps.database, deps.definitions);
    const out = outFile(call, console);
    const base = publicAddressOf(deps.settings);
    if (out !== undefined) writeFileSync(out, resultWorkbook({ kept, rows: answer.rows, context, coverage, base }));
    if (call.options['json'])
      console.print(JSON.stringify(jsonAnswer(kept, answer.rows, { context, coverage }), null, 2));
    else {
      printed(answer.rows, { console, context, coverage });
      if (withoutNumber > 0) console.print(withoutNumberText(withoutNumber, console.lang));
    }
    return answer.rows.every((row) => row.standards.length > 0) ? 0 : 1;
  },
};

function outFile(call: CommandCall, console: Console): string | undefined {
  const { out } = call.options;
  if (out === undefined) return undefined;
  if (typeof out !== 'string' || !/\.xlsx$/i.test(out)) throw new UsageError('--out FILE.xlsx');
  return resolve(console.folder, out);
}

function fileBytes(path: string): Uint8Array {
  try {
    const bytes = statSync(path).size;
    const largest = mostMegabytes * 1024 * 1024;
    if (bytes > largest) throw refusal('standards.file-too-large', { bytes, largest });
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error)
      throw refusal('standards.file-not-readable', { path, why: String(error.code) });
    throw error;
  }
}

interface Printing {
  readonly console: Console;
  readonly context: ViewContext;
  readonly coverage: CoverageNow;
}

/** One line for each row, then how many stand how. */
function printed(rows: readonly RowAnswer[], { console, context, coverage }: Printing): void {
  const isEnglish = console.lang === 'en';
  for (const row of rows)
    console.print(`${String(row.row).padStart(5)}  ${row.text.padEnd(26)}  ${lineOf(row, coverage, context)}`);
  const counts = Map.groupBy(rows, standingOf);
  console.print('');
  for (const [standing, members] of counts)
    console.print(`${String(members.length).padStart(7)}  ${wordOf(standing, context)}`);
  console.print(isEnglish ? `${String(rows.length).padStart(7)}  rows` : `${String(rows.length).padStart(7)}  行`);
}

function lineOf(row: RowAnswer, coverage: CoverageNow, context: ViewContext): string {
  if (row.standards.length === 0) return remarkOf(row, coverage, context);
  return row.standards
    .map((standard) => {
      const onDay = context.day === context.today ? '' : `, ${context.day}: ${statusName(standard.onDay, context)}`;
      const successors = standard.replacedBy
        .map((one) => ` → ${successorText(one, context.lang)}${one.from === null ? '' : ` (${one.from})`}`)
        .join('');
      return `${standard.number}: ${statusName(standard.today, context)}${onDay}${successors}${endLine(standard, context)}`;
    })
    .join(' | ');
}

/** ` (2026-03-01) Done by … Reason: … → GB/T 2-2020`: the end of a standard that nothing took the place of. */
function endLine(standard: StandardAnswer, { lang }: ViewContext): string {
  const { ended } = standard;
  if (ended === undefined) return '';
  const instead = ended.instead.map(({ number }) => number).join(lang === 'en' ? ', ' : '、');
  return [
    ended.on === null ? '' : ` (${ended.on})`,
    instead === '' ? '' : lang === 'en' ? `, use instead: ${instead}` : `，可改用：${instead}`,
    ended.by.length === 0 && ended.reason === null ? '' : ` ${endText(standard, lang)}`,
  ].join('');
}

const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  several: { zh: '有多项', en: 'several' },
  'not-in-register': {
    zh: '本登记簿未收录（不等于不存在）',
    en: 'not in this register (which does not mean that they do not exist)',
  },
  'unknown-prefix': { zh: '代号未知', en: 'unknown prefix' },
  malformed: { zh: '编号不完整或有误', en: 'not understood' },
};

function wordOf(standing: string, context: ViewContext): string {
  const word = words[standing];
  if (word !== undefined) return context.lang === 'en' ? word.en : word.zh;
  const name = context.definitions.codelist('statuses').at(context.today).get(standing)?.name;
  return (context.lang === 'en' ? name?.en : name?.zh) ?? standing;
}
