import { Hono } from 'hono';
import { allCommittees, committeesByCode, committeesUnder } from '../../bodies/index.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { sql } from '../../foundation/sql.ts';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { readCursor, signedCursor } from '../exports/signed-cursor.ts';
import { BrowsePage } from '../pages/browse-page.tsx';
import { CommitteePage } from '../pages/committee-page.tsx';
import type { BrowseView } from '../pages/register-view.ts';
import type { ResultView } from '../pages/search-view.ts';
import { briefsWhere } from '../queries/brief.ts';
import {
  type ClassBy,
  classCounts,
  inClass,
  organizationCounts,
  standardsWithOrganizations,
} from '../queries/classes.ts';
import { registeredCounts } from '../queries/figures.ts';
import { listFacts } from '../queries/list-facts.ts';
import type { Moment } from '../queries/moment.ts';
import { browseView, type CountOf, emptyReason, ledgerCounts, listOfWay, namedBrowseView } from '../views/browse.ts';
import { resultView } from '../views/choice.ts';
import { committeeTree, committeeView } from '../views/committees.ts';
import { written } from '../views/link.ts';
import { daysShown, type House, momentOf, type Request, remembered, viewing } from './house.ts';

/** Counts over the whole register are shown as of at most a minute ago. */
const countsHoldSeconds = 60;
const rowsOfPage = 50;
const organizationsShown = 500;

/** The register by class, region, sector and body, with what each holds. */
export function browseRoutes(house: House): Hono<HttpEnvironment> {
  const { database } = house.deps;
  const ledger = remembered(countsHoldSeconds, () => registeredCounts(database));
  const classes = remembered(countsHoldSeconds, async (key) => {
    const [by, day] = key.split(' ');
    return isClassBy(by) && day !== undefined ? classCounts(database, by, { day }) : [];
  });
  const organizations = remembered(countsHoldSeconds, (day) =>
    organizationCounts(database, { day }, organizationsShown),
  );

  const organized = remembered(countsHoldSeconds, (day) => standardsWithOrganizations(database, { day }));

  const countsOf = async (by: ListedWay, moment: Moment): Promise<CountOf> => {
    if (by !== 'ics' && by !== 'ccs') return ledgerCounts(by, await ledger(''));
    const found = new Map((await classes(`${by} ${moment.day}`)).map(({ value, records }) => [value, records]));
    return (code) => found.get(code) ?? 0;
  };

  const app = new Hono<HttpEnvironment>();
  app.get('/browse', (c) => c.redirect('/browse/tier', 302));
  app.get('/browse/:by', async (c) => {
    const by = c.req.param('by');
    const moment = momentOf(house, c);
    if (by === 'department') {
      const counted = await classes(`${by} ${moment.day}`);
      return page(house, c, namedBrowseView(by, counted, sumOf(counted)));
    }
    if (by === 'committee') {
      const counted = await classes(`${by} ${moment.day}`);
      const entries = committeeTree(counted, await allCommittees(database, moment), viewing(house, c, moment));
      return page(house, c, { ...namedBrowseView(by, [], sumOf(counted)), entries });
    }
    // One standard has several organizations: the sum of theirs would count it as often.
    if (by === 'organization')
      return page(house, c, namedBrowseView(by, await organizations(moment.day), await organized(moment.day)));
    if (!isListedWay(by)) throw refusal('standards.class-unknown', { value: by.slice(0, 80) });
    const countOf = await countsOf(by, moment);
    const total = sumOf(await ledger(''));
    return page(
      house,
      c,
      browseView({ by, countOf, standards: [], pagination: { kind: 'cursor' }, total }, viewing(house, c, moment)),
    );
  });

  app.get('/browse/:by/:value{.+}', async (c) => {
    const { by, value } = c.req.param();
    const moment = momentOf(house, c);
    if (by === 'committee' || by === 'department') return committeePage(house, c, { by, value, moment });
    if (!isListedWay(by) || !isCode(house, by, value))
      throw refusal('standards.class-unknown', { value: `${by}/${value}`.slice(0, 80) });
    const context = viewing(house, c, moment);
    const countOf = await countsOf(by, moment);
    const list = await standardsIn(house, c, { by, value, moment });
    const nearlyEmpty = by === 'tier' ? emptyReason(value, await house.coverage(), context) : undefined;
    const view = browseView({ by, value, countOf, ...list, total: countOf(value) }, context);
    return page(house, c, { ...view, nearlyEmpty });
  });
  return app;
}

