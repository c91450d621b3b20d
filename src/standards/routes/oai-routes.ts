import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { oaiAnswer } from '../exports/oai.ts';
import { baseOf, type House, type Request } from './house.ts';

/** OAI-PMH 2.0, by GET and by POST as the protocol wants both. */
export function oaiRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/oai', (c) => harvest(house, c, new URL(c.req.url).searchParams));
  app.post('/oai', async (c) => harvest(house, c, new URLSearchParams(await c.req.text())));
  return app;
}

async function harvest(house: House, c: Request, asked: URLSearchParams): Promise<Response> {
  const { database, settings, clock } = house.deps;
  const text = await oaiAnswer(
    {
      database,
      base: baseOf(house, c),
      name: settings.name.en,
      origin: settings.origin,
      today: c.var.today,
      now: clock.now(),
      cursorKey: house.cursorKey,
    },
    asked,
  );
  return c.body(text, 200, { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-cache' });
}
