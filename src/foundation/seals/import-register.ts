import type { Database, WriteHandle } from '../database.ts';
import { type Problem, Refusal, refusal } from '../refusal.ts';
import { openCheckpoint } from './checkpoint.ts';
import { type ImportedEvent, writeImported } from './import-rows.ts';
import { leafHash, sameBytes } from './merkle-tree.ts';
import { treeWalk } from './multiproof.ts';
import {
  leafContent,
  type RegisterAbout,
  readContentLine,
  readGapLine,
  readWithheldLine,
  registerAbout,
  registerHeading,
} from './register-file.ts';
import { BodyBroken, openSealedFile, type SealedFile } from './sealed-file-reader.ts';
import { BadNote, type NoteKey } from './signed-note.ts';

export interface RegisterImport {
  readonly database: Database;
  readonly path: string;
  /** Whose registers are taken in; a key to which one of these handed over, by an act in the file, counts as well. */
  readonly keys: readonly NoteKey[];
  /** Called in the writing transaction with the events that are new here, in the order of the log: claims and rows follow from them. */
  readonly written?: (tx: WriteHandle, events: readonly ImportedEvent[]) => Promise<void>;
  readonly onProgress?: (lines: number) => void;
}

export interface ImportedRegister {
  readonly about: RegisterAbout;
  /** Events in the file; of these, `added` were new here. */
  readonly events: number;
  readonly added: number;
  /** Events of the register that are proven by their hash but not shown. */
  readonly withheld: number;
  readonly signedBy: readonly NoteKey[];
}

/**
 * Takes a register of another installation in. Everything is verified before the first row is written: signature, every
 * byte, every leaf, the root of the signed checkpoint, the counts. Then all events are written or none; what is here already
 * stays, and what is here in another wording refuses the whole file. Throws refusals `seals.file-...` and `seals.register-forks`.
 */
export async function importRegister(work: RegisterImport): Promise<ImportedRegister> {
  const { file, about } = await verifyRegisterFile(work);
  const added = await work.database.transaction(async (tx) => {
    let count = 0;
    for await (const page of pagesOf(file)) count += await writeImported(tx, page, work.written);
    // The lines are read a second time: what was verified is what was written, or nothing is.
    await file.checkBody();
    return count;
  });
  const { events = 0, withheld = 0 } = file.manifest.counts;
  return { about, events, added, withheld, signedBy: file.signedBy };
}

/** Verifies a register file without a database. Throws refusals `seals.file-...` that name what was changed. */
export async function verifyRegisterFile(
  work: Pick<RegisterImport, 'path' | 'keys' | 'onProgress'>,
): Promise<{ readonly file: SealedFile; readonly about: RegisterAbout }> {
  const file = await openSealedFile({ path: work.path, heading: registerHeading, keys: work.keys });
  const about = registerAbout.safeParse(file.manifest.about);
  if (!about.success) throw refusal('seals.file-unreadable', { file: work.path });
  const bodyFault = await faultOf(file.checkBody());
  const problems = await problemsOf(file, about.data, work);
  const [first] = problems;
  // A changed body is refused whatever its lines say; they only tell where it was changed.
  if (bodyFault) throw new Refusal(bodyFault.code, bodyFault.details, problems);
  if (first) throw new Refusal(first.code, first.details, problems);
  return { file, about: about.data };
}

const namedLines = 100;

async function problemsOf(
  file: SealedFile,
  about: RegisterAbout,
  work: Pick<RegisterImport, 'onProgress'>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const walk = treeWalk();
  const counts = { events: 0, withheld: 0 };
  let line = 0;
  try {
    for await (const text of file.lines()) {
      line += 1;
      const problem = checkLine(text, { line, walk, counts });
      if (problem && problems.push(problem) >= namedLines) return problems;
      if (line % 10_000 === 0) work.onProgress?.(line);
    }
  } catch (error) {
    if (!(error instanceof BodyBroken)) throw error;
    return [...problems, { code: 'seals.file-breaks-off', details: { line: error.line + 1 } }];
  }
  if (problems.length > 0) return problems;
  const root = rootOfCheckpoint(about, file.keys);
  if (root === undefined) return [{ code: 'seals.checkpoint-of-other-log' }];
  if (walk.size() !== about.treeSize || !sameBytes(walk.root(), root)) {
    return [{ code: 'seals.file-root-differs', details: { treeSize: about.treeSize } }];
  }
  return Object.entries(file.manifest.counts)
    .map(([name, expected]) => ({ name, expected, count: new Map(Object.entries(counts)).get(name) ?? 0 }))
    .filter(({ expected, count }) => expected !== count)
    .map((details) => ({ code: 'seals.file-count-differs', details }));
}

interface LinePlace {
  readonly line: number;
  readonly walk: ReturnType<typeof treeWalk>;
  readonly counts: { events: number; withheld: number };
}

function checkLine(text: string, { line, walk, counts }: LinePlace): Problem | undefined {
  const changed = (event?: string): Problem => ({
    code: 'seals.file-line-changed',
    details: { line, leafIndex: walk.size(), event: event ?? '?' },
  });
  const content = readContentLine(text);
  if (content) {
    const hash = leafHash(content.content);
    counts.events += 1;
    const fault = content.leafIndex !== walk.size() || Buffer.from(hash).toString('hex', 0, 8) !== content.hash;
    const problem = fault ? changed(eventNamedBy(content.content)) : undefined;
    walk.leaf(hash);
    return problem;
  }
  const withheld = readWithheldLine(text);
  if (withheld) {
    counts.withheld += 1;
    const problem = withheld.leafIndex === walk.size() ? undefined : changed();
    walk.leaf(withheld.leafHash);
    return problem;
  }
  const gap = readGapLine(text);
  return gap && walk.gap(gap.until, gap.hashes) ? undefined : changed();
}

/** The event of a line that may be broken, as far as it still can be read. */
function eventNamedBy(content: string): string | undefined {
  const [, streamId] = /"streamId":"([0-9a-f-]{36})"/.exec(content) ?? [];
  const [, version] = /"version":(\d+)\},"nonce"/.exec(content) ?? [];
  return streamId === undefined ? undefined : `${streamId}/${version ?? '?'}`;
}

function rootOfCheckpoint(about: RegisterAbout, keys: readonly NoteKey[]): Uint8Array | undefined {
  try {
    const checkpoint = openCheckpoint(about.checkpoint, keys);
    return checkpoint.origin === about.origin && checkpoint.treeSize === about.treeSize ? checkpoint.root : undefined;
  } catch (error) {
    if (error instanceof BadNote) return undefined;
    throw error;
  }
}

async function faultOf(check: Promise<void>): Promise<Refusal | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function* pagesOf(file: SealedFile): AsyncGenerator<readonly ImportedEvent[]> {
  let page: ImportedEvent[] = [];
  for await (const line of file.lines()) {
    const content = readContentLine(line);
    if (content === undefined) continue;
    page.push({ ...leafContent.parse(JSON.parse(content.content)), leafHash: leafHash(content.content) });
    if (page.length < 5_000) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
