import type { AddressInfo } from 'node:net';
import { refusal } from '../refusal.ts';

/** As much of a server as must be known here. */
interface Opening {
  readonly address: () => AddressInfo | string | null;
  readonly once: (event: 'listening' | 'error', heard: (error: NodeJS.ErrnoException) => void) => unknown;
}

/**
 * Waits until a server listens, and tells its port.
 *
 * @throws Refusal `http.port-not-free` when another process has the port, or this one may not take it
 */
export function listening(server: Opening, asked: { readonly host: string; readonly port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : asked.port);
    });
    server.once('error', ({ code }) => reject(refusal('http.port-not-free', { ...asked, reason: code })));
  });
}
