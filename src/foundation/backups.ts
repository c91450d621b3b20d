import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Database } from './database.ts';
import { keyFileName, keyFilesIn, writeDurably } from './key-files.ts';
import type { Deps, Loop } from './part.ts';
import { backUp, contentHashOf, type KeptFile } from './seals/backup.ts';
import type { Manifest } from './seals/sealed-file.ts';
import type { NoteSigner } from './seals/signed-note.ts';

const nameOf = (reason: string, instant: string): string =>
  `${instant.slice(0, 19).replace(/[:T]/g, '-')}-${reason}.guiju-backup`;

export interface BackupSource {
  readonly database: Database;
  readonly signer: NoteSigner;
  /** The data folder. */
  readonly folder: string;
  /** Tables of parts that hold more than projections. */
  readonly tables: readonly string[];
}

export function backupSource(deps: Deps, tables: readonly string[]): BackupSource {
  const [signer] = deps.sealingKeys.signers();
  if (!signer) throw new Error('There is no sealing key.');
  return { database: deps.database, signer, folder: deps.settings.data, tables };
}

/** Writes the installation into one file of mode 0600; whoever has it can go on as this register. */
export function writeBackup(
  source: BackupSource,
  path: string,
  onProgress?: (rows: number) => void,
): Promise<Manifest> {
  return backUp({
    database: source.database,
    signer: source.signer,
    path,
    tables: source.tables,
    files: () => keptIn(source.folder),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
}

async function* keptIn(folder: string): AsyncGenerator<KeptFile> {
  for (const name of keyFilesIn(folder)) yield { name, bytes: readFileSync(join(folder, name)) };
  for (const name of contentFilesIn(folder)) yield { name, bytes: await readFile(join(folder, name)) };
}

/** Contents of documents, each named by its hash below its first two digits. Those in a bucket stay there. */
function contentFilesIn(folder: string): readonly string[] {
  const contents = join(folder, 'contents');
  if (!existsSync(contents)) return [];
  return readdirSync(contents, { recursive: true, encoding: 'utf8' })
    .map((name) => `contents/${name.replaceAll('\\', '/')}`)
    .filter((name) => contentHashOf(name) !== undefined)
    .sort();
}

/** Puts a file of a backup back into the data folder. Names other than those kept are not ours and are passed over. */
export async function keepRestoredFile(folder: string, file: KeptFile): Promise<void> {
  if (keyFileName.test(file.name)) writeDurably(join(folder, file.name), file.bytes);
  if (contentHashOf(file.name) === undefined) return;
  mkdirSync(dirname(join(folder, file.name)), { recursive: true, mode: 0o700 });
  writeDurably(join(folder, file.name), file.bytes);
}

/** Where a backup in the data folder lies, named by its instant and reason. */
export function backupPath(folder: string, reason: string, instant: string): string {
  return join(folder, 'backups', nameOf(reason, instant));
}

/** Makes a backup in the data folder and answers where. */
export async function backUpInFolder(source: BackupSource, reason: string, instant: string): Promise<string> {
  const path = backupPath(source.folder, reason, instant);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  await writeBackup(source, path);
  return path;
}

const everyMinute = 60_000;

/** The embedded database backs itself up each night and keeps the newest; a server has its administrator's backups. */
export function nightlyBackups(deps: Deps, tables: readonly string[]): readonly Loop[] {
  if (deps.database.kind !== 'embedded') return [];
  const { at, keep } = deps.settings.backups;
  return [
    {
      name: 'nightly backup',
      everyMilliseconds: everyMinute,
      run: async () => {
        const now = deps.clock.now();
        const isFirstDay = deps.clock.dayOf(deps.installation.openedAt) === deps.clock.today();
        if (isFirstDay || deps.clock.timeOf(now) < at || isDone(deps.settings.data, deps.clock.today())) return;
        const path = await backUpInFolder(backupSource(deps, tables), `${deps.clock.today()}-nightly`, now);
        forgetOldest(deps.settings.data, keep);
        deps.log.info({ path }, 'backed up');
      },
    },
  ];
}

function nightly(folder: string): readonly string[] {
  const backups = join(folder, 'backups');
  return existsSync(backups)
    ? readdirSync(backups)
        .filter((name) => name.endsWith('-nightly.guiju-backup'))
        .sort()
    : [];
}

function isDone(folder: string, day: string): boolean {
  return nightly(folder).some((name) => name.includes(`${day}-nightly`));
}

function forgetOldest(folder: string, keep: number): void {
  for (const name of nightly(folder).slice(0, -keep)) rmSync(join(folder, 'backups', name));
}
