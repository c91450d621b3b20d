import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { Database, WriteHandle } from '../database.ts';
import { Refusal, refusal } from '../refusal.ts';
import { sql } from '../sql.ts';
import { backupHeading, contentHashOf, type KeptFile, kernelTables } from './backup.ts';
import { BodyBroken, openSealedFile, type SealedFile } from './sealed-file-reader.ts';
import type { NoteKey } from './signed-note.ts';

export interface RestoreWork {
  /** Migrated and without acts: a new folder or a new database of a server. */
  readonly database: Database;
  readonly path: string;
  /** Who may have signed the backup; absent: whoever it names, which shows damage but not forgery. */
  readonly keys?: readonly NoteKey[];
  /** Names of migrations this version knows, to refuse a backup of a newer one. */
  readonly migrations: readonly string[];
  /** Tables of parts that a backup may hold beside those of the kernel. */
  readonly tables?: readonly string[];
  readonly keepFile?: (file: KeptFile) => Promise<void>;
  /** Makes the projections anew from the restored events. */
  readonly rebuild: () => Promise<void>;
  readonly onProgress?: (rows: number) => void;
}

export interface Restored {
  readonly counts: Readonly<Record<string, number>>;
  readonly signedBy: readonly NoteKey[];
}

/**
 * Restores a backup into an empty installation, embedded or on a server. Every byte is checked before the first row is
 * written, all rows are written or none. Throws refusals `seals.file-...`, `seals.restore-not-empty`, `seals.backup-newer`.
 */
export async function restore(work: RestoreWork): Promise<Restored> {
  const file = await openSealedFile({
    path: work.path,
    heading: backupHeading,
    ...(work.keys ? { keys: work.keys } : {}),
  });
  await file.checkBody();
  checkMigrations(file, work.migrations);
  await checkLines(file, work);
  await work.database.asOwner(async (tx) => {
    await refuseUnlessEmpty(tx);
    await writeRows(tx, file, work);
    await continueNumbers(tx, [...kernelTables, ...(work.tables ?? [])]);
    // The lines were read again: what was checked is what was written, or nothing is.
    await file.checkBody();
  });
  if (work.keepFile) for await (const kept of keptFiles(file)) await work.keepFile(kept);
  await work.rebuild();
  return { counts: file.manifest.counts, signedBy: file.signedBy };
}

function checkMigrations(file: SealedFile, known: readonly string[]): void {
  const { migrations } = z.strictObject({ migrations: z.array(z.string()) }).parse(file.manifest.about);
  const migration = migrations.find((name) => !known.includes(name));
  if (migration !== undefined) throw refusal('seals.backup-newer', { migration });
}

/** A line of a backup: the name of a table or a file, or something that belongs to the one named last. */
type BackupLine =
  | { readonly table: string }
  | { readonly file: string }
  | { readonly row: string; readonly of: string }
  | { readonly piece: string; readonly of: string };

async function* backupLines(file: SealedFile): AsyncGenerator<BackupLine> {
  let of: { readonly table?: string; readonly file?: string } = {};
  for await (const line of file.lines()) {
    const heading = readHeading(line);
    if (heading) {
      of = heading;
      yield heading.table === undefined ? { file: heading.file ?? '' } : { table: heading.table };
    } else if (of.table !== undefined) yield { row: line, of: of.table };
    else if (of.file !== undefined) yield { piece: line, of: of.file };
    else throw refusal('seals.file-breaks-off', { line: 1 });
  }
}

/** Rows have more than one column, so no row looks like a heading. */
function readHeading(line: string): { readonly table?: string; readonly file?: string } | undefined {
  if (!line.startsWith('{"table":"') && !line.startsWith('{"file":"')) return undefined;
  const heading = z
    .union([z.strictObject({ table: z.string() }), z.strictObject({ file: z.string() })])
    .safeParse(JSON.parse(line));
  return heading.success ? heading.data : undefined;
}

/** Goes through all lines before anything is written: they can be unpacked, are of known tables, and as many as stated. */
async function checkLines(file: SealedFile, work: RestoreWork): Promise<void> {
  const tables = new Set<string>([...kernelTables, ...(work.tables ?? [])]);
  const counts: Record<string, number> = {};
  const count = (name: string): number => (counts[name] = (counts[name] ?? 0) + 1);
  const contents = contentCheck();
  try {
    for await (const line of backupLines(file)) {
      contents.see(line);
      if ('table' in line && !tables.has(line.table)) throw refusal('seals.backup-newer', { migration: line.table });
      if ('row' in line) count(line.of);
      if ('file' in line) count('files');
    }
  } catch (error) {
    if (!(error instanceof BodyBroken)) throw error;
    throw refusal('seals.file-breaks-off', { line: error.line + 1 });
  }
  contents.end();
  const problems = Object.entries(file.manifest.counts)
    .map(([name, expected]) => ({ name, expected, count: counts[name] ?? 0 }))
    .filter((found) => found.expected !== found.count)
    .map((details) => ({ code: 'seals.file-count-differs', details }));
  const [first] = problems;
  if (first) throw new Refusal(first.code, first.details, problems);
}

