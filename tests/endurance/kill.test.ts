/**
 * What was acknowledged survives a killed process (DESIGN 8), on the embedded database and, when there is one, on a server.
 * Here a bare writer on the executor is killed, 7 times in every run of the tests; server-kill.test.ts kills the whole server.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { openDatabase } from '../../src/foundation/database.ts';
import { migrate, readMigrations } from '../../src/foundation/migrations.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { createParcelTable } from '../support/parcels.ts';
import { repository } from '../support/source-files.ts';
import { moreAcknowledged, readAcknowledgements } from './acknowledgements.ts';
import { type KilledProgram, killRounds, lastCheck } from './kill-rounds.ts';

const rounds = process.env['ENDURANCE'] ? 20 : 7;
const random = systemRandom();
const folder = mkdtempSync(join(tmpdir(), 'guiju-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const onServer = inject('serverAddress') !== '';

const writer = (
  where: { readonly folder?: string; readonly url?: string },
  acknowledgements: string,
): KilledProgram => ({
  program: process.execPath,
  args: [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'register-writer.ts'),
    JSON.stringify(where),
    acknowledgements,
  ],
});
/** At some moment after one to twenty more acts. */
const someMoment = (acknowledgements: string) => (): Promise<void> => {
  const [acts = 0, milliseconds = 0] = random.bytes(2);
  return moreAcknowledged(acknowledgements, 1 + (acts % 20), milliseconds % 60);
};

async function survives(killed: KilledProgram, acknowledgements: string): Promise<void> {
  await killRounds(killed, { rounds, writing: someMoment(acknowledgements) });
  await lastCheck(killed);
  expect(readAcknowledgements(acknowledgements).length).toBeGreaterThanOrEqual(rounds);
}

it.skipIf(onServer)(
  `nothing acknowledged by an embedded register is lost when its process is killed ${rounds} times`,
  async () => {
    const data = join(folder, 'postgres');
    const database = await openDatabase({ embedded: { folder: data, startParams: [] } });
    await migrate(database, readMigrations(join(repository, 'migrations')));
    await createParcelTable(database);
    await database.close();
    const acknowledgements = join(folder, 'acknowledged-embedded.jsonl');
    await survives(writer({ folder: data }, acknowledgements), acknowledgements);
  },
  rounds * 60_000,
);

it.skipIf(!onServer)(
  `nothing acknowledged by a register on a server is lost when its process is killed ${rounds} times`,
  async () => {
    const { database, address, end } = await freshDatabase();
    await migrate(database, readMigrations(join(repository, 'migrations')));
    await createParcelTable(database);
    const acknowledgements = join(folder, 'acknowledged-server.jsonl');
    await survives(writer({ url: address }, acknowledgements), acknowledgements);
    await end();
  },
  rounds * 60_000,
);

it('a register that lost an acknowledged act would be found out', async () => {
  const { database, address, end } = onServer
    ? await freshDatabase()
    : { database: undefined, address: '', end: async () => {} };
  const data = join(folder, 'forgetful');
  const opened = database ?? (await openDatabase({ embedded: { folder: data, startParams: [] } }));
  await migrate(opened, readMigrations(join(repository, 'migrations')));
  await createParcelTable(opened);
  if (!database) await opened.close();
  const acknowledgements = join(folder, 'acknowledged-forgetful.jsonl');
  const killed = writer(onServer ? { url: address } : { folder: data }, acknowledgements);
  await killRounds(killed, { rounds: 1, writing: someMoment(acknowledgements) });
  const reopened = database ?? (await openDatabase({ embedded: { folder: data, startParams: [] } }));
  await reopened.asOwner((tx) => tx.script('delete from act where recorded_at = (select max(recorded_at) from act)'));
  if (!database) await reopened.close();
  await expect(lastCheck(killed)).rejects.toThrow(/Lost:|Events without their act/);
  await end();
});
