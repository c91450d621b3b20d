import { writeFile } from 'node:fs/promises';
import type { Deps, Progress } from '../../foundation/part.ts';
import { keepColumnMapping } from './column-mapping.ts';
import {
  doubtsOf,
  type ImportReport,
  isOfStandard,
  type PlacedProblem,
  placed,
  type ReadRecord,
  type Reject,
} from './import-records.ts';
import { resolveIsoTargets } from './iso-targets.ts';
import { fileHash } from './lines.ts';
import { type FileToRead, type OpenedRecords, openRecords, sourceOf } from './open-records.ts';
import { writeReview } from './review-workbook.ts';
import { type Repetition, SaidRows } from './said-rows.ts';
import { contentHash } from './statement-input.ts';
import type { UnderstoodSheet } from './table-file.ts';

export interface ImportFile extends FileToRead {
  /** The day up to which the file speaks, where its records do not say. */
  readonly statedOn: string;
  readonly mode: 'all-or-nothing' | 'good-rows';
  /** With the same key the same file gives the answer recorded then; without one each import is an act of its own. */
  readonly key?: string;
  readonly progress?: (rows: number) => Progress;
}

export interface FileReport extends ImportReport {
  /** Standards whose relations named a target by its id in the source and now name it by its number. */
  readonly resolved: number;
}

/** Imports one file as one act. @throws Refusal when the file, its source or its review cannot be read */
export async function importFile(deps: Deps, file: ImportFile): Promise<FileReport> {
  const opened = await openRecords(deps, file, 'import');
  const progress = file.progress?.(opened.count);
  const inputHash = await fileHash(file.path, optionsOf(deps, file, opened));
  const report = await opened.enter({
    statedOn: file.statedOn,
    mode: file.mode,
    key: file.key ?? `import ${deps.random.uuid()}`,
    inputHash,
    ...(progress === undefined ? {} : { onProgress: progress.at }),
  });
  progress?.end();
  if (report.act) await keepMappings(deps, opened);
  const resolved = file.format === 'iso-open-data' ? await resolveIsoTargets(deps) : 0;
  return { ...report, doubts: [...opened.remarks, ...report.doubts], resolved };
}

/** Everything beside the bytes of the file that decides what an import does. */
function optionsOf(deps: Deps, file: ImportFile, { corrections }: OpenedRecords): string {
  return JSON.stringify([
    file.format,
    sourceOf(deps, file),
    file.statedOn,
    file.mode,
    [...corrections.cells.values()],
    corrections.mappings,
  ]);
}

/** The sender's columns are kept for the next file of the same header; without a header nothing would tell which file that is. */
async function keepMappings(deps: Deps, { sheets }: OpenedRecords): Promise<void> {
  const named = sheets.filter(({ corrected, understanding }) => corrected && understanding.header);
  const kept = new Map(named.map(({ understanding }) => [understanding.fingerprint, understanding.mapping]));
  for (const mapping of kept.values()) {
    await deps.executor.execute(
      keepColumnMapping,
      { mapping },
      { actor: deps.operator, key: `column mapping ${deps.random.uuid()}` },
    );
  }
}

/** How a file would be taken. */
export interface Preview {
  readonly sheets: readonly UnderstoodSheet[];
  readonly rows: number;
  readonly rejects: readonly Reject[];
  readonly doubts: readonly PlacedProblem[];
}

/** Reads a file without writing to the register. */
export async function previewFile(deps: Deps, file: FileToRead): Promise<Preview> {
  const opened = await openRecords(deps, file, 'preview');
  const rejects: Reject[] = [];
  const doubts: PlacedProblem[] = [...opened.remarks];
  const said = new SaidRows();
  for await (const record of opened.records()) {
    const { reading, row, sheet, original = null } = record;
    const repeated = repetitionsIn(record, said);
    doubts.push(...doubtsOf(record), ...repeated.filter(({ outcome }) => outcome === 'same').map(problemOf));
    const problems =
      reading.outcome === 'read'
        ? repeated.filter(({ outcome }) => outcome === 'otherwise').map(problemOf)
        : reading.problems.map((problem) => placed(problem, record));
    if (problems.length > 0) rejects.push({ row, original, problems, ...(sheet === undefined ? {} : { sheet }) });
  }
  return { sheets: opened.sheets, rows: opened.count, rejects, doubts };
}

const problemOf = ({ problem }: Repetition): PlacedProblem => problem;

/** The standards of a record that an earlier record of the file names too. */
function repetitionsIn({ reading, row, sheet }: ReadRecord<unknown>, said: SaidRows): readonly Repetition[] {
  const stated = reading.outcome === 'read' ? reading.records.filter(isOfStandard) : [];
  return stated.flatMap(({ source, statedOn, statement }) => {
    const place = { row, ...(sheet === undefined ? {} : { sheet }) };
    const of = { ...source, ...(statedOn === undefined ? {} : { statedOn }) };
    return said.add({ ...place, source: of, contentHash: contentHash(statement), number: statement.number }) ?? [];
  });
}

/** Puts the review workbook of a preview into a file. */
export async function writeReviewFile(path: string, { sheets, rejects, doubts }: Preview): Promise<void> {
  await writeFile(path, writeReview({ sheets, problems: rejects.flatMap(({ problems }) => problems), doubts }));
}
