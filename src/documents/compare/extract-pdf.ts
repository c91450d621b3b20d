import { spawn } from 'node:child_process';
import { type Clause, clauseOf, type ExtractedText } from './clause.ts';

const mostText = 32 * 1024 * 1024;
const mostMilliseconds = 30_000;

/** The text layer of a PDF, as the tool `pdftotext` (Poppler) reads it where it is installed. A scan has none. */
export async function clausesOfPdf(bytes: Uint8Array): Promise<ExtractedText> {
  const text = await run('pdftotext', ['-q', '-enc', 'UTF-8', '-', '-'], bytes);
  if (text === undefined) return { reason: 'no-reader' };
  const clauses = paragraphsOf(text);
  return clauses.length === 0 ? { reason: 'no-text' } : { clauses };
}

/** What a tool writes for what it is given; undefined when it is not there. It gets no shell, little time and little room. */
function run(tool: string, args: readonly string[], input: Uint8Array): Promise<string | undefined> {
  return new Promise((done) => {
    const process = spawn(tool, args, {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: mostMilliseconds,
      killSignal: 'SIGKILL',
    });
    const pieces: Buffer[] = [];
    let size = 0;
    process.on('error', () => done(undefined));
    // A tool that stops reading is told of by its end.
    process.stdin.on('error', () => {});
    process.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > mostText) process.kill('SIGKILL');
      else pieces.push(piece);
    });
    process.on('close', () => done(Buffer.concat(pieces).toString('utf8')));
    process.stdin.end(input);
  });
}

/** Lines of pages become paragraphs again; running heads, feet and page numbers fall away. */
export function paragraphsOf(text: string): readonly Clause[] {
  const pages = text.split('\f').map((page) => page.split('\n').map((line) => line.trim()));
  const edges = new Map<string, number>();
  for (const page of pages) for (const line of new Set(edgeLines(page))) edges.set(line, (edges.get(line) ?? 0) + 1);
  const isRunning = (line: string): boolean =>
    (edges.get(line) ?? 0) > Math.max(2, pages.length / 3) || /^[IVXLC\d]{1,5}$/.test(line);
  const lines = pages.flatMap((page) => {
    const around = new Set(edgeLines(page).filter(isRunning));
    return page.filter((line) => !around.has(line));
  });
  const paragraphs: string[] = [];
  let open = '';
  for (const line of [...lines, '']) {
    const begins = line === '' || clauseOf(line).label !== undefined;
    if (begins || /[。；;:：.!?！？]$/.test(open)) {
      if (open !== '') paragraphs.push(open);
      open = line;
    } else open = joined(open, line);
  }
  return paragraphs.map(clauseOf);
}

function edgeLines(page: readonly string[]): readonly string[] {
  const written = page.filter((line) => line !== '');
  return [...written.slice(0, 2), ...written.slice(-2)];
}

/** Chinese goes on without a space, Latin words with one. */
function joined(open: string, line: string): string {
  return /[\w,)]$/.test(open) && /^[\w(]/.test(line) ? `${open} ${line}` : `${open}${line}`;
}
