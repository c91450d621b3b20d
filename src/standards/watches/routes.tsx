import { Hono } from 'hono';
import { addMilliseconds, stopwatch } from '../../foundation/clock.ts';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { httpStatus } from '../../foundation/http/problem.ts';
import { rateLimit } from '../../foundation/http/rate-limit.ts';
import { setRetryAfter } from '../../foundation/http/retry-after.ts';
import { sentForm } from '../../foundation/http/sent-form.ts';
import { Refusal, refusal, refusalMessage } from '../../foundation/refusal.ts';
import {
  askToBeTold,
  confirmationHours,
  confirmWatch,
  isLinkToken,
  noticeRefusals,
  type Post,
  postOf,
  stopWatch,
  type Watch,
  type WatchSubject,
  watchAt,
} from '../../notices/index.ts';
import { pageText } from '../../portal/layout.tsx';
import { answerPage, frameFor } from '../../portal/page.tsx';
import { keptOrGone } from '../check-list/routes.tsx';
import type { WatchSubject as SubjectView, WatchStateView } from '../pages/service-view.ts';
import { standardsText } from '../pages/texts.ts';
import { WatchFormPage, WatchStatePage } from '../pages/watch-pages.tsx';
import { briefsById } from '../queries/brief.ts';
import { findStandard } from '../queries/find.ts';
import { recordAt } from '../queries/record.ts';
import type { House, Request } from '../routes/house.ts';
import { standardPath } from '../views/link.ts';
import { listSubject, searchSubject, standardSubject } from './subjects.ts';

/** Being told by e-mail: asking, confirming, stopping. Confirming and stopping need a button, since mail programs open links. */
export function watchRoutes(house: House, post: Post = postOf(house.deps)): Hono<HttpEnvironment> {
  const { settings } = house.deps;
  const app = new Hono<HttpEnvironment>();
  const limit = rateLimit(settings.limits.toolsPerMinute, stopwatch());
  app.use('/watches/*', async (c, next) => {
    await next();
    c.header('x-robots-tag', 'noindex');
    c.header('cache-control', 'private, no-store');
  });
  app.get('/watches/new', async (c) => formPage(house, c, { subject: await subjectAsked(house, c), email: '' }));
  app.post('/watches/new', limit, async (c) => asked(house, c, { subject: await subjectAsked(house, c), post }));
  app.post('/check-list/:id{[\\w-]+}/watch', limit, async (c) =>
    asked(house, c, { subject: listSubject(await keptOrGone(house, c.req.param('id'))), post }),
  );
  app.get('/watches/:id/confirm/:token', async (c) => {
    const watch = await watchOf(house, c, 'confirmHash');
    if (!watch || (watch.state !== 'asked' && watch.state !== 'confirmed')) return statePage(house, c, expired(watch));
    if (watch.state === 'confirmed')
      return statePage(house, c, { kind: 'confirmed', subject: subjectView(watch.subject, c) });
    if (watch.validUntil < house.deps.clock.now()) return statePage(house, c, expired(watch));
    return statePage(house, c, { kind: 'confirm', subject: subjectView(watch.subject, c), action: c.req.path });
  });
  app.post('/watches/:id/confirm/:token', limit, (c) => carriedOut(house, c, confirmWatch));
  app.get('/watches/:id/stop/:token', async (c) => {
    const watch = await watchOf(house, c, 'stopHash');
    if (!watch) return statePage(house, c, expired(watch));
    const subject = subjectView(watch.subject, c);
    const isOver = watch.state === 'stopped' || watch.state === 'lapsed';
    return statePage(house, c, isOver ? { kind: 'stopped', subject } : { kind: 'stop', subject, action: c.req.path });
  });
  app.post('/watches/:id/stop/:token', limit, (c) => carriedOut(house, c, stopWatch));
  return app;
}

/** What the address asks to watch: `standard` (address or number) or `search` (the query of a search). */
async function subjectAsked(house: House, c: Request): Promise<WatchSubject> {
  const { database } = house.deps;
  const standard = c.req.query('standard');
  if (standard !== undefined) {
    const found = await findStandard(database, standard.slice(0, 300), { day: c.var.today });
    const record =
      found.kind === 'address' || found.kind === 'number'
        ? await recordAt(database, found.address, { day: c.var.today })
        : undefined;
    if (!record) throw refusal('standards.not-in-register', { number: standard.slice(0, 80) });
    return standardSubject(record);
  }
  const subject = searchSubject(c.req.query('search') ?? '');
  if (!subject) throw refusal('standards.nothing-to-watch');
  return subject;
}

