import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { actorAs, aDocument, type DocumentDesk, documentDesk, visitorAs } from '../../tests/support/document-desk.ts';
import type { Visitor } from '../foundation/actor.ts';
import { addVersion } from './add-version.ts';
import { approveVersion } from './approve-version.ts';
import { enterDocument } from './enter-document.ts';
import { takeContent } from './intake/take-content.ts';

let desk: DocumentDesk;
beforeEach(async () => {
  desk = await documentDesk();
});
afterEach(() => desk.close());

const taken = (text: string, name = '送审稿.txt') => takeContent(desk, { name, bytes: Buffer.from(text) });
const firstText = '1 范围\n本文件规定了样例产品的要求。\n2 电压\n额定电压为220 V。';
const secondText = '1 范围\n本文件规定了样例产品的要求。\n2 电压\n额定电压为380 V。';

async function entered(given: Readonly<Record<string, unknown>> = {}, text = firstText) {
  const content = await taken(text);
  const { events } = await desk.act(enterDocument, aDocument({ content, ...given }));
  return { id: events[0]?.streamId ?? '', hash: content.hash };
}

const html = { accept: 'text/html' };
async function page(
  path: string,
  as?: Visitor,
): Promise<{ readonly status: number; readonly text: string; readonly answer: Response }> {
  const answer = await desk.ask(path, { headers: html, ...(as ? { as } : {}) });
  return { status: answer.status, text: await answer.text(), answer };
}

function form(values: Readonly<Record<string, string | File>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}
const file = (bytes: string | Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);
const secretary = visitorAs('tc-secretary');

describe('the page of a document', () => {
  test('says what counts, who may read it and by which rule, in both languages', async () => {
    const { id, hash } = await entered({ kind: 'draft-for-comments', access: { opensOn: '2026-06-01' } });
    const chinese = await page(`/documents/${id}?lang=zh-Hans`);
    expect(chinese.status).toBe(200);
    for (const words of ['第 1 版有效', '征求意见稿', '期满后仍可阅读', '《标准化法》第十五条', hash, '送审稿.txt'])
      expect(chinese.text).toContain(words);
    const english = await page(`/documents/${id}?lang=en`);
    for (const words of ['Version 1 counts.', 'Standardization Law, art. 15', 'Open since', 'Draft for comments'])
      expect(english.text).toContain(words);
    expect(english.text).not.toContain('<form');
    expect(english.answer.headers.get('cache-control')).toBe('no-cache');
  });

  test("that is nobody's shows itself to whom the rule names, and to others is not there, at every address", async () => {
    const { id, hash } = await entered();
    for (const path of [
      '',
      `/versions/${hash}`,
      `/versions/${hash}/file`,
      `/versions/${hash}/view`,
      `/compare/${hash}/${hash}`,
      `/compare/${hash}/${hash}/changes.txt`,
    ]) {
      for (const as of [
        undefined,
        visitorAs('provincial-officer'),
        visitorAs('tc-member', ['01900000-0000-7000-8000-0000000000c2']),
      ]) {
        const found = await page(`/documents/${id}${path}`, as);
        expect([path, found.status]).toEqual([path, 404]);
        expect(found.text).not.toContain('送审稿）');
      }
      expect((await page(`/documents/${id}${path}`, visitorAs('tc-member'))).status).toBe(200);
    }
    expect((await desk.ask(`/api/v1/documents/${id}`)).status).toBe(404);
    const own = await desk.ask(`/api/v1/documents/${id}`, { as: visitorAs('tc-member') });
    expect(await own.json()).toMatchObject({ versions: [{ hash }], access: { rule: { id: 'draft-for-review' } } });
    expect(own.headers.get('cache-control')).toBe('private, no-store');
  });

  test('of which a preview is open shows the beginning and offers no file', async () => {
    const access = { tier: 'association', choice: 'main-content', publishedOn: '2026-06-01' };
    const { id, hash } = await entered({ kind: 'published-text', access }, `${'1 范围\n'.repeat(60)}最后的秘密一段`);
    const found = await page(`/documents/${id}?lang=en`);
    expect(found.text).toContain('1 范围');
    expect(found.text).not.toContain('秘密');
    expect(found.text).not.toContain(`/versions/${hash}/file`);
    expect((await page(`/documents/${id}/versions/${hash}/file`)).status).toBe(403);
    expect(await (await desk.ask(`/api/v1/documents/${id}`)).json()).not.toHaveProperty('versions');
  });

  test('tells by when a mandatory text has to be there, and that the period is unconfirmed', async () => {
    const access = { tier: 'national', nature: 'mandatory', publishedOn: '2026-06-20' };
    const { events } = await desk.act(enterDocument, aDocument({ kind: 'published-text', access }));
    const id = events[0]?.streamId ?? '';
    const early = await page(`/documents/${id}?lang=en`);
    expect(early.text).toMatch(/has to be on this page by <time datetime="2026-07-10">/);
    expect(early.text).toContain('unconfirmed');
    desk.turnTo('2026-07-11');
    expect((await page(`/documents/${id}?lang=zh-Hans`)).text).toContain('已经逾期');
  });

  test('shows a void approval as void, with both hashes and the way to what changed', async () => {
    const { id, hash } = await entered();
    await desk.act(approveVersion, { document: id, hash, rule: '审查会议' }, actorAs('tc-chair'));
    expect((await page(`/documents/${id}?lang=en`, secretary)).text).toContain('counts and is approved');
    const content = await taken(secondText);
    await desk.act(addVersion, { document: id, content });
    const { text } = await page(`/documents/${id}?lang=en`, secretary);
    expect(text).toContain('the approval given is void');
    expect(text).toContain(`/documents/${id}/compare/${hash}/${content.hash}`);
    expect(text).toContain('Version 2 took its place');
  });
});

