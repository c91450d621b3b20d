import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { sentForm } from '../foundation/http/sent-form.ts';
import { refusal } from '../foundation/refusal.ts';
import { installationSecret, personById, visitorOf } from '../people/index.ts';
import { type AccessDeps, type Accounts, cookiePrefix, type Session } from './accounts.ts';
import { visitorByToken } from './api-tokens.ts';
import { requireOpen, taskLinkWith } from './task-links.ts';

type Request = Context<HttpEnvironment>;

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Tells every page who asks: a person with a session, a program with a token, whoever opened a personal link, or nobody.
 * A request that brings nothing of these passes at once.
 */
export function accessDoor(deps: AccessDeps, accounts: Accounts): MiddlewareHandler<HttpEnvironment> {
  return async (c, next) => {
    const { path } = c.req;
    if (path.startsWith('/task/')) return byTaskLink(deps, c, next);
    const authorization = c.req.header('authorization');
    if (authorization !== undefined && /^bearer /i.test(authorization)) {
      const isWriting = !safeMethods.has(c.req.method);
      const visitor = visitorByToken(deps, authorization.slice('bearer '.length).trim(), { isWriting });
      c.set('visitor', await visitor.catch((refused: unknown) => withChallenge(c, refused)));
      return forOneAlone(c, next);
    }
    const cookies = c.req.header('cookie');
    if (!cookies?.includes(`${cookiePrefix}.session_token=`) || path.startsWith('/assets/')) return next();
    return bySession({ deps, accounts }, c, next);
  };
}

/** A refused token is told which kind of sign-in is meant (RFC 6750, 3). */
function withChallenge(c: Request, refused: unknown): never {
  c.header('www-authenticate', 'Bearer');
  throw refused;
}

type Next = () => Promise<void>;

async function bySession(
  { deps, accounts }: { readonly deps: AccessDeps; readonly accounts: Accounts },
  c: Request,
  next: Next,
): Promise<void> {
  const session = await accounts.sessionOf(c.req.raw.headers);
  if (!session) return next();
  const [visitor, person, formToken] = await Promise.all([
    visitorOf(deps.database, session.person, c.var.today),
    personById(deps.database, session.person),
    formTokenOf(deps, session),
  ]);
  // Whose name is erased is nobody here any more.
  if (!person || person.name === null) return next();
  await requireOwnForm(c, formToken);
  c.set('visitor', visitor);
  c.set('signedIn', { name: person.name, formToken });
  return forOneAlone(c, next);
}

/** What was made for one visitor is kept for nobody else. */
async function forOneAlone(c: Request, next: Next): Promise<void> {
  await next();
  c.res.headers.set('cache-control', 'private, no-cache');
}

/** A personal link opens its one task and nothing beside; any session the browser has is left at this door. */
async function byTaskLink(deps: AccessDeps, c: Request, next: Next): Promise<Response | undefined> {
  const [, , token = '', kind, key] = c.req.path.split('/');
  const link = await taskLinkWith(deps.database, token);
  c.header('referrer-policy', 'no-referrer');
  requireOpen(link, c.var.today);
  if (kind === undefined) return c.redirect(`/task/${token}/${link.kind}/${link.key}`, 303);
  if (kind !== link.kind || key !== link.key) throw refusal('access.task-link-unknown');
  const visitor = await visitorOf(deps.database, link.person, c.var.today);
  c.set('visitor', { ...visitor, task: { kind, key, link: link.tokenHash } });
  await forOneAlone(c, next);
  return undefined;
}

/** What proves that a form was written for a session: nobody who cannot read its pages can make it. */
export async function formTokenOf(deps: AccessDeps, { id }: Pick<Session, 'id'>): Promise<string> {
  const secret = await installationSecret(deps, 'form-token');
  return createHmac('sha256', secret).update(id).digest('base64url');
}

/** A browser that says nothing of where a form came from must send the token that stood in it (DESIGN 8). */
async function requireOwnForm(c: Request, token: string): Promise<void> {
  const tells = c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined;
  if (safeMethods.has(c.req.method) || tells) return;
  const given = c.req.header('x-form-token') ?? (await sentForm(c))['form-token'];
  const [one, other] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(token)];
  if (one.length !== other.length || !timingSafeEqual(one, other)) throw refusal('access.form-token-missing');
}
