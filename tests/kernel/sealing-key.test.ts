import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { backupCommands } from '../../src/foundation/commands/backup.ts';
import { replaceKeyCommand } from '../../src/foundation/commands/replace-key.ts';
import { keyInOffice, makeNextKey } from '../../src/foundation/key-files.ts';
import type { Console } from '../../src/foundation/part.ts';
import { Refusal } from '../../src/foundation/refusal.ts';
import type { Register } from '../../src/foundation/register.ts';
import { replaceSealingKey } from '../../src/foundation/replace-sealing-key.ts';
import { openCheckpoint } from '../../src/foundation/seals/checkpoint.ts';
import { keySuccession } from '../../src/foundation/seals/keys.ts';
import { type NoteSigner, newKeyFile, noteKey, noteSigner } from '../../src/foundation/seals/signed-note.ts';
import { newestCheckpoint } from '../../src/foundation/seals/tile-store.ts';
import { verifyHistory } from '../../src/foundation/seals/verify.ts';
import { sql } from '../../src/foundation/sql.ts';
import { stateStandard } from '../../src/standards/state-standard.ts';
import { registerIn } from '../support/register-folder.ts';

const folders: string[] = [];
const opened: Register[] = [];
afterEach(async () => {
  for (const register of opened.splice(0)) await register.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty register is made once; each story gets a copy of its folder. */
const emptyRegister = mkdtempSync(join(tmpdir(), 'guiju-keys-'));
beforeAll(async () => (await registerIn(emptyRegister)).close());
afterAll(() => rmSync(emptyRegister, { recursive: true, force: true }));

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'guiju-keys-'));
  folders.push(folder);
  cpSync(emptyRegister, folder, { recursive: true });
  return folder;
};
async function open(folder: string): Promise<Register> {
  const register = await registerIn(folder);
  opened.push(register);
  return register;
}
async function close(register: Register): Promise<void> {
  opened.splice(opened.indexOf(register), 1);
  await register.close();
}

/** Says something of a standard, so that there is something to seal. */
async function state({ deps }: Register, number: string): Promise<void> {
  const statement = {
    ...{ number, titles: [], implementations: [], relations: [], ics: [], ccs: [], topics: [] },
    ...{ issuers: [], organizations: [], drafters: [] },
  };
  await deps.executor.execute(
    stateStandard,
    {
      source: { name: 'fictitious', key: number, statedOn: '2026-01-31', rank: 10 },
      contentHash: number,
      statement,
    },
    { actor: deps.operator, key: number },
  );
  await deps.sealer.sealNow();
}

/** Runs a command as the command line does, and answers what it printed. */
async function run(register: Register, args: readonly string[], options: Record<string, string | boolean> = {}) {
  const printed: string[] = [];
  const console: Console = {
    print: (text) => printed.push(text),
    error: (text) => printed.push(text),
    progress: () => ({ at: () => {}, end: () => {} }),
    lang: 'en',
    folder: '/',
  };
  const [name = '', ...rest] = args;
  const command = [replaceKeyCommand, ...backupCommands([])].find((one) => one.name === name);
  if (command?.needs !== 'register') throw new Error(`There is no command ${name}.`);
  expect(await command.run({ args: rest, options }, console, register.deps)).toBe(0);
  return printed.join('\n');
}

const verified = ({ deps }: Register, outside?: string) =>
  verifyHistory({
    database: deps.database,
    origin: deps.installation.origin,
    firstKey: deps.sealingKeys.first,
    homeId: deps.installation.homeId,
    ...(outside === undefined ? {} : { outside }),
  });

const newestNote = async ({ deps }: Register): Promise<string> => (await newestCheckpoint(deps.database))?.note ?? '';
async function signersOfNewest(register: Register, among: readonly NoteSigner[]): Promise<readonly string[]> {
  return openCheckpoint(await newestNote(register), among).signedBy.map((key) => key.id);
}
const keyFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith('sealing.'))
    .sort();

