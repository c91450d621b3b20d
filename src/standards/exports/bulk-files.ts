import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvLine } from '@guiju/office-tables';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { z } from 'zod';
import type { Database, ReadHandle } from '../../foundation/database.ts';
import { newestCheckpoint } from '../../foundation/seals/tile-store.ts';
import { recordsAfter, type StandardRecord } from '../queries/record.ts';
import { flatColumns, flatRow } from './flat-record.ts';
import { publicRecord } from './public-record.ts';

const fileShape = z.object({
  name: z.string(),
  type: z.string(),
  format: z.enum(['JSON Lines', 'CSV', 'Parquet']),
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
});
const manifestShape = z.object({ madeOn: z.string(), treeSize: z.number(), files: z.array(fileShape) });

export type BulkManifest = Readonly<z.infer<typeof manifestShape>>;
export type BulkFileEntry = Readonly<z.infer<typeof fileShape>>;

/** Records read at once; the whole register never stands in memory. */
const pageSize = 500;
/** Rows of one row group of the Parquet file. */
const rowGroup = 20_000;

/** What files there are; undefined before the first were made. */
export async function bulkManifest(folder: string): Promise<BulkManifest | undefined> {
  try {
    return manifestShape.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Writes the whole public register to files: one JSON record per line, and the same flat as CSV and Parquet. Files get their
 * names only when whole, and the manifest that names their hashes comes last.
 */
export async function makeBulkFiles(database: Database, folder: string, day: string): Promise<BulkManifest> {
  mkdirSync(folder, { recursive: true });
  const checkpoint = await newestCheckpoint(database);
  // A server shows all of it as of one moment; the embedded database has one connection, which readers need meanwhile.
  const files =
    database.kind === 'server'
      ? await database.snapshot((read) => writeFiles(read, folder, day))
      : await writeFiles(database, folder, day);
  for (const file of files) await rename(join(folder, `${file.name}.part`), join(folder, file.name));
  const manifest: BulkManifest = { madeOn: day, treeSize: checkpoint?.treeSize ?? 0, files: [...files] };
  await writeFile(join(folder, 'manifest.json.part'), JSON.stringify(manifest, null, 2));
  await rename(join(folder, 'manifest.json.part'), join(folder, 'manifest.json'));
  return manifest;
}

async function writeFiles(read: ReadHandle, folder: string, day: string): Promise<readonly BulkFileEntry[]> {
  const lines = textFile(join(folder, 'standards.jsonl.part'));
  const table = textFile(join(folder, 'standards.csv.part'));
  const parquet = parquetFile(join(folder, 'standards.parquet.part'));
  await table.write(`\ufeff${csvLine(flatColumns.map(([name]) => name))}`);
  const moment = { day };
  let rows = 0;
  for (let after: string | undefined; ; ) {
    const page: readonly StandardRecord[] = await recordsAfter(read, after, { limit: pageSize, moment });
    const flat = page.map((record) => flatRow(record, day));
    await lines.write(page.map((record) => `${JSON.stringify(publicRecord(record, moment))}\n`).join(''));
    await table.write(flat.map((row) => csvLine([...row])).join(''));
    parquet.write(flat);
    rows += page.length;
    after = page.at(-1)?.standardId;
    if (page.length < pageSize) break;
  }
  parquet.end();
  return [
    { name: 'standards.jsonl', type: 'application/x-ndjson', format: 'JSON Lines', rows, ...(await lines.end()) },
    { name: 'standards.csv', type: 'text/csv; charset=utf-8', format: 'CSV', rows, ...(await table.end()) },
    {
      name: 'standards.parquet',
      type: 'application/vnd.apache.parquet',
      format: 'Parquet',
      rows,
      ...(await hashOf(join(folder, 'standards.parquet.part'))),
    },
  ];
}

/** A text file that is hashed while it is written, and waits while the disk is slower. */
function textFile(path: string): {
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<{ readonly bytes: number; readonly sha256: string }>;
} {
  const stream: WriteStream = createWriteStream(path);
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  return {
    write: async (text) => {
      const data = Buffer.from(text);
      hash.update(data);
      bytes += data.length;
      if (!stream.write(data)) await once(stream, 'drain');
    },
    end: async () => {
      stream.end();
      await once(stream, 'finish');
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}

function parquetFile(path: string) {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'root', num_children: flatColumns.length },
      ...flatColumns.map(([name]) => ({
        name,
        type: 'BYTE_ARRAY' as const,
        converted_type: 'UTF8' as const,
        repetition_type: 'OPTIONAL' as const,
      })),
    ],
  });
  let waiting: (readonly (string | number | null)[])[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    const columnData = flatColumns.map(([name], place) => ({
      name,
      data: waiting.map((row) => (row[place] === null || row[place] === undefined ? undefined : String(row[place]))),
    }));
    writer.write({ columnData, rowGroupSize: waiting.length });
    waiting = [];
  };
  return {
    write: (rows: readonly (readonly (string | number | null)[])[]) => {
      waiting.push(...rows);
      if (waiting.length >= rowGroup) flush();
    },
    end: () => {
      flush();
      writer.finish();
    },
  };
}

async function hashOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
