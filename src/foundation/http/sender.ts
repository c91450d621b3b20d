import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The sender's address: of the connection, or what a trusted proxy says of it. Without a socket (tests) a fixed word. */
export function senderOf(c: Context, trustedProxies: readonly string[]): string {
  const direct = directAddress(c);
  if (!trustedProxies.includes(direct)) return direct;
  const forwarded =
    c.req
      .header('x-forwarded-for')
      ?.split(',')
      .map((part) => part.trim()) ?? [];
  return forwarded.findLast((address) => !trustedProxies.includes(address)) ?? direct;
}

function directAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