interface Asked {
  readonly subject: WatchSubject;
  readonly post: Post;
}

async function asked(house: House, c: Request, { subject, post }: Asked): Promise<Response> {
  const body = await sentForm(c);
  const email = typeof body['email'] === 'string' ? body['email'] : '';
  const { deps } = house;
  try {
    const answer = await askToBeTold(deps, post, { subject, email, lang: c.var.lang, sender: c.var.sender });
    const until = addMilliseconds(deps.clock.now(), confirmationHours * 3_600_000);
    const validUntil = `${deps.clock.dayOf(until)} ${deps.clock.timeOf(until)}`;
    return statePage(house, c, { kind: 'asked', subject: subjectView(subject, c), email: answer.email, validUntil });
  } catch (error) {
    if (!(error instanceof Refusal) || noticeRefusals[error.code] === undefined) throw error;
    return formPage(house, c, { subject, email: email.slice(0, 254), refused: error });
  }
}

interface FormShown {
  readonly subject: WatchSubject;
  readonly email: string;
  readonly refused?: Refusal;
}

async function formPage(house: House, c: Request, { subject, email, refused }: FormShown): Promise<Response> {
  const t = standardsText(c.var.lang);
  const message = refused === undefined ? undefined : refusalMessage(noticeRefusals, refused, c.var.lang);
  const address = await feedOf(house, subject);
  const page = await (
    <WatchFormPage
      frame={frameFor(c, house)}
      form={{
        subject: subjectView(subject, c),
        action:
          subject.kind === 'list' ? `${subject.path}/watch` : new URL(c.req.url).pathname + new URL(c.req.url).search,
        email,
        feedHref: address,
        problems:
          message === undefined
            ? []
            : [{ field: 'email', label: t('watch.email'), problem: message.text, why: message.remedy }],
      }}
    />
  );
  if (refused !== undefined) setRetryAfter(c, refused);
  return c.html(pageText(page), message === undefined ? 200 : httpStatus(message.category));
}

/** A standard can be followed by feed, without an address. */
async function feedOf(house: House, subject: WatchSubject): Promise<string | undefined> {
  if (subject.kind !== 'standard') return undefined;
  const brief = (await briefsById(house.deps.database, [subject.key], { day: house.deps.clock.today() })).get(
    subject.key,
  );
  return brief === undefined ? undefined : `${standardPath(brief.address)}.atom`;
}

/** The watch of a link, if the link's token is its own. */
async function watchOf(house: House, c: Request, kept: 'confirmHash' | 'stopHash'): Promise<Watch | undefined> {
  const watch = await watchAt(house.deps.database, c.req.param('id') ?? '');
  return watch && isLinkToken((c.req.param('token') ?? '').slice(0, 100), watch[kept]) ? watch : undefined;
}

/** Confirms or stops, then shows the page of the link, which tells what became of it. */
async function carriedOut(
  house: House,
  c: Request,
  command: typeof confirmWatch | typeof stopWatch,
): Promise<Response> {
  const { executor, publicDesk, random } = house.deps;
  const input = { watchId: c.req.param('id') ?? '', token: (c.req.param('token') ?? '').slice(0, 100) };
  try {
    await executor.execute(command, input, { actor: publicDesk, key: `${command.name} ${random.uuid()}` });
  } catch (error) {
    const isLink =
      error instanceof Refusal &&
      (error.code === 'notices.link-not-valid' || error.code === 'foundation.input-invalid');
    if (!isLink) throw error;
  }
  return c.redirect(c.req.path, 303);
}

function expired(watch: Watch | undefined): WatchStateView {
  const isSafe = watch !== undefined && watch.subject.kind === 'standard';
  return {
    kind: 'expired',
    againHref: isSafe ? `/watches/new?standard=${encodeURIComponent(watch.subject.label.en)}` : '/standards',
  };
}

function subjectView(subject: WatchSubject, c: Request): SubjectView {
  return {
    label: { text: subject.label[c.var.lang], lang: subject.kind === 'standard' ? 'en' : c.var.lang },
    href: subject.path,
  };
}

async function statePage(house: House, c: Request, watch: WatchStateView): Promise<Response> {
  const frame = frameFor(c, house);
  if (watch.kind !== 'expired') return answerPage(c, <WatchStatePage frame={frame} watch={watch} />);
  return answerPage(c, <WatchStatePage frame={frame} watch={watch} />, 410);
}
