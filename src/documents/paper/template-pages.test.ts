import PizZip from 'pizzip';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DocumentDesk, documentDesk, visitorAs } from '../../../tests/support/document-desk.ts';
import { clausesOfDocx } from '../compare/extract-docx.ts';

let desk: DocumentDesk;
beforeEach(async () => {
  desk = await documentDesk();
});
afterEach(() => desk.close());

const administrator = visitorAs('administrator', 'everywhere');
const textOf = (bytes: Uint8Array): string =>
  clausesOfDocx(bytes, desk.settings.documents)
    .map(({ text }) => text)
    .join('\n');

/** The template with its text changed, as an administrator would with a word processor. */
function edited(bytes: Buffer, change: (xml: string) => string): Buffer {
  const zip = new PizZip(bytes);
  const part = 'word/document.xml';
  zip.file(part, change(zip.file(part)?.asText() ?? ''));
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

describe('the pages of templates', () => {
  const place = '/documents/templates/announcement/zh-Hans';

  test('are for administrators alone', async () => {
    for (const path of [
      '/documents/templates',
      place,
      `${place}/template.docx`,
      `${place}/sample.docx`,
      `${place}/sample.pdf`,
    ]) {
      expect([path, (await desk.ask(path)).status]).toEqual([path, 401]);
      expect([path, (await desk.ask(path, { as: visitorAs('tc-secretary') })).status]).toEqual([path, 403]);
    }
    for (const path of [place, `${place}/founding`])
      expect((await desk.ask(path, { method: 'POST', body: new FormData(), as: visitorAs('registrar') })).status).toBe(
        403,
      );
    expect((await desk.ask('/documents/templates/diploma/en', { as: administrator })).status).toBe(404);
  });

  test('list the templates, show what is filled in, take another and go back', async () => {
    const ask = async (path: string, init = {}) =>
      desk.ask(`${path}?lang=en`, { as: administrator, headers: { accept: 'text/html' }, ...init });
    expect(await (await ask('/documents/templates')).text()).toContain('the founding template');
    const page = await (await ask(place)).text();
    for (const words of ['{implementedOn}', '{#standards}', 'Implementation date', 'may be empty'])
      expect(page).toContain(words);
    const bytes = Buffer.from(await (await ask(`${place}/template.docx`)).arrayBuffer());
    const send = (content: Buffer) => {
      const body = new FormData();
      body.set('file', new File([new Uint8Array(content)], 'own.docx'));
      return ask(place, { method: 'POST', body });
    };
    const refused = await send(edited(bytes, (xml) => xml.replace('{body}', '{bodi}').replace('{title}', '{tytle}')));
    expect(refused.status).toBe(400);
    const problems = await refused.text();
    for (const words of ['bodi', 'tytle', '¶']) expect(problems).toContain(words);
    expect((await send(edited(bytes, (xml) => xml.replace('（印章）', '（盖章）')))).status).toBe(303);
    expect(await (await ask(place)).text()).toContain('Version 1 of');
    expect((await ask(`${place}/founding`, { method: 'POST', body: new FormData() })).status).toBe(303);
    expect(await (await ask(place)).text()).toContain('Version 2 of');
    expect(textOf(Buffer.from(await (await ask(`${place}/sample.docx`)).arrayBuffer()))).toContain('2026年第7号');
  });
});
