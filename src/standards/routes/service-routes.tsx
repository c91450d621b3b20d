import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { newestCheckpoint } from '../../foundation/seals/tile-store.ts';
import { tileWidth } from '../../foundation/seals/tiles.ts';
import { answerPage, answerText, frameFor, pageAssets } from '../../portal/page.tsx';
import { indexingBacklog } from '../../search/index.ts';
import { calendarText, calendarType } from '../exports/calendar.ts';
import { readCursor, signedCursor } from '../exports/signed-cursor.ts';
import { AccessibilityPage } from '../pages/accessibility-page.tsx';
import { CoveragePage } from '../pages/coverage-page.tsx';
import { HomePage } from '../pages/home-page.tsx';
import { VerifyPage } from '../pages/verify-page.tsx';
import { comingIntoForce } from '../queries/coming.ts';
import { registeredCounts } from '../queries/figures.ts';
import { listFacts } from '../queries/list-facts.ts';
import type { Moment } from '../queries/moment.ts';
import { resultView } from '../views/choice.ts';
import { coverageView } from '../views/coverage.ts';
import { homeView } from '../views/home.ts';
import { standardPath } from '../views/link.ts';
import { services } from '../views/services.ts';
import { titleOf } from '../views/titles.ts';
import { ComingPage } from './coming-page.tsx';
import { baseOf, daysShown, type House, momentOf, type Request, remembered, viewing } from './house.ts';

const figuresHoldSeconds = 30;
const comingOnHome = 6;
/** What single acts left to index is searchable a second later; only a whole file is worth a line. */
const worthALine = 200;
const rowsOfPage = 50;
const daysOfCalendar = 1_000;
const aYear = 31_536_000;

/** Home, what comes into force, coverage, verification, accessibility, and the files every page links. */
export function serviceRoutes(house: House): Hono<HttpEnvironment> {
  const { database } = house.deps;
  const counts = remembered(figuresHoldSeconds, () => registeredCounts(database));
  const app = new Hono<HttpEnvironment>();

  app.get('/', async (c) => {
    const moment: Moment = { day: c.var.today };
    const read = await readHome(house, moment, () => counts(''));
    const view = homeView({ ...read, services: services(c.var.lang, house.navigation) }, viewing(house, c, moment));
    return answerPage(c, <HomePage frame={frameFor(c, house, { canonicalPath: '/' })} home={view} />);
  });
  app.get('/coverage', async (c) => {
    const context = viewing(house, c, { day: c.var.today });
    const coverage = coverageView(await house.coverage(), context);
    return answerPage(c, <CoveragePage frame={frameFor(c, house)} coverage={coverage} />);
  });
  app.get('/coming', (c) => comingPage(house, c));
  app.get('/coming.ics', (c) => comingCalendar(house, c));
  app.get('/verify', (c) => verifyPage(house, c));
  app.get('/accessibility', (c) => answerPage(c, <AccessibilityPage frame={frameFor(c, house)} />));
  for (const asset of pageAssets) {
    app.get(asset.href, (c) => {
      c.header('cache-control', `public, max-age=${aYear}, immutable`);
      return c.body(asset.text, 200, { 'content-type': asset.type });
    });
  }
  return app;
}

/**
 * What the home page shows of the register. The embedded database has one session: while an act of the founding data
 * holds it, a page that asked would wait for the whole file, so that page is answered without.
 */
async function readHome(house: House, moment: Moment, counts: () => ReturnType<typeof registeredCounts>) {
  const { database, arrivals } = house.deps;
  const arrival = arrivals.now();
  const recording = arrival === undefined ? {} : { arriving: { step: 'recording' as const, ...arrival } };
  if (arrival !== undefined && database.kind === 'embedded') return recording;
  const coming = await comingIntoForce(database, moment, { limit: comingOnHome });
  const held = { counts: await counts(), coverage: await house.coverage(), coming };
  const toGo = await indexingBacklog(database);
  if (arrival !== undefined || toGo < worthALine) return { held, ...recording };
  return { held, arriving: { step: 'indexing' as const, toGo } };
}

async function comingPage(house: House, c: Request): Promise<Response> {
  const { database } = house.deps;
  const moment = momentOf(house, c);
  const question = `coming ${moment.day}`;
  const cursor = c.req.query('cursor');
  const [on, numberKey] = cursor === undefined ? [] : readCursor(cursor, question, house.cursorKey);
  const after = on === undefined ? undefined : { on: String(on), numberKey: String(numberKey) };
  const found = await comingIntoForce(database, moment, { limit: rowsOfPage + 1, after });
  const shown = found.slice(0, rowsOfPage);
  const facts = await listFacts(
    database,
    shown.map((brief) => brief.standardId),
    moment,
  );
  const context = viewing(house, c, moment);
  const last = found.length > rowsOfPage ? shown.at(-1) : undefined;
  const next = last?.implementedOn
    ? signedCursor([last.implementedOn, last.numberKey], question, house.cursorKey)
    : undefined;
  return answerPage(
    c,
    <ComingPage
      frame={frameFor(c, house, daysShown(house, moment))}
      results={shown.map((brief) => resultView(brief, facts.get(brief.standardId), context))}
      pagination={{ kind: 'cursor', nextHref: next === undefined ? undefined : `/coming?cursor=${next}` }}
      calendarHref="/coming.ics"
    />,
  );
}

async function comingCalendar(house: House, c: Request): Promise<Response> {
  const found = await comingIntoForce(house.deps.database, { day: c.var.today }, { limit: daysOfCalendar });
  const base = baseOf(house, c);
  const { name } = house.deps.settings;
  const days = found.map((brief) => ({
    number: brief.number,
    title: titleOf(brief.titles, c.var.lang),
    on: brief.inForceOn ?? c.var.today,
    href: base + standardPath(brief.address),
  }));
  // The stamp follows the day, so that an unchanged calendar stays unchanged.
  return answerText(c, calendarText(c.var.lang === 'en' ? name.en : name.zh, days, `${c.var.today}T00:00:00Z`), {
    type: calendarType,
  });
}

/** Where the tiles begin: the first one of the leaves, as wide as the tree fills it. */
function firstTilePath(treeSize: number): string {
  return treeSize >= tileWidth ? '/log/tile/0/000' : `/log/tile/0/000.p/${treeSize}`;
}

async function verifyPage(house: House, c: Request): Promise<Response> {
  const { database, settings, sealingKeys } = house.deps;
  const checkpoint = await newestCheckpoint(database);
  if (!checkpoint) throw refusal('standards.not-sealed-yet');
  const [signer] = sealingKeys.signers();
  return answerPage(
    c,
    <VerifyPage
      frame={frameFor(c, house)}
      verify={{
        origin: settings.origin,
        publicKey: (signer ?? sealingKeys.first).text,
        treeSize: checkpoint.treeSize,
        rootHash: Buffer.from(checkpoint.root).toString('hex'),
        checkpointAt: checkpoint.settledAt,
        checkpointHref: '/log/checkpoint',
        tilesHref: firstTilePath(checkpoint.treeSize),
        exportCommand: 'npx guiju export register.guiju',
        listCommand: `npx guiju verify-proof proof.json --list list.json --key ${sealingKeys.first.text}`,
        recordCommand: `npx guiju verify-proof standard.proof.json --key ${sealingKeys.first.text}`,
        verifyCommand: 'npx guiju verify --checkpoint checkpoint',
      }}
    />,
  );
}
