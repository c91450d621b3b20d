import type { MiddlewareHandler } from 'hono';
import { refusal } from '../refusal.ts';
import type { HttpEnvironment } from './environment.ts';

/** No script but the page's own files, nothing inline, no frame around, nothing from elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = Object.entries({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
});

export const securityHeaders: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  // Set before the answer is made: an answer with a stricter policy of its own puts it in their place.
  for (const [name, value] of headers) c.header(name, value);
  if (isPublicData(c.req.method, c.req.path)) for (const [name, value] of readableElsewhere) c.header(name, value);
  return next();
};

/** What is made for programs may be read by those that run in the pages of other sites; no cookie comes with it. */
const readableElsewhere = Object.entries({
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
});

const dataPaths = /^\/(?:api|data|feeds|oai|log)(?:\/|$)|^\/standards\/[^/]+\.(?:json|jsonld|atom)$/;

function isPublicData(method: string, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && dataPaths.test(path);
}

/** Longest address with its query: a list belongs into a form. */
const longestAddress = 8_192;

/** Addresses too long, not UTF-8, or with control characters end here, before any handler reads them. */
export const soundAddress: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  const { url } = c.req;
  if (url.length > longestAddress)
    throw refusal('http.address-too-long', { length: url.length, longest: longestAddress });
  if (!isSound(url)) throw refusal('http.address-not-sound');
  return next();
};

function isSound(url: string): boolean {
  try {
    const text = decodeURIComponent(url.replace(/\+/g, ' '));
    return !/[\u0000-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A form of another site must not act here: an unsafe request names this site as its origin, or comes from it by the
 * browser's own word (DESIGN 8). Programs send neither and carry no cookies, so there is nothing of a reader's to misuse.
 */
export const sameOrigin: MiddlewareHandler<HttpEnvironment> = async (c, next) => {
  if (safeMethods.has(c.req.method)) return next();
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  const host = c.req.header('host');
  const isForeign =
    site !== undefined ? site !== 'same-origin' && site !== 'none' : origin !== undefined && hostOf(origin) !== host;
  if (isForeign) throw refusal('http.from-another-site', { origin: origin ?? site });
  return next();
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
