import { Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { deskOf } from './routes/desk.ts';
import { sendFile } from './routes/file.ts';

/** Documents: their pages, files, comparisons and templates. */
export function documentRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const desk = deskOf(deps, navigation);
  const app = new Hono<HttpEnvironment>();
  app.get('/documents/:id/versions/:hash/file', (c) => sendFile(desk, c, 'download'));
  app.get('/documents/:id/versions/:hash/view', (c) => sendFile(desk, c, 'inline'));
  return app;
}
