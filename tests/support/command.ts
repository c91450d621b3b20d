import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';

const root = join(import.meta.dirname, '../..');

export interface CommandResult {
  readonly status: number;
  readonly out: string;
  readonly error: string;
}

/** Runs `guiju` beside the running server, which owns the folder and carries the command out. */
export function guiju(...args: readonly string[]): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--enable-source-maps', join(root, 'dist/cli.js'), ...args],
      {
        cwd: root,
        env: { ...process.env, GUIJU_ROOT: root, GUIJU_DATA: inject('dataFolder'), LANG: 'en_US.UTF-8' },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, out, stderr) => resolve({ status: error ? Number(error.code ?? 1) : 0, out, error: stderr }),
    );
  });
}
