import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { listening } from './listening.ts';

test('a port that another process has is refused with its name, and the next free one is told', async () => {
  const host = '127.0.0.1';
  const first = createServer().listen(0, host);
  const port = await listening(first, { host, port: 0 });
  const second = createServer().listen(port, host);
  await expect(listening(second, { host, port })).rejects.toMatchObject({
    code: 'http.port-not-free',
    details: { host, port, reason: 'EADDRINUSE' },
  });
  first.close();
  await once(first, 'close');
});
