import { join } from 'node:path';
import type { Deps, Loop } from '../../foundation/part.ts';
import { registeredCounts, totalOf } from '../queries/figures.ts';
import { bulkManifest, makeBulkFiles } from './bulk-files.ts';

const everyFiveMinutes = 300_000;
/** A register larger than this is written once a day, however much comes in. */
const smallRegister = 100_000;

/** Folder of the bulk files. */
export function bulkFolder(settings: Pick<Deps['settings'], 'data'>): string {
  return join(settings.data, 'bulk');
}

/** Makes the bulk files once a day, and in a small register whenever its number of records changed. */
export function bulkLoop({ database, settings, clock, log }: Deps): Loop {
  return {
    name: 'bulk files',
    everyMilliseconds: everyFiveMinutes,
    run: async () => {
      const folder = bulkFolder(settings);
      const manifest = await bulkManifest(folder);
      const records = totalOf(await registeredCounts(database), () => true);
      const isToday = manifest?.madeOn === clock.today();
      if (isToday && (records > smallRegister || manifest.files[0]?.rows === records)) return;
      const made = await makeBulkFiles(database, folder, clock.today());
      log.info({ rows: made.files[0]?.rows, treeSize: made.treeSize }, 'bulk files made');
    },
  };
}
