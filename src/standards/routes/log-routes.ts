import { Hono } from 'hono';
import type { HttpEnvironment } from '../../foundation/http/environment.ts';
import { refusal } from '../../foundation/refusal.ts';
import { sealedSuccessions } from '../../foundation/sealing-key-office.ts';
import { hashLength } from '../../foundation/seals/merkle-tree.ts';
import { newestCheckpoint, readTiles } from '../../foundation/seals/tile-store.ts';
import { tileWidth } from '../../foundation/seals/tiles.ts';
import { answerText } from '../../portal/page.tsx';
import type { House, Request } from './house.ts';

const aYear = 31_536_000;

/** The log as files that never change (C2SP tlog-tiles), so that anyone can mirror and verify it. */
export function logRoutes(house: House): Hono<HttpEnvironment> {
  const { database, sealingKeys } = house.deps;
  const app = new Hono<HttpEnvironment>();
  app.get('/log/checkpoint', async (c) => {
    const checkpoint = await newestCheckpoint(database);
    if (!checkpoint) throw refusal('standards.not-sealed-yet');
    return answerText(c, checkpoint.note, { type: 'text/plain; charset=utf-8' });
  });
  app.get('/log/key', async (c) => {
    // The first key, then each note by which a key handed over: a reader who knows one key is led to the one in office.
    const notes = (await sealedSuccessions(database)).map(({ succession }) => `\n${succession}`);
    return answerText(c, `${sealingKeys.first.text}\n${notes.join('')}`, { type: 'text/plain; charset=utf-8' });
  });
  app.get('/log/tile/:level/:index{.+}', (c) => tile(house, c, c.req.param()));
  return app;
}

/** `x001/x234/067` is the tile 1234067; `067.p/20` its first 20 hashes. */
const indexShape = /^((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

async function tile(
  house: House,
  c: Request,
  asked: { readonly level: string; readonly index: string },
): Promise<Response> {
  const [, path, partial] = indexShape.exec(asked.index) ?? [];
  const level = /^\d{1,2}$/.test(asked.level) ? Number(asked.level) : undefined;
  const width = partial === undefined ? tileWidth : Number(partial);
  if (path === undefined || level === undefined || level > 7 || width > tileWidth || path.length > 40)
    throw notThere(c);
  const index = Number(path.replaceAll(/[x/]/g, ''));
  if (!Number.isSafeInteger(index)) throw notThere(c);
  const checkpoint = await newestCheckpoint(house.deps.database);
  // Only what a signed checkpoint covers is given, so that a tile once given never changes.
  const covered = Math.floor((checkpoint?.treeSize ?? 0) / tileWidth ** level) - index * tileWidth;
  const hashes =
    covered >= width ? (await readTiles(house.deps.database, [{ level, index }]))(level, index) : undefined;
  const bytes = hashes?.subarray(0, width * hashLength);
  if (bytes?.length !== width * hashLength) throw notThere(c);
  c.header('cache-control', `public, max-age=${aYear}, immutable`);
  return c.body(new Uint8Array(bytes), 200, { 'content-type': 'application/octet-stream' });
}

function notThere(c: Request) {
  return refusal('http.not-found', { path: c.req.path.slice(0, 200) });
}
