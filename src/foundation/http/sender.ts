import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The sender as limits count it: the address of the connection, or what a trusted proxy says of it. Without a socket
 * (tests) a fixed word.
 */
export function senderOf(c: Context, trustedProxies: readonly string[]): string {
  const direct = plainAddress(directAddress(c));
  if (!trustedProxies.includes(direct)) return networkOf(direct);
  const forwarded = c.req.header('x-forwarded-for')?.split(',').map(plainAddress) ?? [];
  return networkOf(forwarded.findLast((address) => !trustedProxies.includes(address)) ?? direct);
}

function directAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** A socket that takes both families writes an address of the older one inside the newer (RFC 4291, 2.5.5.2). */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=[\d.]+$)/i, '');
}

/**
 * Whoever has one IPv6 address has its network of 2^64 of them (RFC 6177), so the network is counted as one sender: else
 * no limit would hold anybody.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [left = [], right = []] = address.split('::').map((side) => side.split(':').filter((group) => group !== ''));
  const between = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const network = [...left, ...between, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
