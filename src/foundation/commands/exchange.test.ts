import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openHouse } from '../../../tests/support/public-desk.ts';
import type { Deps } from '../part.ts';
import { exportCommand } from './exchange.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-export-'));

async function exported(deps: Deps, options: { readonly kind?: string; readonly home?: string }): Promise<number> {
  if (exportCommand.needs !== 'register') throw new Error('It needs a register.');
  const progress = () => ({ at: () => {}, end: () => {} });
  const console = { print: () => {}, error: () => {}, progress, lang: 'en', folder } as const;
  return exportCommand.run({ args: [fileOf(options)], options }, console, deps);
}

function fileOf({ kind, home }: { readonly kind?: string; readonly home?: string }): string {
  return `${kind ?? 'all'}-${home ?? 'all'}.guiju`;
}

function numbersIn(file: string): readonly string[] {
  const lines = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
  return [...new Set(lines.match(/(?<="number":")[^"]+/g))];
}

test('a kind of thing that there is not is refused, and no file is signed', async () => {
  const house = await openHouse();
  await house.state('GB/T 100-2020');
  await expect(exported(house, { kind: 'nonsense' })).rejects.toMatchObject({
    code: 'seals.kind-unknown',
    details: { kind: 'nonsense', kinds: expect.stringContaining('standard') },
  });
  expect(existsSync(join(folder, 'nonsense-all.guiju'))).toBe(false);
  expect(await exported(house, { kind: 'standard' })).toBe(0);
  expect(existsSync(join(folder, 'standard-all.guiju'))).toBe(true);
});

test('a home is named by the code of its organization; one that there is not is refused, and no file is signed', async () => {
  const house = await openHouse();
  await house.state('GB/T 100-2020');
  await house.state('YY/T 1234-2020');
  await expect(exported(house, { home: 'nobody' })).rejects.toMatchObject({
    code: 'seals.home-unknown',
    details: { home: 'nobody' },
  });
  expect(existsSync(join(folder, 'all-nobody.guiju'))).toBe(false);
  expect(await exported(house, { home: 'CN-YY' })).toBe(0);
  expect(numbersIn('all-CN-YY.guiju')).toEqual(['YY/T 1234-2020']);
});
