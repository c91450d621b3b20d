import { refusal } from '../../foundation/refusal.ts';
import { documentVersion, type FoundContent } from '../queries.ts';
import { type ByteRange, contentStore, isContentHash } from '../store/content-store.ts';
import { type Desk, fullyReadable, type Request } from './desk.ts';

const viewable = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** Nothing in a file may run, load or be framed; where it is shown, it is shown in an origin of its own. */
const sandbox = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/**
 * Sends a content of a document: as a download, or by itself in the browser where it is a PDF or a picture and that is asked for.
 *
 * @throws Refusal `documents.not-found`, `documents.not-readable`, `documents.version-unknown`, `documents.content-was-erased`,
 * `documents.content-missing`, `documents.range-not-satisfiable`
 */
export async function sendFile(desk: Desk, c: Request, shown: 'download' | 'inline'): Promise<Response> {
  const { document, isPublic } = await fullyReadable(desk, c);
  const hash = c.req.param('hash') ?? '';
  const found = isContentHash(hash) ? await documentVersion(desk.deps.database, document.streamId, hash) : undefined;
  if (!found) throw refusal('documents.version-unknown', { hash: hash.slice(0, 64) });
  if (found.erased) throw refusal('documents.content-was-erased', { hash });
  const etag = `"${hash}"`;
  const headers = headersOf(found, { shown, isPublic, etag });
  // Whoever keeps it asks again each time: what is open today may be closed tomorrow.
  if (
    c.req
      .header('if-none-match')
      ?.split(',')
      .some((one) => one.trim().replace(/^W\//, '') === etag)
  )
    return new Response(null, { status: 304, headers });
  const { size } = found.content;
  const range = rangeOf(c, { size, etag });
  return bytesOf(desk, c, { hash, size, range, headers });
}

interface Sending {
  readonly hash: string;
  readonly size: number;
  readonly range: ByteRange | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

async function bytesOf(desk: Desk, c: Request, { hash, size, range, headers }: Sending): Promise<Response> {
  const store = contentStore(desk.deps);
  const isHead = c.req.method === 'HEAD';
  const stream = isHead ? undefined : await store.open(hash, range);
  const isThere = isHead ? await store.has(hash) : stream !== undefined;
  if (!isThere) throw refusal('documents.content-missing', { hash });
  const length = range === undefined ? size : range.to - range.from + 1;
  const part = range === undefined ? {} : { 'content-range': `bytes ${range.from}-${range.to}/${size}` };
  for (const [name, value] of Object.entries({ ...headers, ...part, 'content-length': String(length) }))
    c.header(name, value);
  const status = range === undefined ? 200 : 206;
  return stream === undefined ? c.body(null, status) : c.body(stream, status);
}

interface Offered {
  readonly shown: 'download' | 'inline';
  readonly isPublic: boolean;
  readonly etag: string;
}

function headersOf({ content, fileName, document }: FoundContent, offered: Offered): Readonly<Record<string, string>> {
  const { mediaType } = content;
  const name = fileName.state === 'whole' ? fileName.text : `${document.streamId}.bin`;
  const isInline = offered.shown === 'inline' && viewable.includes(mediaType);
  return {
    'content-type': mediaType,
    'content-disposition': `${isInline ? 'inline' : 'attachment'}; filename="document"; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': sandbox,
    'x-frame-options': 'DENY',
    'x-robots-tag': offered.isPublic ? 'noindex' : 'noindex, noarchive',
    // Packing on the way would change the bytes that the hash speaks of.
    'cache-control': offered.isPublic ? 'no-cache, no-transform' : 'private, no-store, no-transform',
    'accept-ranges': 'bytes',
    etag: offered.etag,
  };
}

/** RFC 8187: everything but letters, digits and a few marks in hexadecimal. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/**
 * The one range that is asked for; several, or a form that is not understood, are answered by the whole (RFC 9110, 14.2).
 *
 * @throws Refusal `documents.range-not-satisfiable`
 */
function rangeOf(c: Request, { size, etag }: { readonly size: number; readonly etag: string }): ByteRange | undefined {
  const asked = c.req.header('range');
  const condition = c.req.header('if-range');
  if (asked === undefined || (condition !== undefined && condition !== etag)) return undefined;
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(asked.trim());
  if (!found || (found[1] === '' && found[2] === '')) return undefined;
  const [, first = '', last = ''] = found;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from <= to) return { from, to };
  c.header('content-range', `bytes */${size}`);
  throw refusal('documents.range-not-satisfiable', { range: asked.slice(0, 60), size });
}