describe('the page of what changed', () => {
  test('marks what came and went, folds what is the same, and is there as DOCX and plain text', async () => {
    const { id, hash } = await entered();
    const content = await taken(secondText);
    await desk.act(addVersion, { document: id, content });
    const path = `/documents/${id}/compare/${hash}/${content.hash}`;
    const { text } = await page(`${path}?lang=en`, secretary);
    expect(text).toContain('<del>220 V</del><ins>380 V</ins>');
    expect(text).toContain('One paragraph differs.');
    expect(text).toContain('3 paragraphs that are the same');
    const plain = await desk.ask(`${path}/changes.txt`, { as: secretary });
    expect(await plain.text()).toContain('[-220 V-]{+380 V+}');
    const docx = await desk.ask(`${path}/changes.docx`, { as: secretary });
    expect(docx.headers.get('content-type')).toContain('wordprocessingml');
    expect((await page(`/documents/${id}/compare/${hash}/${'0'.repeat(64)}`, secretary)).status).toBe(404);
  });

  test('says why there is nothing to compare', async () => {
    const { id, hash } = await entered();
    const content = await takeContent(desk, {
      name: 'a.png',
      bytes: Buffer.from('\x89PNG\r\n\x1a\n----IEND\xaeB`\x82', 'latin1'),
    });
    await desk.act(addVersion, { document: id, content });
    expect((await page(`/documents/${id}/compare/${hash}/${content.hash}?lang=en`, secretary)).text).toContain(
      'no running text',
    );
  });
});

describe('a form of the page', () => {
  const send = (
    id: string,
    path: string,
    values: Readonly<Record<string, string | File>>,
    as: Visitor | undefined = secretary,
  ) =>
    desk.ask(`/documents/${id}/${path}?lang=en`, {
      method: 'POST',
      body: form(values),
      headers: html,
      ...(as ? { as } : {}),
    });

  test('adds a version once, however often it is sent', async () => {
    const { id } = await entered();
    const values = { key: 'one', 'version-file': file(secondText, '二稿.docx') };
    expect([(await send(id, 'versions', values)).status, (await send(id, 'versions', values)).status]).toEqual([
      303, 303,
    ]);
    const { text } = await page(`/documents/${id}?lang=en`, secretary);
    expect(text).toContain('Version 2 counts.');
    expect(text).toContain('二稿.txt');
    expect(text).not.toContain('Version 3');
  });

  test('points to a file that is not taken, in words', async () => {
    const { id } = await entered();
    const refused = await send(id, 'versions', { 'version-file': file('<svg xmlns="x"><script/></svg>', 'a.svg') });
    expect(refused.status).toBe(400);
    const text = await refused.text();
    expect(text).toContain('href="#version-file"');
    expect(text).toContain('no NISO STS');
    expect(await (await send(id, 'versions', { 'version-file': file('', '') })).text()).toContain(
      'No file was chosen.',
    );
  });

  test('keeps what was typed', async () => {
    const { id } = await entered();
    const refused = await send(id, 'access', {
      'access-publishedOn': '1 June',
      'access-reason': 'published by announcement',
    });
    const text = await refused.text();
    expect(text).toContain('“1 June” is no day');
    expect(text).toContain('value="published by announcement"');
    expect((await send(id, 'access', { 'access-opensOn': '2026-06-01', 'access-reason': 'x' })).status).toBe(303);
  });

  test('approves the content that was shown, binds a scan, withdraws', async () => {
    const { id, hash } = await entered();
    const chair = visitorAs('department-approver');
    expect((await send(id, 'approvals', { hash, 'approve-rule': '办法第二十条' }, chair)).status).toBe(303);
    const pdf = file('%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF\n', '签章.pdf');
    expect((await send(id, 'scans', { 'scan-signs': hash, 'scan-file': pdf })).status).toBe(303);
    expect((await send(id, 'versions', { 'version-file': file(secondText, 'b.txt') })).status).toBe(303);
    const stale = await send(id, 'approvals', { hash, 'approve-rule': 'again' }, chair);
    expect([stale.status, (await stale.text()).includes('is not the current version')]).toEqual([409, true]);
    const { text } = await page(`/documents/${id}?lang=en`, secretary);
    expect(text).toContain('earlier text, version 1');
    expect((await send(id, 'withdraw', { 'withdraw-reason': '' })).status).toBe(400);
    expect((await send(id, 'withdraw', { 'withdraw-reason': '录错' })).status).toBe(303);
    expect((await page(`/documents/${id}?lang=en`, secretary)).text).toContain('Withdrawn');
  });

  test('does nothing for whoever may not, and reads no file of theirs', async () => {
    const { id, hash } = await entered({ kind: 'draft-for-comments', access: { opensOn: '2026-06-01' } });
    const pdf = file('%PDF', 'a.pdf');
    for (const [path, values] of [
      ['versions', { 'version-file': pdf }],
      ['scans', { 'scan-file': pdf, 'scan-signs': hash }],
      ['approvals', { hash, 'approve-rule': 'x' }],
      ['access', { 'access-reason': 'x' }],
      ['withdraw', { 'withdraw-reason': 'x' }],
    ] as const) {
      const body = { method: 'POST', body: form(values), headers: html };
      expect([path, (await desk.ask(`/documents/${id}/${path}`, body)).status]).toEqual([path, 401]);
      expect([
        path,
        (await desk.ask(`/documents/${id}/${path}`, { ...body, as: visitorAs('tc-member') })).status,
      ]).toEqual([path, 403]);
    }
  });
});
