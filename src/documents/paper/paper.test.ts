import PizZip from 'pizzip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  actorAs,
  caseOne,
  type DocumentDesk,
  documentDesk,
  home,
  visitorAs,
} from '../../../tests/support/document-desk.ts';
import { languages } from '../../portal/languages.ts';
import { approveVersion } from '../approve-version.ts';
import { clausesOfDocx } from '../compare/extract-docx.ts';
import { enterDocument } from '../enter-document.ts';
import { examine } from '../intake/take-content.ts';
import { approvalsOf, documentAt } from '../queries.ts';
import { contentStore, wholeContent } from '../store/open-store.ts';
import { templateProblems } from './check-template.ts';
import { paperContracts } from './contract.ts';
import { pdfMaker } from './pdf.ts';
import { renderPaper } from './render-paper.ts';
import { currentTemplate, foundingTemplate, paperTemplate, replaceTemplate, sampleOn } from './templates.ts';

let desk: DocumentDesk;
beforeEach(async () => {
  desk = await documentDesk();
});
afterEach(() => desk.close());

const administrator = visitorAs('administrator', 'everywhere');
const keeper = {
  ...actorAs('administrator'),
  appointment: { id: home, role: 'administrator', scope: 'everywhere' },
} as const;
const announcement = () =>
  paperTemplate(desk, paperContracts(desk.definitions), { template: 'announcement', lang: 'zh-Hans' });
const textOf = (bytes: Uint8Array): string =>
  clausesOfDocx(bytes, desk.settings.documents)
    .map(({ label, text }) => `${label ?? ''} ${text}`.trim())
    .join('\n');

