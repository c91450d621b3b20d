import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { HTTPException } from 'hono/http-exception';
import { TrieRouter } from 'hono/router/trie-router';
import { stopwatch } from '../clock.ts';
import type { Deps } from '../part.ts';
import { Refusal, type RefusalTexts, refusal, refusalMessage } from '../refusal.ts';
import { sql } from '../sql.ts';
import type { HttpEnvironment, SignedIn } from './environment.ts';
import { languageOf } from './language.ts';
import { httpMetrics } from './metrics.ts';
import { httpStatus, problemDetails } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import { setRetryAfter } from './retry-after.ts';
import { sameOrigin, securityHeaders, soundAddress } from './security.ts';
import { senderOf } from './sender.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Pages of refusals and faults; the portal draws them. */
export interface ErrorPages {
  readonly refused: (refused: Refusal, context: ErrorContext) => Promise<string>;
  readonly failed: (context: ErrorContext) => Promise<string>;
  /** Where somebody signs in to see this page; undefined where nobody can. */
  readonly signIn: (context: ErrorContext) => string | undefined;
  /** What a code of problem details means; undefined where there is no such code. */
  readonly explained: (code: string, context: ErrorContext) => Promise<string | undefined>;
}
export interface ErrorContext {
  readonly lang: 'zh-Hans' | 'en';
  readonly requestId: string;
  readonly today: string;
  readonly path: string;
  /** What was asked behind the path; the page in the other language asks it again. */
  readonly query: URLSearchParams;
  readonly texts: RefusalTexts;
  readonly signedIn?: SignedIn;
}

/** What an upload may weigh; a list of 10,000 numbers as XLSX is far below. */
export const largestBody = 20 * 1024 * 1024;

/** What the parts bring to the common doors. */
export interface HttpParts {
  readonly texts: RefusalTexts;
  readonly pages: ErrorPages;
  /** Passed behind the limits and before any page, in this order. */
  readonly doors: readonly MiddlewareHandler<HttpEnvironment>[];
}

/** The doors common to all parts: limits, headers, language, log, metrics, and the answer to every "no" and every fault. */
export function httpApplication(deps: Deps, { texts, pages, doors }: HttpParts): Hono<HttpEnvironment> {
  const app = new Hono<HttpEnvironment>();
  const metrics = httpMetrics();
  const milliseconds = stopwatch();

  app.use(async (c, next) => {
    const elapsed = stopwatch();
    const requestId = deps.random.uuid();
    c.set('requestId', requestId);
    c.set('today', deps.clock.today());
    c.set('sender', senderOf(c, deps.settings.trustedProxies));
    c.set('lang', deps.settings.language);
    c.header('x-request-id', requestId);
    await next();
    deps.log.info(
      {
        request: requestId,
        method: c.req.method,
        path: withoutSecrets(c.req.path),
        status: c.res.status,
        ms: Math.round(elapsed()),
      },
      'request',
    );
  });
  app.use(securityHeaders);
  app.use(metrics.observe);
  app.use(soundAddress);
  app.use(async (c, next) => {
    c.set('lang', languageOf(c, deps.settings.language));
    c.header('vary', 'Accept-Language, Cookie, Accept');
    return next();
  });
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    await deps.database.first(ready);
    return c.text('ready\n');
  });
  app.get('/metrics', async (c) => c.text(await metrics.text()));
  app.use(rateLimit(deps.settings.limits.requestsPerMinute, milliseconds));
  app.use(sameOrigin);
  const largestUpload = Math.max(largestBody, ...Object.values(deps.settings.documents.largest).map(mebibytes));
  app.use(withoutBodyAsItIs(limitsOf(largestUpload)));
  app.use(whereAccepted(compress({ threshold: 1_024 })));
  for (const door of doors) app.use(door);

  const contextOf = (c: {
    readonly var: HttpEnvironment['Variables'];
    readonly req: { readonly path: string; readonly url: string };
  }): ErrorContext => ({
    lang: c.var.lang,
    requestId: c.var.requestId,
    today: c.var.today,
    path: c.req.path,
    query: new URL(c.req.url).searchParams,
    texts,
    ...(c.var.signedIn === undefined ? {} : { signedIn: c.var.signedIn }),
  });
  app.get('/problems/:code', async (c) => {
    const page = await pages.explained(c.req.param('code'), contextOf(c));
    if (page === undefined) throw refusal('http.not-found', { path: c.req.path.slice(0, 200) });
    return c.html(page);
  });
  const methodsOf = methodsAt(app);
  app.notFound((c) => answerRefusal(c, nothingHere(c, methodsOf(c.req.path)), { pages, context: contextOf(c) }));
  app.onError((error, c) => {
    const context = contextOf(c);
    if (error instanceof Refusal) return answerRefusal(c, error, { pages, context });
    // The library throws it for a body that is no JSON, no form, or of another type than the operation takes.
    if (error instanceof HTTPException) return answerRefusal(c, refusal('http.body-unreadable'), { pages, context });
    deps.log.error(
      { request: context.requestId, path: withoutSecrets(context.path), error: error.stack ?? String(error) },
      'fault',
    );
    return answerFault(c, { pages, context });
  });
  return app;
}

