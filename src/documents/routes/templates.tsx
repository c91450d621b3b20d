import { Hono } from 'hono';
import { type Actor, actingFor } from '../../foundation/actor.ts';
import { stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { httpStatus } from '../../foundation/http/problem.ts';
import { rateLimit } from '../../foundation/http/rate-limit.ts';
import { sentForm } from '../../foundation/http/sent-form.ts';
import { Refusal, refusal, refusalMessage } from '../../foundation/refusal.ts';
import type { FieldProblem } from '../../portal/error-summary.tsx';
import { type Language, languages } from '../../portal/languages.ts';
import { pageText } from '../../portal/layout.tsx';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { officeFiles } from '../intake/recognize.ts';
import { currentVersion } from '../model.ts';
import { type OneTemplateView, TemplatePage, TemplatesPage, type TemplateView } from '../pages/template-pages.tsx';
import { documentText, roleText } from '../pages/texts.ts';
import { type PaperContract, paperContracts } from '../paper/contract.ts';
import {
  currentTemplate,
  foundingTemplate,
  type PaperTemplate,
  paperTemplate,
  replaceTemplate,
  sampleOn,
} from '../paper/templates.ts';
import { documentPermissions } from '../permissions.ts';
import { documentRefusals } from '../refusals.ts';
import { type Desk, pdfOf, privately, type Request } from './desk.ts';

interface TemplateDesk extends Desk {
  readonly contracts: readonly PaperContract[];
}

/** Templates of official paper, for the administrators of the installation. */
export function templateRoutes(house: Desk): Hono<HttpEnvironment> {
  const desk: TemplateDesk = { ...house, contracts: paperContracts(house.deps.definitions) };
  const app = new Hono<HttpEnvironment>();
  const tools = rateLimit(desk.deps.settings.limits.toolsPerMinute, stopwatch());
  app.get('/documents/templates', (c) => listTemplates(desk, c));
  app.get('/documents/templates/:template/:lang', async (c) => {
    keeper(desk, c);
    const template = await asked(desk, c);
    const view = templateView(desk, c, template, []);
    return privately(await answerPage(c, <TemplatePage frame={frameFor(c, desk)} template={view} />));
  });
  app.post('/documents/templates/:template/:lang', tools, (c) => replaced(desk, c, 'sent'));
  app.post('/documents/templates/:template/:lang/founding', (c) => replaced(desk, c, 'founding'));
  app.get('/documents/templates/:template/:lang/template.docx', (c) => sendDocx(desk, c, 'template'));
  app.get('/documents/templates/:template/:lang/sample.docx', (c) => sendDocx(desk, c, 'sample'));
  app.get('/documents/templates/:template/:lang/sample.pdf', tools, (c) => sendPdf(desk, c));
  return app;
}

function keeper({ deps }: Desk, c: Request): Actor {
  return actingFor(c.var.visitor, documentPermissions.keepTemplates, deps.installation.homeId);
}

function asked(desk: TemplateDesk, c: Request): Promise<PaperTemplate> {
  const lang = languages.find((one) => one === c.req.param('lang'));
  const template = c.req.param('template') ?? '';
  if (!lang) throw refusal('documents.template-not-there', { template: template.slice(0, 60) });
  return paperTemplate(desk.deps, desk.contracts, { template, lang });
}

async function listTemplates(desk: TemplateDesk, c: Request): Promise<Response> {
  keeper(desk, c);
  const templates: TemplateView[] = [];
  for (const { template } of desk.contracts)
    for (const lang of languages)
      templates.push(headView(desk, c, await paperTemplate(desk.deps, desk.contracts, { template, lang })));
  return privately(await answerPage(c, <TemplatesPage frame={frameFor(c, desk)} templates={templates} />));
}

function headView({ deps }: Desk, c: Request, { contract, lang, document }: PaperTemplate): TemplateView {
  const current = document && currentVersion(document.state);
  return {
    name: c.var.lang === 'en' ? contract.name.en : contract.name.zh,
    lang,
    href: `/documents/templates/${contract.template}/${lang}`,
    ...(current ? { current: { number: current.number, on: deps.clock.dayOf(current.enteredAt) } } : {}),
  };
}

function templateView(
  desk: TemplateDesk,
  c: Request,
  template: PaperTemplate,
  problems: readonly FieldProblem[],
): OneTemplateView {
  const { deps } = desk;
  const { contract, lang, document } = template;
  const label = (one: { readonly zh: string; readonly en: string }): string => (c.var.lang === 'en' ? one.en : one.zh);
  const sample = contract.sample[lang];
  const fields = contract.fields.map((field) => {
    const value = sample[field.name];
    return {
      name: field.name,
      label: label(field),
      isOptional: field.optional === true,
      sample: typeof value === 'string' ? value : '',
    };
  });
  const inLoops = contract.loops.flatMap((loop) => {
    const [first] = [sample[loop.name] ?? []].flat();
    return loop.fields.map((field) => ({
      name: field.name,
      label: label(field),
      isOptional: field.optional === true,
      within: loop.name,
      sample: typeof first === 'object' ? (first[field.name] ?? '') : '',
    }));
  });
  return {
    ...headView(desk, c, template),
    fields: [...fields, ...inLoops],
    versions: (document?.state.versions ?? []).toReversed().map(({ number, enteredAt, hash, by }) => ({
      number,
      hash,
      on: deps.clock.dayOf(enteredAt),
      href: `/documents/${document?.streamId}/versions/${hash}`,
      role: roleText(deps.definitions, c.var.lang, by.role),
    })),
    formKey: deps.random.uuid(),
    problems,
    makesPdf: desk.pdf.works !== false,
  };
}

async function replaced(desk: TemplateDesk, c: Request, by: 'sent' | 'founding'): Promise<Response> {
  const actor = keeper(desk, c);
  const template = await asked(desk, c);
  const { deps } = desk;
  try {
    const given =
      by === 'founding' ? { name: 'founding.docx', bytes: foundingTemplate(deps, template) } : await sentFile(c);
    await replaceTemplate(deps, template, { ...given, actor, key: `template ${deps.random.uuid()}` });
    return c.redirect(`/documents/templates/${template.contract.template}/${template.lang}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || documentRefusals[error.code] === undefined) throw error;
    const view = templateView(desk, c, template, problemsOf(error, c.var.lang));
    const page = await (<TemplatePage frame={frameFor(c, desk)} template={view} />);
    return c.html(pageText(page), httpStatus(refusalMessage(documentRefusals, error, c.var.lang).category));
  }
}

async function sentFile(c: Request): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const { file } = await sentForm(c);
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) throw refusal('documents.file-absent');
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** Every placeholder that is wrong, each in a sentence of its own. */
function problemsOf(error: Refusal, lang: Language): readonly FieldProblem[] {
  const label = documentText(lang)('template.file');
  return (error.problems.length > 0 ? error.problems : [error]).slice(0, 20).map((problem) => {
    const { text, remedy } = refusalMessage(documentRefusals, problem, lang);
    return { field: 'file', label, problem: text, why: remedy };
  });
}

async function sendDocx(desk: TemplateDesk, c: Request, what: 'template' | 'sample'): Promise<Response> {
  keeper(desk, c);
  const template = await asked(desk, c);
  const current = await currentTemplate(desk.deps, template);
  return download(c, what === 'template' ? current : sampleOn(template, current), {
    type: officeFiles.docx.mediaType,
    name: `${template.contract.template}.${template.lang}${what === 'sample' ? '.sample' : ''}.docx`,
  });
}

async function sendPdf(desk: TemplateDesk, c: Request): Promise<Response> {
  keeper(desk, c);
  const template = await asked(desk, c);
  const bytes = await pdfOf(desk, sampleOn(template, await currentTemplate(desk.deps, template)));
  return download(c, bytes, {
    type: 'application/pdf',
    name: `${template.contract.template}.${template.lang}.sample.pdf`,
  });
}

function download(
  c: Request,
  bytes: Buffer,
  { type, name }: { readonly type: string; readonly name: string },
): Response {
  return c.body(Buffer.from(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
}