/** The template with its text changed, as an administrator would with a word processor. */
function edited(bytes: Buffer, change: (xml: string) => string, part = 'word/document.xml'): Buffer {
  const zip = new PizZip(bytes);
  zip.file(part, change(zip.file(part)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('the founding templates', () => {
  test('are there for every contract in both languages, on A4 with the margins of official paper, and take their sample', async () => {
    const contracts = paperContracts(desk.definitions);
    expect(contracts.map(({ template }) => template)).toEqual([
      'announcement',
      'application',
      'compilation-explanation',
      'minutes',
      'notice',
      'submission-letter',
    ]);
    for (const { template } of contracts)
      for (const lang of languages) {
        const found = await paperTemplate(desk, contracts, { template, lang });
        const bytes = foundingTemplate(desk, found);
        expect([template, lang, templateProblems(bytes, found.contract, desk.settings.documents)]).toEqual([
          template,
          lang,
          [],
        ]);
        const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
        // 210 mm and 297 mm; 37 mm above, 28 mm on the left (twentieths of a point).
        expect(xml).toMatch(/w:pgSz w:w="1190[56]" w:h="1683[78]"/);
        expect(xml).toMatch(/w:top="209[78]"/);
        expect(xml).toMatch(/w:left="158[78]"/);
        const paper = sampleOn(found, bytes);
        expect(examine({ name: 'a.docx', bytes: paper }, desk.settings.documents).ending).toBe('docx');
        const text = textOf(paper);
        expect(text).not.toMatch(/[{}]|undefined/);
        for (const value of Object.values(found.contract.sample[lang]).flatMap((one) =>
          typeof one === 'string' ? [one] : one.flatMap((row) => Object.values(row)),
        ))
          if (value !== '') expect(text.replace(/\s/g, '')).toContain(value.replace(/\s/g, ''));
      }
  });

  test('name a kind of document of the code list', () => {
    const kinds = desk.definitions.codelist('document-kinds').entries.map(({ code }) => code);
    for (const { kind } of paperContracts(desk.definitions)) expect(kinds).toContain(kind);
  });
});

describe('a template sent by an administrator', () => {
  const codes = (bytes: Buffer) =>
    announcement().then(({ contract }) =>
      templateProblems(bytes, contract, desk.settings.documents).map(({ code }) => code),
    );
  const founding = async (): Promise<Buffer> => foundingTemplate(desk, await announcement());

  test('counts from then on, keeps its history, and gives way to the founding one again', async () => {
    const own = edited(await founding(), (xml) => xml.replace('（印章）', '（盖章）'));
    await replaceTemplate(desk, await announcement(), { name: '公告.docx', bytes: own, actor: keeper, key: 'one' });
    const template = await announcement();
    expect(template.document?.state.versions).toHaveLength(1);
    expect(textOf(await currentTemplate(desk, template))).toContain('（盖章）');
    await replaceTemplate(desk, template, {
      name: 'f.docx',
      bytes: foundingTemplate(desk, template),
      actor: keeper,
      key: 'two',
    });
    expect((await announcement()).document?.state.versions).toHaveLength(2);
    expect(textOf(await currentTemplate(desk, await announcement()))).toContain('（印章）');
  });

  test.each<readonly [string, (xml: string) => string, string, string]>([
    [
      'an unknown placeholder',
      (xml) => xml.replace('{body}', '{bodi}'),
      'documents.template-placeholder-unknown',
      'bodi',
    ],
    [
      'a field of a list outside of it',
      (xml) => xml.replace('{body}', '{replaces}'),
      'documents.template-placeholder-unknown',
      'replaces',
    ],
    [
      'something that objects have by nature',
      (xml) => xml.replace('{body}', '{constructor}'),
      'documents.template-placeholder-unknown',
      'constructor',
    ],
    ['raw XML', (xml) => xml.replace('{body}', '{@body}'), 'documents.template-placeholder-raw', 'body'],
    [
      'a list that is not closed',
      (xml) => xml.replace('{/standards}', ''),
      'documents.template-loop-not-closed',
      'standards',
    ],
    [
      'a list that is closed by another name',
      (xml) => xml.replace('{/standards}', '{/standard}'),
      'documents.template-loop-not-closed',
      'standard',
    ],
    [
      'a list written as a field',
      (xml) => xml.replace('{body}', '{standards}'),
      'documents.template-loop-not-opened',
      'standards',
    ],
    ['a brace that is not closed', (xml) => xml.replace('{body}', '{body'), 'documents.template-tag-broken', 'body'],
    ['no placeholder at all', (xml) => xml.replace(/\{[^}]*\}/g, ''), 'documents.template-without-placeholders', ''],
  ])('with %s is refused, with the placeholder and where it stands', async (_, change, code, tag) => {
    const bytes = edited(await founding(), change);
    expect(await codes(bytes)).toContain(code);
    const { contract } = await announcement();
    const problem = templateProblems(bytes, contract, desk.settings.documents).find((one) => one.code === code);
    if (tag !== '') expect(String(problem?.details?.['tag'])).toContain(tag);
    if (tag !== '') expect(String(problem?.details?.['place'])).toMatch(/¶\d+ “/);
    await expect(
      replaceTemplate(desk, await announcement(), { name: 'a.docx', bytes, actor: keeper, key: 'x' }),
    ).rejects.toMatchObject({ code: expect.stringMatching(/^documents\.template-/) });
    expect((await announcement()).document).toBeUndefined();
  });

  test('that is no DOCX, or carries macros, is refused', async () => {
    const send = (bytes: Buffer) =>
      announcement().then((one) => replaceTemplate(desk, one, { name: 'a', bytes, actor: keeper, key: 'x' }));
    await expect(send(Buffer.from('text'))).rejects.toMatchObject({ code: 'documents.template-not-docx' });
    const zip = new PizZip(await founding());
    zip.file('word/vbaProject.bin', 'x');
    await expect(send(zip.generate({ type: 'nodebuffer' }))).rejects.toMatchObject({ code: 'documents.file-macros' });
  });

  test('is taken from nobody else, by no door', async () => {
    const bytes = await founding();
    const one = await announcement();
    for (const role of ['tc-secretary', 'registrar', 'sac-approver'])
      await expect(
        replaceTemplate(desk, one, { name: 'a', bytes, actor: actorAs(role), key: role }),
      ).rejects.toMatchObject({ code: 'access.not-permitted' });
    const planted = {
      home,
      subject: { kind: 'paper-template', key: 'notice.zh-Hans' },
      kind: 'notice',
      title: 'x',
      lang: 'en',
      access: {},
    };
    await expect(desk.act(enterDocument, planted)).rejects.toMatchObject({ code: 'access.not-permitted' });
  });
});

describe('official paper', () => {
  const data = async () => (await announcement()).contract.sample['zh-Hans'];
  const into = { home, subject: caseOne, title: '2026年第7号公告', access: {} };
  const paper = async (more = {}) =>
    renderPaper(desk, {
      template: 'announcement',
      data: await data(),
      lang: 'zh-Hans',
      actor: actorAs('sac-officer'),
      key: desk.random.uuid(),
      into,
      ...more,
    });

  test('is a version of a document, bound to its hash and to that of its template; approved, and void when written anew', async () => {
    const first = await paper();
    const held = await documentAt(desk.database, first.document);
    expect(held?.state).toMatchObject({
      kind: 'announcement',
      versions: [
        { hash: first.hash, origin: { how: 'rendered', template: 'announcement', templateHash: first.templateHash } },
      ],
    });
    const bytes = await wholeContent(contentStore(desk), first.hash);
    expect(textOf(bytes ?? Buffer.alloc(0))).toContain('GB/T 99901.1-2026 | 样例产品 第1部分：总则');
    await desk.act(
      approveVersion,
      { document: first.document, hash: first.hash, rule: '批准' },
      actorAs('sac-approver'),
    );
    await paper({ data: { ...(await data()), number: '2026年第8号' }, into: { document: first.document } });
    expect(await approvalsOf(desk.database, first.document)).toMatchObject([{ standing: 'void', because: 'changed' }]);
  });

  test('lacks nothing that its contract asks for, and holds nothing that it does not name', async () => {
    const { number: _number, ...without } = await data();
    const wrong = { ...without, colour: 'red', standards: [{ place: '1' }] };
    await expect(paper({ data: wrong })).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ code: 'documents.paper-field-missing', field: '公告号' }),
        expect.objectContaining({ code: 'documents.paper-field-unknown', field: 'colour' }),
        expect.objectContaining({ code: 'documents.paper-field-missing', field: '标准编号', row: 1 }),
      ]),
    });
    await expect(paper({ template: 'diploma' })).rejects.toMatchObject({ code: 'documents.template-not-there' });
  });

  test('holds data as text, whatever it looks like', async () => {
    const { hash } = await paper({ data: { ...(await data()), body: '<w:p>{title}</w:p> & {#standards}' } });
    const bytes = await wholeContent(contentStore(desk), hash);
    expect(textOf(bytes ?? Buffer.alloc(0))).toContain('<w:p>{title}</w:p> & {#standards}');
  });

  test('becomes PDF where this machine can, and says so where it cannot', async () => {
    const one = await announcement();
    const sample = sampleOn(one, foundingTemplate(desk, one));
    expect(await pdfMaker('no-such-program')(sample)).toBeUndefined();
    const made = await pdfMaker()(sample);
    const written = await paper({ actor: actorAs('sac-officer') });
    const pdf = `/documents/${written.document}/versions/${written.hash}/paper.pdf`;
    expect((await desk.ask(pdf, { as: visitorAs('sac-officer') })).status).toBe(made ? 200 : 503);
    expect((await desk.ask(pdf)).status).toBe(404);
    const shown = await desk.ask(`/documents/${written.document}?lang=en`, { as: visitorAs('sac-officer') });
    expect(await shown.text()).toContain(made ? 'As PDF' : 'PDF cannot be made on this machine');
    const answer = await desk.ask('/documents/templates/announcement/zh-Hans/sample.pdf', { as: administrator });
    if (made) expect([made.subarray(0, 5).toString(), answer.status]).toEqual(['%PDF-', 200]);
    else {
      expect(answer.status).toBe(503);
      expect(
        await (await desk.ask('/documents/templates/announcement/zh-Hans?lang=en', { as: administrator })).text(),
      ).toContain('cannot make PDF');
    }
  });
});