/** Nothing answers here: no such address, or not by this method (RFC 9110 section 15.5.6). */
function nothingHere(c: Context, methods: readonly string[]): Refusal {
  const path = c.req.path.slice(0, 200);
  if (methods.length === 0 || methods.includes(c.req.method)) return refusal('http.not-found', { path });
  const allowed = methods.join(', ');
  c.header('allow', allowed);
  return refusal('http.method-not-allowed', { path, method: c.req.method.slice(0, 20), allowed });
}

/** Which methods an address answers. The routes are read at the first question, when all parts have theirs. */
function methodsAt(app: Hono<HttpEnvironment>): (path: string) => readonly string[] {
  let routes: TrieRouter<string> | undefined;
  const read = (): TrieRouter<string> => {
    const found = new TrieRouter<string>();
    for (const { method, path } of app.routes) if (method !== 'ALL') found.add('ALL', path, method);
    return found;
  };
  return (path) => {
    routes ??= read();
    return [...new Set(routes.match('GET', path)[0].map(([method]) => method))].sort();
  };
}

/** Where files of cases are sent; everything else is small. */
const uploadPaths = /^\/(?:documents|cases)(?:\/|$)/;
const mebibytes = (count: number): number => count * 1024 * 1024;
/** A form around its file. */
const aroundFile = mebibytes(1);

function limitsOf(largestUpload: number): MiddlewareHandler<HttpEnvironment> {
  const limit = (maxSize: number): MiddlewareHandler<HttpEnvironment> =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw refusal('http.body-too-large', { longest: maxSize });
      },
    });
  const [ordinary, upload] = [limit(largestBody), limit(largestUpload + aroundFile)];
  return (c, next) => (uploadPaths.test(c.req.path) ? upload(c, next) : ordinary(c, next));
}

/** Looking for a body makes the whole request anew; most requests have none. */
function withoutBodyAsItIs(limit: MiddlewareHandler<HttpEnvironment>): MiddlewareHandler<HttpEnvironment> {
  return (c, next) => (c.req.method === 'GET' || c.req.method === 'HEAD' ? next() : limit(c, next));
}

function whereAccepted(smaller: MiddlewareHandler<HttpEnvironment>): MiddlewareHandler<HttpEnvironment> {
  return (c, next) => (c.req.header('accept-encoding') === undefined ? next() : smaller(c, next));
}

const ready = sql<{ readonly one: number }>`select 1 as one from installation`;

interface Answering {
  readonly pages: ErrorPages;
  readonly context: ErrorContext;
}

/** A program gets problem details, a reader the page of the refusal. */
async function answerRefusal(c: Context, refused: Refusal, { pages, context }: Answering): Promise<Response> {
  const { category } = refusalMessage(context.texts, refused, context.lang);
  const status = httpStatus(category);
  setRetryAfter(c, refused);
  const signIn = category === 'not-signed-in' && c.req.method === 'GET' ? pages.signIn(context) : undefined;
  if (wantsPage(c) && signIn !== undefined) return c.redirect(signIn, 303);
  if (wantsPage(c)) return c.html(await pages.refused(refused, context), status);
  return c.json(problemDetails(refused, context.texts, { lang: context.lang, instance: context.requestId }), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

async function answerFault(c: Context, { pages, context }: Answering): Promise<Response> {
  if (wantsPage(c)) return c.html(await pages.failed(context), 500);
  return c.json(
    {
      type: '/problems/fault',
      title: 'The request could not be answered because of a fault here.',
      status: 500,
      instance: context.requestId,
    },
    500,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  );
}

function wantsPage(c: Context): boolean {
  const isInterface = /^\/(api|oai|feeds|bulk)\b/.test(c.req.path);
  return !isInterface && (c.req.header('accept') ?? '').includes('text/html');
}
