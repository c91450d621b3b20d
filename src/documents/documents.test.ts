import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  aContent,
  actorAs,
  aDocument,
  caseOne,
  type DocumentDesk,
  documentDesk,
  home,
} from '../../tests/support/document-desk.ts';
import { rebuild } from '../foundation/rebuild.ts';
import { sql } from '../foundation/sql.ts';
import { addVersion } from './add-version.ts';
import { approveVersion } from './approve-version.ts';
import { bindScan } from './bind-scan.ts';
import { changeAccess } from './change-access.ts';
import { enterDocument } from './enter-document.ts';
import { approvalsOf, documentAt, documentsOf, documentVersion } from './queries.ts';
import { withdrawDocument } from './withdraw-document.ts';

let desk: DocumentDesk;
beforeEach(async () => {
  desk = await documentDesk();
});
afterEach(() => desk.close());

const first = aContent('1 范围\n本文件规定了样例产品的要求。');
const second = aContent('1 范围\n本文件规定了样例产品的试验方法。');

async function entered(given: Readonly<Record<string, unknown>> = { content: first }): Promise<string> {
  const { events } = await desk.act(enterDocument, aDocument(given));
  return events[0]?.streamId ?? '';
}

const approve = (document: string, hash: string, role = 'tc-chair') =>
  desk.act(approveVersion, { document, hash, rule: '国家标准管理办法' }, actorAs(role));

describe('a document', () => {
  test('is listed with its subject, and each version is found by its hash with the name of its file', async () => {
    const document = await entered();
    await desk.act(addVersion, {
      document,
      content: { ...second, fileName: { ...second.fileName, text: '送审稿 二稿.txt' } },
    });
    expect(await documentsOf(desk.database, caseOne)).toMatchObject([
      {
        id: document,
        homeId: home,
        kind: 'draft-for-review',
        currentNumber: 2,
        currentHash: second.hash,
        withdrawnOn: null,
      },
    ]);
    expect(await documentVersion(desk.database, document, second.hash)).toMatchObject({
      content: { number: 2, by: { organization: home, role: 'tc-secretary' } },
      fileName: { state: 'whole', text: '送审稿 二稿.txt' },
    });
    expect(await documentVersion(desk.database, document, '0'.repeat(64))).toBeUndefined();
    expect(await documentAt(desk.database, 'no identifier')).toBeUndefined();
  });

  test('holds the name of a file nowhere in its events', async () => {
    await entered({ content: { ...first, fileName: { ...first.fileName, text: '张三的稿子.txt' } } });
    const found = await desk.database.all<{ readonly n: number }>(
      sql`select count(*)::int as n from event where data::text like '%张三%' union all select count(*)::int from document_content c where to_jsonb(c)::text like '%张三%'`,
    );
    expect(found.map(({ n }) => n)).toEqual([0, 0]);
  });

  test('gets no version for a content that counts already', async () => {
    const document = await entered();
    expect((await desk.act(addVersion, { document, content: first })).events).toEqual([]);
  });

  test('as it was known before is still listed so', async () => {
    const document = await entered();
    const before = await documentAt(desk.database, document);
    await desk.act(addVersion, { document, content: second });
    const at = before?.state.versions[0]?.enteredAt ?? '';
    expect(await documentsOf(desk.database, caseOne, { at })).toMatchObject([{ currentHash: first.hash }]);
  });

  test('withdrawn takes no version, no approval and no scan any more', async () => {
    const document = await entered();
    await desk.act(withdrawDocument, { document, reason: '录错了项目' });
    for (const [command, input] of [
      [addVersion, { document, content: second }],
      [bindScan, { document, signs: first.hash, content: { ...second, mediaType: 'image/png' } }],
      [changeAccess, { document, access: { choice: 'full' }, reason: 'x' }],
      [withdrawDocument, { document, reason: 'again' }],
    ] as const)
      await expect(desk.act(command, input)).rejects.toMatchObject({ code: 'documents.withdrawn' });
    await expect(approve(document, first.hash)).rejects.toMatchObject({ code: 'documents.withdrawn' });
  });

  test('is made, changed and approved only by who may, for the home concerned', async () => {
    const document = await entered();
    const refused = { code: 'access.not-permitted' };
    await expect(desk.act(enterDocument, aDocument(), actorAs('tc-member'))).rejects.toMatchObject(refused);
    await expect(desk.act(addVersion, { document, content: second }, actorAs('tc-member'))).rejects.toMatchObject(
      refused,
    );
    await expect(approve(document, first.hash, 'drafter')).rejects.toMatchObject(refused);
    const elsewhere = { ...aDocument(), home: '01900000-0000-7000-8000-0000000000c2' };
    await expect(desk.act(enterDocument, elsewhere)).rejects.toMatchObject(refused);
    await expect(desk.act(addVersion, { document: home, content: first })).rejects.toMatchObject({
      code: 'documents.not-found',
    });
  });

  test('has rows that a rebuild makes the same', async () => {
    const document = await entered();
    await desk.act(addVersion, { document, content: second });
    await desk.act(bindScan, {
      document,
      signs: second.hash,
      content: { ...aContent('scan'), mediaType: 'application/pdf' },
    });
    await desk.act(changeAccess, { document, access: { publishedOn: '2026-06-01' }, reason: 'published' });
    const rows = () =>
      desk.database.all(
        sql`select to_jsonb(d) as row from document d union all select to_jsonb(c) from document_content c order by 1`,
      );
    const before = await rows();
    await rebuild(desk.database, { types: desk.types, projections: desk.projections, timeZone: 'Asia/Shanghai' });
    expect(await rows()).toEqual(before);
    expect(before.length).toBeGreaterThan(4);
  });
});

