import { hash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../tests/support/test-database.ts';
import { canonicalJson } from '../canonical-json.ts';
import { refusalMessage } from '../refusal.ts';
import { sql } from '../sql.ts';
import { verifyRegisterFile } from './import-register.ts';
import { keySuccession, sealingKeyReplaced } from './keys.ts';
import { sealRefusals } from './refusals.ts';
import { emptyHistory, homeA, homeB, keyNumbered, record, sampleKey, sampleOrigin } from './sample-history.ts';
import { exported, folder, keys, path, refusalOf, twoHomes } from './sample-register.ts';
import { storedMember } from './sealed-file.ts';
import { sealer } from './sealer.ts';
import { type NoteKey, signNote } from './signed-note.ts';

beforeEach(twoHomes);
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

  it('signed by a successor is accepted by readers who know only the key before, when the hand-over is in the file', async () => {
    const { database, seals } = await emptyHistory();
    const [second, third, stranger] = [keyNumbered(2), keyNumbered(3), keyNumbered(4)];
    const handOver = (succession: string) => ({ type: sealingKeyReplaced, data: () => ({ succession }) });
    await record(database, [
      { homeId: homeB, streams: 5 },
      // A register taken in from elsewhere brings a change of its own key.
      { homeId: homeA, ...handOver(keySuccession(keyNumbered(7), keyNumbered(8))) },
      { homeId: homeA, ...handOver(keySuccession(sampleKey, second)) },
      { homeId: homeA, ...handOver(keySuccession(second, third)) },
    ]);
    await sealer({ database, origin: sampleOrigin, signers: () => [third] }).sealNow();
    expect(await seals.sealNow()).toBe(0);
    const counts = async (of: Parameters<typeof exported>[0], known: NoteKey) => {
      await exported(of);
      return (await verifyRegisterFile({ path, keys: [known] })).file.manifest.counts;
    };
    const isPublic = () => true;
    for (const known of [sampleKey, second, third])
      expect(await counts({ signer: third, homeId: homeB, isPublic }, known)).toEqual({ events: 8, withheld: 0 });
    // The successor must have signed: the key that left office, a stranger, or one without a hand-over in the file does not do.
    const refused = async (of: Parameters<typeof exported>[0], known: NoteKey) =>
      (await refusalOf(counts(of, known))).code;
    expect(await refused({ signer: second, isPublic }, sampleKey)).toBe('seals.file-not-signed');
    expect(await refused({ signer: third, isPublic }, stranger)).toBe('seals.file-not-signed');
    expect(await refused({ signer: third, isPublic: () => false }, sampleKey)).toBe('seals.file-not-signed');
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
