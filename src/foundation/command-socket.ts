import { chmodSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Console } from './part.ts';

/** What a command line hands to the server that owns the embedded database. */
const request = z.strictObject({
  argv: z.array(z.string()),
  folder: z.string(),
  lang: z.enum(['zh-Hans', 'en']),
  isTerminal: z.boolean(),
});
export type HandedCommand = z.infer<typeof request>;

const reply = z.union([
  z.strictObject({ out: z.string() }),
  z.strictObject({ error: z.string() }),
  z.strictObject({ exit: z.number() }),
]);

export const socketPath = (folder: string): string => join(folder, 'command.sock');

/**
 * Lets commands run inside the server that owns the data folder. The socket lies in the folder with mode 0600: whoever may
 * write the database's files may write through it, nobody else.
 */
export async function serveCommands(
  folder: string,
  run: (
    command: HandedCommand,
    console: Pick<Console, 'print' | 'error'> & { readonly write: (text: string) => void },
  ) => Promise<number>,
): Promise<{ readonly close: () => Promise<void> }> {
  const path = socketPath(folder);
  rmSync(path, { force: true });
  const server = createServer((socket) => {
    // Whoever goes away before the answer, or while it is sent, is a fault of nobody.
    answer(socket, run).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function answer(socket: Socket, run: Parameters<typeof serveCommands>[1]): Promise<void> {
  const send = (message: z.infer<typeof reply>): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
  };
  socket.on('error', () => socket.destroy());
  const lines = createInterface({ input: socket });
  // It repeats the fault of its socket, also when no line is waited for any more.
  lines.on('error', () => socket.destroy());
  for await (const line of lines) {
    const command = request.safeParse(parsed(line));
    if (!command.success) send({ error: `${notUnderstood}\n` });
    const status = command.success
      ? await run(command.data, {
          print: (text) => send({ out: `${text}\n` }),
          error: (text) => send({ error: `${text}\n` }),
          write: (text) => send({ error: text }),
        })
      : 2;
    send({ exit: status });
    socket.end();
    return;
  }
}

/** Whoever is not understood has named no language. */
const notUnderstood = [
  '运行中的服务读不懂这一命令：可能与命令行不是同一版本。用同一版本，或者重新启动服务后再试。',
  'The running server does not understand this command: it may be of another version than the command line. Use the same version, or start the server again.',
].join('\n');

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Hands a command to the server that owns the folder; undefined when none listens. */
export function handOver(
  folder: string,
  command: HandedCommand,
  streams: { readonly out: (text: string) => void; readonly error: (text: string) => void },
): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(folder));
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => socket.write(`${JSON.stringify(command)}\n`));
    const lines = createInterface({ input: socket });
    lines.on('error', () => resolve(undefined));
    let status: number | undefined;
    lines.on('line', (line) => {
      const message = reply.safeParse(parsed(line));
      if (!message.success) return;
      if ('out' in message.data) streams.out(message.data.out);
      else if ('error' in message.data) streams.error(message.data.error);
      else status = message.data.exit;
    });
    lines.on('close', () => resolve(status ?? undefined));
  });
}
