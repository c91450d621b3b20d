import { readFile, writeFile } from 'node:fs/promises';
import { checkCreditCode } from '@guiju/identifiers';
import type { Deps } from '../../foundation/part.ts';
import { Refusal, refusal, type RefusalTexts } from '../../foundation/refusal.ts';
import { readRelatonYaml } from '../sources/relaton-yaml.ts';
import { keepColumnMapping } from './column-mapping.ts';
import { type ImportReport, importRecords, type ReadRecord } from './import-records.ts';
import { gbRecords, isoRecords } from './json-records.ts';
import { fileHash } from './lines.ts';
import { readReview, writeReview } from './review-workbook.ts';
import { type Corrections, noCorrections, tableRecords, type UnderstoodSheet, understandFile } from './table-file.ts';

export const importFormats = ['iso-open-data', 'relaton', 'standards', 'chinese-records'] as const;
export type ImportFormat = (typeof importFormats)[number];

export interface ImportFile {
  readonly format: ImportFormat;
  readonly path: string;
  readonly statedOn: string;
  /** Name of the source in definitions/sources, where it is not the format's own. */
  readonly source?: string;
  readonly mode: 'all-or-nothing' | 'good-rows';
  /** A review workbook with the sender's corrections. */
  readonly review?: string;
  readonly onProgress?: (rows: number) => void;
}

const largestFile = 200 * 1024 * 1024;
const ownSource: Readonly<Record<ImportFormat, string>> = {
  'iso-open-data': 'iso-open-data',
  relaton: 'relaton',
  standards: 'office-file',
  'chinese-records': 'nmpa-register',
};

/** Imports one file as one act. @throws Refusal when the file cannot be read, or in the mode all-or-nothing when a row is wrong */
export async function importFile(deps: Deps, file: ImportFile): Promise<ImportReport> {
  const source = file.source ?? ownSource[file.format];
  if (!deps.definitions.sources.has(source)) throw refusal('standards.source-not-described', { value: source });
  const opened = await openRecords(deps, file, source);
  for (const mapping of opened.corrections.mappings) {
    await deps.executor.execute(keepColumnMapping, { mapping }, { actor: deps.operator, key: `column-mapping ${JSON.stringify(mapping)}`.slice(0, 500) });
  }
  const options = JSON.stringify([file.format, source, file.statedOn, file.mode, [...opened.corrections.cells], opened.corrections.mappings]);
  const inputHash = await fileHash(file.path, options);
  return importRecords(deps, {
    records: opened.records,
    statedOn: file.statedOn,
    mode: file.mode,
    key: `import ${file.format} ${inputHash.toString('hex')}`,
    inputHash,
    ...(file.onProgress === undefined ? {} : { onProgress: file.onProgress }),
  });
}

/** Reads an office file without writing anything and puts a review workbook beside it. */
export async function reviewFile(
  deps: Deps,
  file: ImportFile,
  out: { readonly path: string; readonly texts: RefusalTexts },
): Promise<readonly UnderstoodSheet[]> {
  const opened = await openRecords(deps, file, file.source ?? ownSource[file.format]);
  const problems = [];
  for await (const { reading } of opened.records()) problems.push(...(reading.outcome === 'refused' ? reading.problems : reading.doubts));
  await writeFile(out.path, writeReview({ sheets: opened.sheets, problems, texts: out.texts }));
  return opened.sheets;
}

interface OpenedRecords {
  readonly records: () => AsyncIterable<ReadRecord> | Iterable<ReadRecord>;
  readonly sheets: readonly UnderstoodSheet[];
  readonly corrections: Corrections;
}

async function openRecords(deps: Deps, file: ImportFile, sourceName: string): Promise<OpenedRecords> {
  const whole = { sheets: [], corrections: noCorrections };
  switch (file.format) {
    case 'iso-open-data':
      return { ...whole, records: await isoRecords(deps, file.path, sourceName) };
    case 'chinese-records':
      return { ...whole, records: () => gbRecords(file.path) };
    case 'relaton': {
      const readings = readRelatonYaml((await bytesOf(file.path)).toString('utf8'));
      return { ...whole, records: () => readings.map((reading, index) => ({ row: index + 1, reading })) };
    }
    case 'standards': {
      const corrections = file.review === undefined ? noCorrections : readReview(await bytesOf(file.review));
      const sheets = await understandFile(deps, { bytes: await bytesOf(file.path), name: file.path }, corrections);
      const work = { sourceName, corrections, isCreditCode: (code: string) => checkCreditCode(code).outcome === 'valid' };
      return { sheets, corrections, records: () => tableRecords(deps, sheets, work) };
    }
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const bytes = await readFile(path);
    if (bytes.length > largestFile) throw new Refusal('standards.file-too-large', { bytes: bytes.length, largest: largestFile });
    return bytes;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusal('standards.file-not-readable', { path });
  }
}
