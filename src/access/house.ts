import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { bodiesRefusals } from '../bodies/index.ts';
import type { Actor, Permission, Visitor } from '../foundation/actor.ts';
import type { Command } from '../foundation/command.ts';
import { erasurePermission } from '../foundation/erasure.ts';
import type { HttpEnvironment } from '../foundation/http/environment.ts';
import { httpStatus } from '../foundation/http/problem.ts';
import { foundationRefusals } from '../foundation/http/refusals.ts';
import { setRetryAfter } from '../foundation/http/retry-after.ts';
import { sentForm } from '../foundation/http/sent-form.ts';
import type { Deps, NavigationEntry, Part } from '../foundation/part.ts';
import { type Post, postOf } from '../foundation/post.ts';
import { Refusal, type RefusalTexts, refusal, refusalMessage } from '../foundation/refusal.ts';
import { sealingKeyPermission } from '../foundation/replace-sealing-key.ts';
import { peopleRefusals } from '../people/index.ts';
import type { FieldProblem } from '../portal/error-summary.tsx';
import { pageText } from '../portal/layout.tsx';
import { type Accounts, accountsOf, type Session } from './accounts.ts';
import { accessRefusals } from './refusals.ts';

export type Request = Context<HttpEnvironment>;

/** What the pages of accounts, people and acts work with. */
export interface House {
  readonly deps: Deps;
  readonly navigation: readonly NavigationEntry[];
  readonly accounts: Accounts;
  readonly post: Post;
  /** Every line of every permission table of the installation. */
  readonly permissions: readonly Permission[];
}

export function houseOf(deps: Deps, navigation: readonly NavigationEntry[], shown: readonly Part[]): House {
  const kernel = [erasurePermission, sealingKeyPermission];
  const permissions = [...kernel, ...shown.flatMap((part) => part.permissions ?? [])];
  return { deps, navigation, accounts: accountsOf(deps), post: postOf(deps), permissions };
}

/** @throws Refusal `access.not-signed-in` for a stranger, a program and a personal link: an account's pages are for its owner */
export function requireSignedIn(c: Request): Visitor {
  const { visitor, signedIn } = c.var;
  if (visitor === undefined || signedIn === undefined)
    throw refusal('access.not-signed-in', { action: c.req.path.slice(0, 100) });
  return visitor;
}

/** @throws Refusal `access.not-signed-in` */
export async function requireSession(house: House, c: Request): Promise<Session> {
  requireSignedIn(c);
  const session = await house.accounts.sessionOf(c.req.raw.headers);
  if (!session) throw refusal('access.not-signed-in', { action: c.req.path.slice(0, 100) });
  return session;
}

export type Entered = (name: string) => string;

/** The fields of the form as texts in NFC; what is no text is empty. */
export async function enteredIn(c: Request): Promise<Entered> {
  const body = await sentForm(c);
  return (name) => {
    const value = body[name];
    return typeof value === 'string' ? value.toWellFormed().normalize('NFC').slice(0, 10_000) : '';
  };
}

/** A text that may be left out. */
export const given = <Name extends string>(name: Name, text: string): { readonly [key in Name]?: string } => {
  // One cast at the typed edge: an object of one computed name.
  return (text.trim() === '' ? {} : { [name]: text.trim() }) as { readonly [key in Name]?: string };
};

const texts: RefusalTexts = { ...foundationRefusals, ...bodiesRefusals, ...peopleRefusals, ...accessRefusals };

/** Which field of which form a refusal speaks of. */
type FieldsOf = Readonly<Record<string, { readonly field: string; readonly label: string }>>;

/**
 * Does what a form asks for. A "no" shows the form again as it was filled in, with what is wrong; what no field of it can
 * mend goes on to the page of refusals.
 */
export async function submitted(
  c: Request,
  work: () => Promise<Response>,
  { fields, again }: { readonly fields: FieldsOf; readonly again: (problems: readonly FieldProblem[]) => Child },
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const place = fields[error.code] ?? fields['*'];
    if (texts[error.code] === undefined || place === undefined) throw error;
    const message = refusalMessage(texts, error, c.var.lang);
    setRetryAfter(c, error);
    const page = again([{ ...place, problem: message.text, why: message.remedy }]);
    return c.html(pageText(await page), httpStatus(message.category));
  }
}

/** Executes a command for somebody, each time as a request of its own; answers the first stream it wrote to. */
export async function execute(
  house: House,
  command: Command,
  request: { readonly input: unknown; readonly actor: Actor },
): Promise<string> {
  const { executor, random } = house.deps;
  const { events } = await executor.execute(command, request.input, { actor: request.actor, key: random.uuid() });
  return events[0]?.streamId ?? '';
}

/** Sends cookies with the answer. */
export function sendCookies(c: Request, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}

/** A path of this site to go on to; everything else is the account. */
export function localPath(text: string | undefined): string {
  const fallback = '/account';
  if (text === undefined || !/^\/(?![/\\])[^\s\\]*$/.test(text) || text.length > 2_000) return fallback;
  const here = 'http://here.invalid';
  return URL.canParse(text, here) && new URL(text, here).origin === here ? text : fallback;
}
