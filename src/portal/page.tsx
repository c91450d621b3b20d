import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { HttpEnvironment, SignedIn } from '../foundation/http/environment.ts';
import type { Deps, NavigationEntry } from '../foundation/part.ts';
import { type Settings, unnamed } from '../foundation/settings.ts';
import type { CalendarDay } from './calendar.ts';
import type { Frame, StripNotice } from './frame.ts';
import { type Language, otherLanguage } from './languages.ts';
import { pageText } from './layout.tsx';
import { logoFile } from './logo.tsx';
import { stylesheet } from './stylesheet.ts';

/** A file that every page links, under an address that holds its hash and so may be cached for ever. */
export interface PageAsset {
  readonly href: string;
  readonly type: string;
  readonly text: string;
}

const sheet = stylesheet();
const logoHash = createHash('sha256').update(logoFile).digest('hex').slice(0, 16);
const logo: PageAsset = { href: `/assets/guiju.${logoHash}.svg`, type: 'image/svg+xml', text: logoFile };

/** The stylesheet and the logo. */
export const pageAssets: readonly PageAsset[] = [
  { href: sheet.href, type: 'text/css; charset=utf-8', text: sheet.text },
  logo,
];

/** What a frame is made from: the request, and the days it asks about. */
export interface FrameRequest {
  readonly lang: Language;
  readonly today: CalendarDay;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The day whose law is shown; today when absent. */
  readonly asOf?: CalendarDay | undefined;
  /** The day up to which the register's knowledge is used; today when absent. */
  readonly known?: CalendarDay | undefined;
  /** Permanent address of the page, for search engines. */
  readonly canonicalPath?: string | undefined;
  /** Who signed in; absent for a stranger. */
  readonly signedIn?: SignedIn | undefined;
}

/** The frame of a page: language, days, the parts of the installation, what the installation must say of itself. */
export function frameOf(
  deps: Pick<Deps, 'settings' | 'installation'>,
  navigation: readonly NavigationEntry[],
  request: FrameRequest,
): Frame {
  const { lang, today, path } = request;
  return {
    lang,
    name: nameOf(deps.settings),
    today,
    asOf: request.asOf ?? today,
    known: request.known ?? today,
    parts: navigation
      .filter(({ isForStrangers, isForVisitors }) =>
        request.signedIn === undefined ? isForVisitors === undefined : isForStrangers === undefined,
      )
      .map((entry) => ({
        href: entry.path,
        label: { 'zh-Hans': entry.zh, en: entry.en },
        isCurrent: path === entry.path || path.startsWith(`${entry.path}/`),
      })),
    ...(request.signedIn === undefined ? {} : { visitor: { ...request.signedIn, href: '/account' } }),
    strips: stripsOf(deps),
    otherLanguageHref: addressIn(path, request.query, otherLanguage(lang)),
    stylesheetHref: sheet.href,
    logoHref: logo.href,
    canonicalHref:
      request.canonicalPath === undefined
        ? undefined
        : `${deps.settings.publicAddress.replace(/\/$/, '')}${request.canonicalPath}`,
    places: {
      home: '/',
      bulkData: '/data',
      api: '/data#interfaces',
      verify: '/verify',
      accessibility: '/accessibility',
    },
  };
}

function nameOf({ name }: Pick<Settings, 'name'>): Frame['name'] {
  return name.zh === unnamed.zh && name.en === unnamed.en ? undefined : { 'zh-Hans': name.zh, en: name.en };
}

function stripsOf({ settings, installation }: Pick<Deps, 'settings' | 'installation'>): readonly StripNotice[] {
  const rehearsal: readonly StripNotice[] = installation.nature === 'rehearsal' ? [{ kind: 'rehearsal' }] : [];
  return settings.databaseUrl === '' ? [...rehearsal, { kind: 'embedded' }] : rehearsal;
}

/** The same page in another language; everything else that was asked stays asked. */
function addressIn(path: string, query: URLSearchParams, lang: Language): string {
  const asked = new URLSearchParams(query);
  asked.set('lang', lang);
  // Paths arrive decoded but for reserved characters, whose escapes must not be escaped again.
  return `${encodeURI(path).replaceAll(/%25(?=[0-9A-F]{2})/gi, '%')}?${asked}`;
}

/** The frame of the page that a request asks for. */
export function frameFor(
  c: Context<HttpEnvironment>,
  house: { readonly deps: Pick<Deps, 'settings' | 'installation'>; readonly navigation: readonly NavigationEntry[] },
  shown: Pick<FrameRequest, 'asOf' | 'known' | 'canonicalPath'> = {},
): Frame {
  const { lang, today, signedIn } = c.var;
  return frameOf(house.deps, house.navigation, {
    lang,
    today,
    signedIn,
    path: c.req.path,
    query: new URL(c.req.url).searchParams,
    ...shown,
  });
}

type PageStatus = 200 | 300 | 404 | 410;

/** Sends a page. It says by a hash what it is, so that a reader who has it is sent nothing again. */
export async function answerPage(
  c: Context<HttpEnvironment>,
  page: Child,
  status: PageStatus = 200,
): Promise<Response> {
  return answerText(c, pageText(await page), { type: 'text/html; charset=utf-8', status });
}

/**
 * Sends a text with its hash as a weak validator: compression changes the bytes and not the content (RFC 9110, 8.8.1).
 * What is shown follows the day and the newest acts, so a stored answer is asked about before it is used again.
 */
export function answerText(
  c: Context,
  text: string,
  form: { readonly type: string; readonly status?: PageStatus; readonly seconds?: number },
): Response {
  const status = form.status ?? 200;
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  c.header('etag', etag);
  c.header('cache-control', form.seconds === undefined ? 'no-cache' : `public, max-age=${form.seconds}`);
  if (status === 200 && matches(c.req.header('if-none-match'), etag)) return c.body(null, 304);
  return c.body(text, status, { 'content-type': form.type });
}

/** Weak comparison (RFC 9110, 13.1.2). */
function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '');
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === bare);
}
