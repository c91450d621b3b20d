import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emptyDatabase, testDatabase } from '../../../tests/support/test-database.ts';
import { canonicalJson } from '../canonical-json.ts';
import { eventTypes } from '../events.ts';
import { Refusal, refusalMessage } from '../refusal.ts';
import { sql } from '../sql.ts';
import { exportRegister, type RegisterExport, showsOnlyPublic } from './export-register.ts';
import { importRegister, verifyRegisterFile } from './import-register.ts';
import type { ImportedEvent } from './import-rows.ts';
import { sealRefusals } from './refusals.ts';
import {
  emptyHistory,
  homeA,
  homeB,
  keyNumbered,
  record,
  recordAct,
  sampleKey,
  sampleOrigin,
} from './sample-history.ts';
import { storedMember } from './sealed-file.ts';
import { sealer } from './sealer.ts';
import { signNote } from './signed-note.ts';
import { verifyHistory } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-register-'));
const path = join(folder, 'register.jsonl.gz');
const keys = [sampleKey];
const types = eventTypes([
  {
    type: 'sample-registered',
    kind: 'sample',
    schema: 1,
    schemas: {},
    steps: {},
    visibility: { title: 'public', at: 'public', number: 'public' },
    claims: () => ({}),
  },
]);

beforeEach(async () => {
  const { database, seals } = await emptyHistory(100);
  await record(database, [
    { homeId: homeA, streams: 40 },
    { homeId: homeB, streams: 300 },
    { homeId: homeA, data: (at) => ({ title: { zh: '样品' }, at, contact: 'restricted' }) },
    { homeId: homeA, kind: 'other', streams: 3 },
    { homeId: homeB },
    { homeId: homeA, streams: 200 },
    { homeId: homeB, streams: 20 },
  ]);
  await seals.sealNow();
  await record(database, [{ homeId: homeA }]);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function exported(of: Partial<RegisterExport> = {}) {
  const database = await testDatabase();
  return exportRegister({
    database,
    origin: sampleOrigin,
    signer: sampleKey,
    path,
    isPublic: showsOnlyPublic(types),
    ...of,
  });
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => expect.unreachable('the file was accepted'),
    (error: unknown) => (error instanceof Refusal ? error : Promise.reject(error)),
  );
}

describe('a register as one file', () => {
  it('holds the events of its home, proven, and those that show more than is public by hash alone', async () => {
    const manifest = await exported({ homeId: homeA });
    expect(manifest.counts).toEqual({ events: 243, withheld: 1 });
    const { about } = await verifyRegisterFile({ path, keys });
    expect(about).toMatchObject({ origin: sampleOrigin, homeId: homeA, kind: null, treeSize: 565 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const text = gunzipSync(readFileSync(path)).toString('utf8');
    expect(text).not.toContain('restricted');
    expect(text).not.toContain(homeB);
  });

  it.each([
    [{}, { events: 564, withheld: 1 }],
    [{ kind: 'other' }, { events: 3, withheld: 0 }],
    [
      { homeId: homeB, kind: 'sample' },
      { events: 321, withheld: 0 },
    ],
    [{ homeId: '01900000-0000-7000-8000-0000000000ff' }, { events: 0, withheld: 0 }],
    [{ isPublic: () => false }, { events: 0, withheld: 565 }],
  ])('may be chosen by home and kind: %j', async (of, counts) => {
    expect((await exported(of)).counts).toEqual(counts);
    expect((await verifyRegisterFile({ path, keys })).file.manifest.counts).toEqual(counts);
  });

  it('leaves nothing behind when history does not agree with its seals', async () => {
    const database = await testDatabase();
    const undo = new Error('undo');
    const other = join(folder, 'other.jsonl.gz');
    const failing = database.asOwner(async (tx) => {
      await tx.run(
        sql`update event set data = '{"at": 7}' where stream_id = (select stream_id from leaf where leaf_index = 5)`,
      );
      const refused = await refusalOf(
        exported({ path: other, database: { ...database, all: tx.all, first: tx.first } }),
      );
      expect(refused).toMatchObject({ code: 'seals.history-differs', details: { leafIndex: 5 } });
      throw undo;
    });
    await expect(failing).rejects.toBe(undo);
    expect(readdirSync(folder)).not.toContain('other.jsonl.gz');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part') || name.endsWith('.body'))).toEqual([]);
  });

  it('is not made before anything was sealed', async () => {
    const database = await testDatabase();
    const nothing = { ...database, first: async () => undefined };
    expect((await refusalOf(exported({ database: nothing }))).code).toBe('seals.nothing-sealed');
  });
});

describe('a register file that was changed', () => {
  it('is refused wherever one byte of it differs', async () => {
    await exported({ homeId: homeA });
    const whole = readFileSync(path);
    const changedPath = join(folder, 'changed.jsonl.gz');
    // Every byte of the beginning and the end, where the formats have their marks, and many in between.
    const ends = fc.oneof(
      fc.nat(200),
      fc.nat(200).map((place) => whole.length - 1 - place),
      fc.nat(whole.length - 1),
    );
    await fc.assert(
      fc.asyncProperty(ends, fc.integer({ min: 1, max: 255 }), async (place, difference) => {
        const changed = Buffer.from(whole);
        changed[place] = (changed[place] ?? 0) ^ difference;
        writeFileSync(changedPath, changed);
        const { code } = await refusalOf(verifyRegisterFile({ path: changedPath, keys }));
        expect(code).toMatch(/^seals\.file-(unreadable|of-other-kind|not-signed|changed)$/);
      }),
      { numRuns: 600 },
    );
  });

  it('is refused when something was cut off or put at its end', async () => {
    await exported({ homeId: homeA });
    const whole = readFileSync(path);
    for (const changed of [
      whole.subarray(0, -1),
      whole.subarray(0, 500),
      Buffer.concat([whole, Buffer.of(0)]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(path, changed);
      expect((await refusalOf(verifyRegisterFile({ path, keys }))).code).toMatch(/^seals\.file-/);
    }
  });

  /** Changes the lines of the body and packs them again, as somebody would who knows the format but not the key. */
  function repacked(change: (lines: readonly string[]) => readonly string[], sign?: (note: string) => string): void {
    const whole = readFileSync(path);
    const note = whole.subarray(15, 15 + whole.readUInt16LE(11)).toString('utf8');
    const lines = gunzipSync(whole.subarray(15 + whole.readUInt16LE(11) + 8))
      .toString('utf8')
      .split('\n')
      .slice(0, -1);
    const body = gzipSync(`${change(lines).join('\n')}\n`);
    writeFileSync(path, Buffer.concat([storedMember(Buffer.from(sign ? sign(note) : note)), body]));
  }

  it('names the line, the leaf and the event that was changed', async () => {
    await exported({ homeId: homeA });
    let changedEvent = '';
    repacked((lines) =>
      lines.map((line, at) => {
        if (at !== 17) return line;
        changedEvent = /"streamId":"([^"]+)"/.exec(line)?.[1] ?? '';
        return line.replace('"zh":"样品"', '"zh":"样晶"');
      }),
    );
    const refused = await refusalOf(verifyRegisterFile({ path, keys }));
    expect(refused.code).toBe('seals.file-changed');
    expect(refused.problems).toEqual([
      { code: 'seals.file-line-changed', details: { line: 18, leafIndex: 17, event: `${changedEvent}/1` } },
    ]);
    for (const lang of ['en', 'zh-Hans'] as const) {
      for (const problem of refused.problems)
        expect(refusalMessage(sealRefusals, problem, lang).text).toContain(changedEvent);
    }
  });

  it('is refused even when its sender signed a line that was never sealed', async () => {
    const { lines, sign } = forging();
    await exported({ homeId: homeA });
    repacked(
      lines((line, at) => (at === 17 ? line.replace('"zh":"样品"', '"zh":"样晶"') : line)),
      sign,
    );
    const refused = await refusalOf(verifyRegisterFile({ path, keys }));
    expect(refused).toMatchObject({ code: 'seals.file-line-changed', details: { leafIndex: 17 } });
  });

  it.each([
    ['a line left out', (line: string, at: number) => (at === 3 ? undefined : line), 'seals.file-line-changed'],
    ['a hash of the multiproof', (line: string) => line.replace(/"gap":"./, '"gap":"!'), 'seals.file-line-changed'],
    [
      'another leaf hash of a withheld event',
      (line: string) => line.replace(/"withheld":"..../, '"withheld":"0000'),
      'seals.file-root-differs',
    ],
  ])('is refused with %s, though its sender signed it', async (_, change, code) => {
    const { lines, sign } = forging();
    await exported({ homeId: homeA });
    repacked(lines(change), sign);
    expect((await refusalOf(verifyRegisterFile({ path, keys }))).code).toBe(code);
  });

  it('is refused when the count it states is not the count it holds', async () => {
    const { lines, sign } = forging({ counts: { events: 244, withheld: 1 } });
    await exported({ homeId: homeA });
    repacked(
      lines((line) => line),
      sign,
    );
    expect(await refusalOf(verifyRegisterFile({ path, keys }))).toMatchObject({
      code: 'seals.file-count-differs',
      details: { name: 'events', expected: 244, count: 243 },
    });
  });

  /** A sender who signs a manifest that fits the changed lines. */
  function forging(changes: object = {}) {
    let body = Buffer.alloc(0);
    return {
      lines: (change: (line: string, at: number) => string | undefined) => (lines: readonly string[]) => {
        const changed = lines.map(change).filter((line) => line !== undefined);
        body = gzipSync(`${changed.join('\n')}\n`);
        return changed;
      },
      sign: (note: string) => {
        const manifest = JSON.parse(note.slice(0, note.lastIndexOf('\n\n')));
        const bodyHash = hash('sha256', body, 'hex');
        return signNote(`${canonicalJson({ ...manifest, ...changes, bodyHash, bodyBytes: body.length })}\n`, [
          sampleKey,
        ]);
      },
    };
  }

  it('is refused under the key of a stranger', async () => {
    await exported({ signer: keyNumbered(5) });
    expect(await refusalOf(verifyRegisterFile({ path, keys }))).toMatchObject({
      code: 'seals.file-not-signed',
      details: { reason: 'not-signed-by-a-known-key', claimed: keyNumbered(5).text },
    });
  });
});

describe('taking a register in', () => {
  it('writes everything, exactly as it was sealed, and seals it here as well', async () => {
    await exported({ homeId: homeA });
    const database = await emptyDatabase();
    const seen: string[] = [];
    const written = async (_: unknown, events: readonly ImportedEvent[]): Promise<void> => {
      seen.push(...events.map(({ event }) => event.streamId));
    };
    expect(await importRegister({ database, path, keys, written })).toMatchObject({
      events: 243,
      added: 243,
      withheld: 1,
    });
    expect(seen).toHaveLength(243);
    await sealer({ database, origin: 'elsewhere.example', signers: () => [keyNumbered(7)] }).sealNow();
    const report = await verifyHistory({ database, origin: 'elsewhere.example', firstKey: keyNumbered(7) });
    expect(report).toMatchObject({ holds: true, treeSize: 243 });
    expect(await importRegister({ database, path, keys, written })).toMatchObject({ events: 243, added: 0 });
    expect(seen).toHaveLength(243);
  });

  it('writes nothing when one byte was changed', async () => {
    const { database, seals } = await emptyHistory();
    await record(database, [{ streams: 50 }]);
    await seals.sealNow();
    await exported();
    const whole = readFileSync(path);
    whole[whole.length - 100] = (whole[whole.length - 100] ?? 0) ^ 1;
    writeFileSync(path, whole);
    const elsewhere = await emptyDatabase();
    expect((await refusalOf(importRegister({ database: elsewhere, path, keys }))).code).toBe('seals.file-changed');
    expect(await elsewhere.all(sql`select from event union all select from act`)).toEqual([]);
  });

  it('adds what is new in a later file, and refuses a past that differs', async () => {
    const { database, seals } = await emptyHistory();
    const [first] = await record(database, [{ streams: 50 }]);
    await seals.sealNow();
    await exported();
    const early = readFileSync(path);
    await record(database, [{ streams: 5 }]);
    await seals.sealNow();
    await exported();
    const late = readFileSync(path);
    const elsewhere = await emptyDatabase();
    writeFileSync(path, early);
    expect((await importRegister({ database: elsewhere, path, keys })).added).toBe(50);
    writeFileSync(path, late);
    expect((await importRegister({ database: elsewhere, path, keys })).added).toBe(5);
    await elsewhere.asOwner((tx) =>
      tx.run(sql`update event set leaf_hash = sha256(leaf_hash) where stream_id = ${first?.streamId}`),
    );
    expect(await refusalOf(importRegister({ database: elsewhere, path, keys }))).toMatchObject({
      code: 'seals.register-forks',
      details: { ...first },
    });
  });

  it('writes nothing when what follows from the events is refused', async () => {
    const { database, seals } = await emptyHistory();
    await database.transaction((tx) => recordAct(tx, {}));
    await seals.sealNow();
    await exported();
    const elsewhere = await emptyDatabase();
    const refusing = importRegister({
      database: elsewhere,
      path,
      keys,
      written: () => Promise.reject(new Error('number already held')),
    });
    await expect(refusing).rejects.toThrow('number already held');
    expect(await elsewhere.all(sql`select from event`)).toEqual([]);
  });
});
