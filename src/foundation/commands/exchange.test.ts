import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../../../tests/support/public-desk.ts';
import type { Deps } from '../part.ts';
import { exportCommand } from './exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-export-'));

async function exported(deps: Deps, kind: string): Promise<number> {
  if (exportCommand.needs !== 'register') throw new Error('It needs a register.');
  const progress = () => ({ at: () => {}, end: () => {} });
  const console = { print: () => {}, error: () => {}, progress, lang: 'en', folder } as const;
  return exportCommand.run({ args: [`${kind}.guiju`], options: { kind } }, console, deps);
}

test('a kind of thing that there is not is refused, and no file is signed', async () => {
  const house = await openHouse();
  await house.state('GB/T 100-2020');
  await expect(exported(house, 'nonsense')).rejects.toMatchObject({
    code: 'seals.kind-unknown',
    details: { kind: 'nonsense', kinds: expect.stringContaining('standard') },
  });
  expect(existsSync(join(folder, 'nonsense.guiju'))).toBe(false);
  expect(await exported(house, 'standard')).toBe(0);
  expect(existsSync(join(folder, 'standard.guiju'))).toBe(true);
});
