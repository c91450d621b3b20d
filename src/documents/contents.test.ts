import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actorAs, aDocument, type DocumentDesk, documentDesk, visitorAs } from '../../tests/support/document-desk.ts';
import { freshDatabase } from '../../tests/support/fresh-database.ts';
import { backupSource, keepRestoredFile, writeBackup } from '../foundation/backups.ts';
import { migrate, readMigrations } from '../foundation/migrations.ts';
import { rebuild } from '../foundation/rebuild.ts';
import { restore } from '../foundation/seals/restore.ts';
import { addVersion } from './add-version.ts';
import { approveVersion } from './approve-version.ts';
import { enterDocument } from './enter-document.ts';
import { contentEraser } from './erase-content.ts';
import { takeContent } from './intake/take-content.ts';
import { approvalsOf, documentVersion } from './queries.ts';
import type { ContentInput } from './standing-document.ts';
import { contentStore, wholeContent } from './store/content-store.ts';
import { checkContents } from './verify-contents.ts';

let desk: DocumentDesk;
beforeEach(async () => {
  desk = await documentDesk();
});
afterEach(() => desk.close());

const text = '1 范围\n本文件规定了样例产品的要求。\n'.repeat(40);

async function entered(
  given: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly id: string; readonly content: ContentInput }> {
  const content = await takeContent(desk, { name: '征求意见稿.txt', bytes: Buffer.from(text) });
  const { events } = await desk.act(enterDocument, aDocument({ content, ...given }));
  return { id: events[0]?.streamId ?? '', content };
}

const isOnDisk = (hash: string): boolean => existsSync(join(desk.settings.data, 'contents', hash.slice(0, 2), hash));
const open = { kind: 'draft-for-comments', access: { opensOn: '2026-06-01' } };

