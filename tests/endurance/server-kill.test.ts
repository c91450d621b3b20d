/**
 * What the server acknowledged survives when the server itself is killed while it is written to (DESIGN 8): through the forms
 * that readers use on both databases, and through its command socket on the embedded one. 3 kills in every run of the tests,
 * beside those of a bare writer in kill.test.ts; 100 with `npm run endurance`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../src/foundation/database.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { sql } from '../../src/foundation/sql.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { brokenActs } from './parcel-register.ts';
import { actIn, firstStandards, handCommands, reportErrors, standardsFile, type Told } from './server-clients.ts';
import {
  buildProgram,
  commandBeside,
  commandWithin,
  type House,
  houseIn,
  type RunningServer,
  startServer,
} from './whole-server.ts';

const rounds = process.env['ENDURANCE'] ? 100 : 3;
const onServer = inject('serverAddress') !== '';
const folder = mkdtempSync(join(tmpdir(), 'guiju-server-'));
const random = systemRandom();
let house: House;
let fresh: Awaited<ReturnType<typeof freshDatabase>> | undefined;

beforeAll(async () => {
  fresh = onServer ? await freshDatabase() : undefined;
  house = houseIn(folder, buildProgram(), fresh?.address ?? '');
  const entered = await commandBeside(house, 'import', 'standards', standardsFile(house, 'first', firstStandards));
  expect(entered.error + entered.out).toContain('40');
});
afterAll(async () => {
  await fresh?.end();
  rmSync(house.program, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Writes from all sides, kills the server some moment after the first act is acknowledged, and waits for the writers. */
async function killedWhileWriting(server: RunningServer, round: number, told: Told): Promise<void> {
  const before = told.reports.length;
  const actsBefore = told.acts.length;
  const writers = [reportErrors(server.address, told)];
  if (!onServer) writers.push(handCommands(house, round, told));
  const isWriting = (): boolean => told.reports.length > before && (onServer || told.acts.length > actsBefore);
  const writing = Promise.all(writers);
  while (!isWriting()) await Promise.race([setTimeout(5), writing]);
  const [moment = 0] = random.bytes(1);
  await setTimeout(moment * 3);
  await server.kill();
  await writing;
}

/** What the server that was started again says of everything acknowledged since `from`, and of its history. */
async function keptEverything(server: RunningServer, told: Told, from: Told): Promise<void> {
  for (const report of told.reports.slice(from.reports.length))
    expect([report, (await fetch(server.address + report)).status]).toEqual([report, 200]);
  const last = told.acts.at(-1);
  if (last) {
    const again = await commandWithin(house, ...last.command);
    expect(actIn(again.out)).toBe(last.actId);
  }
  const verified = await (onServer ? commandBeside : commandWithin)(house, 'verify', '--json');
  expect(verified).toMatchObject({ status: 0, error: expect.not.stringContaining('✗') });
  expect(JSON.parse(verified.out)).toMatchObject({ holds: true, projections: { found: 0 } });
}

it(
  `nothing acknowledged by the server is lost when it is killed ${rounds} times`,
  async () => {
    const told: Told = { acts: [], reports: [] };
    let checked: Told = { acts: [], reports: [] };
    for (let round = 0; round <= rounds; round++) {
      const server = await startServer(house);
      await keptEverything(server, told, checked);
      checked = { acts: [...told.acts], reports: [...told.reports] };
      if (round < rounds) await killedWhileWriting(server, round, told);
      else await server.kill();
    }
    expect(told.reports.length).toBeGreaterThanOrEqual(rounds);
    const database = fresh?.database ?? (await openDatabase({ embedded: { folder: join(house.data, 'postgres') } }));
    try {
      expect(await missing(database, told)).toEqual([]);
      expect(await brokenActs(database)).toEqual([]);
    } finally {
      if (!fresh) await database.close();
    }
  },
  rounds * 90_000,
);

/** Acts and reports that were acknowledged and are not there. */
async function missing(database: Database, told: Told): Promise<readonly string[]> {
  const reports = told.reports.map((path) => path.replace('/corrections/', ''));
  const rows = await database.all<{ readonly id: string }>(sql`
    select id::text from unnest(${told.acts.map(({ actId }) => actId)}::uuid[]) as a (id) where not exists (select from act where act_id = id)
    union all select id::text from unnest(${reports}::uuid[]) as r (id) where not exists (select from event where stream_id = id)`);
  return rows.map(({ id }) => id);
}
