import { once } from 'node:events';
import { extname } from 'node:path';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { requireSpace } from './disk-space.ts';
import { type Refusal, refusal } from './refusal.ts';

export interface EmbeddedPostgres {
  /** A new wire connection; the database has one session, so there is never more than one at a time. */
  readonly connect: () => Duplex;
  /** @throws Refusal `foundation.disk-full` when the disk has no room for what may be written next */
  readonly requireSpace: () => void;
  /** The whole data folder as one archive. */
  readonly dump: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

export interface EmbeddedPlace {
  /** The data folder; absent: in memory. */
  readonly folder?: string;
  readonly snapshot?: Uint8Array;
  readonly startParams?: readonly string[];
}

/** The settings that halve search latency (measured, docs/benchmarks.md); wasm32 leaves about 2 GB for both together. */
export const embeddedStartParams = ['-c', 'shared_buffers=512MB', '-c', 'work_mem=64MB', '-c', 'jit=off'] as const;

export async function openEmbeddedPostgres(place: EmbeddedPlace): Promise<EmbeddedPostgres> {
  const roomToWrite = (): void => {
    if (place.folder !== undefined) requireSpace(place.folder);
  };
  roomToWrite();
  const file = new URL(`./embedded-postgres-worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(file, {
    workerData: {
      ...(place.folder === undefined ? {} : { dataDir: place.folder }),
      ...(place.snapshot === undefined ? {} : { snapshot: place.snapshot }),
      startParams: place.startParams ?? [],
    },
  });
  await once(worker, 'message');
  let stream: WorkerStream | undefined;
  const waiting: { readonly resolve: (reply: unknown) => void; readonly reject: (error: Error) => void }[] = [];
  worker.on('message', (reply: unknown) => {
    if (reply instanceof Uint8Array) stream?.push(reply);
    else waiting.shift()?.resolve(reply);
  });
  let stopped: Refusal | undefined;
  worker.on('error', (error: Error) => {
    stopped = refusal('foundation.database-stopped', { reason: error.message });
    stopped.cause = error;
    stream?.destroy(stopped);
    for (const one of waiting.splice(0)) one.reject(stopped);
  });
  const ask = (request: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (stopped) return reject(stopped);
      waiting.push({ resolve, reject });
      worker.postMessage(request);
    });

  return {
    connect: () => {
      stream = new WorkerStream(worker);
      // Nobody answers any more: every question is told why.
      if (stopped) stream.destroy(stopped);
      return stream;
    },
    requireSpace: roomToWrite,
    dump: async () => dumped(await ask({ dump: true })),
    close: async () => {
      if (stopped) return;
      stream?.flush();
      const ended = once(worker, 'exit');
      worker.postMessage({ close: true });
      await ended;
    },
  };
}

function dumped(reply: unknown): Uint8Array {
  if (typeof reply === 'object' && reply !== null && 'dump' in reply && reply.dump instanceof Uint8Array)
    return reply.dump;
  throw new Error('The embedded database gave no archive.');
}

/** Looks like a socket to `pg` and is a message port to the worker. What is asked in one turn travels in one message. */
class WorkerStream extends Duplex {
  readonly #worker: Worker;
  #pieces: Uint8Array[] = [];
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  /** Sends what was written so far. */
  flush(): void {
    if (this.#pieces.length === 0) return;
    const bytes = new Uint8Array(this.#pieces.reduce((length, piece) => length + piece.length, 0));
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
    this.#pieces = [];
    this.#worker.postMessage(bytes, [bytes.buffer]);
  }
  override _read(): void {}
  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    if (this.#pieces.length === 0) process.nextTick(() => this.flush());
    this.#pieces.push(chunk);
    done();
  }
  override _final(done: () => void): void {
    this.flush();
    this.push(null);
    done();
  }
}
