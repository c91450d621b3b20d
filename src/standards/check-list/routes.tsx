import { Hono } from 'hono';
import { stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { rateLimit } from '../../foundation/http/rate-limit.ts';
import { setRetryAfter } from '../../foundation/http/retry-after.ts';
import { sentForm } from '../../foundation/http/sent-form.ts';
import { Refusal, refusal } from '../../foundation/refusal.ts';
import { sealedSuccessions } from '../../foundation/sealing-key-office.ts';
import { pageText } from '../../portal/layout.tsx';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { CheckListFormPage } from '../pages/check-list-form-page.tsx';
import { CheckListResultPage } from '../pages/check-list-result-page.tsx';
import type { CheckListFormView } from '../pages/service-view.ts';
import { dayNamed } from '../queries/moment.ts';
import { baseOf, type House, type Request, viewing } from '../routes/house.ts';
import { answerProof } from './answer-proof.ts';
import { checkList } from './check-list.ts';
import { problemInForm } from './form-problem.ts';
import { jsonAnswer } from './json-answer.ts';
import { type KeptList, keptList, keptRows, standings } from './kept-lists.ts';
import { mostMegabytes, mostNumbers } from './list-entry.ts';
import { listPath, resultView, rowsOfPage } from './result-view.ts';
import { resultWorkbook } from './result-workbook.ts';
import { readSentList } from './sent-list.ts';

/** Check a list: the form, the answer under its own address, and its forms for programs and printers. */
export function checkListRoutes(house: House): Hono<HttpEnvironment> {
  const { settings, database } = house.deps;
  const app = new Hono<HttpEnvironment>();
  app.get('/check-list', (c) =>
    answerPage(
      c,
      <CheckListFormPage frame={frameFor(c, house, { canonicalPath: '/check-list' })} form={formView(c.var.today)} />,
    ),
  );
  app.post('/check-list', rateLimit(settings.limits.toolsPerMinute, stopwatch()), (c) => sent(house, c));
  // The address is the secret of whoever sent the list: no index and no shared store shall have it.
  app.use('/check-list/:id{.+}', async (c, next) => {
    await next();
    c.header('x-robots-tag', 'noindex');
    if (c.req.method === 'GET') c.header('cache-control', 'private, no-cache');
  });
  app.get('/check-list/:file{[\\w-]+\\.xlsx}', async (c) => {
    const kept = await keptOrGone(house, c.req.param('file').replace(/\.xlsx$/, ''));
    const rows = await keptRows(database, kept.id);
    const bytes = resultWorkbook({
      kept,
      rows,
      context: viewing(house, c, { day: kept.asOf }),
      coverage: await house.coverage(),
      base: baseOf(house, c),
    });
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="check-list-${kept.checkedOn}.xlsx"`,
    });
  });
  app.get('/check-list/:file{[\\w-]+\\.json}', async (c) => {
    const kept = await keptOrGone(house, c.req.param('file').replace(/\.json$/, ''));
    const context = viewing(house, c, { day: kept.asOf });
    const rows = await keptRows(database, kept.id);
    return c.json(jsonAnswer(kept, rows, { context, coverage: await house.coverage() }));
  });
  app.get('/check-list/:id{[\\w-]+}/proof.json', async (c) => {
    const proof = await answerProof(database, await keptOrGone(house, c.req.param('id')));
    if (!proof) throw refusal('standards.list-not-proven-yet');
    // Whoever has the file alone can check it: it carries the keys of the log, from the first to the one in office.
    const { settings: own, sealingKeys } = house.deps;
    const successions = (await sealedSuccessions(database)).map(({ succession }) => succession);
    return c.json({ origin: own.origin, firstKey: sealingKeys.first.text, successions, ...proof }, 200, {
      'content-disposition': 'attachment; filename="proof.json"',
    });
  });
  app.get('/check-list/:id{[\\w-]+}/print', async (c) =>
    resultPage(house, c, { kept: await keptOrGone(house, c.req.param('id')), isWhole: true }),
  );
  app.get('/check-list/:id{[\\w-]+}', async (c) =>
    resultPage(house, c, { kept: await keptOrGone(house, c.req.param('id')), isWhole: false }),
  );
  return app;
}

/**
 * @throws Refusal `standards.list-not-kept`
 */
export async function keptOrGone(house: House, id: string): Promise<KeptList> {
  const kept = await keptList(house.deps.database, id);
  if (!kept) throw refusal('standards.list-not-kept');
  return kept;
}

async function sent(house: House, c: Request): Promise<Response> {
  const body = await sentForm(c);
  const given = (name: string): string | undefined => (typeof body[name] === 'string' ? body[name] : undefined);
  const file = body['file'];
  const asked = { pasted: given('numbers') ?? '', asOf: given('as-of')?.trim() ?? '' };
  try {
    const asOf = asked.asOf === '' ? c.var.today : dayNamed('as-of', asked.asOf);
    const read = await readSentList({
      text: asked.pasted,
      file: file instanceof File ? file : undefined,
    });
    const kept = await checkList(house.deps, { ...read, asOf, sender: c.var.sender });
    return c.redirect(listPath(kept.id), 303);
  } catch (error) {
    return formAgain(house, c, { error, asked });
  }
}

interface Again {
  readonly error: unknown;
  readonly asked: { readonly pasted: string; readonly asOf: string };
}

/** Longer texts are not sent back: the page would be as long as what was refused. */
const longestShownAgain = 100_000;

/** The form as it was sent, with what is wrong; whatever the form cannot explain goes on. */
async function formAgain(house: House, c: Request, { error, asked }: Again): Promise<Response> {
  const found = error instanceof Refusal ? problemInForm(error, c.var.lang) : undefined;
  if (!(error instanceof Refusal) || !found) throw error;
  setRetryAfter(c, error);
  const form: CheckListFormView = {
    ...formView(c.var.today),
    pasted: asked.pasted.length > longestShownAgain ? '' : asked.pasted,
    asOf: asked.asOf === '' ? c.var.today : asked.asOf.slice(0, 20),
    problems: [found.problem],
  };
  const statuses: Readonly<Record<string, 400 | 413 | 429>> = { 'too-large': 413, 'too-many': 429 };
  const page = await (<CheckListFormPage frame={frameFor(c, house)} form={form} />);
  return c.html(pageText(page), statuses[found.category] ?? 400);
}

function formView(today: string): CheckListFormView {
  return {
    action: '/check-list',
    pasted: '',
    asOf: today,
    maximumRows: mostNumbers,
    maximumMegabytes: mostMegabytes,
    problems: [],
  };
}

interface Shown {
  readonly kept: KeptList;
  readonly isWhole: boolean;
}

async function resultPage(house: House, c: Request, { kept, isWhole }: Shown): Promise<Response> {
  const { database, clock } = house.deps;
  const only = c.req.query('only');
  const standing = only !== undefined && /^[A-Za-z-]{1,40}$/.test(only) ? only : undefined;
  const asked = Number(c.req.query('page') ?? '1');
  const page = Number.isSafeInteger(asked) && asked > 0 && asked <= mostNumbers ? asked : 1;
  const rows = await keptRows(
    database,
    kept.id,
    isWhole ? {} : { standing, from: (page - 1) * rowsOfPage, limit: rowsOfPage },
  );
  const view = resultView(
    {
      kept,
      rows,
      standings: await standings(database, kept.id),
      coverage: await house.coverage(),
      page,
      standing,
      isWhole,
      base: baseOf(house, c),
      origin: house.deps.settings.origin,
    },
    viewing(house, c, { day: kept.asOf }),
  );
  const known = kept.checkpoint === null ? kept.checkedOn : clock.dayOf(kept.checkpoint.settledAt);
  return answerPage(c, <CheckListResultPage frame={frameFor(c, house, { asOf: kept.asOf, known })} result={view} />);
}
