/**
 * A large register is backed up and restored into an empty register of the other kind of database, from a server to an embedded
 * one and back, by the commands that an operator gives; the copy verifies and holds the same events, and a further act goes
 * behind the last. 200,000 standards with `npm run endurance`, 2,000 in every run of the tests.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { refusalTexts } from '../../src/app.tsx';
import { allCommands, runCommand } from '../../src/commands.ts';
import { stopwatch } from '../../src/foundation/clock.ts';
import { jsonLog } from '../../src/foundation/log.ts';
import type { Deps } from '../../src/foundation/part.ts';
import { openRegister, type Register } from '../../src/foundation/register.ts';
import { readSettings } from '../../src/foundation/settings.ts';
import { sql } from '../../src/foundation/sql.ts';
import { parts } from '../../src/parts.ts';
import { enterpriseStandards } from '../../src/standards/bench/statements.ts';
import { stateStandard } from '../../src/standards/state-standard.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { repository } from '../support/source-files.ts';

const standards = process.env['ENDURANCE'] ? 200_000 : 2_000;
const onServer = inject('serverAddress') !== '';
const folder = mkdtempSync(join(tmpdir(), 'guiju-restore-'));
const undoing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const undo of undoing.reverse()) await undo();
  rmSync(folder, { recursive: true, force: true });
});

async function emptyRegister(name: string, databaseUrl: string): Promise<Register> {
  const data = join(folder, name);
  const settings = { ...readSettings({}, folder), data, databaseUrl };
  const register = await openRegister({ settings, parts, log: jsonLog('error'), root: repository });
  undoing.push(register.close);
  return register;
}

async function serverAddress(): Promise<string> {
  const { address, end } = await freshDatabase();
  undoing.push(end);
  return address;
}

/** Gives a command as an operator would, and tells how long it took and what it cost this process, workers included. */
async function guiju({ deps }: Register, ...argv: readonly string[]): Promise<string> {
  const said: string[] = [];
  const print = (text: string): unknown => said.push(text);
  const console = {
    print,
    error: print,
    progress: () => ({ at: () => {}, end: () => {} }),
    lang: 'en',
    folder,
  } as const;
  const texts = refusalTexts(parts);
  const told = await measured(`${deps.database.kind}: ${argv[0]}`, () =>
    runCommand(argv, console, { commands: allCommands(parts, repository), texts, register: async () => deps }),
  );
  expect([told, said.join('\n')]).toEqual([0, said.join('\n')]);
  return said.join('\n');
}

async function measured<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [elapsed, before] = [stopwatch(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const [wall, cpu] = [elapsed() / 1_000, (user + system) / 1_000_000];
  const rate = (seconds: number): number => Math.round(standards / seconds);
  console.log(`${what}: ${wall.toFixed(1)} s (${rate(wall)}/s), processor ${cpu.toFixed(1)} s (${rate(cpu)}/s)`);
  return result;
}

async function filled({ deps }: Register): Promise<void> {
  await measured(`${deps.database.kind}: written`, () =>
    deps.executor.executeMany(stateStandard, () => enterpriseStandards(standards), {
      actor: deps.operator,
      key: 'large',
      inputHash: Buffer.from('large'),
      mode: 'all-or-nothing',
    }),
  );
  await measured(`${deps.database.kind}: sealed`, () => deps.sealer.sealNow());
}

/** One line for all events in the order of the log: what a copy must have too. */
async function contents({ deps }: Register): Promise<unknown> {
  return deps.database.first(sql`select count(*)::int as events, count(distinct stream_id)::int as streams,
    (select count(*)::int from standard) as rows, (select count(*)::int from leaf) as leaves,
    encode(sha256(string_agg(leaf_hash, ''::bytea order by home_id, stream_id, version)), 'hex') as hash from event`);
}

async function goesOn(deps: Deps): Promise<void> {
  const [last] = [...enterpriseStandards(standards + 1)].slice(-1);
  await deps.executor.execute(stateStandard, last?.input, { actor: deps.operator, key: 'after the restore' });
}

it.skipIf(!onServer)(
  `a register of ${standards} standards is restored from a server to an embedded database and back, and verifies`,
  async () => {
    const server = await emptyRegister('server', await serverAddress());
    await filled(server);
    const whole = await contents(server);
    expect(whole).toMatchObject({ rows: standards });
    await guiju(server, 'verify');
    await guiju(server, 'export', 'large.guiju');
    await guiju(server, 'backup', 'server.guiju-backup');
    console.log(
      `backup: ${Math.round(statSync(join(folder, 'server.guiju-backup')).size / standards)} bytes a standard`,
    );

    const embedded = await emptyRegister('embedded', '');
    await guiju(embedded, 'restore', 'server.guiju-backup');
    expect(await contents(embedded)).toEqual(whole);
    await goesOn(embedded.deps);
    await guiju(embedded, 'verify');
    const more = await contents(embedded);
    expect(more).toMatchObject({ rows: standards + 1 });
    await guiju(embedded, 'backup', 'embedded.guiju-backup');

    const back = await emptyRegister('back', await serverAddress());
    await guiju(back, 'restore', 'embedded.guiju-backup');
    expect(await contents(back)).toEqual(more);
    await guiju(back, 'verify');
  },
  3_600_000,
);
