import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isoRow, jsonLines } from '../../../tests/support/office-sheets.ts';
import { registerIn } from '../../../tests/support/register-folder.ts';
import { sql } from '../../foundation/sql.ts';
import { importFile } from './import-file.ts';

const root = join(import.meta.dirname, '../../..');
const rows = 6_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guiju-killed-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Imports in a process of its own and kills it when it says a line that begins so. */
async function killedAt(path: string, word: RegExp): Promise<void> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'tests/support/importing-process.ts'), join(folder, 'data'), path],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (word.test(line)) child.kill('SIGKILL');
  });
  const [status, signal] = await ended;
  expect([status, signal]).toEqual([null, 'SIGKILL']);
}

/** What stands in the tables after the process is gone, and what the next run of the same import says. */
async function afterwards(path: string): Promise<unknown> {
  const { deps, close } = await registerIn(join(folder, 'data'));
  try {
    const count = async (table: string) =>
      (await deps.database.first<{ readonly n: number }>(sql`select count(*)::int as n from ${sql.table(table)}`))?.n;
    const before = {
      acts: await count('act'),
      events: await count('event'),
      standards: await count('standard'),
      claims: await count('claim'),
    };
    const { written, unchanged } = await importFile(deps, {
      format: 'iso-open-data',
      path,
      statedOn: '2026-01-01',
      mode: 'good-rows',
    });
    return { ...before, next: { written, unchanged }, standardsAtLast: await count('standard') };
  } finally {
    await close();
  }
}

function isoFile(): string {
  const path = join(folder, 'rows.jsonl');
  writeFileSync(path, jsonLines(Array.from({ length: rows }, (_, index) => isoRow(index + 1))));
  return path;
}

test('an import killed in the middle leaves nothing behind, and the next run enters everything', async () => {
  const path = isoFile();
  await killedAt(path, /^2375 of 6000/);
  expect(await afterwards(path)).toEqual({
    acts: 0,
    events: 0,
    standards: 0,
    claims: 0,
    next: { written: rows, unchanged: 0 },
    standardsAtLast: rows,
  });
}, 300_000);

test('an import killed just after it was acknowledged has lost nothing', async () => {
  const path = isoFile();
  await killedAt(path, /^acknowledged/);
  expect(await afterwards(path)).toMatchObject({ acts: 1, standards: rows, next: { written: 0, unchanged: rows } });
}, 300_000);
