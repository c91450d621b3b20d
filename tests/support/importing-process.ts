/** A process of its own that imports a file of ISO rows into a data folder, and says how far it is: it is there to be killed. */
import { importFile } from '../../src/standards/import/import-file.ts';
import { registerIn } from './register-folder.ts';

const [folder = '', path = ''] = process.argv.slice(2);
const register = await registerIn(folder);
await importFile(register.deps, {
  format: 'iso-open-data',
  path,
  statedOn: '2026-01-01',
  mode: 'good-rows',
  progress: (rows) => ({
    at: (done) => process.stdout.write(`${done} of ${rows}\n`),
    end: () => process.stdout.write('acknowledged\n'),
  }),
});
await register.close();
