/** The built server as `npm start` runs it, without founding data, and whoever writes to it from outside. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { handOver } from '../../src/foundation/command-socket.ts';
import { repository } from '../support/source-files.ts';

export interface House {
  /** Folder of the bundled program. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly data: string;
  /** The program as it is seen from the house: definitions and migrations, no founding data. */
  readonly root: string;
}

export interface CommandResult {
  readonly status: number | undefined;
  readonly out: string;
  readonly error: string;
}

/** Bundles the program anew, below the packages it needs, so that what is killed is what stands in the source. */
export function buildProgram(): string {
  const program = join(repository, `node_modules/.cache/guiju/killed-program-${process.pid}`);
  execFileSync(process.execPath, [join(repository, 'scripts/build.mjs'), program], { stdio: 'ignore' });
  return program;
}

export function houseIn(folder: string, program: string, databaseUrl: string): House {
  const root = join(folder, 'house');
  mkdirSync(root, { recursive: true });
  for (const name of ['definitions', 'migrations']) symlinkSync(join(repository, name), join(root, name));
  // Each report comes from a sender of its own, as if a proxy had passed it on.
  writeFileSync(join(root, 'guiju.yaml'), 'trustedProxies: [127.0.0.1]\nlanguage: en\n');
  const data = join(folder, 'data');
  const environment = {
    ...process.env,
    GUIJU_ROOT: root,
    GUIJU_DATA: data,
    GUIJU_DATABASE_URL: databaseUrl,
    GUIJU_PORT: '0',
    GUIJU_LOG: 'silent',
    LANG: 'en_US.UTF-8',
  };
  return { program, environment, data, root };
}

export interface RunningServer {
  readonly address: string;
  readonly kill: () => Promise<void>;
}

export async function startServer(house: House): Promise<RunningServer> {
  const server = spawn(process.execPath, ['--enable-source-maps', join(house.program, 'main.js')], {
    cwd: house.root,
    env: house.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'exit');
  const address = await readyAt(server);
  return {
    address,
    kill: async () => {
      server.kill('SIGKILL');
      const [status, signal] = await ended;
      if (signal !== 'SIGKILL') throw new Error(`The server ended by itself with status ${status}.`);
    },
  };
}

async function readyAt(server: ChildProcess): Promise<string> {
  if (!server.stdout || !server.stderr) throw new Error('The server has no output.');
  const complaints: string[] = [];
  createInterface({ input: server.stderr }).on('line', (line) => complaints.push(line));
  let address = '';
  for await (const line of createInterface({ input: server.stdout })) {
    address = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? address;
    if (line.includes('ready')) return address;
  }
  throw new Error(`The server did not start: ${complaints.join('\n')}`);
}

/** A command in a process of its own, as an operator gives it. */
export function commandBeside(house: House, ...argv: readonly string[]): Promise<CommandResult> {
  const command = spawn(process.execPath, ['--enable-source-maps', join(house.program, 'cli.js'), ...argv], {
    cwd: house.root,
    env: house.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', error: '' };
  command.stdout.on('data', (text) => {
    said.out += text;
  });
  command.stderr.on('data', (text) => {
    said.error += text;
  });
  return new Promise((resolve) => {
    command.on('close', (status) => resolve({ status: status ?? undefined, ...said }));
  });
}

/** A command handed to the running server over its socket, without a process of its own; no status: nobody answered to the end. */
export async function commandWithin(house: House, ...argv: readonly string[]): Promise<CommandResult> {
  const said = { out: '', error: '' };
  const status = await handOver(
    house.data,
    { argv: [...argv], folder: house.root, lang: 'en', isTerminal: false },
    {
      out: (text) => {
        said.out += text;
      },
      error: (text) => {
        said.error += text;
      },
    },
  );
  return { status, ...said };
}
