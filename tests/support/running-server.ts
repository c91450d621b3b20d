import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the running server with the founding data. */
    readonly address: string;
    /** Its data folder, for commands beside it. */
    readonly dataFolder: string;
    /** Path of a Chromium. */
    readonly chromium: string;
  }
}

const root = join(import.meta.dirname, '../..');
const longestStart = 240_000;

/** Starts the built server on an empty folder and waits until the founding data are in and searchable. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  // One folder for whatever the tests leave behind, taken away at the end.
  const place = mkdtempSync(join(tmpdir(), 'guiju-e2e-'));
  process.env['TMPDIR'] = place;
  const folder = join(place, 'data');
  const server: ChildProcessByStdio<null, Readable, null> = spawn(
    process.execPath,
    ['--enable-source-maps', join(root, 'dist/main.js')],
    {
      cwd: root,
      env: {
        ...process.env,
        GUIJU_ROOT: root,
        GUIJU_DATA: folder,
        GUIJU_PORT: '0',
        GUIJU_LOG: 'silent',
        GUIJU_SETTINGS: join(root, 'tests/support/e2e-settings.yaml'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const stopped = once(server, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    let found = '';
    const timer = setTimeout(() => reject(new Error('The server did not become ready.')), longestStart);
    server.once('exit', (status) => reject(new Error(`The server ended with status ${status}.`)));
    createInterface({ input: server.stdout }).on('line', (line) => {
      found = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? found;
      if (!line.includes('ready')) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  project.provide('address', address);
  project.provide('dataFolder', folder);
  project.provide('chromium', process.env['CHROMIUM'] ?? '/usr/bin/chromium');
  return async () => {
    server.kill('SIGTERM');
    await stopped;
    rmSync(place, { recursive: true, force: true });
  };
}
