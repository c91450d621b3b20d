/**
 * What the embedded database acknowledged survives a power cut (docs/decisions/0002-embedded-durability.md): 5 cuts in every
 * run of the tests, 50 with `npm run endurance`. Every write and every sync is recorded; then the folder is made as a disk
 * could have kept it, opened and checked.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/foundation/database.ts';
import { migrate, readMigrations } from '../../src/foundation/migrations.ts';
import { createParcelTable } from '../support/parcels.ts';
import { repository } from '../support/source-files.ts';
import type { Acknowledgement } from './acknowledgements.ts';
import { readJournal } from './disk-journal.ts';
import { modelledDisk } from './modelled-disk.ts';
import { faultsOf, parcelRegister, statedParcels } from './parcel-register.ts';
import { seeded } from './seeded.ts';

const isLong = process.env['ENDURANCE'] !== undefined;
const cutsInEach = isLong ? 10 : 5;
const seeds = isLong ? [1, 2, 3, 4, 5] : [1];
const turns = isLong ? 40 : 20;
const lives = 2;
/** The embedded database is the same whatever the other tests run on. */
const isOnServer = inject('serverAddress') !== '';
const folder = mkdtempSync(join(tmpdir(), 'guiju-power-'));
const base = join(folder, 'base');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  if (isOnServer) return;
  const database = await openDatabase({ embedded: { folder: base, startParams: [] } });
  await migrate(database, readMigrations(join(repository, 'migrations')));
  await createParcelTable(database);
  await database.close();
});

/** Writes in processes that are killed one after another, and answers where they wrote and the journal of it. */
async function recorded(seed: number): Promise<{ readonly live: string; readonly journal: string }> {
  const live = join(folder, `live-${seed}`);
  const journal = join(folder, `journal-${seed}`);
  cpSync(base, live, { recursive: true });
  for (let life = 0; life < lives; life++) {
    const child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--import',
        join(import.meta.dirname, 'record-writes.ts'),
        join(import.meta.dirname, 'recorded-writer.ts'),
        live,
        journal,
        String(seed * lives + life),
        String(turns),
      ],
      {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, RECORDED_FOLDER: live, RECORDED_JOURNAL: journal },
      },
    );
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
  }
  return { live, journal };
}

/** Steps after which the power is cut: half of them right behind an acknowledgement, half of them anywhere after the first. */
function momentsOf(journal: string, seed: number): ReadonlySet<number> {
  const luck = seeded(seed);
  const acknowledged: number[] = [];
  let steps = 0;
  for (const { step } of readJournal(journal)) {
    if (step.op === 'acknowledged') acknowledged.push(steps);
    steps++;
  }
  const first = acknowledged[0] ?? 0;
  const moments = new Set<number>();
  while (moments.size < cutsInEach) {
    const behind = acknowledged[luck.below(acknowledged.length)] ?? first;
    moments.add(luck.chance(0.5) ? behind : first + luck.below(steps - first));
  }
  return moments;
}

/** What is wrong with the register that a cut left, before and after it goes on. */
async function faultsAfter(cut: string, acknowledged: readonly Acknowledgement[]): Promise<readonly string[]> {
  const database = await openDatabase({ embedded: { folder: cut, startParams: [] } });
  try {
    const register = parcelRegister(database);
    const faults = await faultsOf(register, acknowledged);
    const later: Acknowledgement[] = [];
    for (const [index, parcels] of [1, 30, 1].entries())
      later.push(
        await statedParcels(register, { key: `later ${index}`, input: { code: `C${index}`, label: 'later' }, parcels }),
      );
    return [...faults, ...(await faultsOf(register, [...acknowledged, ...later]))];
  } finally {
    await database.close();
  }
}

it.skipIf(isOnServer).each(seeds)(
  'nothing acknowledged by an embedded register is lost when the power is cut, seed %i',
  async (seed) => {
    const { live, journal } = await recorded(seed);
    const moments = momentsOf(journal, seed);
    const disk = modelledDisk(base);
    const acknowledged: Acknowledgement[] = [];
    const found: string[] = [];
    let number = 0;
    for (const { step, bytes } of readJournal(journal)) {
      disk.apply(step, bytes);
      if (step.op === 'acknowledged') acknowledged.push(step.act);
      if (moments.has(number)) {
        const cut = join(folder, 'cut');
        disk.cut(cut, seeded(seed * 1_000_000 + number));
        const faults = await faultsAfter(cut, acknowledged).catch((error: unknown) => [String(error)]);
        found.push(...faults.map((fault) => `Cut behind step ${number}: ${fault}`));
      }
      number++;
    }
    expect(found).toEqual([]);
    expect(acknowledged).toHaveLength(lives * turns);
    const seen = join(folder, 'seen');
    disk.asSeen(seen);
    expect(differences(live, seen)).toEqual([]);
    rmSync(live, { recursive: true });
    rmSync(journal);
  },
  600_000,
);

/** Files that are not the same in both folders: whatever was not recorded. */
function differences(one: string, other: string): readonly string[] {
  const files = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
  const contentOf = (folder: string, path: string): string | undefined =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'latin1') : undefined;
  const paths = new Set([...files(one), ...files(other)]);
  return [...paths].filter((path) => contentOf(one, path) !== contentOf(other, path));
}
