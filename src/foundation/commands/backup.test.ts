import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../../../tests/support/public-desk.ts';
import { backupCommands } from './backup.ts';

test('a backup writes over no file unless it is told to', async () => {
  const house = await openHouse();
  await house.state('GB 1-2020');
  const folder = mkdtempSync(join(tmpdir(), 'guiju-backup-'));
  const file = join(folder, 'kept.guiju-backup');
  writeFileSync(file, 'something else');
  const [backup] = backupCommands([]);
  if (backup?.needs !== 'register') throw new Error('It needs a register.');
  const silent = { print: () => {}, error: () => {}, progress: () => ({ at: () => {}, end: () => {} }) };
  const run = (options: Readonly<Record<string, boolean>>) =>
    backup.run({ args: ['kept.guiju-backup'], options }, { ...silent, lang: 'en', folder }, house);
  await expect(run({})).rejects.toMatchObject({ code: 'foundation.file-exists', details: { path: file } });
  expect(readFileSync(file, 'utf8')).toBe('something else');
  expect(await run({ overwrite: true })).toBe(0);
  expect(readFileSync(file).length).toBeGreaterThan(1_000);
});
