import { openAsBlob } from 'node:fs';
import { AwsClient } from 'aws4fetch';
import { refusal } from '../../foundation/refusal.ts';
import type { DocumentSettings } from '../../foundation/settings.ts';
import type { ContentStore } from './content-store.ts';
import { type ReceivingPlace, receive } from './receive.ts';

type S3Place = NonNullable<DocumentSettings['s3']>;

/**
 * Contents in a bucket of a store that speaks the language of Amazon S3, addressed by path and signed by Signature Version 4.
 * A content is received here first, because its name is its hash; the same hash is signed, so that the store checks what arrived.
 */
export function s3Store(s3: S3Place, place: ReceivingPlace): ContentStore {
  const client = new AwsClient({ accessKeyId: s3.key, secretAccessKey: s3.secret, service: 's3', region: s3.region });
  const ask = askedOf(s3, client);
  return {
    kind: 's3',
    put: (content, { bytes }) =>
      receive(content, { place, bytes }, async ({ path, hash, size }) => {
        if ((await ask(hash, { method: 'HEAD', expected: [200, 404] })).status === 200) return { hash, size };
        // A blob of a file is read while it is sent, and its length is known before.
        const body = await openAsBlob(path);
        await ask(hash, { method: 'PUT', body, headers: { 'x-amz-content-sha256': hash }, expected: [200, 201, 204] });
        return { hash, size };
      }),
    open: async (hash, range) => {
      const headers = range === undefined ? {} : { range: `bytes=${range.from}-${range.to}` };
      const answer = await ask(hash, { method: 'GET', headers, expected: [200, 206, 404] });
      if (answer.status !== 404) return answer.body ?? undefined;
      await answer.body?.cancel();
      return undefined;
    },
    has: async (hash) => (await ask(hash, { method: 'HEAD', expected: [200, 404] })).status === 200,
    remove: async (hash) => {
      await ask(hash, { method: 'DELETE', expected: [200, 204, 404] });
    },
  };
}

interface Asked {
  readonly method: 'HEAD' | 'GET' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  /** Any other answer is a store that does not do its work. */
  readonly expected: readonly number[];
}

function askedOf(s3: S3Place, client: AwsClient): (hash: string, asked: Asked) => Promise<Response> {
  const address = `${s3.endpoint.replace(/\/$/, '')}/${s3.bucket}/`;
  return async (hash, { method, headers = {}, body, expected }) => {
    const signed = await client.sign(`${address}${hash.slice(0, 2)}/${hash}`, { method, headers: { ...headers } });
    const answer = await fetch(signed, body === undefined ? {} : { body }).catch((error: unknown) => {
      throw refusal('documents.store-not-reachable', { store: s3.endpoint, reason: reasonOf(error) });
    });
    if (expected.includes(answer.status)) return answer;
    await answer.body?.cancel();
    throw refusal('documents.store-not-reachable', { store: s3.endpoint, reason: `${method} ${answer.status}` });
  };
}

/** The client says "fetch failed"; why, says the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message.slice(0, 200) : String(cause).slice(0, 200);
}
