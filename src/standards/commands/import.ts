import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isDay } from '../../foundation/clock.ts';
import { UsageError } from '../../foundation/command-line.ts';
import type { RejectedRow } from '../../foundation/deciding.ts';
import type { CommandCall, CommandLineCommand, Console, Deps } from '../../foundation/part.ts';
import { type Problem, refusalMessage } from '../../foundation/refusal.ts';
import { type ImportFile, importFile, importFormats, reviewFile } from '../import/import-file.ts';
import type { ImportReport } from '../import/import-records.ts';
import { standardRefusals } from '../refusals.ts';

/** `guiju import`: a file of standards into the register, as one act. */
export const importCommand: CommandLineCommand = {
  name: 'import',
  usage: 'import FORMAT FILE',
  summary: {
    zh: `把文件中的标准登入登记簿；格式：${importFormats.join('、')}。再次导入同一文件不产生变化，新文件只登入差异。`,
    en: `Enters the standards of a file; formats: ${importFormats.join(', ')}. A second run changes nothing, a newer file makes only the difference.`,
  },
  examples: [
    'import iso-open-data iso_deliverables_metadata.jsonl --stated-on 2026-11-01',
    'import standards 标准目录.xlsx --preview',
    'import standards 标准目录.xlsx --review 标准目录.xlsx.review.xlsx',
    'import relaton records.yaml --json',
  ],
  options: [
    { flag: '--stated-on DATE', text: { zh: '文件所述截至哪一天（默认今天）', en: 'the day up to which the file speaks (default: today)' } },
    { flag: '--source NAME', text: { zh: '来源名称，见 definitions/sources', en: 'name of the source, see definitions/sources' } },
    { flag: '--all-or-nothing', text: { zh: '有一行错误就全部不登入', en: 'write nothing when a row is wrong' } },
    { flag: '--preview', text: { zh: '不写入，只显示每列、每个存疑单元格的理解，并生成核对工作簿', en: 'write nothing; show how columns and doubtful cells were understood and make a review workbook' } },
    { flag: '--review FILE', text: { zh: '按核对工作簿中的更正导入，并记住列的对应关系', en: 'import with the corrections of a review workbook and keep its columns for the next file' } },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const file = fileOf(call, console, deps);
    if (call.options['preview']) return preview(file, console, deps);
    const bar = console.progress(file.path.split('/').at(-1) ?? '', undefined);
    const report = await importFile(deps, { ...file, onProgress: bar.at });
    bar.end();
    const rejectsFile = `${file.path}.rejects.jsonl`;
    if (report.rejects.length > 0) await writeFile(rejectsFile, rejectLines(report.rejects));
    if (call.options['json']) console.print(JSON.stringify(jsonOf(report), null, 2));
    else tell(report, console, rejectsFile);
    return report.rejected > 0 ? 1 : 0;
  },
};

function fileOf(call: CommandCall, console: Console, deps: Deps): ImportFile {
  const [asked, path = ''] = call.args;
  const format = importFormats.find((name) => name === asked);
  if (!format) throw new UsageError(`guiju import FORMAT FILE — FORMAT: ${importFormats.join(', ')}`);
  const statedOn = call.options['stated-on'] ?? deps.clock.today();
  if (typeof statedOn !== 'string' || !isDay(statedOn)) throw new UsageError('--stated-on 2026-11-22');
  const { source, review } = call.options;
  return {
    format,
    path: resolve(console.folder, path),
    statedOn,
    mode: call.options['all-or-nothing'] ? 'all-or-nothing' : 'good-rows',
    ...(typeof source === 'string' ? { source } : {}),
    ...(typeof review === 'string' ? { review: resolve(console.folder, review) } : {}),
  };
}

async function preview(file: ImportFile, console: Console, deps: Deps): Promise<number> {
  const out = `${file.path}.review.xlsx`;
  const sheets = await reviewFile(deps, file, { path: out, texts: standardRefusals });
  for (const { table, understanding } of sheets) {
    console.print(table.name);
    for (const column of understanding.columns) {
      console.print(`  ${column.letter.padEnd(3)} ${(column.heading || '—').padEnd(20)} → ${(column.field ?? '—').padEnd(18)} ${column.confidence} (${column.why})`);
    }
    const english = `${understanding.rows.length} rows, ${understanding.skipped.length} lines left out`;
    console.print(console.lang === 'en' ? `  ${english}` : `  ${understanding.rows.length} 行，略过 ${understanding.skipped.length} 行`);
  }
  console.print(console.lang === 'en' ? `Nothing was written. Correct in ${out} and import with --review.` : `没有写入。在 ${out} 中更正后，用 --review 导入。`);
  return 0;
}

function rejectLines(rejects: readonly RejectedRow[]): string {
  return rejects.flatMap((rejected) => rejected.problems.map((problem) => `${JSON.stringify(rejectOf(problem, rejected))}\n`)).join('');
}

function rejectOf(problem: Problem, rejected: RejectedRow): Readonly<Record<string, unknown>> {
  const [zh, en] = (['zh-Hans', 'en'] as const).map((lang) => refusalMessage(standardRefusals, problem, lang));
  return {
    row: rejected.row,
    field: problem.field ?? null,
    code: problem.code,
    reason: { 'zh-Hans': zh?.text, en: en?.text },
    remedy: { 'zh-Hans': zh?.remedy, en: en?.remedy },
    record: rejected.input ?? null,
  };
}

function jsonOf(report: ImportReport): Readonly<Record<string, unknown>> {
  const { rejects, doubts, ...counts } = report;
  return { ...counts, doubts: doubts.length, rejects: rejects.flatMap((rejected) => rejected.problems.map((problem) => rejectOf(problem, { ...rejected, input: null }))) };
}

function tell(report: ImportReport, console: Console, rejectsFile: string): void {
  const { written, unchanged, rejected, doubts } = report;
  console.print(
    console.lang === 'en'
      ? `${written} written, ${unchanged} unchanged, ${rejected} rejected, ${doubts.length} doubts. Act ${report.actId}.`
      : `登入 ${written} 行，未变 ${unchanged} 行，拒收 ${rejected} 行，存疑 ${doubts.length} 处。行为编号 ${report.actId}。`,
  );
  for (const problem of [...report.rejects.flatMap((one) => one.problems), ...doubts].slice(0, 10)) {
    const { text, remedy } = refusalMessage(standardRefusals, problem, console.lang);
    console.print(`  ${problem.row ?? ''} ${problem.field ?? ''}: ${text} ${remedy}`);
  }
  if (rejected > 0) console.print(console.lang === 'en' ? `Rejected rows: ${rejectsFile}` : `拒收的行：${rejectsFile}`);
}
