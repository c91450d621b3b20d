import type { Database, WriteHandle } from '../database.ts';
import { sql } from '../sql.ts';
import { type Manifest, writeSealedFile } from './sealed-file.ts';
import type { NoteSigner } from './signed-note.ts';

/** A file that belongs to the installation beside its database: a document, named by its hash, the settings, a key. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BackupWork {
  readonly database: Database;
  readonly signer: NoteSigner;
  readonly path: string;
  /** Tables of parts that hold more than projections; those of the kernel are always in the backup. */
  readonly tables?: readonly string[];
  readonly files?: () => AsyncIterable<KeptFile> | Iterable<KeptFile>;
  readonly onProgress?: (rows: number) => void;
}

/** The hash by which a kept file is named, when it is the content of a document. */
export function contentHashOf(name: string): string | undefined {
  return /^contents\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/.exec(name)?.[2];
}

export const backupHeading = 'guiju backup';

/** Everything that cannot be computed from the rest (DESIGN 4). Tiles and leaves are kept so that proofs given out stay as they were. */
export const kernelTables = [
  'installation',
  'act',
  'event',
  'claim',
  'private_text',
  'leaf',
  'tile',
  'checkpoint',
] as const;

/**
 * Writes the installation as one file, as it stands at one moment, while it goes on. The same file moves an installation
 * from the embedded database to a server and back. It holds personal texts and, if given, the key: mode 0600.
 */
export async function backUp(work: BackupWork): Promise<Manifest> {
  const counts: Record<string, number> = {};
  const migrations = await appliedMigrations(work.database);
  return writeSealedFile({
    path: work.path,
    heading: backupHeading,
    signer: work.signer,
    lines: backupLines(work, counts),
    closing: () => ({ counts, about: { migrations } }),
  });
}

/** Rows as JSON, each table under a line with its name; then files in pieces. */
export function tableLine(name: string): string {
  return JSON.stringify({ table: name });
}

export function fileLine(name: string): string {
  return JSON.stringify({ file: name });
}

const pageSize = 2_000;
const pieceBytes = 196_608;

async function* backupLines(work: BackupWork, counts: Record<string, number>): AsyncGenerator<string> {
  let rows = 0;
  for await (const { table, page } of rowsOf(work)) {
    if (counts[table] === undefined) yield tableLine(table);
    counts[table] = (counts[table] ?? 0) + page.length;
    rows += page.length;
    yield* page;
    work.onProgress?.(rows);
  }
  for await (const { name, bytes } of work.files?.() ?? []) {
    yield fileLine(name);
    counts['files'] = (counts['files'] ?? 0) + 1;
    const content = Buffer.from(bytes);
    for (let at = 0; at < content.length; at += pieceBytes)
      yield JSON.stringify(content.toString('base64', at, at + pieceBytes));
  }
}

interface TablePage {
  readonly table: string;
  readonly page: readonly string[];
}

/**
 * The pages of all tables at one snapshot. The transaction lives as long as its pages are taken: it runs beside this
 * generator and hands them over one by one, so that no more than one waits.
 */
async function* rowsOf(work: BackupWork): AsyncGenerator<TablePage> {
  const relay = handover<TablePage>();
  const reading = work.database
    .asOwner(async (tx) => {
      await tx.script('set transaction isolation level repeatable read, read only');
      for (const table of [...kernelTables, ...(work.tables ?? [])]) {
        for await (const page of pagesOf(tx, table)) await relay.give({ table, page });
      }
    })
    .finally(relay.end);
  reading.catch(() => {});
  try {
    yield* relay.taken();
  } finally {
    relay.stop();
    await reading;
  }
}

async function* pagesOf(tx: WriteHandle, table: string): AsyncGenerator<readonly string[]> {
  await tx.run(sql`declare backup_rows no scroll cursor for ${rowsInOrder(table)}`);
  for (;;) {
    const rows = await tx.all<{ readonly row: string }>(sql`fetch forward ${sql.lit(pageSize)} from backup_rows`);
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < pageSize) break;
  }
  await tx.run(sql`close backup_rows`);
}

/** Events in the order of the log, then those not sealed yet in the order in which they will be: a restore numbers them anew. */
function rowsInOrder(table: string) {
  if (table === 'event') {
    return sql`select row_to_json(e)::text as row from event e
      left join leaf l on l.home_id = e.home_id and l.stream_id = e.stream_id and l.version = e.version
      order by l.leaf_index nulls last, e.xid, e.seq`;
  }
  return sql`select row_to_json(t)::text as row from ${sql.table(table)} t`;
}

async function appliedMigrations(database: Database): Promise<readonly string[]> {
  return database.asOwner(async (tx) => {
    const rows = await tx.all<{ readonly name: string }>(sql`select name from applied_migration order by name`);
    return rows.map(({ name }) => name);
  });
}

interface Handover<T> {
  readonly give: (item: T) => Promise<void>;
  readonly end: () => void;
  readonly stop: () => void;
  readonly taken: () => AsyncGenerator<T>;
}

/** Passes items from one running task to another, one at a time. */
function handover<T>(): Handover<T> {
  let waiting: { readonly item: T; readonly done: () => void; readonly refuse: (error: Error) => void } | undefined;
  let wake = (): void => {};
  let state: 'open' | 'ended' | 'stopped' = 'open';
  return {
    give: (item) =>
      new Promise((done, refuse) => {
        if (state === 'stopped') return refuse(new Error('The rows are not wanted any more.'));
        waiting = { item, done, refuse };
        wake();
      }),
    end: () => {
      if (state === 'open') state = 'ended';
      wake();
    },
    stop: () => {
      if (state === 'open') state = 'stopped';
      waiting?.refuse(new Error('The rows are not wanted any more.'));
    },
    taken: async function* () {
      for (;;) {
        if (waiting !== undefined) {
          const { item, done } = waiting;
          yield item;
          waiting = undefined;
          done();
        } else if (state === 'open') {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else return;
      }
    },
  };
}
