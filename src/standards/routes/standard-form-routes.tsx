import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { sealedSuccessions } from '../../foundation/sealing-key-office.ts';
import { answerPage, answerText, frameFor } from '../../portal/page.tsx';
import { atomText, atomType } from '../exports/atom.ts';
import { citationForms } from '../exports/citation.ts';
import { relaton } from '../exports/relaton.ts';
import { ComparePage } from '../pages/compare-page.tsx';
import { actsOn } from '../queries/acts.ts';
import { historyOf } from '../queries/history.ts';
import { recordProof } from '../queries/proof.ts';
import { seriesOf } from '../queries/series.ts';
import { compareView } from '../views/compare.ts';
import { atomEntry } from '../views/feed.ts';
import { historyEntries } from '../views/history.ts';
import { standardPath, withDays } from '../views/link.ts';
import { HistoryPage } from './history-page.tsx';
import { baseOf, daysShown, type House, momentOf, type Request, viewing } from './house.ts';
import { recordOrAnnulled, recordOrRefusal } from './record-or-refusal.ts';
import { relationsRoute } from './relations-route.tsx';

const actsOfFeed = 50;

/** Other forms of one record: comparison, whole history, proof, citations, feed. */
export function standardFormRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  app.get('/standards/:address/compare', (c) => comparePage(house, c, c.req.param('address')));
  app.get('/standards/:address/history', (c) => historyPage(house, c, c.req.param('address')));
  app.get('/standards/:address/relations', (c) => relationsRoute(house, c, c.req.param('address')));
  app.get('/standards/:address/proof', (c) => c.redirect(`${standardPath(c.req.param('address'))}#proof`, 302));
  app.get('/standards/:address/proof.json', (c) => proofFile(house, c, c.req.param('address')));
  app.get('/standards/:address/citation.yaml', (c) =>
    citation(house, c, { address: c.req.param('address'), ending: 'yaml' }),
  );
  app.get('/standards/:address/citation.bib', (c) =>
    citation(house, c, { address: c.req.param('address'), ending: 'bib' }),
  );
  app.get('/standards/:address/citation.ris', (c) =>
    citation(house, c, { address: c.req.param('address'), ending: 'ris' }),
  );
  app.get('/standards/:address/citation.json', (c) =>
    citation(house, c, { address: c.req.param('address'), ending: 'json' }),
  );
  app.get('/standards/:file{[^/]+\\.atom}', (c) => feed(house, c, c.req.param('file').slice(0, -'.atom'.length)));
  return app;
}

async function comparePage(house: House, c: Request, address: string): Promise<Response> {
  const { database } = house.deps;
  const moment = momentOf(house, c);
  const left = await recordOrRefusal(house.deps, address, moment);
  const series = await seriesOf(database, left.workKey, moment);
  const other =
    c.req.query('with') ?? series.editions.findLast((brief) => brief.standardId !== left.standardId)?.address;
  if (other === undefined || other === '') throw refusal('standards.nothing-to-compare');
  const right = await recordOrRefusal(house.deps, other, moment);
  const frame = frameFor(c, house, daysShown(house, moment));
  return answerPage(
    c,
    <ComparePage frame={frame} compare={compareView(left, right, { series, context: viewing(house, c, moment) })} />,
  );
}

async function historyPage(house: House, c: Request, address: string): Promise<Response> {
  const { database, clock } = house.deps;
  const moment = momentOf(house, c);
  const record = await recordOrRefusal(house.deps, address, moment);
  const context = viewing(house, c, moment);
  const { acts } = await historyOf(database, record, moment);
  const standard = { number: record.number, href: withDays(standardPath(record.address), context) };
  return answerPage(
    c,
    <HistoryPage
      frame={frameFor(c, house, daysShown(house, moment))}
      standard={standard}
      entries={historyEntries(acts, clock.dayOf, context)}
    />,
  );
}

/** Everything a verifier needs, without asking the register again: leaves as they were hashed, hashes to the root, the signed root. */
async function proofFile(house: House, c: Request, address: string): Promise<Response> {
  const { database, settings, sealingKeys } = house.deps;
  const record = await recordOrAnnulled(house.deps, address, { day: c.var.today });
  const proof = await recordProof(database, record);
  if (!proof) throw refusal('standards.not-sealed-yet');
  const file = {
    number: record.number,
    address: record.address,
    origin: settings.origin,
    firstKey: sealingKeys.first.text,
    successions: (await sealedSuccessions(database)).map(({ succession }) => succession),
    ...proof,
  };
  c.header('content-disposition', `attachment; filename="${record.address.replace(/[^\w.-]/g, '_')}.proof.json"`);
  return answerText(c, `${JSON.stringify(file, null, 2)}\n`, { type: 'application/json; charset=utf-8' });
}

async function citation(
  house: House,
  c: Request,
  asked: { readonly address: string; readonly ending: 'bib' | 'ris' | 'json' | 'yaml' },
): Promise<Response> {
  const record = await recordOrRefusal(house.deps, asked.address, momentOf(house, c));
  const cited = {
    record,
    lang: c.var.lang,
    address: baseOf(house, c) + standardPath(record.address),
    day: c.var.today,
  };
  if (asked.ending === 'yaml') return answerText(c, relaton(cited), { type: 'application/yaml; charset=utf-8' });
  const form = citationForms[asked.ending];
  return answerText(c, form.text(cited), { type: form.type });
}

async function feed(house: House, c: Request, address: string): Promise<Response> {
  const { database } = house.deps;
  const moment = { day: c.var.today };
  const record = await recordOrRefusal(house.deps, address, moment);
  const base = baseOf(house, c);
  const page = base + standardPath(record.address);
  const acts = await actsOn(database, record.standardId, actsOfFeed);
  const context = viewing(house, c, moment);
  const text = atomText({
    id: `urn:uuid:${record.standardId}`,
    title: record.number,
    author: c.var.lang === 'en' ? house.deps.settings.name.en : house.deps.settings.name.zh,
    self: `${page}.atom`,
    page,
    lang: c.var.lang,
    entries: acts.map((act) => atomEntry(act, base, context)),
  });
  return answerText(c, text, { type: atomType });
}