describe('the sealing key is replaced', () => {
  it('by an act that the old key signs; both sign the next checkpoint, the new one alone those after it', async () => {
    const folder = newFolder();
    const register = await open(folder);
    await state(register, 'YY/T 9001-2024');
    const kept = await newestNote(register);
    const old = keyInOffice(folder);

    const told = JSON.parse(await run(register, ['replace-key'], { json: true, basis: 'key rules, section 7' }));
    const next = keyInOffice(folder);
    expect(told).toMatchObject({ old: old.text, new: next.text, kept: join(folder, `sealing.${old.id}.key`) });
    expect(keyFiles(folder)).toEqual([`sealing.${old.id}.key`, 'sealing.first-key', 'sealing.key'].sort());
    expect(readFileSync(told.kept, 'utf8')).toContain(old.id);
    for (const file of ['sealing.key', `sealing.${old.id}.key`])
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(await signersOfNewest(register, [old, next])).toEqual([old.id, next.id]);
    expect(
      await register.deps.database.all(sql`select basis from act where command = 'foundation.replace-sealing-key'`),
    ).toEqual([{ basis: 'key rules, section 7' }]);

    await state(register, 'YY/T 9002-2024');
    expect(await signersOfNewest(register, [old, next])).toEqual([next.id]);
    // A checkpoint that somebody kept from before still confirms the history across the change.
    expect(await verified(register, kept)).toMatchObject({ holds: true, checkpoints: 3 });
    expect(register.deps.sealingKeys.first.id).toBe(old.id);
    expect(register.deps.sealingKeys.signers().map((key) => key.id)).toEqual([next.id]);
  });

  it('more than once, each key handing over to the next', async () => {
    const folder = newFolder();
    const register = await open(folder);
    const first = keyInOffice(folder);
    await run(register, ['replace-key']);
    const second = keyInOffice(folder);
    expect(await run(register, ['replace-key'])).toContain(`${second.id} has handed over to ${keyInOffice(folder).id}`);
    await state(register, 'YY/T 9001-2024');
    expect(await verified(register)).toMatchObject({ holds: true, findings: [] });
    expect(keyFiles(folder)).toEqual(
      [`sealing.${first.id}.key`, `sealing.${second.id}.key`, 'sealing.first-key', 'sealing.key'].sort(),
    );
  });

  it('by nobody but the operator, and only with the signature of the key in office', async () => {
    const folder = newFolder();
    const { deps } = await open(folder);
    const stranger = noteSigner(newKeyFile(deps.installation.origin, new Uint8Array(32).fill(9)));
    const next = noteSigner(newKeyFile(deps.installation.origin, new Uint8Array(32).fill(8)));
    const replace = (signer: NoteSigner, actor = deps.operator) =>
      deps.executor
        .execute(
          replaceSealingKey,
          { first: deps.sealingKeys.first.text, succession: keySuccession(signer, next) },
          { actor, key: deps.random.uuid() },
        )
        .then(
          () => 'accepted',
          (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
        );
    expect(await replace(stranger)).toBe('seals.key-not-in-office');
    expect(await replace(keyInOffice(folder), deps.publicDesk)).toBe('access.not-permitted');
    expect(await replace(keyInOffice(folder))).toBe('accepted');
    // The same key has left office and can hand nothing over any more.
    expect(await replace(keyInOffice(folder))).toBe('seals.key-not-in-office');
  });

  it('not at all when the new key cannot be written', async () => {
    const folder = newFolder();
    const register = await open(folder);
    const key = readFileSync(join(folder, 'sealing.key'), 'utf8');
    // A folder in the place of the file fails like a full disk, also for a user who may write everywhere.
    const blocked = { ...register.deps.random, bytes: () => Buffer.alloc(32, 7) };
    const { id } = noteSigner(newKeyFile(register.deps.installation.origin, blocked.bytes()));
    mkdirSync(join(folder, `sealing.${id}.next-key`, 'in-the-way'), { recursive: true });
    const failing = { ...register, deps: { ...register.deps, random: blocked } };
    await expect(run(failing, ['replace-key'])).rejects.toMatchObject({ code: 'seals.key-not-written' });
    expect(readFileSync(join(folder, 'sealing.key'), 'utf8')).toBe(key);
    await state(register, 'YY/T 9001-2024');
    expect((await verified(register)).holds).toBe(true);
  });
});

describe('a replacement broken off', () => {
  it('before its act leaves the old key in office, and the new one set aside until the next replacement', async () => {
    const folder = newFolder();
    const before = await open(folder);
    const old = keyInOffice(folder);
    const never = makeNextKey(folder, before.deps.installation.origin, before.deps.random);
    await close(before);

    const register = await open(folder);
    expect(keyInOffice(folder).id).toBe(old.id);
    await state(register, 'YY/T 9001-2024');
    expect(await signersOfNewest(register, [old, never])).toEqual([old.id]);
    expect(keyFiles(folder)).toContain(`sealing.${never.id}.next-key`);
    await run(register, ['replace-key']);
    expect(keyFiles(folder)).toEqual([`sealing.${old.id}.key`, 'sealing.first-key', 'sealing.key'].sort());
    expect(keyInOffice(folder).id).not.toBe(never.id);
    expect((await verified(register)).holds).toBe(true);
  });

  it('after its act is finished at the next start', async () => {
    const folder = newFolder();
    const before = await open(folder);
    const [old, next] = await actWithoutFiles(before, folder);
    expect(keyInOffice(folder).id).toBe(old.id);
    await close(before);

    const register = await open(folder);
    expect(keyInOffice(folder).id).toBe(next.id);
    expect(existsSync(join(folder, `sealing.${old.id}.key`))).toBe(true);
    await register.deps.sealer.sealNow();
    expect(await signersOfNewest(register, [old, next])).toEqual([old.id, next.id]);
    expect((await verified(register)).holds).toBe(true);
  });

  it('after its act does not stop a server that goes on: the sealer signs with the key the log names', async () => {
    const folder = newFolder();
    const register = await open(folder);
    const [old, next] = await actWithoutFiles(register, folder);
    await state(register, 'YY/T 9001-2024');
    await state(register, 'YY/T 9002-2024');
    expect(await signersOfNewest(register, [old, next])).toEqual([next.id]);
    expect((await verified(register)).holds).toBe(true);
  });

  /** What is left when the process is killed between the commit and the renaming of the files. */
  async function actWithoutFiles({ deps }: Register, folder: string): Promise<readonly [NoteSigner, NoteSigner]> {
    const old = keyInOffice(folder);
    const next = makeNextKey(folder, deps.installation.origin, deps.random);
    const input = { first: deps.sealingKeys.first.text, succession: keySuccession(old, next) };
    await deps.executor.execute(replaceSealingKey, input, { actor: deps.operator, key: deps.random.uuid() });
    return [old, next];
  }
});

describe('with a replaced key', () => {
  it('a backup made before the change restores with the old key, one made after it with the new', async () => {
    const folder = newFolder();
    const register = await open(folder);
    await state(register, 'YY/T 9001-2024');
    const old = keyInOffice(folder);
    const [early, late] = [join(newFolder(), 'early.guiju-backup'), join(newFolder(), 'late.guiju-backup')];
    await run(register, ['backup', early]);
    await run(register, ['replace-key']);
    await run(register, ['backup', late]);
    const next = keyInOffice(folder);
    for (const [file, key] of [
      [early, old],
      [late, next],
    ] as const) {
      const restoredIn = newFolder();
      const empty = await open(restoredIn);
      // Readers who know only the old key open both: the later backup holds the hand-over.
      await run(empty, ['restore', file], { key: old.text });
      await close(empty);
      const restored = await open(restoredIn);
      expect(keyInOffice(restoredIn).id).toBe(key.id);
      await state(restored, 'YY/T 9003-2024');
      expect(await signersOfNewest(restored, [old, next])).toEqual([key.id]);
      expect((await verified(restored)).holds).toBe(true);
      await close(restored);
    }
  });

  it('a folder that has lost its key says so instead of going on with a strange one', async () => {
    const folder = newFolder();
    const register = await open(folder);
    await run(register, ['replace-key']);
    await close(register);
    rmSync(join(folder, 'sealing.key'));
    await expect(registerIn(folder)).rejects.toMatchObject({ code: 'seals.key-missing' });
  });

  it('a strange key in the place of the one in office signs nothing', async () => {
    const folder = newFolder();
    const register = await open(folder);
    await run(register, ['replace-key']);
    rmSync(join(folder, 'sealing.key'));
    await expect(state(register, 'YY/T 9001-2024')).rejects.toMatchObject({ code: 'seals.key-missing' });
    expect(noteKey(register.deps.sealingKeys.first.text).id).toHaveLength(8);
  });
});
