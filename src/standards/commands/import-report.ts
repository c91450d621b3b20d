import { refusalMessage } from '../../foundation/refusal.ts';
import type { FileReport, Preview } from '../import/import-file.ts';
import type { PlacedProblem, Reject } from '../import/import-records.ts';
import { importTexts } from '../import/problem-texts.ts';
import type { UnderstoodSheet } from '../import/table-file.ts';

type Json = Readonly<Record<string, unknown>>;
type Lang = 'zh-Hans' | 'en';

/** Problems told on the terminal; all of them stand in the rejects file or the review workbook. */
const toldAtMost = 10;

/** The rejects file: a line for each problem, with row, field, code, reason and remedy in both languages, and the record as sent. */
export function rejectLines(rejects: readonly Reject[]): string {
  return rejects
    .flatMap((reject) =>
      reject.problems.map((problem) => `${JSON.stringify({ ...problemJson(problem), record: reject.original })}\n`),
    )
    .join('');
}

/** The answer of `import --json`. */
export function reportJson(report: FileReport, rejectsFile: string | undefined): Json {
  const { act, isRecordedAnswer, rows, written, unchanged, rejected, events, resolved } = report;
  return {
    actId: act?.id ?? null,
    recordedAt: act?.recordedAt ?? null,
    isRecordedAnswer,
    rows,
    written,
    unchanged,
    rejected,
    events,
    resolved,
    doubts: report.doubts.map(problemJson),
    rejects: report.rejects.flatMap(({ problems }) => problems.map(problemJson)),
    rejectsFile: rejectsFile ?? null,
  };
}

/** The answer of `import --preview --json`. */
export function previewJson(preview: Preview, reviewFile: string | undefined): Json {
  return {
    rows: preview.rows,
    rejected: preview.rejects.length,
    sheets: preview.sheets.map(({ table, understanding, isRead }) => ({
      sheet: table.name,
      isRead,
      header: understanding.header ?? null,
      rows: understanding.rows.length,
      columns: understanding.columns.map(({ letter, heading, field, confidence, why }) => ({
        letter,
        heading,
        field: field ?? null,
        confidence,
        why,
      })),
      leftOut: understanding.skipped,
    })),
    doubts: preview.doubts.map(problemJson),
    rejects: preview.rejects.flatMap(({ problems }) => problems.map(problemJson)),
    reviewFile: reviewFile ?? null,
  };
}

function problemJson(problem: PlacedProblem): Json {
  const [zh, en] = (['zh-Hans', 'en'] as const).map((lang) => refusalMessage(importTexts, problem, lang));
  return {
    sheet: problem.sheet ?? null,
    row: problem.row ?? null,
    field: problem.field ?? null,
    column: problem.column ?? null,
    code: problem.code,
    understood: problem.understood ?? null,
    reason: { 'zh-Hans': zh?.text, en: en?.text },
    remedy: { 'zh-Hans': zh?.remedy, en: en?.remedy },
  };
}

/** What an import did, in sentences. */
export function reportLines(
  report: FileReport,
  told: { readonly lang: Lang; readonly rejectsFile: string | undefined },
): readonly string[] {
  const { lang, rejectsFile } = told;
  const problems = report.rejects.flatMap((reject) => reject.problems);
  return [
    lang === 'en' ? outcomeEn(report) : outcomeZh(report),
    ...(report.resolved > 0
      ? [
          lang === 'en'
            ? `Relations of ${report.resolved} standards now name their targets by number.`
            : `${report.resolved} 项标准的关系现已按编号成立。`,
        ]
      : []),
    ...listed(problems, { lang, title: { zh: '拒收', en: 'Rejected' } }),
    ...listed(report.doubts, { lang, title: { zh: '存疑', en: 'Doubtful' } }),
    ...(rejectsFile === undefined
      ? []
      : [
          lang === 'en'
            ? `Every rejected row, with reason and remedy: ${rejectsFile}`
            : `拒收的各行及其原因和办法：${rejectsFile}`,
        ]),
  ];
}

function outcomeEn({ act, isRecordedAnswer, written, unchanged, rejected, doubts }: FileReport): string {
  if (!act) return `${rejected} rows were rejected; sent as all or nothing, nothing was written.`;
  const counts = `${written} written, ${unchanged} unchanged, ${rejected} rejected`;
  if (isRecordedAnswer)
    return `This file was imported before under this key, at ${act.recordedAt}: ${counts}. Nothing was written now.`;
  return `${counts}, ${doubts.length} doubts. Act ${act.id}.`;
}

