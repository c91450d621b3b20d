import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyStandardsApp, type StandardsApp } from '../../../tests/support/standards-app.ts';
import { verifyProofCommand } from '../../foundation/commands/verify-proof.ts';
import { checkProofFile } from '../../foundation/seals/proof-file.ts';
import { newKeyFile, noteSigner } from '../../foundation/seals/signed-note.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-proofs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let house: StandardsApp;
let files: { readonly record: string; readonly list: string; readonly listProof: string; readonly print: string };

const textAt = async (path: string, accept = 'application/json') =>
  (await house.get(path, { accept, 'accept-language': 'en' })).text();

beforeAll(async () => {
  house = await emptyStandardsApp();
  for (const number of ['GB 1-2020', 'GB 2-2020', 'GB 3-2020', 'GB 4-2020', 'GB 5-2020']) await house.state(number);
  await house.seal();
  const body = new FormData();
  body.set('numbers', 'GB 2-2020\nGB 5-2020\nGB 9-2020');
  const sent = await house.app.request('http://localhost:3000/check-list', { method: 'POST', body });
  const path = sent.headers.get('location') ?? '';
  files = {
    record: await textAt('/standards/GB-3-2020/proof.json'),
    list: await textAt(`${path}.json`),
    listProof: await textAt(`${path}/proof.json`),
    print: (await textAt(`${path}/print`, 'text/html')).replaceAll(/<[^>]+>/g, ' '),
  };
});

interface Told {
  readonly resultHash: string;
  readonly firstKey: string;
  readonly checkpoint: string;
  readonly treeSize: number;
  readonly list: string;
  readonly origin: string;
  readonly leaves: readonly { readonly leafHash: string; readonly entry: string; readonly proof: readonly string[] }[];
  readonly gaps: readonly (readonly string[])[];
}

const told = (text: string): Told => JSON.parse(text);
const otherDigit = (hash: string) => (hash.startsWith('0') ? `1${hash.slice(1)}` : `0${hash.slice(1)}`);
const codes = (proof: string, list?: string) =>
  checkProofFile({ proof: JSON.parse(proof), ...(list === undefined ? {} : { list: JSON.parse(list) }) }).findings.map(
    ({ code }) => code,
  );

describe('a proof that was taken away', () => {
  test('of a standard holds, and names the part that was changed', () => {
    const { record } = files;
    const [leaf] = told(record).leaves;
    const changed = (was: string) => codes(record.replace(was, otherDigit(was)));
    expect(codes(record)).toEqual([]);
    expect(codes(record.replace('GB 3-2020\\"', 'GB 4-2020\\"'))).toEqual(['seals.proof-leaf-changed']);
    expect(changed(leaf?.leafHash ?? '')).toEqual(['seals.proof-leaf-changed']);
    expect(changed(leaf?.proof[0] ?? '')).toEqual(['seals.proof-path-changed']);
    expect(codes(record.replace('settled 20', 'settled 19'))).toEqual(['seals.proof-not-signed']);
    const signature = /— \S+ (\S+)\n/.exec(told(record).checkpoint)?.[1] ?? '';
    const at = signature.length - 10;
    const forged = `${signature.slice(0, at)}${signature[at] === 'A' ? 'B' : 'A'}${signature.slice(at + 1)}`;
    expect(codes(record.replace(signature, forged))).toEqual(['seals.proof-not-signed']);
    expect(codes(record.replace(/"treeSize": \d+/, '"treeSize": 3000'))).toContain('seals.proof-other-checkpoint');
    expect(codes('{"leaves":[]}')).toEqual(['seals.proof-not-understood']);
  });

  test('of a checked list holds with its list, and names the part that was changed', () => {
    const { list, listProof } = files;
    const { leaves, gaps } = told(listProof);
    const changed = (was: string) => codes(listProof.replace(was, otherDigit(was)), list);
    expect(codes(listProof, list)).toEqual([]);
    expect(codes(listProof, list.replace('"row":2', '"row":7'))).toEqual(['seals.list-changed']);
    expect(codes(listProof, list.replace('not-in-register', 'found'))).toEqual(['seals.list-changed']);
    expect(changed(leaves[0]?.leafHash ?? '')).toEqual(['seals.proof-leaves-changed']);
    expect(changed(gaps.flat()[0] ?? '')).toEqual(['seals.proof-leaves-changed']);
    expect(codes(listProof.replace('settled 20', 'settled 19'), list)).toEqual(['seals.proof-not-signed']);
    expect(codes(files.record, list)).toEqual(['seals.list-not-understood']);
  });

  test('is refused where another key than the published one signed it', () => {
    const stranger = noteSigner(newKeyFile('register.example', new Uint8Array(32).fill(9)));
    const proof: unknown = JSON.parse(files.record);
    expect(checkProofFile({ proof, key: stranger }).findings).toMatchObject([{ code: 'seals.proof-not-signed' }]);
    expect(checkProofFile({ proof, key: house.deps.sealingKeys.first }).findings).toEqual([]);
  });

  test('is checked by a command that needs no register', async () => {
    writeFileSync(join(folder, 'proof.json'), files.listProof);
    writeFileSync(join(folder, 'list.json'), files.list);
    writeFileSync(join(folder, 'false.json'), files.list.replace('GB 2-2020', 'GB 2-2021'));
    const run = async (list: string) => {
      const printed: string[] = [];
      const print = (line: string) => printed.push(line);
      const console = {
        print,
        error: print,
        progress: () => ({ at: () => {}, end: () => {} }),
        lang: 'en',
        folder,
      } as const;
      if (verifyProofCommand.needs !== 'nothing') throw new Error('This command needs nothing.');
      const key = house.deps.sealingKeys.first.text;
      const status = await verifyProofCommand.run({ args: ['proof.json'], options: { list, key } }, console);
      return { status, printed: printed.join('\n') };
    };
    const held = await run('list.json');
    expect(held).toMatchObject({ status: 0, printed: expect.stringContaining('The proof holds: 2 leaves') });
    expect(held.printed).toContain(told(files.listProof).resultHash);
    expect(await run('false.json')).toMatchObject({
      status: 1,
      printed: expect.stringContaining('the list was changed'),
    });
    await expect(run('missing.json')).rejects.toThrow('seals.proof-not-readable');
  });
});

test('a printed list names its address, its log and where the way to verify it stands', () => {
  const { list, origin, resultHash, treeSize } = told(files.listProof);
  const address = `http://localhost:3000/check-list/${list}`;
  for (const part of [`list ${list}`, address, `log ${origin}`, resultHash, `checkpoint ${treeSize}`, '/verify'])
    expect(files.print).toContain(part);
});

test('the page on verifying says how, in both languages', async () => {
  const page = await textAt('/verify', 'text/html');
  expect(page).toContain('verify-proof proof.json --list list.json');
  expect(page).toContain('RFC 8785');
  expect(await textAt('/verify?lang=zh-Hans', 'text/html')).toContain('规范 JSON');
});
