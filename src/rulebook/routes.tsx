import { type Context, Hono } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { refusal } from '../foundation/refusal.ts';
import { answerPage, frameFor } from '../portal/page.tsx';
import { type Asked, jurisdictionsAt, jurisdictionsIn, readAsked } from './asked.ts';
import { yearView } from './calendar-view.ts';
import { CalendarPage } from './pages/calendar-page.tsx';
import { RulePage, type RuleView } from './pages/rule-page.tsx';
import { RulebookPage, type RulebookView } from './pages/rulebook-page.tsx';
import { rulesCsv, rulesJson, rulesXlsx } from './rule-files.ts';
import { appliedAt, subjectViews, valueView } from './rule-view.ts';
import { inLanguage, placeName } from './sentences.ts';
import { rulebookText } from './texts.ts';

type Request = Context<HttpEnvironment>;

interface House {
  readonly deps: Deps;
  readonly navigation: readonly NavigationEntry[];
}

/** Pages and files of the rulebook and of the calendar of working days. They are public. */
export function rulebookRoutes(deps: Deps, navigation: readonly NavigationEntry[]): Hono<HttpEnvironment> {
  const house = { deps, navigation };
  const app = new Hono<HttpEnvironment>();
  app.get('/rulebook', (c) => {
    const asked = askedBy(c);
    const frame = frameFor(c, house, { asOf: asked.day, canonicalPath: '/rulebook' });
    return answerPage(c, <RulebookPage frame={frame} view={rulebookView(house, c, asked)} />);
  });
  app.get('/rulebook.json', (c) => c.json(rulesJson(fileGiven(house, c))));
  app.get('/rulebook.csv', (c) => sent(c, rulesCsv(fileGiven(house, c)), ['rulebook.csv', 'text/csv; charset=utf-8']));
  app.get('/rulebook.xlsx', (c) => {
    const { settings, clock } = deps;
    const creator = c.var.lang === 'en' ? settings.name.en : settings.name.zh;
    const file = rulesXlsx({ ...fileGiven(house, c), writtenAt: clock.now(), creator });
    return sent(c, file, ['rulebook.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
  });
  app.get('/rulebook/:id', (c) => {
    const id = c.req.param('id').slice(0, 100);
    const asked = askedBy(c);
    const frame = frameFor(c, house, { asOf: asked.day, canonicalPath: `/rulebook/${id}` });
    return answerPage(c, <RulePage frame={frame} rule={ruleView(house, c, { id, asked })} />);
  });
  app.get('/calendar', (c) => {
    const year = yearAsked(c);
    const view = yearView(deps.definitions.calendar, year);
    const frame = frameFor(c, house, { canonicalPath: `/calendar?year=${year}` });
    return answerPage(c, <CalendarPage frame={frame} view={view} />);
  });
  return app;
}

function askedBy(c: Request): Asked {
  const { req } = c;
  return readAsked({ asOf: req.query('as-of'), place: req.query('for'), show: req.query('show') }, c.var.today);
}

function yearAsked(c: Request): number {
  const text = c.req.query('year') ?? c.var.today.slice(0, 4);
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  if (year < 1949 || year > 2999) throw refusal('rulebook.year-unknown', { year: text.slice(0, 40) });
  return year;
}

function fileGiven({ deps }: House, c: Request) {
  return { lang: c.var.lang, definitions: deps.definitions, asked: askedBy(c) };
}

function sent(c: Request, bytes: Uint8Array, [name, type]: readonly [name: string, type: string]): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

function rulebookView({ deps: { definitions } }: House, c: Request, asked: Asked): RulebookView {
  const { lang, today } = c.var;
  const values = [...definitions.rulebook.values()].flatMap((rule) => rule.values);
  const known = jurisdictionsIn(definitions.rulebook);
  // A place without values of its own is still shown as chosen: the wider values apply there.
  const places = known.includes(asked.jurisdiction) ? known : [...known, asked.jurisdiction];
  return {
    asked,
    subjects: subjectViews({ lang, definitions, query: queryOf(asked, today) }, asked),
    places: places.map((value) => ({ value, label: placeName(lang, value, { definitions, day: asked.day }) })),
    counts: {
      rules: definitions.rulebook.size,
      values: values.length,
      unconfirmed: values.filter(({ confirmed }) => !confirmed).length,
    },
    query: queryOf(asked, today, asked.onlyUnconfirmed ? { show: 'unconfirmed' } : {}),
  };
}

/** Place and day as an address keeps them; what is asked for anyway is left out. */
function queryOf(asked: Asked, today: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(asked.jurisdiction !== 'nation' && { for: asked.jurisdiction }),
    ...(asked.day !== today && { 'as-of': asked.day }),
    ...more,
  }).toString();
  return query === '' ? '' : `?${query}`;
}

interface RuleAsked {
  readonly id: string;
  readonly asked: Asked;
}

function ruleView({ deps: { definitions } }: House, c: Request, { id, asked }: RuleAsked): RuleView {
  const { lang, today } = c.var;
  const rule = definitions.rulebook.get(id);
  const subject = definitions.ruleSubjects.find(({ rules }) => rules.includes(id));
  if (!rule || !subject) throw refusal('rulebook.rule-unknown', { id });
  const given = { lang, definitions, day: asked.day };
  const own = new Set(rule.values.map(({ jurisdiction }) => jurisdiction));
  const places = [...new Set(['nation' as const, ...own, asked.jurisdiction])];
  const tags = new Set(rule.values.flatMap(({ basis }) => basis.map(({ source }) => source)));
  return {
    id,
    title: inLanguage(lang, rule.title),
    kind: rulebookText(lang)(`kind.${rule.kind}`),
    subject: { title: inLanguage(lang, subject.title), href: `/rulebook${queryOf(asked, today)}#${subject.id}` },
    day: asked.day,
    noNationalValue: rule.noNationalValue && inLanguage(lang, rule.noNationalValue),
    applied: places.map((jurisdiction) => {
      const found = appliedAt(definitions, id, { day: asked.day, jurisdiction });
      return {
        place: placeName(lang, jurisdiction, given),
        value: found && valueView(rule, found, given),
        isOwn: found !== undefined && [jurisdiction, ...jurisdictionsAt(jurisdiction)].includes(found.jurisdiction),
      };
    }),
    values: rule.values.map((value) => valueView(rule, value, given)),
    sources: [...tags].flatMap((tag) => definitions.legalSources.get(tag) ?? []),
  };
}
