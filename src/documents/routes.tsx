import { Hono } from 'hono';
import { stopwatch } from '../foundation/clock.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { rateLimit } from '../foundation/http/rate-limit.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { answerPage, frameFor } from '../portal/page.tsx';
import { DocumentPage } from './pages/document-page.tsx';
import { actOn } from './routes/acts.tsx';
import { sendComparison, showComparison } from './routes/comparison.tsx';
import { deskOf, privately, readableDocument } from './routes/desk.ts';
import { sendFile } from './routes/file.ts';
import { documentJson, showVersion } from './routes/record.tsx';
import { documentView } from './routes/view.ts';

/** Documents: their pages, files and comparisons. Every address asks the same access rule. */
export function documentRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const desk = deskOf(deps, navigation);
  const app = new Hono<HttpEnvironment>();
  const tools = rateLimit(deps.settings.limits.toolsPerMinute, stopwatch());
  app.get('/documents/:id', async (c) => {
    const found = await readableDocument(desk, c);
    const document = await documentView(desk, c, found);
    const answer = await answerPage(c, <DocumentPage frame={frameFor(c, desk)} document={document} />);
    return found.isPublic && !c.var.visitor ? answer : privately(answer);
  });
  app.get('/api/v1/documents/:id', (c) => documentJson(desk, c));
  app.get('/documents/:id/versions/:hash', (c) => showVersion(desk, c));
  app.get('/documents/:id/versions/:hash/file', (c) => sendFile(desk, c, 'download'));
  app.get('/documents/:id/versions/:hash/view', (c) => sendFile(desk, c, 'inline'));
  app.get('/documents/:id/compare/:from/:to', tools, (c) => showComparison(desk, c));
  app.get('/documents/:id/compare/:from/:to/changes.docx', tools, (c) => sendComparison(desk, c, 'docx'));
  app.get('/documents/:id/compare/:from/:to/changes.txt', tools, (c) => sendComparison(desk, c, 'txt'));
  app.post('/documents/:id/versions', tools, (c) => actOn(desk, c, 'version'));
  app.post('/documents/:id/scans', tools, (c) => actOn(desk, c, 'scan'));
  app.post('/documents/:id/approvals', (c) => actOn(desk, c, 'approve'));
  app.post('/documents/:id/access', (c) => actOn(desk, c, 'access'));
  app.post('/documents/:id/withdraw', (c) => actOn(desk, c, 'withdraw'));
  return app;
}
