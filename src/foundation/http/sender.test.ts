import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { networkOf, senderOf } from './sender.ts';

/** The sender of a request that comes by a socket from `remote`. */
async function senderFrom(remote: string, forwarded?: string, trusted: readonly string[] = []): Promise<string> {
  const app = new Hono().get('/', (c) => c.text(senderOf(c, trusted)));
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const incoming = { socket: { remoteAddress: remote, remotePort: 1, remoteFamily: 'IPv4' } };
  return (await app.request('/', { headers }, { incoming })).text();
}

describe('the sender that limits count', () => {
  test('is the connection, whatever a header claims, when no proxy is trusted', async () => {
    expect(await senderFrom('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  });

  test('is the last address before the trusted proxies, so that a forged beginning changes nothing', async () => {
    const trusted = ['127.0.0.1', '10.0.0.2'];
    expect(await senderFrom('127.0.0.1', '6.6.6.6, 203.0.113.7, 10.0.0.2', trusted)).toBe('203.0.113.7');
    expect(await senderFrom('127.0.0.1', undefined, trusted)).toBe('127.0.0.1');
  });

  test('is known as a trusted proxy also by a socket that takes both address families', async () => {
    expect(await senderFrom('::ffff:127.0.0.1', '203.0.113.7', ['127.0.0.1'])).toBe('203.0.113.7');
    expect(await senderFrom('::ffff:203.0.113.7')).toBe('203.0.113.7');
  });

  test('is the whole network of an IPv6 address, since its owner has every address of it', async () => {
    expect(await senderFrom('2001:db8:1:2:aaaa::1')).toBe(await senderFrom('2001:DB8:1:2::ffff'));
    expect(await senderFrom('2001:db8:1:2::1')).not.toBe(await senderFrom('2001:db8:1:3::1'));
    expect(['::1', '2001:db8::1', 'fe80::1%eth0', '2001:0db8:0001:0002:1:2:3:4'].map(networkOf)).toEqual([
      '0:0:0:0::/64',
      '2001:db8:0:0::/64',
      'fe80:0:0:0::/64',
      '2001:db8:1:2::/64',
    ]);
  });
});
