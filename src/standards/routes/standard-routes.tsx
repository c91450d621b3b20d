import { Hono } from 'hono';
import { accepts } from 'hono/accepts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { jsonLdText } from '../../portal/json-ld.tsx';
import { answerPage, answerText, frameFor } from '../../portal/page.tsx';
import { jsonLd } from '../exports/json-ld.ts';
import { publicRecord } from '../exports/public-record.ts';
import { ChoicePage } from '../pages/choice-page.tsx';
import { GonePage } from '../pages/gone-page.tsx';
import { StandardPage } from '../pages/standard-page.tsx';
import { annulledAt, wasAnnulled } from '../queries/annulled.ts';
import { bearersOf } from '../queries/bearers.ts';
import { findStandard } from '../queries/find.ts';
import { listFacts } from '../queries/list-facts.ts';
import type { Moment } from '../queries/moment.ts';
import { sealedPlace } from '../queries/proof.ts';
import { recordAt, type StandardRecord } from '../queries/record.ts';
import { choiceView } from '../views/choice.ts';
import { goneView } from '../views/gone.ts';
import { standardPath } from '../views/link.ts';
import { standardView } from '../views/standard.ts';
import { baseOf, daysShown, type House, momentOf, type Request, viewing } from './house.ts';
import { notInRegister } from './not-in-register.tsx';
import { notKnownThen, readStandard } from './read-standard.ts';
import { numberGivenUp, recordOrRefusal } from './record-or-refusal.ts';
import { reservedNames } from './reserved.ts';

/** The page of a standard, its record for programs, and the way to it from any spelling of its number. */
export function standardRoutes(house: House): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  for (const form of programForms)
    app.get(`/standards/:file{[^/]+\\.${form.ending}}`, (c) =>
      recordFor(house, c, { text: c.req.param('file').slice(0, -form.ending.length - 1), form }),
    );

  app.get('/standards/:number{.+}', async (c, next) => {
    const text = c.req.param('number');
    // Names of tools below /standards are no numbers; their routes stand elsewhere.
    if (reservedNames.has(text)) return next();
    const moved = await tailMoved(house, c, text);
    if (moved) return moved;
    const form = formWished(c);
    if (form !== undefined) return recordFor(house, c, { text, form });
    const moment = momentOf(house, c);
    if (c.req.query('annulled') !== undefined) return gone(house, c, { address: text, moment });
    const page = await standardPage(house, c, { address: text, moment });
    if (page) return page;
    return elsewhere(house, c, { text, moment });
  });
  return app;
}

/** What may follow the address of a standard: other forms of its record (standard-form-routes.tsx). */
const tailShape =
  /(?:\/(?:compare|history|relations|proof|proof\.json|citation\.(?:yaml|bib|ris|json))|\.(?:json|jsonld|atom))$/;

/** A number written with its slashes, and the name of a form behind it, leads to that form at the permanent address. */
async function tailMoved(house: House, c: Request, text: string): Promise<Response | undefined> {
  const [tail] = tailShape.exec(text) ?? [];
  if (tail === undefined) return undefined;
  const moment = momentOf(house, c);
  const found = await findStandard(house.deps.database, text.slice(0, -tail.length), moment);
  return found.kind === 'number' ? movedTo(house, c, { ...found, tail, moment }) : undefined;
}

interface Move {
  readonly address: string;
  readonly namesEdition: boolean;
  readonly tail: string;
  readonly moment: Moment;
}

/** What an undated number leads to changes with the next edition, so only a number of one edition moves for good. */
async function movedTo(house: House, c: Request, { address, namesEdition, tail, moment }: Move): Promise<Response> {
  const isRegistered = (await recordAt(house.deps.database, address, moment)) !== undefined;
  const { search } = new URL(c.req.url);
  return c.redirect(standardPath(address) + tail + search, isRegistered && namesEdition ? 301 : 302);
}

/** A record for programs, by the ending of its own address. */
interface ProgramForm {
  readonly ending: string;
  readonly type: string;
  readonly text: (record: StandardRecord, place: { readonly base: string; readonly moment: Moment }) => string;
}