/** A content of a document has to be what its name says, before anything is written. */
function contentCheck(): { readonly see: (line: BackupLine) => void; readonly end: () => void } {
  let open: { readonly name: string; readonly expected: string; readonly hash: Hash } | undefined;
  const end = (): void => {
    if (open && open.hash.digest('hex') !== open.expected) throw refusal('seals.content-differs', { name: open.name });
    open = undefined;
  };
  return {
    end,
    see: (line) => {
      if ('piece' in line) open?.hash.update(Buffer.from(String(JSON.parse(line.piece)), 'base64'));
      if (!('file' in line)) return;
      end();
      const expected = contentHashOf(line.file);
      if (expected !== undefined) open = { name: line.file, expected, hash: createHash('sha256') };
    },
  };
}

async function refuseUnlessEmpty(tx: WriteHandle): Promise<void> {
  const found = await tx.first<{ readonly acts: number; readonly events: number }>(
    sql`select (select count(*) from act)::int as acts, (select count(*) from event)::int as events`,
  );
  if (found && found.acts + found.events > 0) throw refusal('seals.restore-not-empty', { ...found });
  // Opening a new installation gives it an identity; the backup brings the one that is restored.
  await tx.run(sql`delete from installation`);
}

const pageBytes = 4_194_304;

async function writeRows(tx: WriteHandle, file: SealedFile, work: RestoreWork): Promise<void> {
  let waiting: string[] = [];
  let bytes = 0;
  let table = '';
  let events = 0;
  let rows = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length === 0) return;
    await insertRows(tx, table, { rows: waiting, eventsBefore: events });
    if (table === 'event') events += waiting.length;
    rows += waiting.length;
    work.onProgress?.(rows);
    waiting = [];
    bytes = 0;
  };
  for await (const line of backupLines(file)) {
    if ('table' in line || 'file' in line) await flush();
    if ('table' in line) table = line.table;
    if (!('row' in line)) continue;
    waiting.push(line.row);
    bytes += line.row.length;
    if (bytes > pageBytes) await flush();
  }
  await flush();
}

/**
 * The numbers of transactions mean nothing in another database: restored events get transaction 0 and count through in the
 * order of the log, so that sealing goes on after the last sealed one (DESIGN 10, rule 9).
 */
async function insertRows(
  tx: WriteHandle,
  table: string,
  work: { readonly rows: readonly string[]; readonly eventsBefore: number },
): Promise<void> {
  const json = `[${work.rows.join(',')}]`;
  const columns = await columnsOf(tx, table);
  const values = columns.map((name) => {
    if (table === 'event' && name === 'xid') return sql`'0'::xid8`;
    if (table === 'event' && name === 'seq') return sql`${work.eventsBefore}::bigint + at`;
    if (table === 'checkpoint' && name === 'last_xid') return sql`'0'::xid8`;
    if (table === 'checkpoint' && name === 'last_seq') return sql`r.tree_size`;
    return sql`r.${sql.ref(name)}`;
  });
  await tx.run(sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))}) overriding system value
    select ${sql.join(values)} from json_array_elements(${json}::json) with ordinality as lines (line, at),
      json_populate_record(null::${sql.table(table)}, line) as r order by at`);
}

async function columnsOf(tx: WriteHandle, table: string): Promise<readonly string[]> {
  const rows = await tx.all<{ readonly name: string }>(sql`select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`);
  return rows.map(({ name }) => name);
}

/** Numbers given by the database go on after the highest restored. */
async function continueNumbers(tx: WriteHandle, tables: readonly string[]): Promise<void> {
  const numbered = await tx.all<{
    readonly table: string;
    readonly column: string;
  }>(sql`select c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relname = any(${tables}) and c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and not a.attisdropped`);
  for (const { table, column } of numbered) {
    await tx.all(sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1, false)`);
  }
}

async function* keptFiles(file: SealedFile): AsyncGenerator<KeptFile> {
  let name: string | undefined;
  let pieces: Buffer[] = [];
  for await (const line of backupLines(file)) {
    if ('file' in line) {
      if (name !== undefined) yield { name, bytes: Buffer.concat(pieces) };
      name = line.file;
      pieces = [];
    }
    if ('piece' in line) pieces.push(Buffer.from(String(JSON.parse(line.piece)), 'base64'));
  }
  if (name !== undefined) yield { name, bytes: Buffer.concat(pieces) };
}
