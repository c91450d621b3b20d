/**
 * The embedded database's own thread: answers PostgreSQL wire messages one after another, and syncs
 * what it wrote before an answer leaves. PGlite never syncs by itself; see docs/decisions/0002-embedded-durability.md.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { watchWrites } from './file-sync.ts';

interface Start {
  readonly dataDir?: string;
  readonly snapshot?: Uint8Array;
  readonly startParams?: readonly string[];
}
type Request = Uint8Array | { readonly dump: true } | { readonly close: true };

const terminate = 0x58;
const readyForQuery = 0x5a;
const idle = 0x49;
const errorResponse = 0x45;
/** The database in its standalone form makes no checkpoint by itself: after so much log it is told to, or the log has no end. */
const logBetweenCheckpoints = 256 * 1024 * 1024;

/**
 * As `database.ts` asks a server for: every statement is planned once, because planning costs more than most of them. A new
 * file of the log is not filled with zeros first: it would be written and synced twice.
 */
const sessionParams = ['timezone=UTC', 'plan_cache_mode=force_generic_plan', 'wal_init_zero=off'].flatMap((set) => [
  '-c',
  set,
]);

if (parentPort) await serve(parentPort, workerData);

async function serve(port: MessagePort, start: Start): Promise<void> {
  // Left by a process that was killed and empty after a power cut, it would keep the database shut. Whoever opens the folder
  // holds the folder's own lock, which ends with its process.
  if (start.dataDir !== undefined) rmSync(join(start.dataDir, 'postmaster.pid'), { force: true });
  const files = start.dataDir === undefined ? undefined : watchWrites(start.dataDir);
  const pglite = await PGlite.create({
    ...(start.dataDir === undefined ? {} : { dataDir: start.dataDir }),
    ...(start.snapshot === undefined ? {} : { loadDataDir: new Blob([Uint8Array.from(start.snapshot)]) }),
    startParams: [...PGlite.defaultStartParams, ...sessionParams, ...(start.startParams ?? [])],
  });
  files?.sync();
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (request: Request) => {
    turn = turn.then(() => answer(request));
  });
  port.postMessage('ready');

  async function answer(request: Request): Promise<void> {
    if (request instanceof Uint8Array) return answerMessage(request);
    if ('dump' in request) {
      const blob = await pglite.dumpDataDir('none');
      port.postMessage({ dump: new Uint8Array(await blob.arrayBuffer()) });
      return;
    }
    await pglite.close();
    files?.sync();
    port.postMessage('closed');
    port.close();
  }

  async function answerMessage(bytes: Uint8Array): Promise<void> {
    if (bytes[0] === terminate) {
      // The one session outlives its client: leave nothing of it behind.
      await pglite.exec('rollback');
      await pglite.exec('discard all');
      return;
    }
    const pieces: Uint8Array[] = [];
    // Not execProtocolRaw: that one also reads every reply itself and keeps what it read for ever.
    await pglite.execProtocolRawStream(bytes, { onRawData: (piece) => pieces.push(piece.slice()) });
    const reply = Buffer.concat(pieces);
    // A reply that ends idle closes a transaction: what it wrote is on the disk before anybody hears of it.
    if (isAtRest(reply)) files?.syncLog();
    const answer = new Uint8Array(reply);
    port.postMessage(answer, [answer.buffer]);
    endedWith(reply);
    if (isAtRest(reply) && files && files.logSinceCheckpoint() > logBetweenCheckpoints) await pglite.exec('checkpoint');
  }
}

function isAtRest(reply: Buffer): boolean {
  return reply.at(-6) === readyForQuery && reply.at(-1) === idle;
}

/** A database that has said FATAL or PANIC is in no state to go on: its thread ends, and whoever asks is told. */
function endedWith(reply: Buffer): void {
  for (let at = 0; at + 5 <= reply.length; at += 1 + reply.readUInt32BE(at + 1)) {
    if (reply[at] !== errorResponse) continue;
    const fields = reply.toString('utf8', at + 5, at + 1 + reply.readUInt32BE(at + 1)).split('\0');
    const severity = fields.find((field) => field.startsWith('V'))?.slice(1);
    if (severity === 'FATAL' || severity === 'PANIC')
      throw new Error(fields.find((field) => field.startsWith('M'))?.slice(1) ?? severity);
  }
}