const programForms: readonly ProgramForm[] = [
  {
    ending: 'json',
    type: 'application/json',
    text: (record, { moment }) => `${JSON.stringify(publicRecord(record, moment), null, 2)}\n`,
  },
  {
    ending: 'jsonld',
    type: 'application/ld+json',
    text: (record, { base, moment }) => jsonLdText(jsonLd(record, { base, day: moment.day })),
  },
];

/** The form that a program wishes of the page's own address; whoever says nothing of the kind gets the page. */
function formWished(c: Request): ProgramForm | undefined {
  const page = 'text/html';
  const supports = [page, ...programForms.map(({ type }) => type)];
  const wished = accepts(c, { header: 'Accept', supports, default: page });
  return programForms.find(({ type }) => type === wished);
}

async function recordFor(
  house: House,
  c: Request,
  { text, form }: { readonly text: string; readonly form: ProgramForm },
): Promise<Response> {
  const moment = momentOf(house, c);
  const record = await recordOrRefusal(house.deps, text, moment);
  c.header('content-location', `${standardPath(record.address)}.${form.ending}${new URL(c.req.url).search}`);
  return answerText(c, form.text(record, { base: baseOf(house, c), moment }), { type: `${form.type}; charset=utf-8` });
}

interface Asked {
  readonly address: string;
  readonly moment: Moment;
}

/** The page at a permanent address; undefined when nothing stands there at the moment. */
async function standardPage(house: House, c: Request, { address, moment }: Asked): Promise<Response | undefined> {
  const reading = await house.deps.database.snapshot((read) => readStandard(read, address, moment));
  if (!reading) return undefined;
  const { record } = reading;
  // An earlier address of the same standard, such as that of its draft, leads to the one in use, which may change once more.
  if (record.address !== address) return c.redirect(standardPath(record.address) + new URL(c.req.url).search, 302);
  const base = baseOf(house, c);
  const context = {
    ...viewing(house, c, moment),
    dayOf: house.deps.clock.dayOf,
    jsonLd: jsonLd(record, { base, day: moment.day }),
  };
  const frame = frameFor(c, house, { ...daysShown(house, moment), canonicalPath: standardPath(record.address) });
  return answerPage(c, <StandardPage frame={frame} standard={standardView(reading, context)} />);
}

/** No record at this address: a spelling of a number, a choice, an annulled record, or not in this register. */
async function elsewhere(
  house: House,
  c: Request,
  { text, moment }: { readonly text: string; readonly moment: Moment },
): Promise<Response> {
  const { database } = house.deps;
  const found = await findStandard(database, text, moment);
  if (found.kind === 'number') {
    if (found.address === text) return gone(house, c, { address: text, moment });
    return movedTo(house, c, { ...found, tail: '', moment });
  }
  if (found.kind === 'given-up') throw numberGivenUp(text, found.by);
  if (found.kind === 'address') return gone(house, c, { address: text, moment });
  if (found.kind === 'several') {
    const context = viewing(house, c, moment);
    const facts = await listFacts(
      database,
      found.standards.map((brief) => brief.standardId),
      moment,
    );
    const frame = frameFor(c, house, daysShown(house, moment));
    return answerPage(
      c,
      <ChoicePage frame={frame} choice={choiceView(text, { briefs: found.standards, facts }, context)} />,
      300,
    );
  }
  return notInRegister(house, c, { text, reading: found.reading, moment });
}

/** A record entered in error: its address answers since when, by whom and why it is gone (DESIGN 10, rule 6). */
async function gone(house: House, c: Request, { address, moment }: Asked): Promise<Response> {
  const { database, clock } = house.deps;
  const annulled = await annulledAt(database, address);
  if (!annulled || !wasAnnulled(annulled, moment)) throw await notKnownThen(house.deps, address, moment);
  const context = viewing(house, c, moment);
  const bearers = await bearersOf(database, address, moment);
  const sealed = await sealedPlace(database, annulled);
  const view = goneView(annulled, { ...context, dayOf: clock.dayOf, sealed, bearers });
  return answerPage(c, <GonePage frame={frameFor(c, house)} gone={view} />, 410);
}
