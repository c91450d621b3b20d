import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { openCheckpoint } from '../../src/foundation/seals/checkpoint.ts';
import { successorOf } from '../../src/foundation/seals/keys.ts';
import { noteKey } from '../../src/foundation/seals/signed-note.ts';
import { closeBrowser, visitor } from '../support/browser.ts';
import { guiju } from '../support/command.ts';

const samples = join(import.meta.dirname, '../../founding/samples');
afterAll(closeBrowser);

it('an untidy workbook with five broken rows is imported beside the running server, and its standards are found', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'guiju-import-')), 'standards.xlsx');
  copyFileSync(join(samples, 'association-standards.xlsx'), file);
  const first = await guiju('import', 'standards', file, '--json');
  const report = JSON.parse(first.out);
  expect(report).toMatchObject({ written: 40, rejected: 5 });
  expect(first.status).toBe(1);
  const rejects = readFileSync(`${file}.rejects.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(new Set(rejects.map((reject) => reject.row)).size).toBe(5);
  for (const reject of rejects)
    expect(reject).toMatchObject({
      code: expect.any(String),
      reason: { en: expect.any(String), 'zh-Hans': expect.any(String) },
    });
  const again = JSON.parse((await guiju('import', 'standards', file, '--json')).out);
  expect(again).toMatchObject({ written: 0, unchanged: 40, events: 0 });
});

it('the register verifies while the server runs', async () => {
  const verified = await guiju('verify');
  expect(verified.out).toContain('nobody rewrote history');
  expect(verified.status).toBe(0);
});

it('the sealing key is replaced beside the running server, and readers are led from the old key to the new', async () => {
  const page = async (path: string): Promise<string> => (await fetch(`${inject('address')}${path}`)).text();
  const [old = ''] = (await page('/log/key')).split('\n');
  const kept = join(mkdtempSync(join(tmpdir(), 'guiju-checkpoint-')), 'checkpoint');
  writeFileSync(kept, await page('/log/checkpoint'));
  const replaced = await guiju('replace-key', '--json');
  expect(replaced.status).toBe(0);
  const { succession, new: next } = JSON.parse(replaced.out);
  expect(successorOf(noteKey(old), succession).text).toBe(next);
  expect(await page('/log/key')).toBe(`${old}\n\n${succession}`);
  const signedBy = openCheckpoint(await page('/log/checkpoint'), [noteKey(old), noteKey(next)]).signedBy;
  expect(signedBy.map((key) => key.text)).toEqual([old, next]);
  const verified = await guiju('verify', '--checkpoint', kept);
  expect(verified.out).toContain('nobody rewrote history');
  expect(verified.status).toBe(0);
});

it('id, search, show and check-list answer at the command line', async () => {
  expect((await guiju('id', 'gb9706.1')).out).toContain('GB 9706.1');
  expect((await guiju('search', 'medical device', '--limit', '3')).out).toMatch(/medical device/i);
  expect(JSON.parse((await guiju('show', 'GB 9706.1-2020', '--as-of', '2010-01-01', '--json')).out)).toMatchObject({
    status: { code: 'notYetPublished' },
  });
  const out = join(mkdtempSync(join(tmpdir(), 'guiju-list-')), 'list.xlsx');
  const checked = await guiju('check-list', join(samples, 'standards-in-a-document.docx'), '--out', out, '--json');
  // Thirty of them are misspelt on purpose: these are told, not passed over.
  const { total, hashed } = JSON.parse(checked.out);
  expect(total).toBe(300);
  expect(hashed.rows).toHaveLength(total);
  expect(readFileSync(out).length).toBeGreaterThan(5_000);
});

it('a list of 300 numbers in a document is checked without an account', async () => {
  const reader = await visitor();
  await reader.visit('/check-list');
  await reader.page.setInputFiles('input[type=file]', join(samples, 'standards-in-a-document.docx'));
  await reader.page.click(
    'main form:not([role=search]) button[type=submit], main form:not([role=search]) button:not([type])',
  );
  await reader.page.waitForLoadState();
  const text = await reader.page.locator('main').innerText();
  expect(text).toMatch(/In force|Superseded/);
  expect(reader.page.url()).toMatch(/\/check-list\/[\w-]{20,}/);
  await reader.leave();
});
