import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from './database.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-settings-'));

function mistakesOf(environment: Readonly<Record<string, string>>, yaml?: string): string {
  const file = join(folder, 'guiju.yaml');
  if (yaml !== undefined) writeFileSync(file, yaml);
  try {
    readSettings({ ...environment, ...(yaml === undefined ? {} : { GUIJU_SETTINGS: file }) }, '/nowhere');
    return '';
  } catch (error) {
    return error instanceof Error && error.name === 'SettingsError' ? error.message : `fault: ${String(error)}`;
  }
}

describe('a wrong setting is named with what is expected, in both languages', () => {
  test.each([
    [{ GUIJU_TIME_ZONE: 'Mars/X' }, undefined, 'timeZone (GUIJU_TIME_ZONE) = "Mars/X"', 'Asia/Shanghai'],
    [{ GUIJU_DATABASE_URL: 'mysql://x' }, undefined, 'databaseUrl (GUIJU_DATABASE_URL) = "mysql://x"', 'postgres://'],
    [{ GUIJU_PROFILE: 'planet' }, undefined, 'profile (GUIJU_PROFILE) = "planet"', 'enterprise'],
    [{}, 'backups: { at: "25:99" }', 'backups.at = "25:99"', '23:59'],
    [{}, 'port: many', 'port = "many"', '65535'],
    [{}, 'colour: red', 'colour', 'There is no such setting'],
    [{}, 'a: [', 'line 1', '不是有效的 YAML'],
    [{}, '- a', 'port: 3000', '名称和值'],
  ])('%j %s', (environment, yaml, named, expected) => {
    const text = mistakesOf(environment, yaml);
    expect(text).toContain(named);
    expect(text).toContain(expected);
    expect(text).toMatch(/[一-鿿]/);
    expect(text).not.toMatch(/Invalid|fault| {4}at /);
  });

  test('all mistakes together', () => {
    const text = mistakesOf({ GUIJU_TIME_ZONE: 'Mars/X', GUIJU_DATABASE_URL: 'mysql://me:secret@x' }, 'port: -1');
    for (const name of ['timeZone', 'databaseUrl', 'port']) expect(text).toContain(`  ${name}`);
    expect(text).not.toContain('secret');
  });
});

describe('a server that is not there', () => {
  test('is refused with its address and the reason, without the password', async () => {
    const refused = openDatabase({ url: 'postgres://me:secret@127.0.0.1:1/register' });
    await expect(refused).rejects.toMatchObject({ code: 'foundation.database-not-reachable' });
    await expect(refused).rejects.toMatchObject({ details: { address: 'postgres://me:…@127.0.0.1:1/register' } });
    await expect(refused).rejects.toMatchObject({ details: { reason: expect.stringContaining('ECONNREFUSED') } });
  });

  test('or hangs up is refused as well', async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(openDatabase({ url: `postgres://me@127.0.0.1:${port}/register` })).rejects.toMatchObject({
      code: 'foundation.database-not-reachable',
    });
    server.close();
  });
});