describe('an approval', () => {
  test('holds for the content it names, and is void as soon as another one counts', async () => {
    const document = await entered();
    await approve(document, first.hash);
    expect(await approvalsOf(desk.database, document)).toMatchObject([
      { standing: 'holds', hash: first.hash, currentHash: first.hash, by: { role: 'tc-chair' } },
    ]);
    await desk.act(addVersion, { document, content: second });
    const [approval] = await approvalsOf(desk.database, document);
    const held = await documentAt(desk.database, document);
    expect(approval).toMatchObject({
      standing: 'void',
      because: 'changed',
      hash: first.hash,
      approvedNumber: 1,
      currentHash: second.hash,
      currentNumber: 2,
      since: held?.state.versions[1]?.enteredAt,
    });
  });

  test('holds again when exactly the approved content counts again', async () => {
    const document = await entered();
    await approve(document, first.hash);
    await desk.act(addVersion, { document, content: second });
    await desk.act(addVersion, { document, content: first });
    expect(await approvalsOf(desk.database, document)).toMatchObject([{ standing: 'holds', approvedNumber: 3 }]);
  });

  test('is void when the document is withdrawn', async () => {
    const document = await entered();
    await approve(document, first.hash);
    await desk.act(withdrawDocument, { document, reason: 'x' });
    expect(await approvalsOf(desk.database, document)).toMatchObject([{ standing: 'void', because: 'withdrawn' }]);
  });

  test('is refused for a content that does not count, and made once by one body', async () => {
    const document = await entered();
    await expect(approve(document, second.hash)).rejects.toMatchObject({
      code: 'documents.not-the-current-version',
      details: { current: first.hash },
    });
    await approve(document, first.hash);
    expect((await approve(document, first.hash)).events).toEqual([]);
    await approve(document, first.hash, 'department-approver');
    expect(await approvalsOf(desk.database, document)).toHaveLength(2);
  });
});

describe('a sealed and signed scan', () => {
  const scan = { ...aContent('a picture'), mediaType: 'application/pdf' };

  test('stays bound to the text it signs when another takes its place', async () => {
    const document = await entered();
    await desk.act(bindScan, { document, signs: first.hash, content: scan });
    await desk.act(addVersion, { document, content: second });
    expect((await documentAt(desk.database, document))?.state.scans).toMatchObject([
      { signs: first.hash, hash: scan.hash },
    ]);
    expect((await desk.act(bindScan, { document, signs: first.hash, content: scan })).events).toEqual([]);
  });

  test('is refused for a text that the document never had, and when it is no picture', async () => {
    const document = await entered();
    await expect(desk.act(bindScan, { document, signs: second.hash, content: scan })).rejects.toMatchObject({
      code: 'documents.version-unknown',
    });
    await expect(desk.act(bindScan, { document, signs: first.hash, content: second })).rejects.toMatchObject({
      code: 'documents.scan-not-a-picture',
    });
  });
});
