import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemRandom } from '../../foundation/random.ts';
import { type ContentStore, wholeContent } from './content-store.ts';
import { diskStore } from './disk-store.ts';
import { s3Store } from './s3-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'guiju-contents-'));
const random = systemRandom();
const place = (name: string) => ({ folder: join(folder, name), newName: random.uuid });
const secret = 'a fictitious secret of the test';
const key = 'GUIJUTEST';

/** Half a megabyte and a word, in pieces. */
async function* content(): AsyncGenerator<Uint8Array> {
  for (let piece = 0; piece < 8; piece++) yield Buffer.alloc(65_536, piece);
  yield Buffer.from('规矩');
}
const bytes = await joined(content());
async function joined(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
const hash = createHash('sha256').update(bytes).digest('hex');
const limits = { bytes: 1_000_000 };

/** A bucket that answers only requests whose signature it can compute itself, and takes only contents that fit their signed hash. */
function bucket(): Server {
  const kept = new Map<string, Buffer>();
  return createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const body = Buffer.concat(pieces);
      signatureOf(request.method ?? '', request.url ?? '', request.headers)
        .then((expected) => {
          const path = request.url ?? '';
          const stated = String(request.headers['x-amz-content-sha256']);
          if (request.headers.authorization !== expected) return void response.writeHead(403).end();
          if (!path.startsWith('/guiju/')) return void response.writeHead(404).end();
          if (request.method === 'PUT') {
            if (createHash('sha256').update(body).digest('hex') !== stated) return void response.writeHead(400).end();
            kept.set(path, body);
            return void response.writeHead(200).end();
          }
          const found = kept.get(path);
          if (request.method === 'DELETE') {
            kept.delete(path);
            return void response.writeHead(204).end();
          }
          if (!found) return void response.writeHead(404).end();
          const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
          const part = range ? found.subarray(Number(range[1]), Number(range[2]) + 1) : found;
          return void response
            .writeHead(range ? 206 : 200, { 'content-length': part.length })
            .end(request.method === 'HEAD' ? undefined : part);
        })
        .catch(() => response.writeHead(500).end());
    });
  });
}

/** The signature recomputed from what arrived: method, path, the signed headers, the stated hash. */
async function signatureOf(
  method: string,
  path: string,
  sent: Readonly<Record<string, string | readonly string[] | undefined>>,
): Promise<string> {
  const names = /SignedHeaders=([^,]+)/.exec(String(sent['authorization']))?.[1]?.split(';') ?? [];
  const headers = Object.fromEntries(
    names.filter((name) => name !== 'host').map((name) => [name, String(sent[name] ?? '')]),
  );
  const signer = new AwsV4Signer({
    url: `http://${String(sent['host'])}${path}`,
    method,
    headers,
    accessKeyId: key,
    secretAccessKey: secret,
    service: 's3',
    region: 'cn-north-1',
    datetime: String(sent['x-amz-date']),
    allHeaders: true,
  });
  return (await signer.sign()).headers.get('authorization') ?? '';
}

const server = bucket();
const stores: Record<string, ContentStore> = { disk: diskStore(place('disk')) };
let s3: { readonly endpoint: string; readonly bucket: string; readonly region: string; readonly key: string };

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  s3 = { endpoint: `http://127.0.0.1:${port}`, bucket: 'guiju', region: 'cn-north-1', key };
  stores['s3'] = s3Store({ ...s3, secret }, place('s3'));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const storeNamed = (name: string): ContentStore => {
  const store = stores[name];
  if (!store) throw new Error(name);
  return store;
};
const incoming = (name: string): readonly string[] =>
  existsSync(join(folder, name, 'incoming')) ? readdirSync(join(folder, name, 'incoming')) : [];

describe.each(['disk', 's3'])('contents on %s', (name) => {
  test('are found under their hash, whole or in part, and putting them again changes nothing', async () => {
    const store = storeNamed(name);
    expect(await store.has(hash)).toBe(false);
    expect(await store.open(hash)).toBeUndefined();
    expect(await store.put(content(), limits)).toEqual({ hash, size: bytes.length });
    expect(await store.put(content(), limits)).toEqual({ hash, size: bytes.length });
    expect(await store.has(hash)).toBe(true);
    expect((await wholeContent(store, hash))?.equals(bytes)).toBe(true);
    const part = await store.open(hash, { from: 65_535, to: 65_536 });
    expect(part && (await joined(part))).toEqual(Buffer.from([0, 1]));
    expect(incoming(name)).toEqual([]);
  });

  test('are not kept when they are longer than allowed, or when the sender breaks off', async () => {
    const store = storeNamed(name);
    await store.remove(hash);
    await expect(store.put(content(), { bytes: 100_000 })).rejects.toMatchObject({ code: 'documents.too-large' });
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new Error('the sender went away');
    }
    await expect(store.put(broken(), limits)).rejects.toThrow('went away');
    expect(await store.has(hash)).toBe(false);
    expect(incoming(name)).toEqual([]);
  });

  test('go by removal, and removing what is not there changes nothing', async () => {
    const store = storeNamed(name);
    await store.put(content(), limits);
    await store.remove(hash);
    await store.remove(hash);
    expect(await store.has(hash)).toBe(false);
  });
});

describe('a bucket', () => {
  test('that does not accept the key, or is not there, is refused in words', async () => {
    const wrong = s3Store({ ...s3, secret: 'another' }, place('wrong'));
    await expect(wrong.put(content(), limits)).rejects.toMatchObject({
      code: 'documents.store-not-reachable',
      details: { reason: 'HEAD 403' },
    });
    const gone = s3Store({ ...s3, secret, endpoint: `http://127.0.0.1:${await freePort()}` }, place('gone'));
    await expect(gone.has(hash)).rejects.toMatchObject({ code: 'documents.store-not-reachable' });
  });

  test('says nothing of its contents to whoever has no signature', async () => {
    await storeNamed('s3').put(content(), limits);
    expect((await fetch(`${s3.endpoint}/guiju/${hash.slice(0, 2)}/${hash}`)).status).toBe(403);
  });
});

/** A port on which nobody listens. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  // One cast at the edge: a server on a port has an address with a port.
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  await new Promise<void>((done) => createConnection(port, '127.0.0.1').on('error', () => done()));
  return port;
}
