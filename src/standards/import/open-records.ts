import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { checkCreditCode } from '@guiju/identifiers';
import type { Deps } from '../../foundation/part.ts';
import { Refusal, refusal } from '../../foundation/refusal.ts';
import { readRelatonYaml } from '../sources/relaton-yaml.ts';
import { stateStandard } from '../state-standard.ts';
import { committeeRecords, enteringCommittees } from './committees.ts';
import {
  type Entering,
  enterRecords,
  type ImportReport,
  type ImportRequest,
  type PlacedProblem,
  type ReadRecord,
} from './import-records.ts';
import { gbRecords, isoRecords, type RecordFile } from './json-records.ts';
import { readReview } from './read-review.ts';
import { enteringStages, stageRecords } from './stage-history.ts';
import { statementInputs } from './statement-input.ts';
import {
  type Corrections,
  noCorrections,
  tableRecords,
  type UnderstoodFile,
  type UnderstoodSheet,
  understandFile,
  understandSheets,
} from './table-file.ts';

export const importFormats = [
  'iso-open-data',
  'iso-committees',
  'iso-stage-history',
  'relaton',
  'standards',
  'chinese-records',
] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A file to be read, and with what. */
export interface FileToRead {
  readonly format: ImportFormat;
  readonly path: string;
  /** Name of the source in definitions/sources, where it is not the format's own. */
  readonly source?: string;
  /** A review workbook with the sender's corrections. */
  readonly review?: string;
}

export interface OpenedRecords {
  readonly count: number;
  readonly records: () => AsyncIterable<ReadRecord<unknown>> | Iterable<ReadRecord<unknown>>;
  /** Enters the records as one act, by the command of their kind. */
  readonly enter: (request: Omit<ImportRequest, 'records'>) => Promise<ImportReport>;
  readonly sheets: readonly UnderstoodSheet[];
  readonly remarks: readonly PlacedProblem[];
  readonly corrections: Corrections;
}

/** Whether a file without a column of numbers is refused, as an import does, or shown, as a preview does. */
export type Purpose = 'import' | 'preview';

const largestFile = 200 * 1024 * 1024;
const ownSource: Readonly<Record<ImportFormat, string>> = {
  'iso-open-data': 'iso-open-data',
  'iso-committees': 'iso-open-data',
  'iso-stage-history': 'iso-open-data',
  relaton: 'relaton',
  standards: 'office-file',
  'chinese-records': 'nmpa-register',
};

/** The source a file speaks for. @throws Refusal `standards.source-not-described` */
export function sourceOf(deps: Pick<Deps, 'definitions'>, file: FileToRead): string {
  const source = file.source ?? ownSource[file.format];
  if (!deps.definitions.sources.has(source)) throw refusal('standards.source-not-described', { value: source });
  return source;
}

/** The records of a file in any of the formats. @throws Refusal when the file or its review cannot or must not be read */
export async function openRecords(deps: Deps, file: FileToRead, purpose: Purpose): Promise<OpenedRecords> {
  const source = sourceOf(deps, file);
  if (file.format === 'standards') return tableFile(deps, { file, source, purpose });
  if (file.review !== undefined) throw refusal('standards.review-not-for-table', { format: file.format });
  return { sheets: [], remarks: [], corrections: noCorrections, ...(await plainRecords(deps, file, source)) };
}

type Enterable = Pick<OpenedRecords, 'count' | 'records' | 'enter'>;

async function plainRecords(deps: Deps, file: FileToRead, source: string): Promise<Enterable> {
  if (file.format === 'iso-committees')
    return enterable(deps, await committeeRecords(file.path, source), enteringCommittees);
  if (file.format === 'iso-stage-history')
    return enterable(deps, await stageRecords(file.path, source), enteringStages);
  return standards(deps, await standardRecords(deps, file, source));
}

function standards(deps: Deps, file: RecordFile): Enterable {
  return enterable(deps, file, { command: stateStandard, inputOf: statementInputs(deps) });
}

function enterable<Stated>(deps: Deps, file: RecordFile<Stated>, entering: Entering<Stated>): Enterable {
  return {
    ...file,
    enter: (request) => enterRecords(deps, { ...request, records: file.records }, entering),
  };
}

async function standardRecords(deps: Deps, file: FileToRead, source: string): Promise<RecordFile> {
  if (file.format === 'iso-open-data') return isoRecords(deps, file.path, source);
  if (file.format === 'chinese-records') return gbRecords(deps, file.path);
  const readings = readRelatonYaml((await bytesOf(file.path)).toString('utf8'));
  return { count: readings.length, records: () => readings.map((reading, index) => ({ row: index + 1, reading })) };
}

async function tableFile(
  deps: Deps,
  work: { readonly file: FileToRead; readonly source: string; readonly purpose: Purpose },
): Promise<OpenedRecords> {
  const { file, source, purpose } = work;
  const corrections = file.review === undefined ? noCorrections : readReview(await bytesOf(file.review));
  const understand = purpose === 'import' ? understandFile : understandSheets;
  const understood = await understand(
    deps,
    { bytes: await bytesOf(file.path), name: basename(file.path) },
    corrections,
  );
  refuseForeignReview(understood, corrections);
  const rowWork = {
    sourceName: source,
    corrections,
    isCreditCode: (code: string) => checkCreditCode(code).outcome === 'valid',
  };
  const count = understood.sheets.reduce(
    (sum, { understanding, isRead }) => sum + (isRead ? understanding.rows.length : 0),
    0,
  );
  const { sheets, remarks, broken } = understood;
  const records = { count: count + broken.length, records: () => tableRecords(deps, understood, rowWork) };
  return { sheets, remarks, corrections, ...standards(deps, records) };
}

/** A correction that meets nothing would be lost without a word: the workbook is of another file, or the file has changed. */
function refuseForeignReview({ sheets }: UnderstoodFile, { mappings, cells }: Corrections): void {
  if (mappings.some((mapping) => !sheets.some(({ corrected }) => corrected === mapping)))
    throw refusal('standards.review-of-other-file');
  const rows = new Set(
    sheets.flatMap(({ table, understanding }) =>
      understanding.rows.map(({ row }) => JSON.stringify([table.name, row])),
    ),
  );
  for (const { sheet, row, field } of cells.values()) {
    if (!rows.has(JSON.stringify([sheet, row]))) throw refusal('standards.review-row-unknown', { sheet, row, field });
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    if (bytes.length <= largestFile) return bytes;
    throw refusal('standards.file-too-large', { bytes: bytes.length, largest: largestFile });
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    throw refusal('standards.file-not-readable', { path, why: 'code' in error ? String(error.code) : error.message });
  }
}
