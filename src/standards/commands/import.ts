import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { isDay } from '../../foundation/clock.ts';
import { UsageError } from '../../foundation/command-line.ts';
import type { CommandCall, CommandLineCommand, Console, Deps } from '../../foundation/part.ts';
import { type FileReport, type ImportFile, importFile, previewFile, writeReviewFile } from '../import/import-file.ts';
import { importFormats } from '../import/open-records.ts';
import { templatePage, templateWorkbook } from '../import/template-file.ts';
import { previewJson, previewLines, rejectLines, reportJson, reportLines } from './import-report.ts';

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
    'import standards 模板.xlsx --template',
  ],
  options: [
    {
      flag: '--stated-on DATE',
      text: { zh: '文件所述截至哪一天（默认今天）', en: 'the day up to which the file speaks (default: today)' },
    },
    {
      flag: '--source NAME',
      text: { zh: '来源名称，见 definitions/sources', en: 'name of the source, see definitions/sources' },
    },
    { flag: '--all-or-nothing', text: { zh: '有一行错误就全部不登入', en: 'write nothing when a row is wrong' } },
    {
      flag: '--preview',
      text: {
        zh: '不写入，只显示每列、每个存疑单元格的理解，并生成核对工作簿',
        en: 'write nothing; show how columns and doubtful cells were understood and make a review workbook',
      },
    },
    {
      flag: '--review FILE',
      text: {
        zh: '按核对工作簿中的更正导入，并记住列的对应关系',
        en: 'import with the corrections of a review workbook and keep its columns for the next file',
      },
    },
    {
      flag: '--key KEY',
      text: {
        zh: '同一 KEY 的同一文件只登入一次，重复时给出当时的答复',
        en: 'the same file under the same KEY is entered once; a repetition gives the recorded answer',
      },
    },
    {
      flag: '--template',
      text: {
        zh: '把空白模板写到 FILE（.xlsx），或把各列的说明写到 FILE（.md）',
        en: 'write the empty template to FILE (.xlsx), or the description of its columns (.md)',
      },
    },
    { flag: '--json', text: { zh: '输出 JSON', en: 'print JSON' } },
  ],
  needs: 'register',
  run: async (call, console, deps) => {
    const file = fileOf(call, console, deps);
    if (call.options['template']) return template(file, console);
    if (call.options['preview']) return preview(file, console, { deps, isJson: call.options['json'] === true });
    const report = await importFile(deps, { ...file, progress: (rows) => console.progress(basename(file.path), rows) });
    const rejectsFile = await writeRejects(file, report);
    if (call.options['json']) console.print(JSON.stringify(reportJson(report, rejectsFile), null, 2));
    else for (const line of reportLines(report, { lang: console.lang, rejectsFile })) console.print(line);
    return report.rejected > 0 ? 1 : 0;
  },
};

function fileOf(call: CommandCall, console: Console, deps: Deps): ImportFile {
  const [asked, path = ''] = call.args;
  const format = importFormats.find((name) => name === asked);
  if (!format) throw new UsageError(`guiju import FORMAT FILE — FORMAT: ${importFormats.join(', ')}`);
  const statedOn = call.options['stated-on'] ?? deps.clock.today();
  if (typeof statedOn !== 'string' || !isDay(statedOn)) throw new UsageError('--stated-on 2026-11-22');
  const { source, review, key } = call.options;
  return {
    format,
    path: resolve(console.folder, path),
    statedOn,
    mode: call.options['all-or-nothing'] ? 'all-or-nothing' : 'good-rows',
    ...(typeof source === 'string' ? { source } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    ...(typeof review === 'string' ? { review: resolve(console.folder, review) } : {}),
  };
}

/** The rejected rows beside the file, so that whoever corrects it has them at hand. */
async function writeRejects(file: ImportFile, report: FileReport): Promise<string | undefined> {
  if (report.rejects.length === 0) return undefined;
  const path = `${file.path}.rejects.jsonl`;
  await writeFile(path, rejectLines(report.rejects));
  return path;
}

async function template(file: ImportFile, console: Console): Promise<number> {
  if (file.format !== 'standards' || !/\.(?:xlsx|md)$/i.test(file.path)) {
    throw new UsageError('guiju import standards FILE.xlsx --template');
  }
  await writeFile(file.path, /\.md$/i.test(file.path) ? templatePage() : templateWorkbook());
  console.print(file.path);
  return 0;
}

async function preview(
  file: ImportFile,
  console: Console,
  work: { readonly deps: Deps; readonly isJson: boolean },
): Promise<number> {
  const found = await previewFile(work.deps, file);
  const reviewFile = file.format === 'standards' ? `${file.path}.review.xlsx` : undefined;
  if (reviewFile !== undefined) await writeReviewFile(reviewFile, found);
  if (work.isJson) console.print(JSON.stringify(previewJson(found, reviewFile), null, 2));
  else for (const line of previewLines(found, { lang: console.lang, reviewFile })) console.print(line);
  return found.rejects.length > 0 ? 1 : 0;
}
