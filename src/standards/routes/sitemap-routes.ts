import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { answerText } from '../../portal/page.tsx';
import { xmlElement, xmlHead } from '../exports/xml.ts';
import { sitemapPart, sitemapParts } from '../queries/sitemap.ts';
import { standardPath } from '../views/link.ts';
import { baseOf, type House, remembered } from './house.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const pagesOfTheHouse = [
  '/',
  '/standards',
  '/browse/tier',
  '/browse/ics',
  '/browse/ccs',
  '/browse/region',
  '/browse/sector',
  '/coming',
  '/coverage',
  '/data',
  '/verify',
  '/accessibility',
];
const anHour = 3_600;

/** What search engines are told: which addresses there are, and which are not for them. */
export function sitemapRoutes(house: House): Hono<HttpEnvironment> {
  const { database } = house.deps;
  const parts = remembered(anHour, () => sitemapParts(database));
  const app = new Hono<HttpEnvironment>();

  app.get('/robots.txt', (c) => {
    const closed = ['/api/', '/oai', '/standards?', '/*?as-of=', '/*?known=', '/check-list', '/corrections'];
    const lines = [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${baseOf(house, c)}/sitemap.xml`,
    ];
    return answerText(c, `${lines.join('\n')}\n`, { type: 'text/plain; charset=utf-8', seconds: anHour });
  });
  app.get('/sitemap.xml', async (c) => {
    const base = baseOf(house, c);
    const addresses = [`${base}/sitemap/pages.xml`, ...(await parts('')).map((id) => `${base}/sitemap/${id}.xml`)];
    const text = `${xmlHead}<sitemapindex xmlns="${namespace}">${addresses.map((address) => `<sitemap>${xmlElement('loc', address)}</sitemap>`).join('')}</sitemapindex>\n`;
    return answerText(c, text, { type: 'application/xml; charset=utf-8', seconds: anHour });
  });
  app.get('/sitemap/:file{[a-z0-9-]+\\.xml}', async (c) => {
    const base = baseOf(house, c);
    const name = c.req.param('file').slice(0, -'.xml'.length);
    if (name === 'pages')
      return urls(
        c,
        pagesOfTheHouse.map((path) => ({ loc: base + path })),
      );
    // Only the beginnings named in the index are parts: what is no identifier never reaches the database.
    if (!(await parts('')).includes(name)) throw refusal('http.not-found', { path: c.req.path.slice(0, 200) });
    const found = await sitemapPart(database, name);
    return urls(
      c,
      found.map(({ address, changedAt }) => ({ loc: base + standardPath(address), lastmod: changedAt })),
    );
  });
  return app;
}

function urls(
  c: Parameters<typeof answerText>[0],
  entries: readonly { readonly loc: string; readonly lastmod?: string }[],
): Response {
  const text = entries
    .map(({ loc, lastmod }) => `<url>${xmlElement('loc', loc)}${xmlElement('lastmod', lastmod)}</url>`)
    .join('');
  return answerText(c, `${xmlHead}<urlset xmlns="${namespace}">${text}</urlset>\n`, {
    type: 'application/xml; charset=utf-8',
    seconds: anHour,
  });
}
