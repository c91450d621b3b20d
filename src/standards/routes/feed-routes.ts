import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import type { Installation } from '../../foundation/installation.ts';
import { refusal } from '../../foundation/refusal.ts';
import { answerText } from '../../portal/page.tsx';
import { atomText, atomType } from '../exports/atom.ts';
import { actsInIcs, type RecentAct, recentActs } from '../queries/acts.ts';
import { browsePath } from '../views/classification.ts';
import { atomEntry } from '../views/feed.ts';
import { codeName } from '../views/link.ts';
import { baseOf, type House, type Request, viewing } from './house.ts';

const entriesOfFeed = 50;

/** Newest acts as feeds: all of them, and those of one ICS class. */
export function feedRoutes(house: House): Hono<HttpEnvironment> {
  const { database, definitions } = house.deps;
  const app = new Hono<HttpEnvironment>();
  app.get('/feeds/standards.atom', async (c) =>
    feed(house, c, { title: '', page: '/standards', acts: await recentActs(database, entriesOfFeed) }),
  );
  app.get('/feeds/ics/:file{[^/]+\\.atom}', async (c) => {
    const code = c.req.param('file').slice(0, -'.atom'.length);
    if (!definitions.codelist('ics').entries.some((entry) => entry.code === code))
      throw refusal('standards.class-unknown', { value: `ICS ${code}`.slice(0, 80) });
    const name = codeName(viewing(house, c, { day: c.var.today }), 'ics', code)?.text ?? '';
    const acts = await actsInIcs(database, code, entriesOfFeed);
    return feed(house, c, { title: `ICS ${code} ${name}`, page: browsePath('ics', code), acts });
  });
  return app;
}

function feed(
  house: House,
  c: Request,
  shown: { readonly title: string; readonly page: string; readonly acts: readonly RecentAct[] },
): Response {
  const base = baseOf(house, c);
  const { settings } = house.deps;
  const author = c.var.lang === 'en' ? settings.name.en : settings.name.zh;
  const context = viewing(house, c, { day: c.var.today });
  const text = atomText({
    id: feedId(house.deps.installation, c.req.path),
    title: shown.title === '' ? author : `${author}: ${shown.title}`,
    author,
    self: base + c.req.path,
    page: base + shown.page,
    lang: c.var.lang,
    entries: shown.acts.map((act) => atomEntry(act, base, context)),
  });
  return answerText(c, text, { type: atomType });
}

/** A tag URI (RFC 4151): the host of the origin, the day on which the installation took it, and what is its own of it. */
function feedId({ origin, openedAt }: Installation, path: string): string {
  const [host = '', ...own] = origin.split('/');
  return `tag:${host},${openedAt.slice(0, 10)}:${own.map((part) => `${part}/`).join('')}${path.slice(1)}`;
}