function outcomeZh({ act, isRecordedAnswer, written, unchanged, rejected, doubts }: FileReport): string {
  if (!act) return `拒收 ${rejected} 行；按“全部或全不”，没有写入任何内容。`;
  const counts = `登入 ${written} 行，未变 ${unchanged} 行，拒收 ${rejected} 行`;
  if (isRecordedAnswer) return `这个文件已于 ${act.recordedAt} 以同一 KEY 导入：${counts}。这次没有写入。`;
  return `${counts}，存疑 ${doubts.length} 处。行为编号 ${act.id}。`;
}

/** How each column was understood, and what would be rejected. */
export function previewLines(
  preview: Preview,
  told: { readonly lang: Lang; readonly reviewFile: string | undefined },
): readonly string[] {
  const { lang, reviewFile } = told;
  const problems = preview.rejects.flatMap((reject) => reject.problems);
  const counts =
    lang === 'en'
      ? `${preview.rows} rows, ${preview.rejects.length} would be rejected, ${preview.doubts.length} doubts. Nothing was written.`
      : `${preview.rows} 行，将拒收 ${preview.rejects.length} 行，存疑 ${preview.doubts.length} 处。没有写入。`;
  return [
    ...preview.sheets.flatMap((sheet) => sheetLines(sheet, lang)),
    counts,
    ...listed(problems, { lang, title: { zh: '将拒收', en: 'Would be rejected' } }),
    ...listed(preview.doubts, { lang, title: { zh: '存疑', en: 'Doubtful' } }),
    ...(reviewFile === undefined
      ? []
      : [
          lang === 'en'
            ? `Correct in ${reviewFile} and import with --review.`
            : `在 ${reviewFile} 中更正后，用 --review 导入。`,
        ]),
  ];
}

function sheetLines({ table, understanding, isRead }: UnderstoodSheet, lang: Lang): readonly string[] {
  const leftOut = understanding.skipped.filter(({ why }) => why !== 'blank').length;
  const unread = lang === 'en' ? 'no column of numbers, not read' : '没有编号列，不读取';
  const read =
    lang === 'en'
      ? `${understanding.rows.length} rows, ${leftOut} lines left out`
      : `${understanding.rows.length} 行，略过 ${leftOut} 行`;
  return [
    [table.name, isRead ? read : unread].filter((part) => part !== '').join(': '),
    ...understanding.columns.map(
      ({ letter, heading, field, confidence, why }) =>
        `  ${letter.padEnd(3)} ${(heading || '—').padEnd(20)} → ${(field ?? '—').padEnd(20)} ${confidence} (${why})`,
    ),
  ];
}

function listed(
  problems: readonly PlacedProblem[],
  told: { readonly lang: Lang; readonly title: { readonly zh: string; readonly en: string } },
): readonly string[] {
  const { lang, title } = told;
  if (problems.length === 0) return [];
  const more = problems.length - toldAtMost;
  return [
    lang === 'en' ? `${title.en}:` : `${title.zh}：`,
    ...problems.slice(0, toldAtMost).map((problem) => problemLine(problem, lang)),
    ...(more > 0 ? [lang === 'en' ? `  … and ${more} more` : `  ……另有 ${more} 处`] : []),
  ];
}

function problemLine(problem: PlacedProblem, lang: Lang): string {
  const message = refusalMessage(importTexts, problem, lang);
  const { remedy } = message;
  const { sheet, row, column, field, understood } = problem;
  const cell = column ?? field;
  const text = understood === undefined ? message.text : `${message.text} → ${understood}${lang === 'en' ? '.' : '。'}`;
  if (lang === 'en')
    return `  ${headed([sheet, row === undefined ? undefined : `row ${row}`, cell], ': ')}${text} ${remedy}`;
  return `  ${headed([sheet, row === undefined ? undefined : `第 ${row} 行`, cell], '：')}${text}${remedy}`;
}

/** Where a problem lies, before what it is; nothing for one that concerns the whole file. */
function headed(parts: readonly (string | undefined)[], mark: string): string {
  const named = parts.filter((part) => part !== undefined);
  return named.length === 0 ? '' : `${named.join(', ')}${mark}`;
}