describe('a file', () => {
  test('that is open is sent as a download that nothing can run in, with its hash', async () => {
    const { id, content } = await entered(open);
    const path = `/documents/${id}/versions/${content.hash}/file`;
    const answer = await desk.ask(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe(text);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="document"; filename*=UTF-8''${encodeURIComponent('征求意见稿.txt')}`,
      'content-security-policy': expect.stringContaining('sandbox'),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache, no-transform',
      'content-length': String(content.size),
      etag: `"${content.hash}"`,
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
    // A text is never shown by itself.
    expect((await desk.ask(path.replace(/file$/, 'view'))).headers.get('content-disposition')).toMatch(/^attachment/);
    const known = await desk.ask(path, { headers: { 'if-none-match': `"${content.hash}"` } });
    expect([known.status, await known.text()]).toEqual([304, '']);
  });

  test('is sent in part, and asked about without its bytes', async () => {
    const { id, content } = await entered(open);
    const path = `/documents/${id}/versions/${content.hash}/file`;
    const bytes = Buffer.from(text);
    const ranges: readonly (readonly [string, number, string | null, Buffer])[] = [
      ['bytes=0-9', 206, `bytes 0-9/${content.size}`, bytes.subarray(0, 10)],
      ['bytes=-5', 206, `bytes ${content.size - 5}-${content.size - 1}/${content.size}`, bytes.subarray(-5)],
      [
        `bytes=${content.size - 3}-`,
        206,
        `bytes ${content.size - 3}-${content.size - 1}/${content.size}`,
        bytes.subarray(-3),
      ],
      ['bytes=0-1,5-6', 200, null, bytes],
      ['lines=1-2', 200, null, bytes],
    ];
    for (const [range, status, contentRange, expected] of ranges) {
      const answer = await desk.ask(path, { headers: { range } });
      expect([range, answer.status, answer.headers.get('content-range')]).toEqual([range, status, contentRange]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(expected)).toBe(true);
    }
    const outside = await desk.ask(path, { headers: { range: 'bytes=999999-' } });
    expect(outside.headers.get('content-range')).toBe(`bytes */${content.size}`);
    expect((await desk.ask(path, { headers: { range: 'bytes=0-9', 'if-range': '"another"' } })).status).toBe(200);
    const head = await desk.ask(path, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(content.size),
      '',
    ]);
  });

  test('is for whoever its access rule names, from its day on, and for nobody else by any address', async () => {
    const { id, content } = await entered(open);
    const path = `/documents/${id}/versions/${content.hash}/file`;
    desk.turnTo('2026-05-31');
    for (const door of ['file', 'view']) expect((await desk.ask(path.replace(/file$/, door))).status).toBe(404);
    expect((await desk.ask(path, { as: visitorAs('tc-member') })).status).toBe(404);
    const drafter = await desk.ask(path, { as: visitorAs('drafter') });
    expect([drafter.status, drafter.headers.get('cache-control')]).toEqual([200, 'private, no-store, no-transform']);
    expect((await desk.ask(path, { as: visitorAs('drafter', ['01900000-0000-7000-8000-0000000000c2']) })).status).toBe(
      404,
    );
    desk.turnTo('2026-06-01');
    expect((await desk.ask(path)).status).toBe(200);
  });

  test('of which only the record is open is refused with its rule', async () => {
    const access = { tier: 'national', nature: 'voluntary', adopts: ['IDT'], publishedOn: '2026-06-01' };
    const { id, content } = await entered({ kind: 'published-text', access });
    const answer = await desk.ask(`/documents/${id}/versions/${content.hash}/file?lang=en`);
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { title: expect.stringContaining('Copyright Law') },
    ]);
  });

  test('under a hash that the document does not have is not there, even if another document has it', async () => {
    const { id } = await entered(open);
    const other = await takeContent(desk, { name: 'x', bytes: Buffer.from('geheim') });
    await desk.act(enterDocument, aDocument({ content: other }));
    expect((await desk.ask(`/documents/${id}/versions/${other.hash}/file`)).status).toBe(404);
    expect((await desk.ask(`/documents/${id}/versions/${'0'.repeat(63)}/file`)).status).toBe(404);
  });
});

describe('an erased content', () => {
  test('is gone from the store and every document, its hash stays in a history that verifies, and it does not come back', async () => {
    const { id, content } = await entered(open);
    const twin = await entered(open);
    await desk.act(approveVersion, { document: id, hash: content.hash, rule: 'x' }, actorAs('sac-approver'));
    expect(await contentEraser.erase(desk, { id: content.hash, basis: 'PIPL art. 47' })).toBe(2);
    expect(isOnDisk(content.hash)).toBe(false);
    for (const document of [id, twin.id]) {
      expect((await desk.ask(`/documents/${document}/versions/${content.hash}/file`)).status).toBe(410);
      expect(await documentVersion(desk.database, document, content.hash)).toMatchObject({
        erased: { basis: 'PIPL art. 47' },
        fileName: { state: 'erased' },
      });
    }
    expect(await approvalsOf(desk.database, id)).toMatchObject([{ standing: 'void', because: 'erased' }]);
    const again = await takeContent(desk, { name: 'x', bytes: Buffer.from(text) });
    await expect(desk.act(addVersion, { document: id, content: again })).rejects.toMatchObject({
      code: 'documents.content-was-erased',
    });
    expect(await contentEraser.erase(desk, { id: content.hash, basis: 'again' })).toBe(0);
    expect(isOnDisk(content.hash)).toBe(false);
    await desk.sealer.sealNow();
    expect((await checkContents(desk)).findings).toEqual([]);
    await expect(contentEraser.erase(desk, { id: '0'.repeat(64), basis: 'x' })).rejects.toMatchObject({
      code: 'documents.content-unknown',
    });
  });
});

describe('the contents', () => {
  test('are compared with their hashes, and what is missing or altered is named', async () => {
    const { content } = await entered();
    const other = await takeContent(desk, { name: 'x', bytes: Buffer.from('another') });
    await desk.act(enterDocument, aDocument({ content: other }));
    expect(await checkContents(desk)).toEqual({ checked: 2, findings: [] });
    writeFileSync(join(desk.settings.data, 'contents', content.hash.slice(0, 2), content.hash), 'forged');
    await contentStore(desk).remove(other.hash);
    expect((await checkContents(desk)).findings).toEqual(
      expect.arrayContaining([
        { hash: content.hash, finding: 'altered' },
        { hash: other.hash, finding: 'missing' },
      ]),
    );
  });
});

describe('a backup', () => {
  test('holds the contents, and a restored register has every one of them', async () => {
    const { id, content } = await entered(open);
    await desk.sealer.sealNow();
    const place = mkdtempSync(join(tmpdir(), 'guiju-restored-'));
    const path = join(place, 'a.guiju-backup');
    const manifest = await writeBackup(backupSource(desk, []), path);
    expect(manifest.counts['files']).toBeGreaterThan(1);
    const target = await freshDatabase();
    const migrations = readMigrations(join(import.meta.dirname, '../../migrations'));
    await migrate(target.database, migrations);
    await restore({
      database: target.database,
      path,
      migrations: migrations.map(({ name }) => name),
      keepFile: (file) => keepRestoredFile(place, file),
      rebuild: async () => {
        await rebuild(target.database, { types: desk.types, projections: desk.projections, timeZone: 'Asia/Shanghai' });
      },
    });
    const restored = { ...desk, database: target.database, settings: { ...desk.settings, data: place } };
    expect(await documentVersion(target.database, id, content.hash)).toMatchObject({
      fileName: { text: '征求意见稿.txt' },
    });
    expect((await wholeContent(contentStore(restored), content.hash))?.toString()).toBe(text);
    expect((await checkContents(restored)).findings).toEqual([]);
    await target.end();
    rmSync(place, { recursive: true });
  });

  test('whose content is not what its name says is refused before anything is written', async () => {
    const { content } = await entered();
    writeFileSync(join(desk.settings.data, 'contents', content.hash.slice(0, 2), content.hash), 'forged');
    const path = join(desk.settings.data, 'b.guiju-backup');
    await writeBackup(backupSource(desk, []), path);
    const target = await freshDatabase();
    const migrations = readMigrations(join(import.meta.dirname, '../../migrations'));
    await migrate(target.database, migrations);
    const kept: string[] = [];
    await expect(
      restore({
        database: target.database,
        path,
        migrations: migrations.map(({ name }) => name),
        keepFile: async ({ name }) => void kept.push(name),
        rebuild: async () => {},
      }),
    ).rejects.toMatchObject({ code: 'seals.content-differs' });
    expect(kept).toEqual([]);
    expect(readFileSync(path).length).toBeGreaterThan(0);
    await target.end();
  });
});