type ListedWay = 'tier' | 'ics' | 'ccs' | 'region' | 'sector';
const listedWays: ReadonlySet<string> = new Set(['tier', 'ics', 'ccs', 'region', 'sector']);

function isListedWay(by: string): by is ListedWay {
  return listedWays.has(by);
}

function isClassBy(by: string | undefined): by is ClassBy {
  return by === 'ics' || by === 'ccs' || by === 'committee' || by === 'department';
}

function sumOf(counts: readonly { readonly records: number }[]): number {
  return counts.reduce((sum, { records }) => sum + records, 0);
}

/** A class of the code list on any day; what is no code ends here and never reaches the database. */
function isCode(house: House, by: ListedWay, value: string): boolean {
  const list = listOfWay[by];
  return list !== undefined && house.deps.definitions.codelist(list).entries.some((entry) => entry.code === value);
}

function page(house: House, c: Request, view: BrowseView): Promise<Response> {
  return answerPage(c, <BrowsePage frame={frameFor(c, house, daysShown(house, momentOf(house, c)))} browse={view} />);
}

interface AskedClass {
  readonly by: ListedWay | 'committee' | 'department';
  readonly value: string;
  readonly moment: Moment;
}

/** The standards of a class in the order of their numbers, page by page. */
async function standardsIn(house: House, c: Request, { by, value, moment }: AskedClass) {
  const { database } = house.deps;
  const context = viewing(house, c, moment);
  const question = `browse ${by} ${value}`;
  const cursor = c.req.query('cursor');
  const [after] = cursor === undefined ? [] : readCursor(cursor, question, house.cursorKey);
  const found = await briefsWhere(database, {
    condition: sql`${inClass(by, value)} and ${after === undefined ? sql`true` : sql`t.number_key > ${String(after)}`}`,
    order: sql`t.number_key`,
    limit: rowsOfPage + 1,
    moment,
  });
  const shown = found.slice(0, rowsOfPage);
  const facts = await listFacts(
    database,
    shown.map((brief) => brief.standardId),
    moment,
  );
  const last = found.length > rowsOfPage ? shown.at(-1) : undefined;
  const standards: readonly ResultView[] = shown.map((brief) =>
    resultView(brief, facts.get(brief.standardId), context),
  );
  const nextHref =
    last === undefined ? undefined : nextPage(c, signedCursor([last.numberKey], question, house.cursorKey));
  return { standards, pagination: { kind: 'cursor' as const, nextHref } };
}

function nextPage(c: Request, cursor: string): string {
  const address = new URL(c.req.url);
  address.searchParams.set('cursor', cursor);
  return `${address.pathname}${address.search}`;
}

async function committeePage(
  house: House,
  c: Request,
  asked: AskedClass & { readonly by: 'committee' | 'department' },
): Promise<Response> {
  const { database } = house.deps;
  const { by, value, moment } = asked;
  const { standards, pagination } = await standardsIn(house, c, asked);
  const known = await committeesByCode(database, by === 'committee' ? [value] : [], moment);
  const committee = known.get(value);
  if (standards.length === 0 && committee === undefined && c.req.query('cursor') === undefined)
    throw refusal('standards.class-unknown', { value: value.slice(0, 80) });
  const parents = await committeesByCode(database, committee?.parent ? [committee.parent] : [], moment);
  const children = committee === undefined ? [] : await committeesUnder(database, value, moment);
  const around = { committee, parent: parents.get(committee?.parent ?? ''), children };
  const view = { ...committeeView(value, around, viewing(house, c, moment)), standards, pagination };
  // Departments, and committees in China, are mostly named in full by their standards.
  const isName = by === 'department' || /\p{Script=Han}/u.test(value);
  const shown = view.name === undefined && isName ? { ...view, name: written(value) } : view;
  return answerPage(c, <CommitteePage frame={frameFor(c, house, daysShown(house, moment))} committee={shown} />);
}
