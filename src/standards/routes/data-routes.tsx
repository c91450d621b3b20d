import { join } from 'node:path';
import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { jsonLdText } from '../../portal/json-ld.tsx';
import { answerPage, answerText, frameFor } from '../../portal/page.tsx';
import { bulkManifest } from '../exports/bulk-files.ts';
import { bulkFolder } from '../exports/bulk-loop.ts';
import { dcatCatalogue } from '../exports/dcat.ts';
import { DataPage } from '../pages/data-page.tsx';
import { dataView } from '../views/data.ts';
import { baseOf, type House, viewing } from './house.ts';
import { sendFile } from './send-file.ts';

/** The whole register to take away. */
export function dataRoutes(house: House): Hono<HttpEnvironment> {
  const { settings, definitions } = house.deps;
  const folder = bulkFolder(settings);
  const app = new Hono<HttpEnvironment>();
  app.get('/data', async (c) => {
    const manifest = await bulkManifest(folder);
    const view = dataView({ manifest, base: baseOf(house, c) }, viewing(house, c, { day: c.var.today }));
    return answerPage(c, <DataPage frame={frameFor(c, house, { canonicalPath: '/data' })} data={view} />);
  });
  app.get('/data/catalog.jsonld', async (c) => {
    const catalogue = dcatCatalogue({
      base: baseOf(house, c),
      name: settings.name,
      definitions,
      manifest: await bulkManifest(folder),
    });
    return answerText(c, jsonLdText(catalogue), { type: 'application/ld+json; charset=utf-8' });
  });
  app.get('/data/manifest.json', async (c) => {
    const manifest = await bulkManifest(folder);
    if (!manifest) throw refusal('standards.file-not-made', { name: 'manifest.json' });
    return answerText(c, `${JSON.stringify(manifest, null, 2)}\n`, { type: 'application/json; charset=utf-8' });
  });
  app.get('/data/files/:name', async (c) => {
    // Only names of the manifest lead to files: a path in the address leads nowhere.
    const name = c.req.param('name');
    const file = (await bulkManifest(folder))?.files.find((one) => one.name === name);
    if (!file) throw refusal('standards.file-not-made', { name: name.slice(0, 80) });
    return sendFile(c, { ...file, path: join(folder, file.name) });
  });
  return app;
}
