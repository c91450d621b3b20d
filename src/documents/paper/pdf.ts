import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Makes PDF of paper that was written here; undefined where this machine cannot. */
export type PdfMaker = (docx: Uint8Array) => Promise<Buffer | undefined>;

const mostMilliseconds = 60_000;

/**
 * PDF through LibreOffice, where it is installed with its word processor. One at a time, each with a profile of its own that
 * is thrown away: nothing of one paper is left for the next.
 */
export function pdfMaker(program = 'soffice'): PdfMaker {
  let last: Promise<unknown> = Promise.resolve();
  return (docx) => {
    const made = last.then(() => converted(program, docx));
    last = made.catch(() => {});
    return made;
  };
}

async function converted(program: string, docx: Uint8Array): Promise<Buffer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'guiju-paper-'));
  try {
    await writeFile(join(folder, 'paper.docx'), docx, { mode: 0o600 });
    const profile = pathToFileURL(join(folder, 'profile')).href;
    const safe = ['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=${profile}`];
    await run(program, [
      ...safe,
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ]);
    return await readFile(join(folder, 'paper.pdf')).catch(() => undefined);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether it worked is told by the file alone: the program ends with 0 also when it could not read anything. */
function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: 'ignore', timeout: mostMilliseconds, killSignal: 'SIGKILL' });
    child.on('error', () => done());
    child.on('close', () => done());
  });
}
