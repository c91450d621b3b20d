import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handOver, serveCommands, socketPath } from './command-socket.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-socket-'));
let socket: Awaited<ReturnType<typeof serveCommands>>;

beforeAll(async () => {
  socket = await serveCommands(folder, (command, streams) => {
    streams.print(command.argv.join(' '));
    return Promise.resolve(command.argv.length);
  });
});
afterAll(async () => {
  await socket.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the socket of the server that owns the data folder', () => {
  test('is open to the owner of the folder alone', () => {
    expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
  });

  test('carries a command there and its answer and exit status back', async () => {
    const heard: string[] = [];
    const command = { argv: ['show', 'GB 1-2020'], folder, lang: 'en' as const, isTerminal: false };
    const status = await handOver(folder, command, {
      out: (text) => heard.push(text),
      error: (text) => heard.push(text),
    });
    expect([status, heard]).toEqual([2, ['show GB 1-2020\n']]);
  });

  test.each(['hello\n', '\n', '{"argv":["verify"],"newer":1}\n', 'GET / HTTP/1.1\r\n'])(
    'says so in both languages when it does not understand %j, and runs nothing',
    async (line) => {
      const connection = connect(socketPath(folder));
      connection.write(line);
      const answer = await text(connection);
      expect(answer).toMatch(/不是同一版本.*another version.*\n\{"exit":2\}\n$/s);
      expect(answer).not.toContain('"out"');
    },
  );

  test('outlives whoever goes away with the answer unread, and answers the next', async () => {
    for (const line of ['hello\n', '{"argv":["show"],"folder":"/","lang":"en","isTerminal":false}\n'.repeat(50)]) {
      const connection = connect(socketPath(folder));
      // Nothing is read: what was sent is reset when the connection goes.
      connection.pause();
      connection.write(line);
      await new Promise((resolve) => setTimeout(resolve, 50));
      connection.destroy();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const command = { argv: ['verify'], folder, lang: 'en' as const, isTerminal: false };
    expect(await handOver(folder, command, { out: () => {}, error: () => {} })).toBe(1);
  });
});
