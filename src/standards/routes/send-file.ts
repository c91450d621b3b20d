import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Request } from './house.ts';

interface SentFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly name: string;
}

/** Sends a file as a stream, whole or the asked range of it (RFC 9110, 14), named by its hash. */
export function sendFile(c: Request, file: SentFile): Response {
  const etag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    etag,
    'accept-ranges': 'bytes',
    // Hash and length are of the file as it lies: nothing on the way may change it.
    'cache-control': 'no-cache, no-transform',
    'content-type': file.type,
    'content-disposition': `attachment; filename="${file.name}"`,
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  const ifRange = c.req.header('if-range');
  const range = ifRange === undefined || ifRange === etag ? rangeOf(c.req.header('range'), file.bytes) : undefined;
  if (range === 'unsatisfiable') return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` });
  if (c.req.method === 'HEAD') return c.body(null, 200, { ...headers, 'content-length': String(file.bytes) });
  const { first, last } = range ?? { first: 0, last: file.bytes - 1 };
  const stream = file.bytes === 0 ? Readable.from([]) : createReadStream(file.path, { start: first, end: last });
  const sent = { ...headers, 'content-length': String(file.bytes === 0 ? 0 : last - first + 1) };
  // One cast at the edge: Node's stream is the web's stream under another type.
  const body = Readable.toWeb(stream) as unknown as ReadableStream;
  return range === undefined
    ? c.body(body, 200, sent)
    : c.body(body, 206, { ...sent, 'content-range': `bytes ${first}-${last}/${file.bytes}` });
}

/** One range of bytes; anything more elaborate is answered with the whole file, as the standard allows. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly first: number; readonly last: number } | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first > last || first >= size ? 'unsatisfiable' : { first, last };
}
