/**
 * A process that is there to be killed: it opens a register of parcels, checks that nothing acknowledged in earlier lives is
 * lost and that the register follows from its history, says so, and then writes until it is killed.
 *
 * Arguments: where the register is, `{"folder": …}` or `{"url": …}`; the file of acknowledgements; `check-only` to stop after
 * the check.
 */
import { openDatabase } from '../../src/foundation/database.ts';
import { systemRandom } from '../../src/foundation/random.ts';
import { openAcknowledgements, readAcknowledgements } from './acknowledgements.ts';
import { faultsOf, parcelRegister, statedParcels } from './parcel-register.ts';

const [where = '{}', path = '', mode = 'write'] = process.argv.slice(2);
const place: { readonly folder?: string; readonly url?: string } = JSON.parse(where);
const random = systemRandom();

const database = await openDatabase(
  place.folder === undefined ? place : { embedded: { folder: place.folder, startParams: [] } },
);
const register = parcelRegister(database);
const faults = await faultsOf(register, readAcknowledgements(path));
console.log(faults.length === 0 ? 'sound' : faults.slice(0, 20).join('\n'));
if (faults.length > 0 || mode === 'check-only') {
  await database.close();
  process.exit(faults.length === 0 ? 0 : 3);
}

const file = openAcknowledgements(path);
for (let turn = 0; ; turn++) {
  const key = random.uuid();
  const number = random.bytes(1)[0] ?? 0;
  const input = { code: `C${number % 50}`, label: `label ${key}` };
  file.add(await statedParcels(register, { key, input, parcels: turn % 5 === 4 ? 30 : 1 }));
  if (turn % 7 === 0) await register.seals.sealNow();
}
