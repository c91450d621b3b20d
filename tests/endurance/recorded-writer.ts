/**
 * A process whose writing is recorded: it opens a register of parcels on the embedded database, does everything that makes a
 * database write in other ways than a single act does, tells the journal what was acknowledged, and kills itself.
 *
 * Arguments: folder of the database, journal, seed, number of turns.
 */
import { openDatabase } from '../../src/foundation/database.ts';
import { rebuild } from '../../src/foundation/rebuild.ts';
import { sql } from '../../src/foundation/sql.ts';
import { openJournal } from './disk-journal.ts';
import { parcelRegister, parcelRules, statedParcels } from './parcel-register.ts';
import { seeded } from './seeded.ts';

const [folder = '', journal = '', seedText = '0', turns = '0'] = process.argv.slice(2);
const luck = seeded(Number(seedText));
const add = openJournal(journal);

// Few buffers: pages are written while their transaction is still open, as in a large import.
const startParams = ['-c', `shared_buffers=${luck.oneOf(['1MB', '2MB', '128MB'])}`];
const register = parcelRegister(await openDatabase({ embedded: { folder, startParams } }));
const { database } = register;

for (let turn = 0; turn < Number(turns); turn++) {
  const key = `${seedText} ${turn}`;
  const input = { code: `C${luck.below(50)}`, label: `label ${key}` };
  const parcels = luck.oneOf([1, 1, 1, 1, 30, 400]);
  const act = await statedParcels(register, { key, input, parcels });
  add({ op: 'acknowledged', act });
  if (luck.chance(0.15)) await register.seals.sealNow();
  if (luck.chance(0.08)) await database.asOwner((tx) => tx.script('checkpoint'));
  if (luck.chance(0.04)) await rebuild(database, parcelRules);
  if (luck.chance(0.04)) await database.all(sql`vacuum parcel`);
}
process.kill(process.pid, 'SIGKILL');
