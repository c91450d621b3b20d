import { type Context, Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../../foundation/part.ts';
import { refusal } from '../../foundation/refusal.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { readAsked } from '../asked.ts';
import { drawingFile, drawingForms, mediaTypes } from './drawing-files.ts';
import { ProcedurePage } from './pages/procedure-page.tsx';
import { ProceduresPage } from './pages/procedures-page.tsx';
import { procedureLine, procedureView } from './procedure-view.ts';
import { procedureNamed, proceduresOn } from './versions.ts';

type Request = Context<HttpEnvironment>;

/** Pages and drawings of the procedures. They are public. */
export function procedureRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const house = { deps, navigation };
  const { definitions } = deps;
  const app = new Hono<HttpEnvironment>();
  app.get('/procedures', (c) => {
    const given = { lang: c.var.lang, day: dayAsked(c), definitions };
    const lines = proceduresOn(definitions, given.day).map((procedure) => procedureLine({ ...given, procedure }));
    const frame = frameFor(c, house, { asOf: given.day, canonicalPath: '/procedures' });
    return answerPage(c, <ProceduresPage frame={frame} procedures={lines} />);
  });
  app.get('/procedures/:id', (c) => {
    const id = c.req.param('id');
    const day = dayAsked(c);
    const procedure = procedureNamed(definitions, { id, version: c.req.query('version'), day });
    const view = procedureView({ lang: c.var.lang, day, definitions, procedure });
    const frame = frameFor(c, house, { asOf: day, canonicalPath: `/procedures/${procedure.id}` });
    return answerPage(c, <ProcedurePage frame={frame} view={view} />);
  });
  app.get('/procedures/:id/:file', (c) => {
    const { id, file } = c.req.param();
    const [, version, form] = /^(\d{1,6})\.([a-z]+)$/.exec(file) ?? [];
    const known = drawingForms.find((one) => one === form);
    if (known === undefined)
      throw refusal('rulebook.drawing-unknown', { file: file.slice(0, 60), forms: drawingForms.join(', ') });
    const day = dayAsked(c);
    const procedure = procedureNamed(definitions, { id, version, day });
    return c.body(drawingFile(procedure, known, { lang: c.var.lang, day, definitions }), 200, {
      'content-type': mediaTypes[known],
      'content-disposition': `attachment; filename="${procedure.id}-${procedure.version}.${known}"`,
    });
  });
  return app;
}

function dayAsked(c: Request): string {
  return readAsked({ asOf: c.req.query('as-of') }, c.var.today).day;
}
